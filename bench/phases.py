"""One build in this process, phase by phase, through the functions that `planc build` is made of.

    python bench/phases.py WORKSPACE OUT

prints JSON of CPU seconds by phase, which other work on the machine disturbs least. The cache is that of `PLANC_CACHE`,
and one process does all the work, so that the phases add up; what begins with `of` is a part of another phase, measured
by doing it once more.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from plancompiler import targets
from plancompiler.build import Stamp, build
from plancompiler.cache import user_cache
from plancompiler.checked import checked
from plancompiler.collect import collect, one_of
from plancompiler.emit import Output, Rendered, Target
from plancompiler.fingerprint import fingerprint
from plancompiler.link import link
from plancompiler.program import Program
from plancompiler.report import report
from plancompiler.settled import levels, settled
from plancompiler.source import digest
from plancompiler.spans import Spans
from plancompiler.translate import translator
from plancompiler.unit_record import meaning
from plancompiler.units import units_of
from plancompiler.views import pictures
from plancompiler.views.page import Here
from plancompiler.views.pictured import PLAN, Pictures, pictures_of
from plancompiler.workspace import built_in
from plancompiler.workspace_files import read

# What `planc build` makes when nothing is asked for.
_USUAL = ("data", "html", "markdown", "tables")


class Clock:
    """Seconds by phase, in the order the phases began; a phase that is come back to goes on."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Add the time of the block to a phase."""
        began = time.process_time()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - began


def timed_build(root: Path, out: Path) -> dict[str, float]:
    """Build all outputs of a workspace and return seconds by phase; `write` is what is left of the last step."""
    clock = Clock()
    clock.seconds["start and imports"] = time.process_time()
    with clock.phase("read"):
        files = read(root)
    with clock.phase("units"):
        cache = user_cache()
        units = units_of({path: files[path] for path in sorted(files)}, cache)
        vocabularies = built_in(cache)
    with clock.phase("link"):
        program, linked = link(units, vocabularies)
    with clock.phase("lint"):
        said = checked(program, cache)
    with clock.phase("findings"):
        every = (*(one for unit in units for one in unit.diagnostics), *linked, *said)
        sources = {unit.source.path: unit.source for unit in units}
        spans = Spans(cache)
        report(settled(program, every), sources, translator("nb"), levels(program), spans.find)
        spans.keep()
    with clock.phase("meaning"):
        stamp = Stamp(fingerprint(), meaning=digest(*map(meaning, units)))
    output = Output("nb", translator("nb"), lambda path: (root / path).read_bytes())
    chosen = [one_of(targets, "TARGET", Target, name) for name in _USUAL]
    before, began = sum(clock.seconds.values()), time.process_time()
    build(
        out,
        lambda known: (made for target in chosen for made in _timed(target, program, output, known, clock)),
        tuple(target.folder for target in chosen),
        stamp,
    )
    whole = time.process_time() - began
    found = {**clock.seconds, "write": whole - (sum(clock.seconds.values()) - before)}
    began = time.process_time()
    _draw(program, output)
    return {**found, "of html: pictures": time.process_time() - began}


def _draw(program: Program, output: Output) -> None:
    """Draw every picture of the site."""
    plans = {f"{plan}/index.html": plan for plan in program.plans}
    pages = {page: "" for kind in collect(pictures, "PICTURES", Pictures) for page in kind.pages if page != PLAN}
    for page, plan in (pages | plans).items():
        pictures_of(Here(program, output, page, plan))


def _timed(
    target: Target, program: Program, output: Output, known: Mapping[str, str], clock: Clock
) -> Iterator[Rendered]:
    """Yield the files of a target: listed and made until their keys are known, and rendered when the keys are new.

    What the search reads is a phase of its own: no other file takes so long to know the key of.
    """
    produced = target.produce(program, output)
    while True:
        with clock.phase(f"{target.name}: produce"):
            artifact = next(produced, None)
        if artifact is None:
            return
        part = "search" if artifact.path.startswith("site/sok/") else "produce"
        with clock.phase(f"{target.name}: {part}"):
            made = artifact.make()
        data = None
        if known.get(artifact.path) != made.key:
            with clock.phase(f"{target.name}: render"):
                data = made.render()
        yield Rendered(artifact.path, made.key, data)


if __name__ == "__main__":
    # As in `planc` itself.
    gc.disable()
    print(json.dumps(timed_build(Path(sys.argv[1]), Path(sys.argv[2]))))
