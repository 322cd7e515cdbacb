"""How far a long run is: one line on a terminal, nothing anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from plancompiler.translate import Translator

# A run shorter than this needs no telling, and a line is not renewed more often than can be read.
_FIRST, _THEN = 1.0, 0.1


@contextmanager
def progress(words: Translator) -> Iterator[Callable[[int, int], None]]:
    """Give what is to be told how many of how many files are done; the line is wiped at the end."""
    if not sys.stderr.isatty():
        yield lambda done, of: None
        return
    shown, due = False, time.monotonic() + _FIRST

    def seen(done: int, of: int) -> None:
        nonlocal shown, due
        if time.monotonic() >= due:
            sys.stderr.write(f"\r\x1b[2K{words('Bygger: {done} av {of} filer').format(done=done, of=of)}")
            sys.stderr.flush()
            shown, due = True, time.monotonic() + _THEN

    try:
        yield seen
    finally:
        if shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
