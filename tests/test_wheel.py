"""The wheel holds all it needs: installed in an empty environment, it works in an empty folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from plancompiler.resources import design_system
from workspaces import HEADER

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not design_system():
        pytest.skip("Uten Node 20 lages ikke Designsystemet, og uten det ingen pakke: make design")
    out = tmp_path_factory.mktemp("wheel")
    assert _wheel_of(ROOT, out).returncode == 0
    return next(out.glob("*.whl"))


def _wheel_of(folder: Path, out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(folder)]
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8")


def test_the_wheel_holds_templates_schema_and_vocabularies(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("templates", "schema"):
        files = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert files and {f"plancompiler/_data/{name}" for name in files} <= names
    assert "plancompiler/locale/nn.po" in names


def test_the_wheel_holds_the_design_system_under_its_licence(wheel: Path) -> None:
    css = zipfile.ZipFile(wheel).read("plancompiler/_data/assets/designsystemet.css").decode()
    assert css.startswith("/*! @digdir/designsystemet-css ") and "Permission is hereby granted" in css.split("*/")[0]
    assert ".ds-button" in css and "--ds-color-accent-text-subtle" in css and "combobox" not in css


def test_without_the_design_system_there_is_no_wheel(tmp_path: Path) -> None:
    bare = tmp_path / "checkout"
    shutil.copytree(ROOT, bare, ignore=shutil.ignore_patterns(".*", "node_modules", "assets", "build", "dist", "tests"))
    done = _wheel_of(bare, tmp_path / "out")
    assert done.returncode != 0 and "assets" in done.stderr + done.stdout


def test_the_wheel_works_where_there_is_nothing_else(wheel: Path, tmp_path: Path) -> None:
    # The libraries are those of this environment; what is ours comes from the wheel alone.
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    space = tmp_path / "space"
    (space / "plans").mkdir(parents=True)
    (space / "plans/eksempel.yaml").write_text(HEADER + "mål:\n  - id: m1\n    tittel: Flere er med\n", "utf-8")
    code = (
        f"import sys; sys.path.insert(0, {str(installed)!r}); import plancompiler; "
        f"assert {str(installed)!r} in plancompiler.__file__; from plancompiler.cli.app import main; "
        "sys.argv = ['planc', 'build']; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=space, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (space / "build/site/index.html").is_file()
