"""What a change of wording means: nothing but layout, spelling, content, or what is promised.

The two texts are held against each other sentence by sentence. Only where a sentence took another's place can it be
said that it binds less or more; a new sentence with «kan» in it weakens nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from plancompiler.change import Direction, Level
from plancompiler.diff.binding_words import ONES, binding_words, figures, sort_of
from plancompiler.diff.meaning import flow
from plancompiler.nearest import fold
from plancompiler.translate import Translator
from plancompiler.wiki import replaced

_SIGNS = str.maketrans("“”„«»‘’‚‹›–—−‐‑", "\"\"\"\"\"'''''-----", "\u00ad*_")
_MARK = re.compile(r"\[\^[^\[\]\s]+\]")
_WORD = re.compile(r"\w+(?:[.,:/'-]\w+)*")
_SENTENCE = re.compile(r"(?<=[.!?])[\"')»]?\s+(?=[\"'(«]?[A-ZÆØÅ0-9])|\n+")

# So few letters may be misspelt; a shorter word is another word.
_LEAST_LETTERS, _LONG = 5, 8
_LEAST_ALIKE = 0.3
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """How much a change matters, which way it goes, and why, as whole sentences."""

    level: Level
    direction: Direction
    why: tuple[str, ...]


def judge(before: str, after: str, words: Translator) -> Judged:
    """Return what it means that one text has become the other."""
    old, new = _plain(before), _plain(after)
    if old == new:
        return Judged("oppsett", "", (words("Bare typografi eller inndeling er endret."),))
    old, new = old.casefold(), new.casefold()
    pairs, gone, come = _sentences(old, new)
    found = [*_promises(pairs, gone, come, words)]
    lost, won = Counter(figures(old)), Counter(figures(new))
    if lost != won:
        gone_figures, new_figures = lost - won, won - lost
        if not gone_figures:
            gone_figures = _ones(old, new, new_figures)
        elif not new_figures:
            new_figures = _ones(new, old, gone_figures)
        found.append(("", _swapped(gone_figures, new_figures, words)))
    if found:
        directions = {direction for direction, _ in found if direction}
        one: Direction = directions.pop() if len(directions) == 1 else ""
        return Judged("forpliktelse", one, tuple(said for _, said in found))
    first, second = _WORD.findall(old), _WORD.findall(new)
    if first == second:
        return Judged("redaksjonell", "", (words("Bare tegnsetting eller stor og liten bokstav er endret."),))
    if "".join(first) == "".join(second) or _same_but_for_spelling(first, second):
        return Judged("redaksjonell", "", (words("Bare skrivemåten er endret."),))
    if gone and not come and not any(old != new for old, new in pairs):
        said = words("En setning er tatt ut.") if len(gone) == 1 else words("{n} setninger er tatt ut.")
        return Judged("forpliktelse", "", (said.format(n=len(gone)),))
    return Judged("innhold", "", (words("Ordlyden er endret."),))


def _plain(text: str) -> str:
    """Return a text without what only a typographer sees: signs, emphasis, paragraphs, and where links lead."""
    bare = _MARK.sub("", replaced(flow(text), lambda link: link.shown or link.ref))
    return " ".join(unicodedata.normalize("NFKC", bare).translate(_SIGNS).split())


def _sentences(old: str, new: str) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Return the sentences that were changed, as pairs, and those that are gone and new."""
    first, second = ([part for part in _split(text) if part] for text in (old, new))
    if len(first) == len(second) == 1:
        return [(old, new)], [], []
    pairs, gone, come = [], [], []
    for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        left = second[c:d]
        for sentence in first[a:b]:
            best = max(left, key=lambda other: _shared(sentence, other), default="")
            if best and (_shared(sentence, best) >= _LEAST_ALIKE or b - a == d - c == 1):
                left.remove(best)
                pairs.append((sentence, best))
            else:
                gone.append(sentence)
        come += left
    return pairs, gone, come


def _split(folded: str) -> list[str]:
    return re.split(r"(?<=[.!?;])\s+", folded)


def _shared(one: str, other: str) -> float:
    first, second = _words_of(one), _words_of(other)
    return len(first & second) / max(len(first | second), 1)


# Each sentence of a text is held against many others.
@lru_cache(maxsize=1 << 12)
def _words_of(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sentence))


_Said = tuple[Direction, str]


def _promises(
    pairs: Iterable[tuple[str, str]], gone: Iterable[str], come: Iterable[str], words: Translator
) -> Iterator[_Said]:
    for old, new in pairs:
        before, after = Counter(binding_words(old)), Counter(binding_words(new))
        if before != after:
            yield from _in_sentence(before - after, after - before, words)
    for sentences, alone in (
        (gone, words("En setning med {what} er tatt ut.")),
        (come, words("En setning med {what} er ny.")),
    ):
        for sentence in sentences:
            held = [word for word in binding_words(sentence) if sort_of(word)[0] in ("modal", "nektelse", "forbehold")]
            if held:
                yield "", alone.format(what=_quoted(held))


