"""A link between single brackets, which stays on the page as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Edit, Fix
from plancompiler.model.kind import KINDS
from plancompiler.node import Document, Node
from plancompiler.passages import passages, without_links
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="single-brackets",
    severity="warning",
    message="En lenke må ha to hakeparenteser på hver side",
    label="dette blir stående på siden slik det er skrevet",
    help="Skriv `{write}`.",
    what="Det som står mellom enkle hakeparenteser i en tekst, er navnet på et punkt, en plan eller noe i et register.",
    why="Bare det som står mellom doble hakeparenteser, blir en lenke. Leseren ser ellers en id og ingen lenke.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    tekst: Målet følges opp av [m2|det neste målet].
  - id: m2
    tittel: Alle har et sted å være
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    tekst: Målet følges opp av [[m2|det neste målet]].
  - id: m2
    tittel: Alle har et sted å være
""",
    fixes={"double": "Sett to hakeparenteser på hver side"},
)

_SINGLE = re.compile(r"(?<![\[\\\]])\[([^\[\]|\n^]+)(\|[^\[\]|\n]+)?\](?![\[\](:])")
# A bare word or number in brackets may be the id of something, and mean something else: `[1]`, `[by]`.
_SURE = re.compile(r"[/.\-|]")


def check(record: Node | Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each name between single brackets in the texts of a node, or of a header."""
    plan = record.plan if isinstance(record, Node) else record.id
    for passage in passages(program, record):
        for found in _SINGLE.finditer(without_links(passage.text)) if "[" in passage.text else ():
            if not _SURE.search(found[0]) or not _is_name(program, plan, found[1].strip()):
                continue
            place = passage.part(*found.span())
            write = f"[{found[0]}]"
            # Where the same words stand earlier in the text, the place takes in more than the brackets.
            exact = place.part == found[0]
            fixes = (Fix("double", "safe", (Edit(place, write),)),) if exact else ()
            yield Diagnostic(CODE.name, place, {"write": write}, fixes=fixes)


def _is_name(program: Program, plan: str, ref: str) -> bool:
    names = (ref, f"{plan}/{ref}")
    return any(name in known for name in names for known in (program.nodes, program.redirects)) or (
        ref in program.plans or ref in program.entries
    )


RULE = Rule(CODE.name, kinds=frozenset(KINDS), node=check, plan=check)
