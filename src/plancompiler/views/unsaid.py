"""What a plan leaves unsaid of a goal, in a line: why, who, by when, for what money, how it goes, and for what end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from plancompiler.cells import alternatives, series
from plancompiler.figures import area_figures, has_come, is_measured, origins
from plancompiler.inherit import responsible
from plancompiler.measures import says
from plancompiler.node import Node, text
from plancompiler.program import Program, above, below, links_from
from plancompiler.views.hung_work import WORK, hung
from plancompiler.views.page import Here
from plancompiler.views.serving import serving
from plancompiler.views.superior import names_superior
from plancompiler.views.untied import later_kinds
from plancompiler.wording import kind_words

# Why a UN goal was chosen, or that a link was looked over, is no reason for the goal itself.
_OF_OTHERS = frozenset({"bærekraftsmål", "gjennomgått"})


def unsaid(here: Here, goal: Node) -> str:
    """Return what neither a goal nor anything that serves it tells, in this plan or another; "" when all is told.

    Who, when and for what money is asked of work: of goals with strategies or measures of their plan, and of no other.
    What only some of the work tells is said too: what is told of little of it would else be read as told of all.
    """
    words = here.words
    measured = is_measured(here.program, goal) or area_figures(here.program, goal)
    of_work, some = _of_work(here, goal)
    lacking = [
        *(() if _says_why(here.program, goal) else (words("begrunnelse"),)),
        *of_work,
        *(() if measured else (words("hvordan målet måles"),)),
        *(() if has_come(here.program, goal) else (words("hvor langt målet er nådd"),)),
        *(() if names_superior(here.program, goal) else (words("hvilket mål i overordnet plan dette følger opp"),)),
    ]
    said = words("Her oppgir planen ikke {what}.").format(what=alternatives(lacking, words)) if lacking else ""
    return " ".join(filter(None, (said, some)))


def _of_work(here: Here, goal: Node) -> tuple[tuple[str, ...], str]:
    """Return what none of the work tells, and a sentence on what only some of it tells, "" where it tells all."""
    program, words = here.program, here.words
    served = {name for kind in later_kinds(here, goal.plan) for name in serving(program, goal.name, kind)}
    if not any(program.nodes[name].kind in WORK for name in served):
        return (), ""
    hanging = hung(program, goal.name)
    points = [goal, *below(program, goal.name), *(program.nodes[name] for name in served), *chain(*hanging.values())]
    paid = any("finansiering" in program.plans[plan].fields for plan in (goal.plan, *(plan for plan, _ in hanging)))
    asked: tuple[tuple[str, Callable[[Node], bool]], ...] = (
        (words("ansvarlig"), lambda one: bool(responsible(program, one.name)[0])),
        (words("frist"), lambda one: any(says(program, one, key) for key in ("frist", "periode"))),
        (words("finansiering"), lambda one: paid or says(program, one, "finansiering")),
    )
    lacking = tuple(name for name, told in asked if not any(map(told, points)))
    work = [program.nodes[name] for name in served if program.nodes[name].kind in WORK]
    work += (node for node in chain(*hanging.values()) if node.kind in WORK)
    told_of = {name: sum(_tells(program, one, told) for one in work) for name, told in asked if name not in lacking}
    by_count: dict[int, list[str]] = {}
    # What goes on all the time, or has a period, says when and has no deadline.
    said_as = {words("frist"): words("tidspunkt")}
    for name, count in told_of.items():
        if 0 < count < len(work):
            by_count.setdefault(count, []).append(said_as.get(name, name))
    if not by_count:
        return lacking, ""
    (count, first), *others = by_count.items()
    parts = [words("{what} er oppgitt for {count}").format(what=series(first, words), count=count)]
    parts += [words("{what} for {count}").format(what=series(names, words), count=count) for count, names in others]
    some = words("{parts} av {all} {work}.").format(
        parts=series(parts, words), all=len(work), work=_called(here, goal.plan, work)
    )
    return lacking, some[:1].upper() + some[1:]


def _says_why(program: Program, goal: Node) -> bool:
    """Tell whether a goal, one that it quotes, or what holds either has words or a challenge that tell why."""
    aims = (goal, *origins(program, goal))
    links = (link for aim in aims for link in program.outgoing.get(aim.name, ()) if link.role not in _OF_OTHERS)
    told = any(text(link.extra, "begrunnelse") for link in links)
    return told or any(_has_words(program, node) for aim in aims for node in (aim, *above(program, aim.name)))


def _has_words(program: Program, node: Node) -> bool:
    """Tell whether a node has a text, a chapter or a challenge, or answers a challenge."""
    linked = (link.target for link in links_from(program, node.name, "bidrar_til"))
    near = (
        program.nodes[name].kind for name in (*program.children.get(node.name, ()), *linked) if name in program.nodes
    )
    return "tekst" in node.fields or any(kind in {"kapittel", "utfordring"} for kind in near)


def _tells(program: Program, work: Node, told: Callable[[Node], bool]) -> bool:
    return told(work) or any(map(told, below(program, work.name)))


def _called(here: Here, plan: str, work: Iterable[Node]) -> str:
    """Return what several of the work are called: by the plan's own word where all are of it and of one kind."""
    kinds, plans = {node.kind for node in work}, {node.plan for node in work}
    if len(kinds) > 1:
        return here.words("punkter")
    return kind_words(here.program, plan if plans == {plan} else "", kinds.pop(), here.words)[1].lower()
