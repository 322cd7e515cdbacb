"""Where the published site has something, in full; nowhere when the site does not have it or says not where it is."""

from __future__ import annotations

from plancompiler.address import address, permalink
from plancompiler.program import Program
from plancompiler.publish import is_published
from plancompiler.views.site_address import site_address, whole_address


def on_site(program: Program, name: str) -> str:
    """Return the whole address of a plan or a node, "" for what is not on the site."""
    node = program.nodes.get(name)
    header = program.plans.get(node.plan if node is not None else name)
    if header is None or not site_address(program) or not is_published(program, header):
        return ""
    return whole_address(program, permalink(program, name) if node is not None else address(program, name))
