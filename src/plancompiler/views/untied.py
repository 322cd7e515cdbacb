"""What is said of a goal that nothing in its plan is tied to, so that no reader must guess what a nought means."""

from __future__ import annotations

from dataclasses import dataclass

from plancompiler.followup import chain, follow_up
from plancompiler.node import Node
from plancompiler.views.naming import link_ref, ref
from plancompiler.views.page import Here, Ref
from plancompiler.wording import kind_words, link_words


@dataclass(frozen=True, slots=True)
class Untied:
    """A sentence, and under a label what follows the goal up elsewhere; the label is "" when nothing does."""

    text: str
    label: str
    places: tuple[Ref, ...]


def untied(here: Here, goal: Node) -> Untied:
    """Return what to say of a goal that nothing of a later kind serves."""
    program, words = here.program, here.words
    answer = follow_up(program, goal.name)
    if answer is not None and answer.as_whole:
        return Untied(words("Målet følges opp av planens øvrige mål og strategier samlet."), "", ())
    if answer is not None and answer.by:
        by = tuple(ref(here, name) for name in answer.by)
        return Untied(_nothing(here, goal), words("Følges opp av"), by)
    places = answer.places if answer is not None else ()
    label = link_words(program, "følges_opp_i", goal.name, "", words)[0] if places else ""
    return Untied(_nothing(here, goal), label, tuple(link_ref(here, place) for place in places))


def later_kinds(here: Here, plan: str) -> tuple[str, ...]:
    """Return the kinds that come after goals in a plan's chain."""
    order = chain(here.program, plan)
    return order[order.index("mål") + 1 :] if "mål" in order else ()


def _nothing(here: Here, goal: Node) -> str:
    words = here.words
    kinds = [kind_words(here.program, goal.plan, kind, words)[1].lower() for kind in later_kinds(here, goal.plan)]
    if not kinds:
        level = kind_words(here.program, goal.plan, "mål", words)[0].lower()
        last = words("Planen slutter på nivået {kind}, så ingenting skal følge det opp.").format(kind=level)
        return words("Ingenting er knyttet til målet.") + " " + last
    first = ", ".join(kinds[:-1])
    either = words("{first} eller {last}").format(first=first, last=kinds[-1]) if first else kinds[-1]
    return words("Ingen {kinds} er knyttet til målet.").format(kinds=either)
