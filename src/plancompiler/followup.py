"""Coverage: what follows up each goal, and what is said where nothing does (`language.md` 7.3).

A chain says which kinds ask for follow-up: every kind in it but the last. Findings, tables and pages all read the
answer here, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from plancompiler.model.kind import STRUCTURE
from plancompiler.node import NOTHING, Fields, Node, text, texts
from plancompiler.program import Link, Program, above, below, links_from, links_to, record_of

Answer = Literal[
    "fulgt opp her",
    "følges opp i annen plan eller dokument",
    "valgt bort med grunn",
    "bare foreslått",
    "ingen oppfølging",
]

ANSWERS: tuple[Answer, ...] = get_args(Answer)

# Where a plan's chain does not name a kind, this order says which of two is later.
_NATURAL = ("område", "utfordring", "mål", "delmål", "strategi", "virkemiddel", "fase", "milepæl")

# What a link from another plan may come from and still be follow-up: a challenge or an indicator does nothing.
_WORK = frozenset(_NATURAL) - {"utfordring"}

# A goal of one of these levels is above those after it, and above a goal of any other level or none.
_LEVELS = ("overordnet", "samfunnsmål", "effektmål")

_ENDED = frozenset({"erstattet", "opphevet"})


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is left alone, and the plan that says so."""

    plan: str
    text: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The answer for one node.

    `by` are the full names of what follows it up, those of its own plan first; `as_whole` says that they do so
    together and without links, as lower goals do for one above them. `proposed` is what would have counted were it
    decided. `places` are the links that name another plan or document, or say it in plain text (`target` is "").
    """

    node: str
    answer: Answer
    by: tuple[str, ...] = ()
    as_whole: bool = False
    proposed: tuple[str, ...] = ()
    places: tuple[Link, ...] = ()
    reasons: tuple[Reason, ...] = ()


def coverage(program: Program) -> tuple[FollowUp, ...]:
    """Return the answer for every node that has or should have one, in page order, plan by plan."""
    found = (follow_up(program, name) for name in program.nodes)
    return tuple(answer for answer in found if answer is not None)


def chain(program: Program, plan: str) -> tuple[str, ...]:
    """Return the kinds of a plan's own chain, first to last; the plan type's when the plan names none."""
    header = program.plans[plan]
    own = header.texts("målstruktur")
    if own:
        return own
    kind = program.vocabularies.get("plantyper", {}).get(header.text("type"))
    return kind.texts("målstruktur") if kind is not None else ()


# Rules, tables and pages all ask of every node.
@lru_cache(maxsize=1 << 18)
def follow_up(program: Program, name: str) -> FollowUp | None:
    """Return the answer for a node, or None when its plan neither asks for its follow-up nor says anything of it.

    Only what is asked for can lack an answer, or have one that is only proposed.
    """
    node = program.nodes[name]
    if node.plan not in program.plans:
        return None
    order = chain(program, node.plan)
    if node.kind not in STRUCTURE or name in program.quoted or set_aside(program, name):
        return None
    if node.kind not in order[:-1] or node.kind == "utfordring":
        return _answer(program, node, (), False, ()) if _says_where(program, node, order) else None
    candidates = dict.fromkeys((*_nested(program, node, order), *_contributing(program, node, order)))
    by, proposed = _decided(program, node, candidates)
    as_whole = False
    if not by:
        by, together = _decided(program, node, dict.fromkeys(_lower(program, node)))
        as_whole, proposed = bool(by), (*proposed, *together)
    return _answer(program, node, by, as_whole, proposed)


def set_aside(program: Program, name: str) -> bool:
    """Tell whether a node is only proposed, dropped, postponed or stopped: it is no follow-up and asks for none.

    Priority holds for what is in a chapter, strategy or measure that has one; status is the node's alone.
    """
    if program.nodes[name].text("status") in {"utsatt", "stanset"}:
        return True
    while name in program.nodes:
        priority = program.nodes[name].text("prioritering")
        if priority:
            return priority in {"foreslått", "valgt bort"}
        name = program.parents.get(name, "")
    return False


def measures(program: Program, name: str) -> tuple[str, ...]:
    """Return the measures that count for a node: those under it, and those that contribute to it or what is under it.

    A measure under a measure is left out, and so are quoted ones and those of other plans that are not in force.
    """
    plan = program.nodes[name].plan
    aims = (name, *(node.name for node in below(program, name) if node.kind not in {"virkemiddel", "kapittel"}))
    found = dict.fromkeys(node.name for node in below(program, name) if node.kind == "virkemiddel")
    found.update(
        (link.source, None)
        for aim in aims
        for link in links_to(program, aim, "bidrar_til")
        if link.source in program.nodes and program.nodes[link.source].kind == "virkemiddel"
    )
    return tuple(
        measure
        for measure in found
        if measure not in program.quoted
        and not is_point(program, measure)
        and (program.nodes[measure].plan == plan or program.nodes[measure].plan in program.counted)
    )


def hung_under(program: Program, name: str) -> tuple[str, ...]:
    """Return the nodes of other plans in force that quote a node: under those the plans hang their own work for it.

    What quotes such a quotation in its turn is one of them; plans may quote each other in a ring.
    """
    plan = program.nodes[name].plan
    found: dict[str, None] = {}
    waiting = [name]
    for quoted in waiting:
        for link in links_to(program, quoted, "sitert"):
            node = program.nodes.get(link.source)
            if node is None or node.name in found or node.plan == plan or node.plan not in program.counted:
                continue
            if node.kind in _WORK and not set_aside(program, node.name):
                found[node.name] = None
                waiting.append(node.name)
    return tuple(found)


def counts_as(program: Program, name: str, kind: str) -> bool:
    """Tell whether a node is of a kind and counts as one: it is not quoted, and no point of another measure."""
    return program.nodes[name].kind == kind and name not in program.quoted and not is_point(program, name)


def is_point(program: Program, name: str) -> bool:
    """Tell whether a measure is a point of another measure, and so not counted by itself."""
    return program.nodes[name].kind == "virkemiddel" and any(
        node.kind == "virkemiddel" for node in above(program, name)
    )


def disclaimed(program: Program, link: Link) -> Fields:
    """Return the record of a plan's `følger_ikke_opp` that a link of that role was written in."""
    return program.plans[link.source].records("følger_ikke_opp")[record_of(link)]


