"""Which text of a plan this is: its status, decision, period and edition, and the day it is of."""

from __future__ import annotations

from plancompiler.cells import plan_status
from plancompiler.prose import plain
from plancompiler.views.page import Here
from plancompiler.views.plan_header import plan_period
from plancompiler.views.procedure import adopted
from plancompiler.views.standing import standing


def version(here: Here, plan: str) -> tuple[str, ...]:
    """Return what tells this text of a plan from every other, a line for each."""
    words, header = here.words, here.program.plans[plan]
    restated = standing(here, plan).restated
    decision, period, edition = adopted(here, plan), plan_period(here, plan), plain(header.text("versjon"))
    said = (
        words("Status: {status}").format(status=plan_status(here.program, plan, words)),
        words("Vedtatt: {decision}").format(decision=plain(decision.text)) if decision is not None else "",
        words("Periode: {period}").format(period=period) if period else "",
        words("Versjon: {version}").format(version=edition) if edition else "",
        as_of(here),
        restated.text if restated is not None else "",
    )
    return tuple(one for one in said if one)


def as_of(here: Here) -> str:
    """Return the sentence that says which day a text is of; "" when it is of none."""
    day = here.date(here.output.as_of)
    return here.words("Opplysningene gjelder {day}").format(day=day) if day else ""
