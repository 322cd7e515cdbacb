"""Links in prose: `[[ref]]` and `[[ref|shown text]]` (`language.md` 6.1), found the same way by all who read prose."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

# A link may be broken over two lines, as prose is, but never over two paragraphs. `\[[x]]` is text.
_PIECE = r"(?:[^\[\]|\n]|\n(?![^\S\n]*\n))+"
_LINK = re.compile(rf"(?<!\\)\[\[({_PIECE})(?:\|({_PIECE}))?\]\]")


class WikiLink(NamedTuple):
    """A link in prose: its offsets in the text (end exclusive), what it points at, and the words to show, or ""."""

    start: int
    end: int
    ref: str
    shown: str


def mentions(text: str) -> list[WikiLink]:
    """Return the links of a text in the order they stand; white space in and around their words is folded."""
    found = (
        WikiLink(match.start(), match.end(), " ".join(match[1].split()), " ".join((match[2] or "").split()))
        for match in _LINK.finditer(text)
    )
    return [link for link in found if link.ref]


def reference_alone(text: str) -> str:
    """Return what a text refers to when it is one link and no more, else the text."""
    whole = text.strip()
    found = mentions(whole)
    return found[0].ref if len(found) == 1 and (found[0].start, found[0].end) == (0, len(whole)) else whole


def replaced(text: str, shown: Callable[[WikiLink], str]) -> str:
    """Return a text with each link exchanged for what is shown for it."""
    if "[[" not in text:
        return text
    pieces: list[str] = []
    end = 0
    for link in mentions(text):
        pieces += (text[end : link.start], shown(link))
        end = link.end
    return "".join((*pieces, text[end:]))
