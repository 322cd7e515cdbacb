"""Where the files that come with the compiler lie: `templates` and `schema`."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """Return the folder `name` of the installed wheel, else of the checkout. Raises FileNotFoundError."""
    for candidate in (_PACKAGE / "_data" / name, _PACKAGE.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"the compiler was installed without its {name}")
