"""Ratios of small things: the front end against the bare parser, and `planc` against its own imports.

    python bench/ratios.py

prints a Markdown table. Seconds differ from machine to machine; the ratios are what to compare.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import generate
from ruamel.yaml import YAML

from plancompiler.layout import formatted
from plancompiler.unit import compile_unit
from plancompiler.wordmarks import marked

_ROOT = Path(__file__).parent.parent
_IMPORTS = "import typer, pydantic, jinja2, markdown_it, ruamel.yaml"
_TIMES = 5


def main() -> None:
    """Print a row a figure: what, how long, and the ratio to what it is held against."""
    print("| what | ms | × | to reach |\n|---|--:|--:|--:|")
    text = generate.megabyte()
    parser = _best(lambda: YAML(typ="safe").load(text))
    front = _best(lambda: compile_unit("plans/stor.yaml", text.encode()))
    _row("ruamel.yaml, C parser alone, 1 MB", parser, parser)
    _row("front end, text to validated nodes, 1 MB", front, parser, "0.8")
    fmt = _best(lambda: formatted("plans/stor.yaml", text.replace(": ", ":  ").encode()))
    _row("`planc fmt` of 1 MB, every line new", fmt, parser)
    words = [f"ord{number * 7919 % 800}" + "." * (number % 14 == 13) for number in range(3000)]
    new = [f"{word}x" if number % 10 == 0 else word for number, word in enumerate(words)]
    marks = _best(lambda: marked(" ".join(words), " ".join(new)))
    _row("words marked in a text of 3 000 without sentences, a tenth of them new", marks, parser)
    starts = [word.capitalize() if number % 14 == 0 else word for number, word in enumerate(words)]
    news = [word.capitalize() if number % 14 == 0 else word for number, word in enumerate(new)]
    marks = _best(lambda: marked(" ".join(starts), " ".join(news)))
    _row("the same text in sentences", marks, parser)
    imports = _best(lambda: _run("-c", _IMPORTS))
    with TemporaryDirectory() as folder:
        cache = str(Path(folder) / "cache")
        _two_plans(Path(folder))
        check = _best(lambda: _planc("check", cwd=folder))
        again = _best(lambda: _planc("check", cwd=folder, cache=cache))
        every = _best(lambda: _planc("check"))
        every_again = _best(lambda: _planc("check", cache=cache))
    _row("imports of the libraries alone", imports, imports)
    _row("`planc check` on two plans, no cache", check, imports, "3")
    _row("`planc check` on two plans, from the cache", again, imports)
    _row("`planc check` on `plans/`, no cache", every, imports)
    _row("`planc check` on `plans/`, from the cache", every_again, imports)
    _row("`planc --help`", _best(lambda: _planc("--help")), imports)


def _two_plans(folder: Path) -> None:
    """Write a workspace of two of our plans with the registers they use, cut loose from the other plans."""
    for name in ("ostfold-velferdspilot-2019", "sor-varanger-helse-2030"):
        _copy(f"plans/{name}.yaml", folder)
    for name in ("nasjonale", "ostfold", "sor-varanger"):
        _copy(f"plans/registre/{name}.yaml", folder)


def _copy(path: str, folder: Path) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text((_ROOT / path).read_text("utf-8").replace("    erstattet_av: iok\n", ""), "utf-8")


def _best(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(_TIMES):
        gc.collect()
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


def _planc(*words: str, cwd: str | Path = _ROOT, cache: str = "") -> None:
    _run("-m", "plancompiler", *words, cwd=cwd, cache=cache)


def _run(*words: str, cwd: str | Path = _ROOT, cache: str = "") -> None:
    environment = {**os.environ, "PLANC_CACHE": cache, "PYTHONPATH": str(_ROOT / "src")}
    subprocess.run((sys.executable, *words), cwd=cwd, env=environment, stdout=subprocess.DEVNULL, check=True)


def _row(what: str, seconds: float, against: float, wanted: str = "") -> None:
    print(f"| {what} | {seconds * 1000:.0f} | {seconds / against:.2f} | {wanted} |", flush=True)


if __name__ == "__main__":
    main()
