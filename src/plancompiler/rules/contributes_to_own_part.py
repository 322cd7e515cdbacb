"""A node that contributes to something under itself."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic
from plancompiler.model.kind import STRUCTURE
from plancompiler.node import Node
from plancompiler.phrase import node_phrase
from plancompiler.program import Program, above_in, links_from
from plancompiler.rule import Rule

CODE = Code(
    name="contributes-to-own-part",
    severity="warning",
    message="{what} bidrar til en del av seg selv",
    label="«{id}» står under dette punktet",
    help="Fjern koblingen: Det som står under, bidrar allerede oppover. Mente du noe annet, peker du til det.",
    what="«bidrar_til» peker til noe som står under punktet selv.",
    why="Da går målhierarkiet i ring. Det som står under et mål, bidrar til målet, ikke omvendt.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    bidrar_til: m1.d1
    delmål:
      - id: m1.d1
        tittel: Lavere terskel
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    delmål:
      - id: m1.d1
        tittel: Lavere terskel
""",
)


def check(node: Node, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each link of the node's own that leads to what it holds."""
    for link in links_from(program, node.name, "bidrar_til"):
        if link.basis == "skrevet" and node.name in above_in(program.parents, link.target):
            args = {"what": node_phrase(program, node, first=True), "id": link.text}
            yield Diagnostic(CODE.name, link.at, args)


# A chapter speaks for what is in it, which may well contribute to a goal that is there too.
RULE = Rule(CODE.name, kinds=frozenset(STRUCTURE), node=check, alone=True)
