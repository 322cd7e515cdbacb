"""Two goals, or two things side by side, with the same title."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Related
from plancompiler.node import Document, Node
from plancompiler.phrase import kind_phrase, place_phrase, short_title
from plancompiler.program import Program, named_below, outer
from plancompiler.repetition import folded, repeated_blocks, standing_again
from plancompiler.rule import Rule

CODE = Code(
    name="same-title-twice",
    severity="warning",
    message="To {words} heter «{title}»",
    label="den andre er {first}",
    help="Gi dem titler som viser forskjellen. Er det samme sak, lar du bare den ene stå.",
    what="To punkter av samme sort har helt lik tittel: to mål eller delmål i planen, eller to som står ved siden av hverandre.",
    why="I lister, tabeller og søk ser leseren bare tittelen, og vet ikke hvilken av de to det gjelder.",
    bad="""\
mål:
  - id: m1
    tittel: Boliger til alle
  - id: m2
    tittel: Boliger til alle
""",
    good="""\
mål:
  - id: m1
    tittel: Boliger til alle
  - id: m2
    tittel: Tomter i alle grender
""",
    related={"first": "samme tittel her"},
)

_IN_PLAN = frozenset({"mål", "delmål"})
_SIDE_BY_SIDE = frozenset({"område", "utfordring", "strategi", "fase", "risiko"})


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each title that a node has after another. Repeated blocks are said as wholes."""
    first: dict[tuple[str, str, str], Node] = {}
    said = {block.holder for block in repeated_blocks(program, plan.id)} | standing_again(program, plan.id)
    for node in named_below(program, plan.id):
        title = folded(node.text("tittel"))
        if not title or node.kind not in _IN_PLAN | _SIDE_BY_SIDE or node.name in program.quoted:
            continue
        place = "" if node.kind in _IN_PLAN else outer(program, node.name)
        earlier = first.setdefault((node.kind, title, place), node)
        if earlier is not node and node.name not in said:
            args = {
                "words": kind_phrase(program, plan.id, node.kind)[1],
                "title": short_title(node),
                "first": place_phrase(program, earlier),
            }
            related = (Related(earlier.at / "tittel", "first"),)
            yield Diagnostic(CODE.name, node.at / "tittel", args, related=related)


RULE = Rule(CODE.name, plan=check, alone=True)
