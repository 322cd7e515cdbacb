"""How fast planc is, in one run on one machine: against the barest compiler of plans of these sizes, and against Hugo.

`make bench` prints the tables and writes them to `bench/RESULTS.md`, which says how to read them. With `--quick` it
looks at few plans, once, and writes nothing.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import generate
import peers
from results import FLOOR, HEAD, READING, Row, Sizes, line, machine, phases_table, sizes_table
from steps import COLD, SOURCE, Scene, steps

_BENCH = Path(__file__).parent
_RATIOS_LIMIT = 600.0
_KINDS = {"markdown": "Markdown", "tables": "tables", "data": "data"}


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line."""

    plans: tuple[int, ...]
    limit: float
    times: int
    out: Path | None


class Report:
    """The text of the results; every line is printed when it is there, since the last may be an hour away."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add(self, text: str = "") -> None:
        """Add lines, and print them."""
        self.lines.append(text)
        print(text, flush=True)


def main() -> None:
    """Measure, print, and write the results."""
    options = _options()
    # As an installation has it: no run is to compile the code anew.
    compileall.compile_dir(_BENCH.parent / "src", quiet=2)
    report = Report()
    report.add("# How fast planc is\n")
    report.add(f"{machine()}. Written by `make bench`; do not edit.\n")
    with TemporaryDirectory(prefix="planc-bench-") as folder:
        _measure(options, Path(folder), report)
    report.add("## Small things\n")
    report.add(_output(_RATIOS_LIMIT, SOURCE, "ratios.py") or "Could not be measured.")
    report.add("\n## Revisions\n")
    report.add(_output(_RATIOS_LIMIT, SOURCE, "revisions.py") or "Could not be measured.")
    report.add(READING)
    if options.out is not None:
        options.out.write_text("\n".join(report.lines) + "\n", "utf-8")


def _measure(options: Options, scratch: Path, report: Report) -> None:
    known = peers.fetch(scratch)
    for said in known.missing:
        report.add(f"Left out. {said}\n")
    rows: list[Row] = []
    sizes: list[Sizes] = []
    phases: dict[tuple[int, str], Mapping[str, float]] = {}
    report.add(HEAD)
    for plans in options.plans:
        scene = Scene(scratch / f"plans-{plans}", plans, options.limit, options.times)
        generate.write(scene.workspace, plans)
        peer_yaml = peers.plans(known, plans) if known.python or known.hugo else 0
        for row in _rows(known, scene):
            rows.append(row)
            report.add(line(row, rows))
            if row.what == COLD:
                sizes.append(_sizes(scene, peer_yaml))
        phases |= {(plans, what): seconds for what, seconds in _phases(scene)}
        # Many plans fill many folders, and no later step looks at them.
        shutil.rmtree(scene.scratch)
        shutil.rmtree(known.folder / str(plans), ignore_errors=True)
    report.add("\n## Bytes in and out\n")
    report.add(sizes_table(sizes))
    report.add("\n## Where the time goes\n")
    report.add(phases_table(phases))
    report.add()


def _rows(known: peers.Peers, scene: Scene) -> Iterator[Row]:
    if known.python is not None:
        yield Row(scene.plans, FLOOR, peers.floor(known, scene.plans, scene.limit, scene.times), ours=False)
    if known.hugo is not None:
        cold, edit = peers.hugo(known, scene.plans, scene.limit, scene.times)
        yield Row(scene.plans, "Hugo, cold", cold, ours=False)
        yield Row(scene.plans, "Hugo, one-word edit", edit, ours=False)
    for what, run in steps(scene):
        yield Row(scene.plans, what, run)


def _sizes(scene: Scene, peer_yaml: int) -> Sizes:
    """Return the bytes of the plans and of what stands in the build folder now."""
    out: dict[str, int] = {}
    build = scene.workspace / "build"
    for path in build.rglob("*"):
        folder = path.relative_to(build).parts[0]
        if path.is_file() and not folder.startswith("."):
            kind = _KINDS.get(folder, "HTML" if path.suffix == ".html" else "rest of the site")
            out[kind] = out.get(kind, 0) + path.stat().st_size
    yaml = sum(path.stat().st_size for path in (scene.workspace / "plans").glob("*.yaml"))
    return Sizes(scene.plans, yaml, peer_yaml, out)


def _phases(scene: Scene) -> Iterator[tuple[str, Mapping[str, float]]]:
    """Yield the phases of a cold build and of one after an edit, each in a process of its own."""
    scene.forget()
    path, text = scene.edited
    for what, version in (("cold", 0), ("one-word edit", 1)):
        path.write_text(generate.edited(text, version), "utf-8")
        said = _output(scene.limit, scene.environment(), "phases.py", scene.workspace, scene.workspace / "build")
        yield what, json.loads(said) if said else {}
        if not said:
            # Without the first, the second would be a cold build too.
            return


def _output(limit: float, environment: Mapping[str, str], script: str, *words: Path) -> str:
    """Return what a script of this folder prints, or "" when it fails or takes too long."""
    command = [sys.executable, str(_BENCH / script), *map(str, words)]
    try:
        done = subprocess.run(
            command, env={**os.environ, **environment}, capture_output=True, timeout=limit, check=True, text=True
        )
    except subprocess.SubprocessError as failure:
        print(f"{script}: {failure}", file=sys.stderr)
        return ""
    return done.stdout.strip()


def _options() -> Options:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", default="", help="how many, with commas between; else 5,20,60,200,1000")
    parser.add_argument("--limit", type=float, default=600, help="seconds that one command may take; else 600")
    parser.add_argument("--quick", action="store_true", help="5 and 20 plans, every run once, nothing written")
    parser.add_argument("--out", type=Path, default=_BENCH / "RESULTS.md", help="where the results are written")
    chosen = parser.parse_args()
    plans = chosen.plans or ("5,20" if chosen.quick else "5,20,60,200,1000")
    return Options(
        tuple(int(number) for number in plans.split(",")),
        chosen.limit,
        1 if chosen.quick else 5,
        None if chosen.quick else chosen.out,
    )


if __name__ == "__main__":
    main()
