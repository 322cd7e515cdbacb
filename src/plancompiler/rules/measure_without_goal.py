"""A measure that serves no goal."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.followup import chain, is_point
from plancompiler.node import Document, Node
from plancompiler.phrase import kind_phrase, node_phrase
from plancompiler.procedure import stage
from plancompiler.program import Program, above, links_from, named_below
from plancompiler.rule import Rule

CODE = Code(
    name="measure-without-goal",
    severity="warning",
    message="{measure} hører ikke til noe mål",
    label="står ikke under noe mål, og «bidrar_til» mangler",
    help="Flytt det inn under målet det tjener, eller skriv `bidrar_til: …` med id-en til målet.",
    what="Et virkemiddel står ikke under noe mål, delmål eller annet det kan tjene, og peker ikke til noe slikt.",
    why="Da ser ingen hvorfor det skal gjøres, og det blir ikke talt med der målene blir fulgt opp.",
    bad="""\
målstruktur: [mål, virkemiddel]
mål:
  - id: m1
    tittel: Flere får være med
    virkemidler:
      - id: m1.v1
        tekst: Åpne møteplasser i hver bydel.
virkemidler:
  - id: v1
    tekst: Låne ut utstyr.
""",
    good="""\
målstruktur: [mål, virkemiddel]
mål:
  - id: m1
    tittel: Flere får være med
    virkemidler:
      - id: m1.v1
        tekst: Åpne møteplasser i hver bydel.
virkemidler:
  - id: v1
    tekst: Låne ut utstyr.
    bidrar_til: m1
""",
    variants={
        "all": Words(
            message="Ingen {measures} i planen hører til noe mål",
            label="{count} {measures} uten mål",
            help="Sett dem inn under målene de tjener, eller skriv `bidrar_til: …` på hvert av dem med id-en til målet.",
        ),
    },
)

# What a measure may serve beside the kinds before it in the plan's chain.
_SERVED = frozenset({"mål", "delmål", "strategi", "utfordring", "risiko", "fase"})


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each measure that serves nothing; one for the plan when none of several does.

    Only a plan whose chain leads to measures asks what they serve.
    """
    order = chain(program, plan.id)
    if "virkemiddel" not in order[1:] or stage(program, plan) == "ended":
        return
    served = _SERVED | {*order[: order.index("virkemiddel")]}
    own = [
        node
        for node in named_below(program, plan.id)
        if node.kind == "virkemiddel" and node.name not in program.quoted and not is_point(program, node.name)
    ]
    loose = [node for node in own if not _serves(program, node, served)]
    if len(loose) == len(own) > 1:
        args = {"measures": kind_phrase(program, plan.id, "virkemiddel")[1], "count": str(len(own))}
        yield Diagnostic(CODE.name, Locus(plan.file, ("plan",)), args, "all")
        return
    for node in loose:
        yield Diagnostic(CODE.name, node.at_key("bidrar_til"), {"measure": node_phrase(program, node, first=True)})


def _serves(program: Program, measure: Node, served: frozenset[str]) -> bool:
    holders = tuple(above(program, measure.name))
    return (
        "bidrar_til" in measure.unread
        or any(holder.kind in served for holder in holders)
        or any(links_from(program, each.name, "bidrar_til") for each in (measure, *holders))
    )


RULE = Rule(CODE.name, plan=check, alone=True)
