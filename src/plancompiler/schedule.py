"""When things happen: the stretch of days of a node, from its own words or from what it stands under."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from plancompiler.inherit import period
from plancompiler.node import Fields, Node, text
from plancompiler.program import Program
from plancompiler.values import dates, periods
from plancompiler.values.problem import Problem
from plancompiler.values.rhythms import Rhythm, parse_deadline

# How far something has come that does not go as planned.
HELD_UP = frozenset({"forsinket", "utsatt", "stanset"})

# What falls due no more.
_OVER = frozenset({"fullført", "utsatt", "stanset"})


@dataclass(frozen=True, slots=True)
class When:
    """A time as written, its first and last day (None where it is open; both, for a rhythm), and if it is inherited."""

    text: str
    first: date | None
    last: date | None
    inherited: bool = False

    @property
    def order(self) -> tuple[bool, date, date]:
        """A key that puts times in the order they begin, and those without days last."""
        start = self.first or self.last or date.max
        return self.first is None and self.last is None, start, self.last or date.max


def when(program: Program, name: str) -> When | None:
    """Return the node's own period or deadline, else the period it inherits; None when there is neither."""
    node = program.nodes[name]
    own = node.text("periode") or node.text("frist")
    written = own or period(program, name)
    if not written:
        return None
    first, last = days(written, plan_days(program, node.plan))
    return When(written, first, last, not own)


def plan_days(program: Program, plan: str) -> dates.Days:
    """Return the first and last day of a plan's period."""
    return days(program.plans[plan].text("periode")) if plan in program.plans else dates.ALWAYS


def goes_on(deadline: str) -> bool:
    """Tell whether a deadline is none: a rhythm, or the plan's period or a part of it."""
    try:
        written = parse_deadline(deadline)
    except Problem:
        return False
    return isinstance(written, Rhythm) or written.precision == "plan"


def due(node: Node, time: When | None) -> date | None:
    """Return the day by which a node is to be done; None when it is on none, done already, or put off.

    What is open at the end, as «2028–», begins on a day and is due on none; a phase only lasts until one.
    """
    return None if time is None or node.kind == "fase" or node.text("status") in _OVER else time.last


def always(fields: Fields) -> bool:
    """Tell whether a node says both by its deadline and by its status that it is done all the time."""
    return text(fields, "status") == text(fields, "frist") == "løpende"


def is_past(period: dates.Days, day: str) -> bool:
    """Tell whether a period is over on a day, `2026-08-31`; none is on no day, ""."""
    return period.last is not None and bool(day) and day > period.last.isoformat()


@lru_cache(maxsize=4096)
def days(written: str, plan: dates.Days = dates.ALWAYS) -> dates.Days:
    """Return the first and last day of a date or period as written; none for a rhythm or what cannot be read."""
    try:
        found = periods.parse(written, plan)
    except Problem:
        return dates.ALWAYS
    return dates.Days(found.first, found.last)
