"""The page of a cited document: what it is, whether it holds, and what builds on it, with the place that is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from plancompiler.address import address
from plancompiler.cells import plan_of, plan_title, series
from plancompiler.emit import Output
from plancompiler.followup import chain, follow_up, handed_over
from plancompiler.node import Entry, text
from plancompiler.program import Link, Program, above, below, links_from, links_to
from plancompiler.prose import Prose, plain
from plancompiler.schedule import days, is_past
from plancompiler.views.facts import Fact, linked, said, worded
from plancompiler.views.in_force import told_period
from plancompiler.views.naming import outside, plain_said, prose, ref, term
from plancompiler.views.page import Here, Listed, Page, Pages, Ref
from plancompiler.views.shown_words import shown_word
from plancompiler.wording import LINK_WORDS, called, kind_words, link_words, title


@dataclass(frozen=True, slots=True)
class Citation:
    """What points at the document: itself, the place in the document, and why."""

    ref: Ref
    place: str
    reason: Prose | None


@dataclass(frozen=True, slots=True)
class AllOfIt:
    """What a plan as a whole hands over to the document: what it is called, with how many, and each of it."""

    heading: str
    nodes: tuple[Ref, ...]


# Of one of these nobody asks who has published it.
_OF_ITSELF = frozenset({"lov", "forskrift", "konvensjon", "direktiv"})

# What says that a document is replaced, or which plan it is, does not rest on it.
_NO_REST = frozenset({"erstatter", "erstattet_av", "plan"})


@dataclass(frozen=True, slots=True)
class PlanCitations:
    """The citations of one plan; those of the registers have no plan."""

    plan: Ref | None
    rows: tuple[Citation, ...]
    all_of_it: AllOfIt | None


@dataclass(frozen=True, slots=True)
class Cited:
    """Citations of one sort, such as «Lagt til grunn i», plan by plan, and what none of them tells, "" for nothing."""

    label: str
    count: int
    plans: tuple[PlanCitations, ...]
    untold: str = ""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document. `plan` is the same document as a plan here; `replaced_by` what holds in its place.

    `look_over` says that what cites it should be looked over, since it no longer applies.
    """

    type: str
    title: str
    lang: str
    facts: tuple[Fact, ...]
    text: Prose | None
    plan: Ref | None
    replaced_by: tuple[Ref, ...]
    look_over: bool
    cited: tuple[Cited, ...]


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    for entry in program.entries.values():
        if entry.section == "dokumenter":
            here = Here(program, output, address(program, entry.id))
            yield here.page, partial(_page, here, entry)


def _page(here: Here, entry: Entry) -> Page:
    trail = (Ref(here.words("Dokumenter"), here.link("dokument/index.html")),)
    view = _view(here, entry)
    return Page(here.page, view.title, trail, view, title_lang=view.lang)


def _view(here: Here, entry: Entry) -> DocumentView:
    twins = links_from(here.program, entry.id, "plan")
    return DocumentView(
        type=shown_word("dokumenttype", entry.text("type"), here.words),
        title=plain(entry.text("tittel") or entry.id),
        lang=here.foreign(entry.text("språk") or here.output.language),
        facts=tuple(fact for fact in _facts(here, entry) if fact.refs or fact.texts),
        text=prose(here, entry.id, entry.text("tekst")),
        plan=ref(here, twins[0].target) if twins else None,
        replaced_by=tuple(ref(here, link.target) for link in links_from(here.program, entry.id, "erstattet_av")),
        look_over=_look_over(here, entry),
        cited=tuple(_cited(here, entry.id)),
    )


