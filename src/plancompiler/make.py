"""A workspace to its outputs: read, judged, and written only when nothing is wrong with it and something is new.

Whether anything is new is asked three times, each time knowing more: of the bytes that were read, of what the plans
say, and of every page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from plancompiler import targets
from plancompiler.build import Stamp, Written, build, standing
from plancompiler.cache import Cache
from plancompiler.collect import collect
from plancompiler.crew import Crew
from plancompiler.emit import Target
from plancompiler.findings import at_or_above, findings, of_fault, public_findings, sources, summary
from plancompiler.fingerprint import extras, fingerprint, shipped
from plancompiler.format import Page
from plancompiler.formats.full import render as in_full
from plancompiler.node import text
from plancompiler.own_templates import TemplateFault
from plancompiler.publish import published
from plancompiler.render import Order, is_shared, prepare, render
from plancompiler.report import Finding
from plancompiler.source import digest
from plancompiler.theme import THEME
from plancompiler.translate import Translator
from plancompiler.unit_record import meaning
from plancompiler.workspace import Workspace, assemble, beside, built_in, files_digest


@dataclass(frozen=True, slots=True)
class Wish:
    """What to make of the workspace at `root`: the folder to make it in, by which targets, by how many processes.

    `public` leaves out what is not for all to see; `as_of` is the day the outputs are to speak of, or "".
    """

    root: Path
    out: Path
    targets: tuple[str, ...]
    jobs: int = 1
    public: bool = False
    as_of: str = ""


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
    digested = files_digest(files)
    pictures = beside(wish.root)
    around = digest(
        "public" if wish.public else "all",
        wish.as_of,
        *wish.targets,
        files.get(THEME, b""),
        *(part for path in sorted(pictures) for part in (path, (wish.root / path).read_bytes())),
    )
    inputs = digest(digested, around, words.language)
    compiler = digest(fingerprint(), shipped(), extras())
    last = standing(wish.out)
    if last and (last[0].compiler, last[0].inputs) == (compiler, inputs):
        return Written(0, last[1], 0), last[0].said
    with Crew(wish.jobs) as crew:
        workspace = assemble(files, pictures, cache, crew)
        program = workspace.program
        if wish.public:
            program = published(workspace.units, program, built_in(cache))
        language = text(workspace.program.settings, "språk") or "nb"
        order = Order(
            wish.root, digested, cache.folder, wish.targets, language, wish.public, wish.as_of, workspace.templates
        )
        shown = (part for each in workspace.templates for part in (each.path, each.text))
        meant = digest(around, *map(meaning, workspace.units), *shown)
        is_new = last is None or (last[0].compiler, last[0].meaning) != (compiler, meant)
        if is_new and is_shared(order, program, crew):
            # The rules take as long as the others need to be ready.
            crew.begin(prepare, order)
        found = findings(workspace, words, cache)
        if at_or_above(found, "error"):
            return Refused(workspace, found)
        said = _said(wish, workspace, found, words)
        stamp = Stamp(compiler, inputs, meant, said)
        # What an earlier build that was not public left in the other folders must not be published with this one.
        owned = [each for each in collect(targets, "TARGET", Target) if wish.public or each.name in wish.targets]
        folders = tuple(each.folder for each in owned)
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
