"""How much a page makes a reader fetch, and how soon there is something to see on a slow machine.

`make bench-pages` prints the table and writes it to `bench/PAGES.md`. It needs Chromium, and borrows the tests' own way
to start it and to serve a site, so `tests` must be on the path.
"""

from __future__ import annotations

import gzip
import os
import statistics
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import generate
from playwright.sync_api import Browser, Response
from results import machine

from built_sites import Site, build_site, served
from chromium import launched

_ROOT = Path(__file__).parent.parent
_OUT = Path(__file__).parent / "PAGES.md"
_MADE_PLANS = 20
# What is measured, in the order people meet it; of each kind the longest page there is.
_KINDS = {"front": "front page", "search": "search", "plan": "plan", "goal": "goal", "un": "UN goal", "table": "table"}
_TIMES = 5
_SLOWER = 4
_PHONE = {"width": 390, "height": 844}

# The page's own policy forbids the eval by which a driver would wait.
_PAINTED = """() => new Promise((resolve) => {
  new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").length && resolve())
    .observe({type: "paint", buffered: true});
})"""
_PAINTS = "() => performance.getEntriesByType('paint').map((one) => [one.name, one.startTime])"
_FINISHED = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
_ELEMENTS = "() => document.getElementsByTagName('*').length"

_READING = f"""
## How to read this

- **The longest page of its kind** in each site: the plans of the repository, and {_MADE_PLANS} generated ones, of 8
  goals, 32 subgoals and 128 measures each. Search is the page before anything is asked; it then fetches a shard a plan.
- **Requests** and **bytes** are of a first visit, with nothing kept from before. Compressed is what a server that
  compresses sends (gzip, level 6): the page, and then its styles and script, which are the same for every page and are
  kept by the browser. A test holds the latter to 60 KB.
- **Paint** is when the first words are seen, **ready** when the script of the page has run: from the start of the
  request, over loopback, in a window as a phone's, with the processor made {_SLOWER} times slower; the median of
  {_TIMES} visits. They are of this machine on one occasion.
"""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one visit fetched and how long it took: bytes as they are and compressed, milliseconds, elements."""

    requests: int
    page: int
    page_compressed: int
    rest_compressed: int
    elements: int
    times: tuple[float, float]


def main() -> None:
    """Build, measure, print, and write."""
    busy = f"with a load of {os.getloadavg()[0]:.0f} from other work when it began"
    lines = [f"# How light the pages are\n\n{machine()}, {busy}.\nWritten by `make bench-pages`; do not edit."]
    with TemporaryDirectory(prefix="planc-pages-") as name:
        folder = Path(name)
        generate.write(folder / "made", _MADE_PLANS)
        sites = {
            "plans of the repository": build_site(_ROOT, folder / "own-built", "nb"),
            f"{_MADE_PLANS} generated plans": build_site(folder / "made", folder / "made-built", "nb"),
        }
        with launched() as browser:
            for title, site in sites.items():
                lines.append(_table(browser, title, site))
    text = "\n".join([*lines, _READING])
    print(text)
    _OUT.write_text(text, "utf-8")


def _table(browser: Browser, title: str, site: Site) -> str:
    rows = [
        f"\n## {title.capitalize()}\n",
        "| page | requests | page, KB | compressed | styles, script | elements | paint, ms | ready, ms |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    with served({"nb": site}) as server:
        for kind, called in _KINDS.items():
            if not site.pages.get(kind):
                continue
            visits = [_visit(browser, f"{server.home['nb']}/{site.richest(kind)}") for _ in range(_TIMES)]
            one = visits[0]
            paint, ready = (statistics.median(times) for times in zip(*(each.times for each in visits), strict=True))
            sizes = " | ".join(f"{size / 1024:.1f}" for size in (one.page, one.page_compressed, one.rest_compressed))
            rows.append(f"| {called} | {one.requests} | {sizes} | {one.elements} | {paint:.0f} | {ready:.0f} |")
    return "\n".join(rows)


def _visit(browser: Browser, address: str) -> Fetched:
    with browser.new_context(viewport=_PHONE, device_scale_factor=2) as context:  # type: ignore[arg-type]
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(address, wait_until="load")
        page.evaluate(_PAINTED)
        bodies = [answer.body() for answer in answers if not answer.url.startswith("data:")]
        packed = [len(gzip.compress(body, 6)) for body in bodies]
        paints: dict[str, float] = dict(page.evaluate(_PAINTS))
        return Fetched(
            requests=len(bodies),
            page=len(bodies[0]),
            page_compressed=packed[0],
            rest_compressed=sum(packed[1:]),
            elements=page.evaluate(_ELEMENTS),
            times=(paints["first-contentful-paint"], page.evaluate(_FINISHED)),
        )


if __name__ == "__main__":
    main()
