"""What is new and what is gone between two texts, word by word.

Sentences are paired before words are: a sentence that was written anew is shown whole, first as it was and then as it
is, for nobody can read words of two sentences woven into one another.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["kept", "removed", "added"]

# A word or a number with what belongs to it (`12,5`, `e-post`, `§ 11-4`), or a single sign; the space after goes along.
_TOKEN = re.compile(r"(?P<word>\w+(?:[-–.,:/'’]\w+)*|[^\w\s])(?P<space>\s*)|(?P<lead>\s+)")
# A sentence ends with its mark before a capital, a number or a quote, or with its line.
_SENTENCE_END = re.compile(r"[.!?:][»”\")]*\s+(?=[«“\"(]?[A-ZÆØÅ§])|\s*\n\s*")
_ABBREVIATION = re.compile(
    r"\b(?:jf|nr|kap|meld|st|prop|bl|ca|dr|pkt|art|innst|hhv|inkl|mill|f\.eks)\.\s*\Z", re.IGNORECASE
)

# The share of the words that two sentences must have in common for one to be the other, changed.
_ALIKE = 0.5
# How far from its own place among the others a sentence is looked for: a long text must not take the square of it.
_REACH = 60
# Pairs of equal words; a text of very many of the same word could else be compared for minutes.
_MOST_PAIRS = 500_000
# A word this short between two that are changed is read as part of the change.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow each other and have all been kept, removed or added."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run with the space around its words apart, which is never marked.

    `hidden` is the space that who hears or copies the text needs before what is said of the mark, where none is seen.
    """

    kind: Kind
    lead: str
    words: str
    space: str
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    space: str


def marked(before: str, after: str) -> tuple[Run, ...]:
    """Return the runs: the kept and the removed are together `before`, the kept and the added `after`."""
    olds, news = _sentences(before), _sentences(after)
    runs: list[Run] = []
    for same, old, old_end, new, new_end in _steps(olds, news):
        if same:
            runs.append(Run("kept", "".join(olds[old:old_end])))
        else:
            runs.extend(_of_sentences(olds[old:old_end], news[new:new_end]))
    return _joined(runs)


