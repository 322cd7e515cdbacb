"""Two editions of the plans, read to be compared: from git, from two folders, or two plans of one workspace.

What is the same file in both is compiled once and is one object in both, so that it need not be compared.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from plancompiler import revision
from plancompiler.cache import Cache
from plancompiler.change import Comparison, Side
from plancompiler.checked import checked
from plancompiler.crew import ALONE, Crew
from plancompiler.diagnostic import Diagnostic
from plancompiler.diagnostic_record import BadRecord, from_text, to_text
from plancompiler.diff import Edition, compare
from plancompiler.diff.compared import compared
from plancompiler.diff.findings_changed import findings_changed
from plancompiler.diff.touched import touched
from plancompiler.findings import of_templates, sources
from plancompiler.fingerprint import fingerprint
from plancompiler.program import Program
from plancompiler.report import Finding, report
from plancompiler.revision import Commit
from plancompiler.settled import levels, settled
from plancompiler.source import Source, digest
from plancompiler.spans import Spans
from plancompiler.translate import Translator
from plancompiler.workspace import Workspace, assemble
from plancompiler.workspace_files import NoWorkspace, beside, files_digest, read


def compare_revisions(root: Path, asked: str, cache: Cache, words: Translator, crew: Crew = ALONE) -> Comparison:
    """Return what differs between the revisions that are asked for (`interface.md`), of the workspace at `root`.

    Raises NoRevision, and NoWorkspace when there are no plans in either.
    """
    repo = revision.repository(root)
    span = revision.range_of(repo, asked)
    found = revision.read(repo, *filter(None, (span.base, span.head)))
    old = found[0].files, found[0].beside
    new = (found[1].files, found[1].beside) if span.head else (read(root), beside(root))
    changed = {path for path in {*old[0], *new[0]} if old[0].get(path) != new[0].get(path)}
    labels = (span.base_label, span.base), (span.head_label or words("arbeidskopien"), span.head)
    before, after = (Side(label, commit, revision.day_of(repo, commit) if commit else "") for label, commit in labels)
    commits = revision.commits(repo, span.base, span.head) if changed else ()
    return _compared((old, new), (before, after), (cache, crew), words, commits)


def compare_folders(base: Path, head: Path, cache: Cache, words: Translator, crew: Crew = ALONE) -> Comparison:
    """Return what differs between the workspaces at two folders. Raises NoWorkspace when neither has plans."""
    sides = Side(base.as_posix()), Side(head.as_posix())
    both = (read(base), beside(base)), (read(head), beside(head))
    return _compared(both, sides, (cache, crew), words)


def compare_plans(workspace: Workspace, base: str, head: str, words: Translator) -> Comparison:
    """Return what differs between two plans of a workspace, both of which it has."""
    program = workspace.program
    sides = (Side(program.plans[plan].text("tittel") or plan) for plan in (base, head))
    before, after = (Edition(side, program, workspace.units) for side in sides)
    return compare(before, after, words, plans=(base, head))


def new_findings(
    root: Path, files: Mapping[str, bytes], asked: str, cache: Cache, crew: Crew, words: Translator
) -> tuple[tuple[Finding, ...], Mapping[str, Source]]:
    """Return the findings in the workspace at `root` and its files that were not there where they parted from a
    revision, and the texts they stand in.

    Raises NoRevision, and NoWorkspace when none of the files is a plan file.
    """
    if not any(path.startswith("plans/") for path in files):
        raise NoWorkspace("no-files")
    repo = revision.repository(root)
    commit = revision.parted_from(repo, asked)
    (then,) = revision.read(repo, commit)
    sides = Side(asked, commit), Side(words("arbeidskopien"))
    with _without_collector():
        spans = Spans(cache)
        read_both = (then.files, then.beside), (files, beside(root))
        before, after = _editions(read_both, sides, (cache, crew), words, spans)
        new, _ = findings_changed(compared(before, after, ("", "")), words, spans.find)
        spans.keep()
        return tuple(each.finding for each in new), after.sources


_Read = tuple[Mapping[str, bytes], frozenset[str]]


def _compared(
    both: tuple[_Read, _Read],
    sides: tuple[Side, Side],
    means: tuple[Cache, Crew],
    words: Translator,
    commits: Iterable[Commit] = (),
) -> Comparison:
    with _without_collector():
        spans = Spans(means[0])
        before, after = _editions(both, sides, means, words, spans)
        found = compare(before, after, words, commits, find=spans.find)
        spans.keep()
        return found


@contextmanager
def _without_collector() -> Iterator[None]:
    """Two programs are many objects, none of them in a ring and all of them needed to the end."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _editions(
    both: tuple[_Read, _Read], sides: tuple[Side, Side], means: tuple[Cache, Crew], words: Translator, spans: Spans
) -> tuple[Edition, Edition]:
    """Return both, checked where anything can have come of the changes. Raises NoWorkspace when neither has plans."""
    (old, old_beside), (new, new_beside) = both
    cache, crew = means
    if not any(path.startswith("plans/") for path in {*old, *new}):
        raise NoWorkspace("no-files")
    second = assemble(new, new_beside, cache, crew, may_be_empty=True)
    same = {unit.source.path: unit for unit in second.units if old.get(unit.source.path) == new[unit.source.path]}
    first = assemble(old, old_beside, cache, crew, may_be_empty=True, known=same)
    plans, rearranged = touched(first, second), touched(first, second, by_words=False)

    def edition(side: Side, workspace: Workspace, read: _Read) -> Edition:
        program = workspace.program
        said = settled(program, (*workspace.diagnostics, *_checked(program, plans, read, cache)))
        found = report(said, sources(workspace), words, levels(program), spans.find) if workspace.templates else ()
        own = (*workspace.templates, *((workspace.theme,) if workspace.theme else ()))
        return Edition(side, program, workspace.units, (*said, *of_templates(workspace, found)), rearranged, own)

    return edition(sides[0], first, both[0]), edition(sides[1], second, both[1])


def _checked(program: Program, plans: frozenset[str] | None, files: _Read, cache: Cache) -> tuple[Diagnostic, ...]:
    """Return what the rules say of the plans: as it is kept, for a revision that was compared before, else anew."""
    which = ("all",) if plans is None else ("of", *sorted(plans))
    key = digest("rules", fingerprint(), files_digest(files[0]), *sorted(files[1]), *which)
    kept = cache.get(key)
    if kept is not None:
        with suppress(BadRecord):
            return from_text(kept)
    found = checked(program, cache, plans)
    cache.put(key, to_text(found))
    return found
