"""The goals of a plan at a glance: a row each, and how much of each later kind follows it up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plancompiler.cells import plain_title, plan_of, series, shown
from plancompiler.followup import chain, counts_as
from plancompiler.measures import own_work
from plancompiler.node import Node
from plancompiler.program import Program, above, below, links_from
from plancompiler.sector import with_sector
from plancompiler.table import counted
from plancompiler.views.facts import linked
from plancompiler.views.hung_work import hung_counts
from plancompiler.views.naming import ref
from plancompiler.views.page import Here, Ref
from plancompiler.views.serving import serving
from plancompiler.views.un_tiles import Tile, own_tiles
from plancompiler.views.untied import Untied, later_kinds, untied
from plancompiler.wording import called, kind_words, level_words


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal: its page, its UN goals, what it is quoted from, and how many of each later kind serve it.

    `ref` has the goal's word and number before its title, where they say more than `heading` does. `untied` is what is
    said instead of the counts when nothing does; `elsewhere` is how much other plans have for it.
    """

    ref: Ref
    tiles: tuple[Tile, ...]
    origin: tuple[Ref, ...]
    counts: tuple[int, ...]
    untied: Untied | None
    elsewhere: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The goals of a plan. `totals` are its own counts, with the word for one or several; `columns` the later kinds.

    `heading` is what the plan calls a goal; `quoted` goals are others', told of and no more; `overlap` tells that
    something is counted at several goals; `apart` says what is counted at none; `caption` says what the columns are.
    """

    heading: str
    caption: str
    totals: tuple[tuple[int, str], ...]
    quoted: int
    overlap: bool
    apart: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[GoalRow, ...]


def overview(here: Here, plan: str) -> Overview:
    """Return the overview of a plan. Of quoted goals, those that work hangs under have a row."""
    program = here.program
    goals = [node for node in below(program, plan) if node.kind == "mål" and not _only_quoted(program, node)]
    later = later_kinds(here, plan)
    served = {goal.name: {kind: serving(program, goal.name, kind) for kind in later} for goal in goals}
    columns = [kind for kind in later if any(served[goal.name][kind] for goal in goals)]
    heading = kind_words(program, plan, "mål", here.words)[0]
    rows = tuple(
        GoalRow(
            ref=_goal(here, goal, heading),
            tiles=own_tiles(here, goal.name),
            origin=tuple(one for fact in linked(here, goal.name, "sitert") for one in fact.refs),
            counts=tuple(len(served[goal.name][kind]) for kind in columns),
            untied=None if any(served[goal.name].values()) else untied(here, goal),
            elsewhere=series([f"{counted(count)} {what}" for count, what in hung_counts(here, goal)], here.words),
        )
        for goal in goals
    )
    shown = tuple(kind_words(program, plan, kind, here.words)[1] for kind in columns)
    every = [serves[kind] for serves in served.values() for kind in columns]
    return Overview(
        heading=heading,
        caption=_caption(here, any(row.tiles for row in rows), bool(columns)),
        totals=plan_totals(here, plan),
        quoted=sum(node.kind == "mål" and _only_quoted(program, node) for node in below(program, plan)),
        overlap=len(frozenset().union(*every)) < sum(map(len, every)),
        apart=apart(here, plan) if columns else (),
        columns=shown,
        rows=rows,
    )


def _caption(here: Here, tiled: bool, followed_up: bool) -> str:
    words = here.words
    if tiled and followed_up:
        return words("Målene i planen, FN-målene de er knyttet til, og hvor mye som følger dem opp")
    if tiled:
        return words("Målene i planen og FN-målene de er knyttet til")
    return words("Målene i planen og hvor mye som følger dem opp") if followed_up else words("Målene i planen")


def plan_totals(here: Here, plan: str) -> tuple[tuple[int, str], ...]:
    """Return how many nodes a plan has of each kind in its chain, and of measures, with the word for one or several.

    An overordnet goal is above the others, and is counted by itself. A quoted goal that the plan hangs work under is a
    goal that it has, too; the words say how many are whose.
    """
    program = here.program
    found: list[tuple[int, str]] = []
    # Measures are counted on many pages, of a plan whose chain ends above them too.
    for kind in dict.fromkeys((*chain(program, plan), "virkemiddel")):
        nodes = [
            *own_work(program, plan, kind),
            *(node for node in below(program, plan) if kind == node.kind == "mål" and _works_for(program, node)),
        ]
        above = [node for node in nodes if kind == "mål" and node.text("nivå") == "overordnet"]
        if above:
            word = level_words(program, above[0], here.words)[len(above) > 1].lower()
            found.append((len(above), word + _whose(here, above)))
        rest = [node for node in nodes if node not in above]
        found.append((len(rest), _word(here, plan, kind, len(rest)) + _whose(here, rest)))
    return tuple((count, word) for count, word in found if count)


def _works_for(program: Program, goal: Node) -> bool:
    """Tell whether a goal is another's, and the plan hangs work of its own under it."""
    return goal.name in program.quoted and bool(program.children.get(goal.name))


