"""A walk through the site as a reader takes it, from disk and behind a prefix on a server."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from built_sites import LANGUAGES, Server, Site
from chromium import Visit
from conftest import Open

# From the front page to a plan, a goal of it, what the goal is tied to, a table, and home: kinds of page, or paths.
_STEPS = ("plan", "goal", "un", "fn/index.html", "front", "tabeller/index.html", "table", "aktor/index.html", "actor")

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
        assert visit.page.evaluate("[...document.styleSheets].length > 0 && document.scripts.length > 0")
    assert server.missed == []


def _follow(visit: Visit, paths: tuple[str, ...]) -> None:
    """Click on the first link that is seen on the page and leads to one of the paths."""
    wanted = sorted({f"{visit.home}/{path}" for path in paths} - {visit.page.url.partition("#")[0]})
    link = visit.page.evaluate_handle(_FIRST_LINK_TO, wanted).as_element()
    assert link, (visit.page.url, paths[:3])
    link.click()
    visit.page.wait_for_url(lambda url: url.partition("#")[0] in wanted)
