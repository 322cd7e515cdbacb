"""Which goals of other plans a goal follows up, by its own words or by those of what holds it or stands under it."""

from __future__ import annotations

from plancompiler.cells import plan_of
from plancompiler.followup import served_as_whole
from plancompiler.node import Node
from plancompiler.program import Link, Program, above, below, links_from
from plancompiler.views.facts import Fact
from plancompiler.views.naming import link_ref
from plancompiler.views.page import Here
from plancompiler.wording import called, link_words


def names_superior(program: Program, goal: Node) -> bool:
    """Tell whether a goal of a plan with a superior plan says what it follows up outside its own; else True as well.

    What holds the goal may say it, what is under it, and a goal above the others of the plan.
    """
    if not links_from(program, goal.plan, "overordnet"):
        return True
    near = (goal, *above(program, goal.name), *below(program, goal.name))
    if any(_outward(program, node.name, goal.plan) for node in near):
        return True
    tops = (node for node in below(program, goal.plan) if "nivå" in node.fields and served_as_whole(program, node))
    return any(_outward(program, node.name, goal.plan) for node in tops)


def through_parts(here: Here, goal: Node) -> tuple[Fact, ...]:
    """Return what subgoals of a goal contribute to in other plans, of a goal that says nothing of that itself."""
    program = here.program
    if _outward(program, goal.name, goal.plan):
        return ()
    parts = [part for part in below(program, goal.name) if part.kind == "delmål"]
    found = [(part, link) for part in parts for link in _outward(program, part.name, goal.plan) if link.target]
    by_label: dict[str, list[tuple[Node, Link]]] = {}
    for part, link in found:
        if link.role == "bidrar_til":
            label = link_words(program, link.role, part.name, link.target, here.words)[0]
            by_label.setdefault(label, []).append((part, link))
    through = here.words("gjennom {part}")
    return tuple(
        Fact(
            "bidrar_til",
            label,
            tuple(link_ref(here, link, through.format(part=called(program, part, here.words))) for part, link in links),
        )
        for label, links in by_label.items()
    )


def _outward(program: Program, name: str, plan: str) -> tuple[Link, ...]:
    """Return the links of a node that say that it follows up or quotes something outside its plan."""
    found = links_from(program, name, "bidrar_til", "sitert")
    return tuple(link for link in found if not link.target or plan_of(program, link.target) != plan)
