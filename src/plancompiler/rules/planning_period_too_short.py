"""A plan for fewer years than its plan type is to cover (L32)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.node import Document
from plancompiler.procedure import plan_type, stage
from plancompiler.program import Program
from plancompiler.rule import Rule
from plancompiler.schedule import plan_days
from plancompiler.values.rhythms import Duration, parse_duration

CODE = Code(
    name="planning-period-too-short",
    severity="warning",
    message="Perioden er {period:dato}, men plantypen krever minst {least}",
    label="kortere enn {least}",
    help="Skriv for eksempel «periode: {longer}». Dekker planen færre år med vilje, forklarer du det i «avvik».",
    what="Perioden er kortere enn plantypen skal ha.",
    why="Handlingsdelen skal gjelde de fire neste årene eller mer (plan- og bygningsloven § 11-1), og økonomiplanen minst fire år (kommuneloven § 14-2).",
    bad="""\
plan: eksempel
tittel: Handlingsdel
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027–2029
status: utkast
""",
    good="""\
plan: eksempel
tittel: Handlingsdel
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027–2030
status: utkast
""",
)

_MOST = 1000


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when both ends of the period are known and too near each other."""
    kind = plan_type(program, plan)
    first, last = plan_days(program, plan.id)
    if kind is None or not kind.text("minste_periode") or first is None or last is None:
        return
    least = parse_duration(kind.text("minste_periode"))
    # An excerpt may be of one year of several, and what is over cannot be made longer.
    if last >= _end(first, least) or plan.text("gjengivelse") == "utdrag" or stage(program, plan) == "ended":
        return
    longer = f"{first.year}–{_end(first, least).year}"
    args = {"period": plan.text("periode"), "least": least.text, "longer": longer}
    yield Diagnostic(CODE.name, Locus(plan.file, ("periode",)), args)


def _end(first: date, least: Duration) -> date:
    """Return the last day of the shortest period that begins on `first`."""
    # A slip in a vocabulary must not lead beyond the calendar.
    number = max(0, min(int(least.number.low), _MOST))
    if least.unit in ("dager", "uker"):
        return first + timedelta(days=number * (7 if least.unit == "uker" else 1) - 1)
    months = first.month - 1 + number * (12 if least.unit == "år" else 1)
    # Every month has a 28th, and no plan turns on the three days after it.
    return date(first.year + months // 12, months % 12 + 1, min(first.day, 28)) - timedelta(days=1)


RULE = Rule(CODE.name, plan=check)
