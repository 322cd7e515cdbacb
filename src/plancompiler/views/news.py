"""What is new of the plans: the steps of their procedures that have a day, the last first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plancompiler.address import address
from plancompiler.emit import Output
from plancompiler.procedure import Step, steps
from plancompiler.program import Program
from plancompiler.views.changes import step_anchor
from plancompiler.views.chrome import publisher, site_name
from plancompiler.views.naming import plain_said
from plancompiler.views.page import Here
from plancompiler.views.shown_words import shown_word
from plancompiler.views.site_address import site_address

# Who reads of what is new needs no more.
_MOST = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened: its id and where it stands, both on the site; its title, its day, and what is said."""

    id: str
    address: str
    title: str
    day: str
    said: str


@dataclass(frozen=True, slots=True)
class News:
    """What is new, what it is called, by whom, and the day it speaks of."""

    title: str
    author: str
    day: str
    entries: tuple[Entry, ...]


@lru_cache(maxsize=4)
def news(program: Program, output: Output) -> News | None:
    """Return what is new; None where the site has no address, or there is no day to speak of.

    What is to happen after the day of the build is not new yet.
    """
    if not site_address(program):
        return None
    found = {one.id: one for one in _entries(program, output) if not output.as_of or one.day <= output.as_of}
    entries = sorted(found.values(), key=lambda one: one.day, reverse=True)[:_MOST]
    day = output.as_of or next((one.day for one in entries), "")
    if not day:
        return None
    return News(site_name(program, output), publisher(program, output), day, tuple(entries))


def _entries(program: Program, output: Output) -> Iterator[Entry]:
    for plan, header in program.plans.items():
        here = Here(program, output, address(program, plan), plan)
        title = plain_said(here, plan, header.text("tittel") or plan)
        for step in steps(header):
            if step.begins.first is not None:
                # A step that is put in before others gives them new anchors, but is no news of them.
                known = "-".join(part for part in (step.name, step.when, step.text("organ")) if part)
                yield Entry(
                    f"{here.page}#{known}",
                    f"{here.page}#{step_anchor(step.place)}",
                    f"{title}: {shown_word('steg', step.name, output.words)}",
                    step.begins.first.isoformat(),
                    _said(here, plan, step),
                )


def _said(here: Here, plan: str, step: Step) -> str:
    result = shown_word("resultat", step.text("resultat"), here.words)
    parts = (here.period(step.when), result, plain_said(here, plan, step.text("organ")), step.text("sak"))
    return ", ".join(part for part in parts if part)
