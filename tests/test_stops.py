"""No full stop stands within a list of names, nor two where a text has one: a name is part of another's sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import nordvik_workspace
from plancompiler.emit import Output, Target
from plancompiler.program import Program
from plancompiler.targets import html, markdown, tables
from plancompiler.translate import BOKMAL
from plancompiler.workspace import assemble
from plancompiler.workspace_files import beside, read
from site_pages import Page

_ROOT = Path(__file__).parent.parent

# A full stop before what goes on after it, or before another, with what stands before and after.
_STOPS = re.compile(r"\S{1,20}(?:\.[,;]|(?<!\.)\.\.(?![./]))\s?\S{0,8}")

# A link in Markdown, whose words alone are read.
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


def _texts(program: Program, day: str) -> Iterator[tuple[str, str]]:
    """Yield what is read of each page, each table, and of what the search shows of each plan, each text on a line."""
    output = Output("nb", BOKMAL, as_of=day)
    for target in (html, markdown, tables):
        yield from _of_target(program, output, target.TARGET)


def _of_target(program: Program, output: Output, target: Target) -> Iterator[tuple[str, str]]:
    for one in target.produce(program, output):
        if one.path.endswith(".html"):
            yield one.path, " ".join(Page(one.render().decode("utf-8")).text.split())
        elif one.path.startswith("site/sok/"):
            yield one.path, one.render().decode("utf-8")
        elif one.path.endswith(".md"):
            yield one.path, _LINK.sub(r"\1", one.render().decode("utf-8"))


@pytest.mark.parametrize(
    ("root", "day"), [(_ROOT, "2026-11-22"), (Path(nordvik_workspace.__file__).parent / "cases/nordvik", "2026-12-22")]
)
def test_a_full_stop_within_a_list_is_the_plans_own(root: Path, day: str) -> None:
    files = read(root)
    written = " ".join(" ".join(text.decode("utf-8", "replace") for text in files.values()).split())
    texts = dict(_texts(assemble(files, beside(root)).program, day))
    assert len(texts) > 50, "there is something to read"
    made = [(path, found[0]) for path, text in texts.items() for found in _STOPS.finditer(text)]
    assert [(path, found) for path, found in made if found not in written] == []
