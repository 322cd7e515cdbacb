"""GitLab's code quality report, which its merge requests show."""

from __future__ import annotations

import json

from plancompiler.format import Format, Page, fingerprints

# GitLab's own five; without one of them its widget shows nothing.
_SEVERITY = {"error": "critical", "warning": "minor", "info": "info"}


def render(page: Page) -> str:
    """Return an array with an object a finding; paths are from the root of the repository."""
    report = [
        {
            "description": one.message,
            "check_name": one.code,
            "fingerprint": key,
            "severity": _SEVERITY[one.severity],
            "location": {
                "path": page.prefix + one.where.path,
                "positions": {
                    "begin": {"line": one.where.line, "column": one.where.column},
                    "end": {"line": one.where.end_line, "column": one.where.end_column},
                },
                "lines": {"begin": one.where.line, "end": one.where.end_line},
            },
        }
        for one, key in zip(page.findings, fingerprints(page.findings), strict=True)
    ]
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


FORMAT = Format("gitlab", render)
