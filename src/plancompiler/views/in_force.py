"""What a plan is named with where its name alone might be read as that of a plan in force."""

from __future__ import annotations

from functools import lru_cache

from plancompiler.cells import draft_mark
from plancompiler.program import Program
from plancompiler.schedule import days, plan_days
from plancompiler.translate import Translator
from plancompiler.values.dates import Days
from plancompiler.views.page import Here


def plan_mark(here: Here, plan: str) -> str:
    """Return the status of a plan that is not in force, or that its period is over; "" of one that may be in force."""
    return _mark(here.program, here.words, here.output.as_of, plan)


def period_is_over(here: Here, plan: str) -> bool:
    """Tell whether the build speaks of a day after the last of the plan's period."""
    return _is_past(plan_days(here.program, plan), here.output.as_of)


def told_period(here: Here, written: str) -> str:
    """Return a period as it reads on a page, and that it is over where the build speaks of a later day."""
    shown = here.period(written)
    return (
        here.words("{period} (perioden er over)").format(period=shown)
        if _is_past(days(written), here.output.as_of)
        else shown
    )


# The same plans are named on every page.
@lru_cache(maxsize=1 << 12)
def _mark(program: Program, words: Translator, as_of: str, plan: str) -> str:
    over = words("perioden er over") if _is_past(plan_days(program, plan), as_of) else ""
    return draft_mark(program, plan, words) or over


def _is_past(period: Days, as_of: str) -> bool:
    return period.last is not None and bool(as_of) and as_of > period.last.isoformat()
