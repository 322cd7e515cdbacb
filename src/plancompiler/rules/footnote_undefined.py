"""A mark of a footnote that has no footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic
from plancompiler.model.kind import KINDS
from plancompiler.node import Document, Node, records
from plancompiler.passages import passages
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="footnote-undefined",
    severity="warning",
    message="Fotnote {marker} har ingen tekst",
    label="[^{marker}] blir stående på siden slik det er skrevet",
    help="Skriv teksten i «fotnoter» på det samme punktet, eller ta bort merket.",
    what="Teksten har et fotnotemerke, men punktet har ingen fotnote med det merket.",
    why="Leseren ser et merke som ikke fører til noe. Fotnotene hører til punktet, så to punkter kan begge ha en fotnote 1.",
    bad="""\
mål:
  - id: m1
    tittel: Vassdragene har god miljøtilstand[^1]
""",
    good="""\
mål:
  - id: m1
    tittel: Vassdragene har god miljøtilstand[^1]
    fotnoter:
      1: God miljøtilstand slik EUs vanndirektiv bruker ordet.
""",
)

_MARK = re.compile(r"\[\^([^\]\s]{1,20})\]")


def check(record: Node | Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each mark in the texts of a node, or of a header, that it has no footnote for."""
    known = {marker for notes in records(record.fields, "fotnoter") for marker in notes}
    for passage in passages(program, record):
        for mark in _MARK.finditer(passage.text) if "[^" in passage.text else ():
            if mark[1] not in known:
                yield Diagnostic(CODE.name, passage.part(*mark.span()), {"marker": mark[1]})


RULE = Rule(CODE.name, kinds=frozenset(KINDS), node=check, plan=check, alone=True)
