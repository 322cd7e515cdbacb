"""What a preview shows: the pages of the files as they last were without errors, and what is to be said of them now.

No page is made before someone asks for it, so that a save costs no more than reading and judging what it changed.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from plancompiler.as_of import as_of
from plancompiler.cache import Cache
from plancompiler.emit import Artifact
from plancompiler.findings import at_or_above, findings, sources, summary
from plancompiler.node import text
from plancompiler.render import Order, artifacts_of
from plancompiler.report import Finding
from plancompiler.source import Source
from plancompiler.translate import Translator
from plancompiler.unit import Unit
from plancompiler.workspace import Workspace, assemble
from plancompiler.workspace_files import NoWorkspace, beside, read

SITE = "site/"


@dataclass(frozen=True, slots=True)
class Edition:
    """What is shown: the files of the site by address, whether they are `older` than the workspace, and the findings.

    `said` is the findings in numbers, or why nothing could be read, which is `trouble`. `read` and `units` are what
    the next edition need not compile again.
    """

    pages: Mapping[str, Artifact] = field(default_factory=dict)
    older: bool = False
    findings: tuple[Finding, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    said: str = ""
    trouble: bool = False
    read: Mapping[str, bytes] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)


NOTHING = Edition()


def next_edition(root: Path, last: Edition, cache: Cache, words: Translator) -> Edition:
    """Return what to show of the workspace at `root` as it is now; the `last` pages where it has errors."""
    try:
        files, pictures = read(root), beside(root)
        known = {path: unit for path, unit in last.units.items() if files.get(path) == last.read.get(path)}
        workspace = assemble(files, pictures, cache, known=known)
    except NoWorkspace:
        return troubled(last, words("Det er ingen planer å vise: mappa «plans» er borte eller tom."))
    except OSError:
        # An editor may take a file away for a moment, and then the next save comes at once.
        return troubled(last, words("Ei fil kunne ikke leses. Sidene kommer når den kan det igjen."))
    _forget()
    found = findings(workspace, words, cache)
    wrong = at_or_above(found, "error")
    return Edition(
        last.pages if wrong else _pages(root, workspace, cache),
        wrong,
        found,
        sources(workspace),
        summary(found, workspace, words),
        read=files,
        units={unit.source.path: unit for unit in workspace.units},
    )


def troubled(last: Edition, said: str) -> Edition:
    """Return the last edition as it is shown while nothing can be read, with the reason."""
    return replace(last, older=True, findings=(), said=said, trouble=True)


def _pages(root: Path, workspace: Workspace, cache: Cache) -> Mapping[str, Artifact]:
    language = text(workspace.program.settings, "språk") or "nb"
    order = Order(root, "", cache.folder, ("html",), language, as_of=as_of(root), templates=workspace.templates)
    made = artifacts_of(order, workspace.program)
    return {artifact.path.removeprefix(SITE): artifact for artifact in made if artifact.path.startswith(SITE)}


def _forget() -> None:
    """Let go of what is remembered of earlier programs, of which a day's writing makes hundreds.

    What is kept without bounds is of the compiler itself, and stays.
    """
    for name, module in tuple(sys.modules.items()):
        if name.startswith("plancompiler."):
            for value in vars(module).values():
                if isinstance(value, functools._lru_cache_wrapper) and value.cache_parameters()["maxsize"] is not None:
                    value.cache_clear()
