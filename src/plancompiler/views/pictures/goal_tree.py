"""The goals of a plan, what stands under each, and how much is done for it: a square a measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plancompiler.cells import plain_title, series
from plancompiler.node import Node
from plancompiler.program import Program, above, below
from plancompiler.sector import sector
from plancompiler.table import counted
from plancompiler.views.drawing import (
    LINE,
    MOST,
    WIDTH,
    Drawing,
    Picture,
    Words,
    box,
    fitted,
    joined,
    left_out,
    lines_at,
    wrapped,
)
from plancompiler.views.hung_work import hung_counts
from plancompiler.views.naming import language_of
from plancompiler.views.overview import apart, many
from plancompiler.views.page import Here, Ref
from plancompiler.views.pictured import PLAN, Pictures
from plancompiler.views.place import place
from plancompiler.views.serving import serving
from plancompiler.views.untied import later_kinds
from plancompiler.wording import kind_words

# With more lines than this the goals are shown alone.
_LINES = 60

# How many goals a note names.
_NAMED = 3

_UNIT = 9
_ROW = 22
_HEAD = 26
_GAP = 10


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide a goal's box is, and where the titles under it, the counts and the squares begin."""

    goal: int
    title: int
    count: int

    @property
    def units(self) -> int:
        return self.count + 38


_WITH_LINES, _GOALS_ALONE = _Columns(232, 266, 556), _Columns(430, 0, 446)


