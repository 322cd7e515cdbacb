"""A printed number with a comma where a point was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Edit, Fix
from plancompiler.model.kind import KINDS
from plancompiler.node import Node
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="printed-number-comma",
    severity="warning",
    message="Nummeret «{number}» har komma",
    label="kan leses som {point} eller som {both}",
    help="Skriv «{point}» hvis det er ett nummer, og «{both}» hvis punktet har flere.",
    what="Et nummer er skrevet med komma mellom tallene.",
    why="I 4,5 kan kommaet være et punktum som er blitt feil, eller stå mellom to numre. Det må stå som det skal leses.",
    bad="""\
mål:
  - id: m1
    nummer: 4
    tittel: Flere får være med
    delmål:
      - {id: m1.d1, nummer: 4.4, tittel: Lavere terskel}
      - {id: m1.d2, nummer: "4,5", tittel: Flere møteplasser}
""",
    good="""\
mål:
  - id: m1
    nummer: 4
    tittel: Flere får være med
    delmål:
      - {id: m1.d1, nummer: 4.4, tittel: Lavere terskel}
      - {id: m1.d2, nummer: 4.5, tittel: Flere møteplasser}
""",
    fixes={"point": "Skriv «{point}»"},
)

_COMMA = re.compile(r"\d{1,3}(?:,\d{1,3})+")


def check(node: Node, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when a node's own number has a comma between digits, and no space."""
    number = node.text("nummer")
    if _COMMA.fullmatch(number) and node.name not in program.quoted:
        parts = number.split(",")
        args = {
            "number": number,
            "point": ".".join(parts),
            "both": f"{', '.join(parts[:-1])} og {parts[-1]}",
        }
        at = node.at / "nummer"
        yield Diagnostic(CODE.name, at, args, fixes=(Fix("point", "unsafe", (Edit(at, args["point"]),)),))


RULE = Rule(CODE.name, kinds=frozenset(KINDS), node=check, alone=True)
