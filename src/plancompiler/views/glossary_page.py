"""The glossary: every term of the plans, what it means and where it is used; then the words of planning itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from plancompiler.emit import Output
from plancompiler.node import Entry
from plancompiler.program import Program, links_from
from plancompiler.prose import Prose, plain
from plancompiler.views.backlinks import backlinks
from plancompiler.views.facts import Fact
from plancompiler.views.naming import prose, ref
from plancompiler.views.page import Here, Listed, Page, Pages, Ref
from plancompiler.views.planning_words import PlanningWord, planning_words


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its anchor, the word and other words for it, what it means, and the plans it has that meaning in."""

    id: str
    anchors: tuple[str, ...]
    word: str
    alias: tuple[str, ...]
    meaning: Prose | None
    source: Prose | None
    plans: tuple[Ref, ...]
    backlinks: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """All terms, by the alphabet, and the planning words that the site uses of these plans."""

    terms: tuple[Term, ...]
    planning: tuple[PlanningWord, ...]


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    here = Here(program, output, "ordliste.html")
    yield here.page, partial(_page, here)


def _page(here: Here) -> Page:
    entries = [entry for entry in here.program.entries.values() if entry.section == "ordliste"]
    terms = tuple(_term(here, entry) for entry in sorted(entries, key=lambda entry: alphabetical(entry.text("ord"))))
    return Page(here.page, here.words("Ordliste"), (), GlossaryView(terms, planning_words(here)))


def alphabetical(word: str) -> tuple[str, str]:
    """Return a key that sorts words as Norwegian does, with æ, ø, å after z, on every machine alike."""
    # Code points put å before æ and ø; characters that no word holds stand in for the three.
    return word.casefold().translate(str.maketrans("æøå", "\ue000\ue001\ue002")), word


def _term(here: Here, entry: Entry) -> Term:
    return Term(
        id=entry.id,
        anchors=tuple(old for old in entry.texts("tidligere_id") if old not in here.program.entries),
        word=plain(entry.text("ord") or entry.id),
        alias=entry.texts("alias"),
        meaning=prose(here, entry.id, entry.text("forklaring")),
        source=prose(here, entry.id, entry.text("kilde")),
        plans=tuple(ref(here, link.target) for link in links_from(here.program, entry.id, "gjelder") if link.target),
        backlinks=backlinks(here, entry.id),
    )


PAGES = Pages("glossary.html.j2", _produce)
