"""Text that YAML takes for a comment: `tittel: Plass #1 for folk` is read as «Plass»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as PlainMapping
from itertools import islice

from plancompiler.diagnostic import Diagnostic
from plancompiler.syntax.lines import lost_text, quoting, shown
from plancompiler.syntax.repair import mistake
from plancompiler.tree import Entry, Mapping, Scalar, Sequence, Tree

# Hashes in prose are looked at too, and cost little; a file with more of them is no plan.
_MOST = 1000

_HASH = re.compile("#")
_LINE_END = re.compile(r"[ \t]*(?=[\r\n]|\Z)")
_REST = re.compile(r"[^\r\n]*")


def lost_texts(path: str, text: str, tree: Tree) -> tuple[Tree, tuple[Diagnostic, ...]]:
    """Return the tree, and a finding for each plain value after which # takes text with it.

    A value of which nothing is left, as in `nummer: #1`, is in the tree what was written: nobody meant nothing.
    """
    hashes = (hit.start() for hit in _HASH.finditer(text))
    lost = list(islice((at for at in hashes if lost_text(text, max(0, at - 1), at + 2) == at), _MOST))
    if not lost:
        return tree, ()
    values = {value.end: value for value in _plain_values(tree)}
    found: list[Diagnostic] = []
    whole: dict[int, Scalar] = {}
    for at in lost:
        before = at
        while before and text[before - 1] in " \t":
            before -= 1
        value = values.get(before)
        if value is not None:
            told = _findings(path, text, value, at)
            found += told
            if not value.text and value.start == value.end:
                end = getattr(told[0].place, "end", at)
                whole[value.start] = Scalar(text[at:end], at, end)
    return _restored(tree, whole) if whole else tree, tuple(found)


def _findings(path: str, text: str, value: Scalar, at: int) -> tuple[Diagnostic, ...]:
    rest = _REST.match(text, at)
    end = at + len(rest.group().rstrip()) if rest else at
    start = value.start if value.start < value.end else at
    repair = quoting(text, start, end)
    line = text.rfind("\n", 0, start) + 1
    while text[line] in " -":
        line += 1
    args = {"lost": " ".join(text[at:end].split())[:40], "write": shown(repair, text, line, end)}
    variant = "" if value.text else "all"
    return mistake(path, "comment-eats-text", at, end, repair, fix="quote", args=args, variant=variant).findings


def _restored(tree: Tree, whole: PlainMapping[int, Scalar]) -> Tree:
    """Return the tree with the absent values that stand at those offsets put in."""
    if isinstance(tree, Scalar):
        return whole.get(tree.start, tree) if not tree.text else tree
    if tree.flow:
        return tree
    if isinstance(tree, Sequence):
        return tree._replace(items=tuple(_restored(item, whole) for item in tree.items))
    entries = {name: Entry(entry.key, _restored(entry.value, whole)) for name, entry in tree.entries.items()}
    return tree._replace(entries=entries)


def _plain_values(tree: Tree) -> Iterator[Scalar]:
    """Yield the values without quotes that stand outside brackets and braces."""
    if isinstance(tree, Scalar):
        if not tree.style:
            yield tree
    elif isinstance(tree, Mapping):
        if not tree.flow:
            for entry in tree.entries.values():
                yield from _plain_values(entry.value)
    elif isinstance(tree, Sequence) and not tree.flow:
        for item in tree.items:
            yield from _plain_values(item)
