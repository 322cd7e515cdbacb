"""All plans of a workspace, linked: one immutable value that everything later reads.

Names are full names: `plan/id` for a node, the bare id for a plan or a register entry, `fn/3` and `fn/17.10` for a UN
goal and target. What can be computed from here is a function in a module of its own, not a method.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from plancompiler.diagnostic import Locus
from plancompiler.node import NOTHING, Document, Entry, Fields, Node

Basis = Literal["skrevet", "gruppe", "arvet"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link from a node, plan or entry. `role` is the field's key, `omtaler` for `[[…]]`.

    `target` is a full name, or "" where the author wrote plain text that names nothing; `text` is what was written.
    `basis` says whether it was written there, follows from standing side by side (`language.md` 6.4), or passes down.
    `extra` holds `vekt`, `sted`, `rolle` and `begrunnelse` where given.
    """

    source: str
    role: str
    target: str
    text: str
    at: Locus
    basis: Basis = "skrevet"
    extra: Fields = field(default_factory=dict)


# Compared by identity: what is computed from a program may be kept with it, and nobody compares two whole ones.
@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """The linked workspace.

    `plans` holds the header of each plan by id; `nodes` every node by full name, plan by plan in page order (parts hung
    where they belong); `children` full names by the full name of the parent (a plan's id for its top nodes); `parents`
    the other way; `entries` the register entries by id; `vocabularies` by name, then by id; `links` in the order
    written. `counted` are the plans in force, whose nodes headline counts are made of (`language.md` 5.1); `quoted` the
    nodes whose words are someone else's, neither counted nor demanded followed up; `fetched` those of them that have no
    words of their own, with the full name of the node whose words they bear; `redirects` full names of old ids with the
    full name of what bears them now.
    """

    plans: Mapping[str, Document] = field(default_factory=dict)
    nodes: Mapping[str, Node] = field(default_factory=dict)
    children: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parents: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    vocabularies: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    outgoing: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    incoming: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    counted: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()
    fetched: Mapping[str, str] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    settings: Fields = field(default_factory=lambda: NOTHING)


def links_from(program: Program, name: str, *roles: str) -> tuple[Link, ...]:
    """Return the links written on or following from `name`, of the given roles (all when none is given)."""
    found = program.outgoing.get(name, ())
    return tuple(link for link in found if link.role in roles) if roles else found


def links_to(program: Program, name: str, *roles: str) -> tuple[Link, ...]:
    """Return the links that point at `name`, of the given roles (all when none is given)."""
    found = program.incoming.get(name, ())
    return tuple(link for link in found if link.role in roles) if roles else found


def below(program: Program, name: str) -> Iterator[Node]:
    """Yield every node under `name`, a plan or a node, in page order, not the node itself."""
    children, nodes = program.children, program.nodes
    # One loop, not a generator within a generator: the rules walk every plan many times.
    left = list(reversed(children.get(name, ())))
    while left:
        child = left.pop()
        yield nodes[child]
        if child in children:
            left.extend(reversed(children[child]))


def named_below(program: Program, name: str) -> Iterator[Node]:
    """Yield those under `name` that have a full name of their own: an id that is missing or taken gives none."""
    return (node for node in below(program, name) if program.nodes.get(node.name) is node)


def is_whole(program: Program, plan: str) -> bool:
    """Tell whether all of a plan hangs together; where the place of a part is not found, nobody knows what it lacks."""
    return plan not in _scattered(program)


def above(program: Program, name: str) -> Iterator[Node]:
    """Yield the nodes that hold `name`, nearest first; the plan is not one of them."""
    return (program.nodes[holder] for holder in above_in(program.parents, name) if holder in program.nodes)


def above_in(parents: Mapping[str, str], name: str) -> Iterator[str]:
    """Yield the full names above `name`, nearest first, the plan last."""
    while name in parents:
        name = parents[name]
        yield name


def record_of(link: Link) -> int:
    """Return which record of a header's list a link is written in, such as a step of the procedure."""
    return next(step for step in link.at.steps if isinstance(step, int))


def outer(program: Program, name: str) -> str:
    """Return the nearest holder that is no chapter: chapters are typography and are looked through."""
    parent = program.parents.get(name, "")
    while parent in program.nodes and program.nodes[parent].kind == "kapittel":
        parent = program.parents[parent]
    return parent


# Asked of every plan, by rules that see the whole program and by those that see the one plan.
@lru_cache(maxsize=4)
def _scattered(program: Program) -> frozenset[str]:
    """Return the plans with nodes that stand under nothing there is."""
    known = program.nodes.keys() | program.plans.keys()
    return frozenset(
        node.plan for name, node in program.nodes.items() if program.parents.get(name, node.plan) not in known
    )
