"""Artifacts to bytes, here or shared among processes.

A process reads the same files with the same cache, so that it makes the same program, and gives back finished bytes,
never objects. Every process lists the same artifacts in the same order, so a number is enough to say which are whose;
what comes out does not depend on how many there are.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

from plancompiler import targets
from plancompiler.cache import Cache
from plancompiler.collect import one_of
from plancompiler.crew import Crew
from plancompiler.emit import Artifact, Output, Rendered, Target, rendered
from plancompiler.program import Program
from plancompiler.publish import published
from plancompiler.source import Source
from plancompiler.translate import translator
from plancompiler.workspace import assemble, built_in
from plancompiler.workspace_files import files_digest, read, theme_of

# With fewer nodes than this all is rendered in the time it takes to start processes.
_WORTH_PROCESSES = 3000

# At least so many shares to each process, since some are heavier; and of no more files, since their bytes are held
# together on their way.
_SHARES = 6
_MOST_FILES = 8


class FilesChanged(Exception):
    """The files of the workspace are no longer those that the build began with."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: of which workspace, whose files have the digest `files`, by which targets, in which language.

    `kept_in` is the folder of the cache; `public` and `as_of` are those of the wish; `templates` the workspace's own.
    """

    root: Path
    files: str
    kept_in: Path | None
    targets: tuple[str, ...]
    language: str
    public: bool = False
    as_of: str = ""
    templates: tuple[Source, ...] = ()


def render(
    order: Order, program: Program, crew: Crew, seen: Callable[[int, int], None] = lambda done, of: None
) -> Callable[[Mapping[str, str]], Iterator[Rendered]]:
    """Return what yields every file, in any order, given the keys of those that need not be rendered.

    `seen` is told how many of how many are done.
    """

    def run(known: Mapping[str, str]) -> Iterator[Rendered]:
        artifacts = list(artifacts_of(order, program))
        paths = [artifact.path for artifact in artifacts]
        made = _shared(order, paths, known, crew) if is_shared(order, program, crew) else rendered(artifacts, known)
        for number, one in enumerate(made, 1):
            seen(number, len(artifacts))
            yield one

    return run


def artifacts_of(order: Order, program: Program) -> Iterable[Artifact]:
    """Return what is to be made, none of it made yet."""
    output = Output(
        order.language,
        translator(order.language),
        lambda path: (order.root / path).read_bytes(),
        order.as_of,
        order.templates,
        theme_of(order.root),
    )
    wanted = [one_of(targets, "TARGET", Target, name) for name in sorted(order.targets)]
    return chain.from_iterable(each.produce(program, output) for each in wanted)


def is_shared(order: Order, program: Program, crew: Crew) -> bool:
    """Tell whether there is so much to render that it is shared."""
    return not crew.alone and order.kept_in is not None and len(program.nodes) >= _WORTH_PROCESSES


def prepare(order: Order) -> None:
    """Make the program in a process of the crew, so that it is there when the first share comes."""
    _listed(order)


def _shared(order: Order, paths: list[str], known: Mapping[str, str], crew: Crew) -> Iterator[Rendered]:
    size = max(1, min(_MOST_FILES, len(paths) // (_SHARES * crew.jobs)))
    starts = range(0, len(paths), size)
    shares = [[known.get(path, "") for path in paths[start : start + size]] for start in starts]
    yield from chain.from_iterable(crew.as_made(_share, [order] * len(shares), starts, shares))


def _share(order: Order, start: int, keys: list[str]) -> list[Rendered]:
    artifacts = _listed(order)[start : start + len(keys)]
    return list(rendered(artifacts, {one.path: key for one, key in zip(artifacts, keys, strict=True)}))


@lru_cache(maxsize=1)
def _listed(order: Order) -> list[Artifact]:
    """Return the artifacts in their order. Raises FilesChanged."""
    # As in the command itself: all that is made is kept to the end.
    gc.disable()
    files = read(order.root)
    if files_digest(files) != order.files:
        raise FilesChanged
    cache = Cache(order.kept_in)
    workspace = assemble(files, cache=cache)
    program = workspace.program
    if order.public:
        program = published(workspace.units, program, built_in(cache))
    return list(artifacts_of(order, program))
