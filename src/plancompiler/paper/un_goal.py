"""All that plans say of a UN goal, as a text to print: what is tied to it and how closely, and to which targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plancompiler.address import address
from plancompiler.emit import Output
from plancompiler.paper.paper import Cover, Paper, paper
from plancompiler.paper.texts import blocks, bold, joined, line, link, paragraph, points, series, text
from plancompiler.paper.version import as_of
from plancompiler.program import Program
from plancompiler.rich_text import Block, Heading, Paragraph, Row, Table
from plancompiler.un_use import How
from plancompiler.views.chrome import site_name
from plancompiler.views.in_force import not_counted
from plancompiler.views.page import Here
from plancompiler.views.un_page import PlanTies, TieRow, UnView, Way, un_view


def un_goal_paper(program: Program, output: Output, number: str) -> Paper:
    """Return all that is tied to a UN goal, by its number."""
    here = Here(program, output, address(program, f"fn/{number}"))
    view, day = un_view(here, number), as_of(here)
    title = f"{here.words('FN-mål')} {number}: {view.tile.name}"
    cover = Cover(here.words("Bærekraftsmål"), site_name(program, output), title, "", (day,) if day else ())
    return paper(here, cover, _blocks(here, view), ())


def _blocks(here: Here, view: UnView) -> Iterator[Block]:
    words = here.words
    yield Paragraph(
        text(
            words(
                "Hva planene sier at de gjør for dette bærekraftsmålet. "
                "Tallene teller tre ulike ting og skal ikke legges sammen."
            )
        ),
        "lead",
    )
    yield _counts(here, view.ways)
    if view.summed is not None:
        yield from paragraph(text(view.summed.text), series(view.summed.plans), style="aside")
    for way in view.ways:
        if way.plans:
            contributes = words("Bidrar til noe som er knyttet til FN-målet")
            yield _heading(contributes if way.how == "nevnt" else _way_name(here, way.how))
            yield from _ties(here, way.plans)
        if way.mentions:
            yield _heading(words("Nevner FN-målet i teksten"))
            yield from _ties(here, way.mentions)
    if view.left_alone:
        yield _heading(words("Planer som har valgt bort målet"))
        yield from points(
            (Paragraph(joined((link(one.plan), text(f"({one.what})")))), *blocks(one.reason)) for one in view.left_alone
        )
    if view.targets:
        yield _heading(words("FN-delmålene"))
        yield _targets(here, view)
    if view.others:
        yield _heading(words("Ikke talt med"))
        yield from paragraph(text(not_counted(here)))
        yield from _ties(here, view.others, named=True)


def _heading(said: str) -> Heading:
    return Heading(1, "", text(said))


def _counts(here: Here, ways: Iterable[Way]) -> Table:
    rows = (
        Row(
            (
                (*paragraph(bold(_way_name(here, way.how))), *paragraph(text(_meaning(here, way.how)), style="aside")),
                tuple(paragraph(text(f"{way.count} {way.kinds}"))),
            )
        )
        for way in ways
    )
    return Table((), (text(here.words("Hvordan")), text(here.words("Antall"))), tuple(rows))


def _targets(here: Here, view: UnView) -> Table:
    words = here.words
    rows = tuple(
        Row(
            (
                tuple(paragraph(text(f"{target.number} {target.name}"))),
                tuple(Paragraph(link(ref)) for ref in target.followed) or (Paragraph(text(words("ingen direkte"))),),
            ),
            (f"fn-{target.number}",),
        )
        for target in view.targets
    )
    return Table((), (text(words("FN-delmål")), text(words("Følges opp av"))), rows)


def _ties(here: Here, plans: Iterable[PlanTies], *, named: bool = False) -> Iterator[Block]:
    for plan in plans:
        yield Heading(2, "", link(plan.plan))
        yield from points(tuple(_row(here, row, named)) for row in plan.rows)


def _row(here: Here, row: TieRow, named: bool) -> Iterator[Block]:
    words = here.words
    way = words("nevner det i teksten") if row.mentions else _way_name(here, row.how).lower()
    beside = "; ".join(part for part in (way if named else "", ", ".join(row.targets), row.weight) if part)
    yield Paragraph(joined((link(row.ref), text(f"({beside})" if beside else ""))))
    if row.through is not None:
        yield from paragraph(text(words("gjennom")), link(row.through), style="aside")
    yield from paragraph(text(f"{words('og via dette:')} {row.beneath}" if row.beneath else ""), style="aside")
    yield from paragraph(line(row.reason))


def _way_name(here: Here, how: How) -> str:
    words = here.words
    return {"direkte": words("Direkte"), "via mål": words("Via mål")}.get(how, words("Indirekte"))


def _meaning(here: Here, how: How) -> str:
    words = here.words
    said = {"direkte": words("nevner målet selv"), "via mål": words("hører til under noe som gjør det")}
    return said.get(how, words("bidrar til noe som er knyttet til det, eller har lenke til det i teksten"))
