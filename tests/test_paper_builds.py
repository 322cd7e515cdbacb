"""Building what is printed: the same bytes everywhere, only what is new, alone or shared, where it can be made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from papers import DAY, NORDVIK
from plancompiler.asked import Wish
from plancompiler.build import Written
from plancompiler.cache import Cache
from plancompiler.make import make
from plancompiler.translate import BOKMAL
from plancompiler.workspace_files import read

PAPER = ("pdf", "docx", "xlsx")
_RUN = "import sys; from plancompiler.cli.app import main; sys.argv = ['planc', *sys.argv[1:]]; main()"
_WITHOUT = "import plancompiler.fingerprint as it; it.installed = lambda name: ''; "
_ASKED = [part for name in PAPER for part in ("--target", name)]


def planc(*arguments: str, folder: Path, before: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", before + _RUN, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def tree(out: Path) -> Mapping[str, bytes]:
    """Return what was built, by path."""
    found = (path for path in out.rglob("*") if path.is_file() and ".planc" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def built(wish: Wish, cache: Path) -> tuple[Written, Mapping[str, bytes]]:
    done = make(wish, read(wish.root), Cache(cache), BOKMAL)
    assert isinstance(done, tuple)
    return done[0], tree(wish.out)


def test_the_same_plans_give_the_same_bytes_everywhere(tmp_path: Path) -> None:
    made = []
    for name, seed, zone in (("a", "1", "UTC"), ("en annen mappe æøå", "2", "Asia/Tokyo")):
        folder = Path(shutil.copytree(NORDVIK, tmp_path / name))
        done = planc("build", "--dato", DAY, *_ASKED, folder=folder, PYTHONHASHSEED=seed, TZ=zone, LC_ALL="C")
        assert done.returncode == 0, done.stdout + done.stderr
        made.append(tree(folder / "build"))
    assert {path.partition("/")[0] for path in made[0]} == set(PAPER)
    assert made[0].keys() == made[1].keys()
    assert [path for path in made[0] if made[0][path] != made[1][path]] == []


def test_an_edit_and_a_build_give_what_a_clean_build_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(shutil.copytree(NORDVIK, tmp_path / "plan"))
    _, before = built(Wish(root, tmp_path / "ut", PAPER, as_of=DAY), tmp_path / "lager")
    plan = root / "plans/nordvik-handlingsdel-2026.yaml"
    plan.write_text(plan.read_text("utf-8").replace("tittel: ", "tittel: Ny ", 1), "utf-8")
    done, after = built(Wish(root, tmp_path / "ut", PAPER, as_of=DAY), tmp_path / "lager")
    # What says nothing of the plan is as it was.
    assert 0 < done.written < done.kept
    monkeypatch.setattr("plancompiler.render._WORTH_PROCESSES", 0)
    _, clean = built(Wish(root, tmp_path / "rent", PAPER, jobs=2, as_of=DAY), tmp_path / "lager")
    assert after == clean and after != before


def test_the_usual_build_makes_no_paper_and_leaves_what_stands(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(NORDVIK, tmp_path / "plan"))
    built(Wish(folder, folder / "build", ("xlsx",)), tmp_path / "lager")
    assert planc("build", folder=folder).returncode == 0
    assert {path.partition("/")[0] for path in tree(folder / "build")} == {"site", "markdown", "tables", "data", "xlsx"}


def test_a_public_build_leaves_no_folder_empty(tmp_path: Path) -> None:
    built(Wish(NORDVIK, tmp_path / "ut", ("data",), public=True), tmp_path / "lager")
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == [".planc", "data"]


@pytest.mark.parametrize(("target", "library"), [("pdf", "typst"), ("docx", "python-docx"), ("xlsx", "xlsxwriter")])
def test_what_is_not_installed_is_told_with_how_to_get_it(target: str, library: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(NORDVIK, tmp_path / "plan"))
    done = planc("build", "--target", target, folder=folder, before=_WITHOUT)
    assert done.returncode == 2 and not (folder / "build").exists()
    pip = Path(sys.executable).with_name("pip")
    assert library in done.stderr and f'Skriv «{pip} install "plancompiler[papir]"»' in done.stderr
    assert planc("build", "--target", "data", folder=folder, before=_WITHOUT).returncode == 0


def test_nothing_that_makes_paper_is_loaded_until_it_is_asked_for() -> None:
    asks = "import atexit; atexit.register(lambda: print({'typst', 'docx', 'xlsxwriter'} & sys.modules.keys())); "
    done = planc("check", folder=NORDVIK, before="import sys; " + asks)
    assert done.stdout.endswith("set()\n"), done.stdout + done.stderr
