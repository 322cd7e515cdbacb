"""Which record after the change is which before it: by id, by what it says it was called, by content, by likeness.

Only what the last finds is a guess, and it is marked so.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from plancompiler.diff.meaning import flow
from plancompiler.diff.records import Record, Records
from plancompiler.likeness import alike, stems
from plancompiler.node import texts

# What says who a thing is or why it was changed, and not what it says.
ABOUT = frozenset({"id", "tidligere_id", "endret_fordi", "gjennomgått"})

# So much of two texts must be the same for them to be held to be one that was reworded.
_LEAST_SHARED = 0.5
_SAME_PLACE = 0.1
_LONGEST = 600
# Entries of vocabularies are words, and have no address.
_ADDRESSED = frozenset({"aktører", "dokumenter", "ordliste", "tekster"})


@dataclass(frozen=True, slots=True)
class Matching:
    """`before` gives the key before of a key after, `after` the other way; `guessed` are keys after."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    guessed: frozenset[str]


class _Pairs:
    """The pairs found so far; each record is in one at most."""

    def __init__(self) -> None:
        self.before: dict[str, str] = {}
        self.after: dict[str, str] = {}

    def add(self, old: str, new: str) -> bool:
        if old in self.after or new in self.before:
            return False
        self.before[new], self.after[old] = old, new
        return True


def matching(before: Records, after: Records, plans: tuple[str, str] = ("", "")) -> Matching:
    """Return the pairs; `plans` are two that are held against each other as editions of one."""
    pairs = _Pairs()
    if all(plans):
        pairs.add(f"plan:{plans[0]}", f"plan:{plans[1]}")
    heads = (record for record in after.by_key.values() if record.group != "node")
    _by_id(heads, before, pairs, {})
    _by_former_id(before, after, pairs, {})
    moved = {after.by_key[new].name: before.by_key[old].name for new, old in pairs.before.items() if "plan:" in new}
    _by_id((record for record in after.by_key.values() if record.group == "node"), before, pairs, moved)
    _by_former_id(before, after, pairs, moved)
    _by_content(before, after, pairs)
    guessed = frozenset((*_by_likeness(before, after, pairs), *_by_place(before, after, pairs)))
    return Matching(pairs.before, pairs.after, guessed)


def is_lost(old: Record, new: Record) -> bool:
    """Tell whether links to what a thing was called lead nowhere now: it is called something else, and does not say
    what it was called."""
    if not old.named or old.local == new.local:
        return False
    is_addressed = old.group in ("node", "plan") or (old.group == "post" and old.kind in _ADDRESSED)
    return is_addressed and not {old.name, old.local} & {*texts(new.fields, "tidligere_id")}


def _by_id(records: Iterable[Record], before: Records, pairs: _Pairs, moved: Mapping[str, str]) -> None:
    for record in records:
        key = record.key
        if record.group == "node" and record.plan in moved:
            key = f"{moved[record.plan]}/{record.local}" if record.named else key
        old = before.by_key.get(key)
        if old is not None and record.named and old.named and old.group == record.group:
            pairs.add(key, record.key)


def _by_former_id(before: Records, after: Records, pairs: _Pairs, moved: Mapping[str, str]) -> None:
    """Pair those that say what they were called; one that has since got its old id back says it of the other."""
    for new in after.by_key.values():
        for former in texts(new.fields, "tidligere_id") if new.key not in pairs.before else ():
            for name in _full(former, new, moved):
                if name in before.by_key and before.by_key[name].group == new.group and pairs.add(name, new.key):
                    break
    back = {old: new for new, old in moved.items()}
    for old in before.by_key.values():
        for former in texts(old.fields, "tidligere_id") if old.key not in pairs.after else ():
            for name in _full(former, old, back):
                if name in after.by_key and after.by_key[name].group == old.group and pairs.add(old.key, name):
                    break


