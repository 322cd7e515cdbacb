"""A step of the procedure that does not say when it was, or which body took it."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document
from plancompiler.procedure import decision, stage, steps
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="step-without-date",
    severity="info",
    message="Steget «{step}» har ingen dato",
    label="verken «dato» eller «periode» står her",
    help="Skriv «dato» eller «periode», så nøyaktig som du vet. Sier ikke kilden det, skriver du det i «merknader» under steget.",
    what="Et steg i saksgangen sier ikke når det var, eller hvilket organ som behandlet det.",
    why="Saksgangen vises som en tidslinje. Leseren må se når noe skjedde, og hvem som gjorde det.",
    bad="""\
saksgang:
  - steg: oppstart
""",
    good="""\
saksgang:
  - steg: oppstart
    dato: 2026-01-15
""",
    variants={
        "body": Words(
            message="Steget «{step}» sier ikke hvilket organ det gjelder",
            label="feltet «organ» mangler",
            help="Skriv organet: «organ: …». Sier ikke kilden det, skriver du det i «merknader» under steget.",
        ),
        "both": Words(
            message="Steget «{step}» har verken dato eller organ",
            label="verken «dato» eller «organ» står her",
        ),
    },
)

# Steps in which some body treats the plan; the others need none.
_BY_A_BODY = frozenset({"planprogram fastsatt", "uttalelse", "innstilling", "vedtak", "opphevet"})


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each step of a plan that is not over that lacks one or both, and has no note on why.

    The decision of an adopted plan is left to the rule that asks more of it.
    """
    reached = stage(program, plan)
    decided = decision(plan) if reached == "adopted" else None
    if reached == "ended":
        return
    for step in steps(plan):
        if "merknader" in step.fields or (decided is not None and step.place == decided.place):
            continue
        undated = not step.when
        by_nobody = step.name in _BY_A_BODY and not step.text("organ")
        if undated or by_nobody:
            variant = "both" if undated and by_nobody else "" if undated else "body"
            yield Diagnostic(CODE.name, step.at, {"step": step.name}, variant)


RULE = Rule(CODE.name, plan=check)
