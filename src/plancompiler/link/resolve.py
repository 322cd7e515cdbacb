"""From references to links: what each text means where it stands, and what to say when it means nothing or too much."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from plancompiler.diagnostic import Diagnostic, Edit, Fix, Locus
from plancompiler.link.names import Names, candidates, fold
from plancompiler.link.near_un_goal import NearUnGoal
from plancompiler.nearest import Nearest
from plancompiler.program import Link
from plancompiler.reference import ANYTHING, ROLES, Reference
from plancompiler.values.un_goal import numbered_name

# What looks like an id was meant as one: it has a dot, a hyphen or a plan before it, and nothing an id cannot hold.
_LIKE_AN_ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*/[a-z0-9]+([.-][a-z0-9]+)*|[a-z0-9]+([.-][a-z0-9]+)+")

# How people put two names in one text.
_BETWEEN = re.compile(r"[,;&+]| og | samt ")
_SLASH_TOO = re.compile(r"[,;/&+]| og | samt ")
_PLAIN = re.compile(r"[^\W_][\w .’/()–-]*")

# Suggestions cost a search over all ids; a workspace with more unknown references than this has another trouble.
_MOST_SUGGESTIONS = 50

_UN = frozenset({"fn"})

Describe = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The links that stand, and what is to be said of the references that do not."""

    links: tuple[Link, ...]
    diagnostics: tuple[Diagnostic, ...]


def resolve(names: Names, references: tuple[Reference, ...], describe: Describe) -> Resolved:
    """Return a link for every reference that means something. `describe` gives a name in the plan's words."""
    links: list[Link] = []
    found: list[Diagnostic] = []
    search = _Search(names)
    for reference in references:
        targets, diagnostic = _one(names, reference, search, describe)
        if diagnostic is not None:
            found.append(diagnostic)
        for target, text in targets:
            links.append(Link(reference.source, reference.role, target, text, reference.at, "skrevet", reference.extra))
    return Resolved(tuple(links), tuple(found))


