"""Goal → subgoal → measure, as a path to each outermost leaf."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from plancompiler.cells import names, plan_cells, plan_columns, plans_in_order, shown, told
from plancompiler.followup import hung_under, measures
from plancompiler.program import Program, above, below, links_to
from plancompiler.table import Cell, Mention, Note, Rows, Table, counted
from plancompiler.translate import Translator
from plancompiler.wording import KIND_WORDS, kind_words

# Each has a column; other kinds are looked through, and a measure under a measure is a part of it.
_LEVELS = ("område", "mål", "delmål", "strategi", "virkemiddel")

# Of these alone either may stand under the other.
_EITHER = ("delmål", "strategi")

Path = Mapping[str, tuple[str, ...]]


def _rows(program: Program, words: Translator) -> Rows:
    levels = _levels(program)
    columns = (*plan_columns(words), *(words(KIND_WORDS[kind][0]) for kind in levels), words("Får bidrag fra"))
    rows = tuple(row for plan in plans_in_order(program) for row in _of_plan(program, plan, levels, words))
    return Rows(columns, rows, above=(0,))


def _levels(program: Program) -> tuple[str, ...]:
    """Return the levels as most plans have them, subgoals before strategies where there are as many of each."""
    counts = Counter(order for plan in told(program) for order in _orders(program, plan))
    first = _EITHER[::-1] if counts[_EITHER[::-1]] > counts[_EITHER] else _EITHER
    return tuple(first[_EITHER.index(kind)] if kind in _EITHER else kind for kind in _LEVELS)


@lru_cache(maxsize=4096)
def _orders(program: Program, plan: str) -> frozenset[tuple[str, ...]]:
    """Return in which orders, of two that there may be, subgoals and strategies stand over each other in a plan."""
    ways = (
        tuple(one.kind for one in (node, *above(program, node.name)) if one.kind in _EITHER)[::-1]
        for node in below(program, plan)
        if node.kind in _EITHER
    )
    return frozenset(way for way in ways if len(way) > 1)


def _notes(program: Program, words: Translator) -> tuple[Note, ...]:
    """Name the plans whose own order is not that of the columns."""
    levels = _levels(program)
    order = tuple(kind for kind in levels if kind in _EITHER)
    others = [plan for plan in plans_in_order(program) if _orders(program, plan) - {order}]
    said = words("I disse planene står strategier og delmål i motsatt rekkefølge av kolonnene:")
    return (Note(said, names(program, others, words)),) if others else ()


def _of_plan(program: Program, plan: str, order: Sequence[str], words: Translator) -> Iterator[tuple[Cell, ...]]:
    for path, leaf in _leaves(program, plan, {}):
        levels = (names(program, path.get(kind, ()), words) for kind in order)
        holders = dict.fromkeys(name for kind in _LEVELS for name in path.get(kind, ()) if name != leaf)
        helpers = (link.source for link in links_to(program, leaf, "bidrar_til") if link.source not in holders)
        yield *plan_cells(program, plan, words), *levels, names(program, helpers, words)


def _arranged(program: Program, words: Translator, rows: Rows, day: str) -> Rows:
    """Say where the measures of a goal are that its own plan has none for, once for each that another plan quotes."""
    kinds = ("virkemiddel", "strategi", "delmål", "mål")
    column, strategy, *goals = (rows.columns.index(words(KIND_WORDS[kind][0])) for kind in kinds)
    told = {mention.name for row in rows.rows if row[column] for place in goals for mention in row[place]}
    read: list[tuple[Cell, ...]] = []
    for row in rows.rows:
        goal = next((row[place][-1].name for place in goals if row[place]), "")
        # Beside a strategy they would be read as the strategy's.
        said = words("{count} {work} for målet i {plan}") if row[strategy] else words("{count} {work} i {plan}")
        elsewhere = () if goal in told or goal not in program.nodes else tuple(_elsewhere(program, goal, said, words))
        told.add(goal)
        read.append((*row[:column], elsewhere or row[column], *row[column + 1 :]))
    return replace(rows, rows=tuple(read))


def _elsewhere(program: Program, goal: str, said: str, words: Translator) -> Iterator[Mention]:
    """Yield how many measures each plan in force has that quotes a goal."""
    for name in hung_under(program, goal):
        plan, count = program.nodes[name].plan, len(measures(program, name))
        if count:
            work = kind_words(program, plan, "virkemiddel", words)[count != 1].lower()
            yield Mention(said.format(count=counted(count), work=work, plan=shown(program, plan, words)), name)


def _leaves(program: Program, name: str, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield the path to each node under `name` that has no further level under it, and that node."""
    for child in program.children.get(name, ()):
        kind = program.nodes[child].kind
        if kind not in _LEVELS:
            yield from _leaves(program, child, path)
            continue
        way = {**path, kind: (*path.get(kind, ()), child)}
        found = False
        for leaf in _leaves(program, child, way) if kind != "virkemiddel" else ():
            found = True
            yield leaf
        if not found:
            yield way, child


TABLE = Table(
    name="malhierarki",
    title="Fra mål til virkemiddel",
    about="Veien fra område og mål gjennom delmål og strategier til hvert virkemiddel, én rad for hvert.",
    rows=_rows,
    notes=_notes,
    arranged=_arranged,
)
