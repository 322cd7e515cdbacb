"""What points at a node, a plan or an entry: who contributes, and every other backlink under its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plancompiler.cells import plain_text, plain_title, plan_of
from plancompiler.followup import is_point
from plancompiler.model.kind import STRUCTURE
from plancompiler.node import text
from plancompiler.program import Link, below, links_to, outer
from plancompiler.views.facts import Fact, work_facts
from plancompiler.views.naming import plain_said, ref, source_ref
from plancompiler.views.page import Here, Ref
from plancompiler.wording import LINK_WORDS, called, kind_words, link_words, tie_words, title

_DOES = frozenset(STRUCTURE) - {"utfordring"}

# Shown as what follows from the procedure, or on the page that stands in instead.
_ELSEWHERE = frozenset({"gjelder", "erstattet_av", "bærekraftsmål"})
_SHOWN = frozenset(LINK_WORDS) - _ELSEWHERE - {"bidrar_til"}


@dataclass(frozen=True, slots=True)
class Contribution:
    """What contributes from elsewhere, in full: itself, where it belongs, who does it and when, why, and its parts.

    `shared` tells a measure or strategy that belongs elsewhere from an area, chapter or plan that contributes as one.
    """

    ref: Ref
    home: Ref
    facts: tuple[Fact, ...]
    reason: str
    shared: bool
    parts: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Contributions:
    """Contributions under the name they have at their target, such as «Møtes av». `facts` are said of all of them."""

    label: str
    items: tuple[Contribution, ...]
    facts: tuple[Fact, ...] = ()


def contributions(here: Here, name: str, *, groups: bool = False) -> tuple[Contributions, ...]:
    """Return what contributes to a node by its own words; with `groups`, also what does so by standing beside it."""
    found = links_to(here.program, name, "bidrar_til")
    written = [link for link in found if link.basis == "skrevet"]
    together: dict[tuple[str, str], list[Link]] = {}
    for link in found if groups else ():
        if link.basis == "gruppe":
            together.setdefault(_set_of(here, link), []).append(link)
    return (
        *(
            Contributions(label, tuple(_contribution(here, link) for link in links))
            for label, links in _by_label(here, written).items()
        ),
        *(
            Contributions(of_all(here, holder, kind, len(links)), tuple(_member(here, link) for link in links))
            for (holder, kind), links in together.items()
        ),
    )


def group_backlinks(here: Here, name: str) -> tuple[Fact, ...]:
    """Return what serves a node as a set, counted rather than listed: «8 strategier for Eldreomsorg»."""
    program = here.program
    found = [link for link in links_to(program, name, "bidrar_til") if link.basis == "gruppe"]
    return tuple(
        Fact("bidrar_til", label, tuple(_sets(here, links))) for label, links in _by_label(here, found).items()
    )


def group_facts(here: Here, members: Iterable[str]) -> tuple[Fact, ...]:
    """Return what the members of a list serve together, for the list as a whole."""
    links = [
        link
        for name in members
        for link in here.program.outgoing.get(name, ())
        if link.role == "bidrar_til" and link.basis == "gruppe"
    ]
    by_label: dict[str, dict[str, None]] = {}
    for link in links:
        by_label.setdefault(tie_words(here.program, link, here.words)[0], {})[link.target] = None
    return tuple(
        Fact("bidrar_til", label, tuple(_short(here, name) for name in found)) for label, found in by_label.items()
    )


def backlinks(here: Here, name: str) -> tuple[Fact, ...]:
    """Return every other link that points at a name, each under what it is called there, sources once each."""
    found = [link for link in here.program.incoming.get(name, ()) if link.role in _SHOWN and link.basis == "skrevet"]
    by_label: dict[tuple[str, str], dict[str, Ref]] = {}
    for link in found:
        label = link_words(here.program, link.role, link.source, link.target, here.words)[1]
        by_label.setdefault((link.role, label), {}).setdefault(link.source, source_ref(here, link))
    return tuple(Fact(role, label, tuple(refs.values())) for (role, label), refs in by_label.items())


def of_all(here: Here, holder: str, kind: str, count: int) -> str:
    """Return the heading of a set: it serves all of what it stands in, and so each of the goals there."""
    kinds = kind_words(here.program, plan_of(here.program, holder), kind, here.words)[count != 1]
    place = plain_title(here.program, here.program.nodes[holder]) if holder in here.program.nodes else ""
    if not place:
        return here.words("{kinds} for hele planen").format(kinds=kinds)
    return here.words("{kinds} for hele «{place}»").format(kinds=kinds, place=place)


def _short(here: Here, name: str) -> Ref:
    """Return a link by the kind's word and number alone, when there is a number: the node itself stands beside."""
    node, full = here.program.nodes[name], ref(here, name)
    return Ref(called(here.program, node, here.words), full.href, full.lang) if node.text("nummer") else full


def _by_label(here: Here, links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(tie_words(here.program, link, here.words)[1], []).append(link)
    return found


def _set_of(here: Here, link: Link) -> tuple[str, str]:
    """Return what a set stands in, and the kind of its members."""
    return outer(here.program, link.source), here.program.nodes[link.source].kind


def _member(here: Here, link: Link) -> Contribution:
    """Return what serves as one of a set. The heading says what it is, so it goes by its own words, whole."""
    node = here.program.nodes[link.source]
    said = replace(ref(here, node.name), text=plain_text(here.program, node.name, title(node)))
    return replace(_contribution(here, link), ref=said)


def _contribution(here: Here, link: Link) -> Contribution:
    program = here.program
    node = program.nodes.get(link.source)
    home = outer(program, link.source) if node is not None else ""
    return Contribution(
        ref=ref(here, link.source),
        home=ref(here, home) if home else Ref(""),
        facts=work_facts(here, node) if node is not None else (),
        reason=plain_said(here, link.source, text(link.extra, "begrunnelse")),
        shared=link.basis == "skrevet" and node is not None and node.kind in {"strategi", "virkemiddel", "delmål"},
        parts=tuple(ref(here, part) for part in _parts(here, link)),
    )


def _parts(here: Here, link: Link) -> Iterator[str]:
    """Yield what an area contributes with, or those that a chapter or strategy speaks for."""
    program = here.program
    node = program.nodes.get(link.source)
    if node is None:
        return
    if node.kind == "område":
        yield from _structure_in(here, node.name)
        return
    heirs = {one.source for one in links_to(program, link.target, "bidrar_til") if one.basis == "arvet"}
    yield from (part.name for part in below(program, node.name) if part.name in heirs)


def _structure_in(here: Here, name: str) -> Iterator[str]:
    for child in here.program.children.get(name, ()):
        if here.program.nodes[child].kind == "kapittel":
            yield from _structure_in(here, child)
        elif here.program.nodes[child].kind in _DOES:
            yield child


def _sets(here: Here, links: Iterable[Link]) -> Iterator[Ref]:
    program = here.program
    sets: dict[tuple[str, str], list[str]] = {}
    for link in links:
        if not is_point(program, link.source):
            sets.setdefault(_set_of(here, link), []).append(link.source)
    for (holder, kind), members in sets.items():
        one, many = kind_words(program, program.nodes[members[0]].plan, kind, here.words)
        if len(members) == 1:
            yield ref(here, members[0])
            continue
        place = ref(here, holder)
        message = here.words("{count} {kind} for {place}")
        # The title alone: the word for the place would come with a colon.
        named = plain_title(program, program.nodes[holder]) if holder in program.nodes else place.text
        # A sentence of the page's, with a name in it.
        yield Ref(message.format(count=len(members), kind=(many or one).lower(), place=named), place.href)
