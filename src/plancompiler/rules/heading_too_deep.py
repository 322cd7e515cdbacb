"""A heading below the six levels that a web page has."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Node
from plancompiler.program import Program, above
from plancompiler.rule import Rule

CODE = Code(
    name="heading-too-deep",
    severity="warning",
    message="Overskriften står på det sjuende nivået, men en nettside har bare seks",
    label="den blir vist like stor som overskriften over seg",
    help="Flytt kapittelet et nivå opp, eller ta det inn i teksten det hører til.",
    what="Kapitler og andre punkter med overskrift står inni hverandre i mer enn seks nivåer, når planens tittel er det første.",
    why="Leseren ser ikke lenger hva som hører til under hva, og det gjør heller ikke den som får siden lest opp (WCAG 1.3.1).",
    bad="""\
kapitler:
  - id: k1
    tittel: Oppvekst
    kapitler:
      - id: k2
        tittel: Skole
        kapitler:
          - id: k3
            tittel: Læring
            kapitler:
              - id: k4
                tittel: Lesing
                kapitler:
                  - id: k5
                    tittel: Lesing på småtrinnet
                    kapitler:
                      - id: k6
                        tittel: Biblioteket
                        tekst: Skolebiblioteket er åpent hver dag.
""",
    good="""\
kapitler:
  - id: k1
    tittel: Oppvekst
    kapitler:
      - id: k2
        tittel: Skole
        kapitler:
          - id: k3
            tittel: Læring
            kapitler:
              - id: k4
                tittel: Lesing
                kapitler:
                  - id: k5
                    tittel: Lesing på småtrinnet
                    tekst: Skolebiblioteket er åpent hver dag.
""",
)

# The kinds that are shown as sections with a heading; the rest are rows, cards and bullets of a list.
_HEADED = frozenset({"kapittel", "område", "mål", "delmål", "strategi", "visjon", "vedlegg"})
_LEVELS = 6
# The title of the plan has the first.
_TOP = 2


def check(node: Node, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding at the first heading that has no level left; those below it have the same cause."""
    if not node.text("tittel"):
        return
    level = _TOP + sum(1 for holder in above(program, node.name) if holder.kind in _HEADED and holder.text("tittel"))
    if level == _LEVELS + 1:
        yield Diagnostic(CODE.name, node.at / "tittel")


RULE = Rule(CODE.name, kinds=_HEADED, node=check, alone=True)
