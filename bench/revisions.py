"""How long `planc diff`, `planc log` and `planc check --mot` take on repositories that are made for it.

    python bench/revisions.py

prints a Markdown table. Every figure is a whole run of the program, with its start, the best of a few: by the wall, and
the time of all processor cores together, which other work on the machine disturbs less. Warm is the same command again.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import generate
from measure import Command, best
from steps import SOURCE

_LIMIT, _TIMES = 300.0, 3
_COMMITS, _EVERY, _PLANS = 2_000, 100, 5
# The node that `generate.edited` changes.
_NODE = "plan-0000/m4.d2.v3"
_RANGE = "HEAD~1..HEAD"


def main() -> None:
    """Print a row a figure: what, seconds cold and warm by the wall and of all cores, and what to reach."""
    print("| what | cold, s | of all cores | warm, s | of all cores | to reach |\n|---|--:|--:|--:|--:|---|")
    with TemporaryDirectory(prefix="planc-bench-") as folder:
        scratch = Path(folder)
        large = _two(scratch / "large", {"plans/stor.yaml": generate.megabyte()}, 10)
        _row("`diff`, two revisions of a plan of 1 MB, 10 nodes changed", large, ("diff", _RANGE), "0.5 s")
        many = _two(scratch / "many", {generate.path_of(number): generate.plan(number, 60) for number in range(60)}, 30)
        _row("`diff`, 60 plans, 30 nodes changed", many, ("diff", _RANGE), "1.5 s cold, 0.7 s warm")
        _row("`check --mot`, 60 plans, 30 nodes changed", many, ("check", "--mot", "HEAD~1"), "")
        long = _long(scratch / "long")
        what = f"`log` of a node over {_COMMITS} commits of {_PLANS} plans, {_COMMITS // _EVERY} of them its own"
        _row(what, long, ("log", _NODE), "2 s warm")


def _row(what: str, folder: Path, words: tuple[str, ...], wanted: str) -> None:
    cache = folder.with_name(f"{folder.name}-cache")
    command = Command(
        (sys.executable, "-m", "plancompiler", *words), folder, {**SOURCE, "PLANC_CACHE": str(cache)}, _LIMIT,
        frozenset({0, 1}),
    )  # fmt: skip
    cold = best(command, lambda _: shutil.rmtree(cache, ignore_errors=True), _TIMES)
    warm = best(command, times=_TIMES)
    cells = (f"{value:.2f}" for run in (cold, warm) for value in (run.seconds, run.cpu_seconds))
    print(f"| {what} | {' | '.join(cells)} | {cold.failure or warm.failure or wanted} |", flush=True)


def _two(folder: Path, files: Mapping[str, str], changes: int) -> Path:
    """Make a repository of two commits, so many lines of prose in the second other than in the first."""
    chance = random.Random(0)
    now = dict(files)
    for number in range(changes):
        path = chance.choice(sorted(now))
        now[path] = _reworded(chance, now[path], f"ved behov {number}")
    register = {"plans/registre/enheter.yaml": generate.register()}
    return _repository(folder, ({**register, **files}, now))


def _long(folder: Path) -> Path:
    """Make a repository of a long history: a line of prose a commit, now and then of the node that is asked for."""
    chance = random.Random(0)
    files = {generate.path_of(number): generate.plan(number, _PLANS) for number in range(_PLANS)}

    def commits() -> Iterator[Mapping[str, str]]:
        yield {**files, "plans/registre/enheter.yaml": generate.register()}
        for number in range(1, _COMMITS):
            own = number % _EVERY == 0
            path = generate.path_of(0) if own else chance.choice(sorted(files))
            text = files[path]
            files[path] = generate.edited(text, number) if own else _reworded(chance, text, f"runde {number}")
            yield {path: files[path]}

    return _repository(folder, commits())


def _reworded(chance: random.Random, text: str, words: str) -> str:
    lines = text.split("\n")
    prose = [place for place, line in enumerate(lines) if line.startswith(" " * 14) and "versjon" not in line]
    place = chance.choice(prose)
    lines[place] = f"{lines[place].partition(' ved ')[0].partition(' runde ')[0].rstrip('.')} {words}."
    return "\n".join(lines)


def _repository(folder: Path, commits: Iterable[Mapping[str, str]]) -> Path:
    """Make a repository of commits, each the files that are new in it."""
    told: list[bytes] = []
    for number, files in enumerate(commits):
        told.append(b"commit refs/heads/main\ncommitter x <x@example.org> %d +0000\n" % (1_500_000_000 + number * 3600))
        told.append(_data(f"Endring\n\nBegrunnelse: Runde {number}\n"))
        for path, text in files.items():
            told.append(f"M 100644 inline {path}\n".encode() + _data(text))
    folder.mkdir()
    for words, said in ((("init", "-q", "-b", "main"), b""), (("fast-import", "--quiet"), b"".join(told)),
                        (("reset", "-q", "--hard"), b""), (("gc", "-q"), b"")):  # fmt: skip
        subprocess.run(("git", *words), cwd=folder, input=said, check=True, capture_output=True)
    return folder


def _data(text: str) -> bytes:
    data = text.encode()
    return b"data %d\n%s\n" % (len(data), data)


if __name__ == "__main__":
    main()
