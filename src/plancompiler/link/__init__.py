"""All units to one program: what stands where, what means what, and what follows from it.

The order is the order of dependence: trees before names, names before links, links before what is fetched through them,
and groups last, since they are made of all that went before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from plancompiler.diagnostic import Diagnostic, Locus, Place
from plancompiler.link.cycles import cycles
from plancompiler.link.duplicates import by_id, duplicate_documents, duplicate_names, duplicate_nodes, old_ids
from plancompiler.link.editions import counted
from plancompiler.link.groups import group_links
from plancompiler.link.hang import hang
from plancompiler.link.names import Names, collect_names
from plancompiler.link.quoted import fetch, quoted_nodes
from plancompiler.link.resolve import resolve
from plancompiler.link.words import merged, unknown_words, with_canonical_words
from plancompiler.node import NOTHING, Document, Entry, Node
from plancompiler.program import Link, Program
from plancompiler.reference import fetched
from plancompiler.unit import Unit
from plancompiler.wording import KIND_WORDS, title


def link(units: Iterable[Unit], built_in: Iterable[Unit]) -> tuple[Program, tuple[Diagnostic, ...]]:
    """Return the program of a workspace's units and the package's vocabularies, and what linking has to say.

    Units come in the order of their paths; that order is the order of plans. Findings have loci, not spans.
    """
    # Where two files claim the same id, the one that could be read as it stands is right.
    units = sorted(units, key=lambda unit: not unit.sound)
    documents = [unit.document for unit in units if unit.document is not None]
    references = tuple(reference for unit in units for reference in unit.references)
    vocabularies = merged(
        tuple(unit.document for unit in built_in if unit.document is not None)
        + tuple(document for document in documents if document.kind == "vokabular")
    )
    plans = _plans(documents, vocabularies)
    registers = [entry for document in documents if document.kind == "register" for entry in document.entries]
    entries, extra_names, clashes = by_id(registers)
    hung = hang(plans, tuple(document for document in documents if document.kind == "del_av"))
    nodes: Mapping[str, Node] = {name: _with_canonical_words(node, vocabularies) for name, node in hung.nodes.items()}
    names = collect_names(plans, nodes, entries, extra_names, vocabularies.get("bærekraftsmål", {}).values())
    resolved = resolve(names, references, lambda name: _describe(names, name))
    quotation = fetch(nodes, entries, resolved.links)
    nodes = quotation.nodes
    links = resolved.links + _fetched_un_links(nodes, hung.nodes, names)
    links += group_links(nodes, hung.children, links)
    program = Program(
        plans=plans,
        nodes=nodes,
        children=hung.children,
        parents=hung.parents,
        entries=entries,
        vocabularies=vocabularies,
        links=links,
        outgoing=_grouped(links, outgoing=True),
        incoming=_grouped(links, outgoing=False),
        counted=counted(plans, vocabularies.get("statuser", {}), links),
        quoted=quoted_nodes(nodes, hung.parents),
        fetched=quotation.origins,
        redirects=names.former,
        settings=next((document.fields for document in documents if document.kind == "arbeidsområde"), NOTHING),
    )
    # A reference that leads nowhere has been said to; that nothing is fetched through it follows.
    blamed = {_whole(one.place) for one in resolved.diagnostics}
    diagnostics = (
        *hung.diagnostics,
        *clashes,
        *duplicate_documents(documents, entries.values()),
        *duplicate_nodes(hung.clashes, nodes.values()),
        *duplicate_names(names),
        *old_ids(names),
        *unknown_words(plans, nodes, vocabularies),
        *resolved.diagnostics,
        *(one for one in quotation.diagnostics if one.place not in blamed),
        *cycles(links),
    )
    return program, diagnostics


def _whole(place: Place) -> Place:
    return replace(place, part="") if isinstance(place, Locus) else place


def _plans(documents: Iterable[Document], vocabularies: Mapping[str, Mapping[str, Entry]]) -> Mapping[str, Document]:
    found: dict[str, Document] = {}
    for document in documents:
        if document.kind == "plan":
            found.setdefault(document.id, replace(document, fields=with_canonical_words(document.fields, vocabularies)))
    return found


def _with_canonical_words(node: Node, vocabularies: Mapping[str, Mapping[str, Entry]]) -> Node:
    """Return the node itself where its words are those of the vocabularies, as nearly everywhere."""
    fields = with_canonical_words(node.fields, vocabularies)
    return node if fields is node.fields else replace(node, fields=fields)


def _describe(names: Names, name: str) -> str:
    """Say what a full name is, as a message shows it: its kind's word and its title."""
    if name in names.nodes:
        node = names.nodes[name]
        return f"{KIND_WORDS[node.kind][0].lower()}: {title(node)}"
    if name in names.plans:
        return f"plan: {names.plans[name].text('tittel')}"
    if name not in names.entries:
        return f"FN-mål {name.removeprefix('fn/')}"
    entry = names.entries[name]
    called = entry.text("navn") or entry.text("tittel") or entry.text("ord") or entry.id
    return f"{names.kind(name)}: {called}"


def _fetched_un_links(nodes: Mapping[str, Node], before: Mapping[str, Node], names: Names) -> tuple[Link, ...]:
    """Return the UN links of nodes that got their UN goals with a fetched wording."""
    references = tuple(
        reference
        for name, node in nodes.items()
        if "bærekraftsmål" in node.fields and "bærekraftsmål" not in before[name].fields
        for reference in fetched(node, "bærekraftsmål")
    )
    return resolve(names, references, lambda name: name).links


def _grouped(links: tuple[Link, ...], *, outgoing: bool) -> Mapping[str, tuple[Link, ...]]:
    found: dict[str, list[Link]] = {}
    for one in links:
        name = one.source if outgoing else one.target
        if name:
            found.setdefault(name, []).append(one)
    return {name: tuple(group) for name, group in found.items()}
