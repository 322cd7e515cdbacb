"""No page breaks a rule of WCAG 2.1 A and AA that a program can check, in any width, scheme or language."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from built_sites import CONSULTED, KINDS, LANGUAGES, Site
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
    visit, paths = open_site(language), sites[language].extremes(kind)
    # The longest page is seen whole, and the shortest as it comes; of one page alone, both.
    for address in (*(f"{path}?visning=full" for path in paths[:1]), *paths[-1:]):
        page = visit.open(address)
        page.evaluate(axe)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                assert violations(page) == [], (address, scheme, width)


@pytest.mark.parametrize(("path", "seen"), [("index", "Frist"), ("m1", "Gi innspel til dette punktet")])
def test_no_page_of_a_plan_that_is_consulted_on_breaks_a_rule(path: str, seen: str, open_site: Open, axe: str) -> None:
    page = open_site("nn").open(f"{CONSULTED}/{path}.html")
    expect(page.get_by_text(seen).first).to_be_visible()
    page.evaluate(axe)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert violations(page) == [], (scheme, width)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_opens_and_what_is_found_breaks_no_rule(language: str, open_site: Open, axe: str) -> None:
    page = open_site(language, viewport={"width": 320, "height": 640}).open("sok.html?q=plan")
    expect(page.locator("#_funnet mark").first).to_be_visible()
    page.evaluate(axe)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], scheme
        page.get_by_role("button", name="Meny").click()
        assert violations(page) == [], (scheme, "menu")
        page.keyboard.press("Escape")


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
