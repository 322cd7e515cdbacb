"""E-mail addresses in text, however they are spelled, so that those that are not for the public can be left out."""

from __future__ import annotations

import re
from collections.abc import Collection

# What Markdown and browsers show as the sign between the two parts, however it is written.
_AT = r"(?:@|＠|﹫|%40|&#0*64;|&#[xX]0*40;|&commat;)"
_HOST = r"(?![\d.]+(?![\w.-]))[\w-]+(?:\.[\w-]+)*"
_ADDRESS = rf"[\w.+\\-]+{_AT}{_HOST}"
_WRITTEN = re.compile(rf"<(?:mailto:)?{_ADDRESS}>|(?:mailto:)?{_ADDRESS}", re.IGNORECASE)
_SIGN = re.compile(_AT, re.IGNORECASE)
_MAY_BE_ONE = re.compile(r"[@＠﹫&]|%40")


def addresses(text: str) -> tuple[str, ...]:
    """Return the addresses in a text, each in its plain spelling and lower case."""
    return tuple(_plain(match[0]) for match in _WRITTEN.finditer(text)) if _MAY_BE_ONE.search(text) else ()


def masked(text: str, allowed: Collection[str], instead: str) -> str:
    """Return a text with `instead` for every address but the allowed ones, which are as `addresses` spells them."""
    if not _MAY_BE_ONE.search(text):
        return text
    return _WRITTEN.sub(lambda match: match[0] if _plain(match[0]) in allowed else instead, text)


def _plain(written: str) -> str:
    bare = written.strip("<>").casefold().removeprefix("mailto:").replace("\\", "")
    return _SIGN.sub("@", bare).rstrip(".")
