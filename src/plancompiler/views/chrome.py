"""What surrounds every page: the menu, the way home, and what the footer leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plancompiler.address import logo_address
from plancompiler.emit import Output
from plancompiler.node import records, text
from plancompiler.program import Program
from plancompiler.views.licence import licence
from plancompiler.views.naming import outside
from plancompiler.views.page import Here, Ref
from plancompiler.views.plan_header import owners
from plancompiler.views.site_address import site_address, whole_address


@dataclass(frozen=True, slots=True)
class Chrome:
    """The language, the style sheets, the script, the way home, the search page, the menu, the links of the footer.

    `here` is the page's link to itself. `theme` is the workspace's own style sheet and `logo` its logo, "" where it has
    none. `address` is the page's own in full, and `feed` leads to what is new; each is "" where there is none.
    """

    language: str
    here: str
    style: str
    theme: str
    logo: str
    script: str
    home: Ref
    search: str
    menu: tuple[Ref, ...]
    footer: tuple[Ref, ...]
    address: str
    feed: str


def site_name(program: Program, output: Output) -> str:
    """Return what the site is called: by the one whose plans they are, when it is one."""
    owner = _owner(program, output)
    return output.words("Planer for {owner}").format(owner=owner) if owner else output.words("Planer")


def publisher(program: Program, output: Output) -> str:
    """Return who publishes the site: the one whose plans they are, when it is one; else the site stands for them."""
    return _owner(program, output) or site_name(program, output)


def chrome(here: Here, name: str, has_feed: bool = False) -> Chrome:
    """Return what surrounds a page, with links that hold from where it lies. `name` is the site's."""
    words = here.words
    menu = (
        Ref(words("Forsiden"), here.link("index.html")),
        Ref(words.plural("FN-mål"), here.link("fn/index.html")),
        Ref(words("Emner"), here.link("emne/index.html")),
        Ref(words("Aktører"), here.link("aktor/index.html")),
        Ref(words("Dokumenter"), here.link("dokument/index.html")),
        Ref(words("Tabeller"), here.link("tabeller/index.html")),
        Ref(words("Ordliste"), here.link("ordliste.html")),
    )
    return Chrome(
        here.output.language,
        here.link(here.page),
        here.link("site.css"),
        here.link("tema.css") if here.output.theme else "",
        here.link(logo_address(here.program)) if here.output.files else "",
        here.link("site.js"),
        Ref(name, here.link("index.html")),
        here.link("sok.html"),
        menu,
        tuple(_footer(here)),
        # What is shown under other addresses than its own has none to be known by.
        whole_address(here.program, here.page) if site_address(here.program) and not here.root else "",
        here.link("feed.xml") if has_feed else "",
    )


@lru_cache(maxsize=4)
def _owner(program: Program, output: Output) -> str:
    here = Here(program, output, "index.html")
    found = {owner.text for plan in program.plans for owner in owners(here, plan)[:1]}
    return found.pop() if len(found) == 1 else ""


def _footer(here: Here) -> Iterator[Ref]:
    """Yield what a public site must tell its readers, as the settings say it, and where all of it is as data."""
    words, settings = here.words, here.program.settings
    said = ((words("Tilgjengelighetserklæring"), "tilgjengelighetserklæring"), (words("Personvern"), "personvern"))
    yield from (outside(here, text(settings, key), name) for name, key in said if text(settings, key))
    for contact in records(settings, "kontakt"):
        mail, url = text(contact, "epost"), text(contact, "url")
        who = ", ".join(part for key in ("rolle", "enhet", "telefon") if (part := text(contact, key)))
        way = f"mailto:{mail}" if mail else url
        if who or way:
            yield outside(here, way, words("Kontakt: {who}").format(who=who or mail or url))
    free = licence(here.program)
    if free is not None:
        yield outside(here, free.url, words("Lisens: {name}").format(name=free.name))
    yield Ref(words("Tabeller"), here.link("tabeller/index.html"))
    yield Ref(words("Alle data (JSON)"), here.link("data/program.json"))
