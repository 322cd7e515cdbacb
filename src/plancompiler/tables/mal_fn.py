"""Goal × UN goal."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.cells import (
    cell,
    heading,
    kind,
    nodes_in_order,
    plan_cells,
    plan_columns,
    series,
    told,
    untold,
    weight_words,
)
from plancompiler.inherit import un_goals
from plancompiler.node import Node, text
from plancompiler.program import Link, Program, below, links_from
from plancompiler.summed import summed
from plancompiler.table import Cell, Note, Rows, Table, counted, rows_of
from plancompiler.translate import Translator

_UN_GOALS = tuple(str(number) for number in range(1, 18))


def _rows(program: Program, words: Translator) -> Rows:
    columns = (*plan_columns(words), words("Mål"), words("Type"), *(f"{words('FN-mål')} {goal}" for goal in _UN_GOALS))
    return Rows(
        columns,
        tuple(
            (
                *plan_cells(program, node.plan, words),
                heading(program, node.name, words),
                kind(program, node.name, words),
                *_ties(program, node.name, words),
            )
            for node in _goals(program)
        ),
        grid=True,
    )


def _goals(program: Program) -> Iterator[Node]:
    return (node for node in nodes_in_order(program) if node.kind == "mål" and node.name not in program.quoted)


def _answer(program: Program, words: Translator, day: str) -> tuple[Note, ...]:
    """Say how many goals are tied to a UN goal, and how closely."""
    plans = told(program)
    goals = [node.name for node in _goals(program) if node.plan in plans]
    direct = sum(any(un_goals(program, goal)[0]) for goal in goals)
    tied = sum(any(row[4:]) for row in rows_of(TABLE, program, words).rows if row[0][0].name in plans)
    parts = [
        words("{count} av {all} mål er knyttet direkte til et FN-mål").format(
            count=counted(direct), all=counted(len(goals))
        )
    ]
    if tied > direct:
        by = words("{count} bare via det de hører til eller det som står under dem")
        parts.append(by.format(count=counted(tied - direct)))
    if len(goals) > tied:
        parts.append(words("{count} til ingen").format(count=counted(len(goals) - tied)))
    if not goals:
        return ()
    of = {program.nodes[goal].plan for goal in goals}
    return Note(f"{series(parts, words)}."), *summed(program, of, words, day), *untold(program, words, day)


def _notes(program: Program, words: Translator) -> tuple[Note, ...]:
    """Name the UN goals that no goal is tied to."""
    found = rows_of(TABLE, program, words)
    empty = [goal for place, goal in enumerate(_UN_GOALS, 4) if not any(row[place] for row in found.rows)]
    if not found.rows or not empty:
        return ()
    message = words("Ingen mål er knyttet til FN-mål {numbers}.")
    return (Note(message.format(numbers=series(empty, words))),)


def _ties(program: Program, goal: str, words: Translator) -> Iterator[Cell]:
    own, inherited = un_goals(program, goal)
    under = [link for node in below(program, goal) for link in links_from(program, node.name, "bærekraftsmål")]
    for number in _UN_GOALS:
        yield cell(
            *(_direct(link, words) for link in own if _is_of(link, number)),
            *(f"{words('via mål')}{_target(link)}" for link in inherited if _is_of(link, number)),
            *dict.fromkeys(f"{words('under målet')}{_target(link)}" for link in under if _is_of(link, number)),
        )


def _direct(link: Link, words: Translator) -> str:
    weight = text(link.extra, "vekt")
    return words("direkte") + (f" ({weight_words(weight, words)})" if weight else "") + _target(link)


def _target(link: Link) -> str:
    number = link.target.removeprefix("fn/")
    return f": {number}" if "." in number else ""


def _is_of(link: Link, goal: str) -> bool:
    return link.target.removeprefix("fn/").partition(".")[0] == goal


TABLE = Table(
    name="mal-fn",
    title="Mål og FN-mål",
    about=(
        "Hvilke av FNs bærekraftsmål hvert mål er knyttet til: direkte, via det målet hører til, eller "
        "gjennom punkter under målet."
    ),
    rows=_rows,
    notes=_notes,
    answer=_answer,
)
