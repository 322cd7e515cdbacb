"""The page of an actor: deadlines first, then what it has alone, with others and through a role, and takes part in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from plancompiler.address import address
from plancompiler.emit import Output
from plancompiler.node import Entry
from plancompiler.program import Program, links_to
from plancompiler.prose import Prose, plain
from plancompiler.schedule import When
from plancompiler.views.backlinks import backlinks
from plancompiler.views.facts import Fact, facts, linked, said
from plancompiler.views.naming import outside, prose, ref, term
from plancompiler.views.page import Here, Page, Pages, Ref
from plancompiler.views.shown_words import shown_word
from plancompiler.views.tasks import Task, tasks

# Told in the sections of tasks.
_AS_TASKS = frozenset({"ansvarlig", "samarbeider_med"})


@dataclass(frozen=True, slots=True)
class TaskList:
    """Tasks of one sort: the sort, the heading, and the tasks."""

    how: str
    heading: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Stake:
    """Where an actor is an interested party: the plan, leading to the entry in its list, and what goes each way."""

    plan: Ref
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor. `others` are tasks in drafts and in editions no longer in force.

    `deadlines` are empty when they would repeat every task it has: then the lists are in that order themselves.
    """

    type: str
    name: str
    facts: tuple[Fact, ...]
    text: Prose | None
    deadlines: tuple[Task, ...]
    lists: tuple[TaskList, ...]
    others: tuple[Task, ...]
    stakes: tuple[Stake, ...]
    backlinks: tuple[Fact, ...]


def _produce(program: Program, output: Output) -> Iterator[Page]:
    for entry in program.entries.values():
        if entry.section == "aktører":
            here = Here(program, output, address(program, entry.id))
            trail = (Ref(output.words("Aktører"), here.link("aktor/index.html")),)
            yield Page(here.page, plain(entry.text("navn") or entry.id), trail, _view(here, entry))


def _view(here: Here, entry: Entry) -> ActorView:
    words = here.words
    found = tasks(here, entry.id)
    counted = tuple(task for task in found if task.in_force)
    headings = (
        ("alene", words("Har ansvaret alene")),
        ("sammen", words("Deler ansvaret med andre")),
        ("rolle", words("Har ansvar gjennom en rolle")),
        ("deltar", words("Deltar i")),
    )
    dated = all(_has_days(task.deadline) for task in counted if task.how != "deltar")
    ordered = tuple(sorted(counted, key=_order)) if dated else counted
    lists = (TaskList(how, heading, tuple(task for task in ordered if task.how == how)) for how, heading in headings)
    deadlines = sorted((task for task in _once(counted) if _has_days(task.deadline)), key=_order)
    return ActorView(
        type=shown_word("aktørtype", entry.text("type"), words),
        name=plain(entry.text("navn") or entry.id),
        facts=tuple(fact for fact in _facts(here, entry) if fact.refs or fact.texts),
        text=prose(here, entry.id, entry.text("tekst")),
        deadlines=() if dated else tuple(deadlines),
        lists=tuple(tasks for tasks in lists if tasks.tasks),
        others=tuple(sorted((task for task in found if not task.in_force), key=_order)),
        stakes=tuple(_stakes(here, entry.id)),
        backlinks=tuple(_others(here, entry.id)),
    )


def _stakes(here: Here, actor: str) -> Iterator[Stake]:
    for name in dict.fromkeys(link.source for link in links_to(here.program, actor, "aktør")):
        node = here.program.nodes.get(name)
        if node is not None and node.kind == "interessent":
            told = tuple(fact for fact in facts(here, node) if fact.key in {"kan_påvirke", "kan_bli_påvirket"})
            yield Stake(replace(ref(here, node.plan), href=ref(here, name).href), told)


def _others(here: Here, actor: str) -> Iterator[Fact]:
    """Yield the links here that no section of the page has told of."""
    stakeholder = here.words("Er interessent i")
    for fact in backlinks(here, actor):
        if fact.key not in _AS_TASKS and fact.label != stakeholder:
            yield fact


def _facts(here: Here, entry: Entry) -> Iterator[Fact]:
    words = here.words
    yield said(here, entry.id, "kortnavn", words("Kortnavn"), entry.text("kortnavn"))
    yield said(here, entry.id, "alias", words("Også kalt"), *entry.texts("alias"))
    yield from linked(here, entry.id, "del_av")
    municipality = term(here.program, "kommuner", entry.text("kommune"), here.output.language)
    yield said(here, entry.id, "kommune", words("Kommune"), municipality)
    yield said(here, entry.id, "periode", words("Periode"), here.period(entry.text("periode")))
    yield from linked(here, entry.id, "erstattet_av")
    replaces = [link.source for link in here.program.incoming.get(entry.id, ()) if link.role == "erstattet_av"]
    yield Fact("erstatter", words("Erstatter"), tuple(ref(here, name) for name in replaces))
    if entry.text("url"):
        yield Fact("url", words("Nettadresse"), (outside(here, entry.text("url")),))
    owned = _plans_of_municipality(here.program, entry)
    yield Fact("planer", words("Planer"), tuple(ref(here, plan) for plan in owned))


def _plans_of_municipality(program: Program, entry: Entry) -> Iterable[str]:
    number = entry.text("kommune") if entry.text("type") == "kommune" else ""
    return (plan.id for plan in program.plans.values() if number and plan.text("kommune") == number)


def _once(found: Iterable[Task]) -> Iterable[Task]:
    """Return each node's task once: one held alone may also be held through a unit."""
    by_name: dict[str, Task] = {}
    for task in found:
        if task.how != "deltar":
            by_name.setdefault(task.name, task)
    return by_name.values()


def _has_days(deadline: When | None) -> bool:
    return deadline is not None and (deadline.first is not None or deadline.last is not None)


def _order(task: Task) -> tuple[date, date]:
    # The last day is what is promised; it decides, and the first only where two end alike.
    first, last = (task.deadline.first, task.deadline.last) if task.deadline is not None else (None, None)
    return last or first or date.max, first or last or date.max


PAGES = Pages("actor.html.j2", _produce)
