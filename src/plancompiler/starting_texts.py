"""The texts a new plan begins with: written by `planc new plan`, and found as long as nobody has put their own."""

from __future__ import annotations

from typing import NamedTuple


class StartingTexts(NamedTuple):
    """What stands in the goal and the measure of a new plan until someone writes them."""

    goal: str
    measure: str


STARTING_TEXTS = {
    "nb": StartingTexts("Skriv hva dere vil oppnå", "Skriv hva dere skal gjøre for å komme dit."),
    "nn": StartingTexts("Skriv kva de vil oppnå", "Skriv kva de skal gjere for å kome dit."),
}
