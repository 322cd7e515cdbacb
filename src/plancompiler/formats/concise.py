"""One line a finding, for editors and log matchers: the severity word is always English."""

from __future__ import annotations

from plancompiler.format import Format, Page


def render(page: Page) -> str:
    """Return `path:line:col: error[code]: message`, a line each."""
    return "".join(
        f"{one.where.path}:{one.where.line}:{one.where.column}: {one.severity}[{one.code}]: {one.message}\n"
        for one in page.findings
    )


FORMAT = Format("concise", render, for_people=True)
