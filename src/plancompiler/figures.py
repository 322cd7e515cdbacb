"""Whether a goal has a figure to reach or to follow: its own, or one of what stands under it or is tied to it."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.node import Node
from plancompiler.program import Program, below


def has_target(program: Program, goal: Node) -> bool:
    """Tell whether a goal has a figure to reach."""
    return any("måltall" in node.fields for node in _of(program, goal))


def is_measured(program: Program, goal: Node) -> bool:
    """Tell whether a goal has a figure to reach, a figure that tells how things are, or an indicator."""
    return any(
        node.kind == "indikator" or "måltall" in node.fields or "nøkkeltall" in node.fields
        for node in _of(program, goal)
    )


def _of(program: Program, goal: Node) -> Iterator[Node]:
    yield goal
    yield from below(program, goal.name)
    tied = (link.source for link in program.incoming.get(goal.name, ()) if link.source in program.nodes)
    yield from (program.nodes[name] for name in tied)
