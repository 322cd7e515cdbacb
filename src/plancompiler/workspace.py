"""The folder a municipality works in: which files belong to it, and the program they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plancompiler.diagnostic import Diagnostic, Span
from plancompiler.link import link
from plancompiler.program import Program
from plancompiler.resources import folder
from plancompiler.unit import Unit, compile_unit

SETTINGS = "plancompiler.yaml"


class NoWorkspace(Exception):
    """There is no workspace at or above the folder (`no-root`), or nothing in it to read (`no-files`)."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """What was read: every unit in the order of the paths, the program they make, and every finding so far."""

    units: tuple[Unit, ...]
    program: Program
    diagnostics: tuple[Diagnostic, ...]


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


def read(root: Path) -> Mapping[str, bytes]:
    """Return the files of the workspace at `root`, by posix path from there."""
    found = [path for end in ("yaml", "yml") for path in (root / "plans").rglob(f"*.{end}")]
    found.append(root / SETTINGS)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found if path.is_file()}


def assemble(files: Mapping[str, bytes]) -> Workspace:
    """Return the workspace that the files make. Raises NoWorkspace when none of them is a plan file."""
    # The order of the paths is the order of the plans, the same on every system.
    paths = sorted(path for path in files if path.endswith(".yaml"))
    misnamed = sorted(path for path in files if path.endswith(".yml"))
    if not misnamed and paths in ([], [SETTINGS]):
        raise NoWorkspace("no-files")
    units = tuple(compile_unit(path, files[path]) for path in paths)
    program, findings = link(units, built_in())
    return Workspace(
        units,
        program,
        tuple(diagnostic for unit in units for diagnostic in unit.diagnostics)
        + findings
        + tuple(_misnamed(path) for path in misnamed),
    )


@cache
def built_in() -> tuple[Unit, ...]:
    """Return the vocabularies that come with the compiler."""
    files = sorted((folder("schema") / "vocabulary").glob("*.yaml"))
    return tuple(compile_unit(f"schema/vocabulary/{file.name}", file.read_bytes()) for file in files)


def _misnamed(path: str) -> Diagnostic:
    return Diagnostic("yml-file", Span(path, 0, 0), {"name": path, "better": path.removesuffix(".yml") + ".yaml"})
