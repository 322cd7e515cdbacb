"""A change made in memory and held against what it was to do, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from plancompiler.catalogue import code
from plancompiler.diagnostic import Diagnostic
from plancompiler.edits import CannotEdit, applied
from plancompiler.lint import lint
from plancompiler.node import Fields
from plancompiler.program import Program
from plancompiler.refactor.change import Change, Refusal
from plancompiler.refactor.new_errors import new_errors
from plancompiler.settled import levels, settled
from plancompiler.wiki import mentions
from plancompiler.workspace import Workspace

_AMISS = "Endringen ble ikke som den skulle, så ingenting er skrevet. Meld fra om dette, gjerne med planen."


def made(
    files: Mapping[str, bytes], before: Workspace, change: Change, read: Callable[[Mapping[str, bytes]], Workspace]
) -> Mapping[str, bytes]:
    """Return the files that a change alters or makes, by path. Raises Refusal when the result is not as it must be.

    `read` makes a workspace of files. Every name, parent, order, link and field of the result is compared with what
    was and what was to change; no error may have come.
    """
    taken = [path for path in change.new_files if path in files]
    if taken:
        raise Refusal(f"{taken[0]} finnes alt.")
    try:
        changed = dict(applied(files, change.edits))
    except CannotEdit as cannot:
        reason = {
            "not-utf-8": "er ikke lagret som UTF-8. Lagre fila på nytt som UTF-8 først.",
            "overlap": "måtte endres to ganger på samme sted.",
        }.get(cannot.why, "finnes ikke.")
        raise Refusal(f"{cannot.path} {reason}") from None
    changed |= {path: text.encode() for path, text in change.new_files.items()}
    after = read({**files, **changed})
    _no_new_errors(before, after)
    different = next(_differences(before.program, after.program, change), "")
    if different:
        raise Refusal(_AMISS, [f"Det gjelder {different}."])
    return changed


def _no_new_errors(before: Workspace, after: Workspace) -> None:
    more = _errors(after) - _errors(before)
    if not more:
        return
    lines = new_errors(before, after, more) or sorted(more)
    raise Refusal("Dette ville gi nye feil, så ingenting er skrevet:", lines)


def _errors(workspace: Workspace) -> Counter[str]:
    program = workspace.program
    chosen = levels(program)
    found: Iterable[Diagnostic] = workspace.diagnostics
    if "error" in chosen.values():
        # Only in a workspace that says so is what a rule finds an error.
        found = settled(program, (*found, *lint(program)))
    return Counter(one.code for one in found if chosen.get(one.code, code(one.code).severity) == "error")


def _differences(before: Program, after: Program, change: Change) -> Iterator[str]:
    """Yield what is not as it was to be, as a phrase."""
    new = _renaming(change)
    yield from _structure(before, after, change)
    was = {
        (source, link.role, target)
        for link in before.links
        if link.basis == "skrevet" and link.source not in change.leaving
        for source in new(link.source)[:1]
        for target in new(link.target)
    }
    now = {(link.source, link.role, link.target) for link in after.links if link.basis == "skrevet"}
    wrong = (was | change.links) ^ now
    # What comes may point at anything, and what named it before it was there now finds it.
    found = {each for each in wrong & now if each[0] in change.added or each[2] in change.added}
    wrong -= found | {(source, role, "") for source, role, _ in found}
    # What is written anew may speak of anything.
    wrong = {each for each in wrong if each[1] != "omtaler" or each[0] not in change.fields}
    if wrong:
        yield " ".join(min(wrong))
    same = _Sameness(change)
    for name, fields in _records(before).items():
        for living in new(name)[:1] if name not in change.leaving else ():
            said = _records_of(after, living)
            free = change.fields.get(living, frozenset())
            if said is not fields and not same(fields, said, living.partition("/")[0], free):
                yield living
    for name, fields in change.added.items():
        if not fields.items() <= (_records_of(after, name) or {}).items():
            yield name


def _structure(before: Program, after: Program, change: Change) -> Iterator[str]:
    new = _renaming(change)
    wanted: dict[str, tuple[str, ...]] = {}
    for parent, children in before.children.items():
        for holder in new(parent)[:1] if parent not in change.leaving else ():
            stay = (child for child in children if child not in change.leaving)
            wanted[holder] = tuple(each for child in stay for each in new(child))
    wanted |= change.children
    for parent in {*wanted, *after.children}:
        is_now, was_to = after.children.get(parent, ()), wanted.get(parent, ())
        if parent in change.mixed:
            is_now, was_to = (tuple(sorted(each, key=partial(_kind, after))) for each in (is_now, was_to))
        if is_now != was_to:
            yield parent
    plans = {each for plan in before.plans for each in new(plan)} | {each for each in change.added if "/" not in each}
    if set(after.plans) != plans:
        yield "planene"
    for name, node in before.nodes.items():
        living = new(name) if name not in change.leaving else ()
        if any(after.nodes[each].kind != node.kind for each in living if each in after.nodes):
            yield name


def _kind(program: Program, name: str) -> str:
    return program.nodes[name].kind if name in program.nodes else ""


def _renaming(change: Change) -> Callable[[str], tuple[str, ...]]:
    # What has no id of its own is known by its place, and that may well move.
    return lambda name: change.names.get(name, (name,))


def _records(program: Program) -> Mapping[str, Fields]:
    nodes = {name: node.fields for name, node in program.nodes.items() if node.is_named}
    entries = {name: entry.fields for name, entry in program.entries.items()}
    return {**nodes, **entries, **{name: plan.fields for name, plan in program.plans.items()}}


def _records_of(program: Program, name: str) -> Fields | None:
    found = program.nodes.get(name) or program.entries.get(name) or program.plans.get(name)
    return found.fields if found is not None else None


class _Sameness:
    """Tells whether fields say the same but for the names that changed."""

    def __init__(self, change: Change) -> None:
        self._touched = {*change.names, *(each for names in change.names.values() for each in names)}
        self._touched |= {target for _, _, target in change.links}

    def __call__(self, was: Fields, now: Fields | None, plan: str, free: frozenset[str]) -> bool:
        if was == now:
            return True
        if now is None:
            return False
        return all(
            was.get(key) == now.get(key) or self._plain(was.get(key), plan) == self._plain(now.get(key), plan)
            for key in {*was, *now} - free
        )

    def _plain(self, value: object, plan: str) -> object:
        """Return a value with every name that changed put as one and the same."""
        if isinstance(value, str):
            if self._is_name(value, plan):
                return "\0"
            for mention in reversed(mentions(value) if "[[" in value else []):
                if self._is_name(mention.ref, plan):
                    at = value.index(mention.ref, mention.start)
                    value = f"{value[:at]}\0{value[at + len(mention.ref) :]}"
            return value
        if isinstance(value, tuple):
            unique: list[object] = []
            for each in (self._plain(item, plan) for item in value):
                if each not in unique:
                    unique.append(each)
            return unique
        if isinstance(value, Mapping):
            return {key: self._plain(item, plan) for key, item in value.items()}
        return value

    def _is_name(self, text: str, plan: str) -> bool:
        return text in self._touched or f"{plan}/{text}" in self._touched
