"""What is said of a goal that nothing in its plan is tied to, so that no reader must guess what a nought means."""

from __future__ import annotations

from dataclasses import dataclass

from plancompiler.cells import alternatives, series, shown
from plancompiler.followup import chain, follow_up, served_as_whole
from plancompiler.node import Node
from plancompiler.program import links_to
from plancompiler.views.naming import link_ref, ref
from plancompiler.views.page import Here, Ref
from plancompiler.wording import kind_words


@dataclass(frozen=True, slots=True)
class Untied:
    """A sentence, and after a label what is to follow the goal up elsewhere; the label is "" when nothing is."""

    text: str
    label: str
    places: tuple[Ref, ...]


def untied(here: Here, goal: Node) -> Untied:
    """Return what to say of a goal that nothing of a later kind serves."""
    program, words = here.program, here.words
    answer = follow_up(program, goal.name)
    if served_as_whole(program, goal):
        return Untied(words("Hele planen skal bidra til målet."), "", ())
    if answer is not None and answer.by:
        by = tuple(ref(here, name) for name in answer.by)
        return Untied(_nothing(here, goal), words("Følges opp av"), by)
    places = answer.places if answer is not None else ()
    label = _says(here, goal, {place.source for place in places}) if places else ""
    return Untied(_nothing(here, goal), label, tuple(link_ref(here, place) for place in places))


def later_kinds(here: Here, plan: str) -> tuple[str, ...]:
    """Return the kinds that come after goals in a plan's chain."""
    order = chain(here.program, plan)
    return order[order.index("mål") + 1 :] if "mål" in order else ()


def _says(here: Here, goal: Node, sources: set[str]) -> str:
    """Return who says that a goal is followed up elsewhere: its own plan, or another that leaves it alone."""
    if sources & {goal.name, goal.plan}:
        return here.words("Planen sier at det skal følges opp i")
    plans = series([shown(here.program, plan, here.words) for plan in sorted(sources)], here.words)
    return here.words("{plan} sier at det skal følges opp i").format(plan=plans)


def _nothing(here: Here, goal: Node) -> str:
    words = here.words
    kinds = [kind_words(here.program, goal.plan, kind, words)[1].lower() for kind in later_kinds(here, goal.plan)]
    if not kinds:
        return words("Planen har ingen punkter under målet.")
    either = alternatives(kinds, words)
    if any(link.source in here.program.nodes for link in links_to(here.program, goal.name, "bidrar_til")):
        return words("Ingen {kinds} er knyttet rett til målet, men andre punkter bidrar til det.").format(kinds=either)
    if goal.name in here.program.quoted:
        return words("Planen gjengir målet og sier ikke hvilke {kinds} som bidrar til det.").format(kinds=either)
    return words("Ingen {kinds} er knyttet til målet.").format(kinds=either)
