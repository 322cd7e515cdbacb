"""Which of several that stand in another order were moved: as few as can be."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise

_ONE = 1 << 40


def moved(names: Sequence[str], places: Sequence[int]) -> frozenset[int]:
    """Return the positions that must be moved for the rest to stand in order; `places` are where they stood, all
    different.

    Of several least sets the names decide, and not the direction: who goes back moves the same ones back.
    """
    if all(one < other for one, other in pairwise(places)):
        return frozenset()
    rank = {place: index + 1 for index, place in enumerate(sorted(places))}
    # A tree of the heaviest rising run that ends at or below a rank: Fenwick's, with the greatest for the sum.
    best: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)
    before = [-1] * len(places)
    top = (0, -1)
    for index, place in enumerate(places):
        at, heaviest = rank[place] - 1, (0, -1)
        while at > 0:
            heaviest, at = max(heaviest, best[at]), at & (at - 1)
        before[index] = heaviest[1]
        run = (heaviest[0] + _weight(names[index]), index)
        top, at = max(top, run), rank[place]
        while at < len(best):
            best[at], at = max(best[at], run), at + (at & -at)
    stay, index = set(), top[1]
    while index >= 0:
        stay.add(index)
        index = before[index]
    return frozenset(range(len(places))) - stay


def _weight(name: str) -> int:
    """Return the weight of one: all weigh the same but for a trifle that tells two equal runs apart."""
    return _ONE + int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=3).digest(), "big")
