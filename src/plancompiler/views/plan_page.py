"""The page of a plan: its header, and every node of it in page order, each under the anchor that is its permalink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from plancompiler.address import address
from plancompiler.cells import also_called
from plancompiler.emit import Output
from plancompiler.inherit import language
from plancompiler.node import Document, Fields, Node, text, texts
from plancompiler.program import Program, below, links_from, links_to
from plancompiler.prose import Prose, plain
from plancompiler.sector import with_sector
from plancompiler.views.backlinks import Contributions, backlinks, contributions
from plancompiler.views.changes import changed_by
from plancompiler.views.consultation import Consultation, consultation
from plancompiler.views.drawing import Picture
from plancompiler.views.facts import Fact
from plancompiler.views.linked_data import plan_data
from plancompiler.views.naming import prose, proses, ref
from plancompiler.views.node_view import Group, Note, groups
from plancompiler.views.numbers import Numbers, numbers
from plancompiler.views.overview import Overview, overview
from plancompiler.views.page import Here, Listed, Page, Pages, Ref
from plancompiler.views.pictured import pictures_of
from plancompiler.views.plan_header import plan_facts, plan_type
from plancompiler.views.procedure import Step, procedure
from plancompiler.views.renewed import Renewed, came_instead, renewed
from plancompiler.views.standing import Standing, is_listed, standing
from plancompiler.views.this_year import ThisYear, this_year
from plancompiler.views.un_tiles import Tile, own_tiles
from plancompiler.wording import called, title

# What a line under a point says of how it is done.
_HOW = frozenset({"ansvarlig", "frist", "periode", "status"})
# What the contents list, to two levels; of what is below, the goals alone.
_IN_CONTENTS = frozenset({"område", "mål", "kapittel", "vedlegg"})


@dataclass(frozen=True, slots=True)
class Content:
    """A line of the contents and those under it."""

    ref: Ref
    number: str
    under: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Declined:
    """What the plan as a whole leaves alone, why, and where it is done instead."""

    what: Ref
    reason: Prose | None
    instead: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Retired:
    """A node that is no more: its anchor and title, when and why it went, and what came instead."""

    id: str
    title: str
    date: str
    reason: Prose | None
    instead: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """An old id of this plan whose node is in another plan now."""

    id: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan. `also` is the name it goes by in lists, where that is not to be seen in its title; `says_how`
    whether it says of any work who does it, when, or how it goes."""

    type: str
    lang: str
    title: Prose | None
    subtitle: Prose | None
    also: Prose | None
    standing: Standing
    consultation: Consultation | None
    summary: Prose | None
    facts: tuple[Fact, ...]
    tiles: tuple[Tile, ...]
    numbers: tuple[Numbers, ...]
    says_how: bool
    this_year: ThisYear | None
    pictures: tuple[Picture, ...]
    renewed: Renewed | None
    steps: tuple[Step, ...]
    departures: tuple[Prose, ...]
    contents: tuple[Content, ...]
    overview: Overview
    groups: tuple[Group, ...]
    declined: tuple[Declined, ...]
    contributions: tuple[Contributions, ...]
    backlinks: tuple[Fact, ...]
    retired: tuple[Retired, ...]
    moved: tuple[Moved, ...]
    notes: tuple[Note, ...]


def plan_view(here: Here, plan: str) -> PlanView:
    """Return the page of a plan."""
    program, header = here.program, here.program.plans[plan]
    notes = _notes(here, header)
    marks = {note.marker: f"#{note.anchor}" for note in notes}
    departures = (text(one, "forklaring") for one in header.records("avvik"))
    return PlanView(
        type=plan_type(here, plan),
        lang=here.foreign(language(program, plan)),
        title=prose(here, plan, header.text("tittel") or plan, marks),
        subtitle=prose(here, plan, header.text("undertittel"), marks),
        also=prose(here, plan, also_called(program, plan)),
        standing=standing(here, plan),
        consultation=consultation(here, plan),
        summary=prose(here, plan, header.text("sammendrag"), marks),
        facts=plan_facts(here, plan),
        tiles=own_tiles(here, plan),
        numbers=numbers(here, plan, header.fields),
        says_how=any(_HOW & node.fields.keys() for node in below(program, plan)),
        this_year=this_year(here, plan),
        pictures=pictures_of(here),
        renewed=renewed(here, plan),
        steps=procedure(here, plan),
        departures=proses(here, plan, departures),
        contents=_contents(here, plan, 2),
        overview=overview(here, plan),
        groups=groups(here, plan, changed_by(here, plan)),
        declined=tuple(_declined(here, plan)),
        contributions=contributions(here, plan),
        backlinks=(*backlinks(here, plan), *_of_document(here, plan)),
        retired=tuple(_retired(here, plan, record) for record in header.records("utgåtte")),
        moved=tuple(_moved(here, plan)),
        notes=notes,
    )


