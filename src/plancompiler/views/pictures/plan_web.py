"""How the plans follow one another up: what is built on to the left, what follows it up to the right.

Documents that one plan alone builds on are in the table, not in the drawing, and so is what plans are to deliver: a new
plan does not follow up the one that orders it. Plans that are tied to nothing are in neither; beneath, they are named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from plancompiler.address import address
from plancompiler.cells import names_it, plan_of, series, shown, told_municipality
from plancompiler.program import Program, links_from
from plancompiler.table import counted, rows_of
from plancompiler.tables import plan_plan
from plancompiler.translate import Translator
from plancompiler.views.drawing import (
    MOST,
    WIDTH,
    Drawing,
    Facts,
    Picture,
    Words,
    box,
    fitted,
    joined,
    lines_at,
    wrapped,
)
from plancompiler.views.in_force import shown_status
from plancompiler.views.naming import language_of
from plancompiler.views.page import Here, Ref
from plancompiler.views.pictured import Pictures

_TABLE = "tabeller/plan-plan.html"

# With more lines than this nobody can follow one: then only what plans say of themselves as a whole is drawn.
_LINES = 60

# What a plan, or a node of it, says of another: the words of the table, by how the two stand to each other.
_BELOW = ("Følges opp i",)
_DELIVERED = "Leverer"
_BESIDE = "Erstatter", "Utkast til ny utgave av"
_WHOLE = ("Overordnet plan", *_BESIDE, *_BELOW)

# So many plans that are not drawn are named.
_NAMED = 8

_COLUMNS = 4
_GAP = 44
_BEND = 26
_BOX = 50
_ROW = 62
_HEAD = 4
_SWEEPS = 4


class _Row(NamedTuple):
    """What the table says: the plan, the tie, and the full name of the other, or what it is called alone."""

    plan: str
    tie: str
    other: str


class _Tie(NamedTuple):
    """Two plans or documents: what is built on and what builds on it, or what is replaced and what replaces it."""

    upper: str
    lower: str
    beside: bool


# The column of a plan, and its place from the top of it.
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Web:
    """The ties that are drawn, and where what they tie stands."""

    ties: tuple[_Tie, ...]
    places: Mapping[str, _Place]


def _draw(here: Here) -> Iterator[Picture]:
    words = here.words
    rows = _rows(here.program, words)
    web = _web(here.program, words)
    if not web.ties:
        return
    alone = _alone(here, rows, web)
    apart = len({name for row in rows for name in (row.plan, row.other)} - web.places.keys() - set(alone))
    left_out = words("Ikke tegnet: {count}. Alt står i tabellen.").format(count=_left(apart, words))
    facts = len(rows) <= MOST and here.page != _TABLE
    yield Picture(
        "planer",
        words("Slik henger planene sammen"),
        _finding(here, web),
        (),
        _drawing(here, web),
        _facts(here, rows) if facts else None,
        None if facts or here.page == _TABLE else Ref(words("Planene og hverandre"), here.link(_TABLE)),
        linked=True,
        legend=(
            words(
                "Det som står til høyre, følger opp eller bygger på det til venstre. "
                "En stiplet strek går til det som er eller skal bli erstattet. "
                "Planer og dokumenter med stiplet ramme er ikke lagt inn her."
            ),
            *([left_out] if apart else []),
            *(
                [
                    words("Uten kobling til de andre planene, og derfor ikke tegnet: {plans}.").format(
                        plans=_few(here, alone)
                    )
                ]
                if alone
                else []
            ),
        ),
    )


def _alone(here: Here, rows: Mapping[_Row, int], web: _Web) -> tuple[str, ...]:
    """Return the plans that are tied to no other plan here, and to no document that is drawn."""
    plans = here.program.plans
    tied = {name for row in rows if row.other in plans for name in (row.plan, row.other)}
    return tuple(plan for plan in plans if plan not in tied and plan not in web.places)


def _left(count: int, words: Translator) -> str:
    if count == 1:
        return words("én plan eller ett dokument")
    return words("{count} planer og dokumenter").format(count=counted(count))


def _few(here: Here, plans: tuple[str, ...]) -> str:
    """Return plans in a series, the first few when they are many."""
    named = [_label(here, plan) for plan in plans[:_NAMED]]
    left = len(plans) - len(named)
    return series([*named, *([here.words("{count} til").format(count=counted(left))] if left else [])], here.words)


@lru_cache(maxsize=4)
def _rows(program: Program, words: Translator) -> Mapping[_Row, int]:
    """Return what the table says, and in how many rows."""
    found = rows_of(plan_plan.TABLE, program, words)
    columns = ("Plan", "Punkt", "Kobling", "Til plan")
    plan, point, tie, other = (found.columns.index(words(name)) for name in columns)
    # What a plan leaves to another may be a goal of a third: then it is that one which the other follows up.
    own = (plan_of(program, row[point][0].name if row[point] else "") or row[plan][0].name for row in found.rows)
    every = zip(own, found.rows, strict=True)
    said = ((name, row[tie][0].text, row[other][0]) for name, row in every if row[other])
    return Counter(_Row(name, word, to.name or to.text) for name, word, to in said)


@lru_cache(maxsize=4)
def _web(program: Program, words: Translator) -> _Web:
    every = [(row.tie, _tie(row, words)) for row in _rows(program, words) if row.tie != words(_DELIVERED)]
    whole = {words(word) for word in _WHOLE}
    users = Counter(tie.upper for tie in {tie for _, tie in every})
    ties = tuple(
        dict.fromkeys(tie for word, tie in every if tie.upper in program.plans or word in whole or users[tie.upper] > 1)
    )
    if len(ties) > _LINES:
        ties = tuple(dict.fromkeys(tie for word, tie in every if word in whole))
    # Those with most ties are drawn, in the order they come.
    weight = Counter(name for tie in ties for name in (tie.upper, tie.lower))
    kept = {name for name, _ in weight.most_common(MOST)}
    ties = tuple(tie for tie in ties if tie.upper in kept and tie.lower in kept)
    return _Web(ties, _places(ties))


def _tie(row: _Row, words: Translator) -> _Tie:
    if row.tie in {words(word) for word in _BELOW}:
        return _Tie(row.plan, row.other, False)
    return _Tie(row.other, row.plan, row.tie in {words(word) for word in _BESIDE})


def _places(ties: tuple[_Tie, ...]) -> Mapping[str, _Place]:
    """Return where each stands: right of all it builds on, and near what it is tied to."""
    names = tuple(dict.fromkeys(name for tie in ties for name in (tie.upper, tie.lower)))
    column = dict.fromkeys(names, 0)
    # Plans may build on each other in a ring, so the columns are moved apart only so many times.
    for _ in range(_COLUMNS - 1):
        for tie in ties:
            right = column[tie.upper] + (not tie.beside)
            column[tie.lower] = min(_COLUMNS - 1, max(column[tie.lower], right))
            if tie.beside:
                column[tie.upper] = column[tie.lower]
    near: dict[str, list[str]] = {name: [] for name in names}
    for tie in ties:
        near[tie.upper].append(tie.lower)
        near[tie.lower].append(tie.upper)
    # What is replaced stands under what replaced it.
    after = {tie.upper: tie.lower for tie in ties if tie.beside}
    rows: dict[str, float] = {}
    columns = [[name for name in names if column[name] == number] for number in range(_COLUMNS)]
    for _ in range(_SWEEPS):
        for found in columns:
            for place, name in enumerate(found):
                rows[name] = place - len(found) / 2
        for found in columns:
            middle = {name: sum(rows[other] for other in near[name]) / len(near[name]) for name in found}
            found.sort(key=lambda name: _order(name, after, middle))
            for place, name in enumerate(found):
                rows[name] = place - len(found) / 2
    return {name: (number, place) for number, found in enumerate(columns) for place, name in enumerate(found)}


def _order(name: str, after: Mapping[str, str], middle: Mapping[str, float]) -> tuple[float, str, int]:
    """Return what a column is sorted by: near what is tied to it, or behind the newest of those that took its place."""
    steps = 0
    while name in after and after[name] in middle and steps < len(after):
        name, steps = after[name], steps + 1
    return middle[name], name, steps


def _finding(here: Here, web: _Web) -> str:
    """Return what most of the others build on, and how many there are."""
    words = here.words
    users = Counter(tie.upper for tie in web.ties if not tie.beside)
    said = words("{count} planer og dokumenter er knyttet sammen.").format(count=len(web.places))
    first = users.most_common(2)
    if not first or first[0][1] < 2 or (len(first) > 1 and first[0][1] == first[1][1]):
        return said
    most = words("Flest bygger på {plan}: {count}.").format(
        plan=shown(here.program, first[0][0], words), count=first[0][1]
    )
    return f"{said} {most}"


def _drawing(here: Here, web: _Web) -> Drawing:
    program = here.program
    columns = max(column for column, _ in web.places.values()) + 1
    heights = Counter(column for column, _ in web.places.values())
    most = max(heights.values())
    width = (WIDTH - _BEND - _GAP * (columns - 1)) // columns

    def at(name: str) -> tuple[int, int]:
        column, place = web.places[name]
        return column * (width + _GAP), _HEAD + place * _ROW + (most - heights[column]) * _ROW // 2

    lines: dict[str, list[str]] = {"l": [], "y": []}
    heads: list[str] = []
    for tie in web.ties:
        (x, y), (to_x, to_y) = at(tie.upper), at(tie.lower)
        x, y, to_y, bend = x + width, y + _BOX // 2, to_y + _BOX // 2, _BEND
        if x < to_x:
            heads.append(f"M{to_x - 7} {to_y - 4}l7 4l-7 4z")
        else:
            # In one column, or back in a ring, the line goes around the right side.
            to_x, bend = to_x + width, -_BEND
        lines["y" if tie.beside else "l"].append(f"M{x} {y}C{x + _BEND} {y} {to_x - bend} {to_y} {to_x} {to_y}")
    own = [box(*at(name), width, _BOX) for name in web.places if name in program.plans]
    others = [box(*at(name), width, _BOX) for name in web.places if name not in program.plans]
    texts = tuple(
        _box_words(here, name, *at(name), width) for name in sorted(web.places, key=lambda name: web.places[name])
    )
    shapes = joined(*lines.items(), ("q", heads), ("k", own), ("j", others))
    return Drawing(_HEAD + most * _ROW, shapes, (("", texts),))


def _box_words(here: Here, name: str, x: int, y: int, width: int) -> Words:
    program, room = here.program, width - 18
    lines = wrapped(_label(here, name), room, 2 if name in program.plans else 3)
    if name in program.plans:
        period = here.period(program.plans[name].text("periode"))
        known = program.plans[name].text("status") not in {"", "ukjent"}
        said = ", ".join(part for part in (shown_status(here, name) if known else "", period) if part)
        lines = (*lines, fitted(said, room)) if said else lines
    to = address(program, name)
    return lines_at(x + 9, y + _BOX // 2, lines, here.link(to), language_of(here, name) if to else "")


def _label(here: Here, name: str) -> str:
    """Return what a plan or document is called; a municipality's own document with it, as its plans are."""
    program, said = here.program, shown(here.program, name, here.words)
    issuers = links_from(program, name, "utgiver") if name in program.entries else ()
    places = (told_municipality(program, issuer.target) for issuer in issuers if issuer.target)
    return ", ".join(dict.fromkeys((said, *(place for place in places if place and not names_it(said, place)))))


def _facts(here: Here, rows: Mapping[_Row, int]) -> Facts:
    words = here.words
    told = ((_ref(here, row.plan), Ref(row.tie), _ref(here, row.other), count) for row, count in rows.items())
    return Facts(
        (words("Plan"), words("Kobling"), words("Til plan"), words("Antall")),
        tuple((*cells, Ref(counted(count))) for *cells, count in told),
    )


def _ref(here: Here, name: str) -> Ref:
    to = address(here.program, name)
    return Ref(_label(here, name), here.link(to), language_of(here, name) if to else "")


PICTURES = Pictures(("index.html", _TABLE), _draw)
