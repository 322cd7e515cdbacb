"""The errors that a refactoring would give, told so that they can be found in files it has not been written to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from plancompiler.findings import findings, sources
from plancompiler.report import Finding
from plancompiler.source import Source, line_starts
from plancompiler.translate import translator
from plancompiler.workspace import Workspace

# So much is shown of a line that is not there yet.
_SHOWN = 100


def new_errors(before: Workspace, after: Workspace, codes: Container[str]) -> Sequence[str]:
    """Return each error of some codes that comes, in a line: with its place where that line stands today, else with
    its words."""
    words = translator("nb")
    earlier = Counter((one.code, one.message) for one in findings(before, words))
    lines = _Lines(sources(before), sources(after))
    said: list[str] = []
    # What stands in a line of today may have been wrong before; what stands in a new one has not.
    errors = [one for one in findings(after, words) if one.severity == "error" and one.code in codes]
    for one in sorted(errors, key=lambda one: not lines.today(one)):
        if earlier[one.code, one.message]:
            earlier[one.code, one.message] -= 1
        elif today := lines.today(one):
            said.append(f"{one.where.path}:{today}: {one.message}")
        else:
            said.append(f"{one.where.path}: {one.message}. Linja ville blitt: {lines.shown(one)}")
    return said


class _Lines:
    """The lines of files as they would be, and where each of them stands today."""

    def __init__(self, before: Mapping[str, Source], after: Mapping[str, Source]) -> None:
        self._before, self._after = before, after
        self._known: dict[str, Mapping[int, int]] = {}

    def today(self, one: Finding) -> int:
        """Return the number of a finding's line in the file as it is, 0 when it is not there."""
        path = one.where.path
        if path not in self._known:
            self._known[path] = _same(self._of(self._before, path), self._of(self._after, path))
        return self._known[path].get(one.where.line, 0)

    def shown(self, one: Finding) -> str:
        """Return what stands in a finding's line."""
        line = " ".join(self._of(self._after, one.where.path)[one.where.line - 1].split())
        return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()} …"

    @staticmethod
    def _of(files: Mapping[str, Source], path: str) -> list[str]:
        text = files[path].text if path in files else ""
        return [text[start:end] for start, end in pairwise((*line_starts(text), len(text)))]


def _same(before: list[str], after: list[str]) -> Mapping[int, int]:
    """Return the lines that are in both, as numbers in the one after with those in the one before."""
    found = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return {block.b + line + 1: block.a + line + 1 for block in found for line in range(block.size)}
