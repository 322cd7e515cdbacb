"""The simple view and the full one, and links that copy themselves, in a browser."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from built_sites import Site
from conftest import Open

_HIDDEN = "[...document.querySelectorAll('main .more')].filter((one) => one.checkVisibility()).length"
_COPIED = "navigator.clipboard.readText()"


@pytest.fixture
def path(sites: Mapping[str, Site]) -> str:
    return sites["nb"].richest("goal")


def shown(page: Page) -> tuple[int, list[str | None]]:
    """Return how much is shown of what only the full view shows, and which of the two buttons is pressed."""
    pressed = [one.get_attribute("aria-pressed") for one in page.locator("button[data-view]").all()]
    return page.evaluate(_HIDDEN), pressed


@pytest.mark.parametrize("from_disk", [True, False], ids=["disk", "prefix"])
def test_the_view_stands_in_the_address_and_goes_with_the_links(from_disk: bool, path: str, open_site: Open) -> None:
    page = open_site("nb", from_disk).open(path)
    assert shown(page) == (0, ["true", "false"])
    page.get_by_role("button", name="Full visning").press("Enter")
    everything, pressed = shown(page)
    assert everything > 0 and pressed == ["false", "true"] and page.url.endswith(".html?visning=full")
    assert page.get_by_role("status").inner_text() == "Siden vises nå i: Full visning"
    page.locator(".trail a").nth(1).click()
    page.wait_for_url("**/index.html?visning=full")
    assert shown(page)[0] > 0
    page.reload()
    assert shown(page)[0] > 0
    page.get_by_role("button", name="Enkel visning").click()
    assert shown(page) == (0, ["true", "false"]) and "visning" not in page.url
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_without_a_script_all_is_shown_and_nothing_is_to_be_chosen(path: str, open_site: Open) -> None:
    page = open_site("nb", java_script_enabled=False).open(path)
    assert page.locator("main .more:visible").count() > 0
    assert page.locator("button[data-view]:visible").count() == 0


def test_where_nothing_is_to_be_chosen_nothing_is_hidden(sites: Mapping[str, Site], open_site: Open) -> None:
    visit = open_site("nn")
    for kind in ("glossary", "actor", "document"):
        page = visit.open(sites["nn"].richest(kind))
        assert page.locator("[data-view]").count() == 0 and page.locator("main .more").count() > 0
        assert page.evaluate(_HIDDEN) == page.locator("main .more").count()


def test_a_link_into_what_is_hidden_shows_it(sites: Mapping[str, Site], open_site: Open) -> None:
    visit = open_site("nn")
    plan = next(
        path for path in sites["nn"].pages["plan"] if 'id="_utgatte"' in (sites["nn"].folder / path).read_text()
    )
    assert visit.open(plan).locator("#_utgatte").is_hidden()
    visit.open(f"{plan}#_utgatte")
    assert visit.page.locator("#_utgatte").is_visible()


def test_the_search_keeps_the_view(path: str, open_site: Open) -> None:
    page = open_site("nb", viewport={"width": 1200, "height": 900}).open(f"{path}?visning=full")
    page.evaluate("""document.addEventListener("submit", (event) => {
      event.preventDefault();
      window.sent = new URLSearchParams(new FormData(event.target)).toString();
    })""")
    page.locator("#_sok").fill("skole")
    page.locator("#_sok").press("Enter")
    assert page.evaluate("window.sent") == "q=skole&visning=full"


def test_a_page_can_be_printed_as_it_is_shown(path: str, open_site: Open) -> None:
    page = open_site("nb").open(f"{path}?visning=full")
    # As a statement: a function that an expression comes to would be called at once.
    page.evaluate("() => { window.print = () => { window.printed = document.documentElement.dataset.view; }; }")
    assert page.evaluate("window.printed") is None
    page.get_by_role("button", name="Skriv ut eller lagre som PDF").click()
    assert page.evaluate("window.printed") == "full"


def test_the_link_to_a_point_copies_itself_and_says_so(path: str, open_site: Open) -> None:
    page = open_site("nb", False, permissions=["clipboard-read", "clipboard-write"]).open(path)
    link = page.locator("main a.permalink").nth(1)
    name = (link.get_attribute("aria-label") or "").removeprefix("Kopier lenke til ")
    assert link.get_attribute("role") == "button" and name
    link.focus()
    assert float(link.evaluate("(one) => getComputedStyle(one).opacity")) == 1
    link.press("Space")
    # To wait for words in the page itself asks for eval, which its policy forbids.
    expect(page.get_by_role("status")).to_have_text(f"Kopiert: lenke til {name}")
    copied: str = page.evaluate(_COPIED)
    assert copied.startswith("http") and "/index.html#" in copied
    page.goto(copied)
    assert page.evaluate("document.querySelector(':target') !== null")
