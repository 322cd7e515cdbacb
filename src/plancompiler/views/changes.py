"""What a decision changed (`language.md` 8.1): the points of a decision, and the nodes they are about."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.address import address
from plancompiler.node import Fields, records, text, texts
from plancompiler.program import Program, links_from
from plancompiler.views.page import Here, Ref


def changed_by(here: Here, plan: str) -> dict[str, tuple[Ref, ...]]:
    """Return the decisions that changed each node of a plan, by the node's full name."""
    found: dict[str, tuple[Ref, ...]] = {}
    for place, step, change in _changes(here.program, plan):
        words = _words(here, step, change)
        link = here.link(f"{address(here.program, plan)}#{step_anchor(place)}")
        for target in targets(here.program, plan, change):
            found[target] = (*found.get(target, ()), Ref(words, link))
    return found


def step_anchor(place: int) -> str:
    """Return the anchor of a step of the procedure; an id never holds an underscore, so it cannot be a node's."""
    return f"steg_{place + 1}"


def targets(program: Program, plan: str, change: Fields) -> tuple[str, ...]:
    """Return the full names of what a change is about."""
    known = {link.text: link.target for link in links_from(program, plan, "gjelder")}
    return tuple(known[written] for written in texts(change, "gjelder") if written in known)


def _changes(program: Program, plan: str) -> Iterator[tuple[int, Fields, Fields]]:
    for place, step in enumerate(program.plans[plan].records("saksgang")):
        for change in records(step, "endringer"):
            yield place, step, change


def _words(here: Here, step: Fields, change: Fields) -> str:
    words = here.words("Endret ved vedtak {case}").format(case=text(step, "sak")).strip()
    number = text(change, "nummer")
    return here.words("{change}, punkt {number}").format(change=words, number=number) if number else words
