"""The two editions side by side: which record is which, what could not be compared, and how references are read."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from plancompiler.change import Unread
from plancompiler.diff.matching import Matching, matching
from plancompiler.diff.meaning import Names
from plancompiler.diff.records import Edition, Record, Records, records


@dataclass(frozen=True, slots=True)
class Compared:
    """Both sides. `gone` and `new` are the keys of what is in one alone, those that could not be compared left out;
    `unread` is what could not, and `blind` the keys after the change of what could not be compared in whole."""

    before: Records
    after: Records
    pairs: Matching
    names_before: Names
    names_after: Names
    gone: Mapping[str, None]
    new: Mapping[str, None]
    unread: tuple[Unread, ...]
    blind: frozenset[str]

    def was(self, key: str) -> Record:
        """Return the record before the change of a key after it that has one."""
        return self.before.by_key[self.pairs.before[key]]


def compared(before: Edition, after: Edition, plans: tuple[str, str]) -> Compared:
    """Return two editions side by side, or of each of them the one plan."""
    old = records(before, plans[0])
    new = records(after, plans[1], old.by_key)
    pairs = matching(old, new, plans)
    names = {
        old.by_key[pairs.before[key]].name: record.name for key, record in new.by_key.items() if key in pairs.before
    }
    renamed = {was: now for was, now in names.items() if was != now}
    beside = {new.by_key[key].source: old.by_key[other].source for key, other in pairs.before.items()}
    # Each side asks the other for what leads nowhere in itself, and no further.
    plain = Names(old, renamed), Names(new, {})
    names_before = Names(old, renamed, plain[1], {one: other for other, one in beside.items()})
    names_after = Names(new, {}, plain[0], beside)
    hidden_before = dict(_hidden(old, new, pairs.after))
    hidden_after = dict(_hidden(new, old, pairs.before))
    blind = {
        *hidden_after,
        *(key for key, record in new.by_key.items() if record.unread),
        *(key for key, was in pairs.before.items() if old.by_key[was].unread),
    }
    return Compared(
        old,
        new,
        pairs,
        names_before,
        names_after,
        {key: None for key in old.by_key if key not in pairs.after and key not in hidden_before},
        {key: None for key in new.by_key if key not in pairs.before and key not in hidden_after},
        tuple(dict.fromkeys((*old.unread, *new.unread, *_told(hidden_before), *_told(hidden_after)))),
        frozenset(blind),
    )


def _told(hidden: Mapping[str, Unread | None]) -> Iterator[Unread]:
    return (said for said in hidden.values() if said is not None)


def _hidden(here: Records, there: Records, paired: Container[str]) -> Iterator[tuple[str, Unread | None]]:
    """Yield what is on one side alone because the other could not be read: it was neither added nor removed.

    With it, what is to be said of it; a whole file has been said already.
    """
    for key, record in here.by_key.items():
        if key in paired:
            continue
        head = here.by_key.get(f"plan:{record.plan}")
        if record.file in there.lost or (head is not None and head.file in there.lost):
            yield key, None
        elif record.group == "node" and record.named and _stands_in(record.local, there.texts.get(record.file, "")):
            yield key, Unread(there.edition.side.label, record.file, record.name)


def _stands_in(identity: str, text: str) -> bool:
    """Tell whether a file that has faults writes an id that nothing in it was read to have."""
    if identity not in text:
        return False
    return re.search(rf"(?m)^[^#\n]*\bid: *[\"']?{re.escape(identity)}[\"']? *(?:[,}}#]|\r?$)", text) is not None
