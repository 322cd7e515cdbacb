"""What an actor has to do: each task, by when, with whom, and through which role or unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plancompiler.inherit import responsible
from plancompiler.node import text
from plancompiler.procedure import laid_to_rest
from plancompiler.program import Link, Program, below, links_from, links_to
from plancompiler.schedule import HELD_UP, When, always, when
from plancompiler.views.in_force import takes_over
from plancompiler.views.naming import link_ref, plain_said, ref, term
from plancompiler.views.page import Here, Ref


@dataclass(frozen=True, slots=True)
class Task:
    """A node and who has it: how (`alene`, `sammen`, `rolle`, `deltar`), with whom, through what, and when.

    `held_up` tells that it is late, put off or stopped. `plan` is the id of its plan. `until` is the day on which the
    next edition of that takes over, "" where none does; until then the plan applies, though the next is the one
    `in_force`.
    """

    name: str
    how: str
    ref: Ref
    plan: str
    in_force: bool
    until: str
    deadline: When | None
    when: str
    status: str
    held_up: bool
    task: str
    others: tuple[Ref, ...]
    through: tuple[Ref, ...]


def tasks(here: Here, actor: str) -> tuple[Task, ...]:
    """Return the tasks of an actor and of the units that are part of it, in page order, the actor's own first.

    What several units have in the same way, the actor has once, through all of them.
    """
    by_way: dict[tuple[str, str], list[Task]] = {}
    for unit in (actor, *units(here.program, actor)):
        for task in _of_unit(here, unit, actor):
            by_way.setdefault((task.name, task.how), []).append(task)
    return tuple(_together(found) for found in by_way.values())


def inherited(here: Here, held: Iterable[Task]) -> Iterator[Task]:
    """Yield what has a deadline of its own under a task and names nobody: who has the task, has that too."""
    for task in held:
        for node in below(here.program, task.name) if task.name in here.program.nodes else ():
            links, is_inherited = responsible(here.program, node.name)
            if is_inherited and links[0].source == task.name and (node.text("frist") or node.text("periode")):
                own = _task(here, replace(links[0], source=node.name), task.how, task.others, task.through)
                yield replace(own, task="")


def _together(found: list[Task]) -> Task:
    first = found[0]
    if len(found) == 1 or not first.through:
        return first
    # In what capacity stands by each of them.
    through = tuple(
        dict.fromkeys(replace(one, note=task.task) if task.task else one for task in found for one in task.through)
    )
    others = dict.fromkeys(one for task in found for one in task.others)
    held_by = {one.href for one in through}
    return replace(first, task="", through=through, others=tuple(one for one in others if one.href not in held_by))


def units(program: Program, actor: str) -> tuple[str, ...]:
    """Return the units under an actor, however deep, each once."""
    found: dict[str, None] = {}
    rest = [link.source for link in links_to(program, actor, "del_av")]
    while rest:
        unit = rest.pop(0)
        if unit not in found and unit != actor:
            found[unit] = None
            rest.extend(link.source for link in links_to(program, unit, "del_av"))
    return tuple(found)


def _of_unit(here: Here, unit: str, actor: str) -> Iterator[Task]:
    through = (ref(here, unit),) if unit != actor else ()
    yield from _held(here, unit, "", through)
    for role in links_to(here.program, unit, "aktør"):
        node = here.program.nodes.get(role.source)
        if node is not None and node.kind == "rolle":
            yield from _held(here, node.name, "rolle", (ref(here, node.name),))


def _held(here: Here, holder: str, how: str, through: tuple[Ref, ...]) -> Iterator[Task]:
    for link in links_to(here.program, holder, "ansvarlig"):
        with_others = links_from(here.program, link.source, "ansvarlig")
        others = tuple(link_ref(here, other) for other in with_others if other.target != holder)
        yield _task(here, link, how or ("sammen" if others else "alene"), others, through)
    for link in links_to(here.program, holder, "samarbeider_med"):
        leads = responsible(here.program, link.source)[0] if link.source in here.program.nodes else ()
        yield _task(here, link, "deltar", tuple(link_ref(here, lead) for lead in leads), through)


def _task(here: Here, link: Link, how: str, others: tuple[Ref, ...], through: tuple[Ref, ...]) -> Task:
    program = here.program
    node = program.nodes.get(link.source)
    plan = node.plan if node is not None else link.source
    own = when(program, node.name) if node is not None and (node.text("frist") or node.text("periode")) else None
    # What is done all the time is said once.
    status = node.text("status") if node is not None and not always(node.fields) else ""
    said = term(program, "statuser", status, here.output.language) if status else ""
    gone = node is not None and node.id in laid_to_rest(program, plan, here.output.as_of)
    return Task(
        name=link.source,
        how=how,
        ref=ref(here, link.source),
        plan=plan,
        in_force=plan in program.counted and link.source not in program.quoted,
        until=takes_over(here, plan) if plan in program.plans and link.source not in program.quoted else "",
        deadline=own,
        when=here.period(own.text) if own is not None else "",
        status=here.words("tatt ut av neste utgave") if gone else said,
        held_up=status in HELD_UP and not gone,
        task=plain_said(here, link.source, text(link.extra, "rolle")),
        others=others,
        through=through,
    )
