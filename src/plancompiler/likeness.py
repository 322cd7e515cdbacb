"""Texts that say nearly the same: which of many are alike, without holding each against each.

Each text is the set of stems of its words. A stem weighs the more the fewer texts have it (inverse document frequency),
and one that a quarter of them have weighs nothing, so that what every measure of a plan speaks of makes no two alike.
Two texts are alike when

- the cosine of their weighted stems is high: they speak of the same, in whatever words and order; or
- one holds nearly all that the other says; or
- most pairs of neighbouring stems are the same: one is a copy in which little was changed.

Names and numbers tell apart what is otherwise equal: a school in one place is not the school in another.

Only texts that share some of their rarest features (stems and pairs of stems) are held together, found through an index
from feature to text. That keeps ten thousand texts under two seconds. MinHash would bound the work too, but it
estimates plain Jaccard, in which `kommunen` counts for as much as `arealstrategi`; measures that say the same in other
words, as those of real plans do, lie far below any useful threshold of it.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

# Tried on the 98 measures of a real plan: what readers call the same lies above, the next below 0.3.
_COSINE = 0.4
_CONTAINED = 0.65
_SAME_PAIRS = 0.5

# So few stems say too little to be alike in; so many texts are taken for the least, for rareness among a handful.
_LEAST_SHARED = 2
_LEAST_CONTAINED = 4
_LEAST_TEXTS = 50
_TOO_COMMON = math.log(4)
_MARK_WEIGHT = 3.0

# How many of its rarest features lead from a text to others, how many texts a feature may lead to, and how many of them
# two texts must share to be held together.
_FEATURES = 10
_FEATURES_IN_ALL = 2000
_MOST_HOLDERS = 32
_LEAST_FEATURES = 2

_WORD = re.compile(r"[^\W\d_]+|\d+")
_NAME = re.compile(r"(?<![.!?:»\n])[ ][«(]?((?:[A-ZÆØÅ][\w-]+))|(\d+)")
_ENDINGS = ("ene", "ane", "ens", "ets", "er", "ar", "en", "et", "te", "de", "a", "e", "s")

# Words of no content, and those that any measure is made of, in bokmål and nynorsk.
_EMPTY = frozenset(
    "alle andre arbeide at av bare begynne bidra bli blir bruke både da de dei dem den det dette eg ei eit eller en "
    "er et etter fleire flere for fra frå få gang gi gjennom gjere gjøre ha han har hva hver hvor i ikke ikkje inn "
    "ja jobbe kan kommune kommunen kommunens korleis lage legge leggje med meir mer mot må ned når og også om opp "
    "på rette seg setje sette sikre sin sine sitt skal slik som så særlig til tiltak under ut utarbeide utvikle ved "
    "vere vi vil være å".split()
)


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    stems: frozenset[str]
    pairs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What of a text tells it from others: its stems that weigh anything, their weight together, and its pairs."""

    text: str
    stems: frozenset[str]
    weight: float
    pairs: frozenset[str]


def alike(texts: Sequence[str], marks: Sequence[Iterable[str]] = ()) -> tuple[tuple[int, ...], ...]:
    """Return the groups of texts that are alike, as indexes in order; each text is in one group at most.

    `marks` are what is known of each text beside its words, such as the documents it names: sharing a rare one counts
    as several words.
    """
    same: dict[tuple[tuple[str, ...], tuple[str, ...]], list[int]] = {}
    for index, text in enumerate(texts):
        known = tuple(sorted(set(marks[index]))) if marks else ()
        same.setdefault((tuple(_WORD.findall(text.casefold())), known), []).append(index)
    different = list(same.values())
    read = [_read(texts[group[0]], words, known) for (words, known), group in same.items()]
    found = (sorted(index for one in group for index in different[one]) for group in _groups(read))
    return tuple(sorted(tuple(group) for group in found if len(group) > 1))


def stems(text: str) -> list[str]:
    """Return the stems of a text's words in order, words of no content left out."""
    return _stems(_WORD.findall(text.casefold()))


