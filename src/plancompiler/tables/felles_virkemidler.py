"""Measures and strategies that serve more than one goal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plancompiler.cells import cell, heading, kind, names, nodes_in_order, plan_cells, plan_columns, targets
from plancompiler.followup import is_point
from plancompiler.inherit import responsible
from plancompiler.program import Basis, Program, above, links_from
from plancompiler.table import Part, Rows, Table
from plancompiler.translate import Translator

_GOALS = frozenset({"mål", "delmål"})

_BASES: Mapping[Basis, str] = {
    "skrevet": "skrevet i planen",
    "arvet": "skrevet på det punktet står under",
    "gruppe": "står sammen med målene",
}


def _rows(program: Program, words: Translator) -> Rows:
    columns = tuple(map(words, ("Virkemiddel", "Type", "Tjener målene", "Antall", "Grunnlag", "Ansvarlig")))
    # What somebody wrote comes before what follows from standing side by side.
    found = sorted(_shared(program), key=lambda shared: not _is_written(shared[2]))
    written = sum(_is_written(bases) for _, _, bases in found)
    parts = (
        Part(written, words("Planen skriver selv at punktet tjener flere mål")),
        Part(len(found) - written, words("Punktet står sammen med flere mål, og planen sier ikke hvilket det tjener")),
    )
    rows = tuple(
        (
            heading(program, name, words),
            kind(program, name, words),
            names(program, goals, words),
            cell(str(len(goals))),
            cell(*(words(_BASES[basis]) for basis in bases)),
            targets(program, responsible(program, name)[0], words),
            *plan_cells(program, program.nodes[name].plan, words),
        )
        for name, goals, bases in found
    )
    return Rows((*columns, *plan_columns(words)), rows, tuple(part for part in parts if part.count))


def _is_written(bases: tuple[Basis, ...]) -> bool:
    return any(basis != "gruppe" for basis in bases)


def _shared(program: Program) -> Iterator[tuple[str, tuple[str, ...], tuple[Basis, ...]]]:
    """Yield each node that serves more than one goal, the goals, and how it serves them."""
    for node in nodes_in_order(program):
        if (
            node.kind in {"virkemiddel", "strategi"}
            and node.name not in program.quoted
            and not is_point(program, node.name)
        ):
            goals, bases = _served(program, node.name)
            if len(goals) > 1:
                yield node.name, goals, bases


def _served(program: Program, name: str) -> tuple[tuple[str, ...], tuple[Basis, ...]]:
    """Return the goals a node serves, its home first, and how it serves the others."""
    holders = [node.name for node in above(program, name)]
    home = next((holder for holder in holders if program.nodes[holder].kind in _GOALS), "")
    goals = {home: None} if home else {}
    bases: dict[Basis, None] = {}
    for link in links_from(program, name, "bidrar_til"):
        goal = _goal(program, link.target)
        # A measure serves the goals above its home by serving its home.
        if goal and goal not in holders and goal not in goals:
            goals[goal] = None
            bases[link.basis] = None
    return tuple(goals), tuple(bases)


def _goal(program: Program, target: str) -> str:
    """Return the goal that a contribution counts for: the target, or the goal above the strategy it is."""
    if target not in program.nodes:
        return ""
    way = (program.nodes[target], *above(program, target))
    if way[0].kind not in {*_GOALS, "strategi"}:
        return ""
    return next((node.name for node in way if node.kind in _GOALS), "")


TABLE = Table(
    name="felles-virkemidler",
    title="Felles virkemidler",
    about="Virkemidler og strategier som tjener mer enn ett mål. De står ett sted og teller for alle målene.",
    rows=_rows,
)
