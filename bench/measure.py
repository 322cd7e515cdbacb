"""One command run and measured: seconds by the wall, the most memory, and what went wrong if anything did.

What is measured starts other processes, so it is ended as a group when it takes too long.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# A run is repeated until so many are done or so many seconds are used; the best one is what the machine can do.
_TIMES = 5
_ENOUGH_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the wall, seconds of all cores together, and the peak memory in MB of the process and of the largest
    one it started (None: not known).

    `failure` says why there are no figures, in a word or two.
    """

    seconds: float = 0.0
    cpu_seconds: float = 0.0
    own_mb: float = 0.0
    children_mb: float | None = None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """What to run where; `accepted` are the exit codes of success and `limit` the seconds it may take.

    `memory` is a file to which the command itself writes what it and its children used, in kB each.
    """

    words: Sequence[str | Path]
    folder: Path
    environment: Mapping[str, str]
    limit: float
    accepted: frozenset[int] = frozenset({0})
    memory: Path | None = None


def run(command: Command) -> Run:
    """Run the command once. Its output is not kept."""
    if command.memory is not None:
        command.memory.unlink(missing_ok=True)
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command.words],
            cwd=command.folder,
            env={**os.environ, **command.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            start_new_session=True,
        )
        cut = threading.Event()
        alarm = threading.Timer(command.limit, _end, (process.pid, cut))
        alarm.start()
        # Waited for here and not by subprocess, whose wait with a limit looks only twenty times a second.
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if cut.is_set():
            return Run(failure=f"over {command.limit:.0f} s")
        if process.returncode not in command.accepted:
            said.seek(0)
            return Run(failure=f"exit code {process.returncode}{_last_line(said.read())}")
    own, children = _memory(command.memory)
    cpu_seconds = used.ru_utime + used.ru_stime
    return Run(seconds, cpu_seconds, used.ru_maxrss / 1024 if own is None else own, children)


def best(command: Command, before: Callable[[int], object] = lambda time: None, times: int = _TIMES) -> Run:
    """Return the fastest run with the most memory any run took; `before` prepares each and is told which it is."""
    runs: list[Run] = []
    while len(runs) < times and sum(each.seconds for each in runs) < _ENOUGH_SECONDS:
        before(len(runs))
        runs.append(run(command))
        if runs[-1].failure:
            return runs[-1]
    children = [each.children_mb for each in runs if each.children_mb is not None]
    return Run(
        min(each.seconds for each in runs),
        min(each.cpu_seconds for each in runs),
        max(each.own_mb for each in runs),
        max(children) if children else None,
    )


def _end(group: int, cut: threading.Event) -> None:
    cut.set()
    os.killpg(group, signal.SIGKILL)


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return f": {lines[-1][:80]}" if lines else ""


def _memory(path: Path | None) -> tuple[float | None, float | None]:
    if path is None or not path.is_file():
        return None, None
    own, children = path.read_text("utf-8").split()
    return int(own) / 1024, int(children) / 1024
