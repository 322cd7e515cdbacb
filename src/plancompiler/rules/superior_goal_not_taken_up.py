"""A goal that no plan takes up, of those that are there to do so."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.node import Document
from plancompiler.phrase import kind_phrase, listed, node_phrase, plan_phrase
from plancompiler.program import Program
from plancompiler.rule import Rule
from plancompiler.taken_up import taken_up

CODE = Code(
    name="superior-goal-not-taken-up",
    severity="info",
    message="Ingen plan har tatt opp {goal}",
    label="{plans} følger opp denne planen, men peker ikke hit",
    help="Skriv `bidrar_til: {name}` eller `sitert: {name}` på det som følger det opp der. Er det et valg, fører du det opp i «følger_ikke_opp» i den planen.",
    what="En handlingsdel eller handlingsplan følger opp denne planen, men ikke noe i den peker til målet.",
    why="Slik ser du hvilke overordnede mål ingen har plukket opp. Det kan være riktig; da bør planen som følger opp, si hvorfor.",
    bad={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2026–2038
status: vedtatt
målstruktur: [mål, virkemiddel]
følges_opp_i: handling-2030
mål:
  - id: m1
    tittel: Flere får være med
  - id: m2
    tittel: Rent vann
""",
        "plans/handling-2030.yaml": """\
plan: handling-2030
tittel: Handlingsdel 2027–2030
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027–2030
status: utkast
overordnet: eksempel
mål:
  - id: m1
    sitert: eksempel/m1
    virkemidler:
      - id: v1
        tekst: Åpne møteplasser i hver bydel.
""",
    },
    good={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2026–2038
status: vedtatt
målstruktur: [mål, virkemiddel]
følges_opp_i: handling-2030
mål:
  - id: m1
    tittel: Flere får være med
  - id: m2
    tittel: Rent vann
""",
        "plans/handling-2030.yaml": """\
plan: handling-2030
tittel: Handlingsdel 2027–2030
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027–2030
status: utkast
overordnet: eksempel
følger_ikke_opp:
  - til: eksempel/m2
    begrunnelse: Det står i hovedplanen for vann.
mål:
  - id: m1
    sitert: eksempel/m1
    virkemidler:
      - id: v1
        tekst: Åpne møteplasser i hver bydel.
""",
    },
    variants={
        "all": Words(
            message="Ingen plan har tatt opp noen av planens {goals}",
            label="{plans} følger opp planen, men peker ikke til {goals} her",
            help="Pek hit med `bidrar_til` eller `sitert` i planen som følger opp, så leseren ser hvilke {goals} det gjelder.",
        ),
    },
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each goal of a plan in force that none of the plans which follow it up has taken up."""
    found = taken_up(program, plan.id)
    if found is None:
        return
    args = {
        "plans": listed(plan_phrase(program.plans[follower]) for follower in found.followers),
        "goals": kind_phrase(program, plan.id, "mål")[1],
    }
    if len(found.left) == len(found.asked) > 1:
        yield Diagnostic(CODE.name, Locus(plan.file, ("plan",)), args, "all")
        return
    for name in found.left:
        node = program.nodes[name]
        yield Diagnostic(CODE.name, node.at, {**args, "goal": node_phrase(program, node), "name": name})


RULE = Rule(CODE.name, plan=check)
