"""Closed words: one of a few, in bokmål or nynorsk, in capitals or small letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from plancompiler.nearest import nearest
from plancompiler.values.problem import Problem

_YES = frozenset({"ja", "true", "yes", "y", "j", "sann", "1", "on", "på"})
_NO = frozenset({"nei", "false", "no", "n", "usann", "0", "off", "av"})


def reader(words: Sequence[str], nynorsk: Mapping[str, Sequence[str]]) -> Callable[[str], str]:
    """Return what reads one of `words`, or its spellings in nynorsk, and returns the word in bokmål.

    It raises Problem `unknown-word`, with the nearest word in the language it was written in as an unsafe fix.
    """
    spellings = {spelled: word for word in words for spelled in (word, *nynorsk.get(word, ()))}
    listed = ", ".join(f"«{word}»" for word in words)

    def parse(text: str) -> str:
        written = " ".join(text.split())
        word = spellings.get(written) or spellings.get(written.casefold())
        if word is not None:
            return word
        near = next(iter(nearest(written, spellings)), "")
        args = {"word": written, "near": near, "words": listed}
        raise Problem("unknown-word", "near" if near else "", args, near, "unsafe")

    return parse


def parse_yes_no(text: str) -> str:
    """Return `ja` or `nei`. Raises Problem `yes-no`, with a fix for the ways other tools write it."""
    written = text.strip()
    if written in ("ja", "nei"):
        return written
    word = written.casefold()
    fix = "ja" if word in _YES else "nei" if word in _NO else ""
    raise Problem("yes-no", "" if fix else "unknown", {"text": written, "fix": fix}, fix)
