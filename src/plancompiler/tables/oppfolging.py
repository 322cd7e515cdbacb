"""Follow-up: which goals are followed up, by what, and what is said where nothing does."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.cells import (
    EMPTY,
    cell,
    heading,
    kind,
    names,
    nodes_in_order,
    plain_text,
    plan_cells,
    plan_columns,
    plans_in_order,
    targets,
)
from plancompiler.followup import FollowUp, follow_up
from plancompiler.node import Fields, text, texts
from plancompiler.program import Program
from plancompiler.table import Cell, Mention, Rows, Table
from plancompiler.translate import Translator


def _rows(program: Program, words: Translator) -> Rows:
    columns = tuple(map(words, ("Punkt", "Type", "Svar", "Følges opp av", "Følges opp i", "Begrunnelse", "Sagt i")))
    answers = (follow_up(program, node.name) for node in nodes_in_order(program))
    asked = tuple(_row(program, answer, words) for answer in answers if answer is not None)
    themes = tuple(row for plan in plans_in_order(program) for row in _themes(program, plan, words))
    return Rows((*columns, *plan_columns(words)), asked + themes)


def _row(program: Program, answer: FollowUp, words: Translator) -> tuple[Cell, ...]:
    by = answer.by or answer.proposed
    return (
        heading(program, answer.node),
        kind(program, answer.node, words),
        cell(words(answer.answer)),
        cell(words("planens øvrige mål og strategier samlet")) if answer.as_whole else names(program, by, words),
        targets(program, answer.places, words),
        cell(*(plain_text(program, reason.plan, reason.text) for reason in answer.reasons)),
        names(program, (reason.plan for reason in answer.reasons), words),
        *plan_cells(program, program.nodes[answer.node].plan, words),
    )


def _themes(program: Program, plan: str, words: Translator) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each theme that a plan says it leaves alone."""
    for record in program.plans[plan].records("følger_ikke_opp"):
        if text(record, "tema"):
            yield (
                cell(plain_text(program, plan, text(record, "tema"))),
                cell(words("Tema")),
                cell(words("valgt bort med grunn")),
                EMPTY,
                _places(program, plan, record, words),
                cell(plain_text(program, plan, text(record, "begrunnelse"))),
                names(program, (plan,), words),
                *plan_cells(program, plan, words),
            )


def _places(program: Program, plan: str, record: Fields, words: Translator) -> Cell:
    known = (*program.plans, *program.entries)
    return tuple(
        names(program, (place,), words)[0] if place in known else Mention(plain_text(program, plan, place))
        for place in texts(record, "følges_opp_i")
        if place
    )


TABLE = Table(
    name="oppfolging",
    title="Oppfølging: hvilke mål følges opp?",
    about=(
        "Hva som følger opp hvert mål, i denne planen eller et annet sted, og begrunnelsen der planen har "
        "valgt å la det ligge."
    ),
    rows=_rows,
)
