"""A plan that goes on after the superior plan it follows is over."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Locus, Related
from plancompiler.node import Document
from plancompiler.phrase import shortened
from plancompiler.procedure import stage
from plancompiler.program import Program, links_from
from plancompiler.rule import Rule
from plancompiler.schedule import days, plan_days

CODE = Code(
    name="superior-plan-shorter",
    severity="info",
    message="«{title}» gjelder til {until}, men planen går til {own}",
    label="perioden er {period:dato}",
    help="Ta det med når planen rulleres: målene den følger opp, kan være andre da.",
    what="Planen varer lenger enn den overordnede planen den følger.",
    why="Det siste stykket følger planen mål som ikke gjelder lenger. Det er vanlig, men noen bør vite når det skjer.",
    bad={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Temaplan for idrett
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2036
status: utkast
overordnet: samfunnsdel
""",
        "plans/registre/planer.yaml": """\
register: planer
dokumenter:
  - id: samfunnsdel
    tittel: Samfunnsdelen
    type: plan
    periode: 2022–2034
""",
    },
    good={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Temaplan for idrett
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2034
status: utkast
overordnet: samfunnsdel
""",
        "plans/registre/planer.yaml": """\
register: planer
dokumenter:
  - id: samfunnsdel
    tittel: Samfunnsdelen
    type: plan
    periode: 2022–2034
""",
    },
    related={"own": "planens egen periode"},
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each superior plan or document that is over in a year before the plan's own last one.

    One that was over before the plan began is another rule's.
    """
    own = plan_days(program, plan.id)
    if own.last is None or stage(program, plan) == "ended":
        return
    for link in links_from(program, plan.id, "overordnet"):
        above = program.plans.get(link.target) or program.entries.get(link.target)
        ends = days(above.text("periode")).last if above is not None and above.text("periode") else None
        if above is None or ends is None or (own.first is not None and ends < own.first):
            continue
        if ends.year < own.last.year:
            args = {
                "title": shortened(above.text("kortnavn") or above.text("tittel")),
                "period": above.text("periode"),
                "until": str(ends.year),
                "own": str(own.last.year),
            }
            related = (Related(Locus(plan.file, ("periode",)), "own"),)
            yield Diagnostic(CODE.name, link.at, args, related=related)


RULE = Rule(CODE.name, plan=check)
