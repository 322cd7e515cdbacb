"""The page of a cross-reference table: what it shows in a sentence, what to know first, and its rows with links.

A table that is too long to be read says how many rows each plan has. Beside every page stand the files that hold all.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import groupby, islice

from plancompiler import tables
from plancompiler.address import address
from plancompiler.cells import draft_mark, marked, name_cell, rows_by_plan
from plancompiler.collect import collect
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.table import Cell, Mention, Note, Part, Rows, Table, counted, notes_of, read_rows, too_long
from plancompiler.views.drawing import Picture
from plancompiler.views.in_force import plan_mark, shown_status
from plancompiler.views.naming import language_of
from plancompiler.views.page import Here, Listed, Page, Pages, Ref
from plancompiler.views.pictured import pictures_of

# A mention in a cell: its words, the link ("" for words alone), their language, and a note shown after them. There are
# so many that a record with names to its fields would take most of the time a page takes.
Shown = tuple[str, str, str, str]


# The cell that heads a row, then the others under their columns.
RowView = tuple[tuple[Shown, ...], tuple[tuple[str, tuple[Shown, ...]], ...]]


@dataclass(frozen=True, slots=True)
class NoteView:
    """A sentence before the table, and what it speaks of: a list, or lines of cells."""

    text: str
    about: tuple[Shown, ...]
    lines: tuple[tuple[tuple[Shown, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """Rows under a heading, "" for none.

    `above` are the cells that are the same in all of them, said once, and then `count` says how many the rows are;
    `is_parted` that there are none, and that the parts of what the heading names have some.
    """

    heading: str
    above: tuple[tuple[Shown, ...], ...]
    count: str
    rows: tuple[RowView, ...]
    is_parted: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table, after the `answer` it comes to. Every row is as long as the header; its first cell heads it. Columns
    that no row fills, and those for machines, are left out.

    The status of a plan would be the same in all its rows: `statuses` say it once, a status and the plans that have it.
    `grid` tells that its empty cells say something, and that a broad one may take the width of the window.
    `as_of` says of which day the page speaks, since it says which plans apply; the files beside it are of no day.
    A table that is too long has no parts but a sentence that says so, and `plans`: the plan, its status, and how many
    rows it has. `files` are the whole table to take away.
    """

    title: str
    about: str
    answer: tuple[NoteView, ...]
    as_of: str
    statuses: tuple[tuple[str, tuple[Ref, ...]], ...]
    pictures: tuple[Picture, ...]
    notes: tuple[NoteView, ...]
    columns: tuple[str, ...]
    parts: tuple[PartView, ...]
    grid: bool
    too_long: str
    plans: tuple[tuple[Ref, str, str], ...]
    count: int
    counted: str
    files: tuple[Ref, ...]


def all_tables() -> tuple[Table, ...]:
    """Return every table there is."""
    return collect(tables, "TABLE", Table)


def table_address(table: Table) -> str:
    """Return the page of a table."""
    return f"tabeller/{table.name}.html"


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    for table in all_tables():
        yield table_address(table), partial(_page, program, output, table)


def _page(program: Program, output: Output, table: Table) -> Page:
    here = Here(program, output, table_address(table))
    trail = (Ref(output.words("Tabeller"), here.link("tabeller/index.html")),)
    return Page(here.page, output.words(table.title), trail, _view(here, table))


def _view(here: Here, table: Table) -> TableView:
    program, words = here.program, here.words
    found = read_rows(table, program, words, here.output.as_of)
    plan, status = (found.columns.index(words(name)) for name in ("Plan", "Status"))
    columns = () if found.is_long else _filled(found, {status, *found.for_machines, *found.above})
    return TableView(
        title=words(table.title),
        about=words(table.about),
        answer=_notes(here, table.answer(program, words, here.output.as_of)),
        as_of=_as_of(here),
        statuses=() if found.is_long else _statuses(here, (mention for row in found.rows for mention in row[plan])),
        pictures=pictures_of(here),
        notes=_notes(here, notes_of(table, program, words)),
        columns=tuple(found.columns[place] for place in columns),
        parts=_parts(here, found, columns, plan),
        grid=found.grid,
        too_long=too_long(found, words) if found.is_long else "",
        plans=_plans(here, found) if found.is_long else (),
        count=len(found.rows),
        counted=counted(len(found.rows)),
        files=(
            Ref(words("Last ned som regneark (CSV)"), f"{table.name}.csv"),
            Ref(words("Last ned som data (JSON)"), f"{table.name}.json"),
        ),
    )


