"""What stands at the old address of a plan: the way to the new one, for the plan and for each node of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from plancompiler.address import address, permalink
from plancompiler.emit import Output
from plancompiler.program import Program, below
from plancompiler.views.naming import ref
from plancompiler.views.page import Here, Listed, Page, Pages, Ref


@dataclass(frozen=True, slots=True)
class Forward:
    """The anchor a node had there, and where it is now."""

    id: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class FormerPlanView:
    """The plan as it is called now, and its nodes."""

    plan: Ref
    nodes: tuple[Forward, ...]


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    for plan, header in program.plans.items():
        for old in header.texts("tidligere_id"):
            if old not in program.plans:
                here = Here(program, output, f"{old}/index.html")
                yield here.page, partial(_page, here, plan)


def _page(here: Here, plan: str) -> Page:
    program = here.program
    nodes = tuple(
        Forward(node.id, Ref(ref(here, node.name).text, here.link(permalink(program, node.name))))
        for node in below(program, plan)
    )
    now = Ref(ref(here, plan).text, here.link(address(program, plan)))
    return Page(here.page, here.words("Planen har fått ny adresse"), (), FormerPlanView(now, nodes), listed=False)


PAGES = Pages("former_plan.html.j2", _produce, listed=False)
