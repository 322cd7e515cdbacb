"""The figures as Markdown tables, each held against the figure to reach."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import Run
from steps import CHECK_WARM, COLD, ONE_WORD, UNCHANGED

# What to reach, by number of plans: times the floor, seconds, and MB a process.
_RATIOS: Mapping[str, Mapping[int, float]] = {
    COLD: {60: 1.6, 200: 1.6},
    UNCHANGED: {60: 0.25, 200: 0.15},
    ONE_WORD: {60: 0.35, 200: 0.2},
    CHECK_WARM: {60: 0.3, 200: 0.15},
}
_SECONDS: Mapping[str, Mapping[int, float]] = {UNCHANGED: {1000: 8}, ONE_WORD: {1000: 10}}
_MEMORY: Mapping[int, float] = {60: 300, 200: 500, 1000: 2048}
_HTML_PER_YAML = 3.0
# A thousand plans may take five times as long as two hundred, and a little more for what noise does.
_LINEAR_FROM, _LINEAR_AT, _LINEAR_SLACK = 200, 1000, 1.1

FLOOR = "floor"

HEAD = (
    "| plans | what | s | × floor | to reach | | CPU s | × its CPU | MB own | MB started | to reach | |\n"
    "|--:|---|--:|--:|---|---|--:|--:|--:|--:|--:|---|"
)


READING = """
## How to read this

- **Ratios, not seconds.** Seconds are of this machine on one occasion. `× floor` is the time over the floor's for as
  many plans in the same run. The floor is the barest Python compiler of plans of these sizes: it parses, checks ids and
  links, and writes HTML pages, nothing else. Hugo gets pages in which every link is resolved already; it is what a very
  fast program does with a part of the work.
- **The plans are generated**: 8 goals, 32 subgoals and 128 measures each, the same in every run. No plan has an error.
- **Cold** is an empty cache and an empty `build/`; the code is compiled and the disk is warm. **Unchanged** is the
  same command again. **One-word edit** changes a word in the text of one measure. **Comment edit** adds a comment first
  in a file, so that every line moves and nothing is said anew. **One plan added** adds a whole plan. `check` reads and
  checks everything and writes nothing; warm is with the cache of an earlier one.
- **s** is by the wall, from start to end of the process: the best of at most five runs, and of one where it takes long.
  What took longer than the limit was cut, and says so.
- **CPU s** is the time of all cores together, and **× its CPU** that over the floor's. Where it is far from **s**,
  other work disturbed the run, or planc used several processes; on a busy machine it is the ratio to trust.
- **MB own** is the peak memory of the process, **MB started** that of the largest process it started, in any run. They
  are not added up; the figure to reach is for each of them.
- **Linear from 200**: a thousand plans take at most 1.1 times five times what two hundred take.
- **Where the time goes** is one process that does all the work through the library, so that its phases add up; `planc`
  itself may use more processes. `produce` is to list a target's files and find the key of each, `render` to make
  the bytes of those whose key is new, `search` to make what the search of the site reads, and `write` to lay the files
  and exchange the folders. What begins with `of` is a part of another phase and not added to the sum.
- An empty last column means that there is no figure to reach.
- **What the time goes to, and what the limit is**, by profile: `bench/LIMITS.md`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured; `ours` is false for what planc is held against."""

    plans: int
    what: str
    run: Run
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes in and out for so many plans; `peer_yaml` is what the floor reads, 0 when there is no floor."""

    plans: int
    yaml: int
    peer_yaml: int
    out: Mapping[str, int]


