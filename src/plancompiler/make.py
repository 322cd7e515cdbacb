"""A workspace to its outputs: read, judged, and written only when nothing is wrong with it and something is new.

Whether anything is new is asked three times, each time knowing more: of the bytes that were read, of what the plans
say, and of every page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from plancompiler import targets
from plancompiler.asked import Wish, asked
from plancompiler.build import Written, build
from plancompiler.cache import Cache
from plancompiler.collect import names_in, one_of
from plancompiler.crew import Crew
from plancompiler.emit import Target
from plancompiler.findings import at_or_above, findings, of_fault, public_findings, sources, summary
from plancompiler.format import Page
from plancompiler.formats.full import render as in_full
from plancompiler.node import text
from plancompiler.own_templates import TemplateFault
from plancompiler.publish import published
from plancompiler.render import Order, is_shared, prepare, render
from plancompiler.report import Finding
from plancompiler.source import digest
from plancompiler.translate import Translator
from plancompiler.unit_record import meaning
from plancompiler.workspace import Workspace, assemble, built_in


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was written: there are errors."""

    workspace: Workspace
    findings: tuple[Finding, ...]


def make(
    wish: Wish,
    files: Mapping[str, bytes],
    cache: Cache,
    words: Translator,
    seen: Callable[[int, int], None] = lambda done, of: None,
) -> Refused | tuple[Written, str]:
    """Return what was written and what there is to say of the findings, "" when there are none.

    `files` are those of the workspace, `seen` is told how far the rendering is. Raises NoWorkspace, BuildInProgress,
    FilesChanged, NothingToPublish and UnknownFiles (of a public build), and OSError when the disk is full or closed;
    what was built last then stands as it was.
    """
    wanted = asked(wish, files, words.language)
    if wanted.made is not None:
        return wanted.made
    last = wanted.last
    with Crew(wish.jobs) as crew:
        workspace = assemble(files, wanted.pictures, cache, crew)
        program = workspace.program
        if wish.public:
            program = published(workspace.units, program, built_in(cache))
        language = text(workspace.program.settings, "språk") or "nb"
        order = Order(
            wish.root, wanted.files, cache.folder, wish.targets, language, wish.public, wish.as_of, workspace.templates
        )
        shown = (part for each in workspace.templates for part in (each.path, each.text))
        meant = digest(wanted.around, *map(meaning, workspace.units), *shown)
        is_new = last is None or (last[0].compiler, last[0].meaning) != (wanted.stamp.compiler, meant)
        if is_new and is_shared(order, program, crew):
            # The rules take as long as the others need to be ready.
            crew.begin(prepare, order)
        found = findings(workspace, words, cache)
        if at_or_above(found, "error"):
            return Refused(workspace, found)
        said = _said(wish, workspace, found, words)
        stamp = replace(wanted.stamp, meaning=meant, said=said)
        # What an earlier build that was not public left in the other folders must not be published with this one.
        owned = names_in(targets) if wish.public else wish.targets
        folders = tuple(one_of(targets, "TARGET", Target, name).folder for name in sorted(owned))
        try:
            return build(wish.out, render(order, program, crew, seen), folders, stamp, wish.public), said
        except TemplateFault as fault:
            # Only some pages show what it stumbles over.
            return Refused(workspace, (*found, of_fault(fault, sources(workspace), words)))


def _said(wish: Wish, workspace: Workspace, found: tuple[Finding, ...], words: Translator) -> str:
    """Return how many findings there are; in full those that `planc check` does not have."""
    counted = f"{summary(found, workspace, words)} {words('Skriv «planc check» for å se dem.')}\n" if found else ""
    public = public_findings(workspace, words) if wish.public and "html" in wish.targets else ()
    return (counted + in_full(Page(public, sources(workspace), words))).rstrip("\n")
