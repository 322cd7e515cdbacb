"""The page of a goal or an attachment: the node in full, with all that stands under it and all that points at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from plancompiler.address import address, has_page, permalink
from plancompiler.cells import plain_title, shown
from plancompiler.emit import Output
from plancompiler.inherit import language
from plancompiler.node import Node
from plancompiler.program import Program, above
from plancompiler.prose import Prose, plain
from plancompiler.sector import with_sector
from plancompiler.views.backlinks import Contributions
from plancompiler.views.changes import changed_by
from plancompiler.views.facts import Fact, inherited_financing
from plancompiler.views.hung_work import WORK, hung_counts, hung_work
from plancompiler.views.in_force import period_is_over
from plancompiler.views.linked_data import goal_data
from plancompiler.views.naming import ref
from plancompiler.views.node_view import NodeView, node_view
from plancompiler.views.overview import goal_counts
from plancompiler.views.page import Here, Listed, Page, Pages, Ref
from plancompiler.views.renewed import Renewed, renewed, unseen_change
from plancompiler.views.serving import serving
from plancompiler.views.standing import Standing, is_listed, standing
from plancompiler.views.superior import through_parts
from plancompiler.views.unsaid import unsaid
from plancompiler.views.untied import later_kinds, untied


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal or attachment: itself, the plan and its standing, what serves it in numbers, and its neighbours.

    `short` is the short name that the menu has for it, "" where that is its title.
    `untied` is said of a goal that nothing serves, "" of others; `unsaid` is what the plan leaves unsaid of a goal.
    `hung` is the work that other plans in force have for it.
    `on_page` is what stands on the page, `tree` all pages of the plan, each with its number.
    """

    node: NodeView
    short: str
    plan: Ref
    standing: Standing
    counts: tuple[tuple[int, str], ...]
    untied: str
    unsaid: str
    hung: tuple[Contributions, ...]
    renewed: Renewed | None
    unseen_change: Prose | None
    permalink: str
    own: str
    previous: Ref | None
    next: Ref | None
    on_page: tuple[Ref, ...]
    tree: tuple[tuple[Ref, str], ...]


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    for names in _with_page(program).values():
        for name in names:
            node = program.nodes[name]
            here = Here(program, output, address(program, name), node.plan)
            yield here.page, partial(_page, here, node)


@lru_cache(maxsize=4)
def _with_page(program: Program) -> Mapping[str, tuple[str, ...]]:
    """Return the nodes of each plan that have a page, in page order."""
    found: dict[str, list[str]] = {}
    for name, node in program.nodes.items():
        if has_page(program, name):
            found.setdefault(node.plan, []).append(name)
    return {plan: tuple(names) for plan, names in found.items()}


def goal_view(here: Here, node: Node) -> GoalView:
    """Return the page of a goal or an attachment."""
    program = here.program
    beside = _with_page(program)[node.plan]
    place = beside.index(node.name)
    before, after = beside[place - 1] if place else "", beside[place + 1] if place + 1 < len(beside) else ""
    shown = node_view(here, node, changed_by(here, node.plan), own_page=True)
    is_goal = node.kind == "mål"
    counts = (*goal_counts(here, node.name), *hung_counts(here, node)) if is_goal else ()
    return GoalView(
        node=replace(shown, facts=(*shown.facts, *through_parts(here, node), *_paid_by_header(here, node)))
        if is_goal
        else shown,
        short=_short(node),
        plan=_plan(here, node.plan),
        standing=standing(here, node.plan, briefly=True),
        counts=counts,
        untied=untied(here, node).text if is_goal and not counts and _is_bare(here, shown) else "",
        unsaid=unsaid(here, node) if is_goal else "",
        hung=hung_work(here, node) if is_goal else (),
        renewed=renewed(here, node.plan, node.name),
        unseen_change=_unseen_change(here, node.plan) if is_goal else None,
        permalink=here.link(permalink(program, node.name)),
        own=here.link(here.page),
        previous=ref(here, before) if before else None,
        next=ref(here, after) if after else None,
        on_page=tuple(_on_page(shown)),
        tree=_tree(program, here.output, node.plan),
    )


def _unseen_change(here: Here, plan: str) -> Prose | None:
    """Return why nobody can see here what is another in a plan."""
    return next(iter(unseen_change(here, plan).texts), None)


def _paid_by_header(here: Here, goal: Node) -> tuple[Fact, ...]:
    """Return what the plan's header says of money for the plan's own work for a goal."""
    served = (name for kind in WORK for name in serving(here.program, goal.name, kind))
    work = (here.program.nodes[name] for name in served)
    return inherited_financing(here, goal.plan, (one for one in work if one.plan == goal.plan))


def _page(here: Here, node: Node) -> Page:
    program, view = here.program, goal_view(here, node)
    holders = tuple(
        Ref(plain(holder.text("kortnavn")) or plain_title(program, holder), ref(here, holder.name).href)
        for holder in reversed(list(above(program, node.name)))
    )
    # Among plans of several municipalities the way here says whose plan this is, as lists do.
    trail = (replace(ref(here, node.plan), text=shown(program, node.plan, here.words)), *holders)
    name = ref(here, node.name).text
    lang, data = here.foreign(language(program, node.name)), goal_data(here, node)
    return Page(here.page, name, trail, view, is_listed(here, node.plan), lang, data=data)


def _short(node: Node) -> str:
    return plain(node.text("kortnavn")) if node.text("tittel") else ""


def _plan(here: Here, plan: str) -> Ref:
    """Return the plan of the page; what it says of its years is not to be read as of now when its period is over."""
    note = here.words("perioden er over") if period_is_over(here, plan) else ""
    return replace(ref(here, plan), note=note)


@lru_cache(maxsize=4)
def _tree(program: Program, output: Output, plan: str) -> tuple[tuple[Ref, str], ...]:
    """Return the pages of a plan with their numbers. They lie in one folder, so their links are the same on each."""
    here = Here(program, output, f"{plan}/index.html", plan)
    return tuple(_line(here, program.nodes[name]) for name in _with_page(program)[plan])


def _line(here: Here, node: Node) -> tuple[Ref, str]:
    words = with_sector(here.program, node, plain(node.text("kortnavn")) or plain_title(here.program, node))
    link = here.link(address(here.program, node.name))
    return Ref(words, link, here.foreign(language(here.program, node.name))), node.text("nummer")


def _on_page(shown: NodeView) -> Iterator[Ref]:
    """Yield what under a node has a heading on its page; what is one in a list has none."""
    for group in shown.groups:
        if group.shape == "sections":
            yield from (Ref(node.label, f"#{node.id}", _spoken(node)) for node in group.nodes if not node.page)
        elif group.heading:
            yield Ref(group.heading, f"#{group.nodes[0].id}", group.lang)


def _spoken(node: NodeView) -> str:
    return node.lang or (node.title.lang if node.title else "")


def _is_bare(here: Here, shown: NodeView) -> bool:
    """Tell whether nothing is tied to a goal whose plan goes no further than its goals; being mentioned is no tie."""
    ties = (shown.groups, shown.contributions, [fact for fact in shown.backlinks if fact.key != "omtaler"])
    return bool(later_kinds(here, here.plan)) or not any(ties)


PAGES = Pages("goal.html.j2", _produce)
