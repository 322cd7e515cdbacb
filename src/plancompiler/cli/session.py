"""What the commands do alike: compile the workspace, and show findings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from os import environ
from pathlib import Path

from plancompiler import formats
from plancompiler.cache import user_cache
from plancompiler.cli.command import refuse
from plancompiler.cli.opening import MISSING, open_files
from plancompiler.collect import one_of
from plancompiler.crew import Crew, cores
from plancompiler.findings import findings, sources, summary
from plancompiler.fix import Checked
from plancompiler.format import Format, Page
from plancompiler.report import Finding
from plancompiler.source import Source
from plancompiler.translate import Translator
from plancompiler.workspace import Workspace, assemble
from plancompiler.workspace_files import NoWorkspace, beside


def open_workspace() -> tuple[Path, Workspace]:
    """Return the current folder's workspace and its root; leaves as wrong usage when there is none."""
    root, files = open_files()
    try:
        with Crew(cores()) as crew:
            return root, assemble(files, beside(root), user_cache(), crew)
    except NoWorkspace as missing:
        refuse(MISSING[str(missing)])


def check_files(files: Mapping[str, bytes], words: Translator) -> Checked:
    """Return the texts of files and everything there is to say of them; leaves as wrong usage when there are none."""
    try:
        workspace = assemble(files, cache=user_cache())
    except NoWorkspace as missing:
        refuse(MISSING[str(missing)])
    return Checked(sources(workspace), findings(workspace, words, user_cache()))


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


def from_repository(root: Path) -> str:
    """Return the way from the root of the git repository to the workspace, with a slash at its end, or ""."""
    above = [root, *root.parents]
    top = next((folder for folder in above if (folder / ".git").exists()), root)
    way = root.relative_to(top).as_posix()
    return "" if way == "." else f"{way}/"


def show(found: tuple[Finding, ...], workspace: Workspace, form: str, words: Translator, prefix: str = "") -> None:
    """Print the findings, and for people a closing line of counts."""
    if print_findings(found, sources(workspace), form, words, prefix).for_people:
        sys.stdout.write(summary(found, workspace, words) + "\n")


def show_all(paths: Iterable[Path], form: str, words: Translator) -> tuple[Finding, ...]:
    """Print the findings in the files of the current folder's workspace that are asked for, and return them."""
    root, workspace = open_workspace()
    wanted = within(paths, root)
    shown = tuple(one for one in findings(workspace, words, user_cache()) if wanted(one.where.path))
    show(shown, workspace, form, words, from_repository(root))
    return shown


def print_findings(
    found: tuple[Finding, ...], texts: Mapping[str, Source], form: str, words: Translator, prefix: str = ""
) -> Format:
    """Print findings that stand in the texts, and return the format they are printed in."""
    chosen = one_of(formats, "FORMAT", Format, form)
    colour = sys.stdout.isatty() and "NO_COLOR" not in environ
    sys.stdout.write(chosen.render(Page(found, texts, words, colour, prefix)))
    return chosen
