"""What differs in the fields of one thing: value by value, as deep as records go.

Lists of records are held against each other item by item, in their order; where the items are the same in another
order, that is the one difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from plancompiler.diff.matching import ABOUT
from plancompiler.diff.meaning import Names, lead, meaning, role_of
from plancompiler.diff.order import moved
from plancompiler.diff.records import Record
from plancompiler.node import Fields, text

Steps = tuple[str | int, ...]

# What an item of a list is known by, the first that it has; figures also by what they hold for.
_KNOWN_BY = ("id", "hva", "steg", "regel", "til", "fn", "tema", "nummer", "navn", "organ")
_ALSO = ("gjelder",)


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that is another: where it stands, what it was and is (None: nothing), and what kind of difference it is.

    `role` is that of references, `reordered` says that only the order is another. `before_steps` lead to it before the
    change, `label` names the item of a list it stands in. `whole` is that item as it is, when there is one.
    """

    steps: Steps
    before_steps: Steps
    before: object
    after: object
    role: str = ""
    reordered: bool = False
    label: str = ""
    whole: Fields | None = None

    @property
    def field(self) -> str:
        """The key, with dots where it lies in records."""
        return ".".join(step for step in self.steps if isinstance(step, str))


@dataclass(frozen=True, slots=True)
class _Both:
    """The two records and how the references of each are read."""

    old: Record
    new: Record
    before: Names
    after: Names

    def same(self, one: object, other: object, steps: Steps) -> bool:
        return meaning(one, self.old, self.before, steps) == meaning(other, self.new, self.after, steps)


def differences(old: Record, new: Record, before: Names, after: Names) -> Iterator[Difference]:
    """Yield what differs between two records, in the order of the fields."""
    # What is written the same and leads to the same need not be read value by value.
    if is_same(old, new, before, after):
        return
    both = _Both(old, new, before, after)
    left = old.unread | new.unread
    keys = dict.fromkeys((*new.fields, *old.fields))
    was = _with_new_columns(old.fields, new.fields)
    for key in keys:
        if key not in ABOUT and key not in left:
            yield from _value(both, was.get(key), new.fields.get(key), (key,), (key,), "", None)


def is_same(old: Record, new: Record, before: Names, after: Names) -> bool:
    """Tell whether two records are written the same and their references lead to the same."""
    if old is not new and old.fields != new.fields:
        return False
    made = before.records.links.get(old.source, {})
    # Nearly always they lead to the very same, and need not be followed one by one.
    if made == after.records.links.get(new.source, {}) and all(made.values()):
        return before.renamed.keys().isdisjoint(made.values())
    return all(before.target(old.source, *each) == after.target(new.source, *each) for each in made)


def _value(
    both: _Both, old: object, new: object, steps: Steps, was: Steps, label: str, whole: Fields | None
) -> Iterator[Difference]:
    if (old is None and new is None) or (both.same(old, new, steps) and (old is None) == (new is None)):
        return
    role = role_of(both.new, steps)
    if role:
        yield _links(both, old, new, steps, was, role, label)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*new, *old)):
            yield from _value(both, old.get(key), new.get(key), (*steps, key), (*was, key), label, whole)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _items(both, old, new, steps, was)
    else:
        yield Difference(steps, was, old, new, label=label, whole=whole)


def _links(both: _Both, old: object, new: object, steps: Steps, was: Steps, role: str, label: str) -> Difference:
    first, second = _leads(old, both.old, both.before, role), _leads(new, both.new, both.after, role)
    sides = [meaning(value, record, names, steps) for value, record, names in (
        (old, both.old, both.before), (new, both.new, both.after)) if value is not None]  # fmt: skip
    again = len(sides) == 2 and _same_items(*sides)
    return Difference(steps, was, first, second, role, again, label)


def _same_items(one: Hashable, other: Hashable) -> bool:
    return isinstance(one, tuple) and isinstance(other, tuple) and Counter(one) == Counter(other)


def _leads(value: object, record: Record, names: Names, role: str) -> object:
    """Return what references lead to: full names, or the words that name nothing, with what else is said of them."""
    if value is None:
        return None
    items = []
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, Mapping):
            target = lead(text(item, "til") or text(item, "fn"), record, names, role).removeprefix("«")
            rest = {key: each for key, each in item.items() if key not in ("til", "fn")}
            items.append({"til": target, **rest} if rest else target)
        else:
            items.append(lead(item, record, names, role).removeprefix("«") if isinstance(item, str) else item)
    return tuple(items)


