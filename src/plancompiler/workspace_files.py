"""The folder a municipality works in: which files belong to it, read and written.

To find that nothing is new, no more than this is loaded.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from plancompiler.address import is_logo, is_picture
from plancompiler.own_templates import FOLDER
from plancompiler.source import digest
from plancompiler.theme import THEME

SETTINGS = "plancompiler.yaml"

# What people and programs call plan files; only `.yaml` is right.
PLAN_FILE = re.compile(r"\.ya?ml(?:\.txt)?\Z", re.IGNORECASE)


class NoWorkspace(Exception):
    """There is no workspace at or above the folder (`no-root`), or nothing in it to read (`no-files`)."""


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
    return PLAN_FILE.search(path) is not None


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
    return shown_style(root.joinpath(THEME).read_bytes()) if root.joinpath(THEME).is_file() else ""


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


def shown_style(data: bytes) -> str:
    """Return the text of a style sheet; what is no UTF-8 is shown as such."""
    return data.decode("utf-8-sig", "replace")


def _files(root: Path, *patterns: str) -> Mapping[str, Path]:
    """Return the files that the patterns match, by posix path from the root."""
    found = (path for pattern in patterns for path in root.glob(pattern) if path.is_file())
    return {path.relative_to(root).as_posix(): path for path in found}
