"""Where a page leads when it points at something: to the page that says all of it.

A goal's page says all of what stands under the goal. The plan's page has an anchor for it too, the permalink, but there
stands no more than a line.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from plancompiler.address import address, has_page
from plancompiler.program import Program


def place(program: Program, name: str) -> str:
    """Return the page and anchor where all is said of a plan, node, entry or UN goal; "" for what has none."""
    holder = _pages(program).get(name, "")
    return f"{holder}#{program.nodes[name].id}" if holder else address(program, name)


@lru_cache(maxsize=4)
def _pages(program: Program) -> Mapping[str, str]:
    """Return the page of the goal or attachment that each node stands under, if there is one, nearest first."""
    found: dict[str, str] = {}
    # Whatever holds a node comes before it.
    for name in program.nodes:
        parent = program.parents.get(name, "")
        if parent in program.nodes and not has_page(program, name):
            page = address(program, parent) if has_page(program, parent) else found.get(parent, "")
            if page:
                found[name] = page
    return found
