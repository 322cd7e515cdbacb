"""The goal tree of a plan as a Mermaid diagram."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.cells import shown
from plancompiler.followup import chain, is_point
from plancompiler.program import Program, below
from plancompiler.translate import Translator

# A picture of more lines than this is no help, and one of two or three is none either.
_MOST = 40
_LEAST = 4


def goal_tree(program: Program, plan: str, words: Translator) -> list[str]:
    """Return the diagram as lines, as many levels of the plan's chain as can be taken in; none when it is no help."""
    kinds = chain(program, plan)
    for levels in range(len(kinds), 1, -1):
        edges = list(_edges(program, plan, plan, frozenset(kinds[:levels])))
        if len(edges) <= _MOST:
            deep = any(up != plan for up, _ in edges)
            return _diagram(program, edges, words) if deep and len(edges) >= _LEAST else []
    return []


def _diagram(program: Program, edges: list[tuple[str, str]], words: Translator) -> list[str]:
    names = dict.fromkeys(name for edge in edges for name in edge)
    boxes = [f'  {_box(name)}["{_label(shown(program, name, words))}"]' for name in names]
    return ["```mermaid", "graph LR", *boxes, *(f"  {_box(up)} --> {_box(down)}" for up, down in edges), "```"]


def _edges(program: Program, name: str, holder: str, kinds: frozenset[str]) -> Iterator[tuple[str, str]]:
    for child in program.children.get(name, ()):
        # What is only quoted is in the picture when something of the plan's own hangs under it.
        own = child not in program.quoted or any(node.name not in program.quoted for node in below(program, child))
        counts = own and program.nodes[child].kind in kinds and not is_point(program, child)
        if counts:
            yield holder, child
        yield from _edges(program, child, child if counts else holder, kinds)


def _box(name: str) -> str:
    # Ids are letters and digits joined by single dots and hyphens, so that two ids never give the same box. The prefix
    # keeps them from being words of the language.
    return "n_" + name.partition("/")[2].replace(".", "_").replace("-", "__")


def _label(text: str) -> str:
    """Return a label in which every character that could be markup is written as its number."""
    short = text if len(text) <= 80 else text[:79].rstrip() + "…"
    return "".join(char if char.isalnum() or char in " ,.:–…()" else f"#{ord(char)};" for char in short)
