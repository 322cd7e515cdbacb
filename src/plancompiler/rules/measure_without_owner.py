"""A measure that nobody is responsible for (L60)."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.measures import gaps, says
from plancompiler.node import Document, Node
from plancompiler.program import Program, below
from plancompiler.rule import Rule

CODE = Code(
    name="measure-without-owner",
    severity="warning",
    message="Ingen har ansvaret for «{title}»",
    label="feltet «ansvarlig» mangler eller står tomt",
    help="Skriv hvilken enhet eller rolle som har ansvaret: «ansvarlig: …». Gjøres arbeidet et annet sted, skriver du «følges_opp_i: …».",
    what="Et virkemiddel har ingen ansvarlig, og ingenting over det har det heller.",
    why="Det ingen har ansvaret for, blir sjelden gjort, og leseren har ingen å spørre.",
    bad="""\
mål:
  - id: m1
    tittel: Alle har et sted å være
    virkemidler:
      - id: v1
        tekst: Lage utlån av utstyr.
        ansvarlig: Kulturetaten
      - id: v2
        tekst: Åpne biblioteket på søndager.
""",
    good="""\
mål:
  - id: m1
    tittel: Alle har et sted å være
    virkemidler:
      - id: v1
        tekst: Lage utlån av utstyr.
        ansvarlig: Kulturetaten
      - id: v2
        tekst: Åpne biblioteket på søndager.
        ansvarlig: Kulturetaten
""",
    variants={
        "none": Words(
            message="Ingen av planens {all} {measures} har en ansvarlig",
            label="feltet «ansvarlig» er ikke brukt",
            help="Skriv «ansvarlig» på hvert av dem, eller på målet de står under. Står det et annet sted, skriver du «følges_opp_i» øverst i planen.",
        ),
        "few": Words(
            message="{lacking} av planens {all} {measures} har ingen ansvarlig",
            label="feltet «ansvarlig» er lite brukt",
            help="Skriv «ansvarlig» på hvert av dem, eller på målet de står under. Står det et annet sted, skriver du «følges_opp_i» øverst i planen.",
        ),
    },
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each measure without an owner, or one for the plan when most have none."""
    yield from gaps(CODE.name, program, plan, "ansvarlig", lambda node: _has_owner(program, node))


def _has_owner(program: Program, node: Node) -> bool:
    """Tell whether someone is responsible for a measure, for what it is under, or for each of its points."""
    points = [point for point in below(program, node.name) if point.kind == "virkemiddel"]
    return says(program, node, "ansvarlig") or (
        bool(points) and all("ansvarlig" in point.fields.keys() | point.unread for point in points)
    )


RULE = Rule(CODE.name, plan=check, alone=True)
