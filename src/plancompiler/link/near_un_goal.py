"""The UN goal that a name or word must mean: by a part of its name, its name misspelled, or its number in words."""

from __future__ import annotations

from collections.abc import Mapping

from plancompiler.link.names import fold
from plancompiler.nearest import Nearest

_WORDS = (
    "en ett ein eitt", "to", "tre", "fire", "fem", "seks", "sju syv", "åtte", "ni", "ti", "elleve", "tolv", "tretten",
    "fjorten", "femten", "seksten", "sytten",
)  # fmt: skip
_NUMBERS = {word: f"fn/{number}" for number, words in enumerate(_WORDS, 1) for word in words.split()}
# A shorter piece of a name says nothing of which it is.
_SHORTEST = 4


class NearUnGoal:
    """An index of the names of the UN goals, made once and asked often. `un` is full name by folded name."""

    def __init__(self, un: Mapping[str, str]) -> None:
        self._goals = {name: goal for name, goal in un.items() if not name[:1].isdigit()}
        self._nearest = Nearest(self._goals)

    def find(self, text: str) -> str:
        """Return the full name of the goal that a text must mean, or ""."""
        wanted = fold(text)
        if wanted in _NUMBERS:
            return _NUMBERS[wanted]
        if len(wanted) >= _SHORTEST:
            holders = {goal for name, goal in self._goals.items() if f" {wanted}" in f" {name}"}
            if len(holders) == 1:
                return holders.pop()
        return self._goals.get(self._nearest.find(wanted), "")
