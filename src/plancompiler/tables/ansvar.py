"""Responsible → measures and milestones, and which measures nobody is responsible for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plancompiler.cells import (
    EMPTY,
    cell,
    heading,
    kind,
    marked,
    names,
    nodes_in_order,
    plan_cells,
    plan_columns,
    plans_in_order,
    status,
    time_cell,
)
from plancompiler.followup import is_point
from plancompiler.inherit import period, responsible
from plancompiler.measures import own_work, without_owner
from plancompiler.node import Node, text
from plancompiler.program import Link, Program, above, links_from
from plancompiler.prose import plain
from plancompiler.table import Cell, Mention, Note, Rows, Table, counted, in_list, rows_of
from plancompiler.translate import Translator
from plancompiler.wording import kind_words

_WORK = ("virkemiddel", "milepæl")


def _rows(program: Program, words: Translator) -> Rows:
    columns = tuple(
        map(words, ("Ansvarlig", "Punkt", "Type", "Måte", "Oppgave", "Frist", "Periode", "Framdrift", "Arvet fra"))
    )
    by_actor: dict[Mention, list[tuple[Cell, ...]]] = {}
    for node in nodes_in_order(program):
        for actor, how, task, inherited in _holders(program, node, words):
            by_actor.setdefault(actor, []).append(
                (
                    (actor,),
                    heading(program, node.name, words),
                    kind(program, node.name, words),
                    how,
                    cell(task),
                    time_cell(node.text("frist")),
                    time_cell(period(program, node.name)),
                    status(program, node),
                    names(program, (inherited,), words) if inherited else EMPTY,
                    *plan_cells(program, node.plan, words),
                )
            )
    places = {name: place for place, name in enumerate((*program.entries, *program.nodes))}
    # Register order, then roles as the plans list them, then names that no register knows as they turn up.
    ordered = sorted(by_actor, key=lambda actor: places.get(actor.name, len(places)))
    rows = tuple(row for actor in ordered for row in by_actor[actor])
    return Rows((*columns, *plan_columns(words)), rows, above=(0,))


def _holders(program: Program, node: Node, words: Translator) -> Iterator[tuple[Mention, Cell, str, str]]:
    """Yield who has to do with a node: who, how, with what task, and the holder that is inherited from, or ""."""
    links, inherited = responsible(program, node.name)
    if inherited and (node.kind not in _WORK or is_point(program, node.name)):
        links = ()
    how = cell(words("har ansvaret") if len(links) == 1 else words("har ansvaret sammen med andre"))
    for link in links:
        yield from _one(program, link, how, link.source if inherited else "", words)
    for link in links_from(program, node.name, "samarbeider_med") if node.kind in _WORK else ():
        yield from _one(program, link, cell(words("deltar")), "", words)


def _one(
    program: Program, link: Link, how: Cell, inherited: str, words: Translator
) -> Iterator[tuple[Mention, Cell, str, str]]:
    task = text(link.extra, "rolle")
    fillers = links_from(program, link.target, "aktør") if link.target else ()
    # Whoever fills a role has what the role has, and it is told of once.
    if not fillers:
        actor = names(program, (link.target,), words)[0] if link.target else Mention(plain(link.text))
        yield actor, how, task, inherited
    for filler in fillers:
        through = (Mention(words("gjennom rollen")), *names(program, (link.target,), words))
        name = names(program, (filler.target,), words)[0] if filler.target else Mention(plain(filler.text))
        yield name, through, task, inherited


def _answer(program: Program, words: Translator, day: str) -> tuple[Note, ...]:
    """Say of each plan how many measures and milestones have someone responsible, and list those that have not.

    First of all what the plans in force come to, where there are several to read of.
    """
    every = [(plan, kind, own_work(program, plan, kind)) for plan in plans_in_order(program) for kind in _WORK]
    notes = [_count(program, plan, kind, found, words, day) for plan, kind, found in every if found]
    counted_work = [node for plan, _, found in every if plan in program.counted for node in found]
    if not counted_work or len({plan for plan, _, found in every if found}) < 2:
        return tuple(notes)
    said = words("I alt: {count} av {all} virkemidler og milepæler har ansvarlig. Utkast er ikke talt med.")
    told = len(counted_work) - len(without_owner(program, counted_work))
    return (Note(said.format(count=counted(told), all=counted(len(counted_work)))), *notes)


def _count(program: Program, plan: str, kind: str, work: tuple[Node, ...], words: Translator, day: str) -> Note:
    lacking = without_owner(program, work)
    name, (one, many) = marked(program, plan, words, day), kind_words(program, plan, kind, words)
    if len(work) == 1:
        said = words("{plan}: 1 {work}, uten ansvarlig.") if lacking else words("{plan}: 1 {work}, med ansvarlig.")
        said = said.format(plan=name, work=one.lower())
    else:
        said = words("{plan}: {count} av {all} {work} har ansvarlig.").format(
            plan=name, count=counted(len(work) - len(lacking)), all=counted(len(work)), work=many.lower()
        )
        if lacking:
            said += " " + words("Uten ansvarlig: {count}.").format(count=counted(len(lacking)))
    return Note(said, tuple(mention for node in lacking for mention in in_list(heading(program, node.name, words))))


def _notes(program: Program, words: Translator) -> tuple[Note, ...]:
    """Name the plans that have neither measures nor milestones of their own."""
    without = names(
        program,
        (plan for plan in plans_in_order(program) if not any(own_work(program, plan, kind) for kind in _WORK)),
        words,
    )
    said = words("Planer uten egne virkemidler og milepæler: {count}.").format(count=len(without))
    return (*((Note(said, without),) if without else ()), *_besides(program, words))


def _besides(program: Program, words: Translator) -> Iterator[Note]:
    """Yield what the pages of the actors have and the table has not, and what a row without a period means."""
    every = [node for node in program.nodes.values() if is_point(program, node.name)]
    dated = any((node.text("frist") or node.text("periode")) and responsible(program, node.name)[1] for node in every)
    whole = any(links_from(program, plan, "ansvarlig") for plan in program.plans)
    if dated:
        yield Note(
            words(
                "Punkter med egen frist, men med ansvarlig fra tiltaket de står under, er ikke med her; de står på "
                "siden til aktøren."
            )
        )
    if whole:
        yield Note(words("Planer som noen har ansvaret for som helhet, er ikke med her; de står på siden til aktøren."))
    rows = rows_of(TABLE, program, words)
    if _arranged(program, words, rows, "") != rows:
        yield Note(words("Der det ikke står noen periode, gjelder planens."))


def _arranged(program: Program, words: Translator, rows: Rows, day: str) -> Rows:
    """Leave out the period that a row has from its plan alone; beside a deadline it is read as the row's own."""
    point, time = (rows.columns.index(words(name)) for name in ("Punkt", "Periode"))

    def read(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        node = program.nodes[row[point][0].name]
        own = any("periode" in one.fields for one in (node, *above(program, node.name)))
        return row if own else (*row[:time], EMPTY, *row[time + 1 :])

    return replace(rows, rows=tuple(map(read, rows.rows)))


TABLE = Table(
    name="ansvar",
    title="Ansvar",
    about=(
        "Hvem som har ansvaret for virkemidler og milepæler, hver for seg, sammen med andre eller gjennom en rolle, "
        "hvem som ellers deltar, og når det skal være gjort."
    ),
    rows=_rows,
    notes=_notes,
    arranged=_arranged,
    answer=_answer,
)
