"""A printed number that begins as another holder's: `2.3` under goal 3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Edit, Fix, Related
from plancompiler.node import Document, Node
from plancompiler.numbering import APART
from plancompiler.phrase import called_phrase
from plancompiler.program import Program, above, named_below
from plancompiler.rule import Rule
from plancompiler.values.printed_numbers import parse, shown

CODE = Code(
    name="printed-number-misplaced",
    severity="info",
    message="Nummer {number} hører til {other}, men punktet står under {holder}",
    label="neste nummer under {holder} er {next}",
    help="Skriv {next}, eller flytt punktet tilbake. `planc renumber` setter numrene i hele planen i rekkefølge.",
    what="Et punkt har et nummer som begynner med nummeret til et annet mål enn det står under.",
    why="Slik blir det når et punkt er flyttet og nummeret står igjen. Da leter leserne etter det på det gamle stedet.",
    bad="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
    delmål:
      - {id: m1.d1, nummer: 1.1, tittel: Lavere terskel}
      - {id: m1.d2, nummer: 1.2, tittel: Flere møteplasser}
  - id: m2
    nummer: 2
    tittel: Trygge veier
    delmål:
      - {id: m2.d1, nummer: 2.1, tittel: Flere gangveier}
      - {id: m1.d3, nummer: 1.3, tittel: Bedre lys}
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
    delmål:
      - {id: m1.d1, nummer: 1.1, tittel: Lavere terskel}
      - {id: m1.d2, nummer: 1.2, tittel: Flere møteplasser}
  - id: m2
    nummer: 2
    tittel: Trygge veier
    delmål:
      - {id: m2.d1, nummer: 2.1, tittel: Flere gangveier}
      - {id: m1.d3, nummer: 2.2, tittel: Bedre lys}
""",
    related={"other": "nummeret begynner som dette"},
    fixes={"next": "Skriv «{next}»"},
)

# Where more than one in four begins otherwise, the numbers do not follow the holders.
_MOST_ASTRAY = 3


class _Numbered(NamedTuple):
    """A node with a number of two parts, the first of them, its place, and what holds the node."""

    node: Node
    head: str
    place: int
    holder: Node


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each number that begins as another's, where those of its kind begin as their holders'."""
    every = [node for node in named_below(program, plan.id) if node.text("nummer") and node.kind not in APART]
    bearers: dict[tuple[str, str], Node] = {}
    for node in every:
        for written in _spellings(node):
            bearers.setdefault((node.kind, written), node)
    texts = Counter((node.kind, node.text("nummer").rstrip(". ")) for node in every)
    home: dict[tuple[str, str], list[_Numbered]] = {}
    astray: dict[tuple[str, str], list[tuple[_Numbered, Node]]] = {}
    for each in _numbered(program, every):
        kinds = each.node.kind, each.holder.kind
        other = bearers.get((each.holder.kind, each.head))
        if each.head in _heads(program, each.node):
            home.setdefault(kinds, []).append(each)
        elif other is not None and texts[each.node.kind, each.node.text("nummer").rstrip(". ")] == 1:
            # A number that two have is told of as such.
            astray.setdefault(kinds, []).append((each, other))
    for kinds, found in astray.items():
        if len(found) * _MOST_ASTRAY <= len(home.get(kinds, ())):
            yield from _said(program, home[kinds], found)


def _said(program: Program, home: list[_Numbered], found: list[tuple[_Numbered, Node]]) -> Iterator[Diagnostic]:
    last: dict[str, int] = {}
    for each in home:
        last[each.holder.name] = max(each.place, last.get(each.holder.name, 0))
    for (node, _, _, holder), other in found:
        last[holder.name] = last.get(holder.name, 0) + 1
        written = node.text("nummer")
        new = f"{_spellings(holder)[0]}.{last[holder.name]}" + ("." if written.endswith(".") else "")
        args = {
            "number": written.rstrip(". "),
            "next": new,
            "other": called_phrase(program, other),
            "holder": called_phrase(program, holder),
        }
        at = node.at / "nummer"
        related = (Related(other.at / "nummer", "other"),)
        fixes = (Fix("next", "unsafe", (Edit(at, new),)),)
        yield Diagnostic(CODE.name, at, args, related=related, fixes=fixes)


def _numbered(program: Program, every: list[Node]) -> Iterator[_Numbered]:
    for node in every:
        number = parse(node.text("nummer"))
        holder = next((each for each in above(program, node.name) if each.text("nummer")), None)
        if number is None or holder is None or not number.series.endswith(".") or node.name in program.quoted:
            continue
        yield _Numbered(node, number.series.rstrip("."), number.places[0], holder)


def _heads(program: Program, node: Node) -> frozenset[str]:
    """Return what the number of a node may begin with: the numbers of those above it, alone or one after the other."""
    found: set[str] = set()
    tails: set[str] = set()
    for own in filter(None, map(_spellings, above(program, node.name))):
        tails = {f"{one}.{tail}" if tail else one for one in own for tail in (*tails, "")}
        found |= tails
    return frozenset(found)


def _spellings(node: Node) -> tuple[str, ...]:
    """Return the numbers of a node one by one, as they begin those under it: `6` and `14` of `6 og 14`."""
    written = node.text("nummer")
    number = parse(written) if written else None
    if number is None:
        return (written.rstrip(".: )").casefold(),) if written else ()
    return tuple(shown(number.series, place).casefold() for place in number.places)


RULE = Rule(CODE.name, plan=check, alone=True)
