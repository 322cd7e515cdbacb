"""The files of the current folder's workspace, read and written, or what stands in the way told in words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plancompiler.cli.command import refuse, system_words
from plancompiler.workspace_files import NoWorkspace, find_root, read, write

# What to say when there is no workspace, by what is missing.
MISSING = {
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
        refuse(MISSING[str(missing)])
    except OSError as error:
        refuse(f"kunne ikke lese «{error.filename}»: {system_words(error)}.")


def write_files(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files of the workspace, all or none."""
    try:
        write(root, files)
    except OSError as error:
        refuse(f"kunne ikke skrive «{error.filename}»: {system_words(error)}. Ingen filer er endret.")
