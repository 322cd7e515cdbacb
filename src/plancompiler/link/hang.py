"""Parts hung where they belong, and each node judged where it stands (`language.md` 4.2 and 9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.model.kind import KINDS, PLAN_HOLDS, VEDLEGG_HOLDS
from plancompiler.node import Document, Node


@dataclass(frozen=True, slots=True)
class Hung:
    """Every node by full name in page order, who stands under whom, and which nodes have an id that another has."""

    nodes: Mapping[str, Node]
    children: Mapping[str, tuple[str, ...]]
    parents: Mapping[str, str]
    clashes: tuple[tuple[Node, Node], ...]
    diagnostics: tuple[Diagnostic, ...]


def hang(plans: Mapping[str, Document], parts: tuple[Document, ...]) -> Hung:
    """Return the trees of all plans. Parts come after a node's own children, by path."""
    found: list[Diagnostic] = []
    children: dict[str, list[Node]] = {}
    parents: dict[str, str] = {}
    by_name: dict[str, Node] = {}

    def take(document: Document, top: str) -> None:
        for node in document.nodes:
            name = node.name
            if not node.id or name in by_name:
                if node.id:
                    clashes.append((node, by_name[name]))
                # It is known by its place instead, so that what stands under it is still read.
                node = replace(node, id="?" + "/".join(map(str, (node.file, *node.steps))))
                name = node.name
            names[node.file, node.steps] = name
            by_name[name] = node
            parent = _parent(node, names, top)
            parents[name] = parent
            children.setdefault(parent, []).append(node)

    clashes: list[tuple[Node, Node]] = []
    names: dict[tuple[str, tuple[object, ...]], str] = {}
    for plan in plans.values():
        take(plan, plan.id)
    for part in sorted(parts, key=lambda part: part.file):
        under = part.text("under")
        if part.id not in plans:
            found.append(Diagnostic("unknown-plan", Locus(part.file, ("del_av",)), {"plan": part.id}))
            continue
        top = f"{part.id}/{under}" if under else part.id
        take(part, top)
        if under and top not in by_name:
            # Another part may hold it; judged when all are in.
            parents[f"?{part.file}"] = top
    for key in [key for key in parents if key.startswith("?")]:
        top = parents.pop(key)
        if top not in by_name:
            plan_id, _, under = top.partition("/")
            found.append(Diagnostic("unknown-under", Locus(key[1:], ("under",)), {"under": under, "plan": plan_id}))
    for part in sorted(parts, key=lambda part: part.file):
        ring = _ring(f"{part.id}/{part.text('under')}", parents)
        if ring:
            # Its nodes hang under nothing, as those of a part whose place is not found.
            loose = [node for node in children[ring[0]] if node.file == part.file]
            children[ring[0]] = [node for node in children[ring[0]] if node.file != part.file]
            parents.update((names[node.file, node.steps], f"{part.id}/?{part.file}") for node in loose)
            shown = " → ".join(name.partition("/")[2] for name in (*ring, ring[0]))
            args = {"ring": shown, "field": "under", "id": part.text("under")}
            found.append(
                Diagnostic("circular-link", Locus(part.file, ("under",)), args, "self" if len(ring) == 1 else "")
            )
    ordered = {parent: tuple(names[node.file, node.steps] for node in below) for parent, below in children.items()}
    nodes = {name: by_name[name] for plan in plans for name in _depth_first(plan, ordered)}
    # Whatever hangs under nothing is still read, so that references to it hold.
    nodes.update((name, node) for name, node in by_name.items() if name not in nodes)
    found.extend(_misplaced(nodes, parents, plans))
    return Hung(nodes, ordered, parents, tuple(clashes), tuple(found))


def _ring(name: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names from a node up to itself again; none when the way up does not come back to it."""
    way = [name]
    while way[-1] in parents and parents[way[-1]] not in way:
        way.append(parents[way[-1]])
    return tuple(way) if parents.get(way[-1]) == name else ()


def _parent(node: Node, names: Mapping[tuple[str, tuple[object, ...]], str], top: str) -> str:
    """Return the full name of the node that holds this one in its file: the longest steps that lead to a node."""
    return names.get((node.file, node.steps[:-2]), top)


def _depth_first(name: str, children: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for child in children.get(name, ()):
        yield child
        yield from _depth_first(child, children)


def holds(nodes: Mapping[str, Node], parents: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Return the kinds that a plan or node may hold where it stands; a chapter holds what its holder may."""
    direct, holder = nodes.get(name), name
    while holder in nodes and nodes[holder].kind == "kapittel":
        holder = parents.get(holder, "")
    return _allowed(direct, nodes.get(holder))


def _misplaced(
    nodes: Mapping[str, Node], parents: Mapping[str, str], plans: Mapping[str, Document]
) -> Iterator[Diagnostic]:
    for name, node in nodes.items():
        holder = parents.get(name, "")
        direct = nodes.get(holder)
        while holder in nodes and nodes[holder].kind == "kapittel":
            holder = parents.get(holder, "")
        if holder not in nodes and holder not in plans:
            # What hangs under nothing is said of its file; where it would stand is not known.
            continue
        parent = nodes.get(holder)
        allowed = _allowed(direct, parent)
        if node.kind not in allowed:
            args = {
                "kind": node.kind,
                "parent": parent.kind if parent else "planen",
                "holders": _listed(_holders(node.kind)),
            }
            yield Diagnostic("wrong-place", node.at, args)
        elif node.kind == "virkemiddel" and parent is not None and parent.kind == "virkemiddel":
            above = parents.get(parent.name, "")
            if above in nodes and nodes[above].kind == "virkemiddel":
                yield Diagnostic("wrong-place", node.at, {"kind": node.kind}, "third-level")


def _allowed(direct: Node | None, parent: Node | None) -> tuple[str, ...]:
    if direct is not None and direct.kind in {"tabell", "figur"}:
        return ()
    if parent is None:
        return PLAN_HOLDS
    if parent.kind == "vedlegg":
        return VEDLEGG_HOLDS
    return KINDS[parent.kind].holds


def _holders(kind: str) -> list[str]:
    found = [holder.name for holder in KINDS.values() if kind in holder.holds]
    return [*found, "planen"] if kind in PLAN_HOLDS else found


def _listed(words: list[str]) -> str:
    return " eller ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""
