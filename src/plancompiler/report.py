"""Findings as a person or a program reads them: words in place, spans looked up, lines and columns counted.

This is the edge that every format starts from. Stages that see no text speak of loci; here, and only here, the tree of
a file with findings is read again to say where that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass

from plancompiler.catalogue import code, fill, said
from plancompiler.diagnostic import Applicability, Diagnostic, Edit, Locus, Place, Severity, Span, Steps
from plancompiler.model.nynorsk import canonical_keys
from plancompiler.parse import parse
from plancompiler.source import Source, line_starts, position
from plancompiler.suppress import suppress
from plancompiler.translate import Translator
from plancompiler.tree import Mapping as Fields
from plancompiler.tree import Scalar, Sequence, Tree

# The offsets of a locus in the text of its file.
Find = Callable[[Locus, Source], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: lines and columns from 1, in code points, the end exclusive; offsets for excerpts."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Note:
    """Another place, and what it has to do with the finding."""

    message: str
    where: Where


@dataclass(frozen=True, slots=True)
class Change:
    """Text to put in a place."""

    where: Where
    text: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """A fix: its title, how safe it is, and its edits."""

    title: str
    applicability: Applicability
    edits: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic in words and in place."""

    code: str
    severity: Severity
    message: str
    label: str
    help: str
    where: Where
    related: tuple[Note, ...]
    fixes: tuple[Remedy, ...]


def report(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Source],
    words: Translator,
    levels: Mapping[str, Severity | None],
    find: Find | None = None,
) -> tuple[Finding, ...]:
    """Return the findings in the order of path, line, column and code, each said once.

    `levels` are the severities a workspace gives to rules; None turns one off. What a comment suppresses is left out,
    and what a plan explains is a note with the explanation. `find` tells what `span` would, and is asked in its place.
    """
    places = _Places(sources, find)
    found: dict[tuple[object, ...], Finding] = {}
    for diagnostic, severity in _standing(diagnostics, sources, levels, places):
        finding = _finding(diagnostic, severity, places, words)
        found.setdefault((finding.where.path, finding.where.start, finding.code, finding.message), finding)
    return tuple(
        sorted(
            found.values(), key=lambda one: (one.where.path, one.where.line, one.where.column, one.code, one.message)
        )
    )


def standing(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Source],
    levels: Mapping[str, Severity | None],
    find: Find | None = None,
) -> tuple[Diagnostic, ...]:
    """Return the findings that are reported: what no comment suppresses and no setting turns off, and what there is to
    say of the comments. `find` is asked as by `report`."""
    return tuple(one for one, _ in _standing(diagnostics, sources, levels, _Places(sources, find)))


def _standing(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Source],
    levels: Mapping[str, Severity | None],
    places: _Places,
) -> Iterator[tuple[Diagnostic, Severity]]:
    for diagnostic in suppress(diagnostics, sources.values(), lambda place: places.where(place).line):
        severity = levels.get(diagnostic.code, code(diagnostic.code).severity)
        if severity is not None:
            yield diagnostic, severity


def _finding(diagnostic: Diagnostic, severity: Severity, places: _Places, words: Translator) -> Finding:
    known = code(diagnostic.code)
    text = said(diagnostic, words)
    related = tuple(
        Note(fill(known.related[other.words], {**diagnostic.args, **other.args}, words), places.where(other.place))
        for other in diagnostic.related
    )
    fixes = tuple(
        Remedy(
            fill(known.fixes[fix.words], {**diagnostic.args, **fix.args}, words),
            fix.applicability,
            tuple(places.change(edit) for edit in fix.edits),
        )
        for fix in diagnostic.fixes
    )
    where = places.where(diagnostic.place)
    if diagnostic.explained:
        reason = words("Planen forklarer det slik: {reason}").format(reason=diagnostic.explained)
        return Finding(diagnostic.code, "info", text.message, text.label, reason, where, related, ())
    return Finding(diagnostic.code, severity, text.message, text.label, text.help, where, related, fixes)


