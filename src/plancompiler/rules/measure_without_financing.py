"""A measure of an action programme that does not say where the money comes from (L63)."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.measures import gaps, says
from plancompiler.node import Document
from plancompiler.procedure import plan_type
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="measure-without-financing",
    severity="warning",
    message="Det står ikke hvordan «{title}» skal betales",
    label="feltet «finansiering» mangler eller står tomt",
    help="Skriv for eksempel «finansiering: innenfor rammen» eller «finansiering: krever prioritering». Vet du det ikke ennå, skriver du «finansiering: ukjent».",
    what="Et virkemiddel i en handlingsdel sier ikke om det er penger til det.",
    why="Handlingsdelen skal konkretisere tiltakene innenfor kommunens økonomiske rammer (plan- og bygningsloven § 11-3). Leseren må se hva det er penger til.",
    bad="""\
plan: eksempel
tittel: Handlingsdel
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027–2030
status: utkast
mål:
  - id: m1
    tittel: Alle har et sted å være
    virkemidler:
      - id: v1
        tekst: Lage utlån av utstyr.
        finansiering: innenfor rammen
      - id: v2
        tekst: Åpne biblioteket på søndager.
""",
    good="""\
plan: eksempel
tittel: Handlingsdel
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027–2030
status: utkast
mål:
  - id: m1
    tittel: Alle har et sted å være
    virkemidler:
      - id: v1
        tekst: Lage utlån av utstyr.
        finansiering: innenfor rammen
      - id: v2
        tekst: Åpne biblioteket på søndager.
        finansiering: krever prioritering
""",
    variants={
        "none": Words(
            message="Ingen av planens {all} {measures} sier hvordan de skal betales",
            label="feltet «finansiering» er ikke brukt",
            help="Skriv «finansiering» på hvert av dem. Er alt innenfor rammen, holder det å skrive det øverst i planen.",
        ),
        "few": Words(
            message="{lacking} av planens {all} {measures} sier ikke hvordan de skal betales",
            label="feltet «finansiering» er lite brukt",
            help="Skriv «finansiering» på hvert av dem. Er alt innenfor rammen, holder det å skrive det øverst i planen.",
        ),
    },
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each measure without financing, or one for the plan when most have none.

    It is asked for where the plan type must have measures and stands in law, as the action programme does: an
    administrative action plan brings no money with it.
    """
    kind = plan_type(program, plan)
    if kind is None or kind.text("virkemiddelregel") != "kreves" or not kind.text("hjemmel"):
        return
    if "finansiering" not in plan.fields.keys() | plan.unread:
        yield from gaps(CODE.name, program, plan, "finansiering", lambda node: says(program, node, "finansiering"))


RULE = Rule(CODE.name, plan=check, alone=True)