def _items(
    both: _Both, old: tuple[object, ...], new: tuple[object, ...], steps: Steps, was: Steps
) -> Iterator[Difference]:
    first = [meaning(item, both.old, both.before, steps) for item in old]
    second = [meaning(item, both.new, both.after, steps) for item in new]
    if Counter(first) == Counter(second):
        yield Difference(steps, was, old, new, reordered=True)
        return
    for one, other in _aligned(old, new, first, second):
        if one is not None and other is not None:
            item = new[other]
            yield from _value(
                both,
                old[one],
                item,
                (*steps, other),
                (*was, one),
                _label(item),
                item if isinstance(item, Mapping) else None,
            )
        elif one is not None:
            yield Difference((*steps, one), (*was, one), old[one], None, label=_label(old[one]))
        elif other is not None:
            yield Difference((*steps, other), (*was, other), None, new[other], label=_label(new[other]))


def _aligned(
    old: tuple[object, ...], new: tuple[object, ...], first: list[Hashable], second: list[Hashable]
) -> Iterator[tuple[int | None, int | None]]:
    """Yield the positions of what is the same item in both, and of what is in one alone, in order.

    An item is the same when it is known by the same; between two of those, as many others as there were are the same
    in their order. What changed places is gone from the one and new in the other.
    """
    unclear = not all(
        len(set(each)) == len(each) for each in ([_known(item) for item in old], [_known(item) for item in new])
    )
    there = _numbered(old, first, by_year=unclear)
    here = _numbered(new, second, by_year=unclear)
    places = {known: index for index, known in enumerate(there)}
    shared = [index for index, known in enumerate(here) if known in places]
    out = moved([repr(here[index]) for index in shared], [places[here[index]] for index in shared])
    kept = [(places[here[index]], index) for place, index in enumerate(shared) if place not in out]
    known = set(there) & set(here)
    last = (-1, -1)
    for one, other in (*kept, (len(old), len(new))):
        gone, come = range(last[0] + 1, one), range(last[1] + 1, other)
        apart = (
            [index for index in gone if there[index] not in known],
            [index for index in come if here[index] not in known],
        )
        pairs = dict(zip(*apart, strict=True)) if len(apart[0]) == len(apart[1]) else {}
        pairs = {w: y for w, y in pairs.items() if isinstance(old[w], Mapping) == isinstance(new[y], Mapping)}
        yield from pairs.items()
        yield from ((index, None) for index in gone if index not in pairs)
        taken = set(pairs.values())
        yield from ((None, index) for index in come if index not in taken)
        if one < len(old) and other < len(new) and first[one] != second[other]:
            yield one, other
        last = (one, other)


def _numbered(items: tuple[object, ...], meanings: list[Hashable], *, by_year: bool) -> list[Hashable]:
    """Return what each item of a list is known by; equal ones are told apart by their order."""
    seen: Counter[Hashable] = Counter()
    found: list[Hashable] = []
    for item, said in zip(items, meanings, strict=True):
        known = (*_known(item), repr(item.get("år")) if by_year else "") if isinstance(item, Mapping) else said
        found.append((known, seen[known]))
        seen[known] += 1
    return found


def _known(item: object) -> tuple[object, ...]:
    if not isinstance(item, Mapping):
        return (repr(item),)
    key = next((key for key in _KNOWN_BY if key in item), next(iter(item), ""))
    return (key, repr(item.get(key)), *(repr(item.get(also)) for also in _ALSO))


def _label(item: object) -> str:
    """Return what an item of a list is called: by what it is known by."""
    if not isinstance(item, Mapping):
        return ""
    key = next((key for key in _KNOWN_BY if key in item), next(iter(item), ""))
    value = item.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _with_new_columns(old: Fields, new: Fields) -> Fields:
    """Return the fields of a table before, its rows under the headings after: a heading that is reworded is one
    change, and not one a row."""
    before, after = old.get("kolonner"), new.get("kolonner")
    rows = old.get("rader")
    if not (isinstance(before, tuple) and isinstance(after, tuple) and isinstance(rows, tuple)):
        return old
    if len(before) != len(after) or set(before) == set(after):
        return old
    heads = {one: other for one, other in zip(before, after, strict=True) if one not in after and other not in before}
    if not heads:
        return old
    renamed = tuple(
        {heads.get(key, key): value for key, value in row.items()} if isinstance(row, Mapping) else row for row in rows
    )
    return {**old, "rader": renamed}
