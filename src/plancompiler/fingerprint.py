"""What the compiler is: with another one, nothing it wrote before can be taken as still right."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from plancompiler.resources import design_system, folder
from plancompiler.source import digest

_STANDS_ON = ("pydantic", "ruamel.yaml", "jinja2", "markdown-it-py", "babel")
# What some outputs are made with, where it is installed.
_EXTRAS = ("typst", "python-docx", "xlsxwriter")


@cache
def shipped() -> str:
    """Return a digest of the templates, vocabularies, schemas and styles that come with the compiler."""
    names = ("templates", "schema")
    files = sorted((name, path) for name in names for path in folder(name).rglob("*") if path.is_file())
    return digest(
        *(part for name, path in files for part in (path.relative_to(folder(name)).as_posix(), path.read_bytes())),
        design_system(),
    )


@cache
def fingerprint() -> str:
    """Return a digest of the compiler's own code and of the versions of what its output is made with."""
    root = Path(__file__).parent
    files = sorted(path for path in root.rglob("*") if path.suffix in {".py", ".po"})
    return digest(*(path.read_bytes() for path in files), *(f"{name} {version(name)}" for name in _STANDS_ON))


@cache
def extras() -> str:
    """Return the versions of what is installed beside what every output needs."""
    return digest(*(f"{name} {installed(name)}" for name in _EXTRAS))


def installed(name: str) -> str:
    """Return the version of a distribution, "" when it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