def _contents(here: Here, name: str, levels: int) -> tuple[Content, ...]:
    found: list[Content] = []
    nodes = [here.program.nodes[child] for child in here.program.children.get(name, ())]
    for node in sorted(nodes, key=lambda node: node.kind == "vedlegg"):
        if node.kind not in _IN_CONTENTS:
            continue
        under = _contents(here, node.name, max(levels - 1, 0)) if node.kind in {"område", "kapittel"} else ()
        if not _has_line(here.program, node, levels):
            found.extend(under)
            continue
        lang = here.foreign(language(here.program, node.name))
        words = with_sector(here.program, node, plain(node.text("kortnavn") or title(node)))
        found.append(Content(Ref(words, f"#{node.id}", lang), called(here.program, node, here.words), under))
    return tuple(found)


def _has_line(program: Program, node: Node, levels: int) -> bool:
    """Tell whether a node has a line of its own in the contents; what stands in it may have one all the same."""
    if not levels:
        # The plan's own goals are found from the contents, however deep they stand.
        return node.kind == "mål" and node.name not in program.quoted
    return node.kind != "kapittel" or ("tittel" in node.fields and node.text("form") != "boks")


def _declined(here: Here, plan: str) -> Iterator[Declined]:
    links = {link.text: link for link in links_from(here.program, plan, "følger_ikke_opp")}
    for record in here.program.plans[plan].records("følger_ikke_opp"):
        written = text(record, "til") or text(record, "fn")
        what = ref(here, links[written].target) if written in links else Ref(text(record, "tema") or written)
        instead = tuple(_place(here, place) for place in texts(record, "følges_opp_i") if place)
        yield Declined(what, prose(here, plan, text(record, "begrunnelse")), instead)


def _place(here: Here, written: str) -> Ref:
    program = here.program
    known = written in program.plans or written in program.nodes or written in program.entries
    return ref(here, written) if known else Ref(written)


def _retired(here: Here, plan: str, record: Fields) -> Retired:
    return Retired(
        id=text(record, "id"),
        title=plain(text(record, "tittel")),
        date=here.date(text(record, "dato")),
        reason=prose(here, plan, text(record, "grunn")),
        instead=came_instead(here, plan, record),
    )


def _moved(here: Here, plan: str) -> Iterator[Moved]:
    for old, new in here.program.redirects.items():
        if old.startswith(f"{plan}/") and new in here.program.nodes and here.program.nodes[new].plan != plan:
            yield Moved(old.partition("/")[2], ref(here, new))


def _of_document(here: Here, plan: str) -> tuple[Fact, ...]:
    """Return the backlinks of the register's entry for the same document."""
    twins = (link.source for link in links_to(here.program, plan, "plan"))
    return tuple(fact for twin in twins for fact in backlinks(here, twin))


def _notes(here: Here, header: Document) -> tuple[Note, ...]:
    written = ((marker, said) for record in header.records("fotnoter") for marker, said in record.items())
    found = ((marker, prose(here, header.id, said)) for marker, said in written if isinstance(said, str))
    return tuple(Note(marker, f"plan_note-{marker}", said) for marker, said in found if said is not None)


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    for plan in program.plans:
        here = Here(program, output, address(program, plan), plan)
        yield here.page, partial(_page, here)


def _page(here: Here) -> Page:
    program, plan = here.program, here.plan
    title, lang = plain(program.plans[plan].text("tittel") or plan), here.foreign(language(program, plan))
    data = plan_data(here, plan)
    return Page(here.page, title, (), plan_view(here, plan), is_listed(here, plan), lang, data=data)


PAGES = Pages("plan.html.j2", _produce)
