"""The lossless tree of a file: every scalar as the text that was written, every node with its exact span.

Nothing is typed here: `0301`, `1.10` and `no` are what they look like. Comments and blank lines are in the source.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from typing import NamedTuple

from plancompiler.diagnostic import Steps


class Scalar(NamedTuple):
    """Text, its span (quotes included) and how it was written: plain, ', ", | or >."""

    text: str
    start: int
    end: int
    style: str = ""


class Entry(NamedTuple):
    """A key and its value in a mapping."""

    key: Scalar
    value: Tree


class Mapping(NamedTuple):
    """Entries by key, in the order written; the key is its text in Unicode normal form C."""

    entries: MappingOf[str, Entry]
    start: int
    end: int
    flow: bool = False


class Sequence(NamedTuple):
    """Items in the order written."""

    items: tuple[Tree, ...]
    start: int
    end: int
    flow: bool = False


Tree = Scalar | Mapping | Sequence


def at(tree: Tree, steps: Steps) -> tuple[Tree, Scalar | None, int]:
    """Return the deepest node on the way, the key it stands under (or None), and how many steps led there."""
    key: Scalar | None = None
    for taken, step in enumerate(steps):
        if isinstance(tree, Mapping) and isinstance(step, str) and step in tree.entries:
            key, tree = tree.entries[step]
        elif isinstance(tree, Sequence) and isinstance(step, int) and 0 <= step < len(tree.items):
            key, tree = None, tree.items[step]
        else:
            return tree, key, taken
    return tree, key, len(steps)
