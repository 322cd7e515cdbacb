"""A plan of a type that begins with a planning programme, whose procedure has none (L35)."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.node import Document
from plancompiler.procedure import plan_type, stage, steps
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="planning-programme-missing",
    severity="warning",
    message="Saksgangen har ikke noe planprogram",
    label="verken «planprogram på høring» eller «planprogram fastsatt» står her",
    help="Legg inn stegene for planprogrammet. Er det ikke laget noe, forklarer du det i «avvik».",
    what="Plantypen skal ha planprogram, men «saksgang» nevner ikke noe.",
    why="Kommuneplaner og kommunedelplaner begynner med et planprogram som sendes på høring og fastsettes (plan- og bygningsloven §§ 4-1 og 11-13).",
    bad="""\
plan: eksempel
tittel: Kommuneplanens samfunnsdel
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2026–2038
status: på høring
saksgang:
  - steg: høring
    periode: 2026-03-01–2026-04-20
""",
    good="""\
plan: eksempel
tittel: Kommuneplanens samfunnsdel
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2026–2038
status: på høring
saksgang:
  - steg: planprogram på høring
    periode: 2025-03-01–2025-04-20
  - steg: planprogram fastsatt
    organ: Kommunestyret
    dato: 2025-06-12
    sak: PS 31/25
  - steg: høring
    periode: 2026-03-01–2026-04-20
""",
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when a plan that has come as far as a hearing has a procedure without a programme.

    A plan that says nothing of its procedure is not spoken of: that it does not is one finding, and another rule's.
    """
    kind = plan_type(program, plan)
    if kind is None or kind.text("planprogram") != "ja" or stage(program, plan) not in ("proposed", "adopted"):
        return
    if steps(plan) and not steps(plan, "planprogram på høring", "planprogram fastsatt"):
        yield Diagnostic(CODE.name, Locus(plan.file, ("saksgang",), key=True))


RULE = Rule(CODE.name, plan=check)
