"""A plan as a text to print: its header, its procedure, every node in full, and what it is tied to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plancompiler.address import address
from plancompiler.emit import Output
from plancompiler.paper.nodes import groups
from plancompiler.paper.paper import Cover, Paper, paper
from plancompiler.paper.parts import contributions, facts, notes, numbers, standing, tiles
from plancompiler.paper.texts import blocks, bold, joined, line, link, paragraph, points, series, text
from plancompiler.paper.version import version
from plancompiler.program import Program, below
from plancompiler.prose import plain
from plancompiler.rich_text import Block, Heading, Item, Paragraph, Points, Row, Run, Table
from plancompiler.views.overview import Overview
from plancompiler.views.page import Here
from plancompiler.views.plan_header import owners
from plancompiler.views.plan_page import Declined, Moved, PlanView, Retired, plan_view
from plancompiler.views.procedure import Change, Step


def plan_paper(program: Program, output: Output, plan: str) -> Paper:
    """Return a plan, whole."""
    here = Here(program, output, address(program, plan), plan, whole=True)
    view = plan_view(here, plan)
    cover = Cover(
        kind=view.type,
        owner=", ".join(owner.text for owner in owners(here, plan)),
        title=plain(program.plans[plan].text("tittel") or plan),
        lang=view.lang,
        version=version(here, plan),
        subtitle=plain(view.subtitle.text) if view.subtitle is not None else "",
        long=True,
    )
    return paper(here, cover, _blocks(here, view), below(program, plan))


def _blocks(here: Here, view: PlanView) -> Iterator[Block]:
    words = here.words
    yield from standing(here, view.standing)
    if view.summary is not None:
        yield _heading(words("Kort fortalt"), "_kort")
        yield from blocks(view.summary)
    yield from notes(view.notes)
    yield _heading(words("Om planen"), "_om")
    if view.also is not None:
        yield from paragraph(text(words("Kalles også")), line(view.also))
    yield from facts(here, view.facts, wide=True)
    yield from tiles(here, view.tiles)
    yield from numbers(here, view.numbers)
    yield from _overview(here, view.overview)
    yield from groups(here, view.groups, 1)
    yield from _listed(
        words("Dette følger planen ikke opp"), "_ikke", tuple(_declined(here, one) for one in view.declined)
    )
    if view.steps:
        yield _heading(words("Saksgang"), "_saksgang")
        yield Points(tuple(Item(tuple(_step(here, step)), (step.anchor,)) for step in view.steps), 1)
    if view.departures:
        yield _heading(words("Slik avviker planen, og hvorfor"), "_avvik")
        yield from chain.from_iterable(map(blocks, view.departures))
    if view.backlinks or view.contributions:
        yield _heading(words("Koblet til planen"), "_koblinger")
        yield from contributions(here, view.contributions, 2)
        yield from facts(here, view.backlinks, wide=True)
    gone = (*(_retired(here, view.lang, one) for one in view.retired), *(_moved(here, one) for one in view.moved))
    yield from _listed(words("Utgåtte punkter"), "_utgatte", gone)


def _heading(said: str, anchor: str) -> Heading:
    # The anchors are those of the plan's page on the site.
    return Heading(1, "", text(said), (anchor,))


def _listed(heading: str, anchor: str, items: tuple[Item, ...]) -> Iterator[Block]:
    if items:
        yield _heading(heading, anchor)
        yield Points(items)


def _overview(here: Here, view: Overview) -> Iterator[Block]:
    if not view.rows:
        return
    words = here.words
    yield _heading(words("Målene kort"), "_oversikt")
    counted = ", ".join(f"{count} {word}" for count, word in view.totals)
    yield from paragraph(text(counted), style="lead")
    tiled = any(row.tiles for row in view.rows)
    rows = []
    for row in view.rows:
        origin = joined((text(words("hentet fra")), series(row.origin))) if row.origin else ()
        untied = row.untied if row.counts else None
        reason = (text(untied.text), text(untied.label), series(untied.places)) if untied is not None else ()
        first = (*paragraph(link(row.ref), origin, text(row.elsewhere)), *paragraph(*reason, style="aside"))
        un_goals = (tuple(paragraph(text(", ".join(tile.number for tile in row.tiles)))),) if tiled else ()
        rows.append(Row((first, *un_goals, *(tuple(paragraph(text(str(count)))) for count in row.counts))))
    columns = (view.heading, *((words("FN-mål"),) if tiled else ()), *view.columns)
    yield Table(text(view.caption), tuple(text(column) for column in columns), tuple(rows))
    if view.overlap:
        yield Paragraph(
            text(words("Det som står sammen for flere mål eller bidrar til flere, er telt ved hvert av dem.")), "aside"
        )


def _declined(here: Here, one: Declined) -> Item:
    instead = paragraph(text(here.words("Følges opp i")), series(one.instead), style="aside") if one.instead else ()
    return Item((Paragraph(link(one.what)), *paragraph(line(one.reason)), *instead))


def _step(here: Here, step: Step) -> Iterator[Block]:
    words = here.words
    yield from paragraph(bold(f"{step.name}: {step.result}" if step.result else step.name), text(step.when))
    yield from paragraph(joined((link(step.body) if step.body is not None else (), text(step.case)), ", "))
    if step.asked:
        yield from paragraph(text(step.asked_label), joined(map(line, step.asked), ", "))
    yield from blocks(step.text)
    yield from paragraph(link(step.link) if step.link is not None else ())
    if step.changes:
        yield Paragraph(bold(words("Endringer i vedtaket")), "label")
        yield from points(tuple(_change(here, change)) for change in step.changes)


def _change(here: Here, change: Change) -> Iterator[Block]:
    yield from paragraph(bold(change.number), line(change.text))
    if change.about:
        yield from paragraph(text(here.words("Gjelder:")), series(change.about), style="aside")
    if change.done is not None:
        yield from paragraph(text(here.words("Gjennomført:")), line(change.done), style="aside")


def _retired(here: Here, lang: str, one: Retired) -> Item:
    when = text(f"({one.date})" if one.date else "")
    instead = paragraph(text(here.words("Erstattet av")), series(one.instead)) if one.instead else ()
    return Item((*paragraph(text(one.title or one.id, lang), when), *paragraph(line(one.reason)), *instead), (one.id,))


def _moved(here: Here, one: Moved) -> Item:
    return Item(tuple(paragraph((Run(here.words("Står nå et annet sted:")),), link(one.ref))), (one.id,))
