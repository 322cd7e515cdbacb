"""Links that nobody wrote and everyone means: from standing side by side, and from what holds for a whole group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from plancompiler.model.kind import STRUCTURE
from plancompiler.node import Node
from plancompiler.program import Link

_AIMS = frozenset({"mål", "delmål"})
_MEANS = frozenset({"strategi", "virkemiddel"})
_HOLDS_GROUP = frozenset({"område", "utfordring", "mål"})


def group_links(
    nodes: Mapping[str, Node], children: Mapping[str, tuple[str, ...]], written: tuple[Link, ...]
) -> tuple[Link, ...]:
    """Return the links of `language.md` 6.4: `gruppe` for means beside aims and answers beside challenges, `arvet` for
    what a chapter, a strategy or a subgoal contributes to on behalf of those in it."""
    contributes: dict[str, list[Link]] = {}
    for link in written:
        if link.role == "bidrar_til" and link.target:
            contributes.setdefault(link.source, []).append(link)
    found = [
        link
        for name, node in nodes.items()
        for link in (
            *(_side_by_side(name, nodes, children, contributes) if node.kind in _HOLDS_GROUP else ()),
            *(_passed_on(name, node, nodes, children, contributes) if name in contributes else ()),
        )
    ]
    known = {(link.source, link.target) for links in contributes.values() for link in links}
    unique: dict[tuple[str, str], Link] = {}
    for link in found:
        if (link.source, link.target) not in known:
            unique.setdefault((link.source, link.target), link)
    return tuple(unique.values())


def _side_by_side(
    holder: str,
    nodes: Mapping[str, Node],
    children: Mapping[str, tuple[str, ...]],
    contributes: Mapping[str, list[Link]],
) -> Iterator[Link]:
    beside = tuple(_through_chapters(holder, nodes, children))
    aims = [name for name in beside if nodes[name].kind in _AIMS]
    means = [name for name in beside if nodes[name].kind in _MEANS]
    for name in means:
        # Naming one of them oneself says that it is not for them all.
        if not {link.target for link in contributes.get(name, ())} & set(aims):
            yield from (_group(name, aim, nodes) for aim in aims)
    if nodes[holder].kind == "område":
        challenges = [name for name in beside if nodes[name].kind == "utfordring"]
        for name in (*aims, *means):
            if nodes[name].kind != "delmål" and not {link.target for link in contributes.get(name, ())} & set(
                challenges
            ):
                yield from (_group(name, challenge, nodes) for challenge in challenges)


def _passed_on(
    name: str,
    node: Node,
    nodes: Mapping[str, Node],
    children: Mapping[str, tuple[str, ...]],
    contributes: Mapping[str, list[Link]],
) -> Iterator[Link]:
    if node.kind == "kapittel":
        heirs = [
            child for child in children.get(name, ()) if nodes[child].kind in STRUCTURE and child not in contributes
        ]
    elif node.kind in {"strategi", "delmål"}:
        heirs = [child for child in _through_chapters(name, nodes, children) if nodes[child].kind == "virkemiddel"]
    else:
        heirs = []
    for heir in heirs:
        for link in contributes[name]:
            yield replace(link, source=heir, basis="arvet")


def _through_chapters(holder: str, nodes: Mapping[str, Node], children: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for child in children.get(holder, ()):
        if nodes[child].kind == "kapittel":
            yield from _through_chapters(child, nodes, children)
        else:
            yield child


def _group(source: str, target: str, nodes: Mapping[str, Node]) -> Link:
    return Link(source, "bidrar_til", target, nodes[target].id, nodes[source].at, "gruppe")
