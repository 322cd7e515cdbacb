"""Lists that lead on: the actors, the documents, the themes and the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from plancompiler.cells import names_it, plans_in_order, series, told_municipality
from plancompiler.emit import Output
from plancompiler.followup import handed_over
from plancompiler.node import Entry, text
from plancompiler.program import Link, Program, links_from
from plancompiler.prose import plain
from plancompiler.views.actor_page import plans_of_municipality
from plancompiler.views.glossary_page import alphabetical
from plancompiler.views.naming import link_ref, plain_said, ref
from plancompiler.views.page import Here, Listed, Page, Pages, Ref
from plancompiler.views.shown_words import shown_word
from plancompiler.views.table_page import all_tables, table_address
from plancompiler.views.theme_page import listed, themes
from plancompiler.wording import step_of

# In these steps a body is asked what it thinks.
_HEARINGS = frozenset({"planprogram på høring", "høring"})

# What an actor of one of these types is, no municipality's own unit is.
_OUTSIDE = frozenset(
    {
        "kommune",
        "stat",
        "fylkeskommune",
        "helseforetak",
        "interkommunalt",
        "utdanning",
        "frivillig",
        "privat",
        "samarbeid",
    }
)


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: where it leads, what is said of it, and how many lead to it (None where that says nothing)."""

    ref: Ref
    about: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading, "" for none."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list in sections, what its counts count ("" when it has none), and what it says when it is empty."""

    title: str
    counted: str
    sections: tuple[Section, ...]
    empty: str


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    for folder, page in (("aktor", _actors), ("dokument", _documents), ("emne", _themes), ("tabeller", _tables)):
        here = Here(program, output, f"{folder}/index.html")
        yield here.page, partial(page, here)


def _actors(here: Here) -> Page:
    sections = (*_by_type(here, "aktører", "aktørtype"), *_asked(here))
    return _list(here, here.words("Aktører"), sections, here.words("Ingen aktører er registrert."))


def _asked(here: Here) -> Iterator[Section]:
    """Yield the bodies outside the municipality that plans have been sent to, and those that nobody knows where are,
    each with the plans.

    They are whom the law has in mind where it asks for the views of those who are to carry out measures.
    """
    words, program = here.words, here.program
    known: dict[str, dict[str, None]] = {}
    others: dict[str, dict[str, None]] = {}
    for plan in plans_in_order(program):
        for link in links_from(program, plan, "sendt_til"):
            if text(step_of(program, link), "steg") not in _HEARINGS:
                continue
            if link.target not in program.entries:
                others.setdefault(plain_said(here, plan, link.text), {})[plan] = None
            elif _is_outside(program, plan, link.target):
                known.setdefault(link.target, {})[plan] = None
    names = sorted(known, key=lambda actor: alphabetical(program.entries[actor].text("navn")))
    outside = tuple(_sent(here, ref(here, one), known[one]) for one in names)
    nobody = Item(Ref(words("Planene oppgir ingen.")), "", None)
    yield Section(words("Utenfor kommunen, har fått planer på høring"), outside or (nobody,))
    if others:
        items = tuple(_sent(here, Ref(one), others[one]) for one in sorted(others, key=alphabetical))
        yield Section(words("Andre som har fått planer på høring, og som ikke har egen side her"), items)


def _sent(here: Here, who: Ref, plans: Iterable[str]) -> Item:
    return Item(who, series([ref(here, plan).text for plan in plans], here.words), None)


def _is_outside(program: Program, plan: str, actor: str) -> bool:
    """Tell whether a body is known to be no part of the municipality of a plan, nor of those that own it."""
    owners = {link.target for link in links_from(program, plan, "eier")}
    number = program.plans[plan].text("kommune")
    wholes = [actor]
    for whole in wholes:
        entry = program.entries[whole]
        if whole in owners or (number and entry.text("kommune") == number):
            return False
        wholes.extend(link.target for link in links_from(program, whole, "del_av") if link.target not in (*wholes, ""))
    # A unit or a council that is said to be part of nothing may be the municipality's own.
    return any(program.entries[whole].text("type") in _OUTSIDE for whole in wholes)


def _documents(here: Here) -> Page:
    sections = _by_type(here, "dokumenter", "dokumenttype")
    title = here.words("Dokumenter planene bygger på")
    return _list(here, title, sections, here.words("Ingen dokumenter er registrert."))


def _themes(here: Here) -> Page:
    found = sorted(themes(here.program).items(), key=lambda item: alphabetical(item[1][0]))
    items = tuple(Item(Ref(listed(theme), here.link(page)), "", len(names)) for page, (theme, names) in found)
    return _list(here, here.words("Emner"), (Section("", items),), here.words("Ingen plan har emner ennå."))


def _tables(here: Here) -> Page:
    items = tuple(
        Item(Ref(here.words(table.title), here.link(table_address(table))), here.words(table.about), None)
        for table in all_tables()
    )
    return _list(here, here.words("Tabeller"), (Section("", items),), here.words("Det er ingen tabeller."))


def _list(here: Here, title: str, sections: tuple[Section, ...], empty: str) -> Page:
    counts = any(item.count is not None for section in sections for item in section.items)
    counted = here.words("Tallet er hvor mange planer, punkter og dokumenter som viser hit.") if counts else ""
    return Page(here.page, title, (), ListView(title, counted, tuple(one for one in sections if one.items), empty))


def _by_type(here: Here, section: str, field: str) -> tuple[Section, ...]:
    by_type: dict[str, list[Entry]] = {}
    for entry in here.program.entries.values():
        if entry.section == section:
            by_type.setdefault(shown_word(field, entry.text("type"), here.words), []).append(entry)
    return tuple(Section(heading, _entries(here, by_type[heading])) for heading in sorted(by_type, key=alphabetical))


def _entries(here: Here, entries: Iterable[Entry]) -> tuple[Item, ...]:
    ordered = sorted(entries, key=lambda entry: alphabetical(entry.text("navn") or entry.text("tittel")))
    return tuple(_entry(here, entry) for entry in ordered)


def _entry(here: Here, entry: Entry) -> Item:
    shown = ref(here, entry.id)
    publishers = [_publisher(here, link) for link in links_from(here.program, entry.id, "utgiver")]
    year = entry.text("år")
    short = plain(entry.text("kortnavn"))
    said = (
        # A short name that is a part of the name tells nobody more, and reads as a slip beside it.
        f"({short})" if short.casefold() not in shown.text.casefold() else "",
        *dict.fromkeys(publishers),
        here.date(year) if year not in shown.text else "",
        _municipality(here, entry.id, shown.text) if entry.section == "aktører" else "",
    )
    return Item(shown, " · ".join(part for part in said if part), _sources(here.program, entry))


def _publisher(here: Here, link: Link) -> str:
    name = link_ref(here, link).text
    municipality = _municipality(here, link.target, name) if link.target else ""
    return f"{name}, {municipality}" if municipality else name


def _municipality(here: Here, actor: str, name: str) -> str:
    found = told_municipality(here.program, actor)
    return "" if names_it(name, found) else found


def _sources(program: Program, entry: Entry) -> int:
    """Return how many plans, nodes and documents lead to an entry; a plan leads to its municipality by its number."""
    sources = {link.source for link in program.incoming.get(entry.id, ())}
    documents = {one for one in sources & program.entries.keys() if program.entries[one].section == "dokumenter"}
    handing = {plan for plan, _, _ in handed_over(program, entry.id)}
    return len((sources - program.entries.keys()) | documents | handing | set(plans_of_municipality(program, entry)))


PAGES = Pages("list.html.j2", _produce)
