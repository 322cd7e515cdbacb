"""The procedure of a plan as a checker asks of it: how far it has come, its steps with their days, and the decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from plancompiler.diagnostic import Locus
from plancompiler.node import Document, Entry, Fields, text
from plancompiler.program import Program, links_to
from plancompiler.schedule import days, is_past, plan_days
from plancompiler.values.dates import Days

Stage = Literal["", "proposed", "adopted", "ended"]

# By the number of a status in SOSI's list, which a workspace's own statuses have too. Below 2 a plan is being made.
_STAGES: Mapping[str, Stage] = {"2": "proposed", "3": "adopted", "4": "ended", "5": "ended"}
NOT_ADOPTED = frozenset({"avvist", "utsatt"})


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a procedure: its place in the list, where it stands, the days it may begin and those it may end.

    The days are as exact as they are written: of `2026-03–2026-04-20`, it begins some time in March and ends on a day.
    """

    place: int
    name: str
    fields: Fields
    at: Locus
    begins: Days
    ends: Days

    def text(self, key: str) -> str:
        """Return the text of a field, or ""."""
        return text(self.fields, key)

    @property
    def when(self) -> str:
        """The date or period as written, or ""."""
        return self.text("dato") or self.text("periode")


def stage(program: Program, plan: Document) -> Stage:
    """Return how far a plan has come: proposed to those who are to decide, adopted, or no longer in force.

    "" is a plan that is being made, and one whose status is not known.
    """
    if any(link.source in program.counted for link in links_to(program, plan.id, "erstatter")):
        return "ended"
    return _stated(program, plan)


def has_ended(program: Program, plan: str, day: str) -> bool:
    """Tell whether a plan is repealed, or replaced by one that has begun on a day; by any that is adopted on no day."""
    return stage(program, program.plans[plan]) == "ended" and not takes_over(program, plan, day)


# The same plans are named on every page.
@lru_cache(maxsize=1 << 12)
def takes_over(program: Program, plan: str, day: str) -> str:
    """Return the day on which the edition that replaces a plan begins, if that is after `day`; else, or on none, ""."""
    if not day or _stated(program, program.plans[plan]) == "ended" or is_past(plan_days(program, plan), day):
        return ""
    following = (link.source for link in links_to(program, plan, "erstatter") if link.source in program.counted)
    begins = (plan_days(program, one).first for one in following)
    first = min((begun.isoformat() for begun in begins if begun is not None), default="")
    return first if first > day else ""


# Asked of every node that has a time.
@lru_cache(maxsize=1 << 12)
def laid_to_rest(program: Program, plan: str, day: str) -> frozenset[str]:
    """Return the ids of a plan that still applies on a day, which the edition to take over for it has laid to rest.

    Those are no longer to be done, though the plan has them: the next edition says what came of them. One that it does
    so with from a later day is not among them.
    """
    if not takes_over(program, plan, day):
        return frozenset()
    following = (link.source for link in links_to(program, plan, "erstatter") if link.source in program.counted)
    graves = (record for one in following for record in program.plans[one].records("utgåtte"))
    dated = ((text(grave, "id"), days(text(grave, "dato")).last) for grave in graves)
    return frozenset(name for name, since in dated if since is not None and since.isoformat() <= day)


def plan_type(program: Program, plan: Document) -> Entry | None:
    """Return what the vocabulary says of the plan's type; a workspace may have its own entry."""
    return program.vocabularies.get("plantyper", {}).get(plan.text("type"))


def steps(plan: Document, *names: str) -> tuple[Step, ...]:
    """Return the steps of those names (all when none is given) in the order written.

    Where one of them could not be read, the whole is unknown and nothing is returned.
    """
    if "saksgang" in plan.unread:
        return ()
    found = (_step(plan, place, fields) for place, fields in enumerate(plan.records("saksgang")))
    return tuple(step for step in found if not names or step.name in names)


def decision(plan: Document) -> Step | None:
    """Return the step in which the plan was adopted, the last when there are several."""
    found = [step for step in steps(plan, "vedtak") if step.text("resultat") not in NOT_ADOPTED]
    return found[-1] if found else None


def _step(plan: Document, place: int, fields: Fields) -> Step:
    at = Locus(plan.file, ("saksgang", place))
    begins, dash, ends = (text(fields, "dato") or text(fields, "periode")).partition("–")
    first = days(begins)
    return Step(place, text(fields, "steg"), fields, at, first, days(ends) if dash else first)


def _stated(program: Program, plan: Document) -> Stage:
    """Return how far a plan has come by its own status."""
    status = program.vocabularies.get("statuser", {}).get(plan.text("status"))
    return _STAGES.get(status.text("sosi"), "") if status is not None else ""
