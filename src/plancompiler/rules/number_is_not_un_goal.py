"""A goal whose number is not that of its UN goals, in a plan that says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Node
from plancompiler.phrase import kind_phrase
from plancompiler.program import Program, above, links_from
from plancompiler.rule import Rule
from plancompiler.un_use import un_goals_are_known

CODE = Code(
    name="number-is-not-un-goal",
    severity="warning",
    message="Nummer {number} passer ikke med FN-mål {goals}",
    label="i denne planen har {words} samme nummer som FN-målet",
    help="Skriv `bærekraftsmål: {wanted}`, eller rett nummeret. Gjelder det ikke hele planen, fjerner du «nummer_er_fn_mål» øverst.",
    what="Planen sier «nummer_er_fn_mål: ja», men nummeret på et mål er ikke det samme som FN-målene det er koblet til.",
    why="Når numrene skal være de samme som FNs, leser folk det ene som det andre. «6 og 14» er FN-mål 6 og FN-mål 14.",
    bad="""\
nummer_er_fn_mål: ja
mål:
  - id: m6
    nummer: 6 og 14
    tittel: Rent vann og levende fjorder
    bærekraftsmål: [6, 15]
""",
    good="""\
nummer_er_fn_mål: ja
mål:
  - id: m6
    nummer: 6 og 14
    tittel: Rent vann og levende fjorder
    bærekraftsmål: [6, 14]
""",
    variants={
        "missing": Words(message="Nummer {number} er ikke koblet til noe FN-mål"),
    },
)


def check(node: Node, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when the UN goals of an outermost goal, targets counted as their goals, are not its numbers."""
    plan = program.plans.get(node.plan)
    if plan is None or plan.text("nummer_er_fn_mål") != "ja" or node.name in program.quoted:
        return
    numbers = list(dict.fromkeys(re.findall(r"\d+", node.text("nummer"))))
    if (
        not numbers
        or not un_goals_are_known(program, node)
        or any(each.kind == "mål" for each in above(program, node.name))
    ):
        return
    links = links_from(program, node.name, "bærekraftsmål")
    goals = list(dict.fromkeys(link.target.removeprefix("fn/").partition(".")[0] for link in links))
    if set(goals) != set(numbers):
        args = {
            "number": node.text("nummer"),
            "goals": ", ".join(goals),
            "words": kind_phrase(program, node.plan, "mål")[1],
            "wanted": numbers[0] if len(numbers) == 1 else f"[{', '.join(numbers)}]",
        }
        at = node.at / ("bærekraftsmål" if "bærekraftsmål" in node.fields else "nummer")
        yield Diagnostic(CODE.name, at, args, "" if goals else "missing")


RULE = Rule(CODE.name, kinds=frozenset({"mål"}), node=check)
