"""The page of an actor: deadlines first, then what it has, with others and through a role, and takes part in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from plancompiler.address import address
from plancompiler.cells import plan_of, told_municipality
from plancompiler.emit import Output
from plancompiler.measures import owned
from plancompiler.node import Entry
from plancompiler.procedure import laid_to_rest
from plancompiler.program import Program, below, links_from, links_to
from plancompiler.prose import Prose, plain
from plancompiler.schedule import When, due
from plancompiler.table import counted
from plancompiler.views.backlinks import backlinks
from plancompiler.views.facts import Fact, facts, linked, said
from plancompiler.views.naming import outside, prose, ref, term
from plancompiler.views.page import Here, Listed, Page, Pages, Ref
from plancompiler.views.proceedings import ROLES, proceedings
from plancompiler.views.shown_words import shown_word
from plancompiler.views.tasks import Task, inherited, tasks
from plancompiler.wording import kind_words

# Told in the sections of tasks.
_AS_TASKS = frozenset({"ansvarlig", "samarbeider_med"})

# Told of step by step.
_IN_PROCEDURES = frozenset(ROLES)

# What is worked on together; at the other kinds an actor is only mentioned.
_WORK = frozenset({"område", "mål", "delmål", "strategi", "virkemiddel", "milepæl", "fase"})

# How many deadlines stand at the top of the page.
_FIRST = 20


@dataclass(frozen=True, slots=True)
class PlanTasks:
    """What an actor has to do in one plan, what falls due first before the rest."""

    plan: Ref
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class TaskList:
    """Tasks of one sort: the heading, and the tasks plan by plan."""

    heading: str
    plans: tuple[PlanTasks, ...]


@dataclass(frozen=True, slots=True)
class Stake:
    """Where an actor is an interested party: the plan, leading to the entry in its list, and what goes each way."""

    plan: Ref
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor. `lists` are tasks in plans that apply, `others` those that are only proposed, quoted, or no longer so.

    `deadlines` are the tasks that fall due first, each with its plan; `later` is how many do so after them. There are
    none when the lists are in that order themselves: when every task is dated and all are of one plan. `held_up` are
    those that are late, put off or stopped, as a plan's page lists them; `none_held_up` says that no plan says so of
    any, and `passed` how many have fallen due that no plan says are done. `nothing` says that the actor is responsible
    for nothing in force, "" when it is for something.
    """

    type: str
    name: str
    facts: tuple[Fact, ...]
    text: Prose | None
    deadlines: tuple[tuple[Task, Ref], ...]
    later: int
    held_up: tuple[TaskList, ...]
    none_held_up: str
    passed: str
    nothing: str
    lists: tuple[TaskList, ...]
    others: tuple[TaskList, ...]
    stakes: tuple[Stake, ...]
    backlinks: tuple[Fact, ...]


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    for entry in program.entries.values():
        if entry.section == "aktører":
            here = Here(program, output, address(program, entry.id))
            yield here.page, partial(_page, here, entry)


def _page(here: Here, entry: Entry) -> Page:
    trail = (Ref(here.words("Aktører"), here.link("aktor/index.html")),)
    return Page(here.page, plain(entry.text("navn") or entry.id), trail, _view(here, entry))


