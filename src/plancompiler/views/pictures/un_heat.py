"""Measures by UN goal: a row a plan, a column a goal, the darker the more; one picture for each way of being tied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plancompiler.cells import plan_of, plans_in_order, series, shown
from plancompiler.program import Program, links_to
from plancompiler.table import counted
from plancompiler.un_use import How
from plancompiler.views.drawing import (
    MOST,
    WIDTH,
    Drawing,
    Facts,
    Picture,
    Words,
    box,
    joined,
    left_out,
    lines_at,
    wrapped,
)
from plancompiler.views.in_force import plan_mark
from plancompiler.views.page import Here, Ref
from plancompiler.views.pictured import Pictures
from plancompiler.views.standing import is_draft
from plancompiler.views.un_ties import GOALS, ties
from plancompiler.views.un_tiles import tile

# Those who are tied by a mention alone are nobody's measures for the goal.
_WAYS: tuple[How, ...] = ("via mål", "direkte")
_COLUMNS = {"via mål": "Virkemidler og strategier via mål", "direkte": "Virkemidler og strategier direkte"}

# What a plan means to do: its measures, and its strategies, which are all that many plans have.
_DONE = frozenset({"strategi", "virkemiddel"})

_GOALS = frozenset({"mål", "delmål"})

# The classes of the cells that have something, from few to many; on the last the words are light.
_SHADES = ("a", "b", "c", "d")

_CELL = 33
_LABELS = WIDTH - len(GOALS) * _CELL
_HEAD = 34
_ROW = 36

# How many plans a row of the table names.
_NAMED = 12


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many measures each plan has for each UN goal, by plan and number; the plans that have any, in their order.

    They are those tied to it in one way; `other` are those tied in the other, `goals` where goals of the plan are tied.

    `declined` are the plans and goals of which the plan says that it leaves the goal alone; `whole` those where the
    plan itself is tied to the goal.
    """

    plans: tuple[str, ...]
    by: Mapping[tuple[str, str], int]
    other: Mapping[tuple[str, str], int]
    goals: frozenset[tuple[str, str]]
    declined: frozenset[tuple[str, str]]
    whole: frozenset[tuple[str, str]]

    def total(self, program: Program, goal: str) -> int:
        """Return how many the plans in force have for a goal."""
        return sum(count for (plan, number), count in self.by.items() if number == goal and plan in program.counted)


def _draw(here: Here) -> Iterator[Picture]:
    program, words = here.program, here.words
    found = {how: _counts(program, how) for how in _WAYS}
    # One way is drawn, the one with most in it, since they must not be added up; the table has both.
    how = max(_WAYS, key=lambda way: sum(found[way].by.values()))
    plans = found[how].plans
    if not plans:
        return
    note = words("Tallene er virkemidler og strategier som er knyttet til FN-målet via målet de hører til.")
    if how == "direkte":
        note = words("Tallene er virkemidler og strategier som er knyttet til FN-målet direkte.")
    if any(plan in plans for plan, _ in found[how].declined):
        note = f"{note} {words('«Valgt bort» betyr at planen selv sier at den ikke følger opp FN-målet.')}"
    instead = {(plan, goal): _instead(here, found[how], how, (plan,), goal) for plan in plans for goal in GOALS}
    if words("bare mål") in instead.values():
        note = f"{note} {words('«Bare mål» betyr at mål i planen er knyttet til FN-målet, men ingen virkemidler.')}"
    if words("bare plan") in instead.values():
        whole = words(
            "«Bare plan» betyr at planen som helhet er knyttet til FN-målet, men ingen virkemidler "
            "eller strategier i den."
        )
        note = f"{note} {whole}"
    said = words("De {count} første planene vises; resten står på sidene til FN-målene.")
    yield Picture(
        "virkemidler",
        words("Virkemidler per FN-mål"),
        _finding(here, found[how], how),
        (),
        _drawing(here, found[how], how, plans[:MOST]),
        Facts(
            (words("FN-mål"), *(words(_COLUMNS[way]) for way in _WAYS)),
            tuple((_goal(here, goal), *(_fact(here, found[way], way, goal) for way in _WAYS)) for goal in GOALS),
        ),
        legend=(note, *left_out(min(len(plans), MOST), len(plans), said)),
    )


