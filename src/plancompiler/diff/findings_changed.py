"""Which findings are new and which are mended: by their code and what they are of, never by a line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from plancompiler.catalogue import said
from plancompiler.diagnostic import Diagnostic, Locus, Steps
from plancompiler.diff.compared import Compared
from plancompiler.diff.records import Records
from plancompiler.node import Document, Entry, Node
from plancompiler.report import Find, Finding, report, standing
from plancompiler.settled import levels
from plancompiler.translate import Translator


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, and the full name of what it is of; "" where that has none."""

    id: str
    finding: Finding


_Known = tuple[str, str]


def findings_changed(
    both: Compared, words: Translator, find: Find | None = None
) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Return the findings that are new, and those that are no more; `find` is asked as by `report`."""
    renamed, moved = both.names_before.renamed, dict(_moved_files(both))
    before, after = _placed(both.before, find), _placed(both.after, find)
    before = [((renamed.get(name, name), moved.get(path, path)), one) for (name, path), one in before]
    new, solved = _without(after, before), _without(before, after)
    return _reported(both.after, new, words, find), _reported(both.before, solved, words, find)


def _moved_files(both: Compared) -> Iterator[tuple[str, str]]:
    """Yield where each file went whose plan, register or vocabulary stands in another one now."""
    left = {unit.source.path for unit in both.after.edition.units}
    for key, record in both.after.by_key.items():
        if isinstance(record.of, Document) and key in both.pairs.before:
            path = both.was(key).file
            if path != record.file and path not in left:
                yield path, record.file


def _placed(side: Records, find: Find | None) -> list[tuple[_Known, Diagnostic]]:
    """Return the findings of a side, each with the name of what it is of, and where that has none, with its file."""
    known = {
        (record.file, record.of.steps if isinstance(record.of, Node | Entry) else ()): record.name
        for record in side.by_key.values()
    }
    reported = standing(side.edition.diagnostics, side.edition.sources, levels(side.edition.program), find)
    return [(_place(one, known), one) for one in reported]


def _place(one: Diagnostic, known: Mapping[tuple[str, Steps], str]) -> _Known:
    path, steps = one.place.path, one.place.steps if isinstance(one.place, Locus) else None
    if steps is not None:
        for end in range(len(steps), -1, -1):
            if (path, steps[:end]) in known:
                return known[path, steps[:end]], ""
    return "", path


def _without(
    here: Iterable[tuple[_Known, Diagnostic]], there: Iterable[tuple[_Known, Diagnostic]]
) -> list[tuple[str, Diagnostic]]:
    """Return those here that have no counterpart there: first those that say the same, then any of code and place."""
    here, there = list(here), list(there)
    exact = Counter(_exact(place, one) for place, one in there)
    left = []
    for place, one in here:
        if exact[_exact(place, one)]:
            exact[_exact(place, one)] -= 1
        else:
            left.append((place, one))
    rest: Counter[Hashable] = Counter()
    said_here = Counter(_exact(place, one) for place, one in here)
    for place, one in there:
        if said_here[_exact(place, one)]:
            said_here[_exact(place, one)] -= 1
        else:
            rest[place, one.code, one.explained != ""] += 1
    alone = []
    for place, one in left:
        alike = (place, one.code, one.explained != "")
        if rest[alike]:
            rest[alike] -= 1
        else:
            alone.append((place[0], one))
    return alone


def _exact(place: _Known, one: Diagnostic) -> Hashable:
    return (place, one.code, one.variant, one.explained != "", tuple(sorted(one.args.items())))


def _reported(
    side: Records, found: list[tuple[str, Diagnostic]], words: Translator, find: Find | None
) -> tuple[Found, ...]:
    if not found:
        return ()
    names: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for name, one in found:
        names[one.code, one.place.path, said(one, words).message].append(name)
    reported = report([one for _, one in found], side.edition.sources, words, levels(side.edition.program), find)
    # Comments that suppress something else are said of too, since they suppress none of these.
    ours = [(one, names[one.code, one.where.path, one.message]) for one in reported]
    return tuple(Found(left.pop(0), one) for one, left in ours if left)
