"""How a list of nodes is shown, and what stands over it (`language.md` 4.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from plancompiler.inherit import language
from plancompiler.node import Node
from plancompiler.program import Program
from plancompiler.translate import Translator
from plancompiler.views.page import Here
from plancompiler.wording import kind_words, list_heading, stays

Shape = Literal["sections", "bullets", "cards", "rows", "banner", "values", "tables", "figures"]

# Kinds that have a table of their own, with the fields that get columns, in order.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "indikator": ("måltall", "nøkkeltall", "retning", "kilde"),
    "milepæl": ("når", "målgruppe", "formål", "leveranser", "ansvarlig", "samarbeider_med", "status"),
    "fase": ("når", "leveranser", "ansvarlig", "status"),
    "interessent": ("kan_påvirke", "kan_bli_påvirket"),
    "rolle": ("aktør",),
}

_SHAPES: Mapping[str, Shape] = {
    "utfordring": "cards",
    "risiko": "cards",
    "visjon": "banner",
    "verdi": "values",
    "tabell": "tables",
    "figur": "figures",
    "virkemiddel": "bullets",
}

# A heading over these would only say again what each of them says.
_NO_HEADING = frozenset({"sections", "banner", "tables", "figures"})


def shape(program: Program, kind: str, run: Iterable[Node]) -> Shape:
    """Return how nodes of a kind that stand together are shown; subgoals and strategies by their length."""
    if kind in COLUMNS:
        return "rows"
    if kind in {"delmål", "strategi"}:
        return "bullets" if all(_is_short(program, node) for node in run) else "sections"
    return _SHAPES.get(kind, "sections")


def list_label(program: Program, run: tuple[Node, ...], how: Shape, words: Translator) -> str:
    """Return what stands over such a list: the plan's own heading, else the kind's word, else nothing."""
    first = run[0]
    one, many = kind_words(program, first.plan, first.kind, words)
    heading = list_heading(program, first.plan, first.kind, words)
    if heading != many:
        return heading
    holder = program.nodes.get(program.parents.get(first.name, ""))
    repeats = holder is not None and holder.text("tittel").casefold() == many.casefold()
    # A table of one has the word over its first column.
    if how in _NO_HEADING or repeats or (how == "rows" and len(run) == 1):
        return ""
    return one if len(run) == 1 else many


def heading_language(here: Here, plan: str, kind: str, heading: str) -> str:
    """Return the language of what stands over a list where it is the plan's own and not the page's, else ""."""
    own = heading and stays(here.program, plan, kind, heading, here.words)
    return here.foreign(language(here.program, plan)) if own else ""


def _is_short(program: Program, node: Node) -> bool:
    return not program.children.get(node.name) and not ("tittel" in node.fields and "tekst" in node.fields)
