"""Goal → subgoal → measure, as a path to each outermost leaf."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plancompiler.cells import names, plan_cells, plan_columns, plans_in_order
from plancompiler.program import Program, links_to
from plancompiler.table import Cell, Rows, Table
from plancompiler.translate import Translator
from plancompiler.wording import KIND_WORDS

# Each has a column; other kinds are looked through, and a measure under a measure is a part of it.
_LEVELS = ("område", "mål", "delmål", "strategi", "virkemiddel")

Path = Mapping[str, tuple[str, ...]]


def _rows(program: Program, words: Translator) -> Rows:
    columns = (*plan_columns(words), *(words(KIND_WORDS[kind][0]) for kind in _LEVELS), words("Får bidrag fra"))
    rows = tuple(row for plan in plans_in_order(program) for row in _of_plan(program, plan, words))
    return Rows(columns, rows, above=(0,))


def _of_plan(program: Program, plan: str, words: Translator) -> Iterator[tuple[Cell, ...]]:
    for path, leaf in _leaves(program, plan, {}):
        levels = (names(program, path.get(kind, ()), words) for kind in _LEVELS)
        holders = dict.fromkeys(name for kind in _LEVELS for name in path.get(kind, ()) if name != leaf)
        helpers = (link.source for link in links_to(program, leaf, "bidrar_til") if link.source not in holders)
        yield *plan_cells(program, plan, words), *levels, names(program, helpers, words)


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
)
