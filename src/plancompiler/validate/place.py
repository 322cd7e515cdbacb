"""From pydantic's `loc` back to the text: the value, the key or the line that a finding is about."""

from __future__ import annotations

import re
from collections.abc import Sequence as SequenceOf
from typing import NamedTuple

from plancompiler.tree import Mapping, Scalar, Sequence, Tree
from plancompiler.validate.plain import entry_of, filled

_LINE_END = re.compile(r"[\r\n]")
# A plain scalar may hold anything but what YAML takes for something else; those who write are spared quotes they see
# no reason for, and get them wherever there might be one.
_PLAIN = re.compile(r"[^\W_][^\n]*|[–-][^\s\n][^\n]*")
_UNSAFE = re.compile(r": |:$| #|^(?:- |---)|[\t\n]|\s$")
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}]")
_OTHER_TYPES = re.compile(r"~|null", re.IGNORECASE)


class Found(NamedTuple):
    """Where a `loc` leads: the deepest value on the way, its key, the collections it is in, and whether it is all."""

    tree: Tree
    key: Scalar | None
    flow: bool
    whole: bool


def follow(tree: Tree, loc: SequenceOf[int | str]) -> Found:
    """Return what a `loc` leads to. Steps are bokmål keys, and indexes among the items that are not empty."""
    key: Scalar | None = None
    flow = False
    for step in loc:
        if step == 0 and not isinstance(tree, Sequence):
            # One value may stand where a list may; then there is no list to go into.
            continue
        if isinstance(tree, Mapping):
            flow = flow or tree.flow
            written = entry_of(tree, step) if isinstance(step, str) else None
            if written is None:
                return Found(tree, key, flow, False)
            key, tree = tree.entries[written]
        elif isinstance(tree, Sequence):
            flow = flow or tree.flow
            items = filled(tree)
            if not isinstance(step, int) or step not in items:
                return Found(tree, key, flow, False)
            key, tree = None, items[step]
        else:
            return Found(tree, key, flow, False)
    return Found(tree, key, flow, True)


def first_line(tree: Tree, text: str) -> tuple[int, int]:
    """Return the offsets of the first line of a value."""
    end = _LINE_END.search(text, tree.start, tree.end)
    return tree.start, end.start() if end else tree.end


def written(value: str, flow: bool) -> str:
    """Return a text as YAML, in quotes where it must have them. `flow` says that it stands in brackets or braces."""
    fine = _PLAIN.fullmatch(value) and not _UNSAFE.search(value) and not _OTHER_TYPES.fullmatch(value)
    if fine and not (flow and _UNSAFE_IN_FLOW.search(value)):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