def excerpt(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs with what is kept cut down to the sentences nearest to a change, and «…» for the rest."""
    found: list[Run] = []
    for number, run in enumerate(runs):
        sentences = _sentences(run.text) if run.kind == "kept" else []
        # What stands between two changes has a neighbour on either side, and what begins or ends the text has one.
        first, last = (2 if number else 0), (2 if number < len(runs) - 1 else 0)
        if len(sentences) > first + last + 1:
            tail = "".join(sentences[len(sentences) - last :])
            found.append(Run("kept", "".join(sentences[:first]).rstrip() + " … " + tail))
        else:
            found.append(run)
    return tuple(found)


def parted(text: str) -> tuple[str, str, str]:
    """Return the space before the words, the words, and the space after: space is never marked."""
    words = text.strip()
    if not words:
        return "", "", text
    start = text.index(words)
    return text[:start], words, text[start + len(words) :]


def pieces(runs: Iterable[Run]) -> tuple[Piece, ...]:
    """Return the runs as a page marks them."""
    found: list[Piece] = []
    for run in runs:
        lead, words, space = parted(run.text)
        run_on = found and not found[-1].space and not lead
        # What is gone and what came in its place would else be one word.
        if run_on and run.kind == "added" and found[-1].kind == "removed":
            lead, run_on = " ", False
        found.append(Piece(run.kind if words else "kept", lead, words, space, " " if run_on else ""))
    return tuple(found)


def _sentences(text: str) -> list[str]:
    found: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if "\n" in end[0] or not _ABBREVIATION.search(text, max(0, start, end.start() - 8), end.end()):
            found.append(text[start : end.end()])
            start = end.end()
    return [*found, text[start:]] if text[start:] else found


def _of_sentences(olds: Sequence[str], news: Sequence[str]) -> Iterator[Run]:
    """Yield the runs of sentences none of which stand in both texts as they are."""
    old = new = 0
    for old_match, new_match in [*_paired(olds, news), (len(olds), len(news))]:
        yield Run("removed", "".join(olds[old:old_match]))
        yield Run("added", "".join(news[new:new_match]))
        if old_match < len(olds):
            yield from _of_words(olds[old_match], news[new_match])
        old, new = old_match + 1, new_match + 1


def _paired(olds: Sequence[str], news: Sequence[str]) -> list[tuple[int, int]]:
    """Return which sentences are one another, changed: the likest first, and none that would cross another pair."""
    if len(olds) == len(news) == 1:
        return [(0, 0)]
    old_words, new_words = [_word_set(text) for text in olds], [_word_set(text) for text in news]
    likest = sorted(
        (-likeness, abs(old - new), old, new)
        for old, words in enumerate(old_words)
        for new in _within_reach(old, len(olds), len(news))
        if (likeness := _likeness(words, new_words[new])) >= _ALIKE
    )
    found: list[tuple[int, int]] = []
    for _, _, old, new in likest:
        place = bisect(found, (old, new))
        (old_before, new_before), (old_after, new_after) = (
            found[place - 1] if place else (-1, -1),
            found[place] if place < len(found) else (len(olds), len(news)),
        )
        if old_before < old < old_after and new_before < new < new_after:
            found.insert(place, (old, new))
    return found


def _within_reach(old: int, olds: int, news: int) -> range:
    middle = old * news // olds
    reach = min(_REACH, _MOST_PAIRS // (4 * olds))
    return range(max(0, middle - reach), min(news, middle + reach + 1))


def _word_set(sentence: str) -> frozenset[str]:
    return frozenset(found["word"].casefold() for found in _TOKEN.finditer(sentence) if found["word"])


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _of_words(before: str, after: str) -> tuple[Run, ...]:
    """Return the runs of a sentence and the same one changed; the two of them whole when little of it is the same."""
    whole = (Run("removed", before), Run("added", after))
    olds, news = _tokens(before), _tokens(after)
    old_words, new_words = [token.word for token in olds], [token.word for token in news]
    runs: list[Run] = []
    kept = 0
    for same, old, old_end, new, new_end in _without_islands(_steps(old_words, new_words), old_words):
        if same:
            kept += old_end - old
            runs.extend(_of_spaces(olds[old:old_end], news[new:new_end]))
        else:
            runs.append(Run("removed", _text(olds[old:old_end])))
            runs.append(Run("added", _text(news[new:new_end])))
    return tuple(runs) if 2 * kept >= _ALIKE * (len(olds) + len(news)) else whole


# Whether the pieces are the same, and which they are of the one text and of the other.
_Step = tuple[bool, int, int, int, int]


def _steps(olds: Sequence[str], news: Sequence[str]) -> list[_Step]:
    """Return what is the same and what is not, in turn."""
    counts = Counter(news)
    if sum(counts[piece] for piece in olds) > _MOST_PAIRS:
        return _steps_at_the_ends(olds, news)
    codes = SequenceMatcher(None, olds, news, autojunk=False).get_opcodes()
    return [(tag == "equal", *places) for tag, *places in codes]  # type: ignore[misc]


def _steps_at_the_ends(olds: Sequence[str], news: Sequence[str]) -> list[_Step]:
    """Return what is the same at the beginning and at the end, and all between as not the same."""
    most = min(len(olds), len(news))
    head = next((place for place in range(most) if olds[place] != news[place]), most)
    tail = next((place for place in range(most - head) if olds[-1 - place] != news[-1 - place]), most - head)
    old, new = len(olds) - tail, len(news) - tail
    steps = (True, 0, head, 0, head), (False, head, old, head, new), (True, old, len(olds), new, len(news))
    return [step for step in steps if step[1] < step[2] or step[3] < step[4]]


def _without_islands(steps: Sequence[_Step], olds: Sequence[str]) -> list[_Step]:
    """Return the steps where what is the same for a short word between two changes is part of them."""
    found: list[_Step] = []
    for number, (same, old, old_end, new, new_end) in enumerate(steps):
        is_island = 0 < number < len(steps) - 1 and len("".join(olds[old:old_end])) <= _SHORT
        if found and not found[-1][0] and (not same or is_island):
            found[-1] = (False, found[-1][1], old_end, found[-1][3], new_end)
        else:
            found.append((same and not is_island, old, old_end, new, new_end))
    return found


def _of_spaces(olds: Sequence[_Token], news: Sequence[_Token]) -> Iterator[Run]:
    """Yield words that are the same, with what differs of the space after them."""
    for old, new in zip(olds, news, strict=True):
        if old.space == new.space:
            yield Run("kept", old.word + old.space)
        else:
            yield from (Run("kept", old.word), Run("removed", old.space), Run("added", new.space))


def _tokens(text: str) -> list[_Token]:
    return [_Token(found["word"] or "", found["space"] or found["lead"] or "") for found in _TOKEN.finditer(text)]


def _text(tokens: Iterable[_Token]) -> str:
    return "".join(token.word + token.space for token in tokens)


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs without empty ones, those of a kind beside each other as one."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].kind == run.kind:
            found[-1] = Run(run.kind, found[-1].text + run.text)
        elif run.text:
            found.append(run)
    return tuple(found)
