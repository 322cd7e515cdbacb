"""Ids for nodes that have none: one more than the highest that was ever used there (`language.md` 5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.model.kind import KINDS
from plancompiler.node import text
from plancompiler.program import Program
from plancompiler.validate.identity import PLACE_OF_ID

_NEEDS_ID = frozenset({"missing-id", "bare-text"})


def with_ids(diagnostics: Iterable[Diagnostic], program: Program) -> Iterator[Diagnostic]:
    """Yield the findings, with the id to write filled in where a node lacks one."""
    free = dict(_free(program))
    for each in diagnostics:
        if each.code in _NEEDS_ID and isinstance(each.place, Locus) and each.place in free:
            new = free[each.place]
            fixes = tuple(
                replace(
                    fix,
                    args={**fix.args, "id": new},
                    edits=tuple(replace(edit, text=edit.text.replace(PLACE_OF_ID, new)) for edit in fix.edits),
                )
                for fix in each.fixes
            )
            yield replace(each, args={**each.args, "id": new}, fixes=fixes)
        else:
            yield each


def _free(program: Program) -> Iterator[tuple[Locus, str]]:
    """Yield the place of each node without an id, and the id it can have; parts of a plan never get the same."""
    if all(node.is_named for node in program.nodes.values()):
        return
    highest = _highest(program)
    given: dict[str, str] = {}
    for name, node in program.nodes.items():
        if node.is_named:
            continue
        parent = program.parents.get(name, "")
        holder = program.nodes.get(parent)
        above = given.get(parent, holder.id) if holder is not None else ""
        stem = f"{above}.{KINDS[node.kind].letter}" if above else KINDS[node.kind].letter
        number = highest.get((node.plan, stem), 0) + 1
        highest[node.plan, stem] = number
        given[name] = f"{stem}{number}"
        yield node.at, given[name]


_NUMBERED = re.compile(r"(.*?)(\d{1,9})")


def _highest(program: Program) -> dict[tuple[str, str], int]:
    """Return the highest number used after each stem of a plan's ids, tombstones and former ids included."""
    found: dict[tuple[str, str], int] = {}
    for plan, used in used_ids(program):
        match = _NUMBERED.fullmatch(used)
        if match:
            key = (plan, match[1])
            found[key] = max(found.get(key, 0), int(match[2]))
    return found


def used_ids(program: Program) -> Iterator[tuple[str, str]]:
    """Yield every id a node has or had, with its plan: those of nodes, former ones, and those that rest."""
    for node in program.nodes.values():
        if node.is_named:
            yield node.plan, node.id
        for former in node.texts("tidligere_id"):
            yield node.plan, former.rpartition("/")[2]
    for plan in program.plans.values():
        for record in plan.records("utgåtte"):
            yield plan.id, text(record, "id")
