"""Findings as data, with the keys of `interface.md` in their order; lines and columns from 1, ends exclusive."""

from __future__ import annotations

import json

from plancompiler.format import Format, Page
from plancompiler.report import Finding, Where


def render(page: Page) -> str:
    """Return a JSON array, `[]` when there is nothing to say."""
    return json.dumps([_finding(one) for one in page.findings], ensure_ascii=False, indent=1) + "\n"


def _finding(one: Finding) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": one.severity,
        "message": one.message,
        "label": one.label,
        "help": one.help,
        **_where(one.where),
        "related": [{"message": note.message, **_where(note.where)} for note in one.related],
        "fixes": [
            {
                "title": fix.title,
                "applicability": fix.applicability,
                "edits": [{**_where(edit.where), "text": edit.text} for edit in fix.edits],
            }
            for fix in one.fixes
        ],
    }


def _where(where: Where) -> dict[str, object]:
    return {
        "path": where.path,
        "line": where.line,
        "column": where.column,
        "end_line": where.end_line,
        "end_column": where.end_column,
    }


FORMAT = Format("json", render)
