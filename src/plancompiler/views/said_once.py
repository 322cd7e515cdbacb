"""What the points of a list inherit: said once for the list or above it, not of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plancompiler.inherit import responsible
from plancompiler.views.backlinks import Contributions
from plancompiler.views.facts import WORK, Fact
from plancompiler.views.naming import ref
from plancompiler.views.page import Here


def said_once(points: Sequence[tuple[Fact, ...]]) -> tuple[tuple[Fact, ...], tuple[tuple[Fact, ...], ...]]:
    """Return what holds for all of some points that do not say it themselves, and what is left to say of each."""
    inherited = tuple(dict.fromkeys(fact for facts in points for fact in facts if fact.inherited_from is not None))
    # Of a point that says nothing of the matter, nothing is to be understood.
    if len(inherited) != 1 or not all(any(fact.key == inherited[0].key for fact in facts) for facts in points):
        return (), tuple(points)
    return inherited, tuple(tuple(fact for fact in facts if fact not in inherited) for facts in points)


def listed_once(here: Here, name: str, found: Contributions) -> Contributions:
    """Return a list of what contributes to a node with what those in it inherit said of the list.

    What the node inherits too, it says itself.
    """
    shared, left = said_once([one.facts for one in found.items])
    links, inherited = responsible(here.program, name) if name in here.program.nodes else ((), False)
    said = ref(here, links[0].source) if inherited else None
    told = tuple(fact for fact in shared if fact.inherited_from != said)
    if told and len(found.items) < 2:
        return found
    items = tuple(replace(one, facts=facts) for one, facts in zip(found.items, left, strict=True))
    return replace(found, items=items, facts=(*found.facts, *told))


def is_said_above(here: Here, name: str) -> bool:
    """Tell whether what a node inherits of who does it is said of what it stands under."""
    holder = here.program.nodes.get(here.program.parents.get(name, ""))
    return holder is not None and holder.kind in WORK and bool(responsible(here.program, holder.name)[0])


def also_below(here: Here, facts: tuple[Fact, ...], *, mixed: bool) -> tuple[Fact, ...]:
    """Return the facts of a node, those of who does it marked as said of all or the rest below it."""
    words = here.words
    rest = words("også for det som står under, der ikke annet er sagt")
    note = rest if mixed else words("også for det som står under")
    own = (fact.key == "ansvarlig" and fact.inherited_from is None for fact in facts)
    return tuple(replace(fact, below=note) if is_own else fact for fact, is_own in zip(facts, own, strict=True))
