"""Bullets of a word processor in a text with `|`, which run together into one paragraph where a list was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from plancompiler.diagnostic import Diagnostic
from plancompiler.syntax.repair import Change, mistake
from plancompiler.tree import Mapping, Scalar, Sequence, Tree

# More than this is one list.
_MOST = 1000

_ANY = re.compile("[•▪●○‣\uf0b7\uf0a7\uf0d8]")
_BULLET = re.compile("^[ ]+(?P<mark>[•▪●○‣\uf0b7\uf0a7\uf0d8])(?P<gap>[ \t]*)(?=[^\\s])", re.MULTILINE)


def block_bullets(path: str, text: str, tree: Tree) -> tuple[Diagnostic, ...]:
    """Return a finding for each text with `|` that has lines with bullets."""
    if not _ANY.search(text):
        return ()
    found: list[Diagnostic] = []
    for block in _blocks(tree):
        hits = list(islice(_BULLET.finditer(text, block.start, block.end), _MOST))
        if hits:
            mark, first = hits[0]["mark"], hits[0].start("mark")
            changes = [Change(hit.start("mark"), hit.end("gap"), "- ") for hit in hits]
            args = {"mark": "•" if mark >= "\ue000" else mark}
            found += mistake(path, "bullet-in-text", first, first + 1, changes, fix="dash", args=args).findings
    return tuple(found)


def _blocks(tree: Tree) -> Iterator[Scalar]:
    """Yield the texts written with `|`."""
    if isinstance(tree, Scalar):
        if tree.style == "|":
            yield tree
    elif isinstance(tree, Mapping):
        if not tree.flow:
            for entry in tree.entries.values():
                yield from _blocks(entry.value)
    elif isinstance(tree, Sequence) and not tree.flow:
        for item in tree.items:
            yield from _blocks(item)
