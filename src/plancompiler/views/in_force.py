"""What a plan is named with where its name alone might be read as that of a plan in force."""

from __future__ import annotations

from functools import lru_cache

from plancompiler import procedure
from plancompiler.cells import draft_mark, plan_status
from plancompiler.program import Program
from plancompiler.schedule import days, is_past, plan_days
from plancompiler.shown_dates import shown_date
from plancompiler.translate import Translator
from plancompiler.views.page import Here


def plan_mark(here: Here, plan: str) -> str:
    """Return the status of a plan that is not in force, or that its period is over; "" of one that may be in force."""
    return _mark(here.program, here.words, here.output.as_of, plan)


def period_is_over(here: Here, plan: str) -> bool:
    """Tell whether the build speaks of a day after the last of the plan's period."""
    return is_past(plan_days(here.program, plan), here.output.as_of)


def told_period(here: Here, written: str) -> str:
    """Return a period as it reads on a page, and whether it has yet to begin or is over on the day of the build."""
    words, shown, as_of, found = here.words, here.period(written), here.output.as_of, days(written)
    if is_past(found, as_of):
        return words("{period} (perioden er over)").format(period=shown)
    if as_of and found.first is not None and found.first.isoformat() > as_of:
        return words("{period} (perioden har ikke begynt)").format(period=shown)
    return shown


def shown_status(here: Here, plan: str) -> str:
    """Return the word for where a plan stands; one that is replaced later than the day of the build still applies."""
    until = takes_over(here, plan)
    return _until(until, here.words) if until else plan_status(here.program, plan, here.words)


def takes_over(here: Here, plan: str) -> str:
    """Return the day on which the edition that replaces a plan begins, if the build speaks of a day before; else ""."""
    return procedure.takes_over(here.program, plan, here.output.as_of)


# The same plans are named on every page.
@lru_cache(maxsize=1 << 12)
def _mark(program: Program, words: Translator, as_of: str, plan: str) -> str:
    until = procedure.takes_over(program, plan, as_of)
    if until:
        return _until(until, words)
    over = words("perioden er over") if is_past(plan_days(program, plan), as_of) else ""
    return draft_mark(program, plan, words) or over


def _until(day: str, words: Translator) -> str:
    return words("gjelder fram til {date}").format(date=shown_date(day, words.language, words))
