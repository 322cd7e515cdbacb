"""Which goals of a plan the plans that are there to follow it up have taken up, and which nobody has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plancompiler.followup import follow_up
from plancompiler.node import Document, Node
from plancompiler.procedure import plan_type, stage
from plancompiler.program import Program, below, links_from, links_to, named_below


@dataclass(frozen=True, slots=True)
class TakenUp:
    """The plans that follow a plan up and its goals that they should take up, all as names.

    Of those goals `left` are the ones no plan speaks of, and `declined` those that a plan says it leaves alone while no
    other has taken them up.
    """

    followers: tuple[str, ...]
    asked: tuple[str, ...]
    left: tuple[str, ...]
    declined: tuple[str, ...]


def taken_up(program: Program, plan: str) -> TakenUp | None:
    """Return the answer of a plan in force; None where no plan here is there to follow it up."""
    found = tuple(_followers(program, program.plans[plan])) if plan in program.counted else ()
    if not found:
        return None
    own = [node for node in named_below(program, plan) if node.kind == "mål" and _asks(program, node, found)]
    open_ones = [node for node in own if not _is_met(program, node, "bidrar_til", "sitert")]
    declined = tuple(node.name for node in open_ones if _is_met(program, node, "følger_ikke_opp"))
    left = tuple(node.name for node in open_ones if node.name not in declined)
    return TakenUp(found, tuple(node.name for node in own), left, declined)


def _followers(program: Program, plan: Document) -> Iterable[str]:
    """Return the plans with nodes that are there to follow this one up: action plans under it, and those it names."""
    named = {
        link.target
        for name in (plan.id, *(node.name for node in named_below(program, plan.id)))
        for link in links_from(program, name, "følges_opp_i")
    }
    under = {link.source for link in links_to(program, plan.id, "overordnet")}
    return (
        other.id
        for other in program.plans.values()
        if (other.id in named or (other.id in under and _acts(program, other)))
        and other.id != plan.id
        and program.children.get(other.id)
        and other.text("gjengivelse") != "utdrag"
        and stage(program, other) != "ended"
    )


def _acts(program: Program, plan: Document) -> bool:
    kind = plan_type(program, plan)
    return kind is not None and kind.text("virkemiddelregel") == "kreves"


def _asks(program: Program, goal: Node, followers: tuple[str, ...]) -> bool:
    """Tell whether a goal is to be taken up: it is the plan's own, and nothing says that it is answered otherwise."""
    answer = follow_up(program, goal.name)
    if answer is None or answer.answer in {"valgt bort med grunn", "ingen oppfølging"} or answer.as_whole:
        return False
    return all(link.target in followers for link in answer.places)


def _is_met(program: Program, goal: Node, *roles: str) -> bool:
    """Tell whether another plan that has not ended points by such a link at the goal or at what is under it."""
    for aim in (goal, *below(program, goal.name)):
        for link in links_to(program, aim.name, *roles):
            plan = program.nodes[link.source].plan if link.source in program.nodes else link.source
            if plan != goal.plan and plan in program.plans and stage(program, program.plans[plan]) != "ended":
                return True
    return False
