"""Two sites as a municipality would publish them, in bokmål and nynorsk, built once for every test that opens them.

They are the plans of the repository, and those of `cases/nordvik`, which have what the first lack. What is made of both
is every kind of page there is.
"""

from __future__ import annotations

import fcntl
import json
import os
import posixpath
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from plancompiler import views
from plancompiler.collect import collect
from plancompiler.emit import Output
from plancompiler.translate import translator
from plancompiler.views.page import Pages
from plancompiler.workspace import assemble
from plancompiler.workspace_files import beside, read

_ROOT = Path(__file__).parent.parent
_PAGES = collect(views, "PAGES", Pages, ending="_page")

# The kinds of page, by the template that shows them, and the languages the sites speak.
KINDS = tuple(dict.fromkeys(pages.template.removesuffix(".html.j2") for pages in _PAGES))
LANGUAGES = ("nb", "nn")

# Where the site in nynorsk says it is.
ADDRESS = "https://planer.nordvik.example"

# The plan there that is out for consultation.
CONSULTED = "nordvik-sentrum-2028"

# Whatever stands before a municipality's site on its server.
PREFIX = "/kommunen/planer"


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its language, the folder of its files, and the paths of its pages by kind."""

    language: str
    folder: Path
    pages: Mapping[str, tuple[str, ...]]

    def extremes(self, kind: str) -> tuple[str, ...]:
        """Return the longest page of a kind and the shortest: most to get wrong, and what is said of nothing."""
        by_size = sorted(self.pages[kind], key=lambda path: ((self.folder / path).stat().st_size, path))
        return tuple(dict.fromkeys(by_size[-1:] + by_size[:1]))

    def richest(self, kind: str) -> str:
        """Return the longest page of a kind."""
        return self.extremes(kind)[0]


def built_sites(folder: Path) -> Mapping[str, Site]:
    """Return the sites by language, built below `folder` by whichever process comes first; the others wait for it."""
    done = folder / "sites.json"
    with (folder / "sites.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            made = {language: _own_site(folder, language) for language in LANGUAGES}
            done.write_text(json.dumps({language: site.pages for language, site in made.items()}), "utf-8")
    pages: dict[str, dict[str, tuple[str, ...]]] = json.loads(done.read_text("utf-8"))
    return {language: Site(language, folder / language / "site", kinds) for language, kinds in pages.items()}


def build_site(root: Path, out: Path, language: str) -> Site:
    """Build the site of a workspace, as `planc build` does, into `out`, and say what there is in it."""
    command = (sys.executable, "-m", "plancompiler", "build", "--target", "html", "--dato", "2026-11-20")
    environment = {**os.environ, "PLANC_CACHE": ""}
    subprocess.run((*command, "--out", out), cwd=root, env=environment, capture_output=True, check=True)
    program = assemble(read(root), beside(root)).program
    output, found = Output(language, translator(language)), dict[str, tuple[str, ...]]()
    for pages in _PAGES:
        kind = pages.template.removesuffix(".html.j2")
        found[kind] = (*found.get(kind, ()), *(path for path, _ in pages.produce(program, output)))
    return Site(language, out / "site", found)


def _own_site(folder: Path, language: str) -> Site:
    if language == "nb":
        return build_site(_ROOT, folder / language, language)
    site = build_site(_nordvik(folder), folder / language, language)
    # What the server shows of its own accord leads to the address of the site, and is whole nowhere else.
    return replace(site, pages={**site.pages, "not_found": ()})


def _nordvik(folder: Path) -> Path:
    """Return a copy of the workspace in nynorsk: a plan has had another id, and one more is out for consultation."""
    root = folder / "nordvik"
    shutil.copytree(_ROOT / "tests/cases/nordvik", root, ignore=shutil.ignore_patterns("build"))
    shutil.copy(_ROOT / "tests/data/sentrum.yaml", root / "plans" / f"{CONSULTED}.yaml")
    for path, text, other in (
        ("plancompiler.yaml", "språk: nb", "språk: nn\ninnspill: https://svar.nordvik.example/innspill"),
        (
            "plans/nordvik-samfunnsdel-2013.yaml",
            "plan: nordvik-samfunnsdel-2013",
            "plan: nordvik-samfunnsdel-2013\ntidligere_id: nordvik-kommuneplan",
        ),
    ):
        written = (root / path).read_text("utf-8")
        assert written.count(f"{text}\n") == 1, (path, text)
        (root / path).write_text(written.replace(f"{text}\n", f"{other}\n"), "utf-8")
    return root


@dataclass(frozen=True, slots=True)
class Server:
    """A server on loopback that has the sites below a prefix, and the paths that were asked for in vain."""

    home: Mapping[str, str]
    missed: list[str]


@contextmanager
def served(sites: Mapping[str, Site]) -> Iterator[Server]:
    """Serve each site at the prefix and its language, and nothing anywhere else."""
    missed: list[str] = []
    handler = partial(_Handler, sites, missed)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_port}{PREFIX}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Server({language: f"{address}/{language}" for language in sites}, missed)
        finally:
            server.shutdown()
            thread.join()


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, sites: Mapping[str, Site], missed: list[str], *rest: object) -> None:
        self._sites, self._missed = sites, missed
        super().__init__(*rest)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        path = posixpath.normpath(path.partition("?")[0])
        prefix, _, rest = path.removeprefix(f"{PREFIX}/").partition("/")
        if not path.startswith(f"{PREFIX}/") or prefix not in self._sites:
            return os.devnull + "/nothing"
        self.directory = str(self._sites[prefix].folder)
        return super().translate_path("/" + rest)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self._missed.append(self.path)
        super().send_error(code, message, explain)

    def log_message(self, format: str, *arguments: object) -> None:
        pass
