"""A footnote that no text points at."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.model.kind import KINDS
from plancompiler.node import Document, Node, records
from plancompiler.passages import passages
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="footnote-unused",
    severity="info",
    message="Ingen tekst viser til fotnote {marker}",
    label="merket [^{marker}] står ikke i noen tekst på dette punktet",
    help="Sett inn [^{marker}] der fotnoten hører til, eller ta bort fotnoten.",
    what="Punktet har en fotnote, men merket står ikke i teksten.",
    why="Da vet ikke leseren hva fotnoten gjelder. Merket faller lett ut når tekst kopieres fra en PDF.",
    bad="""\
mål:
  - id: m1
    tittel: Vassdragene har god miljøtilstand
    fotnoter:
      1: God miljøtilstand slik EUs vanndirektiv bruker ordet.
""",
    good="""\
mål:
  - id: m1
    tittel: Vassdragene har god miljøtilstand[^1]
    fotnoter:
      1: God miljøtilstand slik EUs vanndirektiv bruker ordet.
""",
)


def check(record: Node | Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each footnote of a node, or of a header, whose mark stands in none of its texts."""
    if "fotnoter" not in record.fields:
        return
    text = "\n".join(passage.text for passage in passages(program, record))
    at = record.at if isinstance(record, Node) else Locus(record.file)
    for marker in (marker for notes in records(record.fields, "fotnoter") for marker in notes):
        if f"[^{marker}]" not in text:
            place = at / "fotnoter" / marker
            yield Diagnostic(CODE.name, Locus(place.path, place.steps, key=True), {"marker": marker})


RULE = Rule(CODE.name, kinds=frozenset(KINDS), node=check, plan=check, alone=True)
