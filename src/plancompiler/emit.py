"""What a target makes: artifacts, each with a key that says when its bytes would be new."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from plancompiler.program import Program
from plancompiler.source import digest
from plancompiler.translate import Translator


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to be: its path below `build/` (posix), a key (equal keys mean equal bytes), and how to make its bytes."""

    path: str
    key: str
    render: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Output:
    """What a build asks of its targets beside the program: the language of the chrome and the words for it.

    `files` gives the bytes of a file of the workspace by its path from the root; None when there are no files at hand.
    """

    language: str
    words: Translator
    files: Callable[[str], bytes] | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of output: its name on the command line, the folder below `build/` it owns, and what makes its files."""

    name: str
    folder: str
    produce: Callable[[Program, Output], Iterator[Artifact]]


def text_artifact(path: str, text: str) -> Artifact:
    """Return an artifact whose text is made already: its key is its content."""
    return Artifact(path, digest(text), partial(text.encode, "utf-8"))
