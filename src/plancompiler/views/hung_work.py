"""What other plans in force do for a goal: the work that hangs under it there, because the plans quote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from plancompiler.cells import shown
from plancompiler.followup import hung_under
from plancompiler.node import Node
from plancompiler.program import Program, below, named_below, outer
from plancompiler.views.backlinks import Contribution, Contributions
from plancompiler.views.facts import Fact, inherited_financing, work_facts
from plancompiler.views.in_force import plan_mark
from plancompiler.views.naming import ref
from plancompiler.views.numbers import cost_lines
from plancompiler.views.page import Here, Ref
from plancompiler.views.said_once import listed_once
from plancompiler.views.serving import serving
from plancompiler.wording import kind_words

# What may hang under a goal, the widest first.
_KINDS = ("mål", "delmål", "strategi", "virkemiddel")

# Those of them that somebody does, by a day and for money.
WORK = frozenset({"strategi", "virkemiddel"})


def hung_work(here: Here, goal: Node) -> tuple[Contributions, ...]:
    """Return the work of other plans for a goal, a list for each plan and kind, each in page order.

    What only contributes to the goal there stands after what the plan hangs under it, in lists of its own.
    """
    program = here.program
    under = {node.name for quote in _quotes(program, goal.name) for node in below(program, quote)}
    lists: list[Contributions] = []
    work = hung(program, goal.name)
    for plan in dict.fromkeys(plan for plan, _ in work):
        # What holds for all that a plan does is said of its first list.
        facts = tuple(_paid(here, goal, plan))
        for stands in (True, False):
            where = tuple(_stands_under(here, goal, plan)) if stands else ()
            for (of, kind), nodes in work.items():
                found = [node for node in nodes if of == plan and (node.name in under) is stands]
                if found:
                    said = _named(here, _kinds(here, plan, kind, len(found)), plan)
                    heading = said if stands else here.words("{kinds} som også bidrar").format(kinds=said)
                    items = tuple(_line(here, node, "" if stands else outer(program, node.name)) for node in found)
                    lists.append(listed_once(here, goal.name, Contributions(heading, items, (*where, *facts))))
                    where, facts = (), ()
    return tuple(lists)


def hung_counts(here: Here, *goals: Node) -> tuple[tuple[int, str], ...]:
    """Return how much work of each kind each of other plans has for goals, with the word for it and the plan.

    What hangs under several of the goals counts once.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for goal in goals:
        for of, work in hung(here.program, goal.name).items():
            found.setdefault(of, set()).update(node.name for node in work)
    counts = ((plan, kind, len(names)) for (plan, kind), names in found.items())
    return tuple((count, _named(here, _kinds(here, plan, kind, count).lower(), plan)) for plan, kind, count in counts)


# Asked for by each thing that the goal's page says of it.
@lru_cache(maxsize=1 << 12)
def hung(program: Program, goal: str) -> Mapping[tuple[str, str], tuple[Node, ...]]:
    """Return the nodes of other plans in force that hang under a goal or under what is below it, by plan and kind."""
    quotes = _quotes(program, goal)
    found: dict[tuple[str, str], tuple[Node, ...]] = {}
    for plan in dict.fromkeys(program.nodes[quote].plan for quote in quotes):
        for kind in _KINDS:
            served = {name for quote in quotes for name in serving(program, quote, kind)}
            work = [program.nodes[name] for name in served if program.nodes[name].plan == plan]
            if work:
                found[plan, kind] = tuple(sorted(work, key=lambda node: _places(program)[node.name]))
    return found


@lru_cache(maxsize=4)
def _places(program: Program) -> Mapping[str, int]:
    """Return the place of each node in page order."""
    return {name: place for place, name in enumerate(program.nodes)}


def _quotes(program: Program, goal: str) -> tuple[str, ...]:
    aims = (goal, *(node.name for node in named_below(program, goal)))
    return tuple(dict.fromkeys(quote for aim in aims for quote in hung_under(program, aim)))


def _kinds(here: Here, plan: str, kind: str, count: int) -> str:
    return kind_words(here.program, plan, kind, here.words)[count != 1]


def _named(here: Here, kinds: str, plan: str) -> str:
    mark = plan_mark(here, plan)
    named = shown(here.program, plan, here.words) + (f" ({mark})" if mark else "")
    return here.words("{kinds} i {plan}").format(kinds=kinds, plan=named)


def _stands_under(here: Here, goal: Node, plan: str) -> Iterator[Fact]:
    """Yield where in its plan the work stands."""
    quotes = [quote for quote in _quotes(here.program, goal.name) if here.program.nodes[quote].plan == plan]
    yield Fact("sitert", here.words("Står under"), tuple(replace(ref(here, quote), note="") for quote in quotes))


def _paid(here: Here, goal: Node, plan: str) -> Iterator[Fact]:
    """Yield how the plan says that all of the work is paid for."""
    work = [found for (of, kind), found in hung(here.program, goal.name).items() if of == plan and kind in WORK]
    yield from inherited_financing(here, plan, chain(*work))


def _line(here: Here, node: Node, home: str) -> Contribution:
    """Return a piece of work in full, with where it belongs when that is elsewhere."""
    costs = cost_lines(here, node)
    told = (Fact("kostnader", here.words("Kostnader"), (), costs, always=True),) if costs else ()
    # The heading says which plan it is in.
    named = replace(ref(here, node.name), note="")
    place = replace(ref(here, home), note="") if home else Ref("")
    return Contribution(named, place, (*work_facts(here, node), *told), "", bool(home), ())
