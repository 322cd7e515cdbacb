"""A phase that begins before the one before it is over, and a milestone earlier than those it stands after."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Related
from plancompiler.node import Document, Node
from plancompiler.phrase import node_phrase
from plancompiler.procedure import stage
from plancompiler.program import Program, named_below
from plancompiler.rule import Rule
from plancompiler.schedule import days

CODE = Code(
    name="begins-too-early",
    severity="info",
    message="{what} begynner før den forrige er over",
    label="begynner {when:dato}",
    help="Se om en av datoene er skrevet feil. Skal fasene gå samtidig, kan de stå.",
    what="En fase begynner før fasen foran den er over, eller en milepæl er tidligere enn den som står foran i lista.",
    why="Den som leser planen, tror at det som står sist, kommer sist. Ofte er det en dato som er skrevet feil.",
    bad="""\
faser:
  - {id: f1, nummer: 1, tittel: Oppstart, periode: 2026-05-01–2026-09-15}
  - {id: f2, nummer: 2, tittel: Gjennomføring, periode: 2026-08-27–2027-12-31}
""",
    good="""\
faser:
  - {id: f1, nummer: 1, tittel: Oppstart, periode: 2026-05-01–2026-09-15}
  - {id: f2, nummer: 2, tittel: Gjennomføring, periode: 2026-09-16–2027-12-31}
""",
    variants={
        "listed": Words(
            message="{what} begynner før det som står foran",
            help="Se om datoen er skrevet feil, eller sett punktene i den rekkefølgen de skjer.",
        ),
    },
    related={"other": "dette er {other:dato}"},
)

_KEYS = {"fase": ("periode",), "milepæl": ("periode", "frist")}
# A list follows the dates when no more than one in so many stands out.
_FOLLOWS = 4


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each phase or milestone that surely begins too early, of a plan that is not over."""
    if stage(program, plan) == "ended":
        return
    beside: dict[tuple[str, str], list[Node]] = {}
    for node in named_below(program, plan.id):
        if node.kind in _KEYS and node.name not in program.quoted and _written(node):
            beside.setdefault((program.parents[node.name], node.kind), []).append(node)
    for (_, kind), nodes in beside.items():
        early = [(before, node) for before, node in pairwise(nodes) if _is_early(node, before, kind)]
        if kind == "fase" or len(early) * _FOLLOWS <= len(nodes):
            for before, node in early:
                args = {"what": node_phrase(program, node, first=True), "when": _written(node)}
                related = (Related(before.at / _key(before), "other", {"other": _written(before)}),)
                yield Diagnostic(CODE.name, node.at / _key(node), args, "" if kind == "fase" else "listed", related)


def _is_early(node: Node, before: Node, kind: str) -> bool:
    """Tell whether a node surely begins before the one it stands after begins, or, of phases, before that is over.

    Times are as exact as they are written: 2027–2028 may begin on the day that 2026–2027 is over.
    """
    begins = days(_written(node).partition("–")[0]).last
    start, dash, end = _written(before).partition("–")
    limit = days(end if dash and kind == "fase" else start).first
    return begins is not None and limit is not None and begins < limit


def _key(node: Node) -> str:
    """Return the field that says when a node is; a deadline does not say when a phase begins."""
    return next((key for key in _KEYS[node.kind] if node.text(key)), "")


def _written(node: Node) -> str:
    return node.text(_key(node))


RULE = Rule(CODE.name, plan=check, alone=True)
