"""How many of each kind there are on both sides, and what became of them: the numbers of the first line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from plancompiler.change import Change, Tally
from plancompiler.diff.compared import Compared
from plancompiler.diff.records import Record
from plancompiler.model.kind import KINDS
from plancompiler.phrase import kind_phrase
from plancompiler.translate import Translator
from plancompiler.wording import KIND_WORDS

# What is counted beside nodes: a reader thinks of these as things, and not of the files they stand in.
_OTHERS: Mapping[str, tuple[str, str]] = {
    "plan": ("plan", "planer"),
    "aktører": ("aktør", "aktører"),
    "dokumenter": ("dokument", "dokumenter"),
    "ordliste": ("ord i ordlista", "ord i ordlista"),
    "tekster": ("gjenbrukt tekst", "gjenbrukte tekster"),
}


def tallies(both: Compared, found: Collection[Change], words: Translator) -> tuple[Tally, ...]:
    """Return the counts of every kind there is, nodes first, in the order of the language.

    Where something is changed in plans, only these are counted: nobody who reads of one plan asks for the others.
    """
    touched = {
        change.id for change in found if change.type not in ("lagt_til", "fjernet") and change.level != "oppsett"
    }
    plans = _plans_of(both, found)
    kinds = dict.fromkeys((*KINDS, *_OTHERS))
    counts = {kind: [0, 0, 0, 0, 0, 0, 0] for kind in kinds}
    held: dict[str, set[str]] = {}
    for key, record in both.before.by_key.items():
        if _is_counted(record, plans) and record.kind in counts:
            counts[record.kind][0] += 1
            counts[record.kind][3] += key in both.gone
            held.setdefault(record.kind, set()).add(record.plan)
    for key, record in both.after.by_key.items():
        if not _is_counted(record, plans) or record.kind not in counts:
            continue
        count = counts[record.kind]
        held.setdefault(record.kind, set()).add(record.plan)
        count[1] += 1
        if key in both.new:
            count[2] += 1
        elif record.name in touched:
            count[4] += 1
        elif key in both.blind:
            count[6] += 1
        else:
            count[5] += 1
    return tuple(
        Tally(kind, *_words(both, kind, held[kind], words), before, after, added, gone, changed, same, unread)
        for kind, (before, after, added, gone, changed, same, unread) in counts.items()
        if before or after
    )


def unchanged(both: Compared, found: Iterable[Change]) -> int:
    """Return how many nodes, plans and entries were compared in whole and found equal."""
    touched = {change.id for change in found}
    return sum(
        1
        for key, record in both.after.by_key.items()
        if record.group in ("node", "plan", "post")
        and key in both.pairs.before
        and key not in both.blind
        and record.name not in touched
    )


def _plans_of(both: Compared, found: Iterable[Change]) -> frozenset[str]:
    """Return the ids, before and after, of the plans that something is changed in or that were not read whole."""
    items = (item for change in found for item in (change.item, change.was) if item is not None)
    of = {item.plan for item in items} | {both.after.by_key[key].plan for key in both.blind}
    pairs = (
        {both.before.by_key[was].name, both.after.by_key[now].name}
        for now, was in both.pairs.before.items()
        if now.startswith("plan:")
    )
    return frozenset(of.union(*(pair for pair in pairs if pair & of))) - {""}


def _is_counted(record: Record, plans: Collection[str]) -> bool:
    return record.group == "post" or (record.group in ("node", "plan") and (not plans or record.plan in plans))


def _words(both: Compared, kind: str, plans: set[str], words: Translator) -> tuple[str, str]:
    if kind not in KIND_WORDS:
        one, many = _OTHERS[kind]
        return words(one), words(many)
    for side in (both.after, both.before):
        known = plans & side.edition.program.plans.keys()
        if len(plans) == 1 and known:
            return kind_phrase(side.edition.program, next(iter(known)), kind, words)
    one, many = KIND_WORDS[kind]
    return words(one).lower(), words.plural(many).lower()
