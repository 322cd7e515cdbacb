"""Plans, nodes, links and register entries as records of the published data: plain values under stable keys.

A key is there in every record: null says that a single value is unsaid, an empty array that a list is. Numbers and
dates are the text that was written; only a period also gives its first and last day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from plancompiler.followup import chain
from plancompiler.inherit import language, responsible, un_goals
from plancompiler.node import Entry, Fields, Node, text, texts
from plancompiler.program import Link, Program, links_from
from plancompiler.schedule import days, plan_days
from plancompiler.values import dates

Record = dict[str, object]

# Fields of one kind, or a few, which stand together under `innhold`.
_CONTENT = (
    "kolonner", "rader", "alt", "bilde", "kan_påvirke", "kan_bli_påvirket", "aktør", "målgruppe", "formål",
    "leveranser", "varighet", "planvalg", "retning", "sannsynlighet", "konsekvens", "form", "fil", "url",
)  # fmt: skip
_CONTENT_KEYS = frozenset(_CONTENT)
_LISTS = frozenset(
    {"kolonner", "rader", "kan_påvirke", "kan_bli_påvirket", "aktør", "målgruppe", "formål", "leveranser"}
)


def plan_record(program: Program, plan: str) -> Record:
    """Return the record of a plan's header."""
    header = program.plans[plan]
    fields = header.fields
    linked = _written(program, plan)
    return {
        "id": plan,
        **_texts(fields, "tittel", "type", "kommune"),
        "eier": list(linked.get("eier", ())),
        "språk": language(program, plan),
        "periode": _period(fields, dates.ALWAYS),
        "status": _text(fields, "status"),
        "gjeldende": plan in program.counted,
        **{role: list(linked.get(role, ())) for role in ("overordnet", "erstatter", "utkast_til", "bygger_på")},
        **_texts(fields, "kilde", "url", "sammendrag", "saksnummer", "neste_rullering", "rulleres"),
        "ansvarlig": list(linked.get("ansvarlig", ())),
        "samarbeider_med": list(linked.get("samarbeider_med", ())),
        "emner": _list(fields, "emner"),
        "nøkkeltall": _many(fields, "nøkkeltall"),
        "finansiering": _value(fields.get("finansiering")),
        "følges_opp_i": list(linked.get("følges_opp_i", ())),
        "uten_oppfølging": _text(fields, "uten_oppfølging"),
        "følger_ikke_opp": _many(fields, "følger_ikke_opp"),
        "kontakt": _value(fields.get("kontakt")),
        "avvik": _many(fields, "avvik"),
        "fotnoter": _value(fields.get("fotnoter", {})),
        "merknader": _list(fields, "merknader"),
        "tidligere_id": _list(fields, "tidligere_id"),
        "fil": header.file,
        **_texts(fields, "undertittel", "kortnavn", "gjengivelse"),
        "målstruktur": list(chain(program, plan)),
        "betegnelser": _value(fields.get("betegnelser", {})),
        "saksgang": _many(fields, "saksgang"),
        "utgåtte": _many(fields, "utgåtte"),
        "bærekraftsmål": _un_goals(links_from(program, plan, "bærekraftsmål")),
        **_texts(fields, "versjon", "endret_fordi"),
        "gjennomgått": _many(fields, "gjennomgått"),
    }


