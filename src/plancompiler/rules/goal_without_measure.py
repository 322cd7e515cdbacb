"""A goal with no measure, in a plan of a type that is to have them."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.followup import follow_up, measures
from plancompiler.model.kind import CHILD_KEYS
from plancompiler.node import Document, Node
from plancompiler.phrase import kind_phrase, node_phrase
from plancompiler.procedure import plan_type, stage
from plancompiler.program import Program, below, is_whole, named_below
from plancompiler.rule import Rule
from plancompiler.rules.goal_not_followed_up import unanswered

CODE = Code(
    name="goal-without-measure",
    severity="warning",
    message="Ingen {measures} hører til {goal}",
    label="planer av typen «{type}» skal ha {measures} til hvert mål",
    help="Legg inn «virkemidler:» under det, eller skriv hvor de står: `følges_opp_i: …`.",
    what="Planen er av en type som skal ha virkemidler, og et mål har ingen, verken under seg eller fra andre steder.",
    why="En handlingsdel skal si hva som blir gjort (plan- og bygningsloven §§ 11-1 og 11-3), og det samme venter leseren av en handlingsplan.",
    bad={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: handlingsplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
mål:
  - id: m1
    tittel: Flere får være med
    virkemidler:
      - id: m1.v1
        tekst: Åpne møteplasser i hver bydel.
  - id: m2
    tittel: Flere møteplasser
    strategier:
      - id: m2.s1
        tekst: Bruke byggene kommunen har.
""",
    },
    good={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: handlingsplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
mål:
  - id: m1
    tittel: Flere får være med
    virkemidler:
      - id: m1.v1
        tekst: Åpne møteplasser i hver bydel.
        bidrar_til: m2
  - id: m2
    tittel: Flere møteplasser
    strategier:
      - id: m2.s1
        tekst: Bruke byggene kommunen har.
""",
    },
    variants={
        "plan": Words(
            message="Planen har ingen {measures}",
            label="planer av typen «{type}» skal ha det",
            help="Legg inn «virkemidler:» under målene, eller skriv øverst i planen hvor de står: `følges_opp_i: …`.",
        ),
    },
)

_ELSEWHERE = frozenset({"følges_opp_i", "uten_oppfølging"})


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each goal that is followed up, but by no measure; one for a plan that has none at all."""
    kind = plan_type(program, plan)
    required = kind is not None and kind.text("virkemiddelregel") == "kreves"
    answered = _ELSEWHERE & (plan.fields.keys() | plan.unread)
    if (
        not required
        or answered
        or not is_whole(program, plan.id)
        or stage(program, plan) == "ended"
        or plan.text("gjengivelse") == "utdrag"
    ):
        return
    nodes = list(below(program, plan.id))
    args = {"measures": kind_phrase(program, plan.id, "virkemiddel")[1], "type": plan.text("type")}
    if any(node.kind == "virkemiddel" for node in nodes):
        for node in named_below(program, plan.id):
            if _lacks(program, node):
                yield Diagnostic(CODE.name, node.at, {**args, "goal": node_phrase(program, node)})
    elif _has_goals(nodes) and not plan.unread & {*CHILD_KEYS} and not any(unanswered(plan, program, CODE.name)):
        yield Diagnostic(CODE.name, Locus(plan.file, ("type",)), args, "plan")


def _lacks(program: Program, node: Node) -> bool:
    """Tell whether a goal with no subgoals is followed up by something else than measures, and says no more of it."""
    if node.kind not in {"mål", "delmål"} or node.unread & {*CHILD_KEYS, *_ELSEWHERE}:
        return False
    answer = follow_up(program, node.name)
    if answer is None or answer.answer != "fulgt opp her" or answer.as_whole or answer.places or answer.reasons:
        return False
    return not any(each.kind == "delmål" for each in below(program, node.name)) and not measures(program, node.name)


def _has_goals(nodes: list[Node]) -> bool:
    return any(node.kind in {"mål", "delmål", "område", "strategi"} for node in nodes)


RULE = Rule(CODE.name, plan=check)
