"""A hearing shorter than the law, or the municipality's own plan type, asks for (L36, L37)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.node import Document, Entry
from plancompiler.procedure import Step, decision, plan_type, stage, steps
from plancompiler.program import Program
from plancompiler.rule import Rule
from plancompiler.values import numbers

CODE = Code(
    name="consultation-too-short",
    severity="warning",
    message="Høringen varer i {days} dager; loven krever minst {least} dager",
    label="dette er {period:dato}",
    help="Sett fristen til {until:dato} eller senere ({law}). Er høringen over, lar du datoene stå og forklarer dem i «avvik».",
    what="Høringen, eller høringen av planprogrammet, er kortere enn den skal være.",
    why="De som planen angår, skal få tid til å lese og svare. Kommuneplaner, kommunedelplaner og planprogram skal være på høring i minst seks uker (plan- og bygningsloven §§ 11-13 og 11-14), handlingsdelen og planstrategien i minst 30 dager (§§ 11-4 og 10-1), og innstillingen til økonomiplan skal ligge ute i minst 14 dager (kommuneloven § 14-3).",
    bad="""\
plan: eksempel
tittel: Kommunedelplan for oppvekst
type: kommunedelplan
kommune: 0301
språk: nb
periode: 2026–2038
status: på høring
saksgang:
  - steg: planprogram fastsatt
    organ: Kommunestyret
    dato: 2025-06-12
    sak: PS 31/25
  - steg: høring
    periode: 2026-02-02–2026-03-09
""",
    good="""\
plan: eksempel
tittel: Kommunedelplan for oppvekst
type: kommunedelplan
kommune: 0301
språk: nb
periode: 2026–2038
status: på høring
saksgang:
  - steg: planprogram fastsatt
    organ: Kommunestyret
    dato: 2025-06-12
    sak: PS 31/25
  - steg: høring
    periode: 2026-02-02–2026-03-16
""",
    variants={
        "weeks": Words(message="Høringen varer i {days} dager; loven krever minst seks uker"),
        "practice": Words(
            message="Høringen varer i {days} dager; plantypen krever minst {least} dager",
            help="Sett fristen til {until:dato} eller senere. Er høringen over, lar du datoene stå og forklarer dem i «avvik».",
        ),
        "programme": Words(
            message="Planprogrammet er på høring i {days} dager, men skal være det i minst {least}",
            help="Sett fristen til {until:dato} eller senere. Er høringen over, lar du datoene stå og forklarer dem i «avvik».",
        ),
        "recommendation": Words(
            message="Innstillingen ligger ute i {days} dager, men skal gjøre det i minst {least}",
            label="vedtaket er {decided:dato}",
            help="Rett datoen som er feil. Er datoene riktige, lar du dem stå og forklarer dem i «avvik».",
        ),
    },
)

# What the law asks of the plan types that come with the program: days, and where it stands.
_LAW: Mapping[str, tuple[int, str]] = {
    "samfunnsdel": (42, "plan- og bygningsloven § 11-14"),
    "kommunedelplan": (42, "plan- og bygningsloven § 11-14"),
    "handlingsdel": (30, "plan- og bygningsloven § 11-4"),
    "planstrategi": (30, "plan- og bygningsloven § 10-1"),
    "økonomiplan": (14, "kommuneloven § 14-3"),
}
_MOST = 1000


class _Open(NamedTuple):
    """A stretch of days in which a proposal was open to comments, and the step that says so."""

    step: Step
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when no hearing of the plan, or none of its programme, was long enough.

    A second hearing, of what was changed after the first, may be shorter. One whose days are not known may be long.
    """
    kind = plan_type(program, plan)
    if kind is None or not kind.text("høring_dager") or stage(program, plan) == "ended":
        return
    # A slip in a vocabulary must not lead beyond the calendar.
    least = max(0, min(int(numbers.parse(kind.text("høring_dager")).low), _MOST))
    days, law = _LAW.get(kind.id, (0, ""))
    by_law = least <= days
    variant = "practice" if not by_law else "weeks" if least == 42 else ""
    yield from _too_short(steps(plan, "høring"), least, variant, law)
    if kind.text("planprogram") == "ja":
        yield from _too_short(steps(plan, "planprogram på høring"), least, "programme", law)
    yield from _recommendation(plan, kind, least)


def _too_short(heard: tuple[Step, ...], least: int, variant: str, law: str) -> Iterator[Diagnostic]:
    known = [found for step in heard if (found := _open(step)) is not None]
    if not known or len(known) < len(heard):
        return
    longest = max(known, key=lambda one: one.days)
    if longest.days < least:
        args = {
            "days": str(longest.days),
            "least": str(least),
            "period": longest.step.when,
            "until": (longest.first + timedelta(days=least)).isoformat(),
            "law": law,
        }
        yield Diagnostic(CODE.name, longest.step.at / "periode", args, variant)


def _open(step: Step) -> _Open | None:
    """Return the days of a hearing when both are known to the day."""
    first, last = step.begins.first, step.ends.last
    exact = step.begins.first == step.begins.last and step.ends.first == step.ends.last
    return _Open(step, first, last) if "periode" in step.fields and exact and first and last else None


def _recommendation(plan: Document, kind: Entry, least: int) -> Iterator[Diagnostic]:
    """Yield a finding when the recommendation for a financial plan was too short a time out before the decision."""
    made, decided = steps(plan, "innstilling"), decision(plan)
    if "kommuneloven" not in kind.text("hjemmel") or steps(plan, "høring") or not made or decided is None:
        return
    first, last = made[-1].begins.first, decided.ends.last
    if first and last and 0 <= (last - first).days < least:
        args = {"days": str((last - first).days), "least": str(least), "decided": decided.when}
        place: Locus = made[-1].at / ("dato" if "dato" in made[-1].fields else "periode")
        yield Diagnostic(CODE.name, place, args, "recommendation")


RULE = Rule(CODE.name, plan=check)
