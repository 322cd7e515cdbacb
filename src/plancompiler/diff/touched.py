"""In which plans anything can have come of the changes: only these need be checked and followed up anew.

A plan's own text and header, and those of what its nodes are linked with, are all that is said of it goes by. So what
changed in nodes alone reaches as far as the links of these nodes, of what holds them, and of what they hold. Anything
else (a header, a register, a vocabulary, the settings) may reach everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plancompiler.node import Document, Node
from plancompiler.program import Program, above_in, below
from plancompiler.unit import Unit
from plancompiler.workspace import Workspace

_HEADS = ("plan", "del_av")
_WORDS = ("tittel", "tekst")


def touched(before: Workspace, after: Workspace, *, by_words: bool = True) -> frozenset[str] | None:
    """Return the ids of the plans, or None for all of them.

    Not `by_words`, those are left out that are touched by files alone in which nothing but wording is another: who
    follows what up and what serves which UN goal goes by what stands where, by links and by other fields.
    """
    old = {unit.source.path: unit for unit in before.units}
    new = {unit.source.path: unit for unit in after.units}
    changed = [path for path in old.keys() | new.keys() if old.get(path) is not new.get(path)]
    found: set[str] = set()
    for path in changed:
        one, other = _document(old.get(path)), _document(new.get(path))
        if one is None or other is None or one.kind not in _HEADS or not _same_head(one, other):
            return None
        if not by_words and _same_but_for_words(one, other):
            continue
        found.add(one.id)
        names = {node.name for node in _differing(one, other)}
        for program in (before.program, after.program):
            found.update(_linked(program, names))
    return frozenset(found)


def _document(unit: Unit | None) -> Document | None:
    return unit.document if unit is not None else None


def _same_head(one: Document, other: Document) -> bool:
    return (one.kind, one.id, one.fields, one.unread) == (other.kind, other.id, other.fields, other.unread)


def _same_but_for_words(one: Document, other: Document) -> bool:
    """Tell whether two documents have the same nodes in the same places, with the same in them but for their words."""
    return len(one.nodes) == len(other.nodes) and all(
        here == there
        or (here.steps == there.steps and here.id == there.id and _same(_wordless(here), _wordless(there)))
        for here, there in zip(one.nodes, other.nodes, strict=True)
    )


def _wordless(node: Node) -> Node:
    """Return a node with what it says in its title and text left out, and not that it says something there."""
    return replace(node, fields={**node.fields, **{key: "" for key in _WORDS if key in node.fields}})


def _differing(one: Document, other: Document) -> Iterator[Node]:
    """Yield the nodes that are not the same in both, or not under the same, wherever in the file they stand."""
    for here, there in ((one, other), (other, one)):
        known = {node.name: node for node in there.nodes}
        for node in here.nodes:
            beside = known.get(node.name)
            if beside is None or not node.is_named or not _same(node, beside):
                yield node


def _same(one: Node, other: Node) -> bool:
    return (one.kind, one.parent, one.fields, one.unread) == (other.kind, other.parent, other.fields, other.unread)


def _linked(program: Program, names: set[str]) -> Iterator[str]:
    """Yield the plans that the nodes, and all above and below them, are linked with."""
    near: set[str] = set()
    for name in names & program.nodes.keys():
        near.update((name, *above_in(program.parents, name), *(node.name for node in below(program, name))))
    for name in near:
        for link in (*program.outgoing.get(name, ()), *program.incoming.get(name, ())):
            for end in (link.source, link.target):
                plan = end.partition("/")[0]
                if plan in program.plans:
                    yield plan
