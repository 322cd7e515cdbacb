"""Ratios in one run on one machine: the front end against the bare parser, `planc check` against its own imports.

`make bench` prints the table. Seconds differ from machine to machine; the ratios are what to compare.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import generate
from ruamel.yaml import YAML

from plancompiler.unit import compile_unit

_ROOT = Path(__file__).parent.parent
_IMPORTS = "import typer, pydantic, jinja2, markdown_it, ruamel.yaml"


def main() -> None:
    """Print a line a figure: what, how long, and the ratio to what it is held against."""
    text = _megabyte()
    parser = _best(lambda: YAML(typ="safe").load(text))
    front = _best(lambda: compile_unit("plans/stor.yaml", text.encode()))
    _row("ruamel.yaml C safe load, 1 MB", parser, parser)
    _row("front end, text to validated nodes, 1 MB", front, parser, "at most 0.8")
    imports = _best(lambda: _run(sys.executable, "-c", _IMPORTS))
    with TemporaryDirectory() as folder:
        _two_plans(Path(folder))
        check = _best(lambda: _run(str(Path(sys.executable).parent / "planc"), "check", cwd=folder))
    every = _best(lambda: _run(str(Path(sys.executable).parent / "planc"), "check"))
    help_ = _best(lambda: _run(str(Path(sys.executable).parent / "planc"), "--help"))
    _row("imports of the libraries alone", imports, imports)
    _row("planc check on two plans", check, imports, "at most 3")
    _row("planc check on plans/", every, imports)
    _row("planc --help", help_, imports)


def _two_plans(folder: Path) -> None:
    """Write a workspace of two of our plans with the registers they use, cut loose from the other plans."""
    for name in ("ostfold-velferdspilot-2019", "sor-varanger-helse-2030"):
        _copy(f"plans/{name}.yaml", folder)
    for name in ("nasjonale", "ostfold", "sor-varanger"):
        _copy(f"plans/registre/{name}.yaml", folder)


def _copy(path: str, folder: Path) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text((_ROOT / path).read_text("utf-8").replace("    erstattet_av: iok\n", ""), "utf-8")


def _megabyte() -> str:
    """Return one plan of a megabyte: many plans' goals, each with ids of its own."""
    whole = [generate.plan(0, 1)]
    size, number = len(whole[0].encode()), 0
    while size < 1_000_000:
        number += 1
        goals = generate.plan(number, 1).partition("mål:\n")[2]
        goals = goals.replace("id: m", f"id: p{number}.m")
        whole.append(goals)
        size += len(goals.encode())
    return "".join(whole)


def _best(work: Callable[[], object], times: int = 5) -> float:
    seconds = []
    for _ in range(times):
        gc.collect()
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


def _run(*command: str, cwd: str | Path = _ROOT) -> None:
    subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, check=True)


def _row(what: str, seconds: float, against: float, wanted: str = "") -> None:
    print(f"{what:<45} {seconds * 1000:8.0f} ms {seconds / against:6.2f} × {wanted}")


if __name__ == "__main__":
    main()
