"""What happens in a plan in the year the build speaks of, by the day it is due, what goes on, and what is held up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from plancompiler.inherit import period
from plancompiler.node import Fields, Node, text
from plancompiler.program import below, outer
from plancompiler.schedule import HELD_UP, days, goes_on, plan_days, when
from plancompiler.values.dates import ALWAYS, Days
from plancompiler.views.facts import Fact, work_facts
from plancompiler.views.in_force import period_is_over
from plancompiler.views.naming import ref
from plancompiler.views.numbers import number_line
from plancompiler.views.page import Here, Ref

_WORK = frozenset({"virkemiddel", "milepæl", "fase"})
# A plan with any of these is asked what happens in a year, though it may not say.
_DOES = _WORK | {"strategi"}

# What is told of as held up, or is over already, does not happen.
_NOT_NOW = HELD_UP | {"fullført"}


@dataclass(frozen=True, slots=True)
class Doing:
    """A strategy, measure, milestone or phase: who does it, when, how far it has come, and its costs in the year."""

    ref: Ref
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ThisYear:
    """What has a time of its own or a cost in the year, what is due first before the rest; what recurs or goes on all
    the time; what is under way and says no time; and what is held up in any year."""

    year: str
    doing: tuple[Doing, ...]
    going_on: tuple[Doing, ...]
    under_way: tuple[Doing, ...]
    held_up: tuple[Doing, ...]


def this_year(here: Here, plan: str) -> ThisYear | None:
    """Return what happens in the year of the build, or in the first of a plan that has yet to begin.

    None of a plan that has nothing to do, or whose period is over, and when the build has no day.
    """
    nodes = [node for node in below(here.program, plan) if node.name not in here.program.quoted]
    if not here.output.as_of or not any(node.kind in _DOES for node in nodes) or period_is_over(here, plan):
        return None
    work = [node for node in nodes if _is_work(node)]
    begins = plan_days(here.program, plan).first
    year = max(int(here.output.as_of[:4]), begins.year if begins is not None else 0)
    now = [node for node in work if node.text("status") not in _NOT_NOW]
    going_on = [node for node in now if _goes_on(here, node, year)]
    timed = [node for node in _in(here, now, year) if node not in going_on]
    under_way = [node for node in now if _is_under_way(node) and node not in timed]
    return ThisYear(
        str(year),
        tuple(_doing(here, node, year) for node in timed),
        tuple(_doing(here, node, year) for node in going_on),
        tuple(_doing(here, node, year) for node in under_way),
        tuple(_doing(here, node, year) for node in work if node.text("status") in HELD_UP),
    )


def _is_work(node: Node) -> bool:
    """Tell whether a node is work: a strategy is only where it says when."""
    return node.kind in _WORK or (node.kind == "strategi" and bool(node.text("frist") or node.text("periode")))


def _in(here: Here, work: list[Node], year: int) -> Iterator[Node]:
    """Yield what has days of its own in a year, or costs; a time that is inherited is the plan's."""
    found: list[tuple[date, Node]] = []
    for node in work:
        time = when(here.program, node.name)
        own = Days(time.first, time.last) if time is not None and not time.inherited else ALWAYS
        if (own != ALWAYS and _touches(own, year)) or _costs(here, node, year):
            found.append((own.last or date.max, node))
    return (node for _, node in sorted(found, key=lambda one: one[0]))


def _goes_on(here: Here, node: Node, year: int) -> bool:
    """Tell whether a node has no day but a rhythm, or all of the plan's period, and the year is in its period."""
    if node.text("periode"):
        return False
    plan, frist = plan_days(here.program, node.plan), node.text("frist")
    # A part of the plan's period has days of its own.
    lasts = goes_on(frist) and days(frist, plan) in (ALWAYS, plan) if frist else node.text("status") == "løpende"
    return lasts and _touches(days(period(here.program, node.name), plan), year)


def _is_under_way(node: Node) -> bool:
    """Tell whether a node says that it is under way, and not when."""
    return node.text("status") == "i gang" and not (node.text("frist") or node.text("periode"))


def _touches(time: Days, year: int) -> bool:
    """Tell whether a time has a day in a year; one that is open at one end touches every year on that side."""
    return (time.first is None or time.first.year <= year) and (time.last is None or time.last.year >= year)


def _costs(here: Here, node: Node, year: int) -> tuple[Fields, ...]:
    """Return what a node is said to cost in a year."""
    plan = plan_days(here.program, node.plan)
    dated = ((record, days(text(record, "år"), plan)) for record in node.records("kostnader"))
    return tuple(record for record, when in dated if when != ALWAYS and _touches(when, year))


def _doing(here: Here, node: Node, year: int) -> Doing:
    found = [
        (text(record, "hva"), line)
        for record in _costs(here, node, year)
        if (line := number_line(here, node.name, record)) is not None
    ]
    lines = tuple(replace(line, text=f"{what}: {line.text}") if what else line for what, line in found)
    costs = (Fact("kostnader", here.words("Kostnader"), (), lines, always=True),) if lines else ()
    return Doing(ref(here, node.name, _milestone_of(here, node)), (*work_facts(here, node), *costs))


def _milestone_of(here: Here, node: Node) -> str:
    """Return what a milestone is one of: «Søknaden er sendt» says little alone."""
    holder = outer(here.program, node.name)
    return ref(here, holder).text if node.kind == "milepæl" and holder in here.program.nodes else ""
