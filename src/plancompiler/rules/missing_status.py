"""A plan that does not say how far it has come."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.node import Document
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="missing-status",
    severity="warning",
    message="Planen sier ikke hvilken status den har",
    label="feltet «status» mangler eller står tomt",
    help="Skriv for eksempel «status: vedtatt». Sier ikke kilden det, skriver du «status: ukjent».",
    what="Planen mangler «status».",
    why="Leseren må se om planen er et utkast, er på høring eller gjelder.",
    bad="""\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
""",
    good="""\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: vedtatt
""",
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when the header has no status."""
    if "status" not in plan.fields.keys() | plan.unread:
        yield Diagnostic(CODE.name, Locus(plan.file, ("status",), key=True))


RULE = Rule(CODE.name, plan=check)
