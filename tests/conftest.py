"""What the tests of the built sites share, and plain words at the end for what this machine could not run."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from built_sites import Server, Site, built_sites, served
from chromium import Visit, chromium_path, launched, visit
from depth import DEEP

# Who commits is not to be stopped by what was so before, or by a busy machine: the same examples each time, new ones in
# `make test-deep`, and no limit of time.
settings.register_profile("same", derandomize=not DEEP, database=None, deadline=None)
settings.load_profile("same")

_NODE_MODULES = Path(__file__).parent.parent / "node_modules"

# Opens a site by its language, from disk or as served; further words are those of a browser context.
Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Site]:
    own = tmp_path_factory.getbasetemp()
    return built_sites(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@pytest.fixture(scope="session")
def server(sites: Mapping[str, Site]) -> Iterator[Server]:
    with served(sites) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not chromium_path():
        pytest.skip("there is no Chromium here (Debian: apt-get install chromium)")
    with launched() as running:
        yield running


@pytest.fixture
def open_site(browser: Browser, sites: Mapping[str, Site], request: pytest.FixtureRequest) -> Iterator[Open]:
    """Yield what opens a site. Whatever it did wrong by the end of the test fails the test."""
    visits: list[Visit] = []
    with ExitStack() as contexts:

        def begin(language: str, from_disk: bool = True, **options: object) -> Visit:
            context = contexts.enter_context(browser.new_context(**options))  # type: ignore[arg-type]
            server: Server | None = None if from_disk else request.getfixturevalue("server")
            visits.append(visit(context, server.home[language] if server else sites[language].folder.as_uri()))
            return visits[-1]

        yield begin
        assert [fault for each in visits for fault in each.faults] == []


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the script of axe-core."""
    script = _NODE_MODULES / "axe-core/axe.min.js"
    if not script.is_file():
        pytest.skip("axe-core is not here; `make test` fetches it where there is Node 20 or newer")
    return script.read_text("utf-8")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was not run and why, so that green never means less than it seems to."""
    reports = terminalreporter.stats.get("skipped", ())
    reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in reports)
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"NOT RUN: {count} test{'s' * (count > 1)}, because {reason}", yellow=True)
