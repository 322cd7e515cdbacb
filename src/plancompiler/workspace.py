"""The program that the files of a workspace make."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plancompiler.address import is_logo, is_picture, picture_file
from plancompiler.cache import NO_CACHE, Cache
from plancompiler.crew import ALONE, Crew
from plancompiler.decode import decode
from plancompiler.diagnostic import Diagnostic, Locus, Span
from plancompiler.link import link
from plancompiler.link.ids import with_ids
from plancompiler.node import text
from plancompiler.own_templates import FOLDER
from plancompiler.program import Program
from plancompiler.resources import folder
from plancompiler.source import Source
from plancompiler.theme import THEME, judged
from plancompiler.unit import Unit
from plancompiler.units import units_of
from plancompiler.workspace_files import PLAN_FILE, SETTINGS, NoWorkspace, is_plan_file, shown_style

NO_UNITS: Mapping[str, Unit] = {}


@dataclass(frozen=True, slots=True)
class Workspace:
    """What was read: every unit in the order of the paths, the program they make, and every finding so far.

    `templates` are the workspace's own, and `theme` its own style sheet, None when it has none.
    """

    units: tuple[Unit, ...]
    program: Program
    diagnostics: tuple[Diagnostic, ...]
    templates: tuple[Source, ...] = ()
    theme: Source | None = None


def assemble(
    files: Mapping[str, bytes],
    beside: frozenset[str] = frozenset(),
    cache: Cache = NO_CACHE,
    crew: Crew = ALONE,
    may_be_empty: bool = False,
    known: Mapping[str, Unit] = NO_UNITS,
) -> Workspace:
    """Return the workspace that the files make; `beside` are the paths of files that plans may show.

    What `cache` has is not compiled again; the rest the crew shares. Raises NoWorkspace when none of the files
    is a plan file, unless it `may_be_empty`. `known` are units by path that were made of the very same bytes.
    """
    # The order of the paths is the order of the plans, the same on every system.
    paths = sorted(path for path in files if path.endswith(".yaml"))
    misnamed = {path: _better(path) for path in sorted(files) if not path.endswith(".yaml") and is_plan_file(path)}
    if not misnamed and paths in ([], [SETTINGS]) and not may_be_empty:
        raise NoWorkspace("no-files")
    # What is in a file with the wrong name is read, so that what others say of it is not wrong too.
    paths = sorted([*paths, *(path for path, better in misnamed.items() if better not in files)])
    made = units_of({path: files[path] for path in paths if path not in known}, cache, crew)
    by_path = {unit.source.path: unit for unit in made}
    units = tuple(by_path.get(path) or known[path] for path in paths)
    program, findings = link(units, built_in(cache))
    # One that is empty stands in place of nothing.
    templates = [decode(path, files[path]) for path in sorted(files) if path.startswith(FOLDER) and files[path]]
    theme = Source(THEME, shown_style(files[THEME])) if THEME in files else None
    return Workspace(
        units,
        program,
        tuple(
            finding
            for finding in (
                *(one for _, found in templates for one in found),
                *with_ids((diagnostic for unit in units for diagnostic in unit.diagnostics), program),
                *findings,
                *_missing_pictures(program, beside | files.keys()),
                *_missing_logo(program, beside | files.keys()),
            )
            if finding.place.path not in misnamed
        )
        + tuple(_misnamed(path, better) for path, better in misnamed.items())
        + (tuple(judged(theme.text)) if theme else ()),
        tuple(source for source, _ in templates),
        theme,
    )


@functools.cache
def built_in(cache: Cache = NO_CACHE) -> tuple[Unit, ...]:
    """Return the vocabularies that come with the compiler."""
    files = sorted((folder("schema") / "vocabulary").glob("*.yaml"))
    return units_of({f"schema/vocabulary/{file.name}": file.read_bytes() for file in files}, cache)


def _missing_pictures(program: Program, known: frozenset[str]) -> Iterator[Diagnostic]:
    for node in program.nodes.values():
        file = picture_file(program, node) if node.kind == "figur" else ""
        if file and not is_picture(file):
            yield Diagnostic("picture-missing", node.at / "bilde", {"text": node.text("bilde")}, variant="format")
        elif file and file not in known:
            yield Diagnostic("picture-missing", node.at / "bilde", {"text": node.text("bilde"), "file": file})


def _missing_logo(program: Program, known: frozenset[str]) -> Iterator[Diagnostic]:
    file = text(program.settings, "logo")
    at = Locus(SETTINGS, ("logo",))
    if file and not is_logo(file):
        yield Diagnostic("picture-missing", at, {"text": file}, variant="logo-format")
    elif file and file not in known:
        yield Diagnostic("picture-missing", at, {"text": file, "file": file}, variant="logo")


def _better(path: str) -> str:
    """Return the name a plan file should have had."""
    return PLAN_FILE.sub(".yaml", path)


def _misnamed(path: str, better: str) -> Diagnostic:
    end = path[len(better) - len(".yaml") :]
    return Diagnostic("yml-file", Span(path, 0, 0), {"name": path, "better": better, "end": end})