def _facts(here: Here, entry: Entry) -> Iterator[Fact]:
    words, name = here.words, entry.id
    yield said(here, name, "nummer", words("Nummer"), entry.text("nummer"))
    yield said(here, name, "kortnavn", words("Kortnavn"), entry.text("kortnavn"))
    yield said(here, name, "alias", words("Også kalt"), *entry.texts("alias"))
    publishers = tuple(linked(here, name, "utgiver"))
    yield from publishers
    if not (publishers or entry.text("type") in _OF_ITSELF or links_from(here.program, name, "plan")):
        yield worded("utgiver", words("Utgiver"), words("ikke oppgitt"))
    yield said(here, name, "år", words("År"), here.date(entry.text("år")))
    yield worded("periode", words("Periode"), told_period(here, entry.text("periode")))
    yield worded("status", words("Status"), _status(here, entry))
    yield said(here, name, "vedtatt", words("Vedtatt"), here.date(entry.text("vedtatt")))
    replaces = [link.source for link in here.program.incoming.get(name, ()) if link.role == "erstattet_av"]
    yield Fact("erstatter", words("Erstatter"), tuple(ref(here, old) for old in replaces))
    if entry.text("url"):
        yield Fact("url", words("Les dokumentet"), (outside(here, entry.text("url")),))
    elif not links_from(here.program, name, "plan"):
        yield worded("url", words("Les dokumentet"), words("Lenke er ikke oppgitt."))


def _look_over(here: Here, entry: Entry) -> bool:
    """Tell whether a document has been replaced or its period is over, and plans in force rest on it all the same."""
    program = here.program
    over = is_past(days(entry.text("periode")), here.output.as_of) if entry.text("periode") else False
    replacing = {link.source for link in links_to(program, entry.id, "erstatter")}
    if not (over or replacing or links_from(program, entry.id, "erstattet_av")):
        return False
    resting = (plan_of(program, link.source) for link in links_to(program, entry.id) if link.role not in _NO_REST)
    return any(plan in program.counted for plan in resting)


def _status(here: Here, entry: Entry) -> str:
    """Return the status of a document; of one that may be in force or not, that it is not known.

    What is replaced says so in its heading, or in the list of what has come in its place, what is over says so of its
    period, and a plan here has a page that tells.
    """
    program = here.program
    if links_from(program, entry.id, "erstattet_av"):
        return ""
    if entry.text("status"):
        return term(program, "statuser", entry.text("status"), here.output.language)
    over = is_past(days(entry.text("periode")), here.output.as_of) if entry.text("periode") else False
    known = over or any(links_to(program, entry.id, "erstatter")) or links_from(program, entry.id, "plan")
    return "" if known else here.words("Det er ikke oppgitt om dokumentet gjelder nå.")


def _cited(here: Here, name: str) -> Iterator[Cited]:
    """Yield what points at the document, by sort, and what plans leave alone because the document follows it up."""
    handed, label = _handed_over(here, name), here.words("Planen sier at dokumentet skal følge opp")
    for sort in _linked(here, name):
        if handed and sort.label == label:
            sort, handed = Cited(label, sort.count + sum(map(_count, handed)), (*sort.plans, *handed)), ()
        yield sort
    if handed:
        yield Cited(label, sum(map(_count, handed)), handed)


def _handed_over(here: Here, name: str) -> tuple[PlanCitations, ...]:
    by_plan: dict[str, dict[Citation, None]] = {}
    for plan, left, record in handed_over(here.program, name):
        theme = Ref(plain_said(here, plan, text(record, "tema")))
        shown = ref(here, left, _plan_of(here, left, plan)) if left else theme
        row = Citation(shown, "", prose(here, plan, text(record, "begrunnelse")))
        by_plan.setdefault(plan, {})[row] = None
    ordered = sorted(by_plan, key=lambda plan: plan not in here.program.counted)
    return tuple(PlanCitations(ref(here, plan), tuple(by_plan[plan]), None) for plan in ordered)


def _plan_of(here: Here, name: str, plan: str) -> str:
    """Return which plan a node is of, where it stands under another that says something of it."""
    own = plan_of(here.program, name)
    return plan_title(here.program, own) if own not in ("", plan) else ""


