"""SARIF 2.1.0 (OASIS), for code scanning: one run, its rules, and a result for each finding."""

from __future__ import annotations

import json
from importlib.metadata import version
from urllib.parse import quote

from plancompiler.catalogue import code
from plancompiler.format import Format, Page, fingerprints, sentences
from plancompiler.report import Finding, Where

_LEVEL = {"error": "error", "warning": "warning", "info": "note"}

# What GitHub takes of one run; more would have the whole file refused.
_MOST_RESULTS = 25_000


def render(page: Page) -> str:
    """Return the log. Paths are from the root of the repository, columns count code points (§ 3.14.17)."""
    shown = sorted(page.findings, key=lambda one: list(_LEVEL).index(one.severity))[:_MOST_RESULTS]
    rules = sorted({one.code for one in shown})
    keys = fingerprints(tuple(shown))
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "planc",
                        "version": version("plancompiler"),
                        "rules": [_rule(name, page) for name in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(one, key, rules.index(one.code), page) for one, key in zip(shown, keys, strict=True)
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(name: str, page: Page) -> dict[str, object]:
    known = code(name)
    return {
        "id": name,
        "shortDescription": {"text": page.words(known.what)},
        "fullDescription": {"text": page.words(known.why)},
        "defaultConfiguration": {"level": _LEVEL[known.severity]},
    }


def _result(one: Finding, key: str, rule: int, page: Page) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _LEVEL[one.severity],
        "message": {"text": sentences(one.message, one.label, one.help)},
        "locations": [{"physicalLocation": _location(one.where, page)}],
        "partialFingerprints": {"planFinding/v1": key},
    }
    if one.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": note.message}, "physicalLocation": _location(note.where, page)}
            for number, note in enumerate(one.related, 1)
        ]
    return result


def _location(where: Where, page: Page) -> dict[str, object]:
    region = {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }
    return {"artifactLocation": {"uri": quote(page.prefix + where.path), "uriBaseId": "%SRCROOT%"}, "region": region}


FORMAT = Format("sarif", render)
