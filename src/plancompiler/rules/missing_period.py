"""A plan that does not say which years it is for."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.node import Document
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="missing-period",
    severity="warning",
    message="Planen sier ikke hvilken periode den gjelder for",
    label="feltet «periode» mangler eller står tomt",
    help="Skriv for eksempel «periode: 2026–2030», eller «periode: –2030» når du ikke vet når den begynner.",
    what="Planen mangler «periode».",
    why="Leseren må se hvilke år planen gjelder for. Punktene i planen arver perioden.",
    bad="""\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
status: vedtatt
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
    """Yield a finding when the header has no period."""
    if "periode" not in plan.fields.keys() | plan.unread:
        yield Diagnostic(CODE.name, Locus(plan.file, ("periode",), key=True))


RULE = Rule(CODE.name, plan=check)
