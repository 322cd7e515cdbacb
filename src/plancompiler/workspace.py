"""The folder a municipality works in: which files belong to it, and the program they make."""

from __future__ import annotations

import functools
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

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
from plancompiler.source import Source, digest
from plancompiler.theme import THEME, judged
from plancompiler.unit import Unit
from plancompiler.units import units_of

SETTINGS = "plancompiler.yaml"
NO_UNITS: Mapping[str, Unit] = {}

# What people and programs call plan files; only `.yaml` is right.
_PLAN_FILE = re.compile(r"\.ya?ml(?:\.txt)?\Z", re.IGNORECASE)


class NoWorkspace(Exception):
    """There is no workspace at or above the folder (`no-root`), or nothing in it to read (`no-files`)."""


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


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above `start` with settings, else with `plans/`. Raises NoWorkspace."""
    above = [start, *start.parents]
    for candidate in above:
        if (candidate / SETTINGS).is_file():
            return candidate
    for candidate in above:
        if (candidate / "plans").is_dir():
            return candidate
    raise NoWorkspace("no-root")


def is_plan_file(path: str) -> bool:
    """Tell whether a file is meant as a plan file by its name, right or wrong."""
    return _PLAN_FILE.search(path) is not None


def is_file_of(path: str) -> bool:
    """Tell whether a file is one that `read` has, by its path from the root."""
    return (
        path in (SETTINGS, THEME)
        or (path.startswith("plans/") and is_plan_file(path))
        or (path.startswith(FOLDER) and path.endswith(".j2"))
    )


def is_file_beside(path: str) -> bool:
    """Tell whether a file is one that `beside` has, by its path from the root."""
    # The logo is no plan's, and lies by the settings or in a folder there.
    return (path.startswith("plans/") and is_picture(path)) or (path.count("/") <= 1 and is_logo(path))


def read(root: Path) -> Mapping[str, bytes]:
    """Return the files of the workspace at `root`, by posix path from there."""
    found = _files(root, "plans/**/*.*", f"{FOLDER}**/*.j2", SETTINGS, THEME)
    return {name: path.read_bytes() for name, path in found.items() if is_file_of(name)}


def theme_of(root: Path) -> str:
    """Return the workspace's own style sheet, "" when there is none."""
    return _style(root.joinpath(THEME).read_bytes()) if root.joinpath(THEME).is_file() else ""


def files_digest(files: Mapping[str, bytes]) -> str:
    """Return a digest of the files, their paths and their bytes."""
    return digest(*(part for path in sorted(files) for part in (path, files[path])))


def write(root: Path, files: Mapping[str, bytes]) -> None:
    """Put the files in the workspace, new ones too, all or, when one cannot be written, none. Raises OSError."""
    partial = {root / path: (root / path).with_name(f".{Path(path).name}.planc") for path in files}
    new_folders = [folder for target in partial for folder in (target.parent, *target.parent.parents)]
    new_folders = [folder for folder in dict.fromkeys(new_folders) if not folder.exists()]
    replaced: list[tuple[Path, bytes | None]] = []
    try:
        for path, data in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            partial[target].write_bytes(data)
            if target.exists():
                shutil.copymode(target, partial[target])
        for target, written in partial.items():
            was = target.read_bytes() if target.exists() else None
            written.replace(target)
            replaced.append((target, was))
    except OSError:
        for target, was in replaced:
            with suppress(OSError):
                target.write_bytes(was) if was is not None else target.unlink()
        raise
    finally:
        for written in partial.values():
            # Where a folder could not be made, there is nothing in it either.
            with suppress(OSError):
                written.unlink(missing_ok=True)
        for folder in sorted(new_folders, key=lambda folder: -len(folder.parts)):
            # Only one that nothing was put in can be taken away again.
            with suppress(OSError):
                folder.rmdir()


def beside(root: Path) -> frozenset[str]:
    """Return the paths of the other files that plans may show, such as pictures, as `read` has them."""
    return frozenset(filter(is_file_beside, _files(root, "*.*", "*/*.*", "plans/**/*.*")))


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
    theme = Source(THEME, _style(files[THEME])) if THEME in files else None
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


def _files(root: Path, *patterns: str) -> Mapping[str, Path]:
    """Return the files that the patterns match, by posix path from the root."""
    found = (path for pattern in patterns for path in root.glob(pattern) if path.is_file())
    return {path.relative_to(root).as_posix(): path for path in found}


def _style(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace")


def _better(path: str) -> str:
    """Return the name a plan file should have had."""
    return _PLAN_FILE.sub(".yaml", path)


def _misnamed(path: str, better: str) -> Diagnostic:
    end = path[len(better) - len(".yaml") :]
    return Diagnostic("yml-file", Span(path, 0, 0), {"name": path, "better": better, "end": end})