def _full(former: str, record: Record, moved: Mapping[str, str]) -> tuple[str, ...]:
    if record.group != "node":
        return (f"{record.key.partition(':')[0]}:{former}",)
    if "/" in former:
        return (former,)
    return tuple(dict.fromkeys((f"{record.plan}/{former}", f"{moved.get(record.plan, record.plan)}/{former}")))


def _left(before: Records, after: Records, pairs: _Pairs) -> tuple[list[Record], list[Record]]:
    return (
        [record for key, record in before.by_key.items() if key not in pairs.after],
        [record for key, record in after.by_key.items() if key not in pairs.before],
    )


def _by_content(before: Records, after: Records, pairs: _Pairs) -> None:
    """Pair those whose content is the same, where only one on each side has it."""
    olds, news = _left(before, after, pairs)
    old, new = _grouped(olds), _grouped(news)
    for content, here in new.items():
        there = old.get(content, [])
        if len(here) == len(there) == 1:
            pairs.add(there[0].key, here[0].key)


def _grouped(records: Iterable[Record]) -> Mapping[Hashable, list[Record]]:
    found: dict[Hashable, list[Record]] = {}
    for record in records:
        content = _content(record)
        if content is not None:
            found.setdefault(content, []).append(record)
    return found


def _content(record: Record) -> Hashable:
    said = tuple((key, repr(value)) for key, value in sorted(record.fields.items()) if key not in ABOUT)
    return (record.group, record.kind, said) if said and (_words(record) or len(said) > 1) else None


def _words(record: Record) -> str:
    keys = ("tittel", "tekst", "navn", "ord", "forklaring", "nb", "alt")
    said = " ".join(value for key in keys if isinstance(value := record.fields.get(key), str))
    return flow(said)[:_LONGEST]


def _by_likeness(before: Records, after: Records, pairs: _Pairs) -> list[str]:
    olds, news = _left(before, after, pairs)
    kinds = {(record.group, record.kind) for record in olds} & {(record.group, record.kind) for record in news}
    found = []
    for kind in sorted(kinds):
        there = [record for record in olds if (record.group, record.kind) == kind]
        here = [record for record in news if (record.group, record.kind) == kind]
        scored = sorted(_scored(there, here, pairs), key=lambda each: each[0])
        found += [new for _, old, new in scored if pairs.add(old, new)]
    return found


_Score = tuple[tuple[float, tuple[str, ...]], str, str]


def _scored(there: list[Record], here: list[Record], pairs: _Pairs) -> Iterable[_Score]:
    # In the order of their texts, so that which of the two came first has no say.
    both = sorted([*((_words(r), 0, r) for r in there), *((_words(r), 1, r) for r in here)], key=lambda one: one[:2])
    read = {id(record): frozenset(stems(words)) for words, _, record in both}
    for group in alike([words for words, _, _ in both]):
        members = [both[index] for index in group]
        for _, side, old in members:
            if side:
                continue
            for _, other, new in members:
                if not other:
                    continue
                one, two = read[id(old)], read[id(new)]
                shared = len(one & two) / max(len(one | two), 1)
                if shared >= _LEAST_SHARED:
                    same_place = pairs.after.get(old.parent) == new.parent
                    rank = -shared - (_SAME_PLACE if same_place else 0.0)
                    yield (rank, tuple(sorted((old.name, new.name)))), old.key, new.key


def _by_place(before: Records, after: Records, pairs: _Pairs) -> list[str]:
    """Pair those that have no id by where they stand: the first with the first of a kind under the same holder."""
    olds, news = _left(before, after, pairs)
    waiting: dict[tuple[str, str, str], list[Record]] = {}
    for old in olds:
        if not old.named:
            waiting.setdefault((pairs.after.get(old.parent, ""), old.group, old.kind), []).append(old)
    found = []
    for new in news:
        there = waiting.get((new.parent, new.group, new.kind), [])
        if not new.named and there and pairs.add(there.pop(0).key, new.key):
            found.append(new.key)
    return found
