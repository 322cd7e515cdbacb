"""Every page of the built sites is valid HTML, with its pictures, and its styles are understood."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from built_sites import Site

_NODE_MODULES = Path(__file__).parent.parent / "node_modules"
_CHECKER = _NODE_MODULES / "vnu-jar/build/dist/vnu.jar"
# The Nu HTML Checker knows too little of the styles of today.
_READ_STYLES = """
  const { transform } = require("lightningcss");
  const read = transform({ filename: "site.css", code: require("fs").readFileSync(process.argv[1]) });
  console.log(JSON.stringify(read.warnings));
"""
# A page from disk has no origin, so that the checker takes the policy of the page to stop its own style sheet. It does
# not: `chromium.py` would hear of it. And a part of a plan that has no title is a part of it all the same.
_BESIDE_THE_POINT = ".*(Content Security Policy|Section lacks heading).*"


@pytest.fixture(scope="module")
def checker() -> tuple[str, ...]:
    """Return the command that checks what is named after it."""
    java = shutil.which("java")
    if not java:
        pytest.skip("there is no Java here to run the Nu HTML Checker (Debian: apt-get install default-jre-headless)")
    if not _CHECKER.is_file():
        pytest.skip("the Nu HTML Checker is not here; `make test` fetches it where there is Node 20 or newer")
    # It starts in half the time when it does not plan to stay for long; deep pages want a deep stack.
    quick = (java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-jar", str(_CHECKER))
    return (*quick, "--stdout", "--no-langdetect", "--filterpattern", _BESIDE_THE_POINT)


def test_every_page_is_valid(checker: tuple[str, ...], sites: Mapping[str, Site]) -> None:
    assert _said((*checker, "--skip-non-html"), *(site.folder for site in sites.values())) == []


def test_what_is_not_valid_is_found(checker: tuple[str, ...], tmp_path: Path) -> None:
    page = '<!doctype html><html lang="nb"><title>Feil</title><ul><p>Ikke et punkt</p></ul>'
    (tmp_path / "feil.html").write_text(page, "utf-8")
    assert any("not allowed as child of element" in one for one in _said(checker, tmp_path / "feil.html"))


def test_every_style_is_understood(sites: Mapping[str, Site]) -> None:
    node = shutil.which("node")
    if not node or not (_NODE_MODULES / "lightningcss").is_dir():
        pytest.skip("there is no lightningcss here to read the styles; `make test` fetches it where there is Node 20")
    for site in sites.values():
        read = subprocess.run(
            (node, "-e", _READ_STYLES, site.folder / "site.css"),
            cwd=_NODE_MODULES.parent,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (read.stdout.strip(), read.stderr) == ("[]", "")


def _said(command: tuple[str, ...], *paths: Path) -> list[str]:
    return subprocess.run((*command, *paths), capture_output=True, encoding="utf-8", check=False).stdout.splitlines()
