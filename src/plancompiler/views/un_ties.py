"""The ties of plans to each UN goal, sorted for its page: three ways, never added up, plans in force apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from plancompiler.cells import plan_of, plans_in_order
from plancompiler.program import Program
from plancompiler.summed import summed
from plancompiler.table import Mention
from plancompiler.un_use import HOWS, How, Use, un_uses
from plancompiler.views.naming import ref
from plancompiler.views.page import Here, Ref
from plancompiler.views.standing import is_draft

GOALS = tuple(str(number) for number in range(1, 18))


@dataclass(frozen=True, slots=True)
class Ties:
    """The ties to one UN goal and its targets. A node is tied in one way only, the closest, maybe several times.

    `drafts` is how many of the others name the goal themselves, in plans that are not adopted yet.
    """

    counted: Mapping[How, tuple[Use, ...]]
    others: tuple[Use, ...]
    drafts: int

    def count(self, how: How) -> int:
        """Return how many nodes and plans in force are tied in this way."""
        return len({use.source for use in self.counted[how]})


@dataclass(frozen=True, slots=True)
class Summed:
    """A sentence on how many plans numbers are the sum of, and the plans that end it."""

    text: str
    plans: tuple[Ref, ...]


@lru_cache(maxsize=4)
def ties(program: Program) -> Mapping[str, Ties]:
    """Return the ties to each of the 17 goals, by number."""
    by_goal: dict[str, list[Use]] = {number: [] for number in GOALS}
    for use in un_uses(program):
        by_goal.setdefault(use.goal.removeprefix("fn/").partition(".")[0], []).append(use)
    return {number: _ties(program, uses) for number, uses in by_goal.items()}


def untied_plans(program: Program) -> tuple[str, ...]:
    """Return the plans that have nothing tied to any UN goal, as lists of plans order them."""
    tied = {plan_of(program, use.source) for use in un_uses(program)}
    return tuple(plan for plan in plans_in_order(program) if plan not in tied)


def summed_plans(here: Here, *goals: str) -> Summed | None:
    """Return of which plans the counts of some goals are the sum; None where that need not be said."""
    found = ties(here.program)
    uses = (use for goal in goals for how in HOWS for use in found[goal].counted[how])
    notes = summed(here.program, {plan_of(here.program, use.source) for use in uses}, here.words, here.output.as_of)
    return next((Summed(note.text, tuple(_named(here, one) for one in note.about)) for note in notes), None)


def _named(here: Here, one: Mention) -> Ref:
    # Where it is said of all that are named that they are over, it is not said of each.
    return replace(ref(here, one.name), text=one.text, note="")


def _ties(program: Program, uses: list[Use]) -> Ties:
    closest: dict[str, int] = {}
    for use in uses:
        closest[use.source] = min(closest.get(use.source, len(HOWS)), HOWS.index(use.how))
    kept = [use for use in uses if HOWS.index(use.how) == closest[use.source]]
    in_force = [
        use for use in kept if plan_of(program, use.source) in program.counted and use.source not in program.quoted
    ]
    shown = frozenset(id(use) for use in in_force)
    others = tuple(use for use in kept if id(use) not in shown)
    return Ties(
        {how: tuple(use for use in in_force if use.how == how) for how in HOWS},
        others,
        len({use.source for use in others if use.how == "direkte" and is_draft(program, plan_of(program, use.source))}),
    )
