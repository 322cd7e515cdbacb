"""Run as a program: builds a workspace over and over, each build killed at a random moment, and says what was left.

A process of its own, without threads, so that it may fork: a fork has the compiler loaded already, and a build takes
hundredths of a second.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from plancompiler.asked import Wish
from plancompiler.build import standing
from plancompiler.cache import Cache
from plancompiler.make import make
from plancompiler.translate import BOKMAL
from plancompiler.workspace_files import read

TARGETS = ("html", "markdown", "tables", "data")
FOLDERS = ("site", "markdown", "tables", "data")
PLAN = """\
plan: eksempel
tittel: Eksempel {number}
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: vedtatt
mål:
  - id: m1
    tittel: Målet for {number}
    bærekraftsmål: [3, {goal}]
    virkemidler:
      - id: m1.v1
        tekst: Virkemiddel {number}.
"""


def main(room: Path, times: int) -> None:
    """Kill `times` builds in `room`; leaves with a message when a build left anything but a whole site."""
    chance = random.Random(1)
    root, out = room / "område", room / "ut"
    (root / "plans").mkdir(parents=True)
    trees = []
    for number in (1, 2):
        write(root, number)
        began = time.perf_counter()
        build(root, room / f"rett{number}")
        took = time.perf_counter() - began
        trees.append(tree(room / f"rett{number}"))
    build(root, out)
    killed = halved = 0
    turn = -1
    while killed < times:
        turn += 1
        write(root, 1 + turn % 2)
        child = os.fork()
        if not child:
            build(root, out)
            os._exit(0)
        time.sleep(chance.random() * took)
        os.kill(child, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        left = tree(out)
        for folder in FOLDERS:
            part = within(left, folder)
            # A folder is missing only between the two renames of the exchange, which the next start completes.
            if part and part not in [within(each, folder) for each in trees]:
                sys.exit(f"turn {turn}: {folder} is neither what it was nor what it was to be")
            halved += not part
        standing(out)
        if tree(out) not in trees:
            sys.exit(f"turn {turn}: the next start did not complete the exchange")
        if turn % 10 == 9:
            build(root, out)
            if tree(out) != trees[turn % 2]:
                sys.exit(f"turn {turn}: the next build is not a clean one")
    print(killed, halved)


def write(root: Path, number: int) -> None:
    (root / "plans" / "eksempel.yaml").write_text(PLAN.format(number=number, goal=4 + number), "utf-8")


def build(root: Path, out: Path) -> None:
    made = make(Wish(root, out, TARGETS), read(root), Cache(None), BOKMAL)
    assert isinstance(made, tuple), made


def tree(out: Path) -> Mapping[str, bytes]:
    files = (path for folder in FOLDERS for path in (out / folder).rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def within(files: Mapping[str, bytes], folder: str) -> Mapping[str, bytes]:
    return {path: data for path, data in files.items() if path.startswith(f"{folder}/")}


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
