"""What `planc` is asked to do with a workspace of so many plans, one step after another, each a process of its own."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import generate
from measure import Command, Run, best

_BENCH = Path(__file__).parent

# What makes `planc` the one beside this folder, compiled once and not at every start.
SOURCE = {"PYTHONPATH": str(_BENCH.parent / "src"), "PYTHONDONTWRITEBYTECODE": ""}

COLD = "cold, all default outputs"
UNCHANGED = "unchanged"
ONE_WORD = "one-word edit"
COMMENT = "comment edit"
ADDED = "one plan added"
CHECK_COLD = "check, cold"
CHECK_WARM = "check, warm, one file edited"


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the steps happen: a scratch folder for so many plans, the seconds a command may take, and how many runs."""

    scratch: Path
    plans: int
    limit: float
    times: int

    @property
    def workspace(self) -> Path:
        """Return the folder that holds `plans/` and `build/`."""
        return self.scratch / "workspace"

    @property
    def edited(self) -> tuple[Path, str]:
        """Return the file that the edits change and its text before any of them."""
        number = min(2, self.plans - 1)
        return self.workspace / generate.path_of(number), generate.plan(number, self.plans)

    def environment(self) -> Mapping[str, str]:
        """Return what gives `planc` a cache of its own and a file to say its memory in."""
        return {
            "PLANC_CACHE": str(self.scratch / "cache"),
            "PLANC_BENCH_MEMORY": str(self.scratch / "memory"),
            **SOURCE,
        }

    def forget(self, _: int = 0) -> None:
        """Remove all that was made before: the cache and the outputs."""
        shutil.rmtree(self.scratch / "cache", ignore_errors=True)
        shutil.rmtree(self.workspace / "build", ignore_errors=True)


def steps(scene: Scene) -> Iterator[tuple[str, Run]]:
    """Yield what was done and how it went. The outputs of the cold build stand when it is yielded."""
    (path, text), first = scene.edited, scene.plans
    cold = _planc(scene, "build", scene.forget)
    yield COLD, cold
    if cold.failure:
        # With nothing built there is nothing to build again.
        yield from ((what, Run(failure="not run")) for what in (UNCHANGED, ONE_WORD, COMMENT, ADDED))
    else:
        yield UNCHANGED, _planc(scene, "build")
        yield ONE_WORD, _planc(scene, "build", lambda time: _put(path, generate.edited(text, time + 1)))
        yield COMMENT, _planc(scene, "build", lambda _: _put(path, generate.commented(path.read_text("utf-8"))))
        yield ADDED, _planc(scene, "build", lambda time: _add(scene, first + time))
        for added in range(first, first + scene.times):
            (scene.workspace / generate.path_of(added)).unlink(missing_ok=True)
    yield CHECK_COLD, _planc(scene, "check", scene.forget)
    yield CHECK_WARM, _planc(scene, "check", lambda time: _put(path, generate.edited(text, time + 1001)))


def _planc(scene: Scene, word: str, before: Callable[[int], object] = lambda time: None) -> Run:
    words = (sys.executable, _BENCH / "planc_measured.py", word)
    memory = scene.scratch / "memory"
    return best(Command(words, scene.workspace, scene.environment(), scene.limit, memory=memory), before, scene.times)


def _add(scene: Scene, number: int) -> None:
    _put(scene.workspace / generate.path_of(number), generate.plan(number, scene.plans))


def _put(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
