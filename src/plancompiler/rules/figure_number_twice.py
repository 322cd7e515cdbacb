"""Two figures, or two tables, of a plan that bear the same number."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Related
from plancompiler.node import Document, Node
from plancompiler.program import Program, above, below
from plancompiler.rule import Rule

CODE = Code(
    name="figure-number-twice",
    severity="warning",
    message="To figurer har nummer {number}",
    label="nummeret er brukt om igjen",
    help="Gi den ene et annet nummer, og rett teksten som viser til den.",
    what="To figurer eller to tabeller i planen har samme nummer.",
    why="Når teksten viser til «figur 10», kan ikke leseren vite hvilken som er ment. Vedlegg kan ha sin egen nummerering.",
    bad="""\
figurer:
  - id: g1
    nummer: 10
    tittel: Folketall
    alt: Kurve som viser at det blir flere innbyggere hvert år.
  - id: g2
    nummer: 10
    tittel: Flytting
    alt: Søyler som viser at flere flytter inn enn ut.
""",
    good="""\
figurer:
  - id: g1
    nummer: 10
    tittel: Folketall
    alt: Kurve som viser at det blir flere innbyggere hvert år.
  - id: g2
    nummer: 11
    tittel: Flytting
    alt: Søyler som viser at flere flytter inn enn ut.
""",
    variants={"tabell": Words(message="To tabeller har nummer {number}")},
    related={"first": "først brukt her"},
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each figure or table whose number an earlier one of its sort has, attachments apart."""
    first: dict[tuple[str, str, str], Node] = {}
    for node in below(program, plan.id):
        if node.kind not in {"figur", "tabell"} or not node.text("nummer"):
            continue
        sort = node.text("betegnelse").casefold() or node.kind
        earlier = first.setdefault((_attachment(program, node), sort, node.text("nummer").casefold()), node)
        if earlier is not node:
            related = (Related(earlier.at / "nummer", "first"),)
            args = {"number": node.text("nummer")}
            yield Diagnostic(CODE.name, node.at / "nummer", args, node.kind if node.kind == "tabell" else "", related)


def _attachment(program: Program, node: Node) -> str:
    """Return the id of the attachment a node stands in, or "" when it stands in the plan itself."""
    return next((holder.id for holder in above(program, node.name) if holder.kind == "vedlegg"), "")


RULE = Rule(CODE.name, plan=check, alone=True)