def _counts(program: Program, how: How) -> _Counts:
    by, other = _sources(program, how, _DONE), _sources(program, next(way for way in _WAYS if way != how), _DONE)
    goals = frozenset(key for way in _WAYS for key in _sources(program, way, _GOALS))
    tied = {plan for plan, _ in by}
    return _Counts(
        tuple(plan for plan in plans_in_order(program) if plan in tied),
        by,
        other,
        goals,
        frozenset(
            (link.source, goal)
            for goal in GOALS
            for link in links_to(program, f"fn/{goal}", "følger_ikke_opp")
            if link.source in program.counted or (link.source in program.plans and is_draft(program, link.source))
        ),
        frozenset(
            (use.source, goal)
            for goal, found in ties(program).items()
            for use in (*found.counted["direkte"], *found.others)
            if use.how == "direkte"
            and use.source in program.plans
            and (use.source in program.counted or is_draft(program, use.source))
        ),
    )


def _sources(program: Program, how: How, kinds: frozenset[str]) -> Mapping[tuple[str, str], int]:
    """Return how many nodes of some kinds are tied to each goal in a way, by plan and number of the goal."""
    sources: dict[tuple[str, str], set[str]] = {}
    for goal, found in ties(program).items():
        for use in (*found.counted[how], *found.others):
            plan, node = plan_of(program, use.source), program.nodes.get(use.source)
            is_one = use.how == how and node is not None and node.kind in kinds
            if is_one and (plan in program.counted or is_draft(program, plan)):
                sources.setdefault((plan, goal), set()).add(use.source)
    return {key: len(names) for key, names in sources.items()}


def _finding(here: Here, found: _Counts, how: How) -> str:
    """Return where there is most, and where there is nothing; of plans in force when any of them has something."""
    program, words = here.program, here.words
    totals = {goal: found.total(program, goal) for goal in GOALS}
    if not any(totals.values()):
        return words("Bare planer som ikke er vedtatt, har virkemidler her.")
    most = max(totals.values())
    first = [goal for goal in GOALS if totals[goal] == most]
    empty = [goal for goal in GOALS if not totals[goal]]
    if len(first) + len(empty) < len(GOALS):
        message = words("{way}: flest ved FN-mål {goals} ({count}).")
    else:
        # Nothing has most where all that have any have as much.
        each = words("{way}: alle ved FN-mål {goals}, {count} ved hvert.")
        message = each if len(first) > 1 else words("{way}: alle ved FN-mål {goals} ({count}).")
    way = words("Direkte") if how == "direkte" else words("Via mål")
    said = message.format(way=way, goals=series(first, words), count=counted(most))
    none = (
        words("Ingen direkte ved FN-mål {goals}.") if how == "direkte" else words("Ingen via mål ved FN-mål {goals}.")
    )
    rest = none.format(goals=series(empty, words)) if empty else ""
    return f"{said} {rest or words('Alle FN-målene har noe.')}"


