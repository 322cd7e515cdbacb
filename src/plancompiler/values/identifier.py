"""Ids: what a node, a plan or a register entry is called for ever."""

from __future__ import annotations

import re

from plancompiler.values.problem import Problem

LONGEST = 60
PATTERN = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"

_SHAPE = re.compile(PATTERN)
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", " ": "-", "_": "-"})


def parse(text: str) -> str:
    """Return the id that `text` writes. Raises Problem `id-format`, with a fix for letters and signs no id has."""
    written = text.strip()
    if _SHAPE.fullmatch(written):
        if len(written) > LONGEST:
            raise Problem("id-format", "long", {"text": written, "most": str(LONGEST)})
        return written
    fix = written.lower().translate(_LETTERS)
    if _SHAPE.fullmatch(fix) and len(fix) <= LONGEST:
        raise Problem("id-format", "", {"text": written, "fix": fix}, fix)
    raise Problem("id-format", "unknown", {"text": written})


def parse_former(text: str) -> str:
    """Return an old id, which may name the plan it came from: `annen-plan/h2`. Raises what an id raises."""
    written = text.strip()
    parts = written.split("/")
    if len(parts) > 2:
        raise Problem("id-format", "unknown", {"text": written})
    mended: list[str] = []
    for part in parts:
        try:
            mended.append(parse(part))
        except Problem as problem:
            if not problem.fix:
                raise
            mended.append(problem.fix)
    fix = "/".join(mended)
    if fix != written:
        raise Problem("id-format", "", {"text": written, "fix": fix}, fix)
    return fix
