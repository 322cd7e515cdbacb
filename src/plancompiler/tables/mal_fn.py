"""Goal × UN goal."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plancompiler.cells import (
    cell,
    heading,
    kind,
    names,
    nodes_in_order,
    plan_cells,
    plan_columns,
    plans_in_order,
    series,
    told,
    untold,
    weight_words,
)
from plancompiler.inherit import un_goals
from plancompiler.node import Node, text
from plancompiler.program import Link, Program, below, links_from
from plancompiler.summed import how_many, quoted_apart, summed
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
    """Say how many goals are tied to a UN goal, and how closely, and which UN goals none is tied to."""
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
    return (
        Note(f"{series(parts, words)}."),
        *_untied(program, plans, words),
        *summed(program, of, words, day),
        *quoted_apart(program, plans, words),
        *untold(program, words, day),
    )


def _untied(program: Program, plans: Collection[str], words: Translator) -> Iterator[Note]:
    """Yield the UN goals that no goal of some plans is tied to, those apart that plans say they leave alone."""
    rows = [row for row in rows_of(TABLE, program, words).rows if row[0][0].name in plans]
    empty = [goal for place, goal in enumerate(_UN_GOALS, 4) if not any(row[place] for row in rows)]
    declined = {goal: _pointing(program, goal, "følger_ikke_opp", plans) for goal in empty}
    rest = [goal for goal in empty if not declined[goal]]
    whole = [goal for goal in rest if _pointing(program, goal, "bærekraftsmål", plans)]
    # Where no goal is tied to any, that has been said.
    if rest and len(rest) < len(_UN_GOALS):
        said = words("Ingen mål er knyttet til FN-mål {numbers}.").format(numbers=series(rest, words))
        if whole:
            of_plan = words("FN-mål {numbers} er knyttet til en plan som helhet, men ikke til noe mål.")
            said += f" {of_plan.format(numbers=series(whole, words))}"
        yield Note(said)
    left = [goal for goal in empty if declined[goal]]
    if left:
        by = dict.fromkeys(plan for goal in left for plan in declined[goal])
        said = words("FN-mål {numbers} er valgt bort i {plans}:")
        yield Note(
            said.format(numbers=series(left, words), plans=how_many(by.keys(), words)), names(program, by.keys(), words)
        )


def _pointing(program: Program, goal: str, role: str, plans: Collection[str]) -> list[str]:
    """Return which of some plans point at a UN goal as a whole, in a field of their own."""
    return [plan for plan in plans_in_order(program) if plan in plans and _points(program, plan, goal, role)]


def _points(program: Program, plan: str, goal: str, role: str) -> bool:
    # A plan that leaves a target alone does not leave the goal alone.
    found = links_from(program, plan, role)
    return any(link.target == f"fn/{goal}" if role == "følger_ikke_opp" else _is_of(link, goal) for link in found)


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
        "gjennom punkter under målet. Er det tomt, sier ikke planen at målet er knyttet til FN-målet."
    ),
    rows=_rows,
    answer=_answer,
)
