"""What pictures are made of: outlines and words with their places worked out, and how much room words take.

A drawing is `WIDTH` units wide; where it is narrowest a unit is a pixel, so no text is smaller than it says here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plancompiler.views.page import Ref

WIDTH = 720

# More rows than this are not a picture any longer, but a table.
MOST = 40

# The size of the words that a drawing is mostly made of, and of the smallest.
SIZE = 12
SMALL = 11

# From one line to the next.
LINE = 15

_NARROW, _WIDE = frozenset("iljtfI.,:;'|!()[]/- "), frozenset("mwMWÆæ@%…–")


class Words(NamedTuple):
    """Words on a line and on those below it, and where the first begins; where they lead, and their language, or "".

    `then` stands further along the line, and where: what is read right after the words.
    """

    x: int
    y: int
    text: str
    more: tuple[str, ...] = ()
    href: str = ""
    lang: str = ""
    then: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """Outlines, each of a class, and over them groups of words of a class, in the order they are read."""

    height: int
    outlines: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, tuple[Words, ...]], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a picture shows, as a table. The first cell of a row heads it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Ref, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: an anchor's name, its title, what it shows in a sentence, notes, and the same facts as a table.

    `legend` says how the drawing is read and what it leaves out; where the table stands alone, that is left unsaid.
    `beside` leads to the facts where they stand on the page already. `linked` when words in the picture lead somewhere;
    it is then no image but a group of what it holds.
    """

    name: str
    title: str
    says: str
    notes: tuple[str, ...]
    drawing: Drawing
    facts: Facts | None = None
    beside: Ref | None = None
    linked: bool = False
    legend: tuple[str, ...] = ()


def left_out(shown: int, every: int, said: str) -> tuple[str, ...]:
    """Return the note, `said` with the count, on a picture that shows the first of its rows; none when it has all."""
    return (said.format(count=shown),) if shown < every else ()


def box(x: int, y: int, width: int, height: int) -> str:
    """Return the outline of a box."""
    return f"M{x} {y}h{width}v{height}h-{width}z"


def fitted(text: str, room: int, size: int = SIZE) -> str:
    """Return a text as it is, or its first words where there is no room for all."""
    if room_of(text, size) <= room:
        return text
    kept = _start(text, room, size, " …")
    head, space, _ = kept.rpartition(" ")
    return (head if space and text[len(kept) : len(kept) + 1] != " " else kept).rstrip(" ,.;:–-(") + " …"


def wrapped(text: str, room: int, most: int, size: int = SIZE) -> tuple[str, ...]:
    """Return a text on lines, the last shortened where they would be more than `most`."""
    lines: list[str] = []
    left = " ".join(text.split())
    while left and len(lines) < most - 1 and room_of(left, size) > room:
        start = _start(left, room, size)
        head, space, _ = start.rpartition(" ")
        line = start if left[len(start) : len(start) + 1] == " " or not space else head
        lines.append(line)
        left = left[len(line) :].strip()
    return (*lines, fitted(left, room, size)) if left else tuple(lines)


def room_of(text: str, size: int = SIZE) -> int:
    """Return how much room a text takes on the line, in a wide font rather than a narrow one."""
    ems = sum(0.36 if char in _NARROW else 0.98 if char in _WIDE else 0.7 if char.isupper() else 0.62 for char in text)
    return round(ems * size)


def lines_at(x: int, y: int, lines: Sequence[str], href: str = "", lang: str = "") -> Words:
    """Return lines of words under each other with their middle at `y`."""
    first, *more = lines or ("",)
    return Words(x, y - len(more) * LINE // 2 + 4, first, tuple(more), href, lang)


def joined(*outlines: tuple[str, Iterable[str]]) -> tuple[tuple[str, str], ...]:
    """Return outlines with those of a class in one, and without classes that have none."""
    found = ((name, "".join(parts)) for name, parts in outlines)
    return tuple((name, outline) for name, outline in found if outline)


def _start(text: str, room: int, size: int, end: str = "") -> str:
    """Return the most letters there is room for with `end` after them, at least one."""
    length = len(text)
    while length > 1 and room_of(text[:length] + end, size) > room:
        length -= 1
    return text[:length]
