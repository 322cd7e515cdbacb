"""A cross-reference table as Markdown: its rows, or how many each plan has where they are too many to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from plancompiler.cells import plan_columns, rows_by_plan
from plancompiler.markdown import gfm
from plancompiler.markdown.page import Page
from plancompiler.program import Program
from plancompiler.table import Mention, Part, Rows, Table, counted, in_list, notes_of, too_long
from plancompiler.translate import Translator


def table_page(page: Page, table: Table, rows: Rows) -> str:
    """Return a cross-reference table whose cells are links, in as many tables as it has parts."""

    # A plan or a goal stands in a great many rows.
    @cache
    def linked(mention: Mention) -> str:
        return page.link(mention.name, mention.text) if mention.name else gfm.plain(mention.text)

    notes = [line for note in notes_of(table, page.program, page.words) for line in (gfm.plain(note.text), "")]
    title, empty, about, _ = title_lines(table, page.words)
    lines = [title, empty, *_answer(page, table, linked), about, ""]
    if rows.is_long:
        # The whole table stands in the folder of tables, beside that of Markdown.
        file = "../" * (page.path.count("/") + 1) + f"tables/{table.name}.csv"
        return "\n".join([*lines, *summed_up(page.program, rows, page.words, file, linked), *notes])
    cells = (["; ".join(map(linked, in_list(cell) if len(cell) > 1 else cell)) for cell in row] for row in rows.rows)
    columns = [gfm.plain(column) for column in rows.columns]
    lines += notes
    for part in rows.parts or (Part(len(rows.rows), ""),):
        lines += [gfm.heading(2, gfm.plain(part.heading)), ""] if part.heading else []
        lines += [*gfm.table(columns, islice(cells, part.count)), ""]
    return "\n".join(lines)


def _answer(page: Page, table: Table, shown: Callable[[Mention], str]) -> Iterator[str]:
    for note in table.answer(page.program, page.words, page.output.as_of):
        # A sentence that goes on after a colon ends in what it names; elsewhere the names stand in the rows.
        names = ", ".join(map(shown, note.about)) if note.text.endswith(":") else ""
        yield from (f"{gfm.plain(note.text)} {names}".rstrip(), "")
        for line in note.lines:
            yield "- " + " – ".join(page.date(one.text) if one.time else shown(one) for cell in line for one in cell)
        yield from ("",) if note.lines else ()


def title_lines(table: Table, words: Translator) -> list[str]:
    """Return what a table is called and what it shows."""
    return [gfm.heading(1, gfm.plain(words(table.title))), "", gfm.plain(words(table.about)), ""]


def summed_up(
    program: Program, rows: Rows, words: Translator, file: str, shown: Callable[[Mention], str]
) -> Iterator[str]:
    """Yield how many rows each plan has, and a link to the file that holds them all; `shown` names a plan."""
    yield from (gfm.plain(too_long(rows, words)), "")
    yield from (gfm.link(words("Hele tabellen som regneark (CSV)"), file), "")
    found = (
        (shown(plan[0]) if plan else gfm.plain(words("ingen plan")), *map(shown, status), counted(count))
        for plan, status, count in rows_by_plan(program, rows, words)
    )
    yield from (*gfm.table([*plan_columns(words), words("Rader")], found), "")
