"""A cross-reference table as data: the same rows become HTML, Markdown, CSV and JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from plancompiler.program import Program
from plancompiler.translate import Translator
from plancompiler.wording import without_stop


class Mention(NamedTuple):
    """Words in a cell, and the full name of what they mean ("" when they are only words).

    `time` tells a date or period, as written, that a page shows in the reader's own way.
    """

    text: str
    name: str = ""
    time: bool = False


Cell = tuple[Mention, ...]

# Nobody reads more rows than this on a page: a longer table is summed up there, and is whole in its files.
MOST = 1000


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that stand together: how many they are, and the sentence that says what they have in common."""

    count: int
    heading: str


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence that helps to read a table, and what it speaks of, if any: a list of names, or lines of cells."""

    text: str
    about: Cell = ()
    lines: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """The header and the rows; every row is as long as the header. The first cell is the row's heading.

    `parts` are what the rows fall into, in their order; empty when they are all of one sort. `for_machines` are the
    places of columns that say to a program what another says to a reader. `above` are those of columns whose cells are
    the same in row after row, so that a page says them once, above the rows they are the same in. `grid` tells that one
    thing is held against another, so that an empty cell says that nothing ties the two.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    parts: tuple[Part, ...] = ()
    for_machines: tuple[int, ...] = ()
    above: tuple[int, ...] = ()
    grid: bool = False

    @property
    def is_long(self) -> bool:
        """Whether the rows are too many to be read on a page."""
        return len(self.rows) > MOST


def _nothing(program: Program, words: Translator) -> tuple[Note, ...]:
    return ()


def _no_answer(program: Program, words: Translator, day: str) -> tuple[Note, ...]:
    return ()


def _as_they_are(program: Program, words: Translator, rows: Rows, day: str) -> Rows:
    return rows


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its file name, its title and one sentence on what it shows (both bokmål), and what makes its rows.

    `notes` makes what stands before it on a page: what is not in it, and what is not said. `answer` makes what stands
    before all else there: what its rows come to, as of a day, `2026-08-31`, or "" for none. `arranged` puts the rows,
    which are of no day, as people read them on a day; the files for machines hold them as they are.
    """

    name: str
    title: str
    about: str
    rows: Callable[[Program, Translator], Rows]
    notes: Callable[[Program, Translator], tuple[Note, ...]] = _nothing
    answer: Callable[[Program, Translator, str], tuple[Note, ...]] = _no_answer
    arranged: Callable[[Program, Translator, Rows, str], Rows] = _as_they_are


@lru_cache(maxsize=16)
def rows_of(table: Table, program: Program, words: Translator) -> Rows:
    """Return the rows of a table, made once for all the targets of a build."""
    return table.rows(program, words)


@lru_cache(maxsize=16)
def read_rows(table: Table, program: Program, words: Translator, day: str) -> Rows:
    """Return the rows of a table as people read them on a day, made once for all the targets of a build."""
    return table.arranged(program, words, rows_of(table, program, words), day)


@lru_cache(maxsize=16)
def notes_of(table: Table, program: Program, words: Translator) -> tuple[Note, ...]:
    """Return what to know of a table, made once for all the targets of a build."""
    return table.notes(program, words)


def counted(count: int) -> str:
    """Return a number as it is read, its thousands apart."""
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")


def too_long(rows: Rows, words: Translator) -> str:
    """Return the sentence that stands where a table would be too long."""
    said = words("Tabellen har {count} rader, for mange til å leses på én side. Under står hvor mange hver plan har.")
    return said.format(count=counted(len(rows.rows)))


def words(cell: Cell) -> str:
    """Return the text of a cell on one line; several mentions are parted by semicolons."""
    return cell[0].text if len(cell) == 1 else "; ".join(mention.text for mention in in_list(cell))


def in_list(cell: Cell) -> Cell:
    """Return mentions as they stand in a list: a text in the place of a title has no full stop there."""
    return tuple(mention._replace(text=without_stop(mention.text)) for mention in cell)
