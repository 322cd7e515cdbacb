"""What a reader looks for is found from the front page, by a word in another form than the plan has it, and read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from built_sites import Server
from conftest import Open

# What is asked, in which language, and words of the plans that it must find: an inflection, and the tail and middle of
# compounds.
_ASKED = (
    ("nb", "virkemidlenes", "virkemidler"),
    ("nb", "arbeid", "folkehelsearbeid"),
    ("nb", "helse", "folkehelsearbeid"),
    ("nn", "skulane", "skule"),
    ("nn", "plassar", "møteplassar"),
)


@pytest.mark.parametrize("from_disk", [True, False], ids=["disk", "prefix"])
@pytest.mark.parametrize(("language", "asked", "found"), _ASKED)
def test_from_the_front_page_to_what_was_meant(
    language: str, asked: str, found: str, from_disk: bool, open_site: Open, server: Server
) -> None:
    page = open_site(language, from_disk, viewport={"width": 1440, "height": 900}).open("index.html")
    page.locator("#_sok").fill(asked)
    page.locator("#_sok").press("Enter")
    _expect_found(page, found)
    page.locator("#_funnet mark", has_text=found).first.locator("xpath=ancestor::li//a").first.click()
    expect(page.locator("main")).to_contain_text(found, ignore_case=True)
    assert server.missed == []


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize(("language", "asked", "found"), _ASKED[:2])
def test_the_same_by_keyboard_alone(language: str, asked: str, found: str, width: int, open_site: Open) -> None:
    page = open_site(language, viewport={"width": width, "height": 700}).open("index.html")
    if width == 320:
        _tab_to(page, "[popovertarget]")
        page.keyboard.press("Enter")
    _tab_to(page, "#_sok")
    page.keyboard.type(asked)
    page.keyboard.press("Enter")
    _expect_found(page, found)
    _tab_to(page, "#_funnet li:has(mark) a")
    to = page.evaluate("document.activeElement.href.split('#')[0]")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.startswith(to))
    expect(page.locator("h1")).to_be_visible()


def _expect_found(page: Page, found: str) -> None:
    """Wait until the search says how many there are, look at all of them, and see that the words are among them."""
    expect(page.locator("#_treff")).to_contain_text("treff")
    while page.locator("#_flere").is_visible():
        page.locator("#_flere").click()
    expect(page.locator("#_funnet mark", has_text=found).first).to_be_visible()


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no key leads to {selector}")
