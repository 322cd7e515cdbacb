"""Whether a goal has a figure to reach or to follow: its own, or one of what stands under it or is tied to it.

A goal that quotes another is measured as that one is.
"""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.node import NOTHING, Fields, Node, text
from plancompiler.program import Program, above, below, links_from, links_to, outer
from plancompiler.schedule import days


def has_target(program: Program, goal: Node) -> bool:
    """Tell whether a goal has a figure to reach."""
    return any("måltall" in node.fields for node in _of(program, goal))


def is_measured(program: Program, goal: Node) -> bool:
    """Tell whether a goal has a figure to reach, a figure that tells how things are, or an indicator."""
    return any(_measures(node) for node in _of(program, goal))


def has_come(program: Program, goal: Node) -> bool:
    """Tell whether anything says how far a goal is from the figures it is to reach; True where it has none to reach.

    A status of its own says so, and a figure that is newer than what the figures to reach start from.
    """
    points = [node for node in _of(program, goal) if _measures(node)] or area_figures(program, goal)
    if "status" in goal.fields or not any("måltall" in node.fields for node in points):
        return True
    return any(_is_news(node, figure) for node in points for figure in node.records("nøkkeltall"))


def measured_by(program: Program, goal: Node) -> tuple[Node, ...]:
    """Return what tells how a goal goes: itself, and what stands under it or is tied to it, each once."""
    found = {node.name: node for node in _own(program, goal) if _measures(node)}
    return tuple(found.values())


def area_figures(program: Program, goal: Node) -> tuple[Node, ...]:
    """Return the areas that a goal stands in, and their own indicators, that tell how it goes there."""
    areas = [node for node in above(program, goal.name) if node.kind == "område"]
    beneath = (one for area in areas for one in below(program, area.name) if outer(program, one.name) == area.name)
    return tuple(node for node in (*areas, *(one for one in beneath if one.kind == "indikator")) if _measures(node))


def shared_figures(program: Program, goal: Node) -> tuple[Node, ...]:
    """Return what has a figure and serves all goals of an area alike: it measures none of them."""
    sources = (link.source for link in links_to(program, goal.name, "bidrar_til") if link.basis == "gruppe")
    nodes = (program.nodes[name] for name in sources if name in program.nodes)
    return tuple(node for node in nodes if _measures(node))


def origins(program: Program, goal: Node) -> tuple[Node, ...]:
    """Return what a goal quotes, and what that quotes in its turn: as a rule one goal or none."""
    found = [goal.name]
    for name in found:
        links = links_from(program, name, "sitert")
        found += [link.target for link in links if link.target in program.nodes and link.target not in found]
    return tuple(program.nodes[name] for name in found[1:])


def _is_news(node: Node, figure: Fields) -> bool:
    """Tell whether a figure of a node is measured after all that its figures to reach start from."""
    starts = (aim.get("utgangspunkt", NOTHING) for aim in node.records("måltall"))
    begun = [days(text(start, "år")).last for start in starts if isinstance(start, dict) and text(start, "år")]
    now = days(text(figure, "år")).last if text(figure, "år") else None
    return text(figure, "art") != "prognose" and all(day is None or now is None or now > day for day in begun)


def _measures(node: Node) -> bool:
    # What work or a chapter tells of how things are is background, not what the goal is measured with.
    tells = "nøkkeltall" in node.fields and node.kind in {"mål", "delmål"}
    return node.kind == "indikator" or "måltall" in node.fields or tells


def _of(program: Program, goal: Node) -> Iterator[Node]:
    yield from _own(program, goal)
    for origin in origins(program, goal):
        yield from _own(program, origin)


def _own(program: Program, goal: Node) -> Iterator[Node]:
    yield goal
    yield from below(program, goal.name)
    for link in program.incoming.get(goal.name, ()):
        # What quotes it in a plan that is not in force says nothing of how it is measured now, and the figure of what
        # serves a whole area is not that of each goal in it.
        node = program.nodes.get(link.source)
        if node is not None and link.basis != "gruppe" and (link.role != "sitert" or node.plan in program.counted):
            yield node