def line(row: Row, rows: Iterable[Row]) -> str:
    """Return a row of the table; `rows` are those there are so far, the floor's among them."""
    what = f"planc: {row.what}" if row.ours else row.what
    if row.run.failure:
        return f"| {row.plans} | {what} | {row.run.failure} | | {_wanted(row)[0]} | | | | | | | |"
    rows = [each for each in rows if not each.run.failure]
    before = {(each.plans, each.what): each.run.seconds for each in rows}
    floor = before.get((row.plans, FLOOR))
    ratio = row.run.seconds / floor if floor else None
    floor_cpu = next((each.run.cpu_seconds for each in rows if (each.plans, each.what) == (row.plans, FLOOR)), 0.0)
    wanted, most = _wanted(row)
    if wanted.endswith("×"):
        reached = _reached(ratio, most)
    elif wanted.startswith("linear"):
        smaller = before.get((_LINEAR_FROM, row.what))
        times = row.run.seconds / (smaller * _LINEAR_AT / _LINEAR_FROM) if smaller else None
        wanted += f" ({times:.2f} × that)" if times is not None else ""
        reached = _reached(times, most)
    else:
        reached = _reached(row.run.seconds, most)
    memory = _MEMORY.get(row.plans) if row.ours else None
    started = row.run.children_mb
    fits = _reached(max(row.run.own_mb, started or 0.0), memory)
    cells = (
        str(row.plans),
        what,
        _seconds(row.run.seconds),
        _cell(ratio),
        wanted,
        reached,
        _seconds(row.run.cpu_seconds),
        _cell(row.run.cpu_seconds / floor_cpu if floor_cpu else None),
        f"{row.run.own_mb:.0f}",
        f"{started:.0f}" if started else "",
        "" if memory is None else f"{memory:.0f}",
        fits,
    )
    return f"| {' | '.join(cells)} |"


def sizes_table(sizes: Sequence[Sizes]) -> str:
    """Return what was read and written."""
    kinds = list(dict.fromkeys(kind for each in sizes for kind in each.out))
    rows = [
        f"| plans | YAML, kB a plan | the floor's, kB a plan | {' | '.join(f'{kind}, MB' for kind in kinds)} "
        "| HTML / YAML | to reach | |",
        "|--:" * (len(kinds) + 5) + "|---|",
    ]
    for each in sizes:
        times = each.out["HTML"] / each.yaml if "HTML" in each.out else None
        rows.append(
            f"| {each.plans} | {each.yaml / each.plans / 1000:.1f} "
            f"| {f'{each.peer_yaml / each.plans / 1000:.1f}' if each.peer_yaml else ''} "
            f"| {' | '.join(f'{each.out[kind] / 1e6:.2f}' if kind in each.out else '' for kind in kinds)} "
            f"| {'' if times is None else f'{times:.2f}'} | {_HTML_PER_YAML:.0f} | {_reached(times, _HTML_PER_YAML)} |"
        )
    return "\n".join(rows)


def phases_table(phases: Mapping[tuple[int, str], Mapping[str, float]]) -> str:
    """Return CPU seconds by phase, a column for each number of plans and way of building."""
    names = list(dict.fromkeys(name for seconds in phases.values() for name in seconds))
    rows = [
        "| phase, CPU s | " + " | ".join(f"{plans}, {what}" for plans, what in phases) + " |",
        "|---" + "|--:" * len(phases) + "|",
    ]
    for name in names:
        rows.append(f"| {name} | " + " | ".join(_cell(seconds.get(name)) for seconds in phases.values()) + " |")
    rows.append(
        "| **in all** | " + " | ".join(_cell(_sum(seconds)) if seconds else "cut" for seconds in phases.values()) + " |"
    )
    return "\n".join(rows)


def _sum(seconds: Mapping[str, float]) -> float:
    """Return the seconds of all phases, without those that are parts of others."""
    return sum(time for name, time in seconds.items() if not name.startswith("of "))


def machine() -> str:
    """Return what the figures were measured on."""
    model = platform.processor() or platform.machine()
    cores = Path("/proc/cpuinfo")
    if cores.is_file():
        named = [text for text in cores.read_text("utf-8").splitlines() if text.startswith("model name")]
        model = named[0].partition(":")[2].strip() if named else model
    return f"{os.cpu_count()} cores, {model}, {platform.system()}, Python {platform.python_version()}"


def _wanted(row: Row) -> tuple[str, float | None]:
    if not row.ours:
        return "", None
    if row.what == COLD and row.plans == _LINEAR_AT:
        return f"linear from {_LINEAR_FROM}", _LINEAR_SLACK
    ratio, seconds = _RATIOS.get(row.what, {}).get(row.plans), _SECONDS.get(row.what, {}).get(row.plans)
    if ratio is not None:
        return f"{ratio} ×", ratio
    return ("", None) if seconds is None else (f"{seconds:.0f} s", seconds)


def _reached(value: float | None, most: float | None) -> str:
    if value is None or most is None:
        return ""
    return "yes" if value <= most else "**no**"


def _seconds(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}"


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
