"""A plan adopted by another body than the one that must do it itself (L38)."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document, Entry
from plancompiler.procedure import Step, decision, plan_type, stage
from plancompiler.program import Program, links_from
from plancompiler.rule import Rule

CODE = Code(
    name="decided-by-other-body",
    severity="warning",
    message="Planen er vedtatt av «{body}», ikke av {bodies}",
    label="plantypen skal vedtas av {bodies}",
    help="Rett «organ» hvis det er feil. Er det riktig, forklarer du det i «avvik».",
    what="Planen er vedtatt av et annet organ enn det som skal vedta slike planer.",
    why="Kommuneplaner og kommunedelplaner vedtas av kommunestyret selv (plan- og bygningsloven § 11-15); det samme gjelder planstrategien (§ 10-1) og økonomiplanen (kommuneloven § 14-3).",
    bad="""\
plan: eksempel
tittel: Kommunedelplan for oppvekst
type: kommunedelplan
kommune: 0301
språk: nb
periode: 2026–2038
status: vedtatt
saksgang:
  - steg: vedtak
    organ: Formannskapet
    dato: 2026-06-11
    sak: FS 23/26
""",
    good="""\
plan: eksempel
tittel: Kommunedelplan for oppvekst
type: kommunedelplan
kommune: 0301
språk: nb
periode: 2026–2038
status: vedtatt
saksgang:
  - steg: vedtak
    organ: Kommunestyret
    dato: 2026-06-11
    sak: PS 23/26
""",
)

# Bodies that are elected, or stand in for the council where a plan has other owners or municipalities merge.
_ALSO = ("bydelsutvalg", "regionråd", "fylkesting", "fellesnemnd", "representantskap", "suohkanstivra", "gielddastivra")


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when the body is named, is no abbreviation, and is not one the plan type names.

    Only plan types whose decision may not be delegated have a body that must do it itself.
    """
    kind, decided = plan_type(program, plan), decision(plan)
    if kind is None or kind.text("kan_delegeres") != "nei" or not kind.texts("vedtas_av"):
        return
    # Of a plan that is not adopted, a decision may be to send it on hearing.
    if stage(program, plan) != "adopted" or decided is None or not decided.text("organ"):
        return
    named = tuple(_names(plan, decided, program))
    if any(name.isupper() for name in named):
        return
    accepted = (*(_indefinite(word) for word in kind.texts("vedtas_av")), *_ALSO)
    if not any(word.casefold() in name.casefold() for name in named for word in accepted):
        args = {"body": named[0], "bodies": kind.texts("vedtas_av")[0]}
        yield Diagnostic(CODE.name, decided.at / "organ", args)


def _names(plan: Document, decided: Step, program: Program) -> Iterator[str]:
    """Yield what the body is called: as written, and by the names of the actor it points at."""
    for link in links_from(program, plan.id, "organ"):
        actor: Entry | None = program.entries.get(link.target)
        if link.text == decided.text("organ") and actor is not None:
            yield from (actor.text("navn"), *actor.texts("alias"))
            return
    yield decided.text("organ")


def _indefinite(word: str) -> str:
    """Return a body without its definite ending, which a name in front of it takes away: «Nordvik kommunestyre»."""
    return word[:-1] if word.endswith("et") else word[:-2] if word.endswith("en") else word


RULE = Rule(CODE.name, plan=check)
