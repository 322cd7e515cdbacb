"""UN goals as tiles: number and name, with the official colour only as company."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from plancompiler.address import address
from plancompiler.inherit import un_goals
from plancompiler.node import text
from plancompiler.program import Link, links_from
from plancompiler.un_use import un_name, uses_of
from plancompiler.views.naming import language_of, plain_said, ref, weight_words
from plancompiler.views.page import Here, Ref


@dataclass(frozen=True, slots=True)
class Tile:
    """A UN goal or target: its number as printed (`3`, `17.10`), the goal whose colour it has, its name and page.

    `weight` and `reason` are what the plan says of the tie; `through` what it is inherited from. `lang` is the language
    of the reason where it is not the page's.
    """

    number: str
    goal: str
    name: str
    href: str
    weight: str = ""
    reason: str = ""
    through: Ref | None = None
    lang: str = ""


def own_tiles(here: Here, name: str) -> tuple[Tile, ...]:
    """Return the UN goals that a node or plan names itself."""
    return _in_order(_tile(here, link) for link in links_from(here.program, name, "bærekraftsmål") if link.target)


def inherited_tiles(here: Here, name: str) -> tuple[Tile, ...]:
    """Return the UN goals that a node has from those above it, each with what it has it from."""
    inherited = un_goals(here.program, name)[1]
    return _in_order(_tile(here, link, ref(here, link.source)) for link in inherited if link.target)


def reached_tiles(here: Here, name: str) -> tuple[Tile, ...]:
    """Return the UN goals that a node reaches only by what it says it contributes to, each with what that is."""
    said = {link.target for link in links_from(here.program, name, "bidrar_til") if link.basis == "skrevet"}
    if not said:
        return ()
    uses = (use for use in uses_of(here.program, name) if use.how == "nevnt" and use.through in said)
    return _in_order(replace(tile(here, use.goal), through=ref(here, use.through)) for use in uses)


def tile(here: Here, name: str) -> Tile:
    """Return a UN goal or target by its full name."""
    number = name.removeprefix("fn/")
    called = un_name(here.program, name, here.output.language)
    return Tile(number, number.partition(".")[0], called, here.link(address(here.program, name)))


def _in_order(found: Iterable[Tile]) -> tuple[Tile, ...]:
    """Return tiles by number, a goal before its targets: 3, 3.4, 3.10, 3.a, 11."""
    return tuple(sorted(found, key=lambda one: [part.zfill(3) for part in one.number.split(".")]))


def _tile(here: Here, link: Link, through: Ref | None = None) -> Tile:
    base = tile(here, link.target)
    weight = weight_words(here, text(link.extra, "vekt"))
    reason = plain_said(here, link.source, text(link.extra, "begrunnelse"))
    return Tile(base.number, base.goal, base.name, base.href, weight, reason, through, language_of(here, link.source))
