"""The report of a comparison in a real browser: it breaks no rule of WCAG 2.1 A and AA and fetches nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from chromium import SCHEMES, WIDTHS, visit
from plancompiler.change import Comparison
from plancompiler.diff_format import Shown
from plancompiler.diff_formats import html
from plancompiler.translate import LANGUAGES, translator
from test_accessible import violations
from test_diff_formats import HOSTILE, hostile
from test_pull_requests import CASES, compared

# Every type and level of change, calm and hostile, and drafts of real plans; a draft is told in bokmål.
_PAGES = [
    *(("every change", language) for language in LANGUAGES),
    ("hostile", "nb"),
    *((name, "nb") for name in ("arlig-rullering", "kommunestyrets-endring", "utgatt-mal")),
]


def made(name: str) -> Comparison:
    if name in ("every change", "hostile"):
        return hostile(HOSTILE if name == "hostile" else "Kommunen skal lage mat.")
    return compared(next(case for case in CASES if case.name == name))


@pytest.mark.parametrize(("name", "language"), _PAGES)
def test_the_report_breaks_no_rule(name: str, language: str, browser: Browser, axe: str, tmp_path: Path) -> None:
    report = html.render(Shown(made(name), translator(language)))
    (tmp_path / "rapport.html").write_text(report, "utf-8")
    with browser.new_context() as context:
        seen = visit(context, tmp_path.as_uri())
        page = seen.open("rapport.html")
        page.evaluate(axe)
        # What is folded must hold too.
        page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                assert violations(page) == [], (scheme, width)
                assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (scheme, width)
    assert seen.faults == []
