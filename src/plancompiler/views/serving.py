"""What serves a goal: what stands under it or contributes to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from plancompiler.followup import counts_as
from plancompiler.program import Program, below, links_to


def serving(program: Program, goal: str, kind: str) -> frozenset[str]:
    """Return the nodes of a kind that stand under a goal or contribute to it, by an area as by themselves.

    Nodes of other plans count when those are in force.
    """
    return _by_kind(program, goal).get(kind, frozenset())


# Asked for by the plan's page and by the goal's, for each of the later kinds.
@lru_cache(maxsize=1 << 14)
def _by_kind(program: Program, goal: str) -> Mapping[str, frozenset[str]]:
    plan = program.nodes[goal].plan
    found: dict[str, set[str]] = {}
    for name in set(_serving(program, goal)):
        node = program.nodes[name]
        if (node.plan == plan or node.plan in program.counted) and counts_as(program, name, node.kind):
            found.setdefault(node.kind, set()).add(name)
    return {kind: frozenset(names) for kind, names in found.items()}


def _serving(program: Program, goal: str) -> Iterator[str]:
    for aim in (program.nodes[goal], *below(program, goal)):
        if aim.name != goal:
            yield aim.name
        for link in links_to(program, aim.name, "bidrar_til"):
            if link.source in program.nodes:
                yield link.source
                if program.nodes[link.source].kind == "område":
                    yield from (node.name for node in below(program, link.source))
