"""Takes the pictures of the README anew: builds the site of `plans/`, opens it in Chromium, and saves small PNGs here.

    .venv/bin/python docs/skjermbilder.py

The pictures are kept in git, so that the README shows them; they are taken again on purpose, when the look has changed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

_HERE = Path(__file__).parent
_CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file, the page, the size of the window, and the scheme."""

    file: str
    page: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"


PICTURES = (
    Picture("forside.png", "index.html", 1080, 720),
    Picture("mal.png", "indre-ostfold-2020/h3.html", 1080, 720),
    Picture("fn-mal.png", "fn/index.html", 1080, 720, "dark"),
    Picture("telefon.png", "sor-varanger-helse-2030/index.html", 360, 720),
)


def main() -> None:
    """Take every picture."""
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        command = (sys.executable, "-m", "plancompiler", "build", "--target", "html", "--out", folder)
        subprocess.run((*command, "--dato", "2026-11-20"), cwd=_HERE.parent, check=True, capture_output=True)
        for picture in PICTURES:
            context = browser.new_context(
                viewport={"width": picture.width, "height": picture.height},
                color_scheme=picture.scheme,
                reduced_motion="reduce",
            )
            page = context.new_page()
            page.goto(f"{Path(folder).as_uri()}/site/{picture.page}")
            page.screenshot(path=_HERE / picture.file)
            context.close()


@contextmanager
def _browser() -> Iterator[Browser]:
    if not _CHROMIUM:
        sys.exit("Chromium mangler (Debian: apt-get install chromium).")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
