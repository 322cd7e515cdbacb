"""What was made before, kept in the user's cache folder by a key that says all it was made of.

Entries are text and never code. Each bears a digest of its key and itself, so that a damaged one is a miss, and nothing
depends on one being there: a folder that cannot be written is a slower run and no more.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from plancompiler.source import digest

# More than this is pruned, the entries that were used longest ago first.
MOST_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries, shared by all workspaces and branches of a user; None keeps nothing."""

    folder: Path | None

    def get(self, key: str) -> str | None:
        """Return what was put under the key, unless it is lost or damaged."""
        if self.folder is None:
            return None
        path = self.folder / key[:2] / key
        try:
            seal, _, body = path.read_bytes().partition(b"\n")
            if seal.decode("ascii") != digest(key, body):
                return None
            # The time of last use is what pruning goes by.
            os.utime(path)
            return body.decode("utf-8")
        except (OSError, ValueError):
            return None

    def put(self, key: str, text: str) -> None:
        """Keep the text under the key, whole or not at all."""
        if self.folder is None:
            return
        path = self.folder / key[:2] / key
        partial = path.with_name(f"{key}.{os.getpid()}")
        # A text with half a character pair has no bytes, and a folder that is full or closed takes none.
        with suppress(OSError, UnicodeEncodeError):
            body = text.encode("utf-8")
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                partial.write_bytes(b"%s\n%s" % (digest(key, body).encode("ascii"), body))
                partial.replace(path)
            finally:
                partial.unlink(missing_ok=True)

    def prune(self, most: int = MOST_BYTES) -> None:
        """Delete what was used longest ago until at most `most` bytes are left."""
        if self.folder is None:
            return
        with suppress(OSError):
            entries = sorted(
                (entry.stat().st_mtime_ns, entry.stat().st_size, entry.path) for entry in _files(self.folder)
            )
            over = sum(size for _, size, _ in entries) - most
            for _, size, path in entries:
                if over <= 0:
                    break
                Path(path).unlink(missing_ok=True)
                over -= size


NO_CACHE = Cache(None)


def user_cache() -> Cache:
    """Return the cache of `PLANC_CACHE`, else of the user; an empty `PLANC_CACHE` turns it off."""
    chosen = os.environ.get("PLANC_CACHE")
    if chosen is not None:
        return Cache(Path(chosen) if chosen else None)
    # Only here is it asked where a system keeps its caches.
    from platformdirs import user_cache_path

    return Cache(user_cache_path("plancompiler", appauthor=False))


def _files(folder: Path) -> list[os.DirEntry[str]]:
    found = []
    for shelf in os.scandir(folder):
        if shelf.is_dir(follow_symlinks=False):
            found += [entry for entry in os.scandir(shelf) if entry.is_file(follow_symlinks=False)]
    return found
