"""A plan as one Markdown page: every node with its anchor, its words and what is said of it, in page order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from plancompiler.cells import plain_title
from plancompiler.markdown import gfm
from plancompiler.markdown.facts import facts, item
from plancompiler.markdown.page import Page
from plancompiler.markdown.tree import goal_tree
from plancompiler.node import Fields, Node, text, texts
from plancompiler.program import links_from
from plancompiler.wording import called, lead_in, list_heading

# Shown as points of a list; the rest are headings when they have a title.
_POINTS = frozenset({"virkemiddel", "indikator", "milepæl", "fase", "risiko", "interessent", "rolle", "verdi"})
# Their own titles are headings enough.
_NO_LIST_HEADING = frozenset({"kapittel", "vedlegg", "tabell", "figur"})
_BEGINS_BLOCK = re.compile(r"[>|]|[-*+] |\d{1,9}[.)] | {4}")


def plan_page(page: Page, plan: str) -> str:
    """Return the whole page of a plan."""
    header = page.program.plans[plan]
    tree = goal_tree(page.program, plan, page.words)
    lines = [
        gfm.heading(1, page.inline(plan, header.text("tittel"))),
        *_spaced([f"*{page.inline(plan, header.text('undertittel'))}*"] if header.text("undertittel") else []),
        *_spaced(page.prose(plan, header.text("sammendrag")) if header.text("sammendrag") else []),
        *_spaced([*_header(page, plan), *facts(page, plan, _said_below(header.fields))]),
        *_spaced(_history(page, plan)),
        *_spaced([gfm.heading(2, page.words("Måltre")), "", *tree] if tree else []),
        *_children(page, plan, plan, 1),
        *_retired(page, plan),
    ]
    return "\n".join(_squeezed(lines)) + "\n"


def _header(page: Page, plan: str) -> Iterator[str]:
    header = page.program.plans[plan]
    if header.text("kortnavn"):
        yield item(page.words("Kalles også"), page.inline(plan, header.text("kortnavn")))
    if header.text("type"):
        yield item(page.words("Plantype"), page.term("plantyper", header.text("type")))
    if header.text("kommune"):
        number, name = gfm.plain(header.text("kommune")), page.term("kommuner", header.text("kommune"))
        yield item(page.words("Kommune"), number if name == number else f"{name} ({number})")
    for record in header.records("følger_ikke_opp"):
        yield item(page.words("Følger ikke opp"), _declined(page, plan, record))


def _said_below(fields: Fields) -> Fields:
    # Other pages know the plan by its short name, so that stands first.
    return {key: value for key, value in fields.items() if key != "kortnavn"}


def _declined(page: Page, plan: str, record: Fields) -> str:
    written = text(record, "til") or text(record, "fn")
    link = next((link for link in links_from(page.program, plan, "følger_ikke_opp") if link.text == written), None)
    what = page.target(link) if link is not None else page.inline(plan, text(record, "tema") or written)
    places = ", ".join(_place(page, plan, place) for place in texts(record, "følges_opp_i") if place)
    reason = page.inline(plan, text(record, "begrunnelse"))
    return ": ".join(part for part in (what, reason) if part) + (f" → {places}" if places else "")


def _place(page: Page, plan: str, place: str) -> str:
    known = place in page.program.plans or place in page.program.entries
    return page.link(place) if known else page.inline(plan, place)


def _history(page: Page, plan: str) -> Iterator[str]:
    """Yield the procedure, a point for each step, with the changes of a decision under it."""
    steps = page.program.plans[plan].records("saksgang")
    if steps:
        yield from (gfm.heading(2, page.words("Saksgang")), "")
    about = {link.text: link.target for link in links_from(page.program, plan, "gjelder")}
    organs = {link.text: link for link in links_from(page.program, plan, "organ")}
    sent = {link.text: link for link in links_from(page.program, plan, "sendt_til") if link.target}
    for step in steps:
        organ = text(step, "organ")
        days = [page.date(text(step, key)) for key in ("dato", "periode")]
        said = [page.inline(plan, text(step, key)) for key in ("sak", "resultat", "tekst", "url")]
        who = [page.target(organs[organ])] if organ in organs else []
        asked = [page.target(sent[one]) if one in sent else page.inline(plan, one) for one in texts(step, "til")]
        yield item(
            page.words(text(step, "steg")).capitalize(),
            " · ".join(part for part in (*days, *who, *asked, *said) if part),
        )
        changes = step.get("endringer", ())
        for change in changes if isinstance(changes, tuple) else ():
            where = page.links(about[one] for one in texts(change, "gjelder") if one in about)
            parts = (where, *(page.inline(plan, text(change, key)) for key in ("tekst", "gjennomført")))
            yield f"  - {gfm.plain(text(change, 'nummer'))} " + " – ".join(part for part in parts if part)


def _retired(page: Page, plan: str) -> Iterator[str]:
    records = page.program.plans[plan].records("utgåtte")
    if records:
        yield from ("", gfm.heading(2, page.words("Tatt ut av planen")), "")
    instead = {link.text: link.target for link in links_from(page.program, plan, "erstattet_av")}
    for record in records:
        new = page.links(instead[one] for one in texts(record, "erstattet_av") if one in instead)
        title, reason = (page.inline(plan, text(record, key)) for key in ("tittel", "grunn"))
        parts = (title, page.date(text(record, "dato")), reason, new)
        yield f"- {gfm.anchor(text(record, 'id'))}" + " – ".join(part for part in parts if part)


def _children(page: Page, plan: str, name: str, level: int) -> Iterator[str]:
    """Yield what stands under a plan or a node that is a heading of `level`."""
    nodes = (page.program.nodes[child] for child in page.program.children.get(name, ()))
    for kind, siblings in groupby(nodes, key=lambda node: node.kind):
        deeper = level + 1
        if kind not in _NO_LIST_HEADING:
            over = gfm.plain(list_heading(page.program, plan, kind, page.words))
            # Under a plan the heading of the list is a heading; further down it would cost a level.
            yield from ("", gfm.heading(2, over) if level == 1 else f"**{over}**", "")
            deeper = level + 2 if level == 1 else deeper
        for node in siblings:
            yield from _point(page, node) if _is_point(node) else _section(page, node, deeper)


def _is_point(node: Node) -> bool:
    return node.kind in _POINTS or (not node.text("tittel") and node.kind != "kapittel")


def _section(page: Page, node: Node, level: int) -> Iterator[str]:
    yield from ("", _anchors(node), "")
    if node.text("tittel"):
        name = called(page.program, node, page.words)
        mark = " " if node.kind == "kapittel" else ": "
        title = mark.join(part for part in (gfm.plain(name), page.inline(node.name, node.text("tittel"))) if part)
        yield from (gfm.heading(level, title), "")
    undertitle, lead = node.text("undertittel"), lead_in(page.program, node, page.words) if node.text("tekst") else ""
    yield from (f"*{page.inline(node.name, line)}*\n" for line in (undertitle, lead) if line)
    yield from _spaced(page.prose(node.name, node.text("tekst")) if node.text("tekst") else [])
    yield from _body(page, node)
    yield from _children(page, node.plan, node.name, level)


def _point(page: Page, node: Node) -> Iterator[str]:
    """Yield a node as a point of a list, and everything under it as points under that."""
    prose = page.prose(node.name, node.text("tekst")) if node.text("tekst") else []
    title = page.inline(node.name, node.text("tittel"))
    number = gfm.plain(node.text("nummer") if node.kind in _POINTS else called(page.program, node, page.words))
    if not title and prose and not _BEGINS_BLOCK.match(prose[0]):
        # Without a title the first line of the text stands beside the bullet.
        head, prose = (f"**{number}** " if number else "") + prose[0], prose[1:]
    else:
        name = title or ("" if prose else gfm.plain(plain_title(page.program, node)))
        head = f"**{' '.join(part for part in (number, name) if part)}**" if number or name else ""
    yield f"- {_anchors(node)}{head}"
    yield from gfm.indented(prose if head and not title else _spaced(prose))
    yield from gfm.indented(_body(page, node))
    for child in page.program.children.get(node.name, ()):
        yield from gfm.indented(_point(page, page.program.nodes[child]))


def _body(page: Page, node: Node) -> list[str]:
    """Return what a node shows after its words: its table or picture, and the facts."""
    picture = page.prose(node.name, node.text("alt")) if node.text("alt") else []
    parts = (_table(page, node), picture, facts(page, node.name, node.fields))
    return [line for part in parts for line in _spaced(part)]


def _table(page: Page, node: Node) -> list[str]:
    columns = node.texts("kolonner")
    if node.kind != "tabell" or not columns:
        return []
    rows = (
        [gfm.breaks(page.inline(node.name, line) for line in texts(row, column)) for column in columns]
        for row in node.records("rader")
    )
    return gfm.table([page.inline(node.name, column) for column in columns], rows)


def _anchors(node: Node) -> str:
    """Return the places that links to a node lead to: its id, and those it had before in the same plan."""
    old = (name.removeprefix(f"{node.plan}/") for name in node.texts("tidligere_id"))
    return "".join(gfm.anchor(name) for name in (node.id, *old) if "/" not in name)


def _spaced(lines: list[str] | Iterator[str]) -> list[str]:
    """Return a block with an empty line on both sides, or nothing when it is empty."""
    block = list(lines)
    return ["", *block, ""] if block else []


def _squeezed(lines: list[str]) -> list[str]:
    """Return the lines with at most one empty line between two others, and none at the end."""
    kept = [line for line, before in zip(lines, ["x", *lines], strict=False) if line or before]
    while kept and not kept[-1]:
        kept.pop()
    return kept
