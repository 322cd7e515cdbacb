"""The front page: the plans by where they stand, the UN goals with their counts, and ways in to all the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby

from plancompiler.address import address
from plancompiler.cells import also_called, is_replaced
from plancompiler.emit import Output
from plancompiler.inherit import language
from plancompiler.node import records
from plancompiler.procedure import decision
from plancompiler.program import Program
from plancompiler.prose import Prose
from plancompiler.schedule import plan_days
from plancompiler.views.consultation import consultation, is_consulted
from plancompiler.views.drawing import Picture
from plancompiler.views.glossary_page import alphabetical
from plancompiler.views.in_force import has_begun, period_is_over, shown_status, takes_over
from plancompiler.views.naming import plain_said, ref, term
from plancompiler.views.overview import plan_totals
from plancompiler.views.page import Here, Listed, Page, Pages, Ref
from plancompiler.views.pictured import pictures_of
from plancompiler.views.plan_header import contact_refs, owners, plan_period, plan_type
from plancompiler.views.procedure import adopted, hearings
from plancompiler.views.standing import is_draft
from plancompiler.views.table_page import all_tables, table_address
from plancompiler.views.theme_page import listed, themes
from plancompiler.views.un_list_page import UnCount, un_counts
from plancompiler.views.un_ties import GOALS, Summed, summed_plans

# So few plans are seen at a glance, whatever they are sorted by.
_FEW = 3

# Where a plan stands, what holds first; what is not listed comes in the vocabulary's order after these.
_ORDER = (
    "vedtatt",
    "under rullering",
    "avløses",
    "kommer",
    "på høring",
    "til vedtak",
    "ukjent",
    "utkast",
    "planlagt",
    "erstattet",
    "opphevet",
)


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A plan in a list: its page, what it is, whose, when it holds, was adopted and is heard, and what is in it.

    `also` is the name it goes by elsewhere, where that is not to be seen in its title; `restated` when the words are
    not the plan's own.
    """

    ref: Ref
    subtitle: str
    also: Ref | None
    type: str
    owners: tuple[str, ...]
    period: str
    adopted: Prose | None
    hearings: tuple[str, ...]
    totals: tuple[tuple[int, str], ...]
    restated: bool


@dataclass(frozen=True, slots=True)
class PlanList:
    """Plans that stand alike, by whether their period runs where nothing else tells: then each part has a heading."""

    heading: str
    about: str
    parts: tuple[tuple[str, tuple[PlanCard, ...]], ...]

    @property
    def is_single(self) -> bool:
        """Whether there is but one plan and no more is said, so that others stand beside it where there is room."""
        (_, plans), *more = self.parts
        return len(plans) == 1 and not more and not self.about


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan on a line: its page, where it stands, and when it holds."""

    ref: Ref
    status: str
    period: str


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page. `types` are the plans once more, by type and the newest first; empty where they are few.

    `heard` are the plans out for consultation, and `contact` is whom to ask. `last` is what was adopted last, with the
    day, and `undated` tells that no plan says when it was adopted, though some may have been.
    """

    heard: tuple[Ref, ...]
    last: tuple[Ref, ...]
    undated: bool
    lists: tuple[PlanList, ...]
    pictures: tuple[Picture, ...]
    types: tuple[tuple[str, tuple[PlanRow, ...]], ...]
    goals: tuple[UnCount, ...]
    summed: Summed | None
    themes: tuple[Ref, ...]
    tables: tuple[Ref, ...]
    actors: tuple[Ref, int]
    documents: tuple[Ref, int]
    terms: tuple[Ref, int]
    contact: tuple[Ref, ...]
    as_of: str


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    here = Here(program, output, "index.html")
    yield here.page, partial(_page, here)


def _page(here: Here) -> Page:
    program, words = here.program, here.words
    sections = [entry.section for entry in program.entries.values()]
    found = sorted(
        ((theme, page) for page, (theme, _) in themes(program).items()), key=lambda item: alphabetical(item[0])
    )
    last = _adopted_last(here)
    view = FrontView(
        heard=tuple(_heard(here)),
        last=last,
        undated=not last and any(not is_draft(program, plan) for plan in program.plans),
        lists=tuple(_lists(here)),
        pictures=pictures_of(here),
        types=tuple(_types(here)) if len(program.plans) > _FEW else (),
        goals=un_counts(here),
        summed=summed_plans(here, *GOALS),
        themes=tuple(Ref(listed(theme), here.link(page)) for theme, page in found),
        tables=tuple(
            Ref(words(table.title), here.link(table_address(table)), note=words(table.about)) for table in all_tables()
        ),
        contact=tuple(one for record in records(program.settings, "kontakt") for one in contact_refs(here, record)),
        as_of=here.date(here.output.as_of),
        actors=(Ref(words("Aktører"), here.link("aktor/index.html")), sections.count("aktører")),
        documents=(Ref(words("Dokumenter"), here.link("dokument/index.html")), sections.count("dokumenter")),
        terms=(Ref(words("Ordliste"), here.link("ordliste.html")), sections.count("ordliste")),
    )
    return Page(here.page, words("Planer, mål og virkemidler"), (), view)


