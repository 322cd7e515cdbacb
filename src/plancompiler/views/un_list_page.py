"""The 17 UN goals at a glance: what is tied to each, counted three ways, and the plans that are tied to none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from plancompiler.emit import Output
from plancompiler.program import Program, links_to
from plancompiler.un_use import HOWS, How
from plancompiler.views.drawing import Picture
from plancompiler.views.kind_counts import kind_counts
from plancompiler.views.naming import ref
from plancompiler.views.page import Here, Listed, Page, Pages, Ref
from plancompiler.views.pictured import pictures_of
from plancompiler.views.un_ties import GOALS, Summed, Ties, summed_plans, ties, untied_plans
from plancompiler.views.un_tiles import Tile, tile


@dataclass(frozen=True, slots=True)
class WayCount:
    """How many nodes in force are tied to a UN goal in one way, and in full what they are."""

    how: How
    count: int
    kinds: str


@dataclass(frozen=True, slots=True)
class UnCount:
    """A UN goal, the ways in which nodes in force are tied to it, and how many of drafts name it.

    `declined` tells whether a plan in force says that it leaves the goal alone.
    """

    tile: Tile
    ways: tuple[WayCount, ...]
    drafts: int
    declined: bool


@dataclass(frozen=True, slots=True)
class UnListView:
    """The goals in their order, and pictures of them all.

    `summed` is of which plans the counts are, `without` those that are tied to no goal.
    """

    goals: tuple[UnCount, ...]
    pictures: tuple[Picture, ...]
    summed: Summed | None
    without: tuple[Ref, ...]


def un_counts(here: Here) -> tuple[UnCount, ...]:
    """Return the counts of the 17 goals."""
    found = ties(here.program)
    return tuple(
        UnCount(
            tile(here, f"fn/{number}"),
            tuple(_ways(here, found[number])),
            found[number].drafts,
            any(
                link.source in here.program.counted
                for link in links_to(here.program, f"fn/{number}", "følger_ikke_opp")
            ),
        )
        for number in GOALS
    )


def _ways(here: Here, found: Ties) -> Iterator[WayCount]:
    for how in HOWS:
        count, kinds = kind_counts(here, (use.source for use in found.counted[how]))
        if found.counted[how]:
            yield WayCount(how, found.count(how), f"{count} {kinds}")


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    here = Here(program, output, "fn/index.html")
    yield here.page, partial(_page, here)


def _page(here: Here) -> Page:
    view = UnListView(
        un_counts(here),
        pictures_of(here),
        summed_plans(here, *GOALS),
        tuple(ref(here, plan) for plan in untied_plans(here.program)),
    )
    return Page(here.page, here.words("FNs bærekraftsmål"), (), view)


PAGES = Pages("un_list.html.j2", _produce)
