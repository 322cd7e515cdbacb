"""Artifacts to files, all or nothing.

The next outputs are laid beside the last ones: what is unchanged, and what is not ours, is linked across, the rest is
rendered. Then the folders change places. A journal says that this has begun, so that a build that is killed half way
through the exchange is completed at the next start, and one that is killed before it has changed nothing. What is not
in the manifest was not written here and is never deleted.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from plancompiler.emit import Artifact

_STATE = ".planc"


class BuildInProgress(Exception):
    """Another build holds the lock of the folder."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, kept as they were, and deleted."""

    written: int
    kept: int
    deleted: int


def build(out: Path, artifacts: Iterable[Artifact], folders: tuple[str, ...], fingerprint: str) -> Written:
    """Make the folders of `out` hold exactly the artifacts, beside what others put there.

    `fingerprint` is of the compiler: with another one no key can be trusted. Raises BuildInProgress, and OSError when
    the disk is full or closed; then everything is as it was.
    """
    out.mkdir(parents=True, exist_ok=True)
    state = out / _STATE
    state.mkdir(exist_ok=True)
    with _lock(state / "lock"):
        _complete_exchange(out)
        last_fingerprint, before = _manifest(state)
        known = before if last_fingerprint == fingerprint else {}
        staging = state / "next"
        shutil.rmtree(staging, ignore_errors=True)
        try:
            result, files = _lay(out, staging, artifacts, folders, known, frozenset(before))
            if result.written == result.deleted == 0 and files == before and last_fingerprint == fingerprint:
                shutil.rmtree(staging)
                return result
            manifest = {"fingerprint": fingerprint, "files": dict(sorted(files.items()))}
            (staging / "manifest.json").write_text(json.dumps(manifest, indent=0) + "\n", "utf-8")
            (staging / "ready").write_text("\n".join(folders), "utf-8")
        except BaseException:
            # Nothing has changed places yet, so nothing of the half-laid outputs is worth keeping.
            shutil.rmtree(staging, ignore_errors=True)
            raise
        _complete_exchange(out)
        return result


def recover(out: Path) -> None:
    """Complete an exchange that was cut off, if there is one."""
    if (out / _STATE).is_dir():
        with _lock(out / _STATE / "lock"):
            _complete_exchange(out)


def _lay(
    out: Path,
    staging: Path,
    artifacts: Iterable[Artifact],
    folders: tuple[str, ...],
    known: Mapping[str, str],
    ours: frozenset[str],
) -> tuple[Written, dict[str, str]]:
    for folder in folders:
        (staging / folder).mkdir(parents=True, exist_ok=True)
    files = {path: key for path, key in known.items() if path.partition("/")[0] not in folders}
    written = kept = 0
    for artifact in artifacts:
        last, next_ = out / artifact.path, staging / artifact.path
        next_.parent.mkdir(parents=True, exist_ok=True)
        files[artifact.path] = artifact.key
        if known.get(artifact.path) == artifact.key and last.is_file():
            _carry(last, next_)
            kept += 1
            continue
        data = artifact.render()
        if artifact.path in ours and last.is_file() and last.read_bytes() == data:
            _carry(last, next_)
            kept += 1
        else:
            next_.write_bytes(data)
            written += 1
    foreign = [path for path in _files(out, folders) if path not in ours and path not in files]
    for path in foreign:
        (staging / path).parent.mkdir(parents=True, exist_ok=True)
        _carry(out / path, staging / path)
    gone = sum(1 for path in ours if path.partition("/")[0] in folders and path not in files)
    return Written(written, kept, gone), files


def _carry(last: Path, next_: Path) -> None:
    try:
        os.link(last, next_)
    except OSError:
        # Some file systems know no hard links; a copy with its times is the same to all who look.
        shutil.copy2(last, next_)


def _files(out: Path, folders: tuple[str, ...]) -> Iterator[str]:
    for folder in folders:
        yield from sorted(path.relative_to(out).as_posix() for path in (out / folder).rglob("*") if path.is_file())


def _complete_exchange(out: Path) -> None:
    """Put every folder that stands ready in its place; doing it again after being cut off does the rest."""
    state = out / _STATE
    staging, last = state / "next", state / "last"
    ready = staging / "ready"
    if not ready.is_file():
        return
    for folder in ready.read_text("utf-8").split():
        if not (staging / folder).is_dir():
            continue
        shutil.rmtree(last / folder, ignore_errors=True)
        last.mkdir(exist_ok=True)
        if (out / folder).exists():
            os.rename(out / folder, last / folder)
        os.rename(staging / folder, out / folder)
    if (staging / "manifest.json").is_file():
        os.replace(staging / "manifest.json", state / "manifest.json")
    shutil.rmtree(staging)
    shutil.rmtree(last, ignore_errors=True)


def _manifest(state: Path) -> tuple[str, Mapping[str, str]]:
    """Return the compiler and the keys of what was written last; nothing when the manifest is lost or damaged."""
    try:
        found = json.loads((state / "manifest.json").read_text("utf-8"))
        return str(found["fingerprint"]), {str(path): str(key) for path, key in found["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return "", {}


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    # The lock is the operating system's, so that it is gone with the process that held it.
    with path.open("a+b") as file:
        try:
            _take(file.fileno())
        except OSError as busy:
            raise BuildInProgress from busy
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
