"""What the commands do alike: find the workspace, read it, and show findings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from os import environ
from pathlib import Path

from plancompiler import formats
from plancompiler.cli.command import refuse
from plancompiler.collect import collect
from plancompiler.diagnostic import SEVERITIES, Severity
from plancompiler.fix import Checked
from plancompiler.format import Format, Page
from plancompiler.lint import lint
from plancompiler.report import Finding, report
from plancompiler.settled import levels, settled
from plancompiler.source import Source
from plancompiler.translate import Translator
from plancompiler.workspace import NoWorkspace, Workspace, assemble, beside, find_root, read, write

_MISSING = {
    "no-root": "fant verken plancompiler.yaml eller ei mappe som heter «plans», her eller i ei mappe over. "
    "Lag mappa «plans», eller gå til mappa som har den.",
    "no-files": "fant ingen .yaml-filer i mappa «plans». Legg den første planen der.",
}


def open_files() -> tuple[Path, Mapping[str, bytes]]:
    """Return the root of the current folder's workspace and its files; leaves as wrong usage when there is none."""
    try:
        root = find_root(Path.cwd())
        return root, read(root)
    except NoWorkspace as missing:
        refuse(_MISSING[str(missing)])
    except OSError as error:
        refuse(f"kunne ikke lese «{error.filename}»: {error.strerror}.")


def open_workspace() -> tuple[Path, Workspace]:
    """Return the current folder's workspace and its root; leaves as wrong usage when there is none."""
    root, files = open_files()
    try:
        return root, assemble(files, beside(root))
    except NoWorkspace as missing:
        refuse(_MISSING[str(missing)])


def check_files(files: Mapping[str, bytes], words: Translator) -> Checked:
    """Return the texts of files and everything there is to say of them; leaves as wrong usage when there are none."""
    try:
        workspace = assemble(files)
    except NoWorkspace as missing:
        refuse(_MISSING[str(missing)])
    return Checked(sources(workspace), findings(workspace, words))


def write_files(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files of the workspace, all or none."""
    try:
        write(root, files)
    except OSError as error:
        refuse(f"kunne ikke skrive «{error.filename}»: {error.strerror}. Ingen filer er endret.")


def within(paths: Iterable[Path], root: Path) -> Callable[[str], bool]:
    """Return what tells whether a file is among the paths given on the command line; all are when none is given."""
    wanted = tuple(_from_root(path, root) for path in paths)
    return lambda path: (
        not wanted or any(prefix == "." or path == prefix or path.startswith(f"{prefix}/") for prefix in wanted)
    )


def _from_root(path: Path, root: Path) -> str:
    if not path.exists():
        refuse(f"«{path}» finnes ikke.")
    if not path.resolve().is_relative_to(root.resolve()):
        refuse(f"«{path}» ligger ikke i arbeidsområdet.")
    return path.resolve().relative_to(root.resolve()).as_posix()


def findings(workspace: Workspace, words: Translator) -> tuple[Finding, ...]:
    """Return everything there is to say of a workspace, in words and in place."""
    program = workspace.program
    diagnostics = settled(program, (*workspace.diagnostics, *lint(program)))
    return report(diagnostics, sources(workspace), words, levels(program))


def sources(workspace: Workspace) -> Mapping[str, Source]:
    """Return the text of every file by path."""
    return {unit.source.path: unit.source for unit in workspace.units}


def from_repository(root: Path) -> str:
    """Return the way from the root of the git repository to the workspace, with a slash at its end, or ""."""
    above = [root, *root.parents]
    top = next((folder for folder in above if (folder / ".git").exists()), root)
    way = root.relative_to(top).as_posix()
    return "" if way == "." else f"{way}/"


def show(found: tuple[Finding, ...], workspace: Workspace, form: str, words: Translator, prefix: str = "") -> None:
    """Print the findings, and for people a closing line of counts."""
    chosen = next(each for each in collect(formats, "FORMAT", Format) if each.name == form)
    colour = sys.stdout.isatty() and "NO_COLOR" not in environ
    sys.stdout.write(chosen.render(Page(found, sources(workspace), words, colour, prefix)))
    if chosen.for_people:
        sys.stdout.write(summary(found, workspace, words) + "\n")


def summary(found: tuple[Finding, ...], workspace: Workspace, words: Translator) -> str:
    """Return how many findings there are of each level, else how much was read."""
    counts = {level: sum(1 for one in found if one.severity == level) for level in SEVERITIES}
    if any(counts.values()):
        one_many = {"error": ("feil", "feil"), "warning": ("advarsel", "advarsler"), "info": ("tips", "tips")}
        said = (f"{count} {words(one_many[level][count != 1])}" for level, count in counts.items() if count)
        return ", ".join(said) + "."
    plans, nodes = len(workspace.program.plans), len(workspace.program.nodes)
    if plans == 1:
        return words("Ingen funn: én plan med {nodes} punkter er lest.").format(nodes=nodes)
    return words("Ingen funn: {plans} planer med {nodes} punkter er lest.").format(plans=plans, nodes=nodes)


def at_or_above(found: Iterable[Finding], level: Severity) -> bool:
    """Tell whether any finding is at the level or more serious."""
    return any(SEVERITIES.index(one.severity) <= SEVERITIES.index(level) for one in found)
