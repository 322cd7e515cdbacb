"""Cited document → what cites it, and where."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.cells import EMPTY, cell, kind, names, plain_text, plan_cells, plan_columns, plan_of, plans_in_order
from plancompiler.followup import handed_over
from plancompiler.node import Entry, text
from plancompiler.program import Program, links_to
from plancompiler.table import Cell, Rows, Table
from plancompiler.translate import Translator
from plancompiler.wording import link_words


def _rows(program: Program, words: Translator) -> Rows:
    columns = tuple(
        map(words, ("Dokument", "Dokumenttype", "Nummer", "Punkt", "Type", "Kobling", "Sted", "Begrunnelse"))
    )
    documents = (entry for entry in program.entries.values() if entry.section == "dokumenter")
    rows = tuple(row for entry in documents for row in _citations(program, entry, words))
    return Rows((*columns, *plan_columns(words)), rows, above=(0, 1, 2))


def _citations(program: Program, entry: Entry, words: Translator) -> Iterator[tuple[Cell, ...]]:
    plans = {plan: place for place, plan in enumerate(plans_in_order(program))}
    links = [link for link in links_to(program, entry.id) if plan_of(program, link.source) and link.basis == "skrevet"]
    seen: set[tuple[str, str, str]] = set()
    for link in sorted(links, key=lambda link: plans[plan_of(program, link.source)]):
        place = text(link.extra, "sted")
        # Prose that names a document three times cites it once.
        if (link.source, link.role, place) in seen:
            continue
        seen.add((link.source, link.role, place))
        yield (
            names(program, (entry.id,), words),
            cell(words(entry.text("type")) if entry.text("type") else ""),
            cell(entry.text("nummer")),
            names(program, (link.source,), words),
            kind(program, link.source, words),
            cell(link_words(program, link.role, link.source, link.target, words)[0]),
            cell(plain_text(program, link.source, place)),
            cell(plain_text(program, link.source, text(link.extra, "begrunnelse"))),
            *plan_cells(program, plan_of(program, link.source), words),
        )
    for plan, _, record in handed_over(program, entry.id):
        yield (
            names(program, (entry.id,), words),
            cell(words(entry.text("type")) if entry.text("type") else ""),
            cell(entry.text("nummer")),
            names(program, (plan,), words),
            kind(program, plan, words),
            cell(link_words(program, "følges_opp_i", plan, entry.id, words)[0]),
            EMPTY,
            cell(plain_text(program, plan, text(record, "begrunnelse"))),
            *plan_cells(program, plan, words),
        )


TABLE = Table(
    name="dokumenter",
    title="Dokumenter planene viser til",
    about="Hvilke punkter som bygger på, siterer eller nevner hvert dokument, og hvor i dokumentet det står.",
    rows=_rows,
)
