"""Realistic drafts of changes to the five plans, and what the comment on each says.

`tests/cases/pull_requests/<name>/` holds the draft, as replacements in files and refactorings, and the comment.
Comments are written anew with `PLANC_RENEW=1`, and then read: would a councillor know how to vote?
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from os import environ
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from plancompiler.change import Comparison, Side, without_repeats
from plancompiler.diff import Edition, compare
from plancompiler.diff_format import Shown
from plancompiler.diff_formats import html, markdown
from plancompiler.lint import lint
from plancompiler.refactor.move import move
from plancompiler.refactor.renumber import renumber
from plancompiler.refactor.retire import retire
from plancompiler.revision import Commit, trailers
from plancompiler.settled import settled
from plancompiler.translate import BOKMAL
from plancompiler.unit import Unit
from plancompiler.workspace import assemble
from plancompiler.workspace_files import beside, read
from refactored import after
from site_pages import Page

ROOT = Path(__file__).parent.parent
CASES = sorted((Path(__file__).parent / "cases/pull_requests").iterdir())

Files = Mapping[str, bytes]


def files_of(plan: str) -> Files:
    """Return the files of a municipality that has this plan: the plan, its own registers and the national one."""

    def belongs(path: str) -> bool:
        register = re.fullmatch(r"plans/registre/(.+)\.yaml", path)
        if register:
            return register[1] == "nasjonale" or plan.startswith(f"{register[1]}-")
        return path == f"plans/{plan}.yaml" or path.startswith(f"plans/{plan}/")

    return {path: data for path, data in read(ROOT).items() if belongs(path)}


def changed(files: Files, step: Mapping[str, Any]) -> Files:
    """Return the files after one step of a draft."""
    if "ta_ut" in step:
        return after(files, lambda texts: retire(texts, step["ta_ut"], step["grunn"], with_children=True))
    if "flytt" in step:
        return after(files, lambda texts: move(texts, step["flytt"], step["under"], step["etter"]))
    if "nummerer" in step:
        return after(files, lambda texts: renumber(texts, step["nummerer"]))
    path = step["fil"]
    if "fjern" in step:
        return {known: data for known, data in files.items() if known != path}
    if "ny" in step:
        return {**files, path: step["ny"].encode()}
    assert files[path].count(step["fra"].encode()) == 1, step["fra"]
    return {**files, path: files[path].replace(step["fra"].encode(), step["til"].encode())}


def edition(label: str, files: Files, known: Mapping[str, Unit]) -> Edition:
    space = assemble(files, beside(ROOT), known=known)
    return Edition(
        Side(label), space.program, space.units, settled(space.program, (*space.diagnostics, *lint(space.program)))
    )


@cache
def compared(case: Path) -> Comparison:
    draft = YAML(typ="safe").load(case / "draft.yaml")
    was = files = files_of(draft["plan"])
    for step in draft["endringer"]:
        files = changed(files, step)
    old = edition("main", was, {})
    same = {unit.source.path: unit for unit in old.units if files.get(unit.source.path) == was[unit.source.path]}
    told = draft.get("meldinger", ())
    commits = [
        Commit(
            f"{number:040x}",
            "2026-06-11",
            one["melding"].split("\n")[0],
            trailers(one["melding"]),
            frozenset(one["filer"]),
        )
        for number, one in enumerate(told)
    ]
    return compare(old, edition("utkastet", files, same), BOKMAL, commits)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_comment_is_the_one_that_was_read(case: Path) -> None:
    comment = markdown.render(Shown(compared(case), BOKMAL))
    expected = case / "expected.md"
    if "PLANC_RENEW" in environ:
        expected.write_text(comment, "utf-8")
    assert comment == expected.read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_page_tells_of_the_same_changes(case: Path) -> None:
    found = compared(case)
    page = Page(html.render(Shown(found, BOKMAL)))
    assert page.misnested == [] and len(page.ids) == len(set(page.ids))
    assert len(list(page.all("article"))) == len(without_repeats(found).changes)
