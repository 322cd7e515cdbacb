"""What a page calls things when it points at them, and the texts it shows with the links in them resolved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from plancompiler import cells
from plancompiler.cells import in_prose, mentioned, namesakes, plain_title, plan_of, plan_title, shown
from plancompiler.inherit import language
from plancompiler.node import Entry, text
from plancompiler.phrase import in_sentence
from plancompiler.program import Link, Program, links_from
from plancompiler.prose import Prose, may_link, plain
from plancompiler.sector import with_sector
from plancompiler.translate import Translator
from plancompiler.un_use import un_name
from plancompiler.views.in_force import plan_mark
from plancompiler.views.page import Here, Ref
from plancompiler.views.place import place
from plancompiler.wiki import mentions
from plancompiler.wording import called, without_stop


def ref(here: Here, name: str, note: str = "") -> Ref:
    """Return a link to what a full name means, in short. A node of another plan than the page's says which it is in.

    A plan that is not in force is named with its status, and one whose period is over with that, save on its own pages,
    which say so under the title.
    """
    program = here.program
    plan = plan_of(program, name)
    if plan != here.plan and plan in program.plans and (here.plan or name == plan):
        # Where a page is no plan's, the plan is named beside or above its nodes.
        inside = "" if name == plan else shown(program, plan, here.words)
        named = ", ".join(part for part in (inside, plan_mark(here, plan)) if part)
        note = f"{note}; {named}" if note and named else note or named
    # Nobody is in doubt whose plan it is on the plan's own pages.
    own = name == here.plan
    words = plan_title(program, name) if own else _called(program, here.words, here.output.language, name)
    if not here.plan and name in namesakes(program):
        words = f"{words}, {namesakes(program)[name]}"
    return Ref(words, here.link(place(program, name)), language_of(here, name), note)


def link_ref(here: Here, link: Link, note: str = "") -> Ref:
    """Return what a link points at, or the text where it names nothing, with what the link says beside."""
    # Who takes part in what capacity is told by the label.
    capacity = "" if link.role == "samarbeider_med" else text(link.extra, "rolle")
    said = (text(link.extra, "sted"), capacity, weight_words(here, text(link.extra, "vekt")), note)
    reason = without_stop(plain_said(here, link.source, text(link.extra, "begrunnelse")))
    before = "; ".join(part for part in said if part)
    beside = f"{before}; {in_sentence(reason)}" if before and reason else before or reason
    if link.target:
        return ref(here, link.target, beside)
    return Ref(plain_said(here, link.source, link.text), "", language_of(here, link.source), beside)


def source_ref(here: Here, link: Link, note: str = "") -> Ref:
    """Return what a link comes from, with what the link says beside."""
    said = (text(link.extra, "sted"), text(link.extra, "rolle"), weight_words(here, text(link.extra, "vekt")), note)
    return ref(here, link.source, "; ".join(part for part in said if part))


def prose(here: Here, source: str, written: str, notes: Mapping[str, str] | None = None) -> Prose | None:
    """Return a text of `source` as a page shows it; None when there is none. `notes` are links by footnote marker."""
    if not written:
        return None
    links = _links(here, source, written) if "[[" in written else ()
    used = tuple((marker, link) for marker, link in (notes or {}).items() if f"[^{marker}]" in written)
    return Prose(written, language_of(here, source), links, used)


def proses(here: Here, source: str, written: Iterable[str]) -> tuple[Prose, ...]:
    """Return each text of a list of texts that is not empty."""
    return tuple(found for found in (prose(here, source, one) for one in written) if found is not None)


def plain_said(here: Here, source: str, written: str) -> str:
    """Return a text of `source` on one line without markup."""
    if not written:
        return ""
    names = mentioned(here.program, source) if "[[" in written else {}
    return plain(written, lambda one: ("", in_prose(here.program, names[one], here.words)) if one in names else None)


def outside(here: Here, url: str, words: str = "") -> Ref:
    """Return a link to an address outside the site, or its text alone when it may not be linked to."""
    return Ref(words or url, url if may_link(url) else "")


def term(program: Program, vocabulary: str, word: str, tongue: str) -> str:
    """Return a word of a vocabulary as it reads in a language; the word itself when the vocabulary lacks it."""
    entry = program.vocabularies.get(vocabulary, {}).get(word)
    return (entry.text(tongue) or entry.text("nb") or word) if entry is not None else word


def weight_words(here: Here, weight: str) -> str:
    """Return what a weight is called."""
    return cells.weight_words(weight, here.words)


# The same things are pointed at from very many places.
@lru_cache(maxsize=1 << 18)
def _called(program: Program, words: Translator, tongue: str, name: str) -> str:
    if name in program.entries:
        entry = program.entries[name]
        number = entry.text("nummer")
        return f"{_entry_name(entry)} ({number})" if number else _entry_name(entry)
    if name.startswith("fn/"):
        number = name.removeprefix("fn/")
        what = words("FN-delmål") if "." in number else words("FN-mål")
        return f"{what} {number} {un_name(program, name, tongue)}".strip()
    if name not in program.nodes:
        return shown(program, name, words)
    node = program.nodes[name]
    if node.kind == "rolle":
        # A role is pointed at as an actor is, by its name.
        return plain_title(program, node)
    # A title is a name, and names stand whole; a text that stands in for one is cut between two words, and is no
    # sentence among the others of a list.
    named = without_stop(shown(program, name, words))
    return named if node.text("tittel") else with_sector(program, node, named)


def _entry_name(entry: Entry) -> str:
    return plain(next((entry.text(key) for key in ("navn", "tittel", "ord") if entry.text(key)), entry.id))


def language_of(here: Here, name: str) -> str:
    """Return the language of what is said of a node, plan or entry when it is not the page's, else ""."""
    program = here.program
    if name in program.nodes or name in program.plans:
        return here.foreign(language(program, name))
    entry = program.entries.get(name)
    return here.foreign(entry.text("språk") or here.output.language) if entry is not None else ""


def _links(here: Here, source: str, written: str) -> tuple[tuple[str, str, str], ...]:
    program = here.program
    # Words that were fetched bear the links they have where they were written.
    origins = (link.target for link in links_from(program, source, "sitert") if link.target)
    known = {one: target for name in (*origins, source) for one, target in mentioned(program, name).items()}
    found = {mention.ref: known[mention.ref] for mention in mentions(written) if mention.ref in known}
    return tuple((one, here.link(place(program, target)), _in_prose(here, target)) for one, target in found.items())


def _in_prose(here: Here, name: str) -> str:
    """Return what something is called in the middle of a sentence: a node by its title, an entry by its name."""
    if name in here.program.entries:
        return _entry_name(here.program.entries[name])
    if name in here.program.nodes:
        node = here.program.nodes[name]
        # A text that stands in for a title is a sentence, and a sentence within another has no full stop.
        return plain_title(here.program, node).removesuffix(".") or called(here.program, node, here.words)
    if name in here.program.plans:
        return plan_title(here.program, name)
    return _called(here.program, here.words, here.output.language, name)