def handed_over(program: Program, name: str) -> Iterator[tuple[str, str, Fields]]:
    """Yield where a plan that leaves something alone says that a document or plan follows it up.

    Each is the plan, the full name of what it leaves alone ("" for a theme), and the record of `følger_ikke_opp`.
    """
    for plan in program.plans.values():
        records = plan.records("følger_ikke_opp")
        left = {record_of(link): link.target for link in links_from(program, plan.id, "følger_ikke_opp")}
        for place, record in enumerate(records):
            if name in texts(record, "følges_opp_i"):
                yield plan.id, left.get(place, ""), record


def _nested(program: Program, node: Node, order: tuple[str, ...]) -> Iterator[str]:
    """Yield the nearest nodes of a later kind under `node`, and those under one of them that is set aside."""

    def under(name: str) -> Iterator[str]:
        for child in program.children.get(name, ()):
            counts = child not in program.quoted and _later(order, node.kind, program.nodes[child].kind)
            if counts:
                yield child
            if not counts or set_aside(program, child):
                yield from under(child)

    return under(node.name)


def _contributing(program: Program, node: Node, order: tuple[str, ...]) -> Iterator[str]:
    for link in links_to(program, node.name, "bidrar_til", "sitert"):
        source = program.nodes.get(link.source)
        if source is None:
            continue
        if source.plan != node.plan:
            # A node that quotes this one is how a subordinate plan hangs its own work under a superior goal.
            if source.kind in _WORK and (link.role == "sitert" or source.name not in program.quoted):
                yield source.name
        elif link.role == "bidrar_til" and source.name not in program.quoted and _answers(program, node, source, order):
            yield source.name


def _answers(program: Program, node: Node, source: Node, order: tuple[str, ...]) -> bool:
    """Tell whether a contribution within the plan is follow-up: of a later kind, or an area that work is done in."""
    return _later(order, node.kind, source.kind) or (source.kind == "område" and _has_work(program, source.name))


def _has_work(program: Program, area: str) -> bool:
    return any(
        node.kind in {"delmål", "strategi", "virkemiddel"} and not set_aside(program, node.name)
        for node in below(program, area)
    )


