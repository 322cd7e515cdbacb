"""A table that does not say what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Node
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="table-without-title",
    severity="info",
    message="Tabellen har ingen tittel",
    label="leseren får ikke vite hva tabellen handler om",
    help="Skriv i «tittel», med noen få ord, hva tabellen viser.",
    what="En tabell mangler tittel.",
    why="Den som får siden lest opp, finner fram mellom tabellene etter titlene (WCAG 1.3.1 og 2.4.6).",
    bad="""\
tabeller:
  - id: t1
    kilde: Vedlegg 2
    kolonner: [Område, Antall]
    rader:
      - {Område: Sentrum, Antall: 12}
""",
    good="""\
tabeller:
  - id: t1
    tittel: Lekeplasser i hvert område
    kilde: Vedlegg 2
    kolonner: [Område, Antall]
    rader:
      - {Område: Sentrum, Antall: 12}
""",
)


def check(node: Node, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when a table has no title."""
    if not node.text("tittel"):
        yield Diagnostic(CODE.name, node.at)


RULE = Rule(CODE.name, kinds=frozenset({"tabell"}), node=check)
