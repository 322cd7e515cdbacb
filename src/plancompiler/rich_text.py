"""A text with its headings, lists, tables and links as data, for outputs that are not written in markup.

Where a link leads stands as it was found, `href`; which of them lead to an anchor of the same text is found out by the
one who makes the text whole. `lang` is "" where the language is the text's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# A run of this alone ends the line.
LINE_BREAK = "\n"

# Controls, and what is no character at all, have no place on paper, nor in the files that hold it.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BEFORE_SIGN = re.compile(r" %(?<=\d..)")
_AFTER_SIGN = re.compile(r"§ (?=\d)")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike and lead to the same place, "" for nowhere."""

    text: str
    strong: bool = False
    emphasised: bool = False
    code: bool = False
    raised: bool = False
    href: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `style` is "" for plain text, "lead", "label" or "aside"."""

    runs: tuple[Run, ...]
    style: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list."""

    blocks: tuple[Block, ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A list; `start` is the number of its first point, None when they have no numbers."""

    items: tuple[Item, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of someone else."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that are shown as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """A place that links lead to, where nothing else can bear it."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level from 1, what the thing is called, «Hovedmål 3» or "", and its title.

    Headings stand by themselves, never inside another block.
    """

    level: int
    called: str
    runs: tuple[Run, ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what they say. `wide` ones have the labels in a column of their own."""

    rows: tuple[tuple[str, tuple[Block, ...]], ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, the first of which heads it."""

    cells: tuple[tuple[Block, ...], ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of headings; every row is as long as that. `caption` may be empty."""

    caption: tuple[Run, ...]
    columns: tuple[tuple[Run, ...], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture by its file from the workspace's root, in words for those who do not see it, and what stands under it.

    Without a file the words stand in its place.
    """

    file: str
    alt: str
    caption: tuple[Run, ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """Text set apart: a "warning", a "note", or a "box" of the plan's own."""

    tone: str
    blocks: tuple[Block, ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """A UN goal: its number and name, its colour and the one that can be read on it, and what is said of the tie."""

    number: str
    name: str
    colour: str
    on_colour: str
    href: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """UN goals, after a label that says how they are tied."""

    label: str
    tiles: tuple[Tile, ...]


Block = Paragraph | Points | Quote | Code | Rule | Anchors | Heading | Facts | Table | Figure | Box | Tiles


def inside(block: Block) -> Iterator[tuple[tuple[Block, ...], tuple[str, ...]]]:
    """Yield the blocks within a block, part by part, each with the anchors of the part."""
    match block:
        case Points(items):
            yield from ((item.blocks, item.anchors) for item in items)
        case Quote(blocks):
            yield blocks, ()
        case Facts(rows):
            yield from ((blocks, ()) for _, blocks in rows)
        case Table(_, _, rows):
            for row in rows:
                yield (), row.anchors
                yield from ((cell, ()) for cell in row.cells)
        case Box(_, blocks, anchors):
            yield blocks, anchors
        case Anchors(names):
            yield (), names
        case Paragraph(_, _, anchors) | Heading(_, _, _, anchors) | Figure(_, _, _, anchors):
            yield (), anchors


def anchors_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield every anchor of a text in the order they stand."""
    for block in blocks:
        for within, anchors in inside(block):
            yield from anchors
            yield from anchors_in(within)


def figures_in(blocks: Iterable[Block]) -> Iterator[Figure]:
    """Yield every figure of a text."""
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        for within, _ in inside(block):
            yield from figures_in(within)


def unparted(text: str) -> str:
    """Return a text in which no number is parted from its sign at the end of a line: «75 %», «§ 3-2»."""
    return _AFTER_SIGN.sub("§\N{NO-BREAK SPACE}", _BEFORE_SIGN.sub("\N{NO-BREAK SPACE}%", text))


def plain_text(blocks: Iterable[Block]) -> str:
    """Return the words of a text, a space between its parts."""
    return " ".join(filter(None, (_words_of(block) for block in blocks)))


def _words_of(block: Block) -> str:
    match block:
        case Paragraph(runs) | Heading(_, _, runs):
            return "".join(run.text for run in runs)
        case Code(text):
            return text
        case _:
            return plain_text(part for blocks, _ in inside(block) for part in blocks)


def printable(text: str) -> str:
    """Return a text as it can be printed: with spaces for what is not seen, and no number parted from its sign."""
    return text if text == LINE_BREAK else unparted(unseen_as_spaces(text))


def unseen_as_spaces(text: str) -> str:
    """Return a text with a space for each control and for what is no character at all."""
    return _UNSEEN.sub(" ", text)
