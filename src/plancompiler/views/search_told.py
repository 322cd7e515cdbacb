"""What a page tells in lists and tables beside its texts, in words to be found by: what a plan declines, why it is
tied to UN goals, what is followed up elsewhere, and figures with what they are of.
"""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.cells import series
from plancompiler.node import Document, Node, text, texts
from plancompiler.passages import passages
from plancompiler.program import links_from
from plancompiler.views.naming import ref
from plancompiler.views.numbers import cost_lines
from plancompiler.views.page import Here

# What a plan's header says in so many words of itself as a whole, beside its summary.
_OF_PLAN = frozenset({"avvik", "bærekraftsmål", "finansiering", "prioriterte_bærekraftsmål", "uten_oppfølging"})
_FIGURES = ("måltall", "nøkkeltall")


def told_of_plan(here: Here, header: Document) -> Iterator[str]:
    """Yield why a plan is as it is, and what it does not follow up: the reason, and where it is done instead."""
    yield from (one.text for one in passages(here.program, header) if one.steps[0] in _OF_PLAN)
    links = {link.text: link for link in links_from(here.program, header.id, "følger_ikke_opp")}
    for record in header.records("følger_ikke_opp"):
        written = text(record, "til") or text(record, "fn")
        what = ref(here, links[written].target).text if written in links else text(record, "tema") or written
        yield f"{here.words('Dette følger planen ikke opp')}: {what}."
        yield text(record, "begrunnelse")
        yield from _instead(here, [_name(here, place) for place in texts(record, "følges_opp_i") if place])


def told_of_node(here: Here, node: Node) -> Iterator[str]:
    """Yield where a node is followed up, what it costs, and the values of its figures."""
    links = links_from(here.program, node.name, "følges_opp_i")
    yield from _instead(here, [ref(here, link.target).text if link.target else link.text for link in links])
    costs = [line.text for line in cost_lines(here, node)]
    if costs:
        yield f"{here.words('Kostnader')}: {', '.join(costs)}"
    yield from (text(record, "verdi") for key in _FIGURES for record in node.records(key))


def _instead(here: Here, places: list[str]) -> Iterator[str]:
    if places:
        yield f"{here.words('Følges opp i')} {series(places, here.words)}."


def _name(here: Here, written: str) -> str:
    program = here.program
    known = written in program.plans or written in program.nodes or written in program.entries
    return ref(here, written).text if known else written
