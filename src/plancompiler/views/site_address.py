"""Where the site is, when the settings say so, and the whole addresses that only then can be given."""

from __future__ import annotations

from plancompiler.address import relative
from plancompiler.node import text
from plancompiler.program import Program


def site_address(program: Program) -> str:
    """Return the address of the site without a slash at its end, "" when the settings do not say it."""
    written = text(program.settings, "adresse")
    return written.rstrip("/") if written.startswith(("https://", "http://")) else ""


def whole_address(program: Program, address: str) -> str:
    """Return an address of the site in full."""
    return f"{site_address(program)}/{relative('', address)}"
