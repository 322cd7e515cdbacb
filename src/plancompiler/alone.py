"""A plan alone: what stands in it, what points to and from it, and the registers; not the nodes of other plans.

A rule that judges one plan is given no more of the program than this. So what it finds can be kept, under a digest of
everything that it could have seen.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from plancompiler.node import Document, Entry, Node
from plancompiler.program import Link, Program
from plancompiler.source import digest

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


class Alone(NamedTuple):
    """A plan, None where a part hangs in none; its nodes in page order; what of the program it is judged by.

    Equal keys mean that a rule sees the same.
    """

    plan: Document | None
    nodes: tuple[Node, ...]
    key: str
    program: Callable[[], Program]


def each_alone(program: Program, plans: Container[str] | None = None) -> Iterator[Alone]:
    """Yield every plan alone, or some of them; those that nodes name and that there are none of come last."""
    named: dict[str, list[str]] = {plan: [] for plan in program.plans}
    for name, node in program.nodes.items():
        named.setdefault(node.plan, []).append(name)
    around = _around(program)
    shared = _digest_of_shared(around)
    for plan, names in named.items():
        if plans is None or plan in plans:
            yield _alone(program, around, shared, plan, names)


def _around(program: Program) -> Program:
    """Return the program without what stands in its plans."""
    entries = program.entries.keys()
    outgoing = {name: links for name, links in program.outgoing.items() if name in entries}
    headers = {name: replace(plan, nodes=()) for name, plan in program.plans.items()}
    return Program(
        plans=headers,
        entries=program.entries,
        vocabularies=program.vocabularies,
        outgoing=outgoing,
        counted=program.counted,
        settings=program.settings,
    )


def _alone(program: Program, around: Program, shared: str, plan: str, names: list[str]) -> Alone:
    own = (plan, *names)
    outgoing = {name: program.outgoing[name] for name in own if name in program.outgoing}
    incoming = {name: program.incoming[name] for name in own if name in program.incoming}
    # What is quoted and what is pointed at is known by its own words, not by where it stands.
    pointed_at = dict.fromkeys(link.target for links in outgoing.values() for link in links)
    nodes = {name: program.nodes[name] for name in (*names, *(each for each in pointed_at if each in program.nodes))}
    children = {name: program.children[name] for name in own if name in program.children}
    quoted = program.quoted & nodes.keys()
    inside = frozenset(own)
    from_elsewhere = (link for links in incoming.values() for link in links if link.source not in inside)
    key = digest(
        shared,
        _encode(
            [
                plan,
                [_node(name, node) for name, node in nodes.items()],
                list(children.items()),
                sorted(quoted),
                [_link(link) for links in outgoing.values() for link in links],
                [_link(link) for link in from_elsewhere],
            ]
        ),
    )

    def seen() -> Program:
        return replace(
            around,
            nodes=nodes,
            children=children,
            parents={name: program.parents[name] for name in names if name in program.parents},
            outgoing={**around.outgoing, **outgoing},
            incoming=incoming,
            quoted=quoted,
        )

    return Alone(around.plans.get(plan), tuple(program.nodes[name] for name in names), key, seen)


def _digest_of_shared(around: Program) -> str:
    return digest(
        _encode(
            [
                [[name, *_document(plan)] for name, plan in around.plans.items()],
                _entries(around.entries),
                [[name, _entries(entries)] for name, entries in around.vocabularies.items()],
                [_link(link) for links in around.outgoing.values() for link in links],
                sorted(around.counted),
                around.settings,
            ]
        )
    )


def _document(plan: Document) -> list[object]:
    return [plan.kind, plan.id, plan.fields, plan.file, sorted(plan.unread)]


def _entries(entries: Mapping[str, Entry]) -> list[object]:
    return [[name, one.section, one.id, one.fields, one.file, one.steps] for name, one in entries.items()]


def _node(name: str, node: Node) -> list[object]:
    return [name, node.plan, node.id, node.kind, node.parent, node.fields, node.file, node.steps, sorted(node.unread)]


def _link(link: Link) -> Iterable[object]:
    at = link.at
    return (link.source, link.role, link.target, link.text, at.path, at.steps, at.key, at.part, link.basis, link.extra)
