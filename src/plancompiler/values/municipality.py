"""Municipality numbers: four digits, a text. Whether it is in the table of municipalities is for linking."""

from __future__ import annotations

import re

from plancompiler.values.problem import Problem

PATTERN = r"\d{4}"


def parse(text: str) -> str:
    """Return the number that `text` writes. Raises Problem `municipality-format`: of three digits, with a fix."""
    written = text.strip()
    if re.fullmatch(r"[0-9]{4}", written):
        return written
    # A spreadsheet drops the zero of 0301.
    if re.fullmatch(r"[1-9][0-9]{2}", written):
        raise Problem("municipality-format", "", {"text": written, "fix": f"0{written}"}, f"0{written}")
    raise Problem("municipality-format", "unknown", {"text": written})
