"""Did you mean: the names nearest to a word someone wrote, the way Norwegians misspell them.

Case, `aa`/`å`, `oe`/`ø`, `ae`/`æ`, accents, and the choice between hyphen, underline and space count for nothing. What
is left is counted in edits, a swap of two neighbours being one (optimal string alignment).
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nsmallest

# How many names are returned at most, and how many are measured: ids are so alike that hundreds share most pairs.
_MOST = 5
_MEASURED = 64
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ŋ": "n", "ŧ": "t", "-": "", "_": "", " ": ""})


class Nearest:
    """An index of names; build it once and ask often. A word in thousands of names costs about a millisecond."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(dict.fromkeys(names))
        self._folded = tuple(fold(name) for name in self._names)
        self._holders: dict[str, list[int]] = defaultdict(list)
        for index, folded in enumerate(self._folded):
            for pair in set(_pairs(folded)):
                self._holders[pair].append(index)

    def find(self, word: str) -> str:
        """Return the nearest name, or "" when none is near."""
        return next(iter(self.near(word)), "")

    def near(self, word: str) -> tuple[str, ...]:
        """Return the names near `word`, nearest first; those that differ in spelling only when there are such."""
        wanted = fold(word)
        limit = max(len(wanted), 3) // 3
        found = sorted(
            (distance, abs(len(self._names[index]) - len(word)), self._names[index])
            for index in self._candidates(wanted, limit)
            if (distance := _distance(wanted, self._folded[index], limit)) <= limit
        )
        same = [name for distance, _, name in found if distance == 0]
        return tuple(same or (name for _, _, name in found))[:_MOST]

    def _candidates(self, wanted: str, limit: int) -> Iterable[int]:
        """Return the names worth measuring: of about the same length, with most pairs of letters in common."""
        shared = Counter(index for pair in set(_pairs(wanted)) for index in self._holders.get(pair, ()))
        lengths = range(len(wanted) - limit, len(wanted) + limit + 1)
        alike = ((-count, index) for index, count in shared.items() if len(self._folded[index]) in lengths)
        return (index for _, index in nsmallest(_MEASURED, alike))


def nearest(word: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names near `word`, nearest first; for a few names asked about once."""
    return Nearest(names).near(word)


def fold(word: str) -> str:
    """Return what is left of a word when spelling that Norwegians vary is taken out."""
    plain = unicodedata.normalize("NFD", word.casefold().translate(_LETTERS))
    bare = plain if plain.isascii() else "".join(letter for letter in plain if not unicodedata.combining(letter))
    return bare.replace("aa", "a").replace("oe", "o")


def _pairs(folded: str) -> Iterable[str]:
    padded = f"\0{folded}\0"
    return (padded[index : index + 2] for index in range(len(padded) - 1))


def _distance(one: str, other: str, limit: int) -> int:
    """Return the number of edits between two words, or more than `limit` as soon as that is sure."""
    if one == other:
        return 0
    before: list[int] = []
    row = list(range(len(other) + 1))
    for line, letter in enumerate(one, 1):
        current = [line]
        for column, beside in enumerate(other, 1):
            cost = min(row[column] + 1, current[-1] + 1, row[column - 1] + (letter != beside))
            if line > 1 and column > 1 and letter == other[column - 2] and one[line - 2] == beside:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, row = row, current
    return row[-1]
