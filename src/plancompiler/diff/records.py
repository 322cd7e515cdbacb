"""A workspace as the flat records that are compared: settings, plans, nodes, registers, vocabularies, and all in them.

What a node quotes from elsewhere is not its own, so that a change of it is a change of its origin alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from plancompiler.change import Side, Unread
from plancompiler.diagnostic import Diagnostic, Steps
from plancompiler.node import Document, Entry, Fields, Node
from plancompiler.program import Program, below
from plancompiler.source import Source
from plancompiler.unit import Unit

SETTINGS = "plancompiler.yaml"
_FETCHED = ("tittel", "tekst", "bærekraftsmål")
_HEADS = {"plan": "plan", "del_av": "del", "register": "register", "vokabular": "vokabular", "arbeidsområde": "innst"}


@dataclass(frozen=True, slots=True)
class Edition:
    """One of the two that are compared: its program, the units it was linked of, and what there is to say of it.

    `rearranged` are the plans in which more can have come of the changes than other words, None for all: in the others
    the same is followed up, by the same, and serves the same. `own` are the workspace's own templates and theme.
    """

    side: Side
    program: Program
    units: tuple[Unit, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    rearranged: frozenset[str] | None = None
    own: tuple[Source, ...] = ()

    @property
    def sources(self) -> Mapping[str, Source]:
        """The text of every file by path."""
        return {source.path: source for source in (*(unit.source for unit in self.units), *self.own)}


@dataclass(frozen=True, slots=True)
class Record:
    """Something with an identity. `key` is unique among all records of an edition, `name` its full name.

    `group` says what sort of identity it has: only two of the same group can be the same thing. `parent` is a key.
    `source` is the name its links are made under.
    """

    key: str
    name: str
    group: str
    kind: str
    parent: str
    fields: Fields
    file: str
    plan: str = ""
    source: str = ""
    named: bool = True
    unread: frozenset[str] = frozenset()
    of: Node | Entry | Document | None = None

    @property
    def local(self) -> str:
        """Its id without that of its plan or vocabulary."""
        return self.name.rpartition("/")[2]


NO_RECORDS: Mapping[str, Record] = {}


@dataclass(frozen=True, slots=True)
class Records:
    """All records of an edition by key, holders before what they hold; `children` are keys in page order.

    `keys` leads from a full name, as links have it, to a key. `links` gives what a reference leads to, by who makes it,
    through which field, and in which words.
    """

    edition: Edition
    by_key: Mapping[str, Record]
    children: Mapping[str, tuple[str, ...]]
    keys: Mapping[str, str]
    links: Mapping[str, Mapping[tuple[str, str], str]]
    places: Mapping[str, int]
    unread: tuple[Unread, ...]
    lost: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)


def records(edition: Edition, plan: str = "", known: Mapping[str, Record] = NO_RECORDS) -> Records:
    """Return the records of an edition, or of one of its plans alone; those of the other edition that are `known` and
    would be the same are the very same objects."""
    program = edition.program
    found = {record.key: record for record in _all(edition, known) if not plan or _of_plan(record, plan)}
    children: dict[str, list[str]] = {}
    for record in found.values():
        if record.parent in found:
            children.setdefault(record.parent, []).append(record.key)
    links: dict[str, dict[tuple[str, str], str]] = {}
    for link in program.links:
        if link.basis == "skrevet":
            links.setdefault(link.source, {})[link.role, link.text] = link.target
    lost = frozenset(unit.source.path for unit in edition.units if unit.document is None)
    return Records(
        edition,
        found,
        {key: tuple(keys) for key, keys in children.items()},
        {record.name: key for key, record in reversed(list(found.items()))},
        links,
        {key: place for keys in children.values() for place, key in enumerate(keys)},
        tuple(_unread(edition, found, lost, plan)),
        lost,
        {
            unit.source.path: unit.source.text
            for unit in edition.units
            if unit.diagnostics and unit.document is not None
        },
    )


def _of_plan(record: Record, plan: str) -> bool:
    return record.plan == plan or (record.group == "plan" and record.name == plan)


def _all(edition: Edition, known: Mapping[str, Record]) -> Iterator[Record]:
    program = edition.program
    documents = [unit.document for unit in edition.units if unit.document is not None]
    heads = {document.file: document for document in documents}
    quoting = {
        (node.file, node.steps): node for document in documents for node in document.nodes if "sitert" in node.fields
    }
    hung: set[str] = set()
    if program.settings:
        settings = next(document for document in documents if document.kind == "arbeidsområde")
        yield _head(settings, program.settings, SETTINGS, "")
    for plan in program.plans.values():
        yield _head(heads.get(plan.file, plan), plan.fields, plan.id, plan.id)
        for node in below(program, plan.id):
            record = _node(program, node, quoting, known)
            hung.add(record.name)
            yield record
    yield from (_node(program, node, quoting, known) for name, node in program.nodes.items() if name not in hung)
    for document in documents:
        if document.kind == "del_av":
            fields = {key: value for key, value in document.fields.items() if key != "under"}
            if fields:
                yield replace(_head(document, fields, document.file, document.id), source=document.id)
        elif document.kind in {"register", "vokabular"}:
            yield _head(document, document.fields, document.id, "")
    yield from _entries(documents)


def _head(document: Document, fields: Fields, name: str, plan: str) -> Record:
    group = _HEADS.get(document.kind, document.kind)
    kind = {"del_av": "del", "vokabular": "vokabular"}.get(document.kind, document.kind)
    return Record(
        f"{group}:{name}", name, group, kind, "", fields, document.file, plan, name, True, document.unread, document
    )


def _node(
    program: Program,
    node: Node,
    quoting: Mapping[tuple[str, Steps], Node],
    known: Mapping[str, Record],
) -> Record:
    name = node.name
    parent = program.parents.get(name, "")
    holder = f"plan:{parent}" if parent in program.plans else parent
    same = known.get(name)
    # Where linking put nothing in, a node is the very object of its file, and that is one in both editions.
    if same is not None and same.of is node and same.parent == holder:
        return same
    written = quoting.get((node.file, node.steps)) if "sitert" in node.fields else None
    fields = node.fields
    if written is not None and not ("tittel" in written.fields or "tekst" in written.fields):
        fields = {key: value for key, value in fields.items() if key not in _FETCHED or key in written.fields}
    return Record(
        name, name, "node", node.kind, holder, fields, node.file, node.plan, name, node.is_named, node.unread, node
    )


def _entries(documents: list[Document]) -> Iterator[Record]:
    taken: set[str] = set()
    for document in documents:
        if document.kind not in {"register", "vokabular"}:
            continue
        words = document.kind == "vokabular"
        holder = f"{'vokabular' if words else 'register'}:{document.id}"
        for index, entry in enumerate(document.entries):
            name = f"{document.id}/{entry.id}" if words else entry.id
            if f"post:{name}" in taken and not words:
                name = f"{document.id}/{entry.id}"
            key = f"post:{name}" if f"post:{name}" not in taken else f"post:{name}#{document.file}#{index}"
            taken.add(key)
            kind = document.id if words else entry.section
            yield Record(
                key, name, "post", kind, holder, entry.fields, entry.file, "", entry.id, bool(entry.id), of=entry
            )


def _unread(edition: Edition, found: Mapping[str, Record], lost: frozenset[str], plan: str) -> Iterator[Unread]:
    label = edition.side.label
    if not plan:
        yield from (Unread(label, path) for path in sorted(lost))
    for record in found.values():
        yield from (Unread(label, record.file, record.name, key) for key in sorted(record.unread))
    files = {record.file for record in found.values()}
    for unit in edition.units:
        for one in unit.diagnostics:
            # What no field is called was left out, and whatever stands under it.
            if one.code == "unknown-key" and unit.source.path in files:
                yield Unread(label, unit.source.path, "", one.args.get("key", ""))
