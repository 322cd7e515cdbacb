"""The 17 UN goals at a glance, with how many nodes are tied to each, counted three ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.views.page import Here, Page, Pages
from plancompiler.views.un_ties import GOALS, ties
from plancompiler.views.un_tiles import Tile, tile


@dataclass(frozen=True, slots=True)
class UnCount:
    """A UN goal and how many nodes in force name it, have it from above, and only mention it; drafts stand apart."""

    tile: Tile
    direct: int
    inherited: int
    mentioned: int
    drafts: int


@dataclass(frozen=True, slots=True)
class UnListView:
    """The goals in their order."""

    goals: tuple[UnCount, ...]


def un_counts(here: Here) -> tuple[UnCount, ...]:
    """Return the counts of the 17 goals."""
    found = ties(here.program)
    return tuple(
        UnCount(
            tile(here, f"fn/{number}"),
            found[number].count("direkte"),
            found[number].count("via mål"),
            found[number].count("nevnt"),
            found[number].drafts,
        )
        for number in GOALS
    )


def _produce(program: Program, output: Output) -> Iterator[Page]:
    here = Here(program, output, "fn/index.html")
    yield Page(here.page, output.words("FNs bærekraftsmål"), (), UnListView(un_counts(here)))


PAGES = Pages("un_list.html.j2", _produce)