def _view(here: Here, entry: Entry) -> ActorView:
    words = here.words
    held = tasks(here, entry.id)
    found = (*held, *inherited(here, (task for task in held if task.how != "deltar")))
    counted = tuple(task for task in found if task.in_force)
    headings = (
        ("alene", words("Har ansvaret alene")),
        ("sammen", words("Har ansvaret sammen med andre")),
        ("rolle", words("Har ansvar gjennom en rolle")),
        ("deltar", words("Samarbeider om")),
        ("nevnt", words("Nevnt ved")),
    )
    until = tuple(task for task in found if task.until)
    own = tuple(task for task in (*counted, *until) if task.how != "deltar")
    in_order = all(_has_days(task.deadline) for task in own) and len({task.plan for task in own}) < 2
    held_up = tuple(task for task in _once(own) if task.held_up)
    lists = (
        *((heading, tuple(task for task in counted if _way(here, task) == how)) for how, heading in headings),
        (words("Gjelder fram til neste utgave tar over"), until),
    )
    rest = tuple(task for task in found if not task.in_force and not task.until)
    quoted = tuple(task for task in rest if task.plan in here.program.counted)
    drafted = tuple(task for task in rest if task.plan not in here.program.counted)
    on_course = words("Planene sier ikke at noe denne aktøren har ansvaret for, er forsinket, utsatt eller stanset.")
    others = (
        (words("Gjengitt fra andre planer"), quoted),
        (words("I utkast og i planer som ikke lenger gjelder"), drafted),
    )
    coming = () if in_order else sorted((task for task in _once(own) if _is_due(here, task)), key=_order)
    return ActorView(
        type=shown_word("aktørtype", entry.text("type"), words),
        name=plain(entry.text("navn") or entry.id),
        facts=tuple(fact for fact in _facts(here, entry) if fact.refs or fact.texts),
        text=prose(here, entry.id, entry.text("tekst")),
        deadlines=tuple((task, ref(here, task.plan)) for task in coming[:_FIRST]),
        later=len(coming[_FIRST:]),
        held_up=tuple(_listed(here, ((words("Forsinket, utsatt eller stanset"), held_up),))),
        none_held_up=on_course if own and not held_up else "",
        passed=_passed(here, _once(own)),
        nothing="" if own else _nothing(here, entry.id, drafted),
        lists=tuple(_listed(here, lists)),
        others=tuple(_listed(here, others)),
        stakes=tuple(_stakes(here, entry.id)),
        backlinks=(*_others(here, entry.id), *proceedings(here, entry.id)),
    )


def _way(here: Here, task: Task) -> str:
    """Return how an actor has a task. One that is named in a capacity of its own, such as invited, need not take part.

    Nor does one that is named at what nobody does, such as a challenge.
    """
    node = here.program.nodes.get(task.name)
    is_work = node is None or node.kind in _WORK
    return "nevnt" if task.how == "deltar" and (task.task or not is_work) else task.how


def _nothing(here: Here, actor: str, found: Iterable[Task]) -> str:
    """Return that an actor has no responsibility, and where plans that name it seldom tell who has."""
    if any(task.how != "deltar" for task in found):
        return here.words("Bare utkast og planer som ikke lenger gjelder, gir denne aktøren ansvar.")
    said = here.words("Ingen tiltak har denne aktøren som ansvarlig.")
    program = here.program
    plans = dict.fromkeys(plan_of(program, link.source) for link in program.incoming.get(actor, ()))
    return " ".join([said, *(line for plan in plans if plan in program.counted and (line := _few(here, plan)))])


def _few(here: Here, plan: str) -> str:
    """Return of how few measures a plan says who is responsible, or that it says so of nothing; "" where of most."""
    words, (told, every) = here.words, owned(here.program, plan)
    if not every and not any(links_from(here.program, node.name, "ansvarlig") for node in below(here.program, plan)):
        return words("«{plan}» oppgir ikke hvem som har ansvar for noe.").format(plan=ref(here, plan).text)
    if every < 2 or told * 2 > every:
        return ""
    said = words("«{plan}» oppgir ansvarlig for bare {count} av {all} {work}.")
    if not told:
        said = words("«{plan}» oppgir ikke ansvarlig for noen av sine {all} {work}.")
    many = kind_words(here.program, plan, "virkemiddel", words)[1].lower()
    name = ref(here, plan).text
    return said.format(plan=name, count=counted(told), all=counted(every), work=many)


