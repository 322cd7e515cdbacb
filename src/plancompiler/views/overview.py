"""The goals of a plan at a glance: a row each, and how much of each later kind follows it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plancompiler.followup import chain, is_point
from plancompiler.program import Program, below, links_to
from plancompiler.views.facts import linked
from plancompiler.views.naming import ref
from plancompiler.views.page import Here, Ref
from plancompiler.views.un_tiles import Tile, own_tiles
from plancompiler.wording import called, kind_words


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal: its page, its UN goals, what it is quoted from, and how many of each later kind serve it."""

    ref: Ref
    called: str
    tiles: tuple[Tile, ...]
    origin: tuple[Ref, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The goals of a plan. `totals` are its own counts, with the word for one or several; `columns` the later kinds."""

    totals: tuple[tuple[int, str], ...]
    columns: tuple[str, ...]
    rows: tuple[GoalRow, ...]


def overview(here: Here, plan: str) -> Overview:
    """Return the overview of a plan. Quoted goals count for nothing; they have a row when work hangs under them."""
    program = here.program
    order = chain(program, plan)
    goals = [
        node
        for node in below(program, plan)
        if node.kind == "mål" and (node.name not in program.quoted or program.children.get(node.name))
    ]
    later = order[order.index("mål") + 1 :] if "mål" in order else ()
    served = {goal.name: {kind: serving(program, goal.name, kind) for kind in later} for goal in goals}
    columns = [kind for kind in later if any(served[goal.name][kind] for goal in goals)]
    rows = tuple(
        GoalRow(
            ref=ref(here, goal.name),
            called=called(program, goal, here.words),
            tiles=own_tiles(here, goal.name),
            origin=tuple(one for fact in linked(here, goal.name, "sitert") for one in fact.refs),
            counts=tuple(len(served[goal.name][kind]) for kind in columns),
        )
        for goal in goals
    )
    return Overview(
        plan_totals(here, plan), tuple(kind_words(program, plan, kind, here.words)[1] for kind in columns), rows
    )


def plan_totals(here: Here, plan: str) -> tuple[tuple[int, str], ...]:
    """Return how many nodes a plan has of each kind in its chain, with the word for one or several."""
    counts = ((kind, _total(here.program, plan, kind)) for kind in chain(here.program, plan))
    return tuple((count, _word(here, plan, kind, count)) for kind, count in counts if count)


def goal_counts(here: Here, goal: str) -> tuple[tuple[int, str], ...]:
    """Return how many of each later kind serve a goal, with the word for one or several."""
    plan = here.program.nodes[goal].plan
    order = chain(here.program, plan)
    later = order[order.index("mål") + 1 :] if "mål" in order else ()
    counts = ((kind, len(serving(here.program, goal, kind))) for kind in later)
    return tuple((count, _word(here, plan, kind, count)) for kind, count in counts if count)


def serving(program: Program, goal: str, kind: str) -> frozenset[str]:
    """Return the nodes of a kind that stand under a goal or contribute to it, by an area as by themselves.

    Nodes of other plans count when those are in force.
    """
    plan = program.nodes[goal].plan
    found = (name for name in _serving(program, goal) if _counts(program, name, kind))
    return frozenset(name for name in found if program.nodes[name].plan in {plan, *program.counted})


def _serving(program: Program, goal: str) -> Iterator[str]:
    for aim in (program.nodes[goal], *below(program, goal)):
        if aim.name != goal:
            yield aim.name
        for link in links_to(program, aim.name, "bidrar_til"):
            if link.source in program.nodes:
                yield link.source
                if program.nodes[link.source].kind == "område":
                    yield from (node.name for node in below(program, link.source))


def _counts(program: Program, name: str, kind: str) -> bool:
    return program.nodes[name].kind == kind and name not in program.quoted and not is_point(program, name)


def _total(program: Program, plan: str, kind: str) -> int:
    return sum(_counts(program, node.name, kind) for node in below(program, plan))


def _word(here: Here, plan: str, kind: str, count: int) -> str:
    return kind_words(here.program, plan, kind, here.words)[0 if count == 1 else 1].lower()
