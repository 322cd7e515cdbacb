"""A plan that does not say which plan it follows up."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.node import Document
from plancompiler.phrase import plan_phrase
from plancompiler.procedure import plan_type, stage
from plancompiler.program import Program, below, links_from
from plancompiler.rule import Rule

CODE = Code(
    name="missing-superior-plan",
    severity="warning",
    message="Planen sier ikke hvilken plan den følger opp",
    label="feltet «overordnet» mangler",
    help="Skriv `overordnet: …` med planen eller dokumentet. Typen «{type}» følger vanligvis opp: {types}.",
    what="Planen er av en type som følger opp en annen plan, men «overordnet» mangler.",
    why="Samfunnsdelen er grunnlaget for det kommunen ellers planlegger (plan- og bygningsloven § 11-3). Leseren må kunne se hvilken plan målene kommer fra.",
    bad="""\
plan: eksempel
tittel: Eksempel
type: kommunedelplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
mål:
  - id: m1
    tittel: Flere får være med
""",
    good={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: kommunedelplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
overordnet: samfunnsdel-2038
mål:
  - id: m1
    tittel: Flere får være med
""",
        "plans/samfunnsdel-2038.yaml": """\
plan: samfunnsdel-2038
tittel: Samfunnsdelen
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2026–2038
status: vedtatt
""",
    },
    variants={
        "linked": Words(
            label="feltet «overordnet» mangler, men punkter her peker til {plan}",
            help="Skriv `overordnet: {id}`, eller den planen eller det dokumentet planen ellers følger opp.",
        ),
    },
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when a plan of a type with superiors names none. A header alone is asked for nothing.

    Only what the law knows is asked for it: a theme plan may stand alone, and most small ones do.
    """
    kind = plan_type(program, plan)
    types = kind.texts("overordnet_type") if kind is not None and kind.text("hjemmel") else ()
    said = "overordnet" in plan.fields.keys() | plan.unread
    if not types or said or not program.children.get(plan.id) or stage(program, plan) == "ended":
        return
    superior = _linked(plan, program, types)
    args = {"type": plan.text("type"), "types": ", ".join(types)}
    if superior is not None:
        args |= {"plan": plan_phrase(superior), "id": superior.id}
    yield Diagnostic(CODE.name, Locus(plan.file, ("type",)), args, "linked" if superior is not None else "")


def _linked(plan: Document, program: Program, types: tuple[str, ...]) -> Document | None:
    """Return the first plan of a superior type that nodes contribute to or are fetched from."""
    links = (
        link for node in below(program, plan.id) for link in links_from(program, node.name, "bidrar_til", "sitert")
    )
    for link in links:
        target = program.nodes.get(link.target)
        other = program.plans.get(target.plan if target is not None else link.target)
        if other is not None and other.id != plan.id and other.text("type") in types:
            return other
    return None


RULE = Rule(CODE.name, plan=check)
