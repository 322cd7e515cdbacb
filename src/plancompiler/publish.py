"""What of a workspace is for the public: the plans that may be seen, and what they need of the registers.

A stage between linking and all that is made of a program: it takes out of the units what is not to be seen, and links
them anew. The plans are those whose status the settings list under `publiser`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.link import link
from plancompiler.link.names import entry_names
from plancompiler.link.words import canonical
from plancompiler.node import Document, Entry, texts
from plancompiler.program import Program, links_from, links_to
from plancompiler.unit import Unit
from plancompiler.withhold import belongs_to, without

# Statuses of plans that are nobody else's business yet, unless the settings say otherwise.
_NOT_YET = frozenset({"planlagt", "utkast"})

# What every public site must tell its readers, by the setting it stands in, and the variant of the finding.
_TOLD = {"tilgjengelighetserklæring": "", "personvern": "privacy", "kontakt": "contact"}

# A message names no more plans than this.
_MOST_NAMED = 8


class NothingToPublish(Exception):
    """No plan may be published; the text says why, and what to write."""


def published(units: Iterable[Unit], program: Program, built_in: Iterable[Unit]) -> Program:
    """Return the program of what may be published of the units, which `program` and `built_in` are linked of.

    Raises NothingToPublish.
    """
    return _published(tuple(units), program, tuple(built_in))[1]


def published_units(units: Iterable[Unit], program: Program, built_in: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return the units with nothing in them that is not for the public. Raises NothingToPublish."""
    return _published(tuple(units), program, tuple(built_in))[0]


def missing(program: Program) -> tuple[Diagnostic, ...]:
    """Return what the settings lack that a public site must tell its readers."""
    settings = Locus("plancompiler.yaml")
    return tuple(
        Diagnostic("missing-on-site", settings, {}, variant)
        for setting, variant in _TOLD.items()
        if not program.settings.get(setting)
    )


def _published(
    units: tuple[Unit, ...], program: Program, built_in: tuple[Unit, ...]
) -> tuple[tuple[Unit, ...], Program]:
    drafts = frozenset(plan.id for plan in program.plans.values() if not is_published(program, plan))
    if len(drafts) == len(program.plans):
        raise NothingToPublish(_why(program))
    theirs = frozenset(entry.id for entry in program.entries.values() if belongs_to(entry, drafts))
    left = without(units, program, drafts | theirs)
    # Which entries are needed is only seen when notes and links to drafts, which may name some, are gone.
    linked = link(left, built_in)[0]
    unneeded = _unneeded(linked, _entries_used_by(program, drafts))
    if not unneeded:
        return left, linked
    # A plan says nothing of an entry that no plan needs, so the plans are as they shall be.
    shared = (unit for unit in left if unit.document is not None and unit.document.kind not in {"plan", "del_av"})
    cut = {unit.source.path: unit for unit in without(shared, linked, unneeded)}
    left = tuple(cut.get(unit.source.path, unit) for unit in left)
    return left, link(left, built_in)[0]


def is_published(program: Program, plan: Document) -> bool:
    """Tell whether a plan may be published, by its status."""
    status, wanted = _status(plan), _wanted(program)
    if wanted:
        return status in wanted
    if status == "ukjent":
        # The source of a restated plan is public, though it does not say where the plan stands.
        return "gjengivelse" in plan.fields and "utkast_til" not in plan.fields
    return status in program.vocabularies.get("statuser", {}) and status not in _NOT_YET


def _status(plan: Document) -> str:
    return plan.text("status") or "ukjent"


def _wanted(program: Program) -> tuple[str, ...]:
    written = texts(program.settings, "publiser")
    return tuple(canonical(program.vocabularies, "statuser", word) or word for word in written if word)


def _entries_used_by(program: Program, plans: frozenset[str]) -> frozenset[str]:
    return frozenset(
        one.target for one in program.links if one.target in program.entries and one.source.partition("/")[0] in plans
    )


def _unneeded(program: Program, draft_entries: frozenset[str]) -> frozenset[str]:
    """Return the register entries that no plan of the program needs. `draft_entries` are used by unpublished plans."""
    needed: set[str] = set()
    rest = list(_needed_by_plans(program, draft_entries))
    while rest:
        name = rest.pop()
        if name not in needed:
            needed.add(name)
            rest.extend(_needed_by_entry(program, name, draft_entries))
    return frozenset(program.entries.keys() - needed)


def _needed_by_plans(program: Program, draft_entries: frozenset[str]) -> Iterator[str]:
    linked = {one.target for one in program.links if one.source not in program.entries}
    records = (*program.plans.values(), *program.nodes.values())
    words = "\n".join(_all_texts([record.fields for record in records])).casefold()
    yield from linked & program.entries.keys()
    for entry in (entry for name, entry in program.entries.items() if name not in linked):
        # What is left of those that say which plan they are of, is of one that is published.
        is_of_one = "plan" in entry.fields or "gjelder" in entry.fields
        if is_of_one or (entry.id not in draft_entries and _stands_in(entry, words)):
            yield entry.id


def _needed_by_entry(program: Program, name: str, draft_entries: frozenset[str]) -> Iterator[str]:
    for one in links_from(program, name):
        # It is a part of another, or another's, whoever else uses that; who comes after it may not be known yet.
        if one.target in program.entries and (one.role in {"del_av", "utgiver"} or one.target not in draft_entries):
            yield one.target
    for one in links_to(program, name, "erstattet_av"):
        if one.source in program.entries and one.source not in draft_entries:
            yield one.source


def _stands_in(entry: Entry, words: str) -> bool:
    """Tell whether an entry is named in a folded text; endings may follow a word, but not an abbreviation."""
    for name in map(str.casefold, (entry.id, *entry_names(entry))):
        end = "" if len(name) > 4 else r"(?!\w)"
        # Most names are not there at all, and that is found out much faster.
        if name in words and re.search(rf"(?<!\w){re.escape(name)}{end}", words):
            return True
    return False


def _all_texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _all_texts(item)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _all_texts(item)


def _why(program: Program) -> str:
    plans = [f"«{plan.id}» er {_in_words(plan)}" for plan in program.plans.values()]
    if not plans:
        return "ingen plan kan publiseres: det er ingen planer i arbeidsområdet."
    more = [f"{len(plans) - _MOST_NAMED} til er heller ikke med"] if len(plans) > _MOST_NAMED else []
    wanted = _wanted(program)
    unknown = [word for word in wanted if word not in program.vocabularies.get("statuser", {})]
    rule = (
        f"Innstillingen «publiser» slipper bare gjennom {_listed(wanted)}."
        if wanted
        else "Planer som er planlagt eller utkast, blir ikke publisert, og planer med ukjent status bare når de har "
        "«gjengivelse»."
    )
    return " ".join(
        (
            f"ingen plan kan publiseres: {', '.join(plans[:_MOST_NAMED] + more)}.",
            rule,
            *([f"{_listed(unknown)} er ingen status."] if unknown else []),
            "Rett «status» i planen, eller skriv under «publiser» i plancompiler.yaml hvilke statuser som skal ut, for "
            "eksempel «publiser: [vedtatt, på høring]».",
        )
    )


def _in_words(plan: Document) -> str:
    return f"«{plan.text('status')}»" if plan.text("status") else "uten status"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"«{word}»" for word in words)
