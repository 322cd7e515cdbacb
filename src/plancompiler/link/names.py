"""Everything that can be pointed at, by every name it has, and how far each name reaches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plancompiler.node import Document, Entry, Fields, Node

SECTION_KIND: Mapping[str, str] = {"aktører": "aktør", "dokumenter": "dokument", "ordliste": "ord", "tekster": "tekst"}


@dataclass(frozen=True, slots=True)
class Names:
    """The definitions of a workspace.

    `nodes` by full name, `named` the register entries by folded name, short name and alias, `reach` the plans in which
    an entry is known by name (None: all of them), `former` full names of old ids with the full name of what bears them
    now, `retired` full names of ids laid to rest with their record, `un` UN goals and targets by number and name.
    """

    plans: Mapping[str, Document]
    nodes: Mapping[str, Node]
    entries: Mapping[str, Entry]
    named: Mapping[str, tuple[Entry, ...]]
    reach: Mapping[str, frozenset[str] | None]
    former: Mapping[str, str]
    retired: Mapping[str, Fields]
    un: Mapping[str, str]
    un_titles: Mapping[str, str]

    def kind(self, name: str) -> str:
        """Return what a full name is: a kind of node, `plan`, `aktør`, `dokument`, `ord`, `tekst` or `fn`."""
        if name in self.nodes:
            return self.nodes[name].kind
        if name in self.plans:
            return "plan"
        if name in self.entries:
            return SECTION_KIND[self.entries[name].section]
        return "fn"


def fold(name: str) -> str:
    """Return a name as it is compared: case folded, white space folded."""
    return " ".join(name.split()).casefold()


def candidates(names: Names, text: str, plan: str) -> tuple[str, ...]:
    """Return the full names that `text`, written in `plan` ("" in a register), may mean; ids come before names."""
    if text.startswith("fn/"):
        return (text,) if text in names.un.values() else ()
    if "/" in text:
        return (text,) if text in names.nodes else ()
    local = f"{plan}/{text}"
    found = [name for name in (local,) if name in names.nodes]
    found += [text] if text in names.plans or text in names.entries else []
    if found:
        return tuple(found)
    return tuple(entry.id for entry in names.named.get(fold(text), ()) if _reaches(names.reach.get(entry.id), plan))


def _reaches(reach: frozenset[str] | None, plan: str) -> bool:
    # A register is no plan; what it says of its own entries reaches everywhere.
    return reach is None or not plan or plan in reach


def collect_names(
    plans: Mapping[str, Document],
    nodes: Mapping[str, Node],
    entries: Mapping[str, Entry],
    extra_names: Mapping[str, tuple[str, ...]],
    un_goals: Iterable[Entry],
) -> Names:
    """Return the index. `extra_names` are names that further registers add to an entry they do not define."""
    goals = tuple(un_goals)
    named: dict[str, list[Entry]] = {}
    for entry in entries.values():
        for name in dict.fromkeys(fold(name) for name in (*entry_names(entry), *extra_names.get(entry.id, ()))):
            named.setdefault(name, []).append(entry)
    return Names(
        plans=plans,
        nodes=nodes,
        entries=entries,
        named={name: tuple(found) for name, found in named.items()},
        reach={entry.id: _reach(entry, entries, plans) for entry in entries.values()},
        former=dict(_former(plans, nodes, entries)),
        retired={
            f"{plan.id}/{_text(record, 'id')}": record for plan in plans.values() for record in plan.records("utgåtte")
        },
        un=_un_names(goals),
        un_titles={f"fn/{goal.id}": goal.text("nb") for goal in goals},
    )


def entry_names(entry: Entry) -> tuple[str, ...]:
    """Return the names an entry goes by, its id apart."""
    own = (entry.text(key) for key in ("navn", "tittel", "ord", "kortnavn"))
    return tuple(name for name in (*own, *entry.texts("alias")) if name)


def _reach(entry: Entry, entries: Mapping[str, Entry], plans: Mapping[str, Document]) -> frozenset[str] | None:
    if "gjelder" in entry.fields:
        return frozenset(entry.texts("gjelder"))
    if entry.section == "aktører":
        chain = _units_above(entry.id, entries)
        root = entries[chain[-1]]
        if len(chain) == 1 or root.text("type") != "kommune":
            return None
    elif entry.section == "dokumenter":
        publisher = _entry_named(entry.text("utgiver"), entries)
        if publisher is None or publisher.section != "aktører":
            return None
        chain = _units_above(publisher.id, entries)
        root = entries[chain[-1]]
        if root.text("type") != "kommune":
            return None
    else:
        return None
    number = root.text("kommune")
    return frozenset(
        plan.id
        for plan in plans.values()
        if (number and plan.text("kommune") == number)
        or {_owner(text, entries) for text in plan.texts("eier")} & set(chain)
    )


def _units_above(actor: str, entries: Mapping[str, Entry]) -> tuple[str, ...]:
    chain = [actor]
    while True:
        above = _entry_named(entries[chain[-1]].text("del_av"), entries)
        if above is None or above.id in chain:
            return tuple(chain)
        chain.append(above.id)


def _owner(text: str, entries: Mapping[str, Entry]) -> str:
    entry = _entry_named(text, entries)
    return entry.id if entry else ""


def _entry_named(text: str, entries: Mapping[str, Entry]) -> Entry | None:
    """Return the entry a register means by id, else by a name only one entry has; reach cannot be asked for yet."""
    if not text:
        return None
    if text in entries:
        return entries[text]
    found = [entry for entry in entries.values() if fold(text) in map(fold, entry_names(entry))]
    return found[0] if len(found) == 1 else None


def _former(
    plans: Mapping[str, Document], nodes: Mapping[str, Node], entries: Mapping[str, Entry]
) -> Iterable[tuple[str, str]]:
    for plan in plans.values():
        for old in plan.texts("tidligere_id"):
            yield old, plan.id
            # The nodes of a plan that was renamed are found under its old name too.
            for node in nodes.values():
                if node.plan == plan.id:
                    yield f"{old}/{node.id}", node.name
    for node in nodes.values():
        for old in node.texts("tidligere_id"):
            yield (old if "/" in old else f"{node.plan}/{old}"), node.name
    for entry in entries.values():
        for old in entry.texts("tidligere_id"):
            yield old, entry.id


def _un_names(un_goals: Iterable[Entry]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for goal in un_goals:
        for name in (goal.id, goal.text("nb"), goal.text("nn"), goal.text("en"), goal.text("se"), *goal.texts("alias")):
            if name:
                found.setdefault(fold(name), f"fn/{goal.id}")
        for target in goal.records("delmål"):
            found.setdefault(_text(target, "id"), f"fn/{_text(target, 'id')}")
    return found


def _text(record: Fields, key: str) -> str:
    value = record.get(key, "")
    return value if isinstance(value, str) else ""
