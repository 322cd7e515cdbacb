"""A change that was decided with the plan, and of which nothing says how it was put in."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document, records, text
from plancompiler.procedure import NOT_ADOPTED, stage, steps
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="change-not-carried-out",
    severity="warning",
    message="Planen sier ikke hvordan endring {number} i vedtaket er tatt inn",
    label="feltet «gjennomført» mangler",
    help="Skriv i «gjennomført» hva som er endret i planen, og hvor.",
    what="Planen ble vedtatt med en endring, men det står ikke hvordan den er tatt inn.",
    why="Det er planen med endringene som er vedtatt. Leseren må kunne se at teksten er den som ble bestemt.",
    bad="""\
plan: eksempel
tittel: Temaplan for idrett
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: vedtatt
saksgang:
  - steg: vedtak
    organ: Kommunestyret
    dato: 2026-06-11
    sak: PS 23/26
    resultat: vedtatt med endringer
    endringer:
      - nummer: 1
        tekst: Utlån skal finnes i hver bydel.
""",
    good="""\
plan: eksempel
tittel: Temaplan for idrett
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: vedtatt
saksgang:
  - steg: vedtak
    organ: Kommunestyret
    dato: 2026-06-11
    sak: PS 23/26
    resultat: vedtatt med endringer
    endringer:
      - nummer: 1
        tekst: Utlån skal finnes i hver bydel.
        gjennomført: Tatt inn i kapittel 2.
""",
    variants={"unnumbered": Words(message="Planen sier ikke hvordan endringen i vedtaket er tatt inn")},
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each change of an adopted plan that nothing is said to have been done about."""
    if stage(program, plan) != "adopted":
        return
    for step in steps(plan, "vedtak"):
        if step.text("resultat") in NOT_ADOPTED:
            continue
        for index, change in enumerate(records(step.fields, "endringer")):
            if not text(change, "gjennomført"):
                number = text(change, "nummer")
                place = step.at / "endringer" / index
                yield Diagnostic(CODE.name, place, {"number": number}, "" if number else "unnumbered")


RULE = Rule(CODE.name, plan=check)
