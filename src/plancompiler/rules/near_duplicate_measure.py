"""Measures that say nearly the same in several places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Related
from plancompiler.followup import is_point, set_aside
from plancompiler.likeness import alike
from plancompiler.node import Document, Node
from plancompiler.phrase import kind_phrase, listed
from plancompiler.program import Program, links_from, named_below, outer
from plancompiler.repetition import standing_again
from plancompiler.rule import Rule

CODE = Code(
    name="near-duplicate-measure",
    severity="info",
    message="{count} {words} sier nesten det samme",
    label="ligner på {others}",
    help="Er det samme sak, lar du ett stå og skriver `bidrar_til: {aims}` der. Er det flere saker, skriver du tydeligere hva som skiller dem.",
    what="Flere virkemidler i planen har nesten de samme ordene, eller lager det samme dokumentet.",
    why="Ett virkemiddel kan bidra til mange mål. Står det flere ganger, må det rettes, følges opp og rapporteres hvert sted, og det blir talt flere ganger.",
    bad="""\
mål:
  - id: m1
    tittel: Barn får en god start
    virkemidler:
      - id: m1.v1
        tekst: Få i stand samarbeid på tvers av fag for unges psykiske helse.
  - id: m2
    tittel: Flere fullfører videregående
    virkemidler:
      - id: m2.v1
        tekst: Samarbeide på tvers av fag om unges psykiske helse, sammen med skolene.
""",
    good="""\
mål:
  - id: m1
    tittel: Barn får en god start
    virkemidler:
      - id: m1.v1
        tekst: Få i stand samarbeid på tvers av fag for unges psykiske helse, sammen med skolene.
        bidrar_til: m2
  - id: m2
    tittel: Flere fullfører videregående
    virkemidler:
      - id: m2.v1
        tekst: Gi lærlinger plass i alle kommunens enheter.
""",
    variants={
        "beside": Words(
            help="Er det samme sak, slår du dem sammen. Er det flere saker, skriver du tydeligere hva som skiller dem.",
        ),
    },
    related={"other": "{id} sier nesten det samme"},
)

_AIMS = frozenset({"område", "utfordring", "mål", "delmål", "strategi", "risiko", "fase"})


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each group of measures that are alike, at the first of them."""
    repeated = standing_again(program, plan.id)
    measures = [
        node
        for node in named_below(program, plan.id)
        if node.kind == "virkemiddel"
        and node.name not in program.quoted | repeated
        and not is_point(program, node.name)
        and not set_aside(program, node.name)
    ]
    texts = [f"{node.text('tittel')}\n{node.text('tekst')}" for node in measures]
    for group in alike(texts, [_documents(program, node) for node in measures]):
        yield _finding(program, plan, [measures[index] for index in group])


def _documents(program: Program, measure: Node) -> tuple[str, ...]:
    """Return the plans and documents a measure makes or speaks of: two that make the same are much alike."""
    links = links_from(program, measure.name, "leveranser", "omtaler")
    return tuple(
        link.target
        for link in links
        if link.target in program.plans
        or (link.target in program.entries and program.entries[link.target].section == "dokumenter")
    )


def _finding(program: Program, plan: Document, group: Sequence[Node]) -> Diagnostic:
    first, *others = group
    holders = [program.nodes.get(outer(program, node.name)) for node in group]
    aims = [holder.id for holder in holders if holder is not None and holder.kind in _AIMS]
    elsewhere = list(dict.fromkeys(aim for aim in aims if aim != aims[0]))
    args = {
        "count": str(len(group)),
        "words": kind_phrase(program, plan.id, first.kind)[1],
        "others": listed(node.id for node in others),
        "aims": elsewhere[0] if len(elsewhere) == 1 else f"[{', '.join(elsewhere)}]",
    }
    related = tuple(Related(node.at, "other", {"id": node.id}) for node in others)
    return Diagnostic(CODE.name, first.at, args, "" if elsewhere else "beside", related)


RULE = Rule(CODE.name, plan=check, alone=True)
