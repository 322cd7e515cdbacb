"""Git, run as a program: what it answers, and why there is no answer.

It is no library here: the program is there wherever plans are kept in git. Nothing is locked or asked of anyone.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from itertools import islice
from os import environ
from pathlib import Path
from typing import IO

# So many files are read along with the one that is asked for; their names must fit in a pipe.
_AHEAD = 40


class NoRevision(Exception):
    """A revision that cannot be read; the text says why, `name` what was asked for.

    `no-git` (the program is missing), `no-repository`, `unknown-revision`, `no-default-branch`, `no-merge-base`,
    `shallow` (the clone holds too little of the history), `unreadable` (git refuses; `name` is what it says).
    """

    def __init__(self, why: str, name: str = "") -> None:
        super().__init__(why)
        self.why, self.name = why, name


def ask(folder: Path, *words: str, told: bytes = b"") -> bytes:
    """Return what git prints when it is run in a folder. Raises NoRevision."""
    try:
        done = subprocess.run(
            _command(folder, *words), input=told, capture_output=True, env=_surroundings(), check=False
        )
    except OSError as error:
        raise NoRevision("no-git") from error
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip()
    raise NoRevision("no-repository" if "not a git repository" in said else "unreadable", said)


def ask_text(folder: Path, *words: str) -> str:
    """Return what git prints as text, without line ends at its end. Raises NoRevision."""
    return ask(folder, *words).decode("utf-8", "surrogateescape").rstrip("\n")


def is_shallow(folder: Path) -> bool:
    """Tell whether a clone holds only the last part of the history. Raises NoRevision."""
    return ask_text(folder, "rev-parse", "--is-shallow-repository") == "true"


class Blobs:
    """The files that git keeps, one after another as they are asked for, of one process. Used in a `with`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._kept: dict[str, bytes] = {}

    def __enter__(self) -> Blobs:
        return self

    def __exit__(self, *reason: object) -> None:
        if self._process is not None:
            self._process.communicate()

    def read(self, name: str, then: Iterable[str] = ()) -> bytes:
        """Return the bytes of a file by its hash; `then` are those that will be asked for next. Raises NoRevision.

        Some of those are read along with it, since each question takes longer than its answer.
        """
        if name not in self._kept:
            names = list(dict.fromkeys((name, *islice(then, _AHEAD))))
            if len(names) > 1 or len(self._kept) > _AHEAD:
                self._kept = {}
            told, said = self._pipes()
            told.write("".join(f"{each}\n" for each in names).encode())
            told.flush()
            self._kept |= {each: _one(said, each) for each in names}
        return self._kept[name]

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            command = _command(self._folder, "cat-file", "--batch")
            try:
                self._process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=_surroundings(),
                    bufsize=1 << 20,
                )
            except OSError as error:
                raise NoRevision("no-git") from error
        assert self._process.stdin is not None and self._process.stdout is not None
        return self._process.stdin, self._process.stdout


def _one(said: IO[bytes], name: str) -> bytes:
    about = said.readline().split()
    if len(about) != 3:
        # A clone that fetches files when they are asked for, with nowhere to fetch them from.
        raise NoRevision("shallow", name[:10])
    data = said.read(int(about[2]))
    said.read(1)
    return data


def _command(folder: Path, *words: str) -> tuple[str, ...]:
    return ("git", "-C", str(folder), *words)


def _surroundings() -> Mapping[str, str]:
    return {**environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
