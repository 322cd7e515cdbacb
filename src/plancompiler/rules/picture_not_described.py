"""A picture that nobody has described."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Node
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="picture-not-described",
    severity="warning",
    message="Figuren er ikke beskrevet",
    label="den som ikke ser bildet, får ikke vite hva det viser",
    help="Skriv i «alt» hva figuren viser, i en setning eller to.",
    what="En figur har «alt: ikke beskrevet».",
    why="Offentlige nettsteder skal ha tekst til bilder, slik at alle kan lese dem (WCAG 1.1.1).",
    bad="""\
figurer:
  - id: g1
    tittel: Befolkning
    alt: ikke beskrevet
""",
    good="""\
figurer:
  - id: g1
    tittel: Befolkning
    alt: Søyler som viser at det blir dobbelt så mange over 80 år.
""",
)


def check(node: Node, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when the description says that there is none."""
    if node.text("alt").casefold() == "ikke beskrevet":
        yield Diagnostic(CODE.name, node.at / "alt")


RULE = Rule(CODE.name, kinds=frozenset({"figur"}), node=check)
