"""What an edit does to a file, as a unified diff."""

from __future__ import annotations

import re
from difflib import unified_diff as _diff


def unified_diff(path: str, before: bytes, after: bytes) -> str:
    """Return the diff of a file's two texts, as `git diff` shows it; line ends stay what they are."""
    lines = _diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(data: bytes) -> list[str]:
    # `splitlines` would also break at characters that no editor counts as a line.
    return re.findall(r"[^\n]*\n|[^\n]+", data.decode("utf-8", "replace"))
