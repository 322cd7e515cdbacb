"""Artifacts to bytes, here or shared among processes.

A process reads the same files with the same cache, so that it makes the same program, and gives back finished bytes,
never objects. Every process lists the same artifacts in the same order, so a number is enough to say which are whose;
what comes out does not depend on how many there are.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from plancompiler import targets
from plancompiler.cache import Cache
from plancompiler.collect import collect
from plancompiler.emit import Artifact, Output, Rendered, Target, rendered
from plancompiler.program import Program
from plancompiler.publish import published
from plancompiler.translate import translator
from plancompiler.workspace import assemble, built_in, files_digest, read

# With fewer nodes than this all is rendered in the time it takes to start processes.
_WORTH_PROCESSES = 3000

# So many artifacts are handed out at a time: few, since some are a hundred times the work of others.
_AT_A_TIME = 8


class FilesChanged(Exception):
    """The files of the workspace are no longer those that the build began with."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: of which workspace, whose files have the digest `files`, by which targets, in which language.

    `kept_in` is the folder of the cache; `public` and `as_of` are those of the wish.
    """

    root: Path
    files: str
    kept_in: Path | None
    targets: tuple[str, ...]
    language: str
    public: bool = False
    as_of: str = ""


def render(
    order: Order, program: Program, jobs: int, seen: Callable[[int, int], None] = lambda done, of: None
) -> Callable[[Mapping[str, str]], Iterator[Rendered]]:
    """Return what yields every file, given the keys of those that need not be rendered.

    `seen` is told how many of how many are done.
    """

    def run(known: Mapping[str, str]) -> Iterator[Rendered]:
        artifacts = list(_artifacts(order, program))
        alone = jobs == 1 or order.kept_in is None or len(program.nodes) < _WORTH_PROCESSES
        made = rendered(artifacts, known) if alone else _shared(order, len(artifacts), known, jobs)
        for number, one in enumerate(made, 1):
            seen(number, len(artifacts))
            yield one

    return run


def _shared(order: Order, count: int, known: Mapping[str, str], jobs: int) -> Iterator[Rendered]:
    # Processes are spawned, so that they are the same on every system.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (order, known)) as pool:
        starts = range(0, count, _AT_A_TIME)
        yield from chain.from_iterable(pool.map(_share, [order] * len(starts), starts))


@cache
def _begun() -> dict[Order, tuple[list[Artifact], Mapping[str, str]]]:
    return {}


def _begin(order: Order, known: Mapping[str, str]) -> None:
    # As in the command itself: all that is made is kept to the end.
    gc.disable()
    files = read(order.root)
    if files_digest(files) == order.files:
        cache = Cache(order.kept_in)
        workspace = assemble(files, cache=cache)
        program = workspace.program
        if order.public:
            program = published(workspace.units, program, built_in(cache))
        _begun()[order] = list(_artifacts(order, program)), known


def _share(order: Order, start: int) -> list[Rendered]:
    if order not in _begun():
        raise FilesChanged
    artifacts, known = _begun()[order]
    return list(rendered(artifacts[start : start + _AT_A_TIME], known))


def _artifacts(order: Order, program: Program) -> Iterable[Artifact]:
    output = Output(
        order.language, translator(order.language), lambda path: (order.root / path).read_bytes(), order.as_of
    )
    wanted = [each for each in collect(targets, "TARGET", Target) if each.name in order.targets]
    return chain.from_iterable(each.produce(program, output) for each in wanted)
