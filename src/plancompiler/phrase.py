"""What a message calls things inside a sentence: the plan's own words, cut short.

A finding holds arguments, never words of ours; these are the author's, in the plan's own language. Where the reader's
language is known, they are said in that. Capitals that only begin a heading are taken off
them: `Hovedmål` becomes `hovedmål`, `FN-mål` stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plancompiler.node import Document, Node
from plancompiler.program import Program, outer
from plancompiler.translate import Translator, translator
from plancompiler.wiki import replaced
from plancompiler.wording import called, kind_words, title

# A message is at most some eighty characters, and a title is half of it.
_TITLE = 40
_ITEMS = 4

_MARKUP = re.compile(r"\[\^[^\[\]\s]+\]|[*`]")


def node_phrase(program: Program, node: Node, words: Translator | None = None, *, first: bool = False) -> str:
    """Return what a node is called, such as `delmål 2 «Alle kan være med»`; with a capital when it stands first."""
    said = called_phrase(program, node, words)
    name = f"«{short_title(node)}»"
    phrase = f"{said} {name}" if said else name
    return phrase[:1].upper() + phrase[1:] if first else phrase


def place_phrase(program: Program, node: Node) -> str:
    """Return where a node stands, such as `delmål 2 under hovedmål 15`; what has no number is named by its title."""
    holder = program.nodes.get(outer(program, node.name))
    return " under ".join(short_phrase(program, each) for each in (node, holder) if each is not None)


def called_phrase(program: Program, node: Node, words: Translator | None = None) -> str:
    """Return the kind and printed number of a node as they stand in a sentence, such as `delmål 2`; "" for neither."""
    return in_sentence(called(program, node, words or _words(program, node.plan)))


def short_phrase(program: Program, node: Node, words: Translator | None = None) -> str:
    """Return what a node is called by its number, such as `delmål 2`; what has no number is named by its title."""
    return called_phrase(program, node, words) if node.text("nummer") else node_phrase(program, node, words)


def kind_phrase(program: Program, plan: str, kind: str, words: Translator | None = None) -> tuple[str, str]:
    """Return what the plan calls one and several of a kind, as they stand in a sentence."""
    one, many = kind_words(program, plan, kind, words or _words(program, plan))
    return in_sentence(one), in_sentence(many)


def plan_phrase(plan: Document) -> str:
    """Return the title of a plan, cut short, in quotation marks."""
    return f"«{shortened(plan.text('kortnavn') or plan.text('tittel'))}»"


def short_title(node: Node) -> str:
    """Return the title of a node, else the first words of its text, without markup and cut short."""
    return shortened(node.text("kortnavn") or title(node))


def shortened(text: str, most: int = _TITLE) -> str:
    """Return a text on one line, without markup, of at most that many characters, cut between two words."""
    line = " ".join(_MARKUP.sub("", replaced(text, lambda link: link.shown or link.ref)).split())
    if len(line) <= most:
        return line
    head, space, _ = line[:most].rpartition(" ")
    return (head if space else line[: most - 1]).rstrip(",.;:–-") + " …"


def in_sentence(words: str) -> str:
    """Return words as they stand in the middle of a sentence: without the capital that only begins a heading."""
    return words[0].lower() + words[1:] if words[1:2].islower() else words


def listed(names: Iterable[str], most: int = _ITEMS) -> str:
    """Return names with commas between, the first few when they are many."""
    every = list(names)
    return ", ".join(every) if len(every) <= most else ", ".join(every[:most]) + " …"


def _words(program: Program, plan: str) -> Translator:
    return translator(program.plans[plan].text("språk") if plan in program.plans else "")
