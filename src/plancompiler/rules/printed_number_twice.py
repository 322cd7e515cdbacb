"""Two nodes of a numbering with the same number."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Related
from plancompiler.node import Document, Node
from plancompiler.numbering import numberings
from plancompiler.phrase import kind_phrase, short_title
from plancompiler.program import Program
from plancompiler.repetition import standing_again
from plancompiler.rule import Rule
from plancompiler.values.printed_numbers import shown

CODE = Code(
    name="printed-number-twice",
    severity="warning",
    message="To {words} har nummer {number}",
    label="nummeret er brukt før, på «{first}»",
    help="Gi det ene et annet nummer. Id-ene kan stå som de er.",
    what="To punkter som er nummerert i samme rekke, har samme nummer.",
    why="Den som skriver eller sier «delmål 2», må mene ett av dem.",
    bad="""\
mål:
  - {id: m1, nummer: 1, tittel: Flere får være med}
  - {id: m2, nummer: 2, tittel: Trygge veier}
  - {id: m3, nummer: 2, tittel: Rent vann}
""",
    good="""\
mål:
  - {id: m1, nummer: 1, tittel: Flere får være med}
  - {id: m2, nummer: 2, tittel: Trygge veier}
  - {id: m3, nummer: 3, tittel: Rent vann}
""",
    related={"first": "nummeret er også brukt her"},
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each number that a node has after another of its numbering, repeated blocks apart."""
    repeated = standing_again(program, plan.id)
    for run in numberings(program, plan.id):
        bearers: dict[int, Node] = {}
        for node, places in zip(run.nodes, run.places, strict=True):
            taken = [place for place in places if place in bearers]
            if taken and node.name not in repeated:
                first = bearers[taken[0]]
                args = {
                    "words": kind_phrase(program, plan.id, node.kind)[1],
                    "number": shown(run.series, taken[0]),
                    "first": short_title(first),
                }
                yield Diagnostic(CODE.name, node.at / "nummer", args, related=(Related(first.at / "nummer", "first"),))
            bearers.update((place, node) for place in places if place not in bearers)


RULE = Rule(CODE.name, plan=check, alone=True)
