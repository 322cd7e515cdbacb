"""What tells apart in a list what bears the same title elsewhere in its plan: the title of what it stands in.

What has a printed number and no title goes by the number: «Strategi a» may be one in each area.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from plancompiler.cells import plain_title
from plancompiler.model.kind import STRUCTURE
from plancompiler.node import Node
from plancompiler.program import Program, above, below


def with_sector(program: Program, node: Node, words: str) -> str:
    """Return the words for a node in a list of its plan, with what it stands in after them where it has a namesake."""
    found = sector(program, node)
    return f"{words} – {found}" if found else words


def sector(program: Program, node: Node) -> str:
    """Return the title of what a node stands in where another of its kind and plan goes by the same, else ""."""
    return _sectors(program, node.plan).get(node.name, "")


# Every list of every plan asks.
@lru_cache(maxsize=1 << 12)
def _sectors(program: Program, plan: str) -> Mapping[str, str]:
    """Return what to add to each node of a plan that goes by the same title or number as another of its kind."""
    alike: dict[tuple[str, str, str], list[Node]] = {}
    for node in below(program, plan):
        if node.kind in STRUCTURE and not node.fields.keys().isdisjoint(("tittel", "nummer")):
            by = "" if "tittel" in node.fields else node.text("nummer")
            alike.setdefault((node.kind, by, "" if by else plain_title(program, node).casefold()), []).append(node)
    found: dict[str, str] = {}
    for nodes in alike.values():
        trails = [[plain_title(program, holder) for holder in above(program, node.name)] for node in nodes]
        # The nearest above that differs; what stands side by side has no more to be told apart by.
        for node, trail in zip(nodes, trails, strict=True) if len(nodes) > 1 else ():
            others = {title for other in trails if other is not trail for title in other}
            found[node.name] = next((title for title in trail if title not in others), "")
    return found
