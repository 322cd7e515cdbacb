"""Indicators, targets and key figures."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.cells import (
    EMPTY,
    NAMED,
    cell,
    few,
    kind,
    names,
    plain_text,
    plan_cells,
    plan_columns,
    plans_in_order,
    targets,
    time_cell,
    told,
    untold,
)
from plancompiler.figures import has_target, is_measured
from plancompiler.node import NOTHING, Fields, records, text
from plancompiler.program import Program, below, links_from
from plancompiler.summed import quoted_apart, summed
from plancompiler.table import Cell, Note, Rows, Table, counted
from plancompiler.translate import Translator

_KINDS = (("måltall", "Måltall"), ("nøkkeltall", "Nøkkeltall"))


def _rows(program: Program, words: Translator) -> Rows:
    columns = (
        "Hva", "Slag", "Verdi", "År", "Gjelder", "Fra verdi", "Fra år", "Retning", "Framgangsmåte", "Kilde", "Punkt",
        "Type", "Gjengitt fra",
    )  # fmt: skip
    rows = tuple(
        row
        for plan in plans_in_order(program)
        for source in (plan, *(node.name for node in below(program, plan)))
        for row in _figures(program, plan, source, words)
    )
    return Rows((*map(words, columns), *plan_columns(words)), rows)


def _answer(program: Program, words: Translator, day: str) -> tuple[Note, ...]:
    """Say how many goals have no figure to reach, and which when they are few."""
    own = (node for plan in told(program) for node in below(program, plan) if node.name not in program.quoted)
    goals = [node for node in own if node.kind == "mål"]
    lacking = [goal for goal in goals if not has_target(program, goal)]
    if not goals:
        return ()
    said = words("Mål uten måltall: {count} av {all}.").format(count=counted(len(lacking)), all=counted(len(goals)))
    followed = sum(is_measured(program, goal) for goal in lacking)
    if followed:
        said += " " + words("{count} av dem har nøkkeltall eller en indikator.").format(count=counted(followed))
    names_of = few(program, [goal.name for goal in lacking], words, NAMED) if len(lacking) < len(goals) else EMPTY
    of = {goal.plan for goal in goals}
    return (
        Note(said, names_of),
        *summed(program, of, words, day),
        *quoted_apart(program, told(program), words),
        *untold(program, words, day),
    )


def _figures(program: Program, plan: str, source: str, words: Translator) -> Iterator[tuple[Cell, ...]]:
    fields = program.nodes[source].fields if source in program.nodes else program.plans[plan].fields
    figures = [(figure, words(word)) for key, word in _KINDS for figure in records(fields, key)]
    if not figures and source in program.nodes and program.nodes[source].kind == "indikator":
        # An indicator without figures is still an indicator, and the gap should be seen.
        figures = [(NOTHING, words("Indikator"))]
    for figure, word in figures:
        yield _row(program, plan, source, fields, figure, word, words)


def _row(
    program: Program, plan: str, source: str, fields: Fields, figure: Fields, word: str, words: Translator
) -> tuple[Cell, ...]:
    def said(key: str) -> Cell:
        return cell(plain_text(program, source, text(figure, key)))

    direction = text(figure, "retning") or text(fields, "retning")
    start = next(iter(records(figure, "utgangspunkt")), NOTHING)
    what = text(figure, "hva")
    return (
        cell(plain_text(program, source, what)) if what else names(program, (source,), words),
        cell(word),
        said("verdi") or said("mål"),
        time_cell(text(figure, "år")),
        said("gjelder"),
        cell(text(start, "verdi")),
        time_cell(text(start, "år")),
        cell(words(direction) if direction else ""),
        cell(words(text(figure, "art")) if text(figure, "art") else ""),
        said("kilde") or cell(plain_text(program, source, text(fields, "kilde"))),
        names(program, (source,), words),
        kind(program, source, words),
        targets(program, links_from(program, source, "sitert"), words) if source in program.nodes else EMPTY,
        *plan_cells(program, plan, words),
    )


TABLE = Table(
    name="indikatorer",
    title="Indikatorer, måltall og nøkkeltall",
    about=(
        "Tallene planene styrer etter og bygger på, med verdi, år, sted og kilde. Tall som er gjengitt fra et "
        "annet sted, regnes ikke som planens egne."
    ),
    rows=_rows,
    answer=_answer,
)