class _Places:
    """Where loci are; each file with findings is read once."""

    def __init__(self, sources: Mapping[str, Source], find: Find | None = None) -> None:
        self._sources = sources
        self._find = find or self._span
        self._trees: dict[str, Tree | None] = {}
        self._starts: dict[str, SequenceOf[int]] = {}

    def change(self, edit: Edit) -> Change:
        """Return an edit in place."""
        if not edit.items:
            return Change(self.where(edit.place), edit.text)
        place, where = edit.place, self.where(edit.place)
        tree = self._tree(place.path)
        holder = _follow(tree, place.steps[:-1])[0] if tree is not None and isinstance(place, Locus) else None
        if not isinstance(holder, Sequence):
            return Change(where, f"[{', '.join(edit.items)}]")
        if holder.flow:
            return Change(where, ", ".join(edit.items))
        text = self._sources[place.path].text
        dash = where.column - (where.start - text.rfind("-", 0, where.start)) - 1
        return Change(where, f"\n{' ' * dash}- ".join(edit.items))

    def where(self, place: Place) -> Where:
        source = self._sources.get(place.path, Source(place.path, ""))
        start, end = (place.start, place.end) if isinstance(place, Span) else self._find(place, source)
        starts = self._starts.setdefault(place.path, line_starts(source.text))
        first, last = position(starts, start), position(starts, end)
        return Where(place.path, first.line, first.column, last.line, last.column, start, end)

    def _span(self, locus: Locus, source: Source) -> tuple[int, int]:
        tree = self._tree(locus.path)
        return (0, 0) if tree is None else span(tree, locus, source.text)

    def _tree(self, path: str) -> Tree | None:
        if path not in self._trees:
            self._trees[path] = parse(self._sources.get(path, Source(path, "")))[0]
        return self._trees[path]


def span(tree: Tree, locus: Locus, text: str) -> tuple[int, int]:
    """Return the offsets of a locus: its value, its key when asked for, or the part of it that is named.

    A whole item is too much to mark; of a mapping or a list it is the id (of a plan too), else the first key or item.
    """
    node, key, arrived = _follow(tree, locus.steps)
    if locus.part and locus.steps and locus.part not in text[node.start : node.end]:
        node = _further_down(tree, locus) or node
    start, end = node.start, node.end
    if (locus.key or not arrived) and key is not None:
        start, end = key.start, key.end
    elif locus.part:
        found = text.find(locus.part, start, end)
        if found >= 0:
            return found, found + len(locus.part)
    if isinstance(node, Scalar) or (key is not None and (locus.key or not arrived)):
        return start, end
    return _head(node)


def _further_down(tree: Tree, locus: Locus) -> Scalar | None:
    """Return the item after the one at the index that is the named text; None when none is.

    An item that says nothing, or could not be read, is not counted, so that those after it stand further down.
    """
    # What is said of an item with more to say stands one step further in: `{fn: 11}`.
    steps = locus.steps[:-1] if isinstance(locus.steps[-1], str) else locus.steps
    index = steps[-1] if steps else ""
    holder, _, arrived = _follow(tree, steps[:-1])
    if not isinstance(index, int) or not arrived or not isinstance(holder, Sequence):
        return None
    later = (_follow(item, locus.steps[len(steps) :])[0] for item in holder.items[index + 1 :])
    return next((item for item in later if isinstance(item, Scalar) and item.text == locus.part), None)


def _head(node: Tree) -> tuple[int, int]:
    if isinstance(node, Fields):
        for name in ("id", "plan"):
            if name in node.entries:
                identity = node.entries[name].value
                return identity.start, identity.end
        first = next(iter(node.entries.values()), None)
        return (first.key.start, first.key.end) if first else (node.start, node.end)
    if isinstance(node, Sequence) and node.items and not node.flow:
        return _head(node.items[0])
    return node.start, node.end


def _follow(tree: Tree, steps: Steps) -> tuple[Tree, Scalar | None, bool]:
    """Return the deepest node on the way, the key it stands under, and whether the way was walked to its end.

    Steps are canonical keys; the file may have written them in nynorsk.
    """
    key: Scalar | None = None
    for step in steps:
        if isinstance(tree, Fields) and isinstance(step, str):
            entry = tree.entries.get(step) or next(
                (entry for written, entry in tree.entries.items() if step in canonical_keys(written)), None
            )
            if entry is None:
                return tree, key, False
            key, tree = entry
        elif isinstance(tree, Sequence) and isinstance(step, int) and step < len(tree.items):
            key, tree = None, tree.items[step]
        elif step == 0 or isinstance(tree, Scalar):
            # One value may stand where a list may: the list is not there to be followed.
            return tree, key, True
        else:
            return tree, key, False
    return tree, key, True