def _drawing(here: Here, found: _Counts, how: How, plans: tuple[str, ...]) -> Drawing:
    program, words = here.program, here.words
    in_force = [plan for plan in found.plans if plan in program.counted]
    rows = [(_label(here, plan), [found.by.get((plan, goal), 0) for goal in GOALS], plan) for plan in plans]
    if len(in_force) > 1:
        # Drafts have rows too, and are not in the sum.
        with_drafts = len(in_force) < len(found.plans)
        summed = words("Sum av {count} planer, utkast ikke med") if with_drafts else words("Sum av {count} planer")
        totals = [found.total(program, goal) for goal in GOALS]
        rows.append((summed.format(count=counted(len(in_force))), totals, ""))
    most = max(found.by.values())
    cells: dict[str, list[str]] = {shade: [] for shade in _SHADES}
    groups: dict[str, list[Words]] = {"": [], "n": [], "n on": [], "o": []}
    for place, (label, counts, plan) in enumerate(rows):
        y = _HEAD + place * _ROW
        groups[""].append(lines_at(0, y + _ROW // 2, wrapped(label, _LABELS - 8, 2)))
        for column, (goal, count) in enumerate(zip(GOALS, counts, strict=True)):
            x = _LABELS + column * _CELL
            shade = _SHADES[min(len(_SHADES) - 1, count * len(_SHADES) // (most + 1))] if plan else ""
            if count and shade:
                cells[shade].append(box(x + 1, y + 1, _CELL - 2, _ROW - 2))
            kind = "n on" if shade == _SHADES[-1] and count else "n" if count else "o"
            instead = _instead(here, found, how, (plan,) if plan else in_force, goal)
            groups[kind].append(_said(x + _CELL // 2, y + _ROW // 2, count, instead))
    heads = tuple(Words(_LABELS + place * _CELL + _CELL // 2, 21, goal) for place, goal in enumerate(GOALS))
    tiles = ((f"g fn-{goal}", box(_LABELS + place * _CELL + 1, 4, _CELL - 2, 26)) for place, goal in enumerate(GOALS))
    rule = f"M0 {_HEAD + len(plans) * _ROW}h{WIDTH}" if len(rows) > len(plans) else ""
    return Drawing(
        _HEAD + len(rows) * _ROW,
        (*tiles, *joined(*cells.items(), ("r", (rule,)))),
        (
            *((f"m on-goal fn-{goal}", (head,)) for goal, head in zip(GOALS, heads, strict=True)),
            *((("m " + name).strip() if name else "", tuple(group)) for name, group in groups.items() if group),
        ),
    )


def _said(x: int, y: int, count: int, instead: str) -> Words:
    # A number stands above its word, and a word of two is not parted from it.
    return Words(x, y + 4, counted(count)) if count else lines_at(x, y, instead.split(" "))


def _instead(here: Here, found: _Counts, how: How, plans: Sequence[str], goal: str) -> str:
    """Return what stands where some plans have no measures tied to a goal in the way drawn.

    Of several it is the most that any of them has: one plan may leave alone what another has goals for.
    """
    words, keys = here.words, [(plan, goal) for plan in plans]
    other = sum(found.other.get(key, 0) for key in keys)
    if other:
        said = words("{count} direkte") if how == "via mål" else words("{count} via\N{NO-BREAK SPACE}mål")
        return said.format(count=other)
    doing = [key for key in keys if key not in found.declined]
    if any(key in found.goals for key in doing):
        return words("bare mål")
    if any(key in found.whole for key in doing):
        return words("bare plan")
    return words("ingen") if len(doing) == len(keys) else words("valgt bort")


def _label(here: Here, plan: str) -> str:
    mark = plan_mark(here, plan)
    named = shown(here.program, plan, here.words)
    return f"{mark}: {named}" if mark else named


def _goal(here: Here, goal: str) -> Ref:
    own = tile(here, f"fn/{goal}")
    return Ref(f"{own.number} {own.name}", own.href)


def _fact(here: Here, found: _Counts, how: How, goal: str) -> Ref:
    """Return how many there are for a goal in plans in force, and in which; in drafts besides."""
    program, words = here.program, here.words
    having = [plan for plan in found.plans if (plan, goal) in found.by]
    named = [f"{_label(here, plan)}: {counted(found.by[plan, goal])}" for plan in having[:_NAMED]]
    if len(having) > _NAMED:
        named.append(words("og {count} planer til").format(count=len(having) - _NAMED))
    goals = found.goals - found.declined - found.by.keys() - found.other.keys()
    only_goals = [_label(here, plan) for plan in plans_in_order(program) if (plan, goal) in goals]
    if only_goals and how == "direkte":
        named.append(words("bare mål: {plans}").format(plans=series(only_goals, words)))
    alone = [
        _label(here, plan) for plan in plans_in_order(program) if (plan, goal) in found.whole - found.by.keys() - goals
    ]
    if alone and how == "direkte":
        named.append(words("planen som helhet: {plans}").format(plans=series(alone, words)))
    declined = [_label(here, plan) for plan in plans_in_order(program) if (plan, goal) in found.declined]
    if declined and how == "direkte":
        named.append(words("valgt bort: {plans}").format(plans=series(declined, words)))
    total = found.total(program, goal)
    return Ref(counted(total) if total else words("ingen"), note="; ".join(named))


PICTURES = Pictures(("fn/index.html",), _draw)
