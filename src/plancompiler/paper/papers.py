"""Which texts there are to print of a program: each plan, each goal of the first level, each UN goal that is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from plancompiler.address import address
from plancompiler.emit import Output
from plancompiler.paper.goal import goal_paper
from plancompiler.paper.paper import Paper
from plancompiler.paper.plan import plan_paper
from plancompiler.paper.un_goal import un_goal_paper
from plancompiler.program import Program, above, links_to
from plancompiler.views.un_ties import ties

# A text by its path without an ending, and what makes it when it is asked for.
Listed = tuple[str, Callable[[], Paper]]


def plan_papers(program: Program, output: Output) -> Iterator[Listed]:
    """Yield a text for each plan."""
    for plan in program.plans:
        yield plan, partial(plan_paper, program, output, plan)


def part_papers(program: Program, output: Output) -> Iterator[Listed]:
    """Yield a text for each goal that stands under no other and is the plan's own, and each UN goal that is used."""
    for name, node in program.nodes.items():
        if node.kind == "mål" and name not in program.quoted and not _is_within_a_goal(program, name):
            yield address(program, name).removesuffix(".html"), partial(goal_paper, program, output, name)
    for number, found in ties(program).items():
        if found.others or any(found.counted.values()) or links_to(program, f"fn/{number}", "følger_ikke_opp"):
            yield f"fn/{number}", partial(un_goal_paper, program, output, number)


def _is_within_a_goal(program: Program, name: str) -> bool:
    return any(holder.kind == "mål" for holder in above(program, name))
