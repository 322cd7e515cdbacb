"""Words from elsewhere: `sitert` quotes or fetches (`language.md` 6.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from plancompiler.diagnostic import Diagnostic
from plancompiler.model.kind import KINDS
from plancompiler.node import Entry, Fields, Node
from plancompiler.program import Link, above_in

_FETCHED = ("tittel", "tekst", "bærekraftsmål")


def quoted_nodes(nodes: Mapping[str, Node], parents: Mapping[str, str]) -> frozenset[str]:
    """Return the nodes whose words are someone else's: marked themselves, or in a chapter that is marked.

    They are not counted and need no follow-up here; they are follow-up of what they quote.
    """
    marked = {name for name, node in nodes.items() if "sitert" in node.fields}
    wide = {name for name in marked if nodes[name].kind == "kapittel" and _own_words(nodes[name])}
    return frozenset(
        marked | {name for name in nodes if wide and any(holder in wide for holder in above_in(parents, name))}
    )


@dataclass(frozen=True, slots=True)
class Fetched:
    """The nodes with the wording of those that only point at one put in, and what does not agree.

    `origins` has the full name of each node whose wording was put in, with that of the node whose words they are.
    """

    nodes: Mapping[str, Node]
    origins: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]


def fetch(nodes: Mapping[str, Node], entries: Mapping[str, Entry], links: tuple[Link, ...]) -> Fetched:
    """Return the nodes with what is fetched, from where, and what does not agree."""
    origins = {
        link.source: link.target for link in links if link.role == "sitert" and link.target and link.source in nodes
    }
    found: list[Diagnostic] = []
    fetched: dict[str, Node] = dict(nodes)
    worded: dict[str, str] = {}
    for name, origin in origins.items():
        node = nodes[name]
        first = _worded(origin, nodes, origins)
        words = _words(first, nodes, entries)
        if words is None:
            continue
        if not _own_words(node):
            taken = {key: words[key] for key in _FETCHED if key in words and key not in node.fields}
            fetched[name] = replace(node, fields={**node.fields, **taken})
            if first in nodes:
                worded[name] = first
        elif origin in nodes and any(
            key in node.fields and key in words and node.fields[key] != words[key] for key in ("tittel", "tekst")
        ):
            found.append(Diagnostic("quotation-differs", node.at / "sitert", {"origin": origin}))
    for name, node in fetched.items():
        if "sitert" in nodes[name].fields and KINDS[node.kind].demands == "tittel" and not node.text("tittel"):
            found.append(
                Diagnostic("nothing-to-fetch", node.at / "sitert", {"origin": origins.get(name, ""), "id": node.id})
            )
    return Fetched(fetched, worded, tuple(found))


def _worded(origin: str, nodes: Mapping[str, Node], origins: Mapping[str, str]) -> str:
    """Return the first origin with words of its own, or where it goes in a ring, one of the ring."""
    seen: set[str] = set()
    while origin in nodes and not _own_words(nodes[origin]) and origin in origins and origin not in seen:
        seen.add(origin)
        origin = origins[origin]
    return origin


def _words(origin: str, nodes: Mapping[str, Node], entries: Mapping[str, Entry]) -> Fields | None:
    """Return the fields that the words of an origin are in; None for a document."""
    if origin in nodes:
        return nodes[origin].fields
    entry = entries.get(origin)
    return entry.fields if entry is not None and entry.section == "tekster" else None


def _own_words(node: Node) -> bool:
    return "tittel" in node.fields or "tekst" in node.fields
