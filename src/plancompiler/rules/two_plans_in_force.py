"""Two plans of a kind that a municipality has one of, both counted as in force (L42)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Locus, Related
from plancompiler.node import Document
from plancompiler.program import Program, links_from
from plancompiler.rule import Rule
from plancompiler.schedule import plan_days

CODE = Code(
    name="two-plans-in-force",
    severity="warning",
    message="To samfunnsdeler gjelder samtidig i samme kommune",
    label="også «{other}» regnes som gjeldende",
    help="Skriv «erstatter: {other}» hvis denne kom i stedet, eller «status: erstattet» i den som ikke gjelder lenger.",
    what="Kommunen har mer enn én samfunnsdel som regnes som gjeldende.",
    why="En kommune har én samfunnsdel. Gjelder to, teller begge med i oversikter og tabeller, og leseren ser ikke hvilken som gjelder.",
    bad={
        "plans/ny.yaml": """\
plan: samfunnsdel-2038
tittel: Samfunnsdelen 2026–2038
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2026–2038
status: ukjent
""",
        "plans/gammel.yaml": """\
plan: samfunnsdel-2026
tittel: Samfunnsdelen 2014–2026
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2014–2026
status: ukjent
""",
    },
    good={
        "plans/ny.yaml": """\
plan: samfunnsdel-2038
tittel: Samfunnsdelen 2026–2038
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2026–2038
status: ukjent
erstatter: samfunnsdel-2026
""",
        "plans/gammel.yaml": """\
plan: samfunnsdel-2026
tittel: Samfunnsdelen 2014–2026
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2014–2026
status: ukjent
""",
    },
    related={"other": "den andre planen"},
)

# Of other types a municipality may well have several.
_ONLY_ONE = "samfunnsdel"


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding at the newer of two such plans of the same municipality or owners, in the same language.

    A translated plan is a plan of its own and in force with the one it translates.
    """
    if plan.text("type") != _ONLY_ONE or plan.id not in program.counted:
        return
    same = [
        other
        for other in program.plans.values()
        if other.id in program.counted
        and other.text("type") == _ONLY_ONE
        and _owner(program, other) == _owner(program, plan)
        and other.text("språk") == plan.text("språk")
    ]
    older = [other for other in same if _age(program, other) < _age(program, plan)]
    if older:
        nearest = max(older, key=lambda other: _age(program, other))
        related = (Related(Locus(nearest.file, ("plan",)), "other"),)
        yield Diagnostic(CODE.name, Locus(plan.file, ("plan",)), {"other": nearest.id}, related=related)


def _owner(program: Program, plan: Document) -> frozenset[str]:
    """Return the municipality numbers of a plan, those of its owners where it has none itself, else the owners."""
    if plan.text("kommune"):
        return frozenset({plan.text("kommune")})
    owners = [link.target or link.text for link in links_from(program, plan.id, "eier")]
    numbers = {owner: program.entries[owner].text("kommune") for owner in owners if owner in program.entries}
    return frozenset(numbers.get(owner) or owner for owner in owners)


def _age(program: Program, plan: Document) -> tuple[date, str]:
    first, last = plan_days(program, plan.id)
    return first or last or date.min, plan.id


RULE = Rule(CODE.name, plan=check)