class _Search:
    """Did-you-mean over the names that a field accepts; the index of each field is built when first asked for."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._left = _MOST_SUGGESTIONS
        self._indexes: dict[tuple[frozenset[str], str], tuple[Nearest, Mapping[str, str]]] = {}

    @cached_property
    def un_goals(self) -> NearUnGoal:
        """The index of the names of the UN goals."""
        return NearUnGoal(self._names.un)

    def nearest(self, text: str, accepts: frozenset[str], plan: str) -> tuple[str, str]:
        """Return the nearest writing and the full name it stands for; two empty texts when nothing is near."""
        if not self._left:
            return "", ""
        self._left -= 1
        key = (accepts, plan)
        if key not in self._indexes:
            written = self._written(accepts, plan)
            self._indexes[key] = Nearest(written), written
        index, written = self._indexes[key]
        near = index.find(text)
        return (near, written[near]) if near else ("", "")

    def _written(self, accepts: frozenset[str], plan: str) -> Mapping[str, str]:
        names = self._names
        here = {
            node.id: node.name
            for node in names.nodes.values()
            if node.plan == plan and node.kind in accepts and node.is_named
        }
        there = {
            node.name: node.name
            for node in names.nodes.values()
            if node.plan != plan and node.kind in accepts and node.is_named
        }
        others = {name: name for name in (*names.plans, *names.entries) if names.kind(name) in accepts}
        called = {
            written: entry.id
            for entries in names.named.values()
            for entry in entries
            if names.kind(entry.id) in accepts and _in_reach(names.reach.get(entry.id), plan)
            for written in (entry.text("navn"), entry.text("kortnavn"), *entry.texts("alias"))
            if written
        }
        return {**there, **called, **others, **here}


def _differ_in_number(one: str, other: str) -> bool:
    """Tell whether two ids are alike but for their numbers, as those of neighbours are: that is no misspelling."""
    return one != other and re.sub(r"\d+", "", one) == re.sub(r"\d+", "", other)


def _in_reach(reach: frozenset[str] | None, plan: str) -> bool:
    return reach is None or plan in reach


_Targets = tuple[tuple[str, str], ...]


def _one(names: Names, reference: Reference, search: _Search, describe: Describe) -> tuple[_Targets, Diagnostic | None]:
    role = ROLES[reference.role]
    text = reference.text
    if role.accepts == _UN or reference.at.steps[-1:] == ("fn",):
        return _un(names, reference, search)
    plan = plan_of(reference.source, names)
    accepted = role.accepts
    found = candidates(names, text, plan)
    fitting = tuple(name for name in found if names.kind(name) in accepted)
    if len(fitting) == 1:
        return ((fitting[0], text),), None
    at = _at(reference)
    if len(fitting) > 1:
        listed = ", ".join(f"«{name}» ({describe(name)})" for name in fitting)
        return (), Diagnostic("ambiguous-reference", at, {"text": text, "candidates": listed, "first": fitting[0]})
    if found:
        return _wrong_kind(names, reference, found[0], search, describe)
    moved = _moved(names, reference, plan)
    if moved is not None:
        return moved
    return _unknown(names, reference, plan, search, describe)


def plan_of(source: str, names: Names) -> str:
    """Return the plan that a source belongs to; "" for a register entry."""
    plan = source.partition("/")[0]
    return plan if plan in names.plans else ""


def _at(reference: Reference) -> Locus:
    at = reference.at
    return at if at.part else Locus(at.path, at.steps, part=reference.text)


def _un(names: Names, reference: Reference, search: _Search) -> tuple[_Targets, Diagnostic | None]:
    text = reference.text
    name = names.un.get(fold(text))
    if name is not None:
        return ((name, text),), None
    number, called = numbered_name(text)
    if number in names.un:
        return (), _numbered(names, reference, number, called, search)
    goal, dot, _ = (number or text).partition(".")
    if dot and f"fn/{goal}" in names.un.values():
        letters = [key.partition(".")[2] for key in names.un if key.startswith(f"{goal}.")]
        numbered = [key for key in letters if key.isdigit()]
        lettered = [key for key in letters if not key.isdigit()]
        args = {"text": number or text, "goal": goal, "numbers": _run(goal, numbered), "letters": _run(goal, lettered)}
        return (), Diagnostic("unknown-un-target", _at(reference), args, "lettered" if lettered else "")
    if goal[:1].isdigit():
        return (), Diagnostic("unknown-un-goal", _at(reference), {"text": text})
    at, near = _at(reference), search.un_goals.find(text)
    number = near.removeprefix("fn/")
    args = {"text": text, "number": number, "name": names.un_titles.get(near, "")}
    fixes = (Fix("near", "unsafe", (Edit(at, number),), {"near": number}),) if near else ()
    return (), Diagnostic("unknown-un-goal", at, args, "near" if near else "name", fixes=fixes)


def _numbered(names: Names, reference: Reference, number: str, called: str, search: _Search) -> Diagnostic:
    """Return what to say of a goal written by its number and a name; the name may be that of another."""
    at, own = _at(reference), f"fn/{number.partition('.')[0]}"
    meant = names.un.get(fold(called)) or search.un_goals.find(called)
    args = {"number": number, "name": called}
    if meant and meant != own:
        titles = {"right": names.un_titles.get(own, ""), "title": names.un_titles.get(meant, "")}
        return Diagnostic("un-goal-format", at, {**args, **titles, "other": meant.removeprefix("fn/")}, "differs")
    fix = Fix("number", "safe" if meant else "unsafe", (Edit(at, number),))
    return Diagnostic("un-goal-format", at, args, "named", fixes=(fix,))


def _run(goal: str, ends: list[str]) -> str:
    return f"{goal}.{ends[0]}–{goal}.{ends[-1]}" if ends else ""


def _wrong_kind(
    names: Names, reference: Reference, target: str, search: _Search, describe: Describe
) -> tuple[_Targets, Diagnostic | None]:
    key = ROLES[reference.role].key or reference.role
    args = {"text": reference.text, "what": describe(target), "field": key, "kinds": _kinds(reference.role)}
    # A name that a prose text happens to share with something else is no mistake where text is fine.
    if ROLES[reference.role].plain == "text" and not _LIKE_AN_ID.fullmatch(reference.text):
        return (("", reference.text),), None
    return (), Diagnostic("wrong-kind", _at(reference), args)


def _kinds(role: str) -> str:
    order = (
        "aktør",
        "rolle",
        "plan",
        "dokument",
        "område",
        "utfordring",
        "mål",
        "delmål",
        "strategi",
        "virkemiddel",
        "risiko",
        "fase",
        "tekst",
    )
    accepted = [kind for kind in order if kind in ROLES[role].accepts]
    return ", ".join(accepted[:-1]) + (" og " if len(accepted) > 1 else "") + accepted[-1] if accepted else ""


def _moved(names: Names, reference: Reference, plan: str) -> tuple[_Targets, Diagnostic | None] | None:
    text = reference.text
    for written in (text, f"{plan}/{text}"):
        living = names.former.get(written)
        if living is not None:
            new = living.removeprefix(f"{plan}/") if plan else living
            fix = Fix("rename", "safe", (Edit(_at(reference), new),), {"new": new})
            return (), Diagnostic("renamed-reference", _at(reference), {"text": text, "new": new}, fixes=(fix,))
        record = names.retired.get(written)
        if record is not None:
            instead = record.get("erstattet_av", ())
            listed = ", ".join(f"«{item}»" for item in instead) if isinstance(instead, tuple) else ""
            args = {"text": text, "instead": listed}
            return (), Diagnostic("retired-reference", _at(reference), args, "replaced" if listed else "")
    return None


def _unknown(
    names: Names, reference: Reference, plan: str, search: _Search, describe: Describe
) -> tuple[_Targets, Diagnostic | None]:
    text, role = reference.text, ROLES[reference.role]
    at = _at(reference)
    if parts := _parts(names, text, plan, role.accepts):
        listed, place = ", ".join(parts), reference.at
        # Where only one may stand, a list would not do; and a name with a mark in it would have to be quoted.
        many = not place.part and place.steps and isinstance(place.steps[-1], int) and all(map(_PLAIN.fullmatch, parts))
        fixes = (Fix("list", "safe", (Edit(place, "", parts),)),) if many else ()
        return (), Diagnostic("comma-in-reference", at, {"text": text, "list": listed}, fixes=fixes)
    if role.plain == "text" and not _LIKE_AN_ID.fullmatch(text):
        return (("", text),), None
    near, name = search.nearest(text, role.accepts if role.accepts != ANYTHING else ANYTHING, plan)
    args = {"text": text, "near": near, "what": describe(name) if name else "", "plan": text.partition("/")[0]}
    fixes = (Fix("near", "unsafe", (Edit(at, near),), {"near": near}),) if near else ()
    if role.plain == "actor":
        beyond = _beyond_reach(names, text)
        variant = "near" if near else "reach" if beyond else ""
        return (("", text),), Diagnostic("unknown-actor", at, {**args, **beyond, "here": plan}, variant, fixes=fixes)
    if near and _differ_in_number(near, text):
        return (), Diagnostic("unknown-reference", at, args, "neighbour")
    variant = "near" if near else "plan" if "/" in text and args["plan"] not in names.plans else ""
    return (), Diagnostic("unknown-reference", at, args, variant, fixes=fixes)


def _parts(names: Names, text: str, plan: str, accepts: frozenset[str]) -> tuple[str, ...]:
    """Return the names that a text lists, when it is nothing but names; of a full name, nothing."""
    for between in (_BETWEEN, _SLASH_TOO):
        parts = tuple(part for part in (part.strip(" ()[]") for part in between.split(text)) if part)
        full = between is _SLASH_TOO and any(part in names.plans for part in parts)
        if len(parts) > 1 and not full and all(_fits(names, part, plan, accepts) for part in parts):
            return parts
    return ()


def _beyond_reach(names: Names, text: str) -> Mapping[str, str]:
    """Return where an actor of that name is registered for other plans only; nothing when there is none."""
    for entry in names.named.get(fold(text), ()):
        if entry.section == "aktører":
            return {"file": entry.file, "id": entry.id}
    return {}


def _fits(names: Names, text: str, plan: str, accepts: frozenset[str]) -> bool:
    return len([name for name in candidates(names, text, plan) if names.kind(name) in accepts]) == 1
