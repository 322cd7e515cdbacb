"""A goal that no plan takes up, of those that are there to do so."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.followup import follow_up
from plancompiler.node import Document, Node
from plancompiler.phrase import kind_phrase, listed, node_phrase, plan_phrase
from plancompiler.procedure import plan_type, stage
from plancompiler.program import Program, below, links_from, links_to, named_below
from plancompiler.rule import Rule

CODE = Code(
    name="superior-goal-not-taken-up",
    severity="info",
    message="Ingen plan har tatt opp {goal}",
    label="{plans} følger opp denne planen, men peker ikke hit",
    help="Skriv `bidrar_til: {name}` eller `sitert: {name}` på det som følger det opp der. Er det et valg, fører du det opp i «følger_ikke_opp» i den planen.",
    what="En handlingsdel eller handlingsplan følger opp denne planen, men ikke noe i den peker til målet.",
    why="Slik ser du hvilke overordnede mål ingen har plukket opp. Det kan være riktig; da bør planen som følger opp, si hvorfor.",
    bad={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2026–2038
status: vedtatt
målstruktur: [mål, virkemiddel]
følges_opp_i: handling-2030
mål:
  - id: m1
    tittel: Flere får være med
  - id: m2
    tittel: Rent vann
""",
        "plans/handling-2030.yaml": """\
plan: handling-2030
tittel: Handlingsdel 2027–2030
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027–2030
status: utkast
overordnet: eksempel
mål:
  - id: m1
    sitert: eksempel/m1
    virkemidler:
      - id: v1
        tekst: Åpne møteplasser i hver bydel.
""",
    },
    good={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2026–2038
status: vedtatt
målstruktur: [mål, virkemiddel]
følges_opp_i: handling-2030
mål:
  - id: m1
    tittel: Flere får være med
  - id: m2
    tittel: Rent vann
""",
        "plans/handling-2030.yaml": """\
plan: handling-2030
tittel: Handlingsdel 2027–2030
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027–2030
status: utkast
overordnet: eksempel
følger_ikke_opp:
  - til: eksempel/m2
    begrunnelse: Det står i hovedplanen for vann.
mål:
  - id: m1
    sitert: eksempel/m1
    virkemidler:
      - id: v1
        tekst: Åpne møteplasser i hver bydel.
""",
    },
    variants={
        "all": Words(
            message="Ingen plan har tatt opp noen av planens {goals}",
            label="{plans} følger opp planen, men peker ikke til {goals} her",
            help="Pek hit med `bidrar_til` eller `sitert` i planen som følger opp, så leseren ser hvilke {goals} det gjelder.",
        ),
    },
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each goal of a plan in force that none of the plans which follow it up has taken up."""
    followers = _followers(plan, program) if plan.id in program.counted else []
    if not followers:
        return
    own = [node for node in named_below(program, plan.id) if node.kind == "mål" and _asks(program, node, followers)]
    left = [node for node in own if not _taken_up(program, node)]
    args = {
        "plans": listed(plan_phrase(program.plans[follower]) for follower in followers),
        "goals": kind_phrase(program, plan.id, "mål")[1],
    }
    if len(left) == len(own) > 1:
        yield Diagnostic(CODE.name, Locus(plan.file, ("plan",)), args, "all")
        return
    for node in left:
        yield Diagnostic(CODE.name, node.at, {**args, "goal": node_phrase(program, node), "name": node.name})


def _followers(plan: Document, program: Program) -> list[str]:
    """Return the plans with nodes that are there to follow this one up: action plans under it, and those it names."""
    named = {
        link.target
        for name in (plan.id, *(node.name for node in named_below(program, plan.id)))
        for link in links_from(program, name, "følges_opp_i")
    }
    under = {link.source for link in links_to(program, plan.id, "overordnet")}
    return [
        other.id
        for other in program.plans.values()
        if (other.id in named or (other.id in under and _acts(other, program)))
        and other.id != plan.id
        and program.children.get(other.id)
        and other.text("gjengivelse") != "utdrag"
        and stage(program, other) != "ended"
    ]


def _acts(plan: Document, program: Program) -> bool:
    kind = plan_type(program, plan)
    return kind is not None and kind.text("virkemiddelregel") == "kreves"


def _asks(program: Program, goal: Node, followers: list[str]) -> bool:
    """Tell whether a goal is to be taken up: it is the plan's own, and nothing says that it is answered otherwise."""
    answer = follow_up(program, goal.name)
    if answer is None or answer.answer in {"valgt bort med grunn", "ingen oppfølging"} or answer.as_whole:
        return False
    return all(link.target in followers for link in answer.places)


def _taken_up(program: Program, goal: Node) -> bool:
    """Tell whether something of another plan points at the goal or at what is under it, or its plan declines it."""
    for aim in (goal, *below(program, goal.name)):
        for link in links_to(program, aim.name, "bidrar_til", "sitert", "følger_ikke_opp"):
            plan = program.nodes[link.source].plan if link.source in program.nodes else link.source
            if plan != goal.plan and plan in program.plans and stage(program, program.plans[plan]) != "ended":
                return True
    return False


RULE = Rule(CODE.name, plan=check)
