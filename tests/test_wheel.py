"""The wheel holds all it needs: installed in an empty environment, it works in an empty folder."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from workspaces import HEADER

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_templates_schema_and_vocabularies(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("templates", "schema"):
        files = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert files and {f"plancompiler/_data/{name}" for name in files} <= names
    assert "plancompiler/locale/nn.po" in names


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
