"""No page breaks a rule of WCAG 2.1 A and AA that a program can check, in any width, scheme or language."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page

from built_sites import KINDS, LANGUAGES, Site
from chromium import SCHEMES, WIDTHS
from conftest import Open

_RUN = """async () => {
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
  const found = await axe.run(document, { runOnly: rules, resultTypes: ["violations"], preload: false });
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html} ${node.failureSummary}`));
}"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_breaks_a_rule(kind: str, language: str, open_site: Open, sites: Mapping[str, Site], axe: str) -> None:
    visit = open_site(language)
    for path in sites[language].extremes(kind):
        page = visit.open(path)
        page.evaluate(axe)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                assert violations(page) == [], (path, scheme, width)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_menu_breaks_no_rule(language: str, open_site: Open, axe: str) -> None:
    page = open_site(language, viewport={"width": 320, "height": 640}).open("index.html")
    page.get_by_role("button", name="Meny").click()
    page.evaluate(axe)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], scheme


def test_what_breaks_a_rule_is_found(open_site: Open, axe: str) -> None:
    page = open_site("nb").open("index.html")
    page.evaluate(axe)
    page.evaluate("""() => {
      document.documentElement.removeAttribute("lang");
      document.querySelector("h1").style.color = "#ddd";
    }""")
    assert {found.partition(":")[0] for found in violations(page)} == {"html-has-lang", "color-contrast"}


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate(_RUN)
    return found
