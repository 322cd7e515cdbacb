"""What stands twice in a plan, word for word: blocks of nodes that were pasted in again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plancompiler.model.kind import STRUCTURE
from plancompiler.node import Node
from plancompiler.program import Program, below, named_below

# Two nodes are a block, and so is one whose text is long enough not to be the same by chance.
_LEAST_NODES = 2
_LONG_TEXT = 150

_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Block:
    """Nodes that stand again under a holder: where they stood first, and where they stand again, pair by pair."""

    holder: str
    first: tuple[Node, ...]
    again: tuple[Node, ...]


def folded(text: str) -> str:
    """Return a text as it is compared word for word: case, signs and white space count for nothing."""
    return _SIGNS.sub(" ", text).strip().casefold()


# Several rules ask the same of one plan after the other.
@lru_cache(maxsize=4)
def repeated_blocks(program: Program, plan: str) -> tuple[Block, ...]:
    """Return the blocks of a plan that stand twice, in page order, outermost only; quoted words are not the plan's."""
    found = list(_blocks(program, plan))
    inside = {node.name for block in found for node in block.again}
    return tuple(block for block in found if block.holder not in inside)


@lru_cache(maxsize=4)
def standing_again(program: Program, plan: str) -> frozenset[str]:
    """Return the full names of all nodes in blocks that stand again: one finding for the block is enough."""
    again = [node.name for block in repeated_blocks(program, plan) for node in block.again]
    return frozenset((*again, *(node.name for name in again for node in below(program, name))))


def _blocks(program: Program, plan: str) -> Iterator[Block]:
    first: dict[tuple[str, str, str], Node] = {}
    pairs: dict[tuple[str, str], list[tuple[Node, Node]]] = {}
    for node in named_below(program, plan):
        words = (node.kind, folded(node.text("tittel")), folded(node.text("tekst")))
        if node.name in program.quoted or not _has_words(node):
            continue
        earlier = first.setdefault(words, node)
        if earlier is not node:
            holders = program.parents[earlier.name], program.parents[node.name]
            pairs.setdefault(holders, []).append((earlier, node))
    for (_, holder), twins in pairs.items():
        if len(twins) >= _LEAST_NODES or len(twins[0][1].text("tekst")) >= _LONG_TEXT:
            yield Block(holder, tuple(one for one, _ in twins), tuple(other for _, other in twins))


def _has_words(node: Node) -> bool:
    """Tell whether a node says enough to be known again: chapters often have the same heading."""
    return bool(node.text("tekst")) if node.kind == "kapittel" else node.kind in STRUCTURE and bool(node.fields)
