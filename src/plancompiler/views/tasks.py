"""What an actor has to do: each task, by when, with whom, and through which role or unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plancompiler.inherit import responsible
from plancompiler.node import text
from plancompiler.program import Link, Program, links_from, links_to
from plancompiler.schedule import When, always, when
from plancompiler.views.in_force import takes_over
from plancompiler.views.naming import link_ref, plain_said, ref, term
from plancompiler.views.page import Here, Ref


@dataclass(frozen=True, slots=True)
class Task:
    """A node and who has it: how (`alene`, `sammen`, `rolle`, `deltar`), with whom, through what, and when.

    `plan` is the id of its plan. `until` is the day on which the next edition of that takes over, "" where none does;
    until then the plan applies, though the next is the one `in_force`.
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
    task: str
    others: tuple[Ref, ...]
    through: Ref | None


def tasks(here: Here, actor: str) -> tuple[Task, ...]:
    """Return the tasks of an actor and of the units that are part of it, in page order, the actor's own first."""
    return tuple(task for unit in (actor, *units(here.program, actor)) for task in _of_unit(here, unit, actor))


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
    through = ref(here, unit) if unit != actor else None
    yield from _held(here, unit, "", through)
    for role in links_to(here.program, unit, "aktør"):
        node = here.program.nodes.get(role.source)
        if node is not None and node.kind == "rolle":
            yield from _held(here, node.name, "rolle", ref(here, node.name))


def _held(here: Here, holder: str, how: str, through: Ref | None) -> Iterator[Task]:
    for link in links_to(here.program, holder, "ansvarlig"):
        with_others = links_from(here.program, link.source, "ansvarlig")
        others = tuple(link_ref(here, other) for other in with_others if other.target != holder)
        yield _task(here, link, how or ("sammen" if others else "alene"), others, through)
    for link in links_to(here.program, holder, "samarbeider_med"):
        leads = responsible(here.program, link.source)[0] if link.source in here.program.nodes else ()
        yield _task(here, link, "deltar", tuple(link_ref(here, lead) for lead in leads), through)


def _task(here: Here, link: Link, how: str, others: tuple[Ref, ...], through: Ref | None) -> Task:
    program = here.program
    node = program.nodes.get(link.source)
    plan = node.plan if node is not None else link.source
    own = when(program, node.name) if node is not None and (node.text("frist") or node.text("periode")) else None
    # What is done all the time is said once.
    status = node.text("status") if node is not None and not always(node.fields) else ""
    return Task(
        name=link.source,
        how=how,
        ref=ref(here, link.source),
        plan=plan,
        in_force=plan in program.counted and link.source not in program.quoted,
        until=takes_over(here, plan) if plan in program.plans and link.source not in program.quoted else "",
        deadline=own,
        when=here.period(own.text) if own is not None else "",
        status=term(program, "statuser", status, here.output.language) if status else "",
        task=plain_said(here, link.source, text(link.extra, "rolle")),
        others=others,
        through=through,
    )
