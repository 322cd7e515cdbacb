"""Addresses on the web, and files that stand beside the plan."""

from __future__ import annotations

import re

from plancompiler.values.problem import Problem

_URL = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+|https?://localhost[^\s<>\"]*|mailto:[^\s<>\"]+@[^\s<>\"]+")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>\"]*)?", re.IGNORECASE)


def parse_url(text: str) -> str:
    """Return the address that `text` writes. Raises Problem `url-format`, with a fix if only `https://` is missing."""
    written = text.strip()
    if _URL.fullmatch(written):
        return written
    fix = f"https://{written}" if _HOST.fullmatch(written) else ""
    raise Problem("url-format", "" if fix else "unknown", {"text": written, "fix": fix}, fix)


def parse_file(text: str) -> str:
    """Return a file's path from the plan's folder. Raises Problem `file-path`: such a path never leads out of it."""
    written = text.strip()
    fix = written.replace("\\", "/").removeprefix("./")
    if re.match(r"[a-z]:|/|~|[a-z]+://", fix, re.IGNORECASE) or ".." in fix.split("/"):
        raise Problem("file-path", "outside", {"text": written})
    if fix != written:
        raise Problem("file-path", "", {"text": written, "fix": fix}, fix)
    return written
