"""What a plan's header says, as its page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plancompiler.node import Fields, records, text
from plancompiler.procedure import stage
from plancompiler.program import Program, below, links_from
from plancompiler.un_use import uses_of
from plancompiler.views.consultation import is_consulted
from plancompiler.views.facts import Fact, financing, linked, said, themes, worded
from plancompiler.views.in_force import shown_status, told_period
from plancompiler.views.naming import outside, ref, term
from plancompiler.views.page import Here, Ref
from plancompiler.views.procedure import adopted, changed_since_hearing, hearings
from plancompiler.views.renewed import unseen_change
from plancompiler.views.standing import is_draft


def plan_facts(here: Here, plan: str) -> tuple[Fact, ...]:
    """Return what is said of a plan as a whole: whether and when it holds, whose it is, and what it rests on."""
    return tuple(fact for fact in _all(here, plan) if fact.refs or fact.texts)


def plan_type(here: Here, plan: str) -> str:
    """Return what type of plan it is, as a heading."""
    word = term(here.program, "plantyper", here.program.plans[plan].text("type"), here.output.language)
    return word[:1].upper() + word[1:]


def plan_period(here: Here, plan: str) -> str:
    """Return the period of a plan as it reads on a page, and that it is over where the build speaks of a later day."""
    return told_period(here, here.program.plans[plan].text("periode"))


def municipality(program: Program, plan: str, language: str) -> str:
    """Return the name of the plan's municipality, its number when no name is known, "" when the plan names none."""
    return term(program, "kommuner", program.plans[plan].text("kommune"), language)


def owners(here: Here, plan: str) -> tuple[Ref, ...]:
    """Return whose plan it is: the municipality, then the bodies that own it."""
    number = here.program.plans[plan].text("kommune")
    named = tuple(own for fact in linked(here, plan, "eier") for own in fact.refs)
    if not number:
        return named
    actor = next(
        (
            entry.id
            for entry in here.program.entries.values()
            if entry.section == "aktører" and entry.text("type") == "kommune" and entry.text("kommune") == number
        ),
        "",
    )
    name = municipality(here.program, plan, here.output.language)
    link = ref(here, actor).href if actor else ""
    return (Ref(name, link), *(own for own in named if own.href != link))


def contact_refs(here: Here, contact: Fields) -> tuple[Ref, ...]:
    """Return whom to ask and how: a role or unit, an address, a number, a page."""
    who = ", ".join(part for part in (text(contact, "rolle"), text(contact, "enhet")) if part)
    mail, url, phone = text(contact, "epost"), text(contact, "url"), text(contact, "telefon")
    refs = [Ref(who)] if who else []
    refs += [outside(here, f"mailto:{mail}", mail)] if mail else []
    refs += [Ref(phone)] if phone else []
    refs += [outside(here, url)] if url else []
    return tuple(refs)


def _all(here: Here, plan: str) -> Iterator[Fact]:
    words, header = here.words, here.program.plans[plan]
    yield worded("status", words("Status"), shown_status(here, plan))
    yield worded("periode", words("Periode"), plan_period(here, plan))
    yield _adopted(here, plan)
    yield Fact("eier", words("Kommune") if header.text("kommune") else words("Eier"), owners(here, plan))
    yield from linked(here, plan, "ansvarlig")
    yield from linked(here, plan, "samarbeider_med")
    yield said(here, plan, "saksnummer", words("Arkivsak"), header.text("saksnummer"))
    yield said(here, plan, "versjon", words("Versjon"), header.text("versjon"))
    yield worded("neste_rullering", words("Neste rullering"), here.date(header.text("neste_rullering")))
    yield worded("rulleres", words("Rulleres"), here.date(header.text("rulleres")))
    for role in ("overordnet", "erstatter", "utkast_til", "bidrar_til", "bygger_på", "følges_opp_i"):
        # What the plan as a whole builds on is told in both views; of a single point, only in the full one.
        yield from (replace(fact, always=True) for fact in linked(here, plan, role))
    yield changed_since_hearing(here, plan)
    yield unseen_change(here, plan)
    yield said(here, plan, "endret_fordi", words("Endret fordi"), header.text("endret_fordi"))
    yield from _missing(here, plan)
    yield said(here, plan, "uten_oppfølging", words("Følges ikke opp, fordi"), header.text("uten_oppfølging"))
    yield financing(here, plan, header.fields)
    yield themes(here, header.texts("emner"))
    yield from _contact(here, plan)
    if header.text("url"):
        yield Fact("url", words("Planen i original"), (outside(here, header.text("url")),))
    yield said(here, plan, "kilde", words("Kilde"), header.text("kilde"))


def _adopted(here: Here, plan: str) -> Fact:
    """Return when the plan was adopted. Every reader asks, so a plan that does not tell is said not to."""
    words, decision = here.words, adopted(here, plan)
    if decision is not None:
        return Fact("vedtatt", words("Vedtatt"), (), (decision,))
    if is_draft(here.program, plan):
        return worded("vedtatt", words("Vedtatt"), words("ikke ennå"))
    known = here.program.plans[plan].text("status") not in {"", "ukjent"}
    return worded("vedtatt", words("Vedtatt"), words("dato ikke oppgitt") if known else words("ikke oppgitt"))


def _missing(here: Here, plan: str) -> Iterator[Fact]:
    """Yield what a reader looks for in every plan and this one does not say; a header alone owes nothing."""
    program, words = here.program, here.words
    if not program.children.get(plan):
        return
    if "sammendrag" not in program.plans[plan].fields:
        yield replace(worded("sammendrag", words("Sammendrag"), words("Planen har ikke noe sammendrag.")), always=True)
    if not links_from(program, plan, "bygger_på"):
        yield worded("bygger_på", words("Bygger på"), words("ikke oppgitt"))
    if not links_from(program, plan, "overordnet"):
        yield worded("overordnet", words("Overordnet plan"), words("ikke oppgitt"))
    if not links_from(program, plan, "erstatter"):
        yield worded("erstatter", words("Erstatter"), words("ikke oppgitt"))
    header = program.plans[plan]
    if not (header.text("neste_rullering") or header.text("rulleres") or stage(program, header) == "ended"):
        yield worded("rulleres", words("Rulleres"), words("ikke oppgitt"))
    if not (is_draft(program, plan) or hearings(here, plan) or stage(program, header) == "ended"):
        yield worded("høring", words("Høring"), words("ikke oppgitt"))
    if not _has_un_goals(program, plan):
        yield worded("bærekraftsmål", words("FN-mål"), words("ikke oppgitt"))


def _has_un_goals(program: Program, plan: str) -> bool:
    return any(any(uses_of(program, name)) for name in (plan, *(node.name for node in below(program, plan))))


def _contact(here: Here, plan: str) -> Iterator[Fact]:
    """Yield whom to ask, and of a draft how to say something of it when it is not out for consultation."""
    program, words, contacts = here.program, here.words, here.program.plans[plan].records("kontakt")
    for contact in contacts:
        yield Fact("kontakt", words("Kontakt"), contact_refs(here, contact))
    asked = contacts or records(program.settings, "kontakt")
    owes = program.children.get(plan)
    if owes and not asked:
        yield worded("kontakt", words("Kontakt"), words("Planen oppgir ikke hvem du kan spørre."))
    if owes and is_draft(program, plan) and not is_consulted(program, plan):
        said = words("Planen er ikke på høring nå. Vil du si noe om den, kan du skrive til kontakten.")
        yield worded("høring", words("Høring"), said if asked else words("Planen er ikke på høring nå."))
