"""The texts of a plan that people read, each with the field it stands in and its exact place.

Left out are ids, links, dates and numbers, the editor's own notes (`merknader`, which are never text of the plan), and
words that are fetched from elsewhere: those are judged where they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from plancompiler.diagnostic import Locus, Steps
from plancompiler.node import Document, Node
from plancompiler.program import Program, below, links_from
from plancompiler.wiki import replaced

# Keys, of nodes and headers and of the mappings in them, whose text is words for a reader.
_READ = frozenset(
    "tittel undertittel kortnavn tekst sammendrag alt kilde uten_oppfølging endret_fordi målgruppe formål leveranser "
    "kan_påvirke kan_bli_påvirket kolonner hva mål gjelder begrunnelse rolle gjennomført tema forklaring grunn".split()
)
# Fields whose keys are the author's own: markers of footnotes, headings of columns.
_FREE = frozenset({"fotnoter", "rader"})
# Of the fields that can be fetched with `sitert`, those that are text.
_FETCHED = ("tittel", "tekst")

# With more words or letters than this in front, a mark shows the place no better than the whole text does. So far into
# a text the whole is marked: to look for the words takes as long as the text before them is.
_MOST_BEFORE = 10
_LONGEST = 200
_FAR = 20_000

TITLES = frozenset({"tittel", "undertittel", "kortnavn"})
# What names a node or says where its words stand in the original, and not what it is about.
_NOT_BODY = frozenset({"tittel", "kilde"})

# What is blanked is neither a space, a letter nor a mark, so that what stands around it reads as it did.
_NOTHING = "\ufffc"
_ADDRESS = re.compile(r"`[^`\n]*`|\]\([^()\s]*\)|\bhttps?://\S+|\b[\w.+-]{1,64}@\S+")
_QUOTED = re.compile(
    r"^[ \t]*>.*$|«[^«»]*»|“[^“”]*”|\"[^\"\n]*\"|(?<![\w*])\*[^*\n]+\*(?![\w*])|(?<!\w)_[^_\n]+_(?!\w)", re.MULTILINE
)


class Passage(NamedTuple):
    """A text: its key (`rader` for a cell, `fotnoter` for a footnote, else the innermost), its words, its place."""

    key: str
    text: str
    path: str
    steps: Steps

    @property
    def at(self) -> Locus:
        """Where the whole text stands."""
        return Locus(self.path, self.steps)

    def part(self, start: int, end: int) -> Locus:
        """Return where a part of the text stands.

        A locus finds the first place its words stand; where they stand earlier too, the words before are taken with
        them, and where that does not help, the whole text.
        """
        line = max(self.text.rfind("\n", 0, start) + 1, start - _LONGEST)
        for _ in range(_MOST_BEFORE if end <= _FAR else 0):
            if self.text.find(self.text[start:end], 0, end) == start:
                return Locus(self.path, self.steps, part=self.text[start:end])
            start = max(line, self.text.rfind(" ", line, max(start - 1, line)) + 1)
        return self.at


def passages(program: Program, record: Node | Document) -> tuple[Passage, ...]:
    """Return the texts of a node or of a plan's header, in the order of its fields."""
    return _all(program)[record.name if isinstance(record, Node) else record.id]


def texts_read(record: Node | Document) -> Iterator[str]:
    """Yield the texts of a node or header as they stand, titles apart: those fetched from elsewhere too.

    What is said of a link or a figure comes after what is said of the node itself.
    """
    found = [
        (key, each)
        for key, value in record.fields.items()
        for each in _texts(key, key in _FREE, value, "", ())
        if each.key not in _NOT_BODY
    ]
    yield from (each.text for key, each in sorted(found, key=lambda one: one[0] != one[1].key))


def all_passages(program: Program, plan: Document) -> Iterator[Passage]:
    """Yield the texts of a whole plan in page order, the header's first."""
    yield from passages(program, plan)
    for node in below(program, plan.id):
        yield from passages(program, node)


def without_links(text: str) -> str:
    """Return a text of the same length with links, addresses and code blanked."""
    return _ADDRESS.sub(_blank, replaced(text, lambda link: _NOTHING * (link.end - link.start)))


def own_words(text: str) -> str:
    """Return a text of the same length with what is someone else's words blanked too: quotations, titles in italics."""
    return _QUOTED.sub(_blank, without_links(text))


# The walk over the fields costs more than most of what is asked of the texts, and many ask.
@lru_cache(maxsize=1)
def _all(program: Program) -> Mapping[str, tuple[Passage, ...]]:
    found = {plan.id: tuple(_of(program, plan.id, plan, ())) for plan in program.plans.values()}
    found.update((name, tuple(_of(program, name, node, node.steps))) for name, node in program.nodes.items())
    return found


def _of(program: Program, name: str, record: Node | Document, steps: Steps) -> Iterator[Passage]:
    fetched = _fetched(program, name, record) if "sitert" in record.fields else frozenset()
    for key, value in record.fields.items():
        if key not in fetched:
            yield from _texts(key, key in _FREE, value, record.file, (*steps, key))


def _texts(key: str, free: bool, value: object, path: str, steps: Steps) -> Iterator[Passage]:
    if isinstance(value, str):
        if free or key in _READ:
            yield Passage(key, value, path, steps)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(key, free, item, path, (*steps, index))
    elif isinstance(value, Mapping):
        for inner, item in value.items():
            yield from _texts(key if free else inner, free, item, path, (*steps, inner))


def _fetched(program: Program, name: str, record: Node | Document) -> frozenset[str]:
    """Return the fields of a record that read as they do where they are quoted from."""
    same: set[str] = set()
    for link in links_from(program, name, "sitert"):
        origin = program.nodes.get(link.target) or program.entries.get(link.target)
        if origin is not None:
            same.update(key for key in _FETCHED if key in record.fields and record.text(key) == origin.text(key))
    return frozenset(same)


def _blank(match: re.Match[str]) -> str:
    return _NOTHING * len(match[0])
