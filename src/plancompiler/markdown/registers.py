"""The Markdown pages of what all plans say of a UN goal, an actor, a document or a word, and the front page."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.cells import plan_status, plans_in_order, shown, un_shown
from plancompiler.markdown import gfm
from plancompiler.markdown.facts import facts, item
from plancompiler.markdown.page import MANY, Page
from plancompiler.node import Entry
from plancompiler.program import links_to
from plancompiler.table import Table, counted
from plancompiler.un_use import HOWS, un_order, un_uses

# The sections of the registers: the file and title of their page.
SECTIONS = (
    ("aktører", "aktor.md", "Aktører"),
    ("dokumenter", "dokument.md", "Dokumenter"),
    ("ordliste", "tabeller/ordliste.md", "Ordliste"),
    ("tekster", "tabeller/tekster.md", "Felles tekster"),
)

_SHOWN = frozenset({"navn", "tittel", "ord", "forklaring", "alias"})


def front_page(page: Page, tables: tuple[Table, ...]) -> str:
    """Return the index: plans in force, other plans, registers and tables."""
    words, program = page.words, page.program
    in_force = [plan for plan in plans_in_order(program) if plan in program.counted]
    others = [plan for plan in plans_in_order(program) if plan not in program.counted]
    lines = [gfm.heading(1, words("Planer")), ""]
    for title, plans in (("Planer som gjelder", in_force), ("Utkast og planer som ikke gjelder", others)):
        if plans:
            lines += [gfm.heading(2, words(title)), "", *(_plan(page, plan) for plan in plans), ""]
    lines += [gfm.heading(2, words("På tvers av planene")), "", f"- {gfm.link(words('FNs bærekraftsmål'), 'fn.md')}"]
    lines += [f"- {gfm.link(words(title), path)}" for _, path, title in SECTIONS]
    lines += ["", gfm.heading(2, words("Tabeller")), ""]
    lines += [
        f"- {gfm.link(words(table.title), f'tabeller/{table.name}.md')}: {gfm.plain(words(table.about))}"
        for table in tables
    ]
    return "\n".join(lines) + "\n"


def un_page(page: Page) -> str:
    """Return what is tied to each UN goal and target, in three lists that are never added up."""
    uses: dict[str, dict[str, list[str]]] = {}
    for use in un_uses(page.program):
        uses.setdefault(use.goal, {}).setdefault(use.how, []).append(use.source)
    lines = [gfm.heading(1, page.words("FNs bærekraftsmål")), ""]
    for goal in un_order(page.program):
        if goal not in uses and "." in goal:
            continue
        lines += [gfm.anchor(f"fn-{goal.removeprefix('fn/')}"), ""]
        lines += [gfm.heading(3 if "." in goal else 2, gfm.plain(un_shown(page.program, goal, page.words))), ""]
        for how in HOWS:
            sources = uses.get(goal, {}).get(how, [])
            if sources:
                found = page.by_plan(sources) if len(sources) > MANY else map(page.link, sources)
                lines += [f"**{page.words(how)}** ({counted(len(sources))})", "", *(f"- {one}" for one in found), ""]
        for link in links_to(page.program, goal, "følger_ikke_opp"):
            lines += [f"- {page.words('Følges ikke opp av')} {page.link(link.source)}", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def register_page(page: Page, section: str, title: str) -> str:
    """Return all entries of a section of the registers, with what points at each."""
    lines = [gfm.heading(1, page.words(title)), ""]
    for entry in page.program.entries.values():
        if entry.section == section:
            lines += [gfm.anchor(entry.id), "", *_entry(page, entry)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _plan(page: Page, plan: str) -> str:
    header = page.program.plans[plan]
    said = (page.date(header.text("periode")), gfm.plain(plan_status(page.program, plan, page.words)))
    beside = " · ".join(part for part in said if part)
    return f"- {page.link(plan, header.text('tittel'))}" + (f" ({beside})" if beside else "")


def _entry(page: Page, entry: Entry) -> Iterator[str]:
    yield from (gfm.heading(2, gfm.plain(shown(page.program, entry.id, page.words))), "")
    for key in ("forklaring", "tekst"):
        if entry.text(key):
            yield from (*page.prose(entry.id, entry.text(key)), "")
    if entry.texts("alias"):
        yield item(page.words("Også kalt"), "; ".join(gfm.plain(name) for name in entry.texts("alias")))
    if entry.text("type"):
        yield item(page.words("Type"), gfm.plain(page.words(entry.text("type"))))
    yield from (*facts(page, entry.id, {key: value for key, value in entry.fields.items() if key not in _SHOWN}), "")
