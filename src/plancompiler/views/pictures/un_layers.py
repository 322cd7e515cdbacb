"""Nature, society, economy and co-operation: the UN goals in layers, what is tied to each, in all and plan by plan.

Which layer a goal is in is the vocabulary's to say, and a workspace may say otherwise. Direct ties are drawn, for they
are what the plans say themselves; the table has the other ways beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plancompiler.cells import plan_of, plans_in_order, series, shown
from plancompiler.program import Program
from plancompiler.table import counted
from plancompiler.translate import Translator
from plancompiler.un_use import HOWS, How
from plancompiler.views.bars import bars
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
from plancompiler.views.in_force import left_aside
from plancompiler.views.page import Here, Ref
from plancompiler.views.pictured import Pictures
from plancompiler.views.un_ties import GOALS, ties

# What rests on what: nature carries the others. Layers of a workspace's own come above these, as they turn up.
_ORDER = ("natur", "samfunn", "økonomi", "samarbeid")

_NAME = 128
_TILE = 46
_LINE = 56
_STEP = 72


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer from below: its name, its goals, and the nodes and plans in force tied to one of them in each way."""

    name: str
    goals: tuple[str, ...]
    sources: Mapping[How, frozenset[str]]


def _draw(here: Here) -> Iterator[Picture]:
    program, words = here.program, here.words
    layers = _layers(program, words)
    if not any(layer.sources["direkte"] for layer in layers):
        return
    title = words("Natur, samfunn, økonomi og samarbeid")
    note = f"{words('Ett punkt kan være knyttet til flere FN-mål.')} {left_aside(here)}"
    yield Picture(
        "lag",
        title if tuple(layer.name for layer in layers) == tuple(_names(words).values()) else words("FN-målene i lag"),
        _finding(layers, words),
        (note,),
        _cake(here, layers),
        Facts(
            (words("Lag"), words("FN-mål"), words("Direkte"), words("Via mål"), words("Indirekte")),
            tuple(
                (
                    Ref(layer.name),
                    Ref(series(layer.goals, words)),
                    *(_number(len(layer.sources[how]), words) for how in HOWS),
                )
                for layer in layers
            ),
        ),
        legend=(words("Tallene i bildet er punkter som er knyttet direkte til FN-målet."),),
    )
    yield from _by_plan(here, layers)


def _layers(program: Program, words: Translator) -> tuple[_Layer, ...]:
    found = program.vocabularies.get("bærekraftsmål", {})
    by_group: dict[str, list[str]] = {group: [] for group in _ORDER}
    for goal in GOALS:
        group = found[goal].text("gruppe") if goal in found else ""
        by_group.setdefault(group, []).append(goal)
    tied = ties(program)
    return tuple(
        _Layer(
            _names(words).get(group, group) or words("Uten lag"),
            tuple(goals),
            {how: frozenset(use.source for goal in goals for use in tied[goal].counted[how]) for how in HOWS},
        )
        for group, goals in by_group.items()
        if goals
    )


def _names(words: Translator) -> dict[str, str]:
    said = words("Natur"), words("Samfunn"), words("Økonomi"), words("Samarbeid")
    return dict(zip(_ORDER, said, strict=True))


def _finding(layers: Iterable[_Layer], words: Translator) -> str:
    """Return the layers in the order of what is tied to them, with how much."""
    heavy = sorted(layers, key=lambda layer: -len(layer.sources["direkte"]))
    said = [f"{layer.name.lower()} {_number(len(layer.sources['direkte']), words).text}" for layer in heavy]
    return words("Fra flest til færrest punkter: {layers}.").format(layers=series(said, words))


