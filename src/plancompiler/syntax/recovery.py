"""Reading on after a mistake: repair what was meant, read again, and lead every place back to the text as written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from plancompiler.diagnostic import Diagnostic
from plancompiler.syntax.lines import Line, is_void, left_out, lines_from
from plancompiler.syntax.repair import Mistake, changed, finding_back, mistake, settled, tree_back, way_back
from plancompiler.syntax.shape import is_doubtful
from plancompiler.syntax.survey import survey
from plancompiler.tree import Tree

# How often a line without a name for its mistake may be left out, and how much text may be read again for it.
_ROUNDS = 20
_READ_AGAIN = 4_000_000

# The parsers take some of these for indentation, and not the same ones; no editor shows how wide they were meant to be.
_TAB_BEFORE_TEXT = re.compile(r"^ *\t", re.MULTILINE)


class Read(NamedTuple):
    """What was read: a tree (None where there is nothing), findings, and spans that may have swallowed lines."""

    tree: Tree | None
    findings: tuple[Diagnostic, ...] = ()
    doubts: tuple[tuple[int, int], ...] = ()


class Stopped(Exception):
    """The parser gave up at an offset of the text, in something that began at another, if it says so."""

    def __init__(self, offset: int, began: int | None = None) -> None:
        super().__init__(offset)
        self.offset = offset
        self.began = began


Reader = Callable[[str], Read]


def read_on(path: str, text: str, read: Reader) -> Read:
    """Return what `read` makes of the text; after repairs when it raises Stopped or has swallowed lines."""
    try:
        first = read(text)
    except Stopped:
        first = None
    doubtful = first is None or _TAB_BEFORE_TEXT.search(text) is not None
    if first is not None and not doubtful and not any(is_doubtful(text, start, end) for start, end in first.doubts):
        return first
    mistakes = survey(path, text)
    if first is not None and not mistakes:
        return first
    return mended(path, text, mistakes, read, min(_ROUNDS, 1 + _READ_AGAIN // (len(text) + 1)))


def mended(path: str, text: str, mistakes: Iterable[Mistake], read: Reader, rounds: int = 0) -> Read:
    """Return what is read once the mistakes are repaired, with the findings of both.

    Where it still cannot be read, lines are left out, at most `rounds` times.
    """
    mistakes = tuple(mistakes)
    changes = settled(change for each in mistakes for change in each.repair)
    better = changed(text, changes)
    try:
        again = read(better)
    except Stopped as stopped:
        lost = _least_loss(path, better, stopped, read) if rounds else ()
        again = mended(path, better, lost, read, rounds - 1) if lost else Read(None)
    back = way_back(changes)
    tree = tree_back(again.tree, back, text) if again.tree is not None and changes else again.tree
    findings = (finding for each in mistakes for finding in each.findings)
    return Read(tree, (*findings, *(finding_back(each, back) for each in again.findings)))


def _least_loss(path: str, text: str, stopped: Stopped, read: Reader) -> tuple[Mistake, ...]:
    """Return the line to leave out: of those that may be to blame, the one without which the reading gets furthest."""

    def reach(lost: Mistake) -> int:
        try:
            read(changed(text, lost.repair))
        except Stopped as again:
            return again.offset + sum(change.end - change.start for change in lost.repair)
        return len(text) + 1

    # A parser often notices on the line after the mistake.
    blamed = list(islice(_lines_back(text, stopped.offset), 2))
    if stopped.began is not None:
        blamed += islice(_lines_back(text, stopped.began), 1)
    lost = [mistake(path, "unreadable-line", line.first, line.end, left_out(text, line)) for line in blamed]
    return tuple(sorted(lost, key=reach, reverse=True)[:1])


def _lines_back(text: str, offset: int) -> Iterator[Line]:
    """Yield the lines that say something, from the one at `offset` and backwards."""
    end = offset
    while end >= 0:
        start = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
        line = next(lines_from(text, start), None)
        if line is not None and not is_void(text, line):
            yield line
        end = start - 1