def _listed(here: Here, found: Iterable[tuple[str, Iterable[Task]]]) -> Iterator[TaskList]:
    """Yield the lists that have something, each under its heading."""
    for heading, some in found:
        plans = _by_plan(here, some)
        if plans:
            yield TaskList(heading, plans)


def _by_plan(here: Here, found: Iterable[Task]) -> tuple[PlanTasks, ...]:
    by_plan: dict[str, list[Task]] = {}
    for task in found:
        by_plan.setdefault(task.plan, []).append(task)
    # What has no deadline comes last, in page order.
    return tuple(PlanTasks(ref(here, plan), tuple(sorted(mine, key=_order))) for plan, mine in by_plan.items())


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
        if fact.key not in _AS_TASKS | _IN_PROCEDURES and fact.label != stakeholder:
            yield fact


def _facts(here: Here, entry: Entry) -> Iterator[Fact]:
    words = here.words
    yield said(here, entry.id, "kortnavn", words("Kortnavn"), entry.text("kortnavn"))
    yield said(here, entry.id, "alias", words("Også kalt"), *entry.texts("alias"))
    yield from linked(here, entry.id, "del_av")
    number = entry.text("kommune")
    municipality = term(here.program, "kommuner", number, here.output.language) if number else ""
    municipality = municipality or told_municipality(here.program, entry.id)
    yield said(here, entry.id, "kommune", words("Kommune"), municipality)
    yield said(here, entry.id, "periode", words("Periode"), here.period(entry.text("periode")))
    yield from linked(here, entry.id, "erstattet_av")
    replaces = [link.source for link in here.program.incoming.get(entry.id, ()) if link.role == "erstattet_av"]
    yield Fact("erstatter", words("Erstatter"), tuple(ref(here, name) for name in replaces))
    if entry.text("url"):
        yield Fact("url", words("Nettadresse"), (outside(here, entry.text("url")),))
    owned = plans_of_municipality(here.program, entry)
    yield Fact("planer", words("Planer"), tuple(ref(here, plan) for plan in owned))


def plans_of_municipality(program: Program, entry: Entry) -> Iterable[str]:
    """Return the plans that bear the number of the municipality that an actor is."""
    number = entry.text("kommune") if entry.text("type") == "kommune" else ""
    return (plan.id for plan in program.plans.values() if number and plan.text("kommune") == number)


def _once(found: Iterable[Task]) -> Iterable[Task]:
    """Return each node's task once: one held alone may also be held through a unit."""
    by_name: dict[str, Task] = {}
    for task in found:
        by_name.setdefault(task.name, task)
    return by_name.values()


def _passed(here: Here, found: Iterable[Task]) -> str:
    """Return how many of the tasks fell due before the day of the build and are not said to be done; "" for none."""
    nodes = ((here.program.nodes.get(task.name), task.deadline) for task in found if _is_due(here, task))
    days = [last for node, when in nodes if node is not None and (last := due(node, when)) is not None]
    count = sum(day.isoformat() < here.output.as_of for day in days)
    said = here.words("Frister som er passert, uten at planene sier at det er gjort: {count}.")
    return said.format(count=counted(count)) if count else ""


def _is_due(here: Here, task: Task) -> bool:
    """Tell whether a task falls due by its plan: before another edition takes over, which has not laid it to rest."""
    node = here.program.nodes.get(task.name)
    last = due(node, task.deadline) if node is not None else None
    if node is not None and node.id in laid_to_rest(here.program, task.plan, here.output.as_of):
        return False
    return last is not None and (not task.until or last.isoformat() < task.until)


def _has_days(deadline: When | None) -> bool:
    return deadline is not None and (deadline.first is not None or deadline.last is not None)


def _order(task: Task) -> tuple[date, date]:
    # The last day is what is promised; it decides, and the first only where two end alike.
    first, last = (task.deadline.first, task.deadline.last) if task.deadline is not None else (None, None)
    return last or first or date.max, first or last or date.max


PAGES = Pages("actor.html.j2", _produce)