def _cake(here: Here, layers: tuple[_Layer, ...]) -> Drawing:
    """Return the layers on top of each other, each narrower than the one that carries it."""
    words, tied = here.words, ties(here.program)
    bands: list[str] = []
    bars: list[str] = []
    most = max(len(layer.sources["direkte"]) for layer in layers)
    tiles: list[tuple[str, str]] = []
    texts: list[tuple[str, tuple[Words, ...]]] = []
    y = 0
    for place, layer in reversed(tuple(enumerate(layers))):
        x = min(place * _STEP // 2, WIDTH // 4)
        across = max(1, (WIDTH - 2 * x - _NAME - 8) // _TILE)
        height = -(-len(layer.goals) // across) * _LINE + 14
        bands.append(box(x, y, WIDTH - 2 * x, height))
        length = (WIDTH // 2 - 28) * len(layer.sources["direkte"]) // most
        bars.extend([box(x + 14, y + height - 10, length, 5)] if length else [])
        names = wrapped(layer.name, _NAME - 24, 2)
        count = len(layer.sources["direkte"])
        texts.append(("h", (lines_at(x + 14, y + height // 2 - 12, names),)))
        texts.append(("", (Words(x + 14, y + height // 2 + 8 * len(names), _points(here, count)),)))
        for number, goal in enumerate(layer.goals):
            left, top = x + _NAME + number % across * _TILE, y + 6 + number // across * _LINE
            tiles.append((f"g fn-{goal}", box(left, top, _TILE - 6, 26)))
            texts.append((f"m on-goal fn-{goal}", (Words(left + 20, top + 18, goal),)))
            own = tied[goal].count("direkte")
            texts.append(("m n" if own else "m o", (Words(left + 20, top + 42, _number(own, words).text),)))
        y += height + 3
    return Drawing(y, (*joined(("k", bands), ("f", bars)), *tiles), tuple(texts))


def _points(here: Here, count: int) -> str:
    if count == 1:
        return here.words("1 punkt")
    return here.words("{count} punkter").format(count=counted(count)) if count else here.words("ingen")


def _by_plan(here: Here, layers: tuple[_Layer, ...]) -> Iterator[Picture]:
    program, words = here.program, here.words
    weights = {plan: [0] * len(layers) for plan in plans_in_order(program) if plan in program.counted}
    every = {how: {plan: [0] * len(layers) for plan in weights} for how in HOWS}
    for how in HOWS:
        for place, layer in enumerate(layers):
            for source in layer.sources[how]:
                every[how][plan_of(program, source)][place] += 1
    plans = [plan for plan in weights if any(any(every[how][plan]) for how in HOWS)]
    if len(plans) < 2:
        return
    first = plans[:MOST]
    columns = tuple(layer.name for layer in layers)
    even = [plan for plan in plans if all(every["direkte"][plan])]
    yield Picture(
        "planlag",
        words("Planenes vekt i hvert lag"),
        words("Planer med punkter som er knyttet direkte til FN-mål i hvert av lagene: {count} av {all}.").format(
            count=len(even), all=len(plans)
        ),
        (),
        bars(
            here, [shown(program, plan, words) for plan in first], columns, [every["direkte"][plan] for plan in first]
        ),
        Facts(
            (words("Plan"), *columns),
            tuple(
                (
                    Ref(shown(program, plan, words), here.link(f"{plan}/index.html")),
                    *(_ways(every, plan, place, words) for place in range(len(layers))),
                )
                for plan in plans
            ),
        ),
        legend=left_out(len(first), len(plans), words("De {count} første planene vises; resten står i tabellen.")),
    )


def _ways(every: Mapping[How, Mapping[str, list[int]]], plan: str, place: int, words: Translator) -> Ref:
    named = {"nevnt": "indirekte"}
    said = [
        f"{counted(every[how][plan][place])} {words(named.get(how, how))}" for how in HOWS if every[how][plan][place]
    ]
    return Ref(", ".join(said) or words("ingen"))


def _number(count: int, words: Translator) -> Ref:
    return Ref(counted(count) if count else words("ingen"))


PICTURES = Pictures(("fn/index.html",), _draw)
