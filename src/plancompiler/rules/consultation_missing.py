"""A proposal that should be on hearing, whose procedure has no hearing (L36)."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.node import Document
from plancompiler.procedure import plan_type, stage, steps
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="consultation-missing",
    severity="warning",
    message="Saksgangen har ingen høring",
    label="steget «høring» mangler",
    help="Legg inn steget «høring» med «periode». Er planen ikke sendt på høring, forklarer du det i «avvik».",
    what="Plantypen skal på høring før den vedtas, men «saksgang» har ikke noe slikt steg.",
    why="Leseren må se når planen er på høring, og til når det går an å si meningen sin. Plan- og bygningsloven og kommuneloven sier hvor lenge forslaget minst skal ligge ute.",
    bad="""\
plan: eksempel
tittel: Handlingsdel
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027–2030
status: på høring
""",
    good="""\
plan: eksempel
tittel: Handlingsdel
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027–2030
status: på høring
saksgang:
  - steg: høring
    periode: 2026-10-15–2026-11-20
""",
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when a plan of a type that is heard has come that far, and its procedure has no hearing.

    An adopted plan that says nothing of its procedure is not spoken of here: the decision is what it lacks.
    """
    kind = plan_type(program, plan)
    if kind is None or not kind.text("høring_dager") or "saksgang" in plan.unread:
        return
    reached = stage(program, plan)
    if reached != "proposed" and not (reached == "adopted" and steps(plan)):
        return
    # The financial plan is open to the public from the executive committee's recommendation on.
    heard = ("høring", "innstilling") if "kommuneloven" in kind.text("hjemmel") else ("høring",)
    if not steps(plan, *heard):
        yield Diagnostic(CODE.name, Locus(plan.file, ("saksgang",), key=True))


RULE = Rule(CODE.name, plan=check)
