"""A plan that builds on documents that were over when it began."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Related
from plancompiler.node import Document
from plancompiler.phrase import shortened
from plancompiler.procedure import stage
from plancompiler.program import Link, Program, below, links_from
from plancompiler.rule import Rule
from plancompiler.schedule import days, plan_days

CODE = Code(
    name="cited-ended",
    severity="info",
    message="{count} dokumenter som planen bygger på, går bare til {year} eller er over før",
    label="ett av dem: «{title}» ({period:dato})",
    help="Se om noe nytt gjelder i stedet, og bygg planen på det. Er de med som bakgrunn, kan de stå.",
    what="Planen bygger på dokumenter med en periode som er over i det første året til planen, eller før.",
    why="Det planen bygger på, gjelder ikke lenge etter at den er vedtatt. Den som rullerer planen, bør vite hvilke det er.",
    bad={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
bygger_på: demensplan
""",
        "plans/registre/dokumenter.yaml": """\
register: dokumenter
dokumenter:
  - id: demensplan
    tittel: Demensplan 2025
    type: strategi
    periode: 2021–2025
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
bygger_på: demensplan
""",
        "plans/registre/dokumenter.yaml": """\
register: dokumenter
dokumenter:
  - id: demensplan
    tittel: Demensplan 2030
    type: strategi
    periode: 2026–2030
""",
    },
    variants={
        "one": Words(
            message="«{title}» går bare til {year} eller er over før",
            label="perioden er {period:dato}",
            help="Se om noe nytt gjelder i stedet, og bygg planen på det. Er det med som bakgrunn, kan det stå.",
        ),
    },
    related={"other": "«{title}» ({period:dato})"},
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield one finding for all such documents, at the first of them; those that are replaced are another rule's."""
    begins = plan_days(program, plan.id).first
    if begins is None or stage(program, plan) == "ended":
        return
    names = (plan.id, *(node.name for node in below(program, plan.id) if node.name not in program.quoted))
    first: dict[str, Link] = {}
    for link in (link for name in names for link in links_from(program, name, "bygger_på")):
        if link.target in program.entries and not links_from(program, link.target, "erstattet_av"):
            first.setdefault(link.target, link)
    over = [link for target, link in first.items() if _ends_by(program, target, begins.year)]
    if over:
        others = tuple(Related(link.at, "other", _args(program, link)) for link in over[1:])
        args = {"count": str(len(over)), "year": str(begins.year), **_args(program, over[0])}
        yield Diagnostic(CODE.name, over[0].at, args, "one" if len(over) == 1 else "", others)


def _ends_by(program: Program, document: str, year: int) -> bool:
    period = program.entries[document].text("periode")
    ends = days(period).last if period else None
    return ends is not None and ends.year <= year


def _args(program: Program, link: Link) -> dict[str, str]:
    entry = program.entries[link.target]
    return {"title": shortened(entry.text("kortnavn") or entry.text("tittel")), "period": entry.text("periode")}


RULE = Rule(CODE.name, plan=check)
