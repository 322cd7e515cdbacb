"""Mistakes that stop the reading, the repairs that let it go on, and the way back to the text as it was written.

A repair is a list of changes. The same changes are offered to the author as a fix where they keep the meaning, so a
file whose fixes are applied reads as the compiler already read it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from plancompiler import tree
from plancompiler.diagnostic import Applicability, Diagnostic, Edit, Fix, Place, Related, Span


class Change(NamedTuple):
    """Put `text` where the code points from `start` up to `end` are."""

    start: int
    end: int
    text: str


class Mistake(NamedTuple):
    """What there is to say, and the changes by which the rest can be read.

    There is one finding; none where only the parser is at fault, being older than the YAML it reads.
    """

    findings: tuple[Diagnostic, ...]
    repair: tuple[Change, ...] = ()

    def joined(self, more: Sequence[Change]) -> Mistake:
        """Return the mistake with more changes, also in its fix: the same mistake made again."""
        changes = settled((*self.repair, *more))
        findings = tuple(
            replace(
                each,
                fixes=tuple(replace(fix, edits=_edits(each.place.path, changes)) for fix in each.fixes),
            )
            for each in self.findings
        )
        return Mistake(findings, changes)


def mistake(
    path: str,
    code: str,
    start: int,
    end: int,
    repair: Iterable[Change] = (),
    *,
    fix: str = "",
    applicability: Applicability = "safe",
    args: Mapping[str, str] | None = None,
    variant: str = "",
    related: tuple[Related, ...] = (),
) -> Mistake:
    """Return a mistake whose repair is also offered as the fix named `fix`, unless that is empty."""
    # Of lines that are moved together, one may have been found to belong elsewhere after all.
    changes = settled(repair)
    fixes = (Fix(fix, applicability, _edits(path, changes)),) if fix and changes else ()
    return Mistake((Diagnostic(code, Span(path, start, end), args or {}, variant, related, fixes),), changes)


def settled(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes in order; of two that overlap, the one that begins first."""
    kept: list[Change] = []
    reached = 0
    for change in sorted(changes, key=lambda change: change[:2]):
        if change.start >= reached:
            kept.append(change)
            reached = change.end
    return tuple(kept)


def changed(text: str, changes: Sequence[Change]) -> str:
    """Return the text with settled changes made."""
    parts: list[str] = []
    reached = 0
    for change in changes:
        parts += text[reached : change.start], change.text
        reached = change.end
    return "".join((*parts, text[reached:]))


def way_back(changes: Sequence[Change]) -> Callable[[int], int]:
    """Return the function from an offset in the changed text to the offset in the text before."""
    begins: list[int] = []
    grown = 0
    for change in changes:
        begins.append(change.start + grown)
        grown += len(change.text) - (change.end - change.start)

    def back(offset: int) -> int:
        index = bisect_right(begins, offset) - 1
        if index < 0:
            return offset
        change, into = changes[index], offset - begins[index]
        if into < len(change.text):
            return min(change.start + into, change.end)
        return change.end + into - len(change.text)

    return back


def tree_back(node: tree.Tree, back: Callable[[int], int], text: str) -> tree.Tree:
    """Return the tree with every span led back to the text before, and quotes forgotten that are not there."""
    if isinstance(node, tree.Scalar):
        return _scalar_back(node, back, text)
    start, end = back(node.start), back(node.end)
    if isinstance(node, tree.Sequence):
        return tree.Sequence(tuple(tree_back(item, back, text) for item in node.items), start, end, node.flow)
    entries = {
        name: tree.Entry(_scalar_back(entry.key, back, text), tree_back(entry.value, back, text))
        for name, entry in node.entries.items()
    }
    return tree.Mapping(entries, start, end, node.flow)


def finding_back(finding: Diagnostic, back: Callable[[int], int]) -> Diagnostic:
    """Return the finding with every place led back."""

    def moved(place: Place) -> Place:
        return Span(place.path, back(place.start), back(place.end)) if isinstance(place, Span) else place

    return replace(
        finding,
        place=moved(finding.place),
        related=tuple(replace(other, place=moved(other.place)) for other in finding.related),
        fixes=tuple(
            replace(fix, edits=tuple(replace(edit, place=moved(edit.place)) for edit in fix.edits))
            for fix in finding.fixes
        ),
    )


def _edits(path: str, changes: Iterable[Change]) -> tuple[Edit, ...]:
    return tuple(Edit(Span(path, change.start, change.end), change.text) for change in changes)


def _scalar_back(scalar: tree.Scalar, back: Callable[[int], int], text: str) -> tree.Scalar:
    start, end = back(scalar.start), back(scalar.end)
    style = scalar.style if text.startswith(scalar.style, start) else ""
    return tree.Scalar(scalar.text, start, end, style)
