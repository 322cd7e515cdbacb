"""Where a plan stands: adopted or not, in force or replaced, its own words or someone else's."""

from __future__ import annotations

from dataclasses import dataclass

from plancompiler.procedure import has_ended, stage
from plancompiler.program import Program, links_to
from plancompiler.prose import Prose
from plancompiler.views.in_force import takes_over
from plancompiler.views.naming import outside, prose, ref, term
from plancompiler.views.page import Here, Ref
from plancompiler.views.procedure import hearings


@dataclass(frozen=True, slots=True)
class Banner:
    """Why a plan is not to be read as the plan in force: what is said, the dates, and what to read instead.

    `label` is what the latter is here.
    """

    text: str
    dates: tuple[str, ...]
    instead: tuple[Ref, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Restated:
    """That the plan's text is not the adopted one: what it is, and where the adopted text stands."""

    text: str
    source: Prose | None
    link: Ref | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands under the title of every page of a plan."""

    banner: Banner | None
    restated: Restated | None


def standing(here: Here, plan: str, briefly: bool = False) -> Standing:
    """Return what must be said of a plan wherever it is read; `briefly`, without what it is restated from."""
    restated = _restated(here, plan)
    if briefly and restated is not None:
        restated = Restated(restated.text, None, None)
    return Standing(_banner(here, plan), restated)


def is_listed(here: Here, plan: str) -> bool:
    """Tell whether search engines may list a plan: it is adopted, as far as is known, and not yet replaced."""
    return not is_draft(here.program, plan) and not has_ended(here.program, plan, here.output.as_of)


def _banner(here: Here, plan: str) -> Banner | None:
    program, words = here.program, here.words
    header = program.plans[plan]
    if stage(program, header) == "ended":
        instead = tuple(ref(here, link.source) for link in links_to(program, plan, "erstatter"))
        until = takes_over(here, plan)
        if until:
            said = words("Planen gjelder fram til {date}. Da tar neste utgave over.").format(date=here.date(until))
            return Banner(said, (), instead, words("Neste utgave:"))
        period = header.text("periode")
        ended = words("Planperioden var {period}.").format(period=here.period(period))
        return Banner(
            words("Denne planen gjelder ikke lenger."), (ended,) if period else (), instead, words("Erstattet av")
        )
    if not is_draft(program, plan):
        return None
    status = term(program, "statuser", header.text("status"), here.output.language)
    dates = tuple(words("Høring: {period}.").format(period=period) for period in hearings(here, plan))
    return Banner(words("Planen er ikke vedtatt. Status: {status}.").format(status=status), dates, ())


def _restated(here: Here, plan: str) -> Restated | None:
    header, words = here.program.plans[plan], here.words
    said = {
        "egne ord": words("Dette er planen gjengitt med egne ord. Det er originalen som gjelder."),
        "utdrag": words("Dette er et utdrag av planen. Det er originalen som gjelder."),
    }
    text = said.get(header.text("gjengivelse"), "")
    if not text:
        return None
    url = header.text("url")
    return Restated(text, prose(here, plan, header.text("kilde")), outside(here, url) if url else None)


def is_draft(program: Program, plan: str) -> bool:
    """Tell whether a plan has not been adopted yet."""
    status = program.vocabularies.get("statuser", {}).get(program.plans[plan].text("status"))
    return status is not None and status.text("utkastbanner") == "ja"
