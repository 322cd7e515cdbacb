"""What planc is held against: the barest compiler of as many plans (the floor), and Hugo with its links resolved.

The floor and its plans are found in a folder beside the project or not at all. What it and Hugo stand on is no
dependency of the project, so it is fetched into a scratch environment; what cannot be had is left out and said to be.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from measure import Command, Run, best

_FLOOR = Path(__file__).parent.parent.parent / "shared" / "bench"
_FILES = ("gen.py", "floor.py", "floor_model.py", "page.html.j2")
_LIBRARIES = ("PyYAML", "jinja2", "markdown-it-py", "pydantic")
_VERSION = re.compile(r"\(versjon \d+\)")


@dataclass(frozen=True, slots=True)
class Peers:
    """The scratch copy of the floor, what runs it, and Hugo; what cannot be had is None and said in `missing`."""

    folder: Path
    python: Path | None
    hugo: Path | None
    missing: tuple[str, ...]


def fetch(scratch: Path) -> Peers:
    """Return what can be had of the peers, below a scratch folder."""
    folder = scratch / "peers"
    if not all((_FLOOR / name).is_file() for name in _FILES):
        return Peers(folder, None, None, ("The floor and Hugo: `../shared/bench` is not beside the project.",))
    folder.mkdir()
    for name in _FILES:
        shutil.copy(_FLOOR / name, folder / name)
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    libraries, hugo = _install(python, *_LIBRARIES), _install(python, "hugo")
    missing = [] if libraries else ["The floor: what it stands on could not be installed."]
    # The binary itself, since the script that finds it costs as much as a small site.
    binaries = sorted((folder / "venv").glob("lib/python*/site-packages/hugo/binaries/hugo*")) if hugo else []
    if not binaries:
        missing.append("Hugo: the package `hugo` could not be installed.")
    return Peers(folder, python if libraries else None, binaries[0] if binaries else None, tuple(missing))


def plans(peers: Peers, number: int) -> int:
    """Write the floor's and Hugo's form of so many plans, and return the bytes of YAML."""
    corpus = peers.folder / str(number)
    words = (sys.executable, peers.folder / "gen.py", "--plans", str(number), "--out", corpus, "--formats", "yaml,hugo")
    subprocess.run([str(word) for word in words], check=True, capture_output=True)
    return sum(path.stat().st_size for path in (corpus / "yaml").iterdir())


def floor(peers: Peers, number: int, limit: float, times: int) -> Run:
    """Return how long the floor takes; it keeps nothing from one run to the next."""
    corpus = peers.folder / str(number)
    out = corpus / "floor"
    words = (peers.python or "", "floor.py", corpus / "yaml", out, "--md", "mit", "--model", "pydantic")
    return best(Command(words, peers.folder, {}, limit), lambda _: shutil.rmtree(out, ignore_errors=True), times)


def hugo(peers: Peers, number: int, limit: float, times: int) -> tuple[Run, Run]:
    """Return how long Hugo takes cold, and after one word is another."""
    site = peers.folder / str(number) / "hugo"
    page = next(path for path in sorted(site.glob("content/*/*.md")) if _VERSION.search(path.read_text("utf-8")))
    command = Command((peers.hugo or "", "--quiet"), site, {"HUGO_CACHEDIR": str(site / "cache")}, limit)

    def empty(_: int) -> None:
        for folder in ("public", "cache", "resources"):
            shutil.rmtree(site / folder, ignore_errors=True)

    def edit(time: int) -> None:
        page.write_text(_VERSION.sub(f"(versjon {time + 1})", page.read_text("utf-8")), "utf-8")

    return best(command, empty, times), best(command, edit, times)


def _install(python: Path, *packages: str) -> bool:
    words = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0
