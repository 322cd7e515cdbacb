"""Responsible → measures and milestones."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.cells import cell, heading, kind, names, nodes_in_order, plan_cells, plan_columns, term, time_cell
from plancompiler.followup import is_point
from plancompiler.inherit import period, responsible
from plancompiler.node import Node, text
from plancompiler.program import Link, Program, links_from
from plancompiler.prose import plain
from plancompiler.table import Cell, Mention, Rows, Table
from plancompiler.translate import Translator

_WORK = frozenset({"virkemiddel", "milepæl"})


def _rows(program: Program, words: Translator) -> Rows:
    columns = tuple(
        map(words, ("Ansvarlig", "Måte", "Oppgave", "Punkt", "Type", "Frist", "Periode", "Framdrift", "Arvet"))
    )
    by_actor: dict[Mention, list[tuple[Cell, ...]]] = {}
    for node in nodes_in_order(program):
        for actor, how, task, inherited in _holders(program, node, words):
            by_actor.setdefault(actor, []).append(
                (
                    (actor,),
                    how,
                    cell(task),
                    heading(program, node.name),
                    kind(program, node.name, words),
                    time_cell(node.text("frist")),
                    time_cell(period(program, node.name)),
                    cell(term(program, "statuser", node.text("status"))),
                    cell(words("ja") if inherited else ""),
                    *plan_cells(program, node.plan, words),
                )
            )
    places = {name: place for place, name in enumerate((*program.entries, *program.nodes))}
    # Register order, then roles as the plans list them, then names that no register knows as they turn up.
    ordered = sorted(by_actor, key=lambda actor: places.get(actor.name, len(places)))
    return Rows((*columns, *plan_columns(words)), tuple(row for actor in ordered for row in by_actor[actor]))


def _holders(program: Program, node: Node, words: Translator) -> Iterator[tuple[Mention, Cell, str, bool]]:
    """Yield who has to do with a node: who, how, with what task, and whether that is inherited."""
    links, inherited = responsible(program, node.name)
    if inherited and (node.kind not in _WORK or is_point(program, node.name)):
        links = ()
    how = cell(words("alene") if len(links) == 1 else words("sammen med andre"))
    for link in links:
        yield from _one(program, link, how, inherited, words)
    for link in links_from(program, node.name, "samarbeider_med") if node.kind in _WORK else ():
        yield from _one(program, link, cell(words("deltar")), False, words)


def _one(
    program: Program, link: Link, how: Cell, inherited: bool, words: Translator
) -> Iterator[tuple[Mention, Cell, str, bool]]:
    task = text(link.extra, "rolle")
    actor = names(program, (link.target,), words)[0] if link.target else Mention(plain(link.text))
    yield actor, how, task, inherited
    # Whoever fills a role has what the role has.
    for filler in links_from(program, link.target, "aktør") if link.target else ():
        through = (Mention(words("gjennom rollen")), *names(program, (link.target,), words))
        name = names(program, (filler.target,), words)[0] if filler.target else Mention(plain(filler.text))
        yield name, through, task, inherited


TABLE = Table(
    name="ansvar",
    title="Ansvar",
    about=(
        "Hvem som har ansvaret for virkemidler og milepæler, alene, sammen med andre eller gjennom en rolle, "
        "og når de skal være gjort."
    ),
    rows=_rows,
)
