"""A plan under another that has ended."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document, Fields, text
from plancompiler.phrase import shortened
from plancompiler.procedure import stage
from plancompiler.program import Link, Program, links_from, links_to
from plancompiler.rule import Rule
from plancompiler.schedule import days, plan_days

CODE = Code(
    name="superior-plan-ended",
    severity="warning",
    message="«{title}» gjelder ikke lenger",
    label="planen er satt under en som er erstattet eller opphevet",
    help="Pek til planen som gjelder nå, og se over om målene her fortsatt passer med den. Skal det stå slik, forklarer du det i «avvik».",
    what="Planen som står i «overordnet», er erstattet eller opphevet, eller sluttet å gjelde før denne begynner.",
    why="En plan skal følge opp det som gjelder. Er planen over byttet ut, kan målene være endret.",
    bad={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
overordnet: samfunnsdel-2024
mål:
  - id: m1
    tittel: Flere får være med
""",
        "plans/samfunnsdel-2024.yaml": """\
plan: samfunnsdel-2024
tittel: Samfunnsdelen 2012–2024
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2012–2024
status: vedtatt
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
overordnet: samfunnsdel-2038
mål:
  - id: m1
    tittel: Flere får være med
""",
        "plans/samfunnsdel-2038.yaml": """\
plan: samfunnsdel-2038
tittel: Samfunnsdelen 2026–2038
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2026–2038
status: vedtatt
""",
    },
    variants={
        "replaced": Words(
            label="planen er satt under en som er erstattet av «{new}»",
            help="Skriv `overordnet: {id}`, og se over om målene her fortsatt passer med den.",
        ),
        "expired": Words(
            message="«{title}» sluttet å gjelde før denne planen begynner",
            label="gjelder {period}; denne planen gjelder {own}",
        ),
    },
)

_ENDED = frozenset({"erstattet", "opphevet"})


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each superior plan or document that has ended; an ended plan may stand under another."""
    if stage(program, plan) == "ended":
        return
    begins = plan_days(program, plan.id).first
    for link in links_from(program, plan.id, "overordnet"):
        above = _fields(program, link.target)
        if above is None:
            continue
        period = text(above, "periode")
        ends = days(period).last if period else None
        args = {"title": shortened(text(above, "tittel")), "period": period, "own": plan.text("periode")}
        new = _successor(program, link)
        if new:
            args |= {"new": shortened(text(_fields(program, new) or {}, "tittel")), "id": new}
            yield Diagnostic(CODE.name, link.at, args, "replaced")
        elif _over(program, link.target):
            yield Diagnostic(CODE.name, link.at, args)
        elif begins is not None and ends is not None and ends < begins:
            yield Diagnostic(CODE.name, link.at, args, "expired")


def _fields(program: Program, name: str) -> Fields | None:
    """Return the fields of a plan or a document of a register; a document that is a plan here speaks as that plan."""
    if name in program.plans:
        return program.plans[name].fields
    entry = program.entries.get(name)
    return entry.fields if entry is not None else None


def _over(program: Program, name: str) -> bool:
    if name in program.plans:
        return stage(program, program.plans[name]) == "ended"
    return text(_fields(program, name) or {}, "status") in _ENDED


def _successor(program: Program, link: Link) -> str:
    """Return what is in force instead of a superior plan or document, or ""."""
    heirs = [heir.source for heir in links_to(program, link.target, "erstatter") if heir.source in program.counted]
    heirs += [heir.target for heir in links_from(program, link.target, "erstattet_av") if heir.target]
    return next((heir for heir in heirs if heir != link.source and _fields(program, heir) is not None), "")


RULE = Rule(CODE.name, plan=check)
