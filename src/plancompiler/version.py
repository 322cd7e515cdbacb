"""Which version this is, and what it stands on."""

from __future__ import annotations

import platform
from importlib.metadata import version

from plancompiler.parse import parser_in_use

_STANDS_ON = ("pydantic", "ruamel.yaml", "ruamel.yaml.clib", "jinja2", "markdown-it-py", "typer", "babel")


def describe(verbose: bool) -> str:
    """Return the version; when verbose, also the parser in use and the libraries it stands on, a line each."""
    line = f"planc {version('plancompiler')}"
    if not verbose:
        return line
    rows = [line, f"Python {platform.python_version()}", f"YAML leses med: {parser_in_use()}"]
    return "\n".join([*rows, *(f"{name} {version(name)}" for name in _STANDS_ON)])
