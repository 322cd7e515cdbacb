"""The day a build speaks of: the one asked for, else the day of the last commit, else none. It is never today."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import date
from pathlib import Path

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class NotADay(Exception):
    """What was asked for is no day written as `2026-08-31`."""


def as_of(folder: Path, asked: str = "") -> str:
    """Return the day as `2026-08-31`, or "" when nothing tells. `folder` is the workspace's. Raises NotADay."""
    if asked:
        day = _day(asked)
        if not day:
            raise NotADay(asked)
        return day
    return _day(_of_last_commit(folder))


def _of_last_commit(folder: Path) -> str:
    """Return the committer's date of HEAD in the repository that holds a folder; "" without git or without commits."""
    # In a git hook these point at the repository of the hook, which need not be the one that holds the folder.
    elsewhere = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
    environment = {key: value for key, value in os.environ.items() if key not in elsewhere}
    command = ["git", "log", "-1", "--format=%cs", "--no-show-signature"]
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    except (OSError, UnicodeError):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _day(written: str) -> str:
    try:
        return date.fromisoformat(written).isoformat() if _DAY.fullmatch(written) else ""
    except ValueError:
        return ""
