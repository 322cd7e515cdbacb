"""A block of nodes that stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Related
from plancompiler.model.kind import STRUCTURE
from plancompiler.node import Document
from plancompiler.phrase import kind_phrase, listed, node_phrase
from plancompiler.program import Program
from plancompiler.repetition import Block, repeated_blocks
from plancompiler.rule import Rule

CODE = Code(
    name="repeated-block",
    severity="warning",
    message="{count} {words} står to ganger, med de samme ordene",
    label="de samme som {first}",
    help="Fjern dem hvis de er limt inn ved en feil. Gjelder de begge steder, lar du dem stå ett sted og skriver `bidrar_til: {holder}` der.",
    what="Flere punkter etter hverandre, eller ett med en lang tekst, står ordrett likt to steder i planen.",
    why="Det er oftest limt inn ved en feil, og noe annet skulle stått der. Er det ment, må alt rettes to steder for alltid.",
    bad="""\
mål:
  - id: m1
    tittel: Et aktivt liv
    strategier:
      - {id: m1.s1, tittel: Forebygge ensomhet}
      - {id: m1.s2, tittel: Et aldersvennlig samfunn}
  - id: m2
    tittel: En trygg bolig
    strategier:
      - {id: m2.s1, tittel: Forebygge ensomhet}
      - {id: m2.s2, tittel: Et aldersvennlig samfunn}
""",
    good="""\
mål:
  - id: m1
    tittel: Et aktivt liv
    strategier:
      - {id: m1.s1, tittel: Forebygge ensomhet}
      - {id: m1.s2, tittel: Et aldersvennlig samfunn}
  - id: m2
    tittel: En trygg bolig
    strategier:
      - {id: m2.s1, tittel: Flere egnede boliger}
      - {id: m2.s2, tittel: Flere generasjoner på samme sted}
""",
    variants={
        "one": Words(
            message="{what} står to ganger, med de samme ordene",
            help="Fjern det ene hvis det er limt inn ved en feil. Skal leseren finne det begge steder, skriver du [[{id}]] det andre stedet.",
        ),
        "mixed": Words(
            message="{count} punkter står to ganger, med de samme ordene",
            help="Fjern dem hvis de er limt inn ved en feil. Skal leseren finne dem begge steder, skriver du [[{id}]] det andre stedet.",
        ),
        "chapter": Words(
            help="Fjern dem hvis de er limt inn ved en feil. Skal leseren finne dem begge steder, skriver du [[{id}]] det andre stedet.",
        ),
    },
    related={"first": "står først her"},
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each block, at the first of its nodes that stands again."""
    for block in repeated_blocks(program, plan.id):
        first, again = block.first[0], block.again[0]
        args = {
            "count": str(len(block.again)),
            "words": kind_phrase(program, plan.id, again.kind)[1],
            "what": node_phrase(program, again, first=True),
            "first": listed(node.id for node in block.first),
            "id": first.id,
            "holder": block.holder.rpartition("/")[2],
        }
        yield Diagnostic(CODE.name, again.at, args, _variant(program, block), (Related(first.at, "first"),))


def _variant(program: Program, block: Block) -> str:
    if len(block.again) == 1:
        return "one"
    if len({node.kind for node in block.again}) > 1:
        return "mixed"
    holder = program.nodes.get(block.holder)
    # Only what stands under part of the structure can be shared with it.
    return "" if holder is not None and holder.kind in STRUCTURE and holder.id else "chapter"


RULE = Rule(CODE.name, plan=check, alone=True)
