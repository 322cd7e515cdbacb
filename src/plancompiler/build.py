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
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from plancompiler.emit import Rendered

_STATE = ".planc"


class BuildInProgress(Exception):
    """Another build holds the lock of the folder."""


class UnknownFiles(Exception):
    """The folders hold files, and nothing says which of them were written here."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a build was made of: digests of the compiler and of every byte it read, and what it said at the end.

    `meaning` is a digest of what the plans say, which comments and layout do not change.
    """

    compiler: str
    inputs: str = ""
    meaning: str = ""
    said: str = ""


# What yields every file, given the keys of those that need not be rendered again.
Render = Callable[[Mapping[str, str]], Iterable[Rendered]]


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, kept as they were, and deleted."""

    written: int
    kept: int
    deleted: int


def build(out: Path, render: Render, folders: tuple[str, ...], stamp: Stamp, strict: bool = False) -> Written:
    """Make the folders of `out` hold exactly what is rendered, beside what others put there.

    With `strict` there must be no doubt of what is whose: it raises UnknownFiles where files stand in the folders and
    no manifest says who wrote them. Raises BuildInProgress, and OSError when the disk is full or closed; then
    everything is as it was.
    """
    out.mkdir(parents=True, exist_ok=True)
    state = out / _STATE
    state.mkdir(exist_ok=True)
    with _lock(state / "lock"):
        _complete_exchange(out)
        last, before = _manifest(state)
        if strict and not before and any(_files(out, folders)):
            raise UnknownFiles
        if before and (last.compiler, last.meaning) == (stamp.compiler, stamp.meaning) and _all_stand(out, before):
            _write_manifest(state / "manifest.new", stamp, before)
            os.replace(state / "manifest.new", state / "manifest.json")
            return Written(0, len(before), 0)
        # With another compiler no key can be trusted.
        known = before if last.compiler == stamp.compiler else {}
        staging = state / "next"
        shutil.rmtree(staging, ignore_errors=True)
        try:
            result, files = _lay(out, staging, render, folders, known, frozenset(before))
            nothing_new = result.written == result.deleted == 0 and files == before and last.compiler == stamp.compiler
            staging.mkdir(parents=True, exist_ok=True)
            _write_manifest(staging / "manifest.json", stamp, files)
            if nothing_new:
                os.replace(staging / "manifest.json", state / "manifest.json")
                shutil.rmtree(staging)
                return result
            (staging / "ready").write_text("\n".join(folders), "utf-8")
        except BaseException:
            # Nothing has changed places yet, so nothing of the half-laid outputs is worth keeping.
            shutil.rmtree(staging, ignore_errors=True)
            raise
        _complete_exchange(out)
        return result


def standing(out: Path) -> tuple[Stamp, int] | None:
    """Return what the last build was made of, and how many files it has, if every one of them still stands.

    An exchange that was cut off is completed first. Raises BuildInProgress and OSError.
    """
    state = out / _STATE
    if not state.is_dir():
        return None
    with _lock(state / "lock"):
        _complete_exchange(out)
        stamp, files = _manifest(state)
        return (stamp, len(files)) if files and _all_stand(out, files) else None


def _all_stand(out: Path, files: Iterable[str]) -> bool:
    return all((out / path).is_file() for path in files)


def _lay(
    out: Path,
    staging: Path,
    render: Render,
    folders: tuple[str, ...],
    known: Mapping[str, str],
    ours: frozenset[str],
) -> tuple[Written, dict[str, str]]:
    for folder in folders:
        # Where there was nothing, and nothing is made, no empty folder is left either.
        if (out / folder).exists():
            (staging / folder).mkdir(parents=True, exist_ok=True)
    files = {path: key for path, key in known.items() if path.partition("/")[0] not in folders}
    written = kept = 0
    there = {path: key for path, key in known.items() if (out / path).is_file()}
    for made in render(there):
        last, next_ = out / made.path, staging / made.path
        next_.parent.mkdir(parents=True, exist_ok=True)
        files[made.path] = made.key
        if made.data is None or (made.path in ours and last.is_file() and last.read_bytes() == made.data):
            _carry(last, next_)
            kept += 1
        else:
            next_.write_bytes(made.data)
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


def _write_manifest(path: Path, stamp: Stamp, files: Mapping[str, str]) -> None:
    manifest = {**asdict(stamp), "files": dict(sorted(files.items()))}
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=0) + "\n", "utf-8")


def _manifest(state: Path) -> tuple[Stamp, Mapping[str, str]]:
    """Return the stamp and the keys of what was written last; nothing when the manifest is lost or damaged."""
    try:
        found = json.loads((state / "manifest.json").read_text("utf-8"))
        stamp = Stamp(*(str(found[field.name]) for field in fields(Stamp)))
        return stamp, {str(path): str(key) for path, key in found["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Stamp(""), {}


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
