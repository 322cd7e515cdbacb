"""A walk through the site as a reader takes it, from disk and behind a prefix on a server."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser, Route

from built_sites import ADDRESS, LANGUAGES, Server, Site
from chromium import Visit
from conftest import Open

# From the front page to a plan, a goal of it, the UN goals and one of them, a table, and home: kinds of page, or paths.
_STEPS = ("plan", "goal", "fn/index.html", "un", "front", "tabeller/index.html", "table", "aktor/index.html", "actor")

_STYLED = "getComputedStyle(document.querySelector('main')).flexGrow === '1'"

_FIRST_LINK_TO = """(wanted) => [...document.links].find(
  (one) => wanted.includes(one.href.split("#")[0]) && one.checkVisibility())"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("from_disk", [True, False], ids=["disk", "prefix"])
def test_a_walk(from_disk: bool, language: str, open_site: Open, sites: Mapping[str, Site], server: Server) -> None:
    visit = open_site(language, from_disk)
    visit.open("index.html")
    for step in _STEPS:
        _follow(visit, sites[language].pages.get(step, (step,)))
        assert visit.page.locator("h1").is_visible()
        assert visit.page.evaluate(_STYLED)
    assert server.missed == []


def test_what_is_not_found_leads_home_however_deep_it_was(browser: Browser, sites: Mapping[str, Site]) -> None:
    asked, folder = list[str](), sites["nn"].folder

    def answer(route: Route) -> None:
        file = folder / route.request.url.removeprefix(f"{ADDRESS}/")
        asked.append(route.request.url)
        route.fulfill(status=200 if file.is_file() else 404, path=file if file.is_file() else folder / "404.html")

    with browser.new_context() as context:
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(f"{ADDRESS}/en/plan/som/er-borte.html")
        assert page.evaluate(_STYLED)
        page.locator("a.home").click()
        assert page.url == f"{ADDRESS}/index.html" and page.locator("h1").is_visible()
    assert all(url.startswith(f"{ADDRESS}/") for url in asked)


def test_what_is_not_found_is_whole_on_another_host(browser: Browser, sites: Mapping[str, Site]) -> None:
    """Who looks at a site before it is published does so elsewhere than where it says it is."""
    folder, elsewhere = sites["nn"].folder, "http://visning.example"

    def answer(route: Route) -> None:
        file = folder / route.request.url.removeprefix(f"{elsewhere}/")
        route.fulfill(status=200 if file.is_file() else 404, path=file if file.is_file() else folder / "404.html")

    with browser.new_context() as context:
        context.route(f"{elsewhere}/**", answer)
        page = context.new_page()
        page.goto(f"{elsewhere}/en/plan/som/er-borte.html")
        assert page.evaluate(_STYLED)
        page.locator("a.home").click()
        assert page.url == f"{elsewhere}/index.html"


def _follow(visit: Visit, paths: tuple[str, ...]) -> None:
    """Click on the first link that is seen on the page and leads to one of the paths."""
    wanted = sorted({f"{visit.home}/{path}" for path in paths} - {visit.page.url.partition("#")[0]})
    link = visit.page.evaluate_handle(_FIRST_LINK_TO, wanted).as_element()
    assert link, (visit.page.url, paths[:3])
    link.click()
    visit.page.wait_for_url(lambda url: url.partition("#")[0] in wanted)
