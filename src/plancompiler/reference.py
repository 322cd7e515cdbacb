"""The references a document makes: which field, what was written, and where.

Every link of the plan language is typed by its field (`language.md` 6.1). Here stands which fields link, what each may
point at, and how they are found in a document; what they lead to is for linking to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from plancompiler.diagnostic import Locus
from plancompiler.model.kind import KINDS
from plancompiler.node import NOTHING, Document, Fields, Node
from plancompiler.wiki import mentions


@dataclass(frozen=True, slots=True)
class Role:
    """What a linking field may point at: kinds of node, and `plan`, `dokument`, `aktør`, `tekst`, `ord`, `fn`.

    `plain` says what text that names nothing is: `error`, `text` (fine, unless it looks like an id), or `actor`
    (a warning: the page shows the text). `key` is what authors call the field, where that is not the name of the role.
    """

    accepts: frozenset[str]
    plain: str = "error"
    key: str = ""


_NODES = frozenset(KINDS)
_AIMS = frozenset({"område", "mål", "delmål", "strategi", "virkemiddel", "utfordring", "risiko", "fase"})
_PLANS = frozenset({"plan", "dokument"})
ANYTHING = _NODES | {"plan", "dokument", "aktør", "tekst", "ord", "fn"}

ROLES: Mapping[str, Role] = {
    "bidrar_til": Role(_AIMS | _PLANS),
    "bygger_på": Role(_NODES | _PLANS),
    "sitert": Role(_NODES | _PLANS | {"tekst"}, "text"),
    "overordnet": Role(_PLANS),
    "erstatter": Role(_PLANS),
    "utkast_til": Role(frozenset({"plan"})),
    "ansvarlig": Role(frozenset({"aktør", "rolle"}), "actor"),
    "samarbeider_med": Role(frozenset({"aktør", "rolle"}), "actor"),
    "aktør": Role(frozenset({"aktør"}), "actor"),
    "eier": Role(frozenset({"aktør"}), "actor"),
    "organ": Role(frozenset({"aktør"}), "text"),
    "sendt_til": Role(frozenset({"aktør"}), "text", "til"),
    "leveranser": Role(_PLANS, "text"),
    "bærekraftsmål": Role(frozenset({"fn"})),
    "følges_opp_i": Role(_NODES | _PLANS, "text"),
    "følger_ikke_opp": Role(_NODES | _PLANS | {"fn"}),
    "gjelder": Role(_NODES | {"plan"}),
    "gjennomgått": Role(_NODES | _PLANS),
    "erstattet_av": Role(_NODES | {"aktør", "dokument", "plan"}),
    "utgiver": Role(frozenset({"aktør"}), "text"),
    "del_av": Role(frozenset({"aktør"})),
    "plan": Role(frozenset({"plan"})),
    "omtaler": Role(ANYTHING),
}

# Fields whose value is a reference, or a list of them, on nodes and plan headers.
_ON_NODES = (
    "bærekraftsmål", "bidrar_til", "bygger_på", "sitert", "overordnet", "erstatter", "utkast_til", "ansvarlig",
    "samarbeider_med", "aktør", "eier", "leveranser", "følges_opp_i",
)  # fmt: skip

# Fields that hold records, the reference's key in them, and the role it gives.
_IN_RECORDS = (
    ("gjennomgått", "til", "gjennomgått"),
    ("følger_ikke_opp", "til", "følger_ikke_opp"),
    ("følger_ikke_opp", "fn", "følger_ikke_opp"),
    ("saksgang", "organ", "organ"),
    ("saksgang", "til", "sendt_til"),
    ("utgåtte", "erstattet_av", "erstattet_av"),
)

_ON_ENTRIES: Mapping[str, tuple[str, ...]] = {
    "aktører": ("del_av", "erstattet_av", "gjelder"),
    "dokumenter": ("utgiver", "erstattet_av", "plan", "gjelder"),
    "ordliste": ("gjelder",),
    "tekster": (),
}

# Texts in these fields are names or words of their own; brackets in them link nothing.
_NO_PROSE = frozenset({"id", "tidligere_id", "alias", "kommune", "språk", "type", "status"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference: who makes it, through which role, the text written, where, and what else the link says."""

    source: str
    role: str
    text: str
    at: Locus
    extra: Fields = field(default_factory=dict)


def references(document: Document) -> tuple[Reference, ...]:
    """Return every reference of a document, in the order of its nodes or entries."""
    found: list[Reference] = []
    top = Locus(document.file)
    if document.kind == "plan":
        found.extend(_of_record(document.id, document.fields, top, _ON_NODES))
    elif document.kind == "del_av":
        found.extend(_prose(document.id, document.fields, top))
    for node in document.nodes:
        found.extend(_of_record(node.name, node.fields, node.at, _ON_NODES))
    for entry in document.entries:
        if document.kind == "register":
            found.extend(_of_record(entry.id, entry.fields, entry.at, _ON_ENTRIES[entry.section]))
    return tuple(found)


def fetched(node: Node, key: str) -> Iterator[Reference]:
    """Yield the references of a field that a node has from what it quotes; they stand where it says so."""
    for reference in _written(node.name, key, node.fields[key], node.at / "sitert"):
        yield replace(reference, at=node.at / "sitert")


def _of_record(source: str, fields: Fields, at: Locus, roles: tuple[str, ...]) -> Iterator[Reference]:
    for role in roles:
        if role in fields:
            yield from _written(source, role, fields[role], at / role)
    for key, inner, role in _IN_RECORDS:
        value = fields.get(key)
        for index, record in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(record, Mapping) and inner in record:
                said = {name: item for name, item in record.items() if name == "begrunnelse"}
                yield from _written(source, role, record[inner], at / key / index / inner, said)
    steps = fields.get("saksgang")
    for index, step in enumerate(steps if isinstance(steps, tuple) else ()):
        changes = step.get("endringer", ()) if isinstance(step, Mapping) else ()
        for number, change in enumerate(changes):
            if "gjelder" in change:
                yield from _written(
                    source, "gjelder", change["gjelder"], at / "saksgang" / index / "endringer" / number / "gjelder"
                )
    yield from _prose(
        source, {key: value for key, value in fields.items() if key not in roles or key == "leveranser"}, at
    )


def _written(source: str, role: str, value: object, at: Locus, said: Fields = NOTHING) -> Iterator[Reference]:
    many = isinstance(value, tuple)
    for index, item in enumerate(value if isinstance(value, tuple) else (value,)):
        place = at / index if many else at
        if isinstance(item, str):
            whole = mentions(item)
            if len(whole) == 1 and item.strip() == item[whole[0].start : whole[0].end]:
                item = whole[0].ref
            elif whole:
                # Text with links in it, as a deliverable may be, is prose and names nothing as a whole.
                continue
            yield Reference(source, role, item, place, said)
        elif isinstance(item, Mapping):
            target = item.get("til", item.get("fn", ""))
            if isinstance(target, str) and target:
                extra = {key: said for key, said in item.items() if key not in ("til", "fn")}
                yield Reference(source, role, target, place / ("til" if "til" in item else "fn"), extra)
            yield from _prose(source, item, place)


def _prose(source: str, value: object, at: Locus) -> Iterator[Reference]:
    if isinstance(value, str):
        if "[[" in value:
            for mention in mentions(value):
                part = value[mention.start : mention.end]
                yield Reference(source, "omtaler", mention.ref, Locus(at.path, at.steps, part=part))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _prose(source, item, at / index)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key not in _NO_PROSE:
                yield from _prose(source, item, at / key)
