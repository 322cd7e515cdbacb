"""What a plan is named with where its name alone might be read as that of a plan in force."""

from __future__ import annotations

from plancompiler import procedure
from plancompiler.cells import applies_until, mark_on, plan_status, some_are_to_be_replaced
from plancompiler.schedule import days, is_past, plan_days
from plancompiler.views.page import Here


def plan_mark(here: Here, plan: str) -> str:
    """Return the status of a plan that is not in force, or that its period is over; "" of one that may be in force."""
    return mark_on(here.program, plan, here.words, here.output.as_of)


def period_is_over(here: Here, plan: str) -> bool:
    """Tell whether the build speaks of a day after the last of the plan's period."""
    return is_past(plan_days(here.program, plan), here.output.as_of)


def has_begun(here: Here, plan: str) -> bool:
    """Tell whether the plan's period has begun on the day the build speaks of; True where nobody knows."""
    first = plan_days(here.program, plan).first
    return first is None or not here.output.as_of or first.isoformat() <= here.output.as_of


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
    return applies_until(until, here.words) if until else plan_status(here.program, plan, here.words)


def takes_over(here: Here, plan: str) -> str:
    """Return the day on which the edition that replaces a plan begins, if the build speaks of a day before; else ""."""
    return procedure.takes_over(here.program, plan, here.output.as_of)


def left_aside(here: Here) -> str:
    """Return which plans a picture leaves aside."""
    words = here.words
    if some_are_to_be_replaced(here.program, here.output.as_of):
        return words(
            "Utkast, planer som er erstattet eller opphevet, og planer som neste utgave skal avløse, er ikke med."
        )
    return words("Utkast og planer som er erstattet eller opphevet, er ikke med.")


def not_counted(here: Here) -> str:
    """Return where that stands which is tied to a UN goal and not counted."""
    words = here.words
    if some_are_to_be_replaced(here.program, here.output.as_of):
        return words(
            "Dette står i utkast, i planer som er erstattet eller opphevet, i planer som neste utgave skal avløse, "
            "eller er gjengitt fra andre."
        )
    return words("Dette står i utkast, i planer som er erstattet eller opphevet, eller er gjengitt fra andre.")
