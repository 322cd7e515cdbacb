"""A goal that nothing follows up."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.followup import FollowUp, chain, follow_up
from plancompiler.model.kind import CHILD_KEYS, KINDS
from plancompiler.node import Document, Node
from plancompiler.phrase import kind_phrase, listed, node_phrase, place_phrase
from plancompiler.procedure import stage
from plancompiler.program import Program, is_whole, named_below
from plancompiler.rule import Rule

CODE = Code(
    name="goal-not-followed-up",
    severity="warning",
    message="Ingenting følger opp {goal}",
    label="{place}",
    help="Legg inn «{key}:» under det, eller skriv hvor det følges opp: `følges_opp_i: …`. Er det et valg, skriver du grunnen i `uten_oppfølging: …`.",
    what="Et mål, eller et annet ledd i planens målstruktur, har ikke noe under seg som følger det opp, og ingen peker til det.",
    why="Et mål uten oppfølging blir stående som et ønske. Følges det opp i en annen plan, eller er det valgt bort, må leseren få vite det.",
    bad="""\
målstruktur: [mål, delmål, virkemiddel]
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
    delmål:
      - id: m1.d1
        nummer: 1
        tittel: Lavere terskel
        virkemidler:
          - id: m1.d1.v1
            tekst: Åpne møteplasser i hver bydel.
      - id: m1.d2
        nummer: 2
        tittel: Flere møteplasser
""",
    good="""\
målstruktur: [mål, delmål, virkemiddel]
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
    delmål:
      - id: m1.d1
        nummer: 1
        tittel: Lavere terskel
        virkemidler:
          - id: m1.d1.v1
            tekst: Åpne møteplasser i hver bydel.
      - id: m1.d2
        nummer: 2
        tittel: Flere møteplasser
        følges_opp_i: Handlingsprogrammet
""",
    variants={
        "proposed": Words(
            message="Bare forslag følger opp {goal}",
            label="ikke bestemt: {proposed}",
            help="Bestem hva som skal gjøres, eller skriv hvor det følges opp: `følges_opp_i: …`. Er det et valg, skriver du grunnen i `uten_oppfølging: …`.",
        ),
        "all": Words(
            message="Ingen {goals} i planen blir fulgt opp",
            label="{count} {goals}, og planen sier ikke hvor de følges opp",
            help="Legg inn «{key}:» under dem, eller skriv øverst i planen hvor de følges opp: `følges_opp_i: …`. Er det et valg, skriver du grunnen i `uten_oppfølging: …`.",
        ),
        "all-proposed": Words(
            message="Bare forslag følger opp {goals} i planen",
            label="{count} {goals} uten noe som er bestemt",
            help="Bestem hva som skal gjøres, eller skriv øverst i planen hvor de følges opp: `følges_opp_i: …`.",
        ),
    },
)


_GAPS = frozenset({"ingen oppfølging", "bare foreslått"})

# Where one of these could not be read, nobody knows whether there is an answer.
_ANSWERS = frozenset({"følges_opp_i", "uten_oppfølging", "sitert", "status", "prioritering", *CHILD_KEYS})
_ANSWERS_ABOVE = frozenset({"følges_opp_i", "uten_oppfølging", "målstruktur", "gjengivelse", "type", *CHILD_KEYS})


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each goal without an answer; one for them all when none of the kind has any."""
    if plan.text("gjengivelse") != "utdrag":
        yield from unanswered(plan, program, CODE.name)


def unanswered(plan: Document, program: Program, code: str) -> Iterator[Diagnostic]:
    """Yield the findings of a plan that has not ended, under a code with the variants this gives.

    They are "" and `proposed` for one goal, `all` and `all-proposed` for a kind of which no goal has an answer.
    """
    if stage(program, plan) == "ended" or plan.unread & _ANSWERS_ABOVE or not is_whole(program, plan.id):
        return
    order = chain(program, plan.id)
    asked: dict[str, list[tuple[Node, FollowUp]]] = {}
    for node in named_below(program, plan.id):
        answer = follow_up(program, node.name)
        if answer is not None:
            asked.setdefault(node.kind, []).append((node, answer))
    for kind in [kind for kind in order[:-1] if kind in asked]:
        answers, key = asked[kind], KINDS[order[order.index(kind) + 1]].key
        gaps = [(node, answer) for node, answer in answers if answer.answer in _GAPS and not node.unread & _ANSWERS]
        if len(gaps) == len(answers) > 1:
            only_proposed = all(answer.answer == "bare foreslått" for _, answer in gaps)
            args = {"goals": kind_phrase(program, plan.id, kind)[1], "count": str(len(gaps)), "key": key}
            yield Diagnostic(code, Locus(plan.file, ("plan",)), args, "all-proposed" if only_proposed else "all")
            continue
        for node, answer in gaps:
            args = {
                "goal": node_phrase(program, node),
                "place": place_phrase(program, node),
                "proposed": listed(_id(name, plan.id) for name in answer.proposed),
                "key": key,
            }
            yield Diagnostic(code, node.at, args, "proposed" if answer.answer == "bare foreslått" else "")


def _id(name: str, plan: str) -> str:
    return name.removeprefix(f"{plan}/")


RULE = Rule(CODE.name, plan=check)
