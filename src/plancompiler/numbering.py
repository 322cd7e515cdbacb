"""The numberings of a plan: which nodes count one, two, three together, whether under one holder or through the plan.

A printed number is any text and never an identity (`language.md` 4.1). What can be said of it is whether its series
runs on: under each holder anew (delmål 1–3 under every goal), or through the whole plan (goals 1–13 over three areas).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plancompiler.node import Node
from plancompiler.program import Program, named_below
from plancompiler.values import printed_numbers

# Figures and tables are numbered through chapters, and where they stand says nothing of their order.
APART = frozenset({"figur", "tabell"})

# The series and what tells one from another: the kind, the node's own word for it, and the level of a goal.
_Key = tuple[str, str, str, str]
_Numbered = tuple[Node, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Numbering:
    """A run of numbers: its series, where it begins, its nodes in page order, and the places each of them has.

    `spared` are places that nodes with someone else's words have in the same series.
    """

    series: str
    first: int
    nodes: tuple[Node, ...]
    places: tuple[tuple[int, ...], ...]
    spared: frozenset[int]


def numberings(program: Program, plan: str) -> Iterator[Numbering]:
    """Yield the numberings of a plan, in the order they begin in."""
    series: dict[_Key, list[_Numbered]] = {}
    spared: dict[_Key, set[int]] = {}
    for node in named_below(program, plan):
        number = printed_numbers.parse(node.text("nummer")) if node.text("nummer") else None
        if number is None or node.kind in APART:
            continue
        key = (number.series, node.kind, node.text("betegnelse"), node.text("nivå"))
        if node.name in program.quoted:
            spared.setdefault(key, set()).update(number.places)
        else:
            series.setdefault(key, []).append((node, number.places))
    for key, numbered in series.items():
        yield from _runs(program, key[0], numbered, frozenset(spared.get(key, ())))


def _runs(program: Program, series: str, numbered: list[_Numbered], spared: frozenset[int]) -> Iterator[Numbering]:
    """Yield the series as one run when it runs on through the plan, else a run for each holder."""
    first = min(min(places) for _, places in numbered)
    lists: dict[str, list[_Numbered]] = {}
    for node, places in numbered:
        lists.setdefault(program.parents[node.name], []).append((node, places))
    beginning = [parent for parent, own in lists.items() if any(first in places for _, places in own)]
    runs_on = len(beginning) == 1 and (_rising(numbered) or _distinct(numbered))
    for own in [numbered] if runs_on else lists.values():
        yield Numbering(series, first, tuple(node for node, _ in own), tuple(places for _, places in own), spared)


def _rising(numbered: list[_Numbered]) -> bool:
    starts = [min(places) for _, places in numbered]
    return starts == sorted(starts)


def _distinct(numbered: list[_Numbered]) -> bool:
    every = [place for _, places in numbered for place in places]
    return len(every) == len(set(every))