def _stems(words: Iterable[str]) -> list[str]:
    return [_stem(word) for word in words if word not in _EMPTY and len(word) > 1]


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= 4), "")
    return word[: len(word) - len(ending)]


def _read(text: str, words: Iterable[str], marks: Iterable[str]) -> _Text:
    own = _stems(words)
    pairs = frozenset([f"{one} {other}" for one, other in pairwise(own)])
    return _Text(text, frozenset((*own, *(f"→{mark}" for mark in marks))), pairs)


def _weighed(text: _Text, weights: Mapping[str, float]) -> _Weighed:
    telling = [stem for stem in text.stems if weights[stem]]
    return _Weighed(text.text, frozenset(telling), sum(map(weights.__getitem__, telling)), text.pairs)


def _names(text: str) -> frozenset[str]:
    return frozenset(match[1] or match[2] for match in _NAME.finditer(" ".join(text.split())))


def _groups(texts: Sequence[_Text]) -> Iterable[list[int]]:
    """Return each text with the later ones that are like it. Chains of likeness would join what is not alike."""
    held = Counter(chain.from_iterable(chain(text.stems, text.pairs) for text in texts))
    weights = _weights(texts, held)
    weighed = [_weighed(text, weights) for text in texts]
    most = max(_FEATURES, _FEATURES_IN_ALL // max(len(texts), 1))
    holders: dict[str, list[int]] = defaultdict(list)
    groups: dict[int, list[int]] = {}
    for index, text in enumerate(texts):
        shared = sorted([(held[feature], feature) for feature in (*text.stems, *text.pairs) if held[feature] > 1])
        leading = [feature for _, feature in shared[:most]]
        met = Counter(chain.from_iterable(map(holders.__getitem__, leading)))
        least = min(_LEAST_FEATURES, len(leading))
        near = sorted([first for first, count in met.items() if count >= least])
        like = (first for first in near if _alike(weighed[first], weighed[index], weights))
        first = next(like, index)
        groups.setdefault(first, []).append(index)
        if first == index:
            for feature in leading:
                if len(holders[feature]) < _MOST_HOLDERS:
                    holders[feature].append(index)
    return groups.values()


def _weights(texts: Sequence[_Text], held: Counter[str]) -> Mapping[str, float]:
    """Return the square of the weight of each stem: a product of two texts has it twice."""
    many = max(len(texts), _LEAST_TEXTS)
    # Few counts there are, and a logarithm for each stem would take as long as all that comes after.
    rare = {count: max(0.0, math.log(many / count) - _TOO_COMMON) for count in set(held.values())}
    every = frozenset(chain.from_iterable(text.stems for text in texts))
    return {stem: (rare[held[stem]] * (_MARK_WEIGHT if stem[0] == "→" else 1.0)) ** 2 for stem in every}


def _alike(one: _Weighed, other: _Weighed, weights: Mapping[str, float]) -> bool:
    if not (_share_stems(one, other, weights) or _share_pairs(one, other)):
        return False
    names, other_names = _names(one.text), _names(other.text)
    return names <= other_names or other_names <= names


def _share_stems(one: _Weighed, other: _Weighed, weights: Mapping[str, float]) -> bool:
    shared = one.stems & other.stems
    # Few share as many, and nearly all texts are done with here.
    if len(shared) < _LEAST_SHARED or len([stem for stem in shared if stem[0] != "→"]) < _LEAST_SHARED:
        return False
    weight = sum(map(weights.__getitem__, shared))
    return weight >= _COSINE * math.sqrt(one.weight) * math.sqrt(other.weight) or (
        len(shared) >= _LEAST_CONTAINED and weight >= _CONTAINED * min(one.weight, other.weight)
    )


def _share_pairs(one: _Weighed, other: _Weighed) -> bool:
    both = len(one.pairs & other.pairs)
    return both >= _LEAST_CONTAINED and both >= _SAME_PAIRS * (len(one.pairs) + len(other.pairs) - both)
