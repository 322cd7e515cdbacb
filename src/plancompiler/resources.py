"""Where the files that come with the compiler lie: `templates`, `schema`, and `assets` where they were made."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """Return the folder `name` of the installed wheel, else of the checkout. Raises FileNotFoundError."""
    for candidate in (_PACKAGE / "_data" / name, _PACKAGE.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"the compiler was installed without its {name}")


def design_system() -> str:
    """Return the style sheet of Designsystemet with its licence; "" in a checkout that was set up without Node."""
    try:
        return (folder("assets") / "designsystemet.css").read_text("utf-8") + "\n"
    except FileNotFoundError:
        return ""
