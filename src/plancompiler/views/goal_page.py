"""The page of a goal or an attachment: the node in full, with all that stands under it and all that points at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plancompiler.address import address, has_page, permalink
from plancompiler.cells import plain_title
from plancompiler.emit import Output
from plancompiler.inherit import language
from plancompiler.node import Node
from plancompiler.program import Program, above, below
from plancompiler.prose import plain
from plancompiler.views.changes import changed_by
from plancompiler.views.naming import ref
from plancompiler.views.node_view import NodeView, node_view
from plancompiler.views.overview import goal_counts
from plancompiler.views.page import Here, Page, Pages, Ref
from plancompiler.views.standing import Standing, is_listed, standing


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal or attachment: itself, the plan and its standing, what serves it in numbers, and its neighbours."""

    node: NodeView
    plan: Ref
    standing: Standing
    counts: tuple[tuple[int, str], ...]
    permalink: str
    previous: Ref | None
    next: Ref | None


def _produce(program: Program, output: Output) -> Iterator[Page]:
    for plan in program.plans:
        nodes = [node for node in below(program, plan) if has_page(program, node.name)]
        for place, node in enumerate(nodes):
            before = nodes[place - 1].name if place else ""
            after = nodes[place + 1].name if place + 1 < len(nodes) else ""
            yield _page(Here(program, output, address(program, node.name), plan), node, before, after)


def _page(here: Here, node: Node, before: str, after: str) -> Page:
    program = here.program
    plan = ref(here, node.plan)
    view = GoalView(
        node=node_view(here, node, changed_by(here, node.plan), own_page=True),
        plan=plan,
        standing=standing(here, node.plan),
        counts=goal_counts(here, node.name) if node.kind == "mål" else (),
        permalink=here.link(permalink(program, node.name)),
        previous=ref(here, before) if before else None,
        next=ref(here, after) if after else None,
    )
    holders = tuple(
        Ref(plain(holder.text("kortnavn")) or plain_title(program, holder), ref(here, holder.name).href)
        for holder in reversed(list(above(program, node.name)))
    )
    trail = (plan, *holders)
    name = ref(here, node.name).text
    return Page(here.page, name, trail, view, is_listed(program, node.plan), here.foreign(language(program, node.name)))


PAGES = Pages("goal.html.j2", _produce)
