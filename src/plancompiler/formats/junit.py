"""JUnit XML: every file is a test, which fails when an error stands in it; other findings are its output."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from plancompiler.format import Format, Page, sentences
from plancompiler.report import Finding

# XML has no way to write these, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(page: Page) -> str:
    """Return a suite with a case for each file that was read."""
    paths = sorted({*page.sources, *(one.where.path for one in page.findings)})
    of_file = {path: [one for one in page.findings if one.where.path == path] for path in paths}
    failed = sum(1 for found in of_file.values() if any(one.severity == "error" for one in found))
    counts = {"tests": str(len(paths)), "failures": str(failed), "errors": "0", "skipped": "0"}
    root = Element("testsuites", {"name": "planc check", **counts})
    suite = SubElement(root, "testsuite", {"name": "planc check", **counts})
    for path, found in of_file.items():
        case = SubElement(suite, "testcase", {"classname": "plans", "name": _clean(page.prefix + path)})
        errors = [one for one in found if one.severity == "error"]
        if errors:
            first = {"type": errors[0].code, "message": _clean(errors[0].message)}
            SubElement(case, "failure", first).text = _lines(errors)
        others = [one for one in found if one.severity != "error"]
        if others:
            SubElement(case, "system-out").text = _lines(others)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _lines(found: Iterable[Finding]) -> str:
    return _clean("\n".join(map(_line, found)))


def _line(one: Finding) -> str:
    where = f"{one.where.path}:{one.where.line}:{one.where.column}"
    return f"{where}: {one.severity}[{one.code}]: {sentences(one.message, one.help)}"


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


FORMAT = Format("junit", render)
