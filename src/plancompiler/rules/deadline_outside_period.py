"""A deadline far outside the period of its plan (L62)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.inherit import period
from plancompiler.node import Document
from plancompiler.program import Program, named_below
from plancompiler.rule import Rule
from plancompiler.schedule import days, plan_days
from plancompiler.values.dates import Days

CODE = Code(
    name="deadline-outside-period",
    severity="warning",
    message="Fristen er lenge etter planperioden",
    label="planen gjelder {period:dato}",
    help="Rett fristen hvis året er feil skrevet. Skal arbeidet gå videre etter planperioden, kan du forklare det i «avvik».",
    what="Et punkt har en frist mer enn ett år før eller etter tida planen gjelder.",
    why="Som oftest er året feil skrevet. Er det riktig, blir ikke punktet gjort mens planen gjelder, og ingen følger det opp.",
    bad="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    ansvarlig: Kulturetaten
    frist: 2072
""",
    good="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    ansvarlig: Kulturetaten
    frist: 2027
""",
    variants={
        "before": Words(
            message="Fristen er lenge før planperioden",
            help="Rett fristen hvis året er feil skrevet. Er punktet gjort, skriver du «status: fullført».",
        ),
    },
)

# What is prepared the year before a plan begins, and reported the year after it ends, is part of the work.
_YEARS = 1


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each deadline more than a year outside the plan's period, of what is not done."""
    whole = plan_days(program, plan.id)
    if plan.text("gjengivelse") == "utdrag":
        return
    for node in named_below(program, plan.id):
        deadline = node.text("frist")
        if not deadline or node.name in program.quoted or node.text("status") == "fullført":
            continue
        due = days(deadline, whole)
        side = _side(due, whole) and _side(due, days(period(program, node.name), whole))
        if side:
            args = {"period": plan.text("periode")}
            yield Diagnostic(CODE.name, node.at / "frist", args, "" if side == "after" else side)


def _side(due: Days, within: Days) -> str:
    """Return whether a day is long `before` or long `after` a period; "" when it is neither."""
    if due.first is not None and within.last is not None and due.first > _moved(within.last, _YEARS):
        return "after"
    if due.last is not None and within.first is not None and due.last < _moved(within.first, -_YEARS):
        return "before"
    return ""


def _moved(day: date, years: int) -> date:
    year = min(max(day.year + years, 1), 9999)
    # Not every year has a 29 February.
    return date(year, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


RULE = Rule(CODE.name, plan=check, alone=True)
