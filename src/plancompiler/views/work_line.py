"""Who does a thing, by when, how far it has come and for what money, on one line under its title."""

from __future__ import annotations

from dataclasses import replace

from plancompiler.inherit import responsible
from plancompiler.measures import financing_forms
from plancompiler.node import Node
from plancompiler.program import below
from plancompiler.prose import plain
from plancompiler.views.facts import WORK, Fact, worded, work_facts
from plancompiler.views.page import Here
from plancompiler.views.said_once import also_below
from plancompiler.views.shown_words import shown_word


def work_line(here: Here, node: Node) -> str:
    """Return what a node itself says of how it is done, as plain words; "" when it says nothing.

    Who is inherited is said above, and the source's own words on the money stand where all is said.
    """
    said = tuple(fact for fact in work_facts(here, node) if fact.inherited_from is None)
    return " · ".join(_words(_in_short(here, node, fact)) for fact in with_heirs(here, node, said))


def with_heirs(here: Here, node: Node, said: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return what is said of a node, with a word on the work below it that its responsible answers for too."""
    if not any(fact.key == "ansvarlig" and fact.inherited_from is None for fact in said):
        return said
    program = here.program
    work = (responsible(program, one.name)[0] for one in below(program, node.name) if one.kind in WORK)
    inherits = [any(link.source == node.name for link in links) for links in work]
    return also_below(here, said, mixed=not all(inherits)) if any(inherits) else said


def _in_short(here: Here, node: Node, fact: Fact) -> Fact:
    if fact.key == "finansiering":
        forms = (shown_word(fact.key, form, here.words) for form in financing_forms(node.fields))
        return worded(fact.key, fact.label, *forms)
    return replace(fact, refs=tuple(replace(one, note="") for one in fact.refs))


def _words(fact: Fact) -> str:
    values = ", ".join((*(one.text for one in fact.refs), *(plain(one.text) for one in fact.texts)))
    return f"{fact.label}: {values}" + (f" ({fact.below})" if fact.below else "")
