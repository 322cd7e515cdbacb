"""A record as a reader knows it: what it is called, where it stands, and what is under it."""

from __future__ import annotations

from collections.abc import Container, Mapping

from plancompiler.change import Item
from plancompiler.diff.records import Record, Records
from plancompiler.inherit import language
from plancompiler.node import Document, Entry, Node
from plancompiler.phrase import called_phrase, plan_phrase, short_phrase, short_title, shortened
from plancompiler.program import above
from plancompiler.translate import Translator

_GROUPS: Mapping[str, str] = {
    "plan": "plan", "del": "del", "register": "register", "vokabular": "vokabular", "innst": "arbeidsområde"
}  # fmt: skip
_CALLED: Mapping[str, str] = {
    "plan": "planen", "del": "en fil i planen", "register": "registeret", "vokabular": "vokabularet",
    "innst": "innstillingene", "aktører": "aktøren", "dokumenter": "dokumentet", "ordliste": "ordet",
    "tekster": "teksten",
}  # fmt: skip


def item(records: Records, record: Record, words: Translator, below: Container[str] = ()) -> Item:
    """Return a record as a reader knows it, with those of the keys `below` that stand under it."""
    program = records.edition.program
    plan = program.plans.get(record.plan)
    node = record.of if isinstance(record.of, Node) else None
    held = (records.by_key[key] for key in records.children.get(record.key, ()) if key in below)
    return Item(
        record.name,
        record.kind if record.group in ("node", "post") else _GROUPS[record.group],
        _called(records, record, words),
        _title(record),
        record.plan,
        plan.text("tittel") if plan is not None else "",
        _place(records, node, words),
        record.fields,
        tuple(item(records, child, words, below) for child in held),
        _language(records, record),
        records.places.get(record.key, 0) + 1,
    )


def name_of(records: Records, name: str, words: Translator) -> str:
    """Return what a full name is called in a sentence; the words themselves when it names nothing here."""
    program = records.edition.program
    if name in program.nodes:
        return short_phrase(program, program.nodes[name], words)
    if name in program.plans:
        return plan_phrase(program.plans[name])
    if name.startswith("fn/"):
        return (words("FN-delmål {n}") if "." in name else words("FN-mål {n}")).format(n=name.removeprefix("fn/"))
    entry = program.entries.get(name)
    return _entry_title(entry) if entry is not None else f"«{shortened(name)}»"


def _called(records: Records, record: Record, words: Translator) -> str:
    if isinstance(record.of, Node):
        return called_phrase(records.edition.program, record.of, words)
    return words(_CALLED.get(record.kind if record.group == "post" else record.group, ""))


def _title(record: Record) -> str:
    if isinstance(record.of, Node):
        return short_title(record.of)
    if isinstance(record.of, Entry):
        return _entry_title(record.of)
    if isinstance(record.of, Document):
        said = record.of.text("tittel") if record.of.kind != "del_av" else record.of.file
        return shortened(said or record.name)
    return record.name


def _entry_title(entry: Entry) -> str:
    return shortened(entry.text("navn") or entry.text("tittel") or entry.text("ord") or entry.text("nb") or entry.id)


def _place(records: Records, node: Node | None, words: Translator) -> tuple[str, ...]:
    program = records.edition.program
    if node is None or node.name not in program.parents:
        return ()
    holders = [each for each in above(program, node.name) if each.kind != "kapittel" or each.text("tittel")]
    return tuple(short_phrase(program, holder, words) for holder in reversed(holders))


def _language(records: Records, record: Record) -> str:
    program = records.edition.program
    if record.name in program.nodes:
        return language(program, record.name)
    plan = program.plans.get(record.plan)
    return plan.text("språk") if plan is not None else "nb"