@dataclass(frozen=True, slots=True)
class _Line:
    """What stands under a goal, and how much is done for it."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class _Goal:
    """A goal, the area it stands in, how much is done for it in all, and what stands under it."""

    node: Node
    area: str
    count: int
    lines: tuple[_Line, ...]


def _draw(here: Here) -> Iterator[Picture]:
    program, words, plan = here.program, here.words, here.plan
    own = [node for node in below(program, plan) if _is_goal(program, node)]
    later = [kind for kind in later_kinds(here, plan) if any(serving(program, goal.name, kind) for goal in own)]
    if not own or (not later and not any(_over(program, goal) for goal in own)):
        return
    goals = tuple(_goals(here, own, later))
    if sum(len(goal.lines) for goal in goals) > _LINES:
        goals = tuple(_Goal(goal.node, goal.area, goal.count, ()) for goal in goals)
    word = kind_words(program, plan, "mål", words)[1].lower()
    one, done = (each.lower() for each in kind_words(program, plan, later[-1], words)) if later else ("", "")
    title = words("Fra {goals} til {done}").format(goals=word, done=done) if done else words("Mål under mål")
    yield Picture(
        "tre",
        title,
        _finding(here, goals, word, one, done),
        (*apart(here, plan), *_shared(here, goals, later)),
        _drawing(here, goals[:MOST], later),
        beside=Ref(words("Målene kort, som tabell"), "#_oversikt"),
        linked=True,
        legend=(
            *left_out(
                min(len(goals), MOST), len(goals), words("De {count} første målene vises; resten står i tabellen.")
            ),
            *_undrawn(here, goals, later),
            *_elsewhere(here, own),
        ),
    )


def _goals(here: Here, own: list[Node], later: list[str]) -> Iterator[_Goal]:
    """Yield the goals with what is under each: goals of its own, else the first of the later kinds but the last."""
    program = here.program
    order = {node.name: number for number, node in enumerate(below(program, here.plan))}
    under: dict[str, list[Node]] = {}
    for goal in own:
        holder = _over(program, goal)
        if holder is not None:
            under.setdefault(holder.name, []).append(goal)
    for goal in own:
        if _over(program, goal) is not None:
            continue
        nodes = under.get(goal.name) or [
            program.nodes[name]
            for kind in later[:1]
            if len(later) > 1
            for name in sorted(serving(program, goal.name, kind), key=lambda name: (order.get(name, len(order)), name))
        ]
        done = serving(program, goal.name, later[-1]) if later else frozenset()
        served = {node.name: serving(program, node.name, later[-1]) if later else frozenset() for node in nodes}
        lines = [_Line(_named(program, node), len(served[node.name])) for node in nodes]
        rest = done.difference(*served.values())
        if lines and rest:
            lines.append(_Line(here.words("Hele målet"), len(rest)))
        yield _Goal(goal, _area(program, goal), len(done), tuple(lines))


def _named(program: Program, node: Node) -> str:
    """Return the title of a node; where others bear it, what it stands in comes first, for a line may be cut short."""
    return " – ".join(part for part in (sector(program, node), plain_title(program, node)) if part)


def _over(program: Program, goal: Node) -> Node | None:
    """Return the goal that a goal stands under, or None."""
    return next((node for node in above(program, goal.name) if _is_goal(program, node)), None)


def _is_goal(program: Program, node: Node) -> bool:
    """Tell whether a node is a goal of the plan; a quoted one is when work hangs under it."""
    return node.kind == "mål" and (node.name not in program.quoted or bool(program.children.get(node.name)))


def _area(program: Program, goal: Node) -> str:
    area = next((node for node in above(program, goal.name) if node.kind == "område"), None)
    return plain_title(program, area) if area is not None else ""


def _finding(here: Here, goals: tuple[_Goal, ...], word: str, one: str, done: str) -> str:
    """Return which goal has most done for it and how many have nothing; `one` and `done` are what one and many are."""
    words = here.words
    most = max(goal.count for goal in goals)
    only = f"«{plain_title(here.program, goals[0].node)}»"
    if not most and len(goals) == 1:
        return words("{goal} og det som hører til.").format(goal=only)
    if not most:
        return words("{count} {goals}, og det som hører til hvert av dem.").format(count=len(goals), goals=word)
    first = [f"«{plain_title(here.program, goal.node)}»" for goal in goals if goal.count == most]
    each = [goal.count for goal in goals]
    if len(goals) == 1:
        return words("{goal} har {count} {done}.").format(
            goal=only, count=counted(most), done=one if most == 1 else done
        )
    if len(first) > 2 or min(each) == most:
        between = counted(most) if min(each) == most else f"{counted(min(each))}–{counted(most)}"
        said = words("{goals} i alt: {count}. Hvert har {between} {done}.")
        what = one if between == counted(1) else done
        return said.format(goals=word.capitalize(), count=len(goals), between=between, done=what)
    said = words("Flest {done} har {goals}: {count}.").format(
        done=done, goals=series(first, words), count=counted(most)
    )
    empty = sum(not goal.count for goal in goals)
    rest = words("Uten {done}: {count} av {all} {goals}.").format(done=done, count=empty, all=len(goals), goals=word)
    return f"{said} {rest}" if empty else said


def _undrawn(here: Here, goals: tuple[_Goal, ...], later: list[str]) -> Iterator[str]:
    """Yield the note that counts the kinds that stand between the goals and what is counted, and are not drawn."""
    drawn = {*later[-1:], *(later[:1] if any(goal.lines for goal in goals) else ())}
    served = {kind: {name for goal in goals for name in serving(here.program, goal.node.name, kind)} for kind in later}
    counts = [many(here, here.plan, kind, len(served[kind])) for kind in later if kind not in drawn and served[kind]]
    if counts:
        yield here.words("Ikke tegnet: {count}. Alt står i tabellen.").format(count=series(counts, here.words))


def _elsewhere(here: Here, own: list[Node]) -> Iterator[str]:
    """Yield the note on what other plans do for the goals, which is in the table."""
    work = [f"{counted(count)} {what}" for count, what in hung_counts(here, *own)]
    if work:
        yield here.words("Ikke tegnet: {count}. Alt står i tabellen.").format(count=series(work, here.words))


def _shared(here: Here, goals: tuple[_Goal, ...], later: list[str]) -> Iterator[str]:
    """Yield the note on what is counted at a goal though it stands elsewhere, since the goal's own list lacks it."""
    found = {goal.node.name: len(_from_other_goals(here.program, goal.node, later[-1])) for goal in goals if later}
    named = [
        f"«{plain_title(here.program, goal.node)}» {counted(found[goal.node.name])}"
        for goal in goals[:MOST]
        if found.get(goal.node.name)
    ]
    if not named:
        return
    if len(named) > _NAMED:
        yield here.words("Det som står sammen for flere mål eller bidrar til flere, er telt ved hvert av dem.")
        return
    yield here.words("Medregnet {done} som står ved et annet mål og bidrar hit: {goals}.").format(
        done=kind_words(here.program, here.plan, later[-1], here.words)[1].lower(), goals=series(named, here.words)
    )


