"""What comes out of the repository's own plans: complete, the same everywhere, and the same however it was reached."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plancompiler.workspace import assemble
from plancompiler.workspace_files import read
from site_pages import Page, foreign_scripts
from workspaces import findings_of

ROOT = Path(__file__).parent.parent
ENTRY = "import sys; from plancompiler.cli.app import main; sys.argv = ['planc', 'build']; main()"


def build(folder: Path, **environment: str) -> dict[str, bytes]:
    done = subprocess.run(
        [sys.executable, "-c", ENTRY],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    out = folder / "build"
    files = (path for path in out.rglob("*") if path.is_file() and ".planc" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def copy(to: Path) -> Path:
    shutil.copytree(ROOT / "plans", to / "plans")
    return to


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(copy(tmp_path_factory.mktemp("a")), PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")


def test_our_own_plans_have_no_errors_and_are_whole() -> None:
    space = assemble(read(ROOT))
    assert not space.diagnostics
    kinds: dict[tuple[str, str], int] = {}
    for node in space.program.nodes.values():
        kinds[node.plan, node.kind] = kinds.get((node.plan, node.kind), 0) + 1
    least = {
        ("sor-varanger-helse-2030", "område"): 3,
        ("sor-varanger-helse-2030", "mål"): 13,
        ("sor-varanger-helse-2030", "strategi"): 30,
        ("sor-varanger-helse-2030", "utfordring"): 10,
        ("ostfold-velferdspilot-2019", "mål"): 9,
        ("ostfold-velferdspilot-2019", "risiko"): 4,
        ("ostfold-velferdspilot-2019", "interessent"): 8,
        ("ostfold-velferdspilot-2019", "fase"): 4,
        ("ostfold-velferdspilot-2019", "milepæl"): 11,
        ("indre-ostfold-2020", "mål"): 16,
        ("indre-ostfold-2020", "delmål"): 38,
        ("indre-ostfold-2020", "virkemiddel"): 106,
        ("halden-helse-2034", "strategi"): 29,
        ("halden-helse-2034", "utfordring"): 8,
        ("baerum-samfunnsdel-2035", "mål"): 4,
        ("baerum-samfunnsdel-2035", "strategi"): 13,
        ("baerum-samfunnsdel-2035", "delmål"): 40,
    }
    assert {name: kinds[name] >= number for name, number in least.items()} == dict.fromkeys(least, True)


def test_our_own_plans_are_warned_of_nothing_but_what_is_true_of_their_sources() -> None:
    # Each of these is read and true; a new one is either a fault to mend or a line to add here.
    assert {
        (one.code, one.where.path.split("/")[1])
        for one in findings_of(assemble(read(ROOT)))
        if one.severity == "warning"
    } == {
        ("measure-without-financing", "indre-ostfold-2020"),
        ("measure-without-owner", "indre-ostfold-2020"),
        ("missing-superior-plan", "indre-ostfold-2020"),
        ("planning-period-too-short", "indre-ostfold-2020"),
        ("same-title-twice", "ostfold-velferdspilot-2019.yaml"),
        ("superior-plan-ended", "sor-varanger-helse-2030.yaml"),
    }


def test_every_node_is_in_every_output(built: dict[str, bytes]) -> None:
    program = assemble(read(ROOT)).program
    data = json.loads(built["data/program.json"])
    assert {node["id"] for node in data["noder"]} == set(program.nodes)
    for plan in program.plans:
        page = built[f"site/{plan}/index.html"].decode()
        markdown = built[f"markdown/{plan}.md"].decode()
        for node in program.nodes.values():
            if node.plan == plan:
                assert page.count(f'id="{node.id}"') == 1, node.name
                assert f'<a id="{node.id}"></a>' in markdown, node.name


def test_no_page_asks_for_anything_from_elsewhere(built: dict[str, bytes]) -> None:
    for path, data in built.items():
        if path.endswith(".html"):
            text = data.decode()
            assert not re.search(r"<(?:iframe|object|embed)\b", text) and foreign_scripts(Page(text)) == [], path
            assert not re.search(r"""<(?:link|img)\b[^>]*(?:href|src)=["'](?:https?:)?//""", text), path
            assert "style=" not in text, path


def test_the_same_plans_give_the_same_bytes_everywhere(built: dict[str, bytes], tmp_path: Path) -> None:
    folder = copy(tmp_path / "en annen mappe æøå")
    again = build(folder, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C")
    assert again.keys() == built.keys()
    assert [path for path in built if again[path] != built[path]] == []


def test_an_edit_and_a_build_give_what_a_clean_build_gives(tmp_path: Path) -> None:
    folder = copy(tmp_path / "a")
    build(folder)
    plan = folder / "plans/sor-varanger-helse-2030.yaml"
    edited = re.sub(r"^(tittel: .*)$", r"\1 for alle", plan.read_text("utf-8"), count=1, flags=re.M)
    plan.write_text(edited, "utf-8")
    (folder / "plans/fritid-2030.yaml").unlink()
    (folder / "plans/registre/fritid.yaml").unlink()
    after = build(folder)
    clean = tmp_path / "b"
    shutil.copytree(folder / "plans", clean / "plans")
    assert after == build(clean)


def test_a_comment_writes_nothing(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    build(folder)
    times = {path: path.stat().st_mtime_ns for path in (folder / "build").rglob("*") if path.is_file()}
    plan = folder / "plans/fritid-2030.yaml"
    plan.write_text("# En kommentar.\n" + plan.read_text("utf-8"), "utf-8")
    build(folder)
    changed = [
        path.name for path, time in times.items() if path.stat().st_mtime_ns != time and ".planc" not in path.parts
    ]
    assert changed == []
