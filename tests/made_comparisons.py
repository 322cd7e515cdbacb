"""Comparisons made by hand, for what a format must hold whatever is compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plancompiler.change import Change, Comparison, Consequence, Item, Side, Tally
from plancompiler.program import Program

ITEM = Item(
    "plan/h1.v1",
    "virkemiddel",
    "virkemiddel 1",
    "Lage en strategi",
    "plan",
    "Handlingsdelen",
    ("hovedmål 1", "delmål 2"),
)


def change(**known: Any) -> Change:
    """Return a change of wording that is known to bind less, other than what is said."""
    usual: dict[str, Any] = {
        "type": "tekst", "id": "plan/h1.v1", "old_id": "", "field": "tekst",
        "before": "Kommunen skal lage en strategi.", "after": "Kommunen bør lage en strategi.",
        "level": "forpliktelse", "direction": "svekket", "reason": "",
        "explanation": "Svekket: «skal» er blitt «bør».", "item": ITEM, "was": ITEM, "field_words": "tekst",
    }  # fmt: skip
    return Change(**{**usual, **known})


def comparison(
    changes: Sequence[Change], consequences: Sequence[Consequence] = (), unchanged: int = 94, **known: Any
) -> Comparison:
    """Return a comparison of two empty programs with these changes."""
    changed = len(changes)
    tally = Tally("virkemiddel", "Virkemiddel", "Virkemidler", 98, 98, 0, 0, changed, 98 - changed)
    usual: dict[str, Any] = {
        "tallies": (tally, Tally("mål", "Hovedmål", "Hovedmål", 16, 16, 0, 0, 0, 16)), "unread": (),
        "base": Side("main", "4f1c2ab" + "0" * 33), "head": Side("utkast"), "before": Program(), "after": Program(),
    }  # fmt: skip
    return Comparison(
        changes=tuple(changes), consequences=tuple(consequences), unchanged=unchanged, **{**usual, **known}
    )
