"""Plan × plan: what follows up, quotes and rests on what in other plans."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.cells import EMPTY, cell, names, plain_text, plan_cells, plan_columns, plan_of, plans_in_order
from plancompiler.diagnostic import Locus
from plancompiler.followup import disclaimed
from plancompiler.node import Fields, text, texts
from plancompiler.program import Link, Program, below, links_from, record_of
from plancompiler.prose import plain
from plancompiler.table import Cell, Mention, Rows, Table
from plancompiler.translate import Translator
from plancompiler.wording import link_words

_ROLES = (
    "overordnet", "erstatter", "utkast_til", "bidrar_til", "følges_opp_i", "sitert", "bygger_på", "leveranser",
    "følger_ikke_opp",
)  # fmt: skip

# Documents that are plans somebody else keeps.
_PLANS = frozenset({"plan", "strategi"})


def _rows(program: Program, words: Translator) -> Rows:
    columns = tuple(map(words, ("Punkt", "Kobling", "Til plan", "Til punkt", "Sted", "Begrunnelse")))
    superior = frozenset(link.target for plan in program.plans for link in links_from(program, plan, "overordnet"))
    rows: list[tuple[Cell, ...]] = []
    for plan in plans_in_order(program):
        for source in (plan, *(node.name for node in below(program, plan))):
            links = links_from(program, source, *_ROLES)
            out = (link for link in links if link.basis == "skrevet" and _leads_out(program, plan, link, superior))
            rows.extend(_row(program, plan, link, words) for link in out)
            if source == plan:
                rows.extend(_left_to_others(program, plan, words))
    return Rows((*plan_columns(words), *columns), tuple(rows))


def _left_to_others(program: Program, plan: str, words: Translator) -> Iterator[tuple[Cell, ...]]:
    """Yield what a plan leaves alone of another, and says that a third plan or document follows up.

    A theme outside the plan is nobody's point, so that no plan follows it up.
    """
    header = program.plans[plan]
    left = {record_of(link): link.target for link in links_from(program, plan, "følger_ikke_opp")}
    for place, record in enumerate(header.records("følger_ikke_opp")):
        for other in texts(record, "følges_opp_i") if left.get(place) else ():
            is_known = other in program.plans or other in program.nodes or other in program.entries
            link = Link(plan, "følges_opp_i", other if is_known else "", other, Locus(header.file, ()))
            if other and plan_of(program, link.target) != plan:
                yield (
                    *plan_cells(program, plan, words),
                    names(program, (left[place],), words),
                    cell(link_words(program, link.role, plan, link.target, words)[0]),
                    *_target(program, link, words),
                    EMPTY,
                    cell(plain_text(program, plan, text(record, "begrunnelse"))),
                )


def _leads_out(program: Program, plan: str, link: Link, superior: frozenset[str]) -> bool:
    """Tell whether a link leads to another plan, whether it is kept here or is only a document."""
    if not link.target:
        return link.role == "følges_opp_i"
    if link.target in program.entries:
        entry = program.entries[link.target]
        return entry.section == "dokumenter" and (
            link.role in {"overordnet", "erstatter", "følges_opp_i", "følger_ikke_opp"}
            or link.target in superior
            or entry.text("type") in _PLANS
        )
    other = plan_of(program, link.target)
    return bool(other) and other != plan


def _row(program: Program, plan: str, link: Link, words: Translator) -> tuple[Cell, ...]:
    said: Fields = disclaimed(program, link) if link.role == "følger_ikke_opp" else link.extra
    return (
        *plan_cells(program, plan, words),
        names(program, (link.source,), words) if link.source in program.nodes else EMPTY,
        cell(link_words(program, link.role, link.source, link.target, words)[0]),
        *_target(program, link, words),
        cell(plain_text(program, link.source, text(said, "sted"))),
        cell(plain_text(program, link.source, text(said, "begrunnelse"))),
    )


def _target(program: Program, link: Link, words: Translator) -> Iterator[Cell]:
    if not link.target:
        yield from ((Mention(plain(link.text)),), EMPTY)
    elif link.target in program.nodes:
        yield from (names(program, (program.nodes[link.target].plan,), words), names(program, (link.target,), words))
    else:
        # A document that is also kept here as a plan is shown as that plan.
        entry = program.entries.get(link.target)
        yield from (names(program, ((entry.text("plan") if entry else "") or link.target,), words), EMPTY)


TABLE = Table(
    name="plan-plan",
    title="Planene og hverandre",
    about="Hva i hver plan som følger opp, siterer eller bygger på en annen plan, og hva planene lar andre følge opp.",
    rows=_rows,
)
