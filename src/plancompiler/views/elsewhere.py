"""What others than a node say of its follow-up: that it is done elsewhere, or not at all, by whom and why."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.cells import shown
from plancompiler.followup import disclaimed, follow_up
from plancompiler.node import text, texts
from plancompiler.program import Link, links_to
from plancompiler.views.facts import Fact
from plancompiler.views.naming import link_ref, plain_said, ref
from plancompiler.views.page import Here
from plancompiler.wording import link_words, without_stop


def followed_up_elsewhere(here: Here, name: str) -> Iterator[Fact]:
    """Yield where plans say that a node is followed up, when the node does not, and which plans do not follow it up.

    A plan that leaves the node alone is named, with its reason: nobody is to think that the node's own plan says so.
    """
    answer = follow_up(here.program, name)
    places = [link for link in answer.places if link.source != name] if answer is not None else []
    if places:
        label = link_words(here.program, "følges_opp_i", name, places[0].target, here.words)[0]
        yield Fact("følges_opp_i", label, tuple(link_ref(here, link, _by_whom(here, name, link)) for link in places))
    left = [link for link in _declined(here, name) if not texts(disclaimed(here.program, link), "følges_opp_i")]
    if left:
        label = link_words(here.program, "følger_ikke_opp", left[0].source, name, here.words)[1]
        refs = tuple(ref(here, link.source, _reason(here, link)) for link in left)
        yield Fact("følger_ikke_opp", label, refs, always=True)


def _by_whom(here: Here, name: str, place: Link) -> str:
    """Return which plan says that a node is followed up at a place, and why; "" where it is the node's own."""
    if place.source == here.program.nodes[name].plan:
        return ""
    plan = shown(here.program, place.source, here.words)
    reason = next((_reason(here, link) for link in _declined(here, name) if link.source == place.source), "")
    words = here.words
    return (words("ifølge {plan}: {reason}") if reason else words("ifølge {plan}")).format(plan=plan, reason=reason)


def _declined(here: Here, name: str) -> list[Link]:
    found = links_to(here.program, name, "følger_ikke_opp")
    return [link for link in found if link.source in here.program.plans]


def _reason(here: Here, link: Link) -> str:
    return without_stop(plain_said(here, link.source, text(disclaimed(here.program, link), "begrunnelse")))
