"""Changes made on a model of the plans: what a comparison says, done to what was, must give what is.

The model is plain data: every thing by its name, with its kind, its holder, its place and its fields; references as
what they lead to. Nothing of it is shared with what made the comparison but how two values are held to say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from plancompiler.change import Change, Item
from plancompiler.diff.compared import Compared
from plancompiler.diff.fields import _leads
from plancompiler.diff.meaning import Names, meaning, role_of
from plancompiler.diff.records import Record, Records

ABOUT = ("tidligere_id", "endret_fordi", "gjennomgått")


@dataclass
class Thing:
    kind: str
    parent: str
    fields: dict[str, Any]
    children: list[str] = field(default_factory=list)


Model = dict[str, Thing]


def model(records: Records, names: Names) -> Model:
    """Return the model of an edition, its references under the names they have after the change."""
    made: Model = {}
    for key, record in records.by_key.items():
        fields = {name: plain(value, record, names, (name,)) for name, value in record.fields.items()}
        parent = records.by_key.get(record.parent)
        made[record.name] = Thing(
            record.kind,
            parent.name if parent else "",
            {name: value for name, value in fields.items() if name not in ABOUT},
            [records.by_key[child].name for child in records.children.get(key, ())],
        )
        if record.group in ("register", "vokabular"):
            made[record.name].children.sort()
    return made


def plain(value: Any, record: Record, names: Names, steps: tuple[str | int, ...]) -> Any:
    if steps and role_of(record, steps):
        return _leads(value, record, names, role_of(record, steps))
    if isinstance(value, str):
        return meaning(value, record, names, ())
    if isinstance(value, tuple):
        return [plain(item, record, names, steps) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item, record, names, (*steps, key)) for key, item in value.items()}
    return value


def applied(both: Compared, changes: tuple[Change, ...]) -> Model:
    """Return the model before with the changes made."""
    now = model(both.before, both.names_before)
    placed: dict[str, dict[int, str]] = {}
    for change in changes:
        if change.type == "fjernet":
            _remove(now, change.item)
    renamed = dict(_renamed(now, changes))
    now = {renamed.get(name, name): thing for name, thing in now.items()}
    for thing in now.values():
        thing.parent = renamed.get(thing.parent, thing.parent)
        thing.children = [renamed.get(name, name) for name in thing.children]
    for change in changes:
        if change.type in ("flyttet", "rekkefølge"):
            if now[change.id].parent in now and change.id in now[now[change.id].parent].children:
                now[now[change.id].parent].children.remove(change.id)
            if change.type == "flyttet":
                now[change.id].parent = str(change.after)
            placed.setdefault(now[change.id].parent, {})[change.item.position] = change.id
        elif change.type == "lagt_til":
            _add(now, change.item, both.after.by_key[both.after.keys[change.id]].parent, both, placed)
        elif change.field == "type" and change.item.kind not in ("plan", "aktører", "dokumenter"):
            now[change.id].kind = str(change.after)
    for parent, places in placed.items():
        if parent:
            left = iter(now[parent].children)
            count = len(now[parent].children) + len(places)
            now[parent].children = [places[at] if at in places else next(left) for at in range(1, count + 1)]
            if both.after.keys[parent].startswith(("register:", "vokabular:")):
                now[parent].children.sort()
    by_thing: dict[str, list[Change]] = {}
    for change in changes:
        if change.field and change.field not in ABOUT and change.steps != ("type",):
            by_thing.setdefault(change.id, []).append(change)
    for name, found in by_thing.items():
        _set_fields(now[name].fields, found, both.after.by_key[both.after.keys[name]], both.names_after)
    return now


def _renamed(now: Model, changes: tuple[Change, ...]) -> Iterator[tuple[str, str]]:
    """Yield every name with the new one; what stands in a plan takes its name from it, and from what it moved with."""
    own = {change.old_id: change.id for change in changes if change.old_id}
    for name in now:
        holders = [name, *above(now, name)]
        nearest = next((each for each in holders if each in own), "")
        if name in own:
            yield name, own[name]
        elif nearest and "/" in name:
            yield name, f"{own[nearest].partition('/')[0]}/{name.partition('/')[2]}"


def above(now: Model, name: str) -> Iterator[str]:
    while name := now[name].parent if name in now else "":
        yield name


def _remove(now: Model, item: Item) -> None:
    for child in item.below:
        _remove(now, child)
    thing = now.pop(item.id)
    if thing.parent in now:
        now[thing.parent].children.remove(item.id)


def _add(now: Model, item: Item, parent_key: str, both: Compared, placed: dict[str, dict[int, str]]) -> None:
    record = both.after.by_key[both.after.keys[item.id]]
    fields = {key: plain(value, record, both.names_after, (key,)) for key, value in item.fields.items()}
    parent = both.after.by_key[parent_key].name if parent_key in both.after.by_key else ""
    now[item.id] = Thing(record.kind, parent, {key: value for key, value in fields.items() if key not in ABOUT})
    placed.setdefault(parent, {})[item.position] = item.id
    for child in item.below:
        _add(now, child, record.key, both, placed)


def _set_fields(fields: dict[str, Any], found: list[Change], record: Record, names: Names) -> None:
    gone = [one for one in found if one.after is None and isinstance(one.steps[-1], int)]
    come = [one for one in found if one.before is None and isinstance(one.steps[-1], int)]
    for one in sorted(
        gone, key=lambda one: [str(step) if isinstance(step, str) else f"{step:09}" for step in one.steps]
    ):
        del_at(fields, one.steps)
    for one in gone:
        prune(fields, one.steps)
    for one in sorted(come, key=lambda one: one.steps[-1]):
        holder = _follow(fields, one.steps[:-1])
        holder.insert(one.steps[-1], _value(one, record, names))
    for one in found:
        if one in gone or one in come:
            continue
        holder = _follow(fields, one.steps[:-1])
        if one.after is None:
            del holder[one.steps[-1]]
        else:
            holder[one.steps[-1]] = _value(one, record, names)


_GONE = object()


def del_at(fields: dict[str, Any], steps: tuple[str | int, ...]) -> None:
    _follow(fields, steps[:-1])[steps[-1]] = _GONE


def prune(fields: dict[str, Any], steps: tuple[str | int, ...]) -> None:
    holder = _follow(fields, steps[:-1])
    holder[:] = [item for item in holder if item is not _GONE]


def _value(one: Change, record: Record, names: Names) -> Any:
    if one.type == "lenke":
        return one.after
    return plain(one.after, record, names, tuple(one.steps))


def _follow(value: Any, steps: tuple[str | int, ...]) -> Any:
    for step in steps:
        value = value[step]
    return value