def node_record(program: Program, name: str) -> Record:
    """Return the record of a node. Lists of links hold full names; what they say beside stands in the links."""
    node = program.nodes[name]
    fields = node.fields
    linked = _written(program, name)
    own, inherited = un_goals(program, name)
    holders, from_above = responsible(program, name)
    return {
        "id": name,
        "plan": node.plan,
        "type": node.kind,
        **_texts(fields, "nummer", "tittel", "tekst"),
        "forelder": program.parents.get(name, node.plan),
        "bærekraftsmål": _un_goals(own),
        "bærekraftsmål_arvet": _un_goals(inherited),
        "bidrar_til": list(linked.get("bidrar_til", ())),
        "bygger_på": list(linked.get("bygger_på", ())),
        "ansvarlig": [] if from_above else _targets(holders),
        **_texts(fields, "frist", "status"),
        "sitert": _quoted(program, name),
        "fil": node.file,
        "kortnavn": _text(fields, "kortnavn"),
        "språk": language(program, name),
        "nivå": _text(fields, "nivå"),
        "periode": _period(fields, plan_days(program, node.plan)),
        "ansvarlig_arvet": _targets(holders) if from_above else [],
        "samarbeider_med": list(linked.get("samarbeider_med", ())),
        "emner": _list(fields, "emner"),
        **{key: _many(fields, key) for key in ("måltall", "nøkkeltall", "kostnader")},
        "finansiering": _value(fields.get("finansiering")),
        "følges_opp_i": list(linked.get("følges_opp_i", ())),
        "uten_oppfølging": _text(fields, "uten_oppfølging"),
        "fotnoter": _value(fields.get("fotnoter", {})),
        "merknader": _list(fields, "merknader"),
        "kilde": _text(fields, "kilde"),
        "tidligere_id": _list(fields, "tidligere_id"),
        "innhold": _content(program, node),
        **_texts(fields, "undertittel", "betegnelse", "prioritering", "endret_fordi"),
        "gjennomgått": _many(fields, "gjennomgått"),
    }


def link_record(link: Link) -> Record:
    """Return the record of a link. `til` is null where the author wrote text that names nothing; the text is kept."""
    return {
        "fra": link.source,
        "rolle": link.role,
        "til": link.target or None,
        "tekst": link.text,
        "grunnlag": link.basis,
        "vekt": _text(link.extra, "vekt"),
        "sted": _text(link.extra, "sted"),
        "deltakerrolle": _text(link.extra, "rolle"),
        "begrunnelse": _text(link.extra, "begrunnelse"),
    }


def entry_record(entry: Entry) -> Record:
    """Return the record of a register entry: what was written of it, and its file."""
    own = {key: _value(value) for key, value in entry.fields.items() if key != "id"}
    return {"id": entry.id, **own, "fil": entry.file}


def _texts(fields: Fields, *keys: str) -> Record:
    # There are a dozen for every node, and most are unsaid.
    return {key: _text(fields, key) if key in fields else None for key in keys}


def _text(fields: Fields, key: str) -> str | None:
    return text(fields, key) or None


def _list(fields: Fields, key: str) -> list[str]:
    return list(texts(fields, key)) if key in fields else []


def _written(program: Program, name: str) -> Mapping[str, Iterable[str]]:
    """Return by role what the written links point at; what follows from the group stands in the links alone."""
    found: dict[str, dict[str, None]] = {}
    for link in links_from(program, name):
        if link.basis == "skrevet" and link.target:
            found.setdefault(link.role, {})[link.target] = None
    return found


def _targets(links: Iterable[Link]) -> list[str]:
    return list(dict.fromkeys(link.target for link in links if link.target))


def _un_goals(links: Iterable[Link]) -> list[str]:
    return [target.removeprefix("fn/") for target in _targets(links)]


def _quoted(program: Program, name: str) -> str | None:
    origin = next(iter(links_from(program, name, "sitert")), None)
    return (origin.target or origin.text) if origin else None


def _period(fields: Fields, plan: dates.Days) -> Record | None:
    written = text(fields, "periode")
    if not written:
        return None
    first, last = days(written, plan)
    return {"fra": _day(first), "til": _day(last), "tekst": written}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _content(program: Program, node: Node) -> Record | None:
    found: Record = {}
    for key in _CONTENT if not _CONTENT_KEYS.isdisjoint(node.fields) else ():
        if key == "aktør" and key in node.fields:
            found[key] = [link.target or link.text for link in links_from(program, node.name, key)]
        elif key in node.fields:
            found[key] = _many(node.fields, key) if key in _LISTS else _value(node.fields[key])
    return found or None


def _many(fields: Fields, key: str) -> list[object]:
    if key not in fields:
        return []
    value = fields[key]
    return [_value(each) for each in (value if isinstance(value, tuple) else (value,))]


def _value(value: object) -> object:
    """Return a value as JSON has it: text, lists and objects."""
    if isinstance(value, Mapping):
        return {key: _value(each) for key, each in value.items()}
    return [_value(each) for each in value] if isinstance(value, tuple) else value
