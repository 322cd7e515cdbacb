"""The files of a workspace as they were: read when they are asked for, and compiled as little as can be."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Mapping

from plancompiler.cache import Cache
from plancompiler.change import Side
from plancompiler.diff import Edition
from plancompiler.git import Blobs
from plancompiler.link import link
from plancompiler.node import Fields, Node
from plancompiler.unit import Unit
from plancompiler.units import unit_of
from plancompiler.workspace import built_in

# A file by its hash, for each path.
Tree = Mapping[str, str]

# The first key of a file says what it is.
_HEAD = re.compile(rb"(?m)^(?:\xef\xbb\xbf)?[\"']?([^\s:#\"'-][^\s:\"']*)[\"']?[ \t]*:[ \t]*[\"']?([^\s\"'#]*)")
_EVERYWHERE = frozenset({"register", "vokabular", "arbeidsområde"})
# So many units are kept at hand; steps that follow each other share most of theirs.
_MOST_UNITS = 200


class Past:
    """What git has of the workspace's files, and their units from the cache or compiled anew."""

    def __init__(self, blobs: Blobs, cache: Cache) -> None:
        self.blobs, self._cache = blobs, cache
        self._units: dict[tuple[str, str], Unit] = {}
        self._heads: dict[str, tuple[str, str]] = {}

    def unit(self, path: str, blob: str) -> Unit:
        """Return the unit of a file. Raises NoRevision."""
        if (path, blob) not in self._units:
            if len(self._units) >= _MOST_UNITS:
                self._units.clear()
            self._units[path, blob] = unit_of(path, self.blobs.read(blob), self._cache)
        return self._units[path, blob]

    def nodes(self, path: str, blob: str) -> tuple[Node, ...]:
        """Return the nodes that a file was read to have. Raises NoRevision."""
        document = self.unit(path, blob).document
        return document.nodes if document is not None else ()

    def edition(self, tree: Tree, plans: Container[str], paths: Collection[str]) -> Edition:
        """Return the workspace of the tree with no more of it than the plans, the paths, and what all plans refer to:
        registers, vocabularies and settings. Raises NoRevision."""
        wanted = [path for path in sorted(tree) if path in paths or self._is_of(path, tree[path], plans)]
        units = tuple(self.unit(path, tree[path]) for path in wanted)
        return Edition(Side(""), link(units, built_in(self._cache))[0], units)

    def plans_named(self, tree: Tree, fields: Fields) -> frozenset[str]:
        """Return the plans that the values of a node name. Raises NoRevision."""
        said = repr(fields)
        plans = {self._head(path, blob)[1] for path, blob in tree.items()}
        return frozenset(plan for plan in plans if plan and re.search(rf"(?<![\w.-]){re.escape(plan)}(?![\w.-])", said))

    def _is_of(self, path: str, blob: str, plans: Container[str]) -> bool:
        kind, name = self._head(path, blob)
        return kind in _EVERYWHERE or (kind in ("plan", "del_av") and name in plans)

    def _head(self, path: str, blob: str) -> tuple[str, str]:
        # A file that stays where it is stays what it is, so that one look at it is enough.
        if path not in self._heads:
            match = _HEAD.search(self.blobs.read(blob))
            kind, name = (part.decode("utf-8", "replace") for part in match.groups()) if match else ("", "")
            self._heads[path] = kind, name
        return self._heads[path]
