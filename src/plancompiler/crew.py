"""The processes that share a large piece of work. They are started when the first of it is handed out.

They are spawned and not forked, so that they are the same on every system, and what goes between is plain data: text,
bytes and keys, never the objects of a program.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, wait
from itertools import islice
from threading import Thread
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


class Crew:
    """At most `jobs` processes, and with one, nobody to share with. Used in a `with`, at whose end they go home."""

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = jobs
        self._pool: Executor | None = None

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *reason: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    @property
    def alone(self) -> bool:
        """Whether all work is done where it is asked for."""
        return self.jobs == 1

    def map(self, work: Callable[..., _Made], *given: Iterable[object], at_a_time: int = 1) -> Iterator[_Made]:
        """Yield what `work`, a function of a module, makes of each of the given, in their order."""
        return self._started().map(work, *given, chunksize=at_a_time)

    def as_made(self, work: Callable[..., _Made], *given: Iterable[object]) -> Iterator[_Made]:
        """Yield what `work` makes of each of the given, as it is made and so in any order.

        No more is made than whoever takes it has room for: two pieces ahead for each process.
        """
        left = zip(*given, strict=True)
        waiting = {self._started().submit(work, *each) for each in islice(left, 2 * self.jobs)}
        while waiting:
            made, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            waiting |= {self._started().submit(work, *each) for each in islice(left, len(made))}
            while made:
                yield made.pop().result()

    def begin(self, work: Callable[_Given, object], *args: _Given.args, **kwargs: _Given.kwargs) -> None:
        """Let every process do something that it will need done, while this one goes on."""
        for _ in range(self.jobs):
            self._started().submit(work, *args, **kwargs)

    def _started(self) -> Executor:
        if self._pool is None:
            # Imported late: a run that shares nothing starts 20 ms sooner.
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            self._pool = ProcessPoolExecutor(self.jobs, get_context("spawn"), _stay_no_longer)
        return self._pool


def _stay_no_longer() -> None:
    """See to it that this process ends when the one that started it is killed: nobody else would ever tell it to."""
    # A process that was started has it loaded.
    from multiprocessing import parent_process

    starter = parent_process()
    if starter is not None:
        Thread(target=_leave_after, args=(starter.join,), daemon=True).start()


def _leave_after(the_end: Callable[[], object]) -> None:
    the_end()
    # The thread that works may be waiting for more, and cannot be asked.
    os._exit(1)


ALONE = Crew()


def cores() -> int:
    """Return how many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
