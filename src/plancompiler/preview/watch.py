"""Which files of a workspace changed, as they change; the only module that knows watchfiles.

What the operating system tells wakes us, and a look at the files decides, so that nothing is missed where it tells
nothing: on network drives, and in folders that go away and come back.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Event

from watchfiles import watch

# A look is taken this often though nothing was told; an editor is done with a save when so long has passed in silence.
_LOOK, _SILENCE, _AT_MOST = 500, 60, 600

# What tells a file from what it was: when it was written, its size, and which file it is.
_Files = Mapping[str, tuple[int, int, int]]


def changes(root: Path, ended: Event) -> Iterator[tuple[str, ...]]:
    """Yield the paths, from `root`, of the files that changed since last time; at once those that there are.

    Ends when `ended` is set.
    """
    known: _Files | None = None
    while not ended.is_set():
        watched = _folders(root)
        for _ in _woken(watched, ended):
            now = _files(root)
            before = known or {}
            changed = tuple(sorted(path for path in {*before, *now} if before.get(path) != now.get(path)))
            if changed or known is None:
                known = now
                yield changed
            if _folders(root) != watched:
                break


def _woken(watched: Mapping[Path, int], ended: Event) -> Iterator[None]:
    """Yield at once, then whenever there may be something new."""
    yield
    try:
        if watched:
            woken = watch(
                *watched,
                watch_filter=None,
                debounce=_AT_MOST,
                step=_SILENCE,
                stop_event=ended,
                rust_timeout=_LOOK,
                yield_on_timeout=True,
            )
            yield from (None for _ in woken)
    except OSError:
        # A folder that went away just now, or a system that can watch no more.
        pass
    ended.wait(_LOOK / 1000)


def _folders(root: Path) -> Mapping[Path, int]:
    """Return the folders to watch, with what tells them from others that come to stand in their place."""
    found = {}
    for folder in (root / "plans", root / "maler"):
        try:
            found[folder] = folder.stat().st_ino
        except OSError:
            continue
    return found


def _files(root: Path) -> _Files:
    """Return the files that may matter: those of plans and templates, and those beside the settings."""
    found = {}
    below = (Path(at) / name for folder in _folders(root) for at, _, names in os.walk(folder) for name in names)
    for file in (*_listed(root), *below):
        # What editors keep beside a file while it is open is none of ours.
        if not file.name.startswith((".", "~")) and not file.name.endswith("~"):
            try:
                status = file.stat()
            except OSError:
                continue
            if stat.S_ISREG(status.st_mode):
                found[file.relative_to(root).as_posix()] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
