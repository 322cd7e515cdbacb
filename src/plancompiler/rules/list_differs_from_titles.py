"""A list of goals whose words differ from the titles they have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from operator import itemgetter

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Related
from plancompiler.likeness import stems
from plancompiler.model.kind import STRUCTURE
from plancompiler.node import Document, Node
from plancompiler.passages import all_passages
from plancompiler.phrase import node_phrase, shortened
from plancompiler.program import Program, named_below
from plancompiler.repetition import folded
from plancompiler.rule import Rule
from plancompiler.wiki import replaced

CODE = Code(
    name="list-differs-from-titles",
    severity="warning",
    message="Lista sier «{item}», men tittelen er en annen",
    label="de andre i lista er titler i planen; her er tittelen {what}",
    help="Skriv det samme begge steder, eller skriv [[{id}]] i lista. Da følger den tittelen.",
    what="En liste i teksten gjengir titlene på punkter i planen, og én av dem er skrevet annerledes enn tittelen.",
    why="Leseren tror det er to ulike mål. Oftest er tittelen endret det ene stedet og ikke det andre.",
    bad="""\
kapitler:
  - id: k1
    tittel: Målene våre
    tekst: |
      1. Flere får være med
      2. Rent vann i alle bekker
      3. Tryggere veier
mål:
  - {id: m1, nummer: 1, tittel: Flere får være med}
  - {id: m2, nummer: 2, tittel: Rent vann i alle elver}
  - {id: m3, nummer: 3, tittel: Tryggere veier}
""",
    good="""\
kapitler:
  - id: k1
    tittel: Målene våre
    tekst: |
      1. Flere får være med
      2. [[m2]]
      3. Tryggere veier
mål:
  - {id: m1, nummer: 1, tittel: Flere får være med}
  - {id: m2, nummer: 2, tittel: Rent vann i alle elver}
  - {id: m3, nummer: 3, tittel: Tryggere veier}
""",
    related={"title": "tittelen står her"},
)

_MARK = r"(?:[-*+]|\d{1,2}[.)])[ \t]"
# An item goes on over lines that are indented and begin no item of their own.
_ITEM = re.compile(rf"^[ \t]*{_MARK}+(\S.*(?:\n(?![ \t]*{_MARK})[ \t]+\S.*)*)", re.MULTILINE)
_LEAST_ITEMS = 3
_LEAST_EQUAL = 2
# Nobody lists more goals than this in a text, and a title that so many groups have says nothing of which is meant.
_MOST_ITEMS = 200
_MOST_GROUPS = 50


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each item that is nearly a title, in a list most of which are titles of siblings."""
    groups = _siblings(program, plan.id)
    if not groups:
        return
    holders = _holders(groups)
    shown = {node.id: node.text("tittel") for nodes in groups for node in nodes}
    known = cache(lambda words: frozenset(stems(words)))
    for passage in all_passages(program, plan):
        items = list(islice(_ITEM.finditer(passage.text), _MOST_ITEMS + 1))
        if _LEAST_ITEMS <= len(items) <= _MOST_ITEMS:
            # A link without words of its own shows the title of what it leads to.
            written = [replaced(item[1], lambda link: link.shown or shown.get(link.ref, link.ref)) for item in items]
            met = Counter(group for words in written for group in holders.get(folded(words), ()))
            group, equal = max(met.items(), key=itemgetter(1), default=(0, 0))
            if equal >= max(_LEAST_EQUAL, len(items) // 2):
                for item, words, meant in _nearly_titles(groups[group], items, written, known):
                    args = {"item": shortened(words), "what": node_phrase(program, meant), "id": meant.id}
                    related = (Related(meant.at / "tittel", "title"),)
                    yield Diagnostic(CODE.name, passage.part(*item.span(1)), args, related=related)


def _siblings(program: Program, plan: str) -> list[list[Node]]:
    """Return the nodes with titles, by the kind and by what they stand directly under, where there are several."""
    found: dict[tuple[str, str], list[Node]] = {}
    for node in named_below(program, plan):
        if node.kind in STRUCTURE and node.text("tittel"):
            found.setdefault((program.parents[node.name], node.kind), []).append(node)
    return [nodes for nodes in found.values() if _LEAST_EQUAL <= len(nodes) <= _MOST_ITEMS]


def _names(node: Node) -> set[str]:
    return {folded(node.text(key)) for key in ("tittel", "kortnavn") if node.text(key)}


def _holders(groups: Sequence[Sequence[Node]]) -> Mapping[str, Sequence[int]]:
    """Return the groups that each title is of, by their indexes."""
    found: dict[str, list[int]] = {}
    for index, nodes in enumerate(groups):
        for name in {name for node in nodes for name in _names(node)}:
            if len(found.setdefault(name, [])) < _MOST_GROUPS:
                found[name].append(index)
    return found


def _nearly_titles(
    nodes: Sequence[Node],
    items: Sequence[re.Match[str]],
    written: Sequence[str],
    known: Callable[[str], frozenset[str]],
) -> Iterator[tuple[re.Match[str], str, Node]]:
    """Yield each item that is no title, with its words and the node whose title it nearly is, of those not listed."""
    listed = {folded(words) for words in written}
    titles = {name for node in nodes for name in _names(node)}
    left = [node for node in nodes if not _names(node) & listed]
    for item, words in zip(items, written, strict=True):
        if folded(words) not in titles:
            meant = next((node for node in left if _nearly(known(words), known(node.text("tittel")))), None)
            if meant is not None:
                yield item, words, meant


def _nearly(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether half of the stems of two headings are the same."""
    return bool(one & other) and 2 * len(one & other) >= max(len(one), len(other))


RULE = Rule(CODE.name, plan=check, alone=True)
