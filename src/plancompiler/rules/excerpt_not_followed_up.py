"""A goal of an excerpt that nothing in the excerpt follows up."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document
from plancompiler.program import Program
from plancompiler.rule import Rule
from plancompiler.rules.goal_not_followed_up import unanswered

_HELP = "Ta med mer av planen, eller skriv hvor det følges opp: `følges_opp_i: …`."

CODE = Code(
    name="excerpt-not-followed-up",
    severity="info",
    message="Ingenting i utdraget følger opp {goal}",
    label="{place}",
    help=_HELP,
    what="Planen er et utdrag, og noe av det som følger opp målene, er ikke med.",
    why="I et utdrag er det ikke en feil at noe mangler, men leseren kan tro at målet står uten oppfølging.",
    bad="""\
gjengivelse: utdrag
målstruktur: [mål, virkemiddel]
mål:
  - id: m1
    tittel: Flere får være med
""",
    good="""\
gjengivelse: utdrag
målstruktur: [mål, virkemiddel]
mål:
  - id: m1
    tittel: Flere får være med
    følges_opp_i: Resten av planen
""",
    variants={
        "proposed": Words(message="Utdraget har bare forslag som følger opp {goal}", label="ikke bestemt: {proposed}"),
        "all": Words(
            message="Utdraget viser ikke hva som følger opp {goals}",
            label="{count} {goals} uten noe under seg",
            help="Ta med mer av planen, eller skriv øverst hvor de følges opp: `følges_opp_i: …`.",
        ),
        "all-proposed": Words(
            message="Utdraget har bare forslag som følger opp {goals}",
            label="{count} {goals} uten noe som er bestemt",
            help="Ta med mer av planen, eller skriv øverst hvor de følges opp: `følges_opp_i: …`.",
        ),
    },
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each goal of an excerpt without an answer; one for them all when none of the kind has any."""
    if plan.text("gjengivelse") == "utdrag":
        yield from unanswered(plan, program, CODE.name)


RULE = Rule(CODE.name, plan=check)
