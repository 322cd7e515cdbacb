"""The measures of which a checker may ask who, and for what money, and how to say that most do not tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.followup import counts_as, is_point, set_aside
from plancompiler.inherit import responsible
from plancompiler.node import Document, Fields, Node, records, text
from plancompiler.phrase import kind_phrase, short_title
from plancompiler.procedure import stage
from plancompiler.program import Program, above, below

_ANSWERED = frozenset({"følges_opp_i", "uten_oppfølging"})


def asked(program: Program, plan: Document) -> tuple[Node, ...]:
    """Return the measures of a plan that should say who does them and how they are paid, in page order.

    Left out are those done elsewhere, left alone or finished, points of other measures, rows of a planning strategy,
    and everything in a plan that is an excerpt, is no longer in force, or says as a whole that it is followed up
    elsewhere.
    """
    given = plan.fields.keys() | plan.unread
    if plan.text("gjengivelse") == "utdrag" or given & _ANSWERED or stage(program, plan) == "ended":
        return ()
    return tuple(node for node in below(program, plan.id) if node.kind == "virkemiddel" and _is_asked(program, node))


def own_work(program: Program, plan: str, kind: str) -> tuple[Node, ...]:
    """Return what a plan itself has of a kind that work is done in: not quoted, and no point of another measure."""
    return tuple(node for node in below(program, plan) if counts_as(program, node.name, kind))


def financing_forms(fields: Fields) -> tuple[str, ...]:
    """Return in which forms a node or a whole plan is paid for, by its fields."""
    forms = (text(fields, "finansiering"), *(text(one, "form") for one in records(fields, "finansiering")))
    return tuple(form for form in forms if form)


def without_owner(program: Program, work: Iterable[Node]) -> tuple[Node, ...]:
    """Return those of which no plan says who is responsible, neither at them nor above them."""
    return tuple(node for node in work if not responsible(program, node.name)[0])


# Asked once for each actor that a plan names.
@lru_cache(maxsize=4096)
def owned(program: Program, plan: str) -> tuple[int, int]:
    """Return of how many of its measures a plan says who is responsible, and how many it has."""
    work = own_work(program, plan, "virkemiddel")
    return len(work) - len(without_owner(program, work)), len(work)


def says(program: Program, node: Node, key: str) -> bool:
    """Tell whether a measure has a field, or something above it in the plan has it."""
    return any(key in holder.fields.keys() | holder.unread for holder in (node, *above(program, node.name)))


def gaps(code: str, program: Program, plan: Document, key: str, has: Callable[[Node], bool]) -> Iterator[Diagnostic]:
    """Yield a finding for each measure that lacks what belongs in the field `key`, or one for the plan when most do.

    The finding for the plan has the variant `none` or `few` and the arguments `measures`, `all` and `lacking`; that for
    a measure has `title`.
    """
    measures = asked(program, plan)
    lacking = [node for node in measures if not has(node)]
    if len(measures) > 1 and len(lacking) * 2 > len(measures):
        args = {
            "measures": kind_phrase(program, plan.id, "virkemiddel")[1],
            "all": str(len(measures)),
            "lacking": str(len(lacking)),
        }
        variant = "none" if len(lacking) == len(measures) else "few"
        yield Diagnostic(code, Locus(plan.file, ("plan",)), args, variant)
        return
    for node in lacking:
        yield Diagnostic(code, node.at_key(key), {"title": short_title(node)})


def _is_asked(program: Program, node: Node) -> bool:
    given = node.fields.keys() | node.unread
    return not (
        given & _ANSWERED
        or "planvalg" in given
        or node.text("status") == "fullført"
        or node.name in program.quoted
        or is_point(program, node.name)
        or set_aside(program, node.name)
    )
