"""The pages in a real browser: the Chromium of the system, held to what a site of ours may do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright

# Widths that stand for a phone, a tablet and a desk; the first is also a desk at 400 %.
WIDTHS = (320, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    # No name leads anywhere: a page that reaches for another host is caught, whatever network the machine has.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip


def chromium_path() -> str:
    """Return where Chromium is on this machine, or ""; `PLANC_CHROMIUM` says so when it is nowhere usual."""
    return os.environ.get("PLANC_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), "")


@contextmanager
def launched() -> Iterator[Browser]:
    """Start Chromium; it is gone afterwards."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit to one site: the page it is read in, and what went wrong there or was asked of others."""

    page: Page
    home: str
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the site, and return it."""
        self.page.goto(f"{self.home}/{path}")
        return self.page


def visit(context: BrowserContext, home: str) -> Visit:
    """Return a visit that notes every request that leaves the site or fails, and all that the console complains of.

    A breach of the policy of the page is one of the complaints.
    """
    begun = Visit(context.new_page(), home)

    def asked(request: Request) -> None:
        if not request.url.startswith((f"{home}/", "data:", "about:")):
            begun.faults.append(f"outside the site: {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            begun.faults.append(f"{response.status}: {response.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            begun.faults.append(f"console: {message.text}")

    begun.page.on("request", asked)
    begun.page.on("response", answered)
    begun.page.on("requestfailed", lambda request: begun.faults.append(f"failed: {request.url}"))
    begun.page.on("pageerror", lambda error: begun.faults.append(f"script: {error}"))
    begun.page.on("console", said)
    return begun
