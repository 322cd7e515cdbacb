"""One name, one thing: ids that stand twice, names that two entries share, old ids that live on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plancompiler.diagnostic import Diagnostic, Locus, Related
from plancompiler.link.names import SECTION_KIND, Names, fold
from plancompiler.node import Document, Entry, Node

# Plan ids are folders of the site; these are taken by its own, or cannot be folders on Windows.
RESERVED = frozenset(
    {"fn", "aktor", "dokument", "emne", "tabeller", "data", "sok", "utgaver", "readme", "con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)


def duplicate_nodes(clashes: Iterable[tuple[Node, Node]], nodes: Iterable[Node]) -> Iterator[Diagnostic]:
    """Yield a finding for each node with an id that an earlier one of its plan has, each with an id that is free."""
    taken = {node.name for node in nodes}
    for node, first in clashes:
        free = _free(node, taken)
        taken.add(f"{node.plan}/{free}")
        first_use = Related(first.at / "id", "first")
        yield Diagnostic("duplicate-id", node.at / "id", {"id": node.id, "free": free}, related=(first_use,))


def duplicate_documents(documents: Iterable[Document], entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Yield a finding for each id that a plan, a register or an entry shares with another."""
    first: dict[str, Locus] = {}
    for document in documents:
        if document.kind == "plan":
            at = Locus(document.file, ("plan",))
            if document.id in RESERVED:
                yield Diagnostic("reserved-id", at, {"id": document.id})
            if document.id in first:
                yield Diagnostic(
                    "duplicate-id", at, {"id": document.id}, "workspace", (Related(first[document.id], "first"),)
                )
            first.setdefault(document.id, at)
    for entry in entries:
        at = entry.at / "id"
        if entry.id in first and first[entry.id].path != "":
            yield Diagnostic("duplicate-id", at, {"id": entry.id}, "workspace", (Related(first[entry.id], "first"),))
        first.setdefault(entry.id, at)


def duplicate_names(names: Names) -> Iterator[Diagnostic]:
    """Yield a finding for each name that two actors, or two documents, share in some plan."""
    for entries in names.named.values():
        for index, entry in enumerate(entries):
            for earlier in entries[:index]:
                if entry.section == earlier.section and _overlap(
                    names.reach.get(entry.id), names.reach.get(earlier.id)
                ):
                    shared = _shared(entry, earlier)
                    if shared:
                        args = {"name": shared, "other": earlier.id, "what": SECTION_KIND[entry.section]}
                        yield Diagnostic(
                            "duplicate-name",
                            Locus(entry.file, entry.steps, part=shared),
                            args,
                            related=(Related(earlier.at / "id", "first"),),
                        )


def old_ids(names: Names) -> Iterator[Diagnostic]:
    """Yield a finding for each old or retired id that something still bears."""
    for old, living in names.former.items():
        if old in names.nodes and living in names.nodes and old != living:
            yield Diagnostic(
                "former-id-in-use",
                names.nodes[living].at / "tidligere_id",
                {"id": old.partition("/")[2] or old, "new": names.nodes[living].id},
                related=(Related(names.nodes[old].at / "id", "bearer"),),
            )
    for name in names.retired:
        if name in names.nodes:
            node = names.nodes[name]
            yield Diagnostic("retired-id-in-use", node.at / "id", {"id": node.id})


def _free(node: Node, taken: set[str]) -> str:
    """Return a free id like the one that was taken: the same stem with the next number."""
    stem = node.id.rstrip("0123456789")
    number = int(node.id[len(stem) :] or 1)
    if stem == node.id:
        stem += "-"
    while f"{node.plan}/{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def _overlap(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    return one is None or other is None or bool(one & other)


def _shared(entry: Entry, earlier: Entry) -> str:
    mine = (entry.text("navn"), entry.text("tittel"), entry.text("kortnavn"), *entry.texts("alias"))
    theirs = {
        fold(name)
        for name in (earlier.text("navn"), earlier.text("tittel"), earlier.text("kortnavn"), *earlier.texts("alias"))
        if name
    }
    return next((name for name in mine if name and fold(name) in theirs), "")


def by_id(
    entries: Iterable[Entry],
) -> tuple[Mapping[str, Entry], Mapping[str, tuple[str, ...]], tuple[Diagnostic, ...]]:
    """Return the entries that define an id, the names that further registers add to them, and the clashes.

    An id may stand in several registers when the entries are equal, or when all but one only add names or reach.
    """
    defined: dict[str, Entry] = {}
    added: dict[str, list[Entry]] = {}
    found: list[Diagnostic] = []
    for entry in entries:
        if set(entry.fields) <= {"id", "alias", "gjelder"}:
            added.setdefault(entry.id, []).append(entry)
        elif entry.id not in defined:
            defined[entry.id] = entry
        elif defined[entry.id].fields != entry.fields or defined[entry.id].section != entry.section:
            first = Related(defined[entry.id].at / "id", "first")
            found.append(Diagnostic("duplicate-id", entry.at / "id", {"id": entry.id}, "workspace", (first,)))
    for name, extras in added.items():
        if name not in defined:
            found.extend(Diagnostic("entry-without-name", extra.at / "id", {"id": name}) for extra in extras)
    names = {name: tuple(alias for extra in extras for alias in extra.texts("alias")) for name, extras in added.items()}
    return defined, names, tuple(found)
