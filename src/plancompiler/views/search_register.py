"""What of the registers can be found: actors, documents and words of the glossary, the themes and the UN goals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plancompiler.address import address
from plancompiler.cells import names_it, told_municipality
from plancompiler.node import Entry
from plancompiler.prose import plain
from plancompiler.un_use import un_name, un_order, un_uses
from plancompiler.views.naming import language_of, plain_said
from plancompiler.views.page import Here
from plancompiler.views.search_shard import Findable, Shard, said_together
from plancompiler.views.theme_page import themes

# What the shard is called beside those of the plans: no id has an underscore.
REGISTER = "_register"

# By section, the kind that its entries are found as, and the field of their name.
_SECTIONS: Mapping[str, tuple[str, str]] = {
    "aktører": ("aktør", "navn"),
    "dokumenter": ("dokument", "tittel"),
    "ordliste": ("ord", "ord"),
}


def search_register(here: Here) -> Shard:
    """Return the shard of the entries that have a page, or an anchor on one, the themes, and last the UN goals."""
    found = (*_entries(here), *_themes(here), *_un_goals(here))
    return Shard(plan="", name="", status="", municipality="", findable=found)


def register_kinds(here: Here) -> tuple[tuple[str, str], ...]:
    """Return the kinds that are found there, each with what several are called."""
    words = here.words
    several = {
        "aktør": words("Aktører"),
        "dokument": words("Dokumenter"),
        "ord": words("Ordliste"),
        "emne": words("Emner"),
        "fn-mål": words.plural("FN-mål"),
        "fn-delmål": words("FN-delmål"),
    }
    present = {_SECTIONS[entry.section][0] for entry in here.program.entries.values() if entry.section in _SECTIONS}
    present |= {"emne"} if themes(here.program) else set()
    present |= {"fn-delmål" if "." in name else "fn-mål" for name in un_order(here.program)}
    return tuple((kind, called) for kind, called in several.items() if kind in present)


def _entries(here: Here) -> Iterator[Findable]:
    words = here.words
    called = {"aktør": words("Aktør"), "dokument": words("Dokument"), "ord": words("Ord")}
    for entry in here.program.entries.values():
        if entry.section in _SECTIONS:
            kind, name = _SECTIONS[entry.section]
            page, mark, _ = address(here.program, entry.id).partition("#")
            yield Findable(
                page=page + mark,
                id=entry.id,
                kind=kind,
                called=called[kind],
                under="",
                title=plain(entry.text(name) or entry.id),
                text=_text(here, entry),
                numbers=tuple(_other_names(entry)),
                former=entry.texts("tidligere_id"),
                lang=language_of(here, entry.id),
            )


def _text(here: Here, entry: Entry) -> str:
    """Return whose an entry is where its name does not say so, its other names and what is said of it."""
    names = ", ".join(_other_names(entry))
    municipality = told_municipality(here.program, entry.id)
    where = municipality if municipality and not names_it(entry.text("navn"), municipality) else ""
    also = f"{here.words('Også kalt')}: {names}." if names else ""
    said = (plain_said(here, entry.id, entry.text(key)) for key in ("nummer", "forklaring", "tekst"))
    return said_together((f"{where}." if where else "", also, *said))


def _other_names(entry: Entry) -> Iterator[str]:
    return map(plain, filter(None, (entry.text("kortnavn"), *entry.texts("alias"))))


def _themes(here: Here) -> Iterator[Findable]:
    for page, (theme, _) in themes(here.program).items():
        title = theme[:1].upper() + theme[1:]
        yield Findable(page=page, id="", kind="emne", called=here.words("Emne"), under="", title=title, text="")


def _un_goals(here: Here) -> Iterator[Findable]:
    program, words = here.program, here.words
    # Who is tied to a target is tied to its goal; to be mentioned is a tie here, since there is something to read.
    tied = {of for use in un_uses(program) for of in (use.goal, use.goal.partition(".")[0])}
    for name in un_order(program):
        number = name.removeprefix("fn/")
        goal, target, _ = number.partition(".")
        page, mark, anchor = address(program, name).partition("#")
        of = f"{words('FN-mål')} {goal}"
        yield Findable(
            page=page + mark,
            id=anchor,
            kind="fn-delmål" if target else "fn-mål",
            called=f"{words('FN-delmål')} {number}" if target else of,
            under=words("under {what}").format(what=of) if target else "",
            title=un_name(program, name, here.output.language) or number,
            text="",
            goals=(goal,),
            numbers=(number,),
            untied=name not in tied,
        )
