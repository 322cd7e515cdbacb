"""What an actor has had to do with the procedures of plans: what it decided or recommended, and what it was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plancompiler.address import address
from plancompiler.node import text
from plancompiler.program import Link, links_to, record_of
from plancompiler.views.changes import step_anchor
from plancompiler.views.facts import Fact
from plancompiler.views.naming import ref
from plancompiler.views.page import Here, Ref
from plancompiler.views.shown_words import shown_word
from plancompiler.wording import step_of, step_words

ROLES = ("organ", "sendt_til")


def proceedings(here: Here, actor: str) -> Iterator[Fact]:
    """Yield the plans whose procedure names an actor, by what it had to do with them, each leading to a step."""
    by_label: dict[str, dict[str, list[Link]]] = {}
    for link in links_to(here.program, actor, *ROLES):
        label = step_words(here.program, link, here.words)
        by_label.setdefault(label, {}).setdefault(link.source, []).append(link)
    for label, plans in by_label.items():
        yield Fact("saksgang", label, tuple(_plan(here, plan, links) for plan, links in plans.items()))


def _plan(here: Here, plan: str, links: list[Link]) -> Ref:
    shown = ref(here, plan)
    told = "; ".join(dict.fromkeys(filter(None, (_told(here, link) for link in links))))
    href = here.link(f"{address(here.program, plan)}#{step_anchor(record_of(links[0]))}")
    return replace(shown, href=href, note=", ".join(part for part in (shown.note, told) if part))


def _told(here: Here, link: Link) -> str:
    """Return when a step was; of what the body itself did, also what it was, for that can be several things."""
    step = step_of(here.program, link)
    when = here.date(text(step, "dato")) or here.period(text(step, "periode"))
    name = shown_word("steg", text(step, "steg"), here.words).lower() if link.role == "organ" else ""
    return " ".join(part for part in (name, when) if part)
