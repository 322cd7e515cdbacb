"""The nodes of a file, one after the other in the order of the page, and the entries of registers and vocabularies."""

from __future__ import annotations

from collections.abc import Mapping

from plancompiler.diagnostic import Diagnostic, Edit, Fix, Locus, Span, Steps
from plancompiler.model.kind import BY_KEY, CHILD_KEYS, KINDS
from plancompiler.model.nodes import NODES
from plancompiler.model.register import ADDS_NAMES, RegisterEntry
from plancompiler.model.vocabulary import VocabularyEntry
from plancompiler.nearest import nearest
from plancompiler.node import Entry, Node
from plancompiler.tree import Entry as TreeEntry
from plancompiler.tree import Mapping as MappingTree
from plancompiler.tree import Scalar, Sequence, Tree
from plancompiler.validate.finding import shortened
from plancompiler.validate.identity import as_node, id_first
from plancompiler.validate.place import written
from plancompiler.validate.plain import entry_of, is_empty
from plancompiler.validate.reading import Reading

# What a node without a title may have instead, by what its kind demands; one with `sitert` may take it from there.
_INSTEAD: Mapping[str, frozenset[str]] = {
    "tittel": frozenset({"tittel", "sitert"}),
    "tittel eller tekst": frozenset({"tittel", "tekst", "sitert"}),
    "tittel, nummer eller kilde": frozenset({"tittel", "nummer", "kilde", "sitert"}),
    "tittel eller aktør": frozenset({"tittel", "tekst", "aktør", "sitert"}),
}


def read_nodes(reading: Reading, lists: tuple[tuple[str, TreeEntry], ...], plan: str) -> tuple[Node, ...]:
    """Return the nodes in the lists at the top of a file of `plan`, each followed by those below it."""
    nodes: list[Node] = []
    _children(reading, lists, plan, "", (), nodes)
    return tuple(nodes)


def read_entries(
    reading: Reading, section: str, entry: TreeEntry, model: type[RegisterEntry] | type[VocabularyEntry]
) -> tuple[Entry, ...]:
    """Return the entries of a section of a register, or of a vocabulary."""
    entries: list[Entry] = []
    for index, item in reading.items(entry.value, entry.key):
        if not isinstance(item, MappingTree):
            reading.say("mapping-expected", item, {"field": section})
            continue
        before = len(reading.found)
        record = reading.record(item, model, (), section)
        if len(record.given) > 1 and record.given <= ADDS_NAMES:
            # It adds names to an entry of another register, which says the rest.
            reading.found[before:] = [each for each in reading.found[before:] if each.code != "missing-field"]
        entries.append(Entry(section, record.id, record.fields, reading.source.path, (entry.key.text, index)))
    return tuple(entries)


def _children(
    reading: Reading,
    lists: tuple[tuple[str, TreeEntry], ...],
    plan: str,
    parent: str,
    steps: Steps,
    nodes: list[Node],
) -> None:
    for key, entry in lists:
        kind = BY_KEY[key].name
        for index, item in reading.items(entry.value, entry.key):
            _node(reading, item, kind, plan, parent, (*steps, entry.key.text, index), nodes)


def _node(reading: Reading, tree: Tree, kind: str, plan: str, parent: str, steps: Steps, nodes: list[Node]) -> None:
    file = reading.source.path
    if not isinstance(tree, MappingTree):
        nodes.append(_bare(reading, tree, kind, plan, parent, steps))
        return
    record = reading.record(tree, NODES[kind], CHILD_KEYS, kind)
    if "id" not in record.given:
        fixes = id_first(tree, reading.source)
        reading.found.append(Diagnostic("missing-id", Locus(file, steps), {"kind": kind}, fixes=fixes))
    if not record.given & _INSTEAD[KINDS[kind].demands]:
        variant = {"tittel": "title", "tittel eller tekst": "title-or-text"}.get(KINDS[kind].demands, "name")
        reading.say("missing-field", Locus(file, steps), {"key": "tittel", "here": kind}, variant)
    if kind == "tabell":
        _headings(reading, tree, record.fields)
    nodes.append(Node(plan, record.id, kind, parent, record.fields, file, steps, record.unread))
    _children(reading, record.lists, plan, record.id, steps, nodes)


def _bare(reading: Reading, tree: Tree, kind: str, plan: str, parent: str, steps: Steps) -> Node:
    """Return the node that a text in a list of nodes is meant to be; it has no id yet."""
    key = "tittel" if KINDS[kind].demands == "tittel" else "tekst"
    text = reading.source.text[tree.start : tree.end] if isinstance(tree, Sequence) else tree.text  # type: ignore[union-attr]
    fixes = as_node(tree, key, reading.source) if isinstance(tree, Scalar) else ()
    args = shortened({"kind": kind, "key": key, "text": text})
    reading.found.append(Diagnostic("bare-text", Locus(reading.source.path, steps), args, fixes=fixes))
    return Node(plan, "", kind, parent, {key: text}, reading.source.path, steps)


def _headings(reading: Reading, tree: MappingTree, fields: Mapping[str, object]) -> None:
    """Report cells under headings that the table does not have."""
    columns, rows = fields.get("kolonner"), entry_of(tree, "rader")
    if not isinstance(columns, tuple) or rows is None:
        return
    value = tree.entries[rows].value
    for row in value.items if isinstance(value, Sequence) else ():
        for heading, entry in row.entries.items() if isinstance(row, MappingTree) else ():
            if heading.strip() not in columns and not is_empty(entry.value):
                near = next(iter(nearest(heading, columns)), "")
                place = Span(reading.source.path, entry.key.start, entry.key.end)
                edit = Edit(place, written(near, row.flow if isinstance(row, MappingTree) else False))
                fixes = (Fix("near", "unsafe", (edit,), {"near": near}),) if near else ()
                args = {"heading": heading, "near": near, "columns": ", ".join(f"«{each}»" for each in columns)}
                reading.found.append(Diagnostic("unknown-column", place, args, "near" if near else "", fixes=fixes))
