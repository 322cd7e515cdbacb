"""Workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from plancompiler.diagnostic import SEVERITIES, Severity
from plancompiler.format import Format, Page, sentences
from plancompiler.report import Finding

_COMMAND = {"error": "error", "warning": "warning", "info": "notice"}

# GitHub shows ten of each kind a step and drops the rest unseen, so the tenth says how many there are.
_SHOWN = 9


def render(page: Page) -> str:
    """Return a command a finding, the most serious first, and one that counts those GitHub would not show."""
    return "".join(line for severity in SEVERITIES for line in _commands(severity, page))


def _commands(severity: Severity, page: Page) -> list[str]:
    found = [one for one in page.findings if one.severity == severity]
    lines = [_command(one, page) for one in found[: _SHOWN + (len(found) == _SHOWN + 1)]]
    if len(found) > len(lines):
        rest = page.words("… og {count} til. Hele lista står i loggen til «planc check».")
        lines.append(f"::{_COMMAND[severity]}::{_data(rest.format(count=len(found) - len(lines)))}\n")
    return lines


def _command(one: Finding, page: Page) -> str:
    where = one.where
    place = {
        "file": page.prefix + where.path,
        "line": str(where.line),
        "endLine": str(where.end_line),
        "col": str(where.column),
        "endColumn": str(where.end_column),
        "title": f"{one.message} [{one.code}]",
    }
    # A column is only understood when the finding stands on one line.
    if where.line != where.end_line:
        del place["col"], place["endColumn"]
    said = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    return f"::{_COMMAND[one.severity]} {said}::{_data(sentences(one.label, one.help))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = Format("github", render)
