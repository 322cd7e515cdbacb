"""A list of goals whose words differ from the titles they have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Related
from plancompiler.likeness import stems
from plancompiler.model.kind import STRUCTURE
from plancompiler.node import Document, Node
from plancompiler.passages import Passage, all_passages
from plancompiler.phrase import node_phrase, shortened
from plancompiler.program import Program, named_below
from plancompiler.repetition import folded
from plancompiler.rule import Rule
from plancompiler.wiki import mentions

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


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each item that is nearly a title, in a list most of which are titles of siblings."""
    siblings = _siblings(program, plan.id)
    if not siblings:
        return
    for passage in all_passages(program, plan):
        items = [(found.start(1), found.end(1), found[1]) for found in _ITEM.finditer(passage.text)]
        if len(items) >= _LEAST_ITEMS:
            for nodes in siblings:
                yield from _compared(program, passage, items, nodes)


def _siblings(program: Program, plan: str) -> list[list[Node]]:
    """Return the nodes with titles, by the kind and by what they stand directly under, where there are several."""
    found: dict[tuple[str, str], list[Node]] = {}
    for node in named_below(program, plan):
        if node.kind in STRUCTURE and node.text("tittel"):
            found.setdefault((program.parents[node.name], node.kind), []).append(node)
    return [nodes for nodes in found.values() if len(nodes) >= _LEAST_EQUAL]


def _compared(
    program: Program, passage: Passage, items: Sequence[tuple[int, int, str]], nodes: Sequence[Node]
) -> Iterator[Diagnostic]:
    titles = {folded(node.text("tittel")): node for node in nodes} | {
        folded(node.text("kortnavn")): node for node in nodes if node.text("kortnavn")
    }
    written = [_plain(text, nodes) for _, _, text in items]
    equal = [titles[folded(words)].name for words in written if folded(words) in titles]
    left = [node for node in nodes if node.name not in equal]
    if len(equal) < max(_LEAST_EQUAL, len(items) // 2) or not left:
        return
    for (start, end, _), words in zip(items, written, strict=True):
        if folded(words) in titles:
            continue
        meant = next((node for node in left if _nearly(words, node.text("tittel"))), None)
        if meant is not None:
            args = {"item": shortened(words), "what": node_phrase(program, meant), "id": meant.id}
            related = (Related(meant.at / "tittel", "title"),)
            yield Diagnostic(CODE.name, passage.part(start, end), args, related=related)


def _plain(text: str, nodes: Sequence[Node]) -> str:
    """Return an item as it is read: a link without words of its own shows the title of what it leads to."""
    titles = {node.id: node.text("tittel") for node in nodes}
    for link in reversed(mentions(text)):
        text = text[: link.start] + (link.shown or titles.get(link.ref, link.ref)) + text[link.end :]
    return text


def _nearly(words: str, title: str) -> bool:
    """Tell whether half of the stems of two headings are the same."""
    one, other = set(stems(words)), set(stems(title))
    return bool(one & other) and 2 * len(one & other) >= max(len(one), len(other))


RULE = Rule(CODE.name, plan=check)
