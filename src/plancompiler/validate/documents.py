"""What a file is, by its first key, and the document that it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plancompiler.diagnostic import Diagnostic, Span
from plancompiler.model.header import PartHeader, PlanHeader
from plancompiler.model.kind import CHILD_KEYS
from plancompiler.model.nynorsk import canonical_keys
from plancompiler.model.register import SECTIONS, RegisterHeader
from plancompiler.model.settings import Settings
from plancompiler.model.vocabulary import VOCABULARIES, VocabularyHeader
from plancompiler.nearest import nearest
from plancompiler.node import Document
from plancompiler.source import Source
from plancompiler.tree import Mapping as MappingTree
from plancompiler.tree import Scalar, Sequence, Tree
from plancompiler.validate.nodes import read_entries, read_nodes
from plancompiler.validate.reading import Reading, Record
from plancompiler.values import periods
from plancompiler.values.dates import ALWAYS, Days
from plancompiler.values.problem import Problem

RESERVED = ("rapport", "høring", "tabell")


def read_document(tree: Tree, source: Source) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return the document of a tree and its findings, as `validate` does."""
    top = Span(source.path, 0, 0)
    if not isinstance(tree, MappingTree) or not tree.entries:
        variant = "list" if isinstance(tree, Sequence) else "text"
        return None, (Diagnostic("unknown-document", top, {}, variant),)
    first = next(iter(tree.entries.values())).key
    kind = canonical_keys(first.text)[0]
    if kind in RESERVED:
        place = Span(source.path, first.start, first.end)
        return None, (Diagnostic("reserved-document", place, {"key": first.text}),)
    reading = Reading(source, tree, _period(tree))
    if kind not in _READERS:
        kind = _meant(tree, first, reading)
    if not kind:
        return None, (Diagnostic("unknown-document", top, {"key": first.text}),)
    document = _READERS[kind](reading, tree)
    return document, tuple(reading.found)


def _meant(tree: MappingTree, first: Scalar, reading: Reading) -> str:
    """Return what a file with an unknown first key is: by a key that should have been first, or a misspelt one."""
    later = next((key for key in _READERS if key in tree.entries), "")
    if later:
        key = tree.entries[later].key
        reading.say("unknown-document", key, {"key": later, "first": first.text}, "later")
        return later
    near = nearest(first.text, _READERS)
    return near[0] if len(near) == 1 else ""


def _period(tree: MappingTree) -> Days:
    """Return the period of the plan in the file, which years of two digits and `planperioden` are read by."""
    written = tree.entries["periode"].value if "periode" in tree.entries else None
    if not isinstance(written, Scalar):
        return ALWAYS
    try:
        found = periods.parse(written.text)
    except Problem as problem:
        if not problem.fix or problem.applicability != "safe":
            return ALWAYS
        found = periods.parse(problem.fix)
    return Days(found.first, found.last)


def _plan(reading: Reading, tree: MappingTree) -> Document:
    record = reading.record(tree, PlanHeader, CHILD_KEYS, "planen")
    if not record.given & {"kommune", "eier"}:
        # A plan without an owner is said of at the first line, where one would be missed.
        first = next(iter(tree.entries.values())).key
        reading.say("missing-field", first, {"key": "kommune", "here": "planen"}, "owner")
    return _document(reading, "plan", "plan", record)


def _part(reading: Reading, tree: MappingTree) -> Document:
    return _document(reading, "del_av", "del_av", reading.record(tree, PartHeader, CHILD_KEYS, "del_av"))


def _document(reading: Reading, kind: str, key: str, record: Record) -> Document:
    unread = record.unread
    plan = _name(record, key)
    nodes = read_nodes(reading, record.lists, plan)
    return Document(kind, plan, record.fields, nodes, (), reading.source.path, unread)


def _register(reading: Reading, tree: MappingTree) -> Document:
    record = reading.record(tree, RegisterHeader, tuple(SECTIONS), "register")
    entries = tuple(
        entry for section, listed in record.lists for entry in read_entries(reading, section, listed, SECTIONS[section])
    )
    return Document("register", _name(record, "register"), record.fields, (), entries, reading.source.path)


def _vocabulary(reading: Reading, tree: MappingTree) -> Document:
    record = reading.record(tree, VocabularyHeader, ("poster",), "vokabular")
    name = _name(record, "vokabular")
    entries = tuple(
        entry
        for section, listed in record.lists
        if name in VOCABULARIES
        for entry in read_entries(reading, section, listed, VOCABULARIES[name])
    )
    return Document("vokabular", name, record.fields, (), entries, reading.source.path)


def _settings(reading: Reading, tree: MappingTree) -> Document:
    record = reading.record(tree, Settings, (), "arbeidsområde")
    return Document("arbeidsområde", _name(record, "arbeidsområde"), record.fields, (), (), reading.source.path)


def _name(record: Record, key: str) -> str:
    """Return the value of the key that says what the file is, taken out of the fields."""
    return str(record.fields.pop(key, ""))


_READERS: Mapping[str, Callable[[Reading, MappingTree], Document]] = {
    "plan": _plan,
    "del_av": _part,
    "register": _register,
    "vokabular": _vocabulary,
    "arbeidsområde": _settings,
}