def _from_other_goals(program: Program, goal: Node, kind: str) -> frozenset[str]:
    return frozenset(
        name
        for name in serving(program, goal.name, kind)
        if (holders := [node for node in above(program, name) if node.kind == "mål"]) and goal not in holders
    )


def _drawing(here: Here, goals: tuple[_Goal, ...], later: list[str]) -> Drawing:
    program, words = here.program, here.words
    at = _WITH_LINES if any(goal.lines for goal in goals) else _GOALS_ALONE
    most = max(count for goal in goals for count in ([line.count for line in goal.lines] or [goal.count]))
    # A square a measure as long as there is room; else a bar.
    unit = min(_UNIT, (WIDTH - at.units) / max(1, most))
    texts = [("h", _heads(here, later, at))]
    boxes: list[str] = []
    rules: list[str] = []
    units: list[str] = []
    y, area = _HEAD, ""
    for goal in goals:
        if goal.area != area:
            area = goal.area
            texts.append(("h", (Words(0, y + 14, fitted(area, WIDTH)),) if area else ()))
            y += _ROW if area else 0
        titles = wrapped(plain_title(program, goal.node), at.goal - 20, 3 if len(goal.lines) > 2 else 2)
        if goal.lines and later:
            titles = (*titles, _many(here, goal.count, later[-1]))
        height = max(len(goal.lines) * _ROW, len(titles) * LINE + 12)
        boxes.append(box(0, y, at.goal, height))
        href, lang = here.link(place(program, goal.node.name)), language_of(here, goal.node.name)
        lines = [lines_at(10, y + height // 2, titles, href, lang)]
        found = goal.lines or (_Line("", goal.count),)
        first = y + (height - len(found) * _ROW) // 2 + _ROW // 2
        for middle, line in zip(range(first, first + height, _ROW), found, strict=False):
            count = counted(line.count) if line.count else words("ingen")
            if line.title:
                shown = fitted(line.title, at.count - at.title - 12)
                lines.append(Words(at.title, middle + 4, shown, lang=lang, then=(at.count, count) if later else None))
            elif later:
                lines.append(Words(at.count, middle + 4, count))
            units.append(f"M{at.units} {middle}h{round(line.count * unit)}" if line.count else "")
        if goal.lines:
            last = first + (len(found) - 1) * _ROW
            rules.append(f"M{at.goal} {y + height // 2}h14M{at.goal + 26} {first}h-12V{last}h12")
        texts.append(("", tuple(lines)))
        y += height + _GAP
    shapes = joined(("k", boxes), ("l", rules), ("u" if unit >= _UNIT else "v", units))
    return Drawing(y, shapes, tuple((kind, found) for kind, found in texts if found))


def _heads(here: Here, later: list[str], at: _Columns) -> tuple[Words, ...]:
    kinds = [("mål", 0), *((kind, at.title) for kind in later[:1] if at.title and len(later) > 1)]
    kinds.extend((kind, at.count) for kind in later[-1:])
    return tuple(Words(x, 12, kind_words(here.program, here.plan, kind, here.words)[1]) for kind, x in kinds)


def _many(here: Here, count: int, kind: str) -> str:
    one, many = kind_words(here.program, here.plan, kind, here.words)
    return f"{counted(count) if count else here.words('ingen')} {(one if count == 1 else many).lower()}"


PICTURES = Pictures((PLAN,), _draw)