def _linked(here: Here, name: str) -> Iterator[Cited]:
    """Yield what links to the document, by what the link is called there."""
    by_label: dict[str, dict[str, list[Link]]] = {}
    shown = LINK_WORDS.keys() - {"erstattet_av"}
    found = [link for link in links_to(here.program, name) if link.role in shown and link.basis == "skrevet"]
    # What builds on the document mentions it too, and that goes without saying.
    closer = {link.source for link in found if link.role != "omtaler"}
    for link in found:
        if link.role != "omtaler" or link.source not in closer:
            label = _label(here, link)
            by_label.setdefault(label, {}).setdefault(plan_of(here.program, link.source), []).append(link)
    for label, plans in by_label.items():
        # Plans in force stand first; they are what must be looked over when the document changes.
        ordered = sorted(plans.items(), key=lambda item: item[0] not in here.program.counted)
        plans_in_turn = tuple(_of_plan(here, plan, links) for plan, links in ordered)
        yield Cited(label, sum(map(_count, plans_in_turn)), plans_in_turn, _untold(here, plans.values()))


def _untold(here: Here, found: Iterable[list[Link]]) -> str:
    """Return that plans do not tell what a document they rest on is to them; "" where a reason or its type may tell."""
    grounds = [link for links in found for link in links if link.role == "bygger_på"]
    if not grounds or any(text(link.extra, "begrunnelse") for link in grounds):
        return ""
    if here.program.entries[grounds[0].target].text("type") == "kunnskapsgrunnlag":
        return ""
    return here.words("Planene sier ikke om det er hjemmel, føring eller kunnskap.")


def _label(here: Here, link: Link) -> str:
    # That a plan leaves something to a document is what the plan says: nobody knows whether it is done.
    if link.role == "følges_opp_i":
        return here.words("Planen sier at dokumentet skal følge opp")
    return link_words(here.program, link.role, link.source, link.target, here.words)[1]


def _count(plan: PlanCitations) -> int:
    """Return how many are cited; a plan that stands for all of it is counted by that."""
    return len(plan.rows) + (len(plan.all_of_it.nodes) - 1 if plan.all_of_it else 0)


def _of_plan(here: Here, plan: str, links: list[Link]) -> PlanCitations:
    rows = dict.fromkeys(_citation(here, link) for link in links)
    whole = any(link.role == "følges_opp_i" and link.source == plan for link in links)
    return PlanCitations(
        ref(here, plan) if plan else None, tuple(rows), _all_of_it(here, plan, links[0].target) if whole else None
    )


def _all_of_it(here: Here, plan: str, document: str) -> AllOfIt | None:
    """Return what is followed up in the document because the plan's header says so."""
    program, words = here.program, here.words
    answers = (follow_up(program, node.name) for node in below(program, plan))
    names = [
        answer.node
        for answer in answers
        if answer is not None and any(place.source == plan and place.target == document for place in answer.places)
    ]
    kinds = dict.fromkeys(kind for kind in chain(program, plan) for name in names if program.nodes[name].kind == kind)
    called = [kind_words(program, plan, kind, words)[1].lower() for kind in kinds]
    message = words("Alle {kinds} ({count})")
    heading = message.format(kinds=series(called, words), count=len(names))
    return AllOfIt(heading, tuple(ref(here, name) for name in names)) if names else None


def _citation(here: Here, link: Link) -> Citation:
    shown = ref(here, link.source, _goal_of(here, link.source))
    if link.source in here.program.plans:
        shown = Ref(here.words("Planen som helhet"), shown.href)
    return Citation(shown, text(link.extra, "sted"), prose(here, link.source, text(link.extra, "begrunnelse")))


def _goal_of(here: Here, name: str) -> str:
    """Return which goal a chapter stands under, by its number or short name: many goals have chapters named alike."""
    program = here.program
    if name not in program.nodes or program.nodes[name].kind != "kapittel":
        return ""
    goal = next((node for node in above(program, name) if node.kind == "mål"), None)
    if goal is None:
        return ""
    return called(program, goal, here.words) if goal.text("nummer") else plain(goal.text("kortnavn") or title(goal))


PAGES = Pages("document.html.j2", _produce)
