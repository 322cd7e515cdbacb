"""The procedure of a plan as a timeline: what happened, when, in which body, and what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plancompiler.node import Fields, records, text, texts
from plancompiler.procedure import decision
from plancompiler.program import links_from
from plancompiler.prose import Prose
from plancompiler.table import counted
from plancompiler.views.changes import step_anchor, targets
from plancompiler.views.facts import Fact, worded
from plancompiler.views.naming import language_of, outside, prose, ref
from plancompiler.views.page import Here, Ref
from plancompiler.views.shown_words import shown_word
from plancompiler.wiki import reference_alone


@dataclass(frozen=True, slots=True)
class Change:
    """A point of a decision: its number, what it is about (nothing: the whole plan), and how it was met."""

    number: str
    about: tuple[Ref, ...]
    text: Prose | None
    done: Prose | None


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its anchor and name, when, the body and its case, what came of it, and who was asked."""

    anchor: str
    name: str
    when: str
    body: Ref | None
    case: str
    result: str
    asked_label: str
    asked: tuple[Prose, ...]
    text: Prose | None
    link: Ref | None
    changes: tuple[Change, ...]


def procedure(here: Here, plan: str) -> tuple[Step, ...]:
    """Return the steps of a plan's procedure in the order they are written."""
    steps = here.program.plans[plan].records("saksgang")
    return tuple(_step(here, plan, place, step) for place, step in enumerate(steps))


def adopted(here: Here, plan: str) -> Prose | None:
    """Return when, by whom and in which case the plan was adopted; None when the procedure does not say."""
    last = decision(here.program.plans[plan])
    if last is None:
        return None
    said = (here.period(last.when), last.text("organ"), last.text("sak"))
    return prose(here, plan, ", ".join(part for part in said if part))


def changed_since_hearing(here: Here, plan: str) -> Fact:
    """Return how many points the decision changed, of an adopted plan that was heard; else a fact without words."""
    words, header = here.words, here.program.plans[plan]
    step, label = decision(header), words("Endret siden høringen")
    if step is None or not hearings(here, plan):
        return worded("høring", label)
    changes = records(step.fields, "endringer")
    if not changes:
        return worded("høring", label, words("Saksgangen nevner ingen endringer."))
    said = words("ett punkt i vedtaket") if len(changes) == 1 else words("{count} punkter i vedtaket")
    return Fact("høring", label, (Ref(said.format(count=counted(len(changes))), f"#{step_anchor(step.place)}"),))


def hearings(here: Here, plan: str) -> tuple[str, ...]:
    """Return the periods in which the plan is or was out for consultation, as a page shows them."""
    steps = here.program.plans[plan].records("saksgang")
    found = (text(step, "periode") or text(step, "dato") for step in steps if text(step, "steg") == "høring")
    return tuple(here.period(period) for period in found if period)


def sent_to(here: Here, plan: str, written: Iterable[str]) -> tuple[Prose, ...]:
    """Return whom a step was sent to in the words of the plan, each leading to the actor that is meant."""
    known = {link.text: link.target for link in links_from(here.program, plan, "sendt_til") if link.target}
    return tuple(
        Prose(f"[[{name}]]", language_of(here, plan), ((name, ref(here, known[name]).href, name),))
        if name in known
        else shown
        for name in map(reference_alone, written)
        if (shown := prose(here, plan, name)) is not None
    )


def _step(here: Here, plan: str, place: int, step: Fields) -> Step:
    url = text(step, "url")
    return Step(
        anchor=step_anchor(place),
        name=shown_word("steg", text(step, "steg"), here.words),
        when=here.date(text(step, "dato")) or here.period(text(step, "periode")),
        body=_body(here, plan, text(step, "organ")),
        case=text(step, "sak"),
        result=shown_word("resultat", text(step, "resultat"), here.words),
        # Who takes part is sent nothing.
        asked_label=here.words("Deltakere:" if text(step, "steg") == "medvirkning" else "Sendt til:"),
        asked=sent_to(here, plan, texts(step, "til")),
        text=prose(here, plan, text(step, "tekst")),
        link=outside(here, url) if url else None,
        changes=tuple(_changes(here, plan, step)),
    )


def _body(here: Here, plan: str, written: str) -> Ref | None:
    if not written:
        return None
    known = {link.text: link.target for link in links_from(here.program, plan, "organ")}
    target = known.get(written, "")
    return ref(here, target) if target else Ref(written)


def _changes(here: Here, plan: str, step: Fields) -> Iterator[Change]:
    for change in records(step, "endringer"):
        yield Change(
            number=text(change, "nummer"),
            about=tuple(ref(here, name) for name in targets(here.program, plan, change)),
            text=prose(here, plan, text(change, "tekst")),
            done=prose(here, plan, text(change, "gjennomført")),
        )
