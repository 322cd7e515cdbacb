"""Links in prose: `[[ref]]` and `[[ref|shown text]]` (`language.md` 6.1), found the same way by all who read prose."""

from __future__ import annotations

import re
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