def _in_sentence(lost: Counter[str], won: Counter[str], words: Translator) -> Iterator[_Said]:
    """Yield what it means that some expressions of a sentence took others' place."""
    for one, other in (("modal", "modal"), ("omfang", "omfang")):
        old, new = _of(lost, one), _of(won, other)
        strengths = [max((sort_of(word)[1] for word in each), default=0) for each in (old, new)]
        if old and new:
            way: Direction = _way(strengths[1] - strengths[0])
            said = words("{old} er blitt {new}.").format(old=_quoted(old), new=_quoted(new))
            yield way, _headed(way, said, words)
        elif (old or new) and (one == "modal" or max(strengths) == 4):
            yield _alone(one, strengths, words, old, new)
    for sort, gained in (("forbehold", "svekket"), ("skjerping", "skjerpet")):
        old, new = _of(lost, sort), _of(won, sort)
        back: Direction = "skjerpet" if gained == "svekket" else "svekket"
        if old and new:
            yield "", words("{old} er blitt {new}.").format(old=_quoted(old), new=_quoted(new))
        elif new:
            forward: Direction = "svekket" if gained == "svekket" else "skjerpet"
            yield forward, _headed(forward, words("{new} er føyd til.").format(new=_quoted(new)), words)
        elif old:
            yield back, _headed(back, words("{old} er tatt bort.").format(old=_quoted(old)), words)
    for sort in ("nektelse", "frist"):
        old, new = _of(lost, sort), _of(won, sort)
        if old or new:
            yield "", _turned(old, new, words)


def _alone(sort: str, strengths: list[int], words: Translator, old: list[str], new: list[str]) -> _Said:
    """Return what it means that a sentence got or lost its only word of the sort."""
    strong = max(strengths)
    way: Direction = ""
    if strong == 4 or strong <= 2:
        way = "skjerpet" if bool(new) == (strong == 4) else "svekket"
    said = words("{new} er føyd til.") if new else words("{old} er tatt bort.")
    return way, _headed(way, said.format(new=_quoted(new), old=_quoted(old)), words)


def _turned(old: list[str], new: list[str], words: Translator) -> str:
    if old and new:
        return words("{old} er blitt {new}.").format(old=_quoted(old), new=_quoted(new))
    if new:
        return words("{new} er føyd til.").format(new=_quoted(new))
    return words("{old} er tatt bort.").format(old=_quoted(old))


def _of(counted: Mapping[str, int], sort: str) -> list[str]:
    return [word for word in counted if sort_of(word)[0] == sort]


def _way(difference: int) -> Direction:
    return "skjerpet" if difference > 0 else "svekket" if difference < 0 else ""


def _headed(way: Direction, said: str, words: Translator) -> str:
    heads = {"svekket": words("Svekket: {what}"), "skjerpet": words("Skjerpet: {what}")}
    return heads[way].format(what=said) if way else said


def _ones(without: str, beside: str, only: Mapping[str, int]) -> Counter[str]:
    """Return the words for one in a text where the other has one of the numbers that it alone has."""
    first, second = _WORD.findall(without), _WORD.findall(beside)
    found: Counter[str] = Counter()
    for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        pairs = zip(first[a:b], second[c:d], strict=False) if kind == "replace" else ()
        found.update(one for one, other in pairs if one in ONES and other in only)
    return found


def _swapped(lost: Mapping[str, int], won: Mapping[str, int], words: Translator) -> str:
    """Return what became of the figures of a text."""
    old, new = (", ".join(list(each)[:_MOST_NAMED]) for each in (lost, won))
    if len(lost) == len(won) == 1:
        return words("Tallet {old} er blitt {new}.").format(old=old, new=new)
    if lost and won:
        return words("Tall er endret: {old} er tatt bort, {new} er føyd til.").format(old=old, new=new)
    return (words("Tall er tatt bort: {old}.") if lost else words("Tall er føyd til: {new}.")).format(old=old, new=new)


def _quoted(found: Iterable[str]) -> str:
    return ", ".join(f"«{word}»" for word in list(dict.fromkeys(found))[:_MOST_NAMED])


def _same_but_for_spelling(first: list[str], second: list[str]) -> bool:
    return len(first) == len(second) and all(
        one == other or _is_misspelt(one, other) for one, other in zip(first, second, strict=True)
    )


def _is_misspelt(one: str, other: str) -> bool:
    """Tell whether two words are one, misspelt: never by its end, which says how many and when."""
    old, new = fold(one), fold(other)
    if old == new:
        return True
    if min(len(old), len(new)) < _LEAST_LETTERS or not (old.isalpha() and new.isalpha()):
        return False
    if _single(old) == _single(new):
        return True
    head = next((index for index, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    if len(old) == len(new):
        return old[:head] + old[head + 1 : head + 2] + old[head] + old[head + 2 :] == new
    short, long = sorted((old, new), key=len)
    inside = 1 < head < len(long) - 3
    return len(long) == len(short) + 1 >= _LONG and inside and long[:head] + long[head + 1 :] == short


def _single(word: str) -> str:
    """Return a word with each doubled letter once."""
    return re.sub(r"(.)\1", r"\1", word)