def _later(order: tuple[str, ...], kind: str, follower: str) -> bool:
    if follower in order:
        return order.index(follower) > order.index(kind)
    return follower in _NATURAL and kind in _NATURAL and _NATURAL.index(follower) > _NATURAL.index(kind)


def served_as_whole(program: Program, goal: Node) -> bool:
    """Tell whether a goal is above the rest of its plan, quoted or not, so that it is served by all of it together."""
    return bool(_decided(program, goal, dict.fromkeys(_lower(program, goal)))[0])


def _lower(program: Program, node: Node) -> Iterator[str]:
    """Yield what follows up a goal of a level above others: the lower goals of the plan, else its other structure."""
    if node.kind != "mål" or node.text("nivå") not in _LEVELS:
        return
    own = [other for other in below(program, node.plan) if other.name not in program.quoted]
    goals = [other.name for other in own if other.kind == "mål" and _level(other) > _level(node)]
    yield from goals or (other.name for other in own if other.kind in {"område", "strategi", "virkemiddel"})


def _level(goal: Node) -> int:
    level = goal.text("nivå")
    return _LEVELS.index(level) if level in _LEVELS else len(_LEVELS)


def _decided(program: Program, node: Node, candidates: dict[str, None]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the candidates that count, own plan first, and those that are only proposed; ended plans give neither."""
    by: list[str] = []
    proposed: list[str] = []
    for name in sorted(candidates, key=lambda name: program.nodes[name].plan != node.plan):
        plan = program.nodes[name].plan
        if plan == node.plan or plan in program.counted:
            (proposed if set_aside(program, name) else by).append(name)
        elif not _has_ended(program, plan):
            proposed.append(name)
    return tuple(by), tuple(proposed)


def _has_ended(program: Program, plan: str) -> bool:
    replaced = any(link.source in program.counted for link in links_to(program, plan, "erstatter"))
    return replaced or plan not in program.plans or program.plans[plan].text("status") in _ENDED


def _answer(program: Program, node: Node, by: tuple[str, ...], as_whole: bool, proposed: tuple[str, ...]) -> FollowUp:
    """Weigh what is done, what the node says, what its plan says of all its nodes, and what other plans say of it."""
    own = links_from(program, node.name, "følges_opp_i")
    general = links_from(program, node.plan, "følges_opp_i")
    own_reason = _reason(node.plan, node.text("uten_oppfølging"))
    general_reason = _reason(node.plan, program.plans[node.plan].text("uten_oppfølging"))
    declined = [link for link in links_to(program, node.name, "følger_ikke_opp") if link.source in program.plans]
    elsewhere = tuple(place for link in declined for place in _named_places(program, link))
    left = tuple(Reason(link.source, text(disclaimed(program, link), "begrunnelse")) for link in declined)

    answer: Answer
    if any(program.nodes[name].plan == node.plan for name in by):
        answer = "fulgt opp her"
    elif by or own:
        answer = "følges opp i annen plan eller dokument"
    elif own_reason:
        answer = "valgt bort med grunn"
    elif general:
        answer = "følges opp i annen plan eller dokument"
    elif general_reason:
        answer = "valgt bort med grunn"
    elif elsewhere:
        answer = "følges opp i annen plan eller dokument"
    elif left:
        answer = "valgt bort med grunn"
    else:
        answer = "bare foreslått" if proposed else "ingen oppfølging"
    reasons = (*(own_reason or (() if own or by else general_reason)), *left)
    return FollowUp(node.name, answer, by, as_whole, proposed, (*(own or general), *elsewhere), reasons)


def _says_where(program: Program, node: Node, order: tuple[str, ...]) -> bool:
    """Tell whether a node that need not be followed up says where it is, or why not; a header speaks for its chain."""
    general = program.plans[node.plan].fields if node.kind in order else NOTHING
    return any(key in fields for key in ("følges_opp_i", "uten_oppfølging") for fields in (node.fields, general))


def _reason(plan: str, words: str) -> tuple[Reason, ...]:
    return (Reason(plan, words),) if words else ()


def _named_places(program: Program, link: Link) -> Iterator[Link]:
    for place in texts(disclaimed(program, link), "følges_opp_i"):
        if place:
            known = place in program.plans or place in program.nodes or place in program.entries
            yield Link(link.source, "følges_opp_i", place if known else "", place, link.at)
