"""The page of a UN goal: what it is, what is tied to it and how closely, and what follows each of its targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from plancompiler.address import address
from plancompiler.cells import alternatives, plan_of
from plancompiler.emit import Output
from plancompiler.followup import disclaimed
from plancompiler.node import text
from plancompiler.program import Program, links_to
from plancompiler.prose import Prose
from plancompiler.un_use import HOWS, How, Use, un_name
from plancompiler.views.in_force import not_counted
from plancompiler.views.kind_counts import kind_counts, kinds_counted
from plancompiler.views.linked_data import un_data
from plancompiler.views.naming import outside, prose, ref, weight_words
from plancompiler.views.page import Here, Listed, Page, Pages, Ref
from plancompiler.views.un_ties import GOALS, Summed, Ties, summed_plans, ties, untied_plans
from plancompiler.views.un_tiles import Tile, tile


@dataclass(frozen=True, slots=True)
class TieRow:
    """A node or plan: how it is tied, which targets it names, how much weight and why, and what it is tied through.

    Of the two that go by one word in the data, the one that `mentions` the goal in its text is tied through nothing.
    What has its tie from what it stands under is not named one by one: it is counted beside that, in `beneath`.
    """

    ref: Ref
    beneath: str
    how: How
    targets: tuple[str, ...]
    weight: str
    reason: Prose | None
    through: Ref | None

    @property
    def mentions(self) -> bool:
        """Whether it does no more than mention the goal."""
        return self.how == "nevnt" and self.through is None


@dataclass(frozen=True, slots=True)
class PlanTies:
    """The ties of one plan, in page order."""

    plan: Ref
    rows: tuple[TieRow, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One of the three ways: how many nodes are tied so, of which kinds, and which they are, plan by plan.

    Those that only mention the goal are apart from those that contribute to what is tied to it. `partly` says that what
    some of the ties tell, why or how much, the plans leave unsaid of others.
    """

    how: How
    count: int
    kinds: str
    plans: tuple[PlanTies, ...]
    mentions: tuple[PlanTies, ...] = ()
    partly: str = ""

    @property
    def explained(self) -> bool:
        """Whether a plan gives a reason for any of the ties."""
        return any(row.reason for plan in self.plans for row in plan.rows)

    @property
    def weighed(self) -> bool:
        """Whether a plan says of any of the ties how much it weighs."""
        return any(row.weight for plan in self.plans for row in plan.rows)


