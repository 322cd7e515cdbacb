"""A cross-reference table as data: the same rows become HTML, Markdown, CSV and JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from plancompiler.program import Program
from plancompiler.translate import Translator


class Mention(NamedTuple):
    """Words in a cell, and the full name of what they mean ("" when they are only words).

    `time` tells a date or period, as written, that a page shows in the reader's own way.
    """

    text: str
    name: str = ""
    time: bool = False


Cell = tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The header and the rows; every row is as long as the header. The first cell is the row's heading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def _nothing(program: Program, words: Translator) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its file name, its title and one sentence on what it shows (both bokmål), and what makes its rows.

    `notes` makes the sentences that say what is not in it, for the page that shows it.
    """

    name: str
    title: str
    about: str
    rows: Callable[[Program, Translator], Rows]
    notes: Callable[[Program, Translator], tuple[str, ...]] = _nothing


@lru_cache(maxsize=16)
def rows_of(table: Table, program: Program, words: Translator) -> Rows:
    """Return the rows of a table, made once for all the targets of a build."""
    return table.rows(program, words)


def words(cell: Cell) -> str:
    """Return the text of a cell on one line; several mentions are parted by semicolons."""
    return cell[0].text if len(cell) == 1 else "; ".join(mention.text for mention in cell)
