"""Period → measures and milestones, in the order they begin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plancompiler.cells import cell, heading, kind, nodes_in_order, plan_cells, plan_columns, targets, term
from plancompiler.followup import is_point
from plancompiler.inherit import responsible
from plancompiler.program import Program
from plancompiler.schedule import When, when
from plancompiler.table import Rows, Table
from plancompiler.translate import Translator

_KINDS = frozenset({"virkemiddel", "milepæl", "fase"})


def _rows(program: Program, words: Translator) -> Rows:
    columns = tuple(map(words, ("Når", "Fra", "Til", "Punkt", "Type", "Frist", "Ansvarlig", "Status", "Arvet")))
    # Sorting is stable: what begins and ends together stays in page order.
    found = sorted(_timed(program), key=lambda pair: pair[1].order)
    rows = tuple(
        (
            cell(time.text),
            cell(_iso(time.first)),
            cell(_iso(time.last)),
            heading(program, name),
            kind(program, name, words),
            cell(program.nodes[name].text("frist")),
            targets(program, responsible(program, name)[0], words),
            cell(term(program, "statuser", program.nodes[name].text("status"))),
            cell(words("ja") if time.inherited else ""),
            *plan_cells(program, program.nodes[name].plan, words),
        )
        for name, time in found
    )
    return Rows((*columns, *plan_columns(words)), rows)


def _timed(program: Program) -> Iterator[tuple[str, When]]:
    for node in nodes_in_order(program):
        time = when(program, node.name) if node.kind in _KINDS and node.name not in program.quoted else None
        # A point of a measure goes with the measure unless it has a time of its own.
        if time is not None and not (time.inherited and is_point(program, node.name)):
            yield node.name, time


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


TABLE = Table(
    name="perioder",
    title="Tidsplan",
    about=(
        "Virkemidler, milepæler og faser etter når de begynner. Det som bare har planens egen periode, er "
        "merket som arvet."
    ),
    rows=_rows,
)
