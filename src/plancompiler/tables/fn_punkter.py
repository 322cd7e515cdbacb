"""UN goal and target → what is tied to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plancompiler.cells import (
    EMPTY,
    cell,
    kind,
    names,
    plain_text,
    plan_cells,
    plan_columns,
    plan_of,
    plans_in_order,
    weight_words,
)
from plancompiler.followup import disclaimed
from plancompiler.node import text
from plancompiler.program import Program, links_to
from plancompiler.table import Cell, Mention, Note, Rows, Table
from plancompiler.translate import Translator
from plancompiler.un_use import HOWS, Use, un_name, un_order, un_uses


def _rows(program: Program, words: Translator) -> Rows:
    columns = tuple(map(words, ("FN-mål", "Navn", "Punkt", "Type", "Hvordan", "Gjennom", "Vekt", "Begrunnelse")))
    order = un_order(program)
    plans = {plan: place for place, plan in enumerate(plans_in_order(program))}
    by_goal: dict[str, list[Use]] = {name: [] for name in order}
    for use in un_uses(program):
        by_goal.setdefault(use.goal, []).append(use)
    sources = dict.fromkeys(use.source for uses in by_goal.values() for use in uses)
    shown = {source: _source(program, source, words) for source in sources}
    rows: list[tuple[Cell, ...]] = []
    for goal, uses in by_goal.items():
        number, name = _goal(program, goal)
        uses.sort(key=lambda use: (HOWS.index(use.how), plans[plan_of(program, use.source)]))
        found = [_used(program, use, shown[use.source], words) for use in uses]
        found.extend(_declined(program, goal, words))
        # An unused goal is an empty row; an unused target would be noise.
        rows.extend((number, name, *cells) for cells in found or ([] if "." in goal else [(EMPTY,) * 8]))
    return Rows((*columns, *plan_columns(words)), tuple(rows), above=(0, 1))


def _source(program: Program, source: str, words: Translator) -> tuple[Cell, ...]:
    """Return the first and last two cells of what is tied to a goal; it may be tied to many."""
    plan = plan_cells(program, plan_of(program, source), words)
    return names(program, (source,), words), kind(program, source, words), *plan


def _used(program: Program, use: Use, source: tuple[Cell, ...], words: Translator) -> tuple[Cell, ...]:
    return (
        *source[:2],
        cell(words(use.how)),
        names(program, (use.through,), words) if use.through else EMPTY,
        cell(weight_words(use.weight, words)) if use.weight else EMPTY,
        cell(plain_text(program, use.source, use.reason)) if use.reason else EMPTY,
        *source[2:],
    )


def _declined(program: Program, goal: str, words: Translator) -> Iterator[tuple[Cell, ...]]:
    for link in links_to(program, goal, "følger_ikke_opp"):
        reason = plain_text(program, link.source, text(disclaimed(program, link), "begrunnelse"))
        plan = names(program, (link.source,), words)
        yield (
            plan, cell(words("Plan")), cell(words("valgt bort")), EMPTY, EMPTY, cell(reason),
            *plan_cells(program, link.source, words),
        )  # fmt: skip


def _arranged(program: Program, words: Translator, rows: Rows, day: str) -> Rows:
    """Tell apart the two that go by one word in the data: what contributes to something, and what mentions the goal."""
    how, through = (rows.columns.index(words(name)) for name in ("Hvordan", "Gjennom"))
    mentioned, contributes, mentions = cell(words("nevnt")), cell(words("bidrar")), cell(words("nevner det i teksten"))

    def read(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        said = row[how] if row[how] != mentioned else contributes if row[through] else mentions
        return (*row[:how], said, *row[how + 1 :])

    return replace(rows, rows=tuple(map(read, rows.rows)))


def _notes(program: Program, words: Translator) -> tuple[Note, ...]:
    """Say what the three ways are."""
    return (
        Note(
            words(
                "Direkte: punktet nevner selv FN-målet som sitt. Via mål: det hører til under noe som gjør det. "
                "Indirekte: det bidrar til noe som er knyttet til FN-målet, eller nevner FN-målet i teksten; i filene "
                "heter begge «{word}»."
            ).format(word=words("nevnt"))
        ),
    )


def _goal(program: Program, goal: str) -> tuple[Cell, Cell]:
    language = text(program.settings, "språk") or "nb"
    return (Mention(goal.removeprefix("fn/"), goal),), cell(un_name(program, goal, language))


TABLE = Table(
    name="fn-punkter",
    title="FN-mål og punktene som er knyttet til dem",
    about=(
        "Hva som er knyttet til hvert av FNs bærekraftsmål og delmål: direkte, via målet det hører til, eller "
        "indirekte. De tre tallene skal ikke legges sammen."
    ),
    rows=_rows,
    notes=_notes,
    arranged=_arranged,
)
