"""What a plan says another way than the edition before it, point by point (`language.md` 5.1).

The points of two editions are the same where they have the same id after the slash, or the new one says that it had it.
What two revisions of the files differ in is another question, and `diff` answers it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from plancompiler.node import Node
from plancompiler.program import Link, Program, links_from, named_below

# What says who a point is, where its words are from or why it was changed, and not what it says.
_ABOUT = frozenset(
    {"id", "tidligere_id", "nummer", "sitert", "kilde", "merknader", "fotnoter", "endret_fordi", "gjennomgått"}
)

# What a quoted node has from the one it quotes.
_FETCHED = frozenset({"tittel", "tekst", "bærekraftsmål"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A point that both editions have: its full name in each, the keys that differ, and whether it was moved."""

    name: str
    was: str
    keys: tuple[str, ...]
    moved: bool


@dataclass(frozen=True, slots=True)
class Renewal:
    """What became of the edition before, `before`, in a plan: full names in page order.

    `new` and `gone` are every point that is in one of them alone, with those under it; `same` and `reworked` those that
    are in both.
    """

    before: str
    new: tuple[str, ...]
    gone: tuple[str, ...]
    reworked: tuple[Kept, ...]
    same: tuple[Kept, ...]


def edition_before(program: Program, plan: str) -> str:
    """Return the plan that a plan replaces or is a draft to replace; "" where that is none here, or several."""
    links = links_from(program, plan, "erstatter", "utkast_til")
    found = dict.fromkeys(link.target for link in links if link.target in program.plans)
    return next(iter(found)) if len(found) == 1 else ""


@lru_cache(maxsize=1 << 9)
def renewal(program: Program, plan: str) -> Renewal | None:
    """Return what is another in a plan than in the edition before it; None where that one has no points here."""
    before = edition_before(program, plan)
    olds = {node.name: node for node in named_below(program, before) if node.is_named} if before else {}
    news = tuple(node for node in named_below(program, plan) if node.is_named)
    if not olds or not news:
        return None
    pairs = _pairs(program, before, olds, news)
    other = {was: name for name, was in pairs.items()}
    held = {before: plan, **other}
    kept = [
        Kept(
            name,
            was,
            tuple(_differing(program, program.nodes[name], olds[was], other)),
            held.get(program.parents[was]) != program.parents[name],
        )
        for name, was in pairs.items()
    ]
    return Renewal(
        before,
        tuple(node.name for node in news if node.name not in pairs),
        tuple(name for name in olds if name not in other),
        tuple(one for one in kept if one.keys or one.moved),
        tuple(one for one in kept if not (one.keys or one.moved)),
    )


def _pairs(program: Program, before: str, olds: Mapping[str, Node], news: tuple[Node, ...]) -> Mapping[str, str]:
    """Return the full name in the edition before of each point that was there, by its name now."""
    found = {node.name: was for node in news if (was := f"{before}/{node.id}") in olds}
    taken = set(found.values())
    for node in news:
        for former in node.texts("tidligere_id") if node.name not in found else ():
            was = former if "/" in former else f"{before}/{former}"
            if was in olds and was not in taken:
                found[node.name] = was
                taken.add(was)
                break
    return {node.name: found[node.name] for node in news if node.name in found}


def _differing(program: Program, now: Node, was: Node, other: Mapping[str, str]) -> Iterator[str]:
    """Yield the keys under which a point says something else than it did."""
    apart = _ABOUT | _FETCHED if {now.name, was.name} & program.quoted else _ABOUT
    links = _ends(links_from(program, now.name), {}), _ends(links_from(program, was.name), other)
    for key in dict.fromkeys((*now.fields, *was.fields)):
        if key in apart:
            continue
        if key in links[0] or key in links[1]:
            if links[0].get(key) != links[1].get(key):
                yield key
        elif _flowing(now.fields.get(key)) != _flowing(was.fields.get(key)):
            yield key


def _ends(links: tuple[Link, ...], other: Mapping[str, str]) -> Mapping[str, set[tuple[str, str]]]:
    """Return where the written links of each role lead; what both editions have goes by its name in the new one."""
    found: dict[str, set[tuple[str, str]]] = {}
    for link in links:
        if link.basis == "skrevet":
            target = other.get(link.target, link.target) or link.text
            found.setdefault(link.role, set()).add((target, repr(_flowing(link.extra))))
    return found


def _flowing(value: object) -> object:
    """Return a value without its line breaks, which are the file's and not the plan's."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return tuple((key, _flowing(one)) for key, one in value.items())
    return tuple(_flowing(one) for one in value) if isinstance(value, (tuple, list)) else value
