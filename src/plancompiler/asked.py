"""What is asked of a build, and whether the last one made just that: to find so, the compiler need not be loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plancompiler.build import Stamp, Written, standing
from plancompiler.fingerprint import extras, fingerprint, shipped
from plancompiler.source import digest
from plancompiler.theme import THEME
from plancompiler.workspace_files import beside, files_digest


@dataclass(frozen=True, slots=True)
class Wish:
    """What to make of the workspace at `root`: the folder to make it in, by which targets, by how many processes.

    `public` leaves out what is not for all to see; `as_of` is the day the outputs are to speak of, or "".
    """

    root: Path
    out: Path
    targets: tuple[str, ...]
    jobs: int = 1
    public: bool = False
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Digests of all that a wish is made of: every byte that is read, and that which is no plan's alone.

    `pictures` are the paths of what is read beside the plans, `stamp` says so of the build that is to be, and `last`
    is that of the build which stands, with how many files it has, or None.
    """

    files: str
    around: str
    pictures: frozenset[str]
    stamp: Stamp
    last: tuple[Stamp, int] | None

    @property
    def made(self) -> tuple[Written, str] | None:
        """What there is to say of the build that stands, when it was made of the same; else None."""
        if self.last is None or (self.last[0].compiler, self.last[0].inputs) != (
            self.stamp.compiler,
            self.stamp.inputs,
        ):
            return None
        return Written(0, self.last[1], 0), self.last[0].said


def asked(wish: Wish, files: Mapping[str, bytes], language: str) -> Asked:
    """Return what a wish is made of. `language` is that of what the build says. Raises BuildInProgress and OSError."""
    digested, pictures = files_digest(files), beside(wish.root)
    around = digest(
        "public" if wish.public else "all",
        wish.as_of,
        *wish.targets,
        files.get(THEME, b""),
        *(part for path in sorted(pictures) for part in (path, (wish.root / path).read_bytes())),
    )
    compiler = digest(fingerprint(), shipped(), extras())
    stamp = Stamp(compiler, digest(digested, around, language))
    return Asked(digested, around, pictures, stamp, standing(wish.out))
