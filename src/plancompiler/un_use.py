"""Which nodes each UN goal and target is tied to, counted three ways that are never added up (`language.md` 6.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from plancompiler.followup import is_point
from plancompiler.inherit import un_goals
from plancompiler.model.kind import STRUCTURE
from plancompiler.node import Fields, Node, text
from plancompiler.program import Link, Program, below, links_from

How = Literal["direkte", "via mål", "nevnt"]

HOWS: tuple[How, ...] = ("direkte", "via mål", "nevnt")


@dataclass(frozen=True, slots=True)
class Use:
    """A UN goal or target (`fn/3`, `fn/17.10`) and a node or plan tied to it.

    `through` is the full name of the node it is inherited from, or contributes to; "" when it is direct or in prose.
    `weight` is `hoved`, `bi` or "".
    """

    goal: str
    source: str
    how: How
    through: str = ""
    weight: str = ""
    reason: str = ""


@lru_cache(maxsize=4)
def un_uses(program: Program) -> tuple[Use, ...]:
    """Return every tie between a node or a plan and a UN goal, plan by plan in page order, the plan itself first.

    A node is tied to a goal in one way only, the closest: direct, else inherited, else mentioned in its prose or
    through what it contributes to. Inherited and mentioned ties are those of structure nodes, points of measures apart.
    Quoted nodes are not among them: what they are tied to is their origin's.
    """
    return tuple(
        use
        for plan in program.plans
        for name in (plan, *(node.name for node in below(program, plan) if node.name not in program.quoted))
        for use in uses_of(program, name)
    )


def uses_of(program: Program, name: str) -> Iterator[Use]:
    """Yield the ties of one node or plan."""
    direct, inherited = un_goals(program, name)
    seen: set[str] = set()
    for link in direct:
        if link.target and link.target not in seen:
            seen.add(link.target)
            yield Use(link.target, name, "direkte", "", text(link.extra, "vekt"), text(link.extra, "begrunnelse"))
    counts = name in program.nodes and program.nodes[name].kind in STRUCTURE and not is_point(program, name)
    for link in inherited if counts else ():
        if link.target and link.target not in seen:
            seen.add(link.target)
            yield Use(link.target, name, "via mål", link.source, text(link.extra, "vekt"))
    for link in links_from(program, name, "omtaler"):
        if link.target.startswith("fn/") and link.target not in seen:
            seen.add(link.target)
            yield Use(link.target, name, "nevnt")
    for link in links_from(program, name, "bidrar_til") if counts else ():
        for goal in _of_aim(program, link):
            if goal not in seen:
                seen.add(goal)
                yield Use(goal, name, "nevnt", link.target)


def un_goals_are_known(program: Program, node: Node) -> bool:
    """Tell whether every UN goal that a node names could be read and is one; what is not is told of elsewhere."""
    named = node.fields.get("bærekraftsmål", ())
    found = {link.text for link in links_from(program, node.name, "bærekraftsmål")}
    written = (one if isinstance(one, str) else one["fn"] for one in (named if isinstance(named, tuple) else ()))
    return "bærekraftsmål" not in node.unread and found.issuperset(written)


def un_order(program: Program) -> dict[str, int]:
    """Return the place of each UN goal and target, each goal before its own targets."""
    names: list[str] = []
    for goal in program.vocabularies.get("bærekraftsmål", {}).values():
        names.append(f"fn/{goal.id}")
        names.extend(f"fn/{text(target, 'id')}" for target in goal.records("delmål"))
    return {name: place for place, name in enumerate(names)}


def un_name(program: Program, name: str, language: str = "nb") -> str:
    """Return what a UN goal or target is called in a language, bokmål when it has no such name; "" when it has none."""
    number = name.removeprefix("fn/")
    goal = program.vocabularies.get("bærekraftsmål", {}).get(number.partition(".")[0])
    if goal is None:
        return ""
    own: Fields = goal.fields
    if "." in number:
        own = next((target for target in goal.records("delmål") if text(target, "id") == number), {})
    return text(own, language) or text(own, "nb")


def _of_aim(program: Program, link: Link) -> Iterator[str]:
    if link.target in program.nodes:
        own, inherited = un_goals(program, link.target)
        yield from (tie.target for tie in (*own, *inherited) if tie.target)