def _only_quoted(program: Program, goal: Node) -> bool:
    """Tell whether a goal is another's, and no more than told of."""
    return goal.name in program.quoted and not program.children.get(goal.name)


def _whose(here: Here, goals: list[Node]) -> str:
    """Return how many of some goals are quoted, and from where if that is one place; "" when none is."""
    program, words = here.program, here.words
    quoted = [goal for goal in goals if goal.name in program.quoted]
    if not quoted:
        return ""
    places = {origin for goal in quoted for origin in _origins(program, goal)}
    place = shown(program, places.pop(), words) if len(places) == 1 and "" not in places else words("andre")
    if len(quoted) == len(goals):
        return " " + words("fra {plan}").format(plan=place)
    return " " + words("({count} fra {plan})").format(count=counted(len(quoted)), plan=place)


def _origins(program: Program, goal: Node) -> Iterator[str]:
    """Yield the plans and documents whose words a goal's are, "" for one that is not here."""
    for node in (goal, *above(program, goal.name)):
        links = links_from(program, node.name, "sitert")
        if links:
            yield from (plan_of(program, link.target) or link.target for link in links)
            return
    yield ""


def goal_counts(here: Here, goal: str) -> tuple[tuple[int, str], ...]:
    """Return how many of each later kind serve a goal, with the word for one or several."""
    plan = here.program.nodes[goal].plan
    counts = ((kind, len(serving(here.program, goal, kind))) for kind in later_kinds(here, plan))
    return tuple((count, _word(here, plan, kind, count)) for kind, count in counts if count)


def apart(here: Here, plan: str) -> tuple[str, ...]:
    """Return a sentence for each area with something that is tied to no goal: how much of each kind, and where."""
    program, words = here.program, here.words
    goals = [node.name for node in below(program, plan) if node.kind == "mål"]
    if not goals:
        return ()
    by_area: dict[str, dict[str, int]] = {}
    for kind in later_kinds(here, plan):
        tied = frozenset().union(*(serving(program, goal, kind) for goal in goals))
        for node in below(program, plan):
            if counts_as(program, node.name, kind) and node.name not in tied:
                counts = by_area.setdefault(_area_of(program, node.name), {})
                counts[kind] = counts.get(kind, 0) + 1
    named = kind_words(program, plan, "mål", words)[1].lower()
    return tuple(
        (
            words("Ikke knyttet til noen {goals}: {counts} i «{area}».")
            if area
            else words("Ikke knyttet til noen {goals}: {counts}.")
        ).format(
            goals=named,
            area=area,
            counts=series([many(here, plan, kind, count) for kind, count in counts.items()], words),
        )
        for area, counts in by_area.items()
    )


def many(here: Here, plan: str, kind: str, count: int) -> str:
    """Return how many there are of a kind, in the plan's own word for it."""
    return f"{counted(count)} {kind_words(here.program, plan, kind, here.words)[count != 1].lower()}"


def _goal(here: Here, goal: Node, heading: str) -> Ref:
    full = ref(here, goal.name)
    same = called(here.program, goal, here.words) == heading
    shown = plain_title(here.program, goal) if same else full.text
    return replace(full, text=with_sector(here.program, goal, shown))


def _word(here: Here, plan: str, kind: str, count: int) -> str:
    return kind_words(here.program, plan, kind, here.words)[0 if count == 1 else 1].lower()


def _area_of(program: Program, name: str) -> str:
    area = next((node for node in above(program, name) if node.kind == "område"), None)
    return plain_title(program, area) if area is not None else ""
