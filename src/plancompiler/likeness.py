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
from itertools import pairwise

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
    stems: frozenset[str]
    pairs: frozenset[str]
    names: frozenset[str]


def alike(texts: Sequence[str], marks: Sequence[Iterable[str]] = ()) -> tuple[tuple[int, ...], ...]:
    """Return the groups of texts that are alike, as indexes in order; each text is in one group at most.

    `marks` are what is known of each text beside its words, such as the documents it names: sharing a rare one counts
    as several words.
    """
    same: dict[tuple[object, ...], list[int]] = {}
    for index, text in enumerate(texts):
        known = tuple(sorted(set(marks[index]))) if marks else ()
        same.setdefault((*_WORD.findall(text.casefold()), known), []).append(index)
    different = list(same.values())
    read = [_read(texts[group[0]], marks[group[0]] if marks else ()) for group in different]
    found = (sorted(index for one in group for index in different[one]) for group in _groups(read))
    return tuple(sorted(tuple(group) for group in found if len(group) > 1))


def stems(text: str) -> list[str]:
    """Return the stems of a text's words in order, words of no content left out."""
    return [_stem(word) for word in _WORD.findall(text.casefold()) if word not in _EMPTY and len(word) > 1]


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= 4), "")
    return word[: len(word) - len(ending)]


def _read(text: str, marks: Iterable[str]) -> _Text:
    own = stems(text)
    pairs = frozenset(f"{one} {other}" for one, other in pairwise(own))
    names = frozenset(match[1] or match[2] for match in _NAME.finditer(" ".join(text.split())))
    return _Text(frozenset((*own, *(f"→{mark}" for mark in marks))), pairs, names)


def _groups(texts: Sequence[_Text]) -> Iterable[list[int]]:
    """Return each text with the later ones that are like it. Chains of likeness would join what is not alike."""
    held = Counter(feature for text in texts for feature in (*text.stems, *text.pairs))
    weights = _weights(texts, held)
    lengths = [math.sqrt(sum(weights[stem] for stem in text.stems)) for text in texts]
    most = max(_FEATURES, _FEATURES_IN_ALL // max(len(texts), 1))
    holders: dict[str, list[int]] = defaultdict(list)
    groups: dict[int, list[int]] = {}
    for index, text in enumerate(texts):
        shared = sorted((held[feature], feature) for feature in (*text.stems, *text.pairs) if held[feature] > 1)
        leading = [feature for _, feature in shared[:most]]
        met = Counter(first for feature in leading for first in holders[feature])
        least = min(_LEAST_FEATURES, len(leading))
        near = sorted(first for first, count in met.items() if count >= least)
        like = (first for first in near if _alike(texts[first], text, weights, lengths[first] * lengths[index]))
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
    return {
        stem: (max(0.0, math.log(many / count) - _TOO_COMMON) * (_MARK_WEIGHT if stem[0] == "→" else 1.0)) ** 2
        for stem, count in held.items()
    }


def _alike(one: _Text, other: _Text, weights: Mapping[str, float], lengths: float) -> bool:
    if one.names - other.names and other.names - one.names:
        return False
    shared = [stem for stem in one.stems & other.stems if weights[stem]]
    if len([stem for stem in shared if stem[0] != "→"]) >= _LEAST_SHARED:
        weight = sum(weights[stem] for stem in shared)
        if weight >= _COSINE * lengths:
            return True
        least = min(sum(weights[stem] for stem in text.stems) for text in (one, other))
        if len(shared) >= _LEAST_CONTAINED and weight >= _CONTAINED * least:
            return True
    both = one.pairs & other.pairs
    return len(both) >= _LEAST_CONTAINED and len(both) >= _SAME_PAIRS * len(one.pairs | other.pairs)
