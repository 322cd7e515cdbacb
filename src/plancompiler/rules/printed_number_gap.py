"""A numbering that skips a number."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document
from plancompiler.numbering import Numbering, numberings
from plancompiler.phrase import kind_phrase, listed, place_phrase
from plancompiler.program import Program, is_whole
from plancompiler.rule import Rule
from plancompiler.values.printed_numbers import parse, shown

CODE = Code(
    name="printed-number-gap",
    severity="info",
    message="Nummereringen av {words} hopper over {missing}",
    label="foran dette står {before}",
    help="Er et punkt falt ut, legger du det inn. Er det strøket med vilje, lar du numrene stå og fører det opp i «utgåtte».",
    what="Punkter som er nummerert etter hverandre, mangler ett eller flere numre.",
    why="Et hull i nummereringen kan bety at et punkt er falt ut. Er det strøket i et vedtak, er hullet riktig.",
    bad="""\
mål:
  - {id: m1, nummer: 1, tittel: Flere får være med}
  - {id: m2, nummer: 2, tittel: Trygge veier}
  - {id: m4, nummer: 4, tittel: Rent vann}
""",
    good="""\
mål:
  - {id: m1, nummer: 1, tittel: Flere får være med}
  - {id: m2, nummer: 2 og 3, tittel: Trygge veier}
  - {id: m4, nummer: 4, tittel: Rent vann}
""",
)

# Where more than a third of the numbers are missing they are no count: goals may be numbered as the UN's.
_MOST_MISSING = 3


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each numbering with a gap that nothing explains."""
    if plan.text("gjengivelse") == "utdrag" or not is_whole(program, plan.id):
        return
    for run in numberings(program, plan.id):
        if run.nodes[0].kind == "mål" and plan.text("nummer_er_fn_mål") == "ja":
            continue
        missing = _missing(run)
        if missing and len(missing) * _MOST_MISSING <= len(run.nodes) and not _explained(run, missing, plan, program):
            after = next(index for index, places in enumerate(run.places) if min(places) > missing[0])
            node, before = run.nodes[after], run.nodes[max(after - 1, 0)]
            args = {
                "words": kind_phrase(program, plan.id, node.kind)[1],
                "missing": listed(shown(run.series, place) for place in missing),
                "before": place_phrase(program, before if after else node),
            }
            yield Diagnostic(CODE.name, node.at / "nummer", args)


def _missing(run: Numbering) -> list[int]:
    borne = {place for places in run.places for place in places} | run.spared
    return [place for place in range(run.first, max(max(places) for places in run.places)) if place not in borne]


def _explained(run: Numbering, missing: list[int], plan: Document, program: Program) -> bool:
    """Tell whether what bore the missing numbers may be there still, or is known to have been taken out.

    That is a number used twice or one that does not count, a node without a number, or one that is retired.
    """
    every = [place for places in run.places for place in places]
    kind = run.nodes[0].kind
    siblings = {child for node in run.nodes for child in program.children[program.parents[node.name]]}
    others = [program.nodes[name] for name in siblings if program.nodes[name].kind == kind]
    if any(node.text("nummer") and parse(node.text("nummer")) is None for node in others):
        return True
    stems = {node.id.rstrip("0123456789") for node in run.nodes}
    retired = [record for record in plan.records("utgåtte") if str(record.get("id", "")).rstrip("0123456789") in stems]
    unnumbered = [node for node in others if not node.text("nummer")]
    return len(every) - len(set(every)) + len(unnumbered) + len(retired) >= len(missing)


RULE = Rule(CODE.name, plan=check, alone=True)