def _as_of(here: Here) -> str:
    day = here.date(here.output.as_of)
    return here.words("Opplysningene gjelder per {day}.").format(day=day) if day else ""


def _filled(found: Rows, left_out: Container[int]) -> tuple[int, ...]:
    """Return the places of the columns that say something on the page."""
    every = (place for place in range(len(found.columns)) if place not in left_out)
    return tuple(place for place in every if any(row[place] for row in found.rows))


def _parts(here: Here, found: Rows, columns: Iterable[int], plan: int) -> tuple[PartView, ...]:
    if found.is_long:
        return ()
    shown_cell = cache(partial(_cell, here))

    def above(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(row[place] for place in found.above)

    @cache
    def under(place: int, cell: Cell) -> tuple[str, tuple[Shown, ...]]:
        return found.columns[place], shown_cell(cell, place == plan)

    def shown(row: tuple[Cell, ...]) -> RowView:
        return shown_cell(row[first], first == plan), tuple(under(place, row[place]) for place in others)

    first, *others = columns or (0,)
    if not found.above:
        rows = map(shown, found.rows)
        every = found.parts or (Part(len(found.rows), ""),)
        return tuple(PartView(part.heading, (), "", tuple(islice(rows, part.count))) for part in every)
    parts = [
        _together(
            here,
            tuple(_cell(here, cell, place == plan) for place, cell in zip(found.above, cells, strict=True)),
            # What only says that there is nothing is said by the heading alone.
            tuple(shown(row) for row in rows if any(row[place] for place in columns)),
        )
        for cells, rows in groupby(found.rows, above)
    ]
    parted = {_named(part).partition(".")[0] for part in parts if part.rows}
    return tuple(part if part.rows else replace(part, is_parted=_named(part) in parted) for part in parts)


def _named(part: PartView) -> str:
    """Return the first words of a heading: of a UN goal or target, its number."""
    return part.above[0][0][0] if part.above and part.above[0] else ""


def _together(here: Here, above: tuple[tuple[Shown, ...], ...], rows: tuple[RowView, ...]) -> PartView:
    words = here.words
    count = words("1 rad") if len(rows) == 1 else words("{count} rader").format(count=counted(len(rows)))
    return PartView("", tuple(cell for cell in above if cell), count if rows else "", rows)


def _cell(here: Here, cell: Cell, of_plan: bool = False) -> tuple[Shown, ...]:
    """Return the mentions of a cell. What is not in force must be seen to be so in the row itself."""
    return tuple(
        (
            here.period(one.text) if one.time else _said_on(here, one),
            here.link(address(here.program, one.name)) if one.name else "",
            language_of(here, one.name) if one.name else "",
            plan_mark(here, one.name) if of_plan and one.name in here.program.plans else "",
        )
        for one in cell
    )


def _said_on(here: Here, one: Mention) -> str:
    """Return the words of a mention; a plan is named with its status on the day, which files of no day have not."""
    program, words = here.program, here.words
    is_marked = one.name in program.plans and bool(draft_mark(program, one.name, words))
    if not is_marked or one.text != name_cell(program, one.name, words)[0].text:
        return one.text
    return marked(program, one.name, words, here.output.as_of)


def _notes(here: Here, found: Iterable[Note]) -> tuple[NoteView, ...]:
    return tuple(
        NoteView(
            note.text,
            _cell(here, note.about),
            tuple(tuple(_cell(here, cell, of_plan=True) for cell in line) for line in note.lines),
        )
        for note in found
    )


def _plans(here: Here, found: Rows) -> tuple[tuple[Ref, str, str], ...]:
    return tuple(
        (_plan_ref(here, plan[0]), shown_status(here, plan[0].name), counted(count))
        if plan
        else (Ref(here.words("ingen plan")), "", counted(count))
        for plan, _, count in rows_by_plan(here.program, found, here.words)
    )


def _plan_ref(here: Here, plan: Mention) -> Ref:
    return Ref(plan.text, here.link(address(here.program, plan.name)), language_of(here, plan.name))


def _statuses(here: Here, plans: Iterable[Mention]) -> tuple[tuple[str, tuple[Ref, ...]], ...]:
    by_status: dict[str, list[Ref]] = {}
    for plan in dict.fromkeys(plans):
        by_status.setdefault(shown_status(here, plan.name), []).append(_plan_ref(here, plan))
    return tuple((status, tuple(found)) for status, found in by_status.items())


PAGES = Pages("table.html.j2", _produce)
