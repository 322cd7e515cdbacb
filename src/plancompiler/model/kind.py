"""The 18 kinds of node: what each is called, what it may hold, and which of its texts must be there.

Source: `language.md` 4.2. Kinds differ in three ways only: children, the few fields that are theirs alone (in
`model/nodes.py`), and how a page shows them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Demand = Literal["tittel", "tittel eller tekst", "tittel, nummer eller kilde", "tittel eller aktør"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node: its word, the key its list stands under, the letter of generated ids, and what it may hold.

    `holds` names kinds. A chapter holds what its parent may; that is judged when linking, since a part of a plan does
    not know where it will hang.
    """

    name: str
    key: str
    letter: str
    holds: tuple[str, ...]
    demands: Demand


_DOCUMENT = ("kapittel", "tabell", "figur")
_STRUCTURE = ("strategi", "virkemiddel", "indikator")

_TABLE: tuple[Kind, ...] = (
    Kind("område", "områder", "o", ("område", "utfordring", "mål", "delmål", *_STRUCTURE, "risiko", "visjon", "verdi", *_DOCUMENT), "tittel"),
    Kind("utfordring", "utfordringer", "u", ("mål", *_STRUCTURE, *_DOCUMENT), "tittel eller tekst"),
    Kind("mål", "mål", "m", ("utfordring", "delmål", *_STRUCTURE, "visjon", "verdi", *_DOCUMENT), "tittel"),
    Kind("delmål", "delmål", "d", (*_STRUCTURE, *_DOCUMENT), "tittel eller tekst"),
    Kind("strategi", "strategier", "s", ("delmål", "virkemiddel", "indikator", *_DOCUMENT), "tittel eller tekst"),
    Kind("virkemiddel", "virkemidler", "v", ("virkemiddel", "milepæl", "indikator", *_DOCUMENT), "tittel eller tekst"),
    Kind("indikator", "indikatorer", "i", _DOCUMENT, "tittel"),
    Kind("milepæl", "milepæler", "p", _DOCUMENT, "tittel"),
    Kind("fase", "faser", "f", ("virkemiddel", "milepæl", *_DOCUMENT), "tittel"),
    Kind("risiko", "risikoer", "r", ("virkemiddel", *_DOCUMENT), "tittel eller tekst"),
    Kind("interessent", "interessenter", "n", _DOCUMENT, "tittel eller aktør"),
    Kind("rolle", "roller", "l", _DOCUMENT, "tittel"),
    Kind("visjon", "visjoner", "vi", ("verdi", *_DOCUMENT), "tittel"),
    Kind("verdi", "verdier", "ve", _DOCUMENT, "tittel"),
    Kind("kapittel", "kapitler", "k", (), "tittel eller tekst"),
    Kind("tabell", "tabeller", "t", (), "tittel, nummer eller kilde"),
    Kind("figur", "figurer", "g", (), "tittel, nummer eller kilde"),
    Kind("vedlegg", "vedlegg", "x", (), "tittel"),
)  # fmt: skip

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _TABLE}
BY_KEY: Mapping[str, Kind] = {kind.key: kind for kind in _TABLE}
CHILD_KEYS: tuple[str, ...] = tuple(BY_KEY)

# A plan may hold every kind but delmål, an attachment the same save another attachment.
PLAN_HOLDS: tuple[str, ...] = tuple(name for name in KINDS if name != "delmål")
VEDLEGG_HOLDS: tuple[str, ...] = tuple(name for name in PLAN_HOLDS if name != "vedlegg")

# The nodes that the chain of a plan is made of (`language.md` 6.1).
STRUCTURE: tuple[str, ...] = ("område", "utfordring", "mål", "delmål", "strategi", "virkemiddel")
