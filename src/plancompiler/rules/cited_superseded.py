"""A plan that builds on a document another has come instead of (L57)."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document
from plancompiler.phrase import shortened
from plancompiler.procedure import stage
from plancompiler.program import Link, Program, below, links_from, links_to
from plancompiler.rule import Rule

CODE = Code(
    name="cited-superseded",
    severity="info",
    message="«{title}» er erstattet av «{newer}»",
    label="planen bygger på det gamle dokumentet",
    help="Se om planen heller bør bygge på «{newer}». Skal den bygge på det gamle, kan det stå.",
    what="Planen bygger på et dokument som registeret sier er erstattet av et annet.",
    why="Det planen bygger på, kan være endret. Noen bør ha sett på det før planen vedtas eller rulleres.",
    bad={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
bygger_på: demensplan-2020
""",
        "plans/registre/dokumenter.yaml": """\
register: dokumenter
dokumenter:
  - id: demensplan-2020
    tittel: Demensplan 2020
    type: strategi
    erstattet_av: demensplan-2025
  - id: demensplan-2025
    tittel: Demensplan 2025
    type: strategi
""",
    },
    good={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
bygger_på: demensplan-2025
""",
        "plans/registre/dokumenter.yaml": """\
register: dokumenter
dokumenter:
  - id: demensplan-2020
    tittel: Demensplan 2020
    type: strategi
    erstattet_av: demensplan-2025
  - id: demensplan-2025
    tittel: Demensplan 2025
    type: strategi
""",
    },
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding at the first place where a plan that is not over builds on each such document."""
    if stage(program, plan) == "ended":
        return
    names = (plan.id, *(node.name for node in below(program, plan.id) if node.name not in program.quoted))
    first: dict[str, Link] = {}
    for link in (link for name in names for link in links_from(program, name, "bygger_på")):
        first.setdefault(link.target, link)
    for target, link in first.items():
        newer = list(_successors(program, target)) if target in program.entries else []
        if newer and not any(name in first or name == plan.id for name, _ in newer):
            args = {"title": _title(program, target, link.text), "newer": _title(program, *newer[0])}
            yield Diagnostic(CODE.name, link.at, args)


def _successors(program: Program, name: str) -> Iterator[tuple[str, str]]:
    """Yield what has come instead of a document, with how it is written: by the register, or by a plan in force."""
    yield from ((link.target, link.text) for link in links_from(program, name, "erstattet_av"))
    yield from ((link.source, "") for link in links_to(program, name, "erstatter") if link.source in program.counted)


def _title(program: Program, name: str, written: str) -> str:
    known = program.entries.get(name) or program.plans.get(name)
    return shortened(known.text("tittel") if known is not None else written)


RULE = Rule(CODE.name, plan=check)
