"""No full stop stands within a list of names, nor two where a text has one: a name is part of another's sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import nordvik_workspace
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.targets.html import TARGET
from plancompiler.translate import BOKMAL
from plancompiler.workspace import assemble
from plancompiler.workspace_files import beside, read
from site_pages import Page

_ROOT = Path(__file__).parent.parent

# A full stop before what goes on after it, or before another, with what stands before and after.
_STOPS = re.compile(r"\S{1,20}(?:\.[,;]|(?<!\.)\.\.(?![./]))\s?\S{0,8}")


def _texts(program: Program, day: str) -> Iterator[tuple[str, str]]:
    """Yield what is read of each page, and of what the search shows of each plan, each text on a line."""
    for one in TARGET.produce(program, Output("nb", BOKMAL, as_of=day)):
        if one.path.endswith(".html"):
            yield one.path, " ".join(Page(one.render().decode("utf-8")).text.split())
        elif one.path.startswith("site/sok/"):
            yield one.path, one.render().decode("utf-8")


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
