"""The workspace of `cases/nordvik`: two plans of an invented municipality in two editions each, and what is built.

The case has what the plans of the repository lack: a procedure with amendments, goals fetched from a superior plan,
money, dates of every precision, and an edition that another has come instead of.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from plancompiler.emit import Output
from plancompiler.targets import data, markdown, tables
from plancompiler.translate import translator
from plancompiler.workspace import Workspace, assemble
from plancompiler.workspace_files import beside, read
from site_pages import Page, site

Change = tuple[str, str, str]

_ROOT = Path(__file__).parent / "cases" / "nordvik"
FILES = read(_ROOT)
_PICTURES = beside(_ROOT)

OLD, NEW = "nordvik-handlingsdel-2026", "nordvik-handlingsdel-2027"
BEFORE, SUPERIOR = "nordvik-samfunnsdel-2013", "nordvik-samfunnsdel-2025"


def case(*changes: Change) -> Workspace:
    """Return the workspace with each text of a file, which must stand there once, replaced by another."""
    files = dict(FILES)
    for path, text, other in changes:
        written = files[path].decode("utf-8")
        assert written.count(text) == 1, (path, text)
        files[path] = written.replace(text, other).encode("utf-8")
    return assemble(files, _PICTURES)


@dataclass(frozen=True)
class Built:
    """Everything a build makes: the pages of the site by path, the other files by path below `build/`."""

    pages: Mapping[str, Page]
    files: Mapping[str, str]

    def table(self, name: str) -> list[dict[str, str]]:
        rows: list[dict[str, str]] = json.loads(self.files[f"tables/{name}.json"])
        return rows

    @property
    def program(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.files["data/program.json"])
        return found


@cache
def built(*changes: Change, language: str = "nb") -> Built:
    words = translator(language)
    settings = (("plancompiler.yaml", "språk: nb", f"språk: {language}"),)
    program = case(*settings, *changes).program
    made = (one for each in (data, markdown, tables) for one in each.TARGET.produce(program, Output(language, words)))
    return Built(site(program, language, words), {one.path: one.render().decode("utf-8") for one in made})
