"""What passes down from a node to those below it (`language.md` 6.3)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from plancompiler.node import Node, text
from plancompiler.program import Link, Program, above, links_from

_PASS_UN_GOALS = frozenset({"område", "mål", "delmål", "strategi", "virkemiddel"})


def un_goals(program: Program, name: str) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Return the UN goal links of a node: its own, and those inherited that are not already its own.

    The inherited ones come from every area, goal, subgoal, strategy and measure above, nearest first. A node that is
    fetched from another has its UN goals with its words, those that the other inherits among them: else the same goal
    would serve other UN goals where it is quoted than where it stands.
    """
    own = links_from(program, name, "bærekraftsmål")
    seen = {link.target for link in own}
    inherited: list[Link] = []
    for node in _passing(program, name, set()):
        if node.kind not in _PASS_UN_GOALS:
            continue
        for link in links_from(program, node.name, "bærekraftsmål"):
            if link.target not in seen:
                seen.add(link.target)
                inherited.append(link)
    return own, tuple(inherited)


def _passing(program: Program, name: str, told: set[str]) -> Iterator[Node]:
    """Yield what stands above a node, nearest first, after each that is fetched what stands above its origin."""
    origin = program.fetched.get(name, "")
    # Plans may fetch from each other in a ring.
    if origin and origin not in told:
        told.add(origin)
        yield from _passing(program, origin, told)
    for node in above(program, name):
        yield node
        if node.name in program.fetched:
            yield from _passing(program, node.name, told)
            return


def responsible(program: Program, name: str) -> tuple[tuple[Link, ...], bool]:
    """Return who is responsible for a node, and whether that is inherited from the nearest holder that says so."""
    own = links_from(program, name, "ansvarlig")
    if own:
        return own, False
    for node in above(program, name):
        links = links_from(program, node.name, "ansvarlig")
        if links:
            return links, True
    return (), False


def period(program: Program, name: str) -> str:
    """Return the period of a node, else of the nearest holder, else of the plan; "" when none is given."""
    return _nearest(program, name, "periode")


@lru_cache(maxsize=1 << 18)
def language(program: Program, name: str) -> str:
    """Return the language of a node's or a plan's text, a code such as `nb`."""
    return _nearest(program, name, "språk") or "nb"


def _nearest(program: Program, name: str, key: str) -> str:
    if name in program.plans:
        return program.plans[name].text(key)
    node = program.nodes[name]
    own = node.text(key)
    if own:
        return own
    for holder in above(program, name):
        if holder.text(key):
            return holder.text(key)
    return text(program.plans[node.plan].fields, key) if node.plan in program.plans else ""
