"""Where loci stand in their files. To find out takes reading a file's tree anew, so it is kept for the next time."""

from __future__ import annotations

import json

from plancompiler.cache import Cache
from plancompiler.diagnostic import Locus
from plancompiler.fingerprint import fingerprint
from plancompiler.parse import parse
from plancompiler.report import span
from plancompiler.source import Source, digest
from plancompiler.tree import Tree

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Spans:
    """The offsets of loci: those the cache has of a text, and those that are found in its tree."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._known: dict[Source, dict[str, tuple[int, int]]] = {}
        self._trees: dict[Source, Tree | None] = {}

    def find(self, locus: Locus, source: Source) -> tuple[int, int]:
        """Return the offsets of a locus in the text of its file, those of its beginning when it cannot be read."""
        if source not in self._known:
            self._known[source] = _read(self._cache.get(_key(source)), len(source.text))
        known, name = self._known[source], _encode([locus.steps, locus.key, locus.part])
        if name not in known:
            if source not in self._trees:
                self._trees[source] = parse(source)[0]
            tree = self._trees[source]
            known[name] = (0, 0) if tree is None else span(tree, locus, source.text)
        return known[name]

    def keep(self) -> None:
        """Keep what was found."""
        for source in self._trees:
            self._cache.put(_key(source), _encode(self._known[source]))


def _key(source: Source) -> str:
    return digest("spans", fingerprint(), source.path, source.text)


def _read(record: str | None, end: int) -> dict[str, tuple[int, int]]:
    """Return the offsets that a record holds, none when it is no record of so long a text."""
    try:
        found = {name: (int(first), int(last)) for name, (first, last) in json.loads(record or "{}").items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}
    return found if all(0 <= first <= last <= end for first, last in found.values()) else {}
