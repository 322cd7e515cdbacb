"""What happens in a plan in the year the build speaks of, by the day it is due, and what is held up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plancompiler.node import Node
from plancompiler.program import below
from plancompiler.schedule import When, plan_days, when
from plancompiler.views.facts import Fact, work_facts
from plancompiler.views.in_force import period_is_over
from plancompiler.views.naming import ref
from plancompiler.views.page import Here, Ref

_WORK = frozenset({"virkemiddel", "milepæl", "fase"})
_HELD_UP = frozenset({"forsinket", "utsatt", "stanset"})


@dataclass(frozen=True, slots=True)
class Doing:
    """A measure, milestone or phase, and who does it, when, and how far it has come."""

    ref: Ref
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ThisYear:
    """What has a time of its own in the year, what is due first before the rest, and what is held up in any year."""

    year: str
    doing: tuple[Doing, ...]
    held_up: tuple[Doing, ...]


def this_year(here: Here, plan: str) -> ThisYear | None:
    """Return what happens in the year of the build, or in the first of a plan that has yet to begin.

    None of a plan without work or whose period is over, and when the build has no day.
    """
    work = [node for node in below(here.program, plan) if node.kind in _WORK and node.name not in here.program.quoted]
    if not here.output.as_of or not work or period_is_over(here, plan):
        return None
    begins = plan_days(here.program, plan).first
    year = max(int(here.output.as_of[:4]), begins.year if begins is not None else 0)
    return ThisYear(
        str(year),
        tuple(_doing(here, node) for node in _in(here, work, year)),
        tuple(_doing(here, node) for node in work if node.text("status") in _HELD_UP),
    )


def _in(here: Here, work: list[Node], year: int) -> Iterator[Node]:
    """Yield what has days of its own in a year; a rhythm has none, and a time that is inherited is the plan's."""
    found: list[tuple[date, Node]] = []
    for node in work:
        time = when(here.program, node.name)
        if time is not None and not time.inherited and _touches(time, year):
            found.append((time.last or date.max, node))
    return (node for _, node in sorted(found, key=lambda one: one[0]))


def _touches(time: When, year: int) -> bool:
    if time.first is None and time.last is None:
        return False
    # A time that is open at one end touches every year on that side.
    return (time.first is None or time.first.year <= year) and (time.last is None or time.last.year >= year)


def _doing(here: Here, node: Node) -> Doing:
    return Doing(ref(here, node.name), work_facts(here, node))