def _lists(here: Here) -> Iterator[PlanList]:
    program = here.program
    types = list(program.vocabularies.get("plantyper", {}))
    by_status: dict[str, list[str]] = {}
    for plan in program.plans:
        by_status.setdefault(_stands(here, plan), []).append(plan)
    for status in sorted(by_status, key=lambda status: _ORDER.index(status) if status in _ORDER else len(_ORDER)):
        # The types stand in the vocabulary's order, the wide plans before the narrow.
        plans = sorted(by_status[status], key=lambda plan: (_place(types, program.plans[plan].text("type")), plan))
        unknown = status == "ukjent"
        about = here.words("Det er ikke oppgitt om disse planene er vedtatt. Spør den som eier planen.")
        parts = _by_period(here, plans) if unknown else {"": plans}
        cards = tuple((heading, tuple(_card(here, plan) for plan in found)) for heading, found in parts.items())
        yield PlanList(_heading(here, status), about if unknown else "", cards)


def _stands(here: Here, plan: str) -> str:
    """Return where a plan stands: its status, or what tells more on the day of the build of one that is adopted."""
    if is_replaced(here.program, plan):
        return "avløses" if takes_over(here, plan) else "erstattet"
    status = here.program.plans[plan].text("status") or "ukjent"
    return "kommer" if status == "vedtatt" and not has_begun(here, plan) else status


def _by_period(here: Here, plans: list[str]) -> dict[str, list[str]]:
    """Return plans by where their periods stand on the day the build speaks of; together where it speaks of none."""
    words, as_of = here.words, here.output.as_of
    if not as_of:
        return {"": plans}
    headings = (
        words("Perioden løper"),
        words("Perioden har ikke begynt"),
        words("Perioden er ikke oppgitt"),
        words("Perioden er over"),
    )
    found: dict[str, list[str]] = {heading: [] for heading in headings}
    for plan in plans:
        days = plan_days(here.program, plan)
        if days.first is None and days.last is None:
            place = 2
        elif not has_begun(here, plan):
            place = 1
        else:
            place = 3 if period_is_over(here, plan) else 0
        found[headings[place]].append(plan)
    return {heading: some for heading, some in found.items() if some}


def _heard(here: Here) -> Iterator[Ref]:
    """Yield the plans that are, as far as is known, out for consultation on the day of the build, with the last day."""
    for plan in here.program.plans:
        told = consultation(here, plan)
        if is_consulted(here.program, plan) and not (told and told.over):
            until = here.words("frist {date}").format(date=told.until) if told and told.until else ""
            yield replace(ref(here, plan), note=until)


def _adopted_last(here: Here) -> tuple[Ref, ...]:
    """Return the plans that were adopted on the latest day that any plan in force gives, each with that day."""
    by_day: dict[date, list[Ref]] = {}
    for plan in here.program.counted:
        step = decision(here.program.plans[plan])
        if step is not None and step.ends.last is not None:
            by_day.setdefault(step.ends.last, []).append(ref(here, plan, here.period(step.when)))
    return tuple(sorted(by_day[max(by_day)], key=lambda one: one.href)) if by_day else ()


def _types(here: Here) -> Iterator[tuple[str, tuple[PlanRow, ...]]]:
    program = here.program
    types = list(program.vocabularies.get("plantyper", {}))
    by_type = {plan: _place(types, header.text("type")) for plan, header in program.plans.items()}
    plans = sorted(program.plans, key=lambda plan: (by_type[plan], _begins(here, plan)))
    for kind, found in groupby(plans, key=lambda plan: plan_type(here, plan)):
        yield kind, tuple(_row(here, plan) for plan in found)


def _row(here: Here, plan: str) -> PlanRow:
    return PlanRow(ref(here, plan), shown_status(here, plan), plan_period(here, plan))


def _begins(here: Here, plan: str) -> tuple[str, str]:
    """Return what puts the plans of a type in order: the newest first."""
    first = plan_days(here.program, plan).first
    return f"{9999 - first.year:04}" if first else "9999", plan


def _heading(here: Here, status: str) -> str:
    words = here.words
    own = {
        "vedtatt": words("Vedtatte planer"),
        "under rullering": words("Gjelder, og er under rullering"),
        "avløses": words("Gjelder fram til neste utgave tar over"),
        "kommer": words("Vedtatt, men perioden har ikke begynt"),
        "på høring": words("På høring"),
        "ukjent": words("Planer der status ikke er oppgitt"),
    }
    word = term(here.program, "statuser", status, here.output.language)
    return own.get(status, word[:1].upper() + word[1:])


def _card(here: Here, plan: str) -> PlanCard:
    program, header = here.program, here.program.plans[plan]
    lang, also = here.foreign(language(program, plan)), also_called(program, plan)
    title = Ref(plain_said(here, plan, header.text("tittel") or plan), here.link(address(program, plan)), lang)
    return PlanCard(
        ref=title,
        subtitle=plain_said(here, plan, header.text("undertittel")),
        also=Ref(also, lang=lang) if also else None,
        type=plan_type(here, plan),
        owners=tuple(owner.text for owner in owners(here, plan)),
        period=plan_period(here, plan),
        adopted=adopted(here, plan),
        hearings=hearings(here, plan) if header.text("status") == "på høring" else (),
        totals=plan_totals(here, plan),
        restated=header.text("gjengivelse") == "egne ord",
    )


def _place(order: list[str], word: str) -> int:
    return order.index(word) if word in order else len(order)


PAGES = Pages("front.html.j2", _produce)
