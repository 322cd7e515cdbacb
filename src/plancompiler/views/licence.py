"""The licence of the site's data, as the settings name it: where it can be read, and its name among the EU's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plancompiler.node import text
from plancompiler.program import Program

_EU = "http://publications.europa.eu/resource/authority/licence"


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its short name, the address where people read it, and that which DCAT-AP-NO knows it by."""

    name: str
    url: str
    uri: str


LICENCES: Mapping[str, Licence] = {
    one.name: one
    for one in (
        Licence("NLOD 2.0", "https://data.norge.no/nlod/no/2.0", f"{_EU}/NLOD_2_0"),
        Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.no", f"{_EU}/CC_BY_4_0"),
        Licence("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.no", f"{_EU}/CC0"),
    )
}


def licence(program: Program) -> Licence | None:
    """Return the licence that the settings name, or None."""
    return LICENCES.get(text(program.settings, "lisens"))
