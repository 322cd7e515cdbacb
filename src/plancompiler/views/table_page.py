"""The page of a cross-reference table: what it shows in a sentence, and its rows with links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plancompiler import tables
from plancompiler.address import address
from plancompiler.collect import collect
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.table import Table, rows_of
from plancompiler.views.naming import language_of
from plancompiler.views.page import Here, Page, Pages, Ref


@dataclass(frozen=True, slots=True)
class TableView:
    """A table. Every row is as long as the header; its first cell heads it. Columns that no row fills are left out.

    `notes` say what is not in it.
    """

    title: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Ref, ...], ...], ...]
    notes: tuple[str, ...]


def all_tables() -> tuple[Table, ...]:
    """Return every table there is."""
    return collect(tables, "TABLE", Table)


def table_address(table: Table) -> str:
    """Return the page of a table."""
    return f"tabeller/{table.name}.html"


def _produce(program: Program, output: Output) -> Iterator[Page]:
    for table in all_tables():
        here = Here(program, output, table_address(table))
        trail = (Ref(output.words("Tabeller"), here.link("tabeller/index.html")),)
        yield Page(here.page, output.words(table.title), trail, _view(here, table))


def _view(here: Here, table: Table) -> TableView:
    found = rows_of(table, here.program, here.words)
    # The same node is named in very many cells.
    known: dict[str, tuple[str, str]] = {"": ("", "")}
    for mention in (mention for row in found.rows for cell in row for mention in cell):
        if mention.name not in known:
            link = here.link(address(here.program, mention.name))
            known[mention.name] = (link, language_of(here, mention.name))
    filled = [place for place, _ in enumerate(found.columns) if any(row[place] for row in found.rows)]
    rows = tuple(
        tuple(
            tuple(
                Ref(here.period(mention.text) if mention.time else mention.text, *known[mention.name])
                for mention in row[place]
            )
            for place in filled
        )
        for row in found.rows
    )
    notes = table.notes(here.program, here.words)
    columns = tuple(found.columns[place] for place in filled)
    return TableView(here.words(table.title), here.words(table.about), columns, rows, notes)


PAGES = Pages("table.html.j2", _produce)