@dataclass(frozen=True, slots=True)
class UnTarget:
    """A target: its number and name, and what names it itself."""

    number: str
    name: str
    followed: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A plan that says it leaves the goal alone, or `what` of its targets, and why."""

    plan: Ref
    what: str
    reason: Prose | None


@dataclass(frozen=True, slots=True)
class UnView:
    """A UN goal. `others` are ties of drafts, of editions no longer in force, and of quoted nodes.

    `summed` is of which plans the counts are, and `without` the plans that are tied to no UN goal at all;
    what those do is found by `themes`.
    """

    tile: Tile
    link: Ref | None
    ways: tuple[Way, ...]
    targets: tuple[UnTarget, ...]
    left_alone: tuple[LeftAlone, ...]
    others: tuple[PlanTies, ...]
    not_counted: str
    summed: Summed | None
    without: tuple[Ref, ...]
    themes: Ref
    previous: Ref | None
    next: Ref | None


def _produce(program: Program, output: Output) -> Iterator[Listed]:
    for number in GOALS:
        here = Here(program, output, address(program, f"fn/{number}"))
        yield here.page, partial(_page, here, number)


def _page(here: Here, number: str) -> Page:
    view = un_view(here, number)
    name = f"{here.words('FN-mål')} {number} {view.tile.name}".strip()
    trail = (Ref(here.words.plural("FN-mål"), here.link("fn/index.html")),)
    return Page(here.page, name, trail, view, data=un_data(here, number))


def un_view(here: Here, number: str) -> UnView:
    """Return the page of a UN goal, by its number."""
    found = ties(here.program)[number]
    goal = here.program.vocabularies.get("bærekraftsmål", {}).get(number)
    uri = goal.text("uri") if goal is not None else ""
    place = GOALS.index(number)
    return UnView(
        tile=tile(here, f"fn/{number}"),
        link=outside(here, uri) if uri else None,
        ways=tuple(_way(here, how, found) for how in HOWS),
        targets=tuple(_targets(here, number, found)),
        left_alone=tuple(_left_alone(here, number)),
        others=_sorted_out(here, found.others, found.others),
        not_counted=not_counted(here),
        summed=summed_plans(here, number),
        without=tuple(ref(here, plan) for plan in untied_plans(here.program)),
        themes=Ref(here.words("Emner").lower(), here.link("emne/index.html")),
        previous=ref(here, f"fn/{GOALS[place - 1]}") if place else None,
        next=ref(here, f"fn/{GOALS[place + 1]}") if place + 1 < len(GOALS) else None,
    )


def _way(here: Here, how: How, found: Ties) -> Way:
    uses, inheriting = found.counted[how], found.counted["via mål"]
    counts = kind_counts(here, (use.source for use in uses))
    if how == "via mål":
        return Way(how, *counts, _sorted_out(here, uses, found.counted["direkte"]))
    mentions = [use for use in uses if how == "nevnt" and not use.through]
    others = (use for use in uses if use not in mentions)
    plans = _by_plan(here, others, inheriting)
    return Way(how, *counts, plans, _by_plan(here, mentions, ()), _partly(here, plans))


def _partly(here: Here, plans: tuple[PlanTies, ...]) -> str:
    """Return that nothing is kept back where some ties tell what others do not; "" where all tell it, or none."""
    words, rows = here.words, [row for plan in plans for row in plan.rows]
    told = (
        (words("hvorfor"), [bool(row.reason) for row in rows]),
        (words("hvor mye det veier"), [bool(row.weight) for row in rows]),
    )
    some = [what for what, known in told if any(known) and not all(known)]
    said = words("Der det ikke står {what}, sier ikke planen det.")
    return said.format(what=alternatives(some, words)) if some else ""


def _sorted_out(here: Here, uses: Iterable[Use], named: Iterable[Use]) -> tuple[PlanTies, ...]:
    """Return the ties that must be named: what inherits its tie from one of those `named` is counted beside that.

    What inherits it with a goal that its plan has fetched from another is named, in its own plan.
    """
    above = {use.source for use in named if use.how == "direkte"}
    inheriting = [use for use in uses if use.how == "via mål" and use.through in above and _is_of_one_plan(here, use)]
    told = {id(use) for use in inheriting}
    return _by_plan(here, (use for use in uses if id(use) not in told), inheriting)


def _is_of_one_plan(here: Here, use: Use) -> bool:
    return plan_of(here.program, use.source) == plan_of(here.program, use.through)


def _by_plan(here: Here, uses: Iterable[Use], inheriting: Iterable[Use]) -> tuple[PlanTies, ...]:
    by_plan: dict[str, dict[tuple[How, str, str], list[Use]]] = {}
    beneath: dict[str, list[str]] = {}
    for use in inheriting:
        if _is_of_one_plan(here, use):
            beneath.setdefault(use.through, []).append(use.source)
    for use in uses:
        rows = by_plan.setdefault(plan_of(here.program, use.source), {})
        rows.setdefault((use.how, use.source, use.through), []).append(use)
    return tuple(
        PlanTies(ref(here, plan), tuple(_row(here, row, beneath.get(row[0].source, ())) for row in rows.values()))
        for plan, rows in by_plan.items()
    )


def _row(here: Here, uses: list[Use], beneath: Sequence[str]) -> TieRow:
    first = uses[0]
    source = ref(here, first.source)
    return TieRow(
        ref=Ref(here.words("Planen som helhet"), source.href) if first.source in here.program.plans else source,
        beneath=kinds_counted(here, beneath),
        how=first.how,
        targets=tuple(use.goal.removeprefix("fn/") for use in uses if "." in use.goal),
        weight=weight_words(here, next((use.weight for use in uses if use.weight), "")),
        reason=prose(here, first.source, " ".join(dict.fromkeys(use.reason for use in uses if use.reason))),
        through=ref(here, first.through) if first.through else None,
    )


def _targets(here: Here, number: str, found: Ties) -> Iterator[UnTarget]:
    goal = here.program.vocabularies.get("bærekraftsmål", {}).get(number)
    for record in goal.records("delmål") if goal is not None else ():
        target = text(record, "id")
        direct = [use.source for use in found.counted["direkte"] if use.goal == f"fn/{target}"]
        name = un_name(here.program, f"fn/{target}", here.output.language)
        yield UnTarget(target, name, tuple(ref(here, source) for source in direct))


def _left_alone(here: Here, number: str) -> Iterator[LeftAlone]:
    for name in [f"fn/{number}", *(name for name in here.program.incoming if name.startswith(f"fn/{number}."))]:
        for link in links_to(here.program, name, "følger_ikke_opp"):
            reason = prose(here, link.source, text(disclaimed(here.program, link), "begrunnelse"))
            target = name.removeprefix("fn/")
            yield LeftAlone(ref(here, link.source), target if "." in target else "", reason)


PAGES = Pages("un.html.j2", _produce)
