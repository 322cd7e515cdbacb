"""An adopted plan that does not say when, by whom and in which case it was adopted (L38)."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.node import Document
from plancompiler.procedure import decision, stage
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="decision-missing",
    severity="warning",
    message="Planen er vedtatt, men sier ikke når eller av hvem",
    label="«saksgang» har ikke noe vedtak",
    help="Legg inn steget «vedtak» i «saksgang», med «organ», «dato» og «sak». Vet du ikke om planen er vedtatt, skriver du «status: ukjent».",
    what="Planen har status som vedtatt, men «saksgang» har ikke noe vedtak, eller vedtaket mangler organ, dato eller saksnummer.",
    why="Leseren må kunne finne vedtaket igjen og se hvem som har bestemt.",
    bad="""\
plan: eksempel
tittel: Temaplan for idrett
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: vedtatt
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
""",
    variants={
        "parts": Words(
            message="Vedtaket mangler {parts}",
            label="legg til {parts}",
            help="Skriv det som mangler. Står det ikke i kilden, skriver du det i «merknader» under vedtaket.",
        ),
    },
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when an adopted plan has no decision, or one that lacks a part and no note that says why."""
    if stage(program, plan) != "adopted" or "saksgang" in plan.unread:
        return
    decided = decision(plan)
    if decided is None:
        yield Diagnostic(CODE.name, Locus(plan.file, ("status",)))
    elif "merknader" not in decided.fields:
        given = (("organ", decided.text("organ")), ("dato", decided.when), ("sak", decided.text("sak")))
        missing = ", ".join(f"«{key}»" for key, value in given if not value)
        if missing:
            yield Diagnostic(CODE.name, decided.at, {"parts": missing}, "parts")


RULE = Rule(CODE.name, plan=check)
