"""What a target makes: artifacts, each with a key that says when its bytes would be new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from plancompiler.program import Program
from plancompiler.source import Source, digest
from plancompiler.translate import Translator


@dataclass(frozen=True, slots=True)
class Made:
    """A file that is known but not yet written out: equal keys mean equal bytes."""

    key: str
    render: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to be: its path below `build/` (posix), and what finds out what it holds. To name it costs nothing."""

    path: str
    make: Callable[[], Made]

    def render(self) -> bytes:
        """Return the bytes."""
        return self.make().render()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A file that is made: its path, its key, and its bytes, or None where the key was known already."""

    path: str
    key: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Output:
    """What a build asks of its targets beside the program: the language of the chrome and the words for it.

    `files` gives the bytes of a file of the workspace by its path from the root; None when there are no files at hand.
    `as_of` is the day the outputs speak of, `2026-08-31`, or "". `templates` are the workspace's own, and `theme` is
    its own style sheet, or "".
    """

    language: str
    words: Translator
    files: Callable[[str], bytes] | None = None
    as_of: str = ""
    templates: tuple[Source, ...] = ()
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of output: its name on the command line, the folder below `build/` it owns, and what makes its files.

    `needs` is the distribution it is made with that a site can do without, and which may not be installed; "" for none.
    """

    name: str
    folder: str
    produce: Callable[[Program, Output], Iterator[Artifact]]
    needs: str = ""


def text_artifact(path: str, text: Callable[[], str]) -> Artifact:
    """Return an artifact whose key is its content."""
    return Artifact(path, partial(_made, text))


def rendered(artifacts: Iterable[Artifact], known: Mapping[str, str]) -> Iterator[Rendered]:
    """Yield every file; one whose key is the one `known` for its path is not rendered."""
    for artifact in artifacts:
        made = artifact.make()
        yield Rendered(artifact.path, made.key, None if known.get(artifact.path) == made.key else made.render())


def _made(text: Callable[[], str]) -> Made:
    data = text().encode("utf-8")
    return Made(digest(data), lambda: data)
