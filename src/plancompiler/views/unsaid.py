"""What a plan leaves unsaid of a goal, in a line: who, by when, for what money, and how the goal is measured."""

from __future__ import annotations

from itertools import chain

from plancompiler.cells import alternatives
from plancompiler.figures import is_measured
from plancompiler.inherit import responsible
from plancompiler.measures import says
from plancompiler.node import Node
from plancompiler.program import below
from plancompiler.views.hung_work import WORK, hung
from plancompiler.views.page import Here
from plancompiler.views.serving import serving
from plancompiler.views.untied import later_kinds


def unsaid(here: Here, goal: Node) -> str:
    """Return what neither a goal nor anything that serves it tells, in this plan or another; "" when all is told.

    Who, when and for what money is asked of work: of goals with strategies or measures of their plan, and of no other.
    """
    words = here.words
    lacking = [*_of_work(here, goal), *(() if is_measured(here.program, goal) else (words("hvordan målet måles"),))]
    return words("Her oppgir planen ikke {what}.").format(what=alternatives(lacking, words)) if lacking else ""


def _of_work(here: Here, goal: Node) -> tuple[str, ...]:
    program, words = here.program, here.words
    served = {name for kind in later_kinds(here, goal.plan) for name in serving(program, goal.name, kind)}
    if not any(program.nodes[name].kind in WORK for name in served):
        return ()
    hanging = hung(program, goal.name)
    points = [goal, *below(program, goal.name), *(program.nodes[name] for name in served), *chain(*hanging.values())]
    paid = any("finansiering" in program.plans[plan].fields for plan in (goal.plan, *(plan for plan, _ in hanging)))
    asked = (
        (words("ansvarlig"), any(responsible(program, point.name)[0] for point in points)),
        (words("frist"), any(says(program, point, key) for point in points for key in ("frist", "periode"))),
        (words("finansiering"), paid or any(says(program, point, "finansiering") for point in points)),
    )
    return tuple(name for name, told in asked if not told)
