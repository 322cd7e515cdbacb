"""The hooks for git that this repository offers, and the page that tells planners how to use it."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sysconfig
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from plancompiler.cli.commands.check import FormatName, Level
from plancompiler.cli.commands.diff import DiffFormatName, LevelName
from plancompiler.workspace_files import read

ROOT = Path(__file__).parent.parent
CASE = Path(__file__).parent / "cases" / "nordvik"
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
HOOKS: list[dict[str, Any]] = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
HOOK, LAYOUT = HOOKS

# The keys of pre-commit's manifest that are used here, with the type each must have, and those it demands.
_TYPES: dict[str, type] = {
    "id": str, "name": str, "description": str, "entry": str, "language": str, "files": str, "pass_filenames": bool,
}  # fmt: skip
_DEMANDED = {"id", "name", "entry", "language"}


def test_the_manifest_is_what_pre_commit_asks_for() -> None:
    assert [hook["id"] for hook in HOOKS] == ["planc-check", "planc-fmt"]
    for hook in HOOKS:
        assert hook.keys() >= _DEMANDED
        assert {key: type(value) for key, value in hook.items()} == {key: _TYPES[key] for key in hook}
    # It is installed as the package it lies in, and it reads the workspace itself.
    assert (HOOK["language"], HOOK["pass_filenames"]) == ("python", False)


# A path from the root of the repository, and whether a workspace there reads it as a plan file.
PATHS = {
    "plancompiler.yaml": True,
    "plans/fritid-2030.yaml": True,
    "plans/halden helse/mål 1.yaml": True,
    "plans/registre/nordvik.yaml": True,
    "plans/vokabular/statuser.yaml": True,
    # What is misnamed is read too, for that is a finding.
    "plans/fritid.yml": True,
    "plans/fritid.YAML": True,
    "plans/fritid.yaml.txt": True,
    "plans/figurer/kart.png": False,
    "plans/les-meg.md": False,
    "plans/fritid.yaml~": False,
    "plans/yaml": False,
    "plans.yaml": False,
    "planer/fritid.yaml": False,
    "arkiv/plans/fritid.yaml": False,
    "arkiv/plancompiler.yaml": False,
    "plancompiler.yml": False,
    "plancompilerXyaml": False,
    "tests/data/nynorsk.yaml": False,
    ".pre-commit-config.yaml": False,
    "maler/plan.html": False,
}
# What it reads beside the plans: to be checked, but laid out as its owner likes.
BESIDE = ("maler/plan.html.j2", "maler/deler/hode.html.j2", "tema.css")


def test_the_hook_looks_at_what_the_workspace_reads_and_nothing_else(tmp_path: Path) -> None:
    paths = {*PATHS, *BESIDE}
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"")
    plan_files = {path for path, is_read in PATHS.items() if is_read}
    # pre-commit searches the paths that git gives, from the root and with slashes.
    checked, laid_out = ({path for path in paths if re.search(hook["files"], path)} for hook in (HOOK, LAYOUT))
    assert checked == {*plan_files, *BESIDE} == set(read(tmp_path))
    assert laid_out == plan_files


def run(folder: Path, *arguments: str, hook: dict[str, Any] = HOOK) -> subprocess.CompletedProcess[str]:
    program, *given = shlex.split(hook["entry"])
    script = shutil.which(program, path=sysconfig.get_path("scripts"))
    assert script, "the hook's program is installed with the package"
    return subprocess.run(
        [script, *given, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


def test_the_entry_is_a_console_script_of_the_package() -> None:
    scripts = {one.name for one in distribution("plancompiler").entry_points if one.group == "console_scripts"}
    assert {shlex.split(hook["entry"])[0] for hook in HOOKS} <= scripts


def test_the_entry_lets_a_good_workspace_through_and_stops_a_broken_one(tmp_path: Path) -> None:
    shutil.copytree(CASE, tmp_path, dirs_exist_ok=True)
    good = run(tmp_path)
    assert (good.returncode, good.stderr) == (0, "")
    plan = tmp_path / "plans" / "nordvik-samfunnsdel-2013.yaml"
    plan.write_text(plan.read_text("utf-8").replace("tittel: Nordvik mot 2025", "titel: Nordvik mot 2025"), "utf-8")
    broken = run(tmp_path)
    assert broken.returncode == 1 and "feil[unknown-key]" in broken.stdout


def test_the_layout_is_mended_in_the_files_that_are_stored(tmp_path: Path) -> None:
    shutil.copytree(CASE, tmp_path, dirs_exist_ok=True)
    stored, other = sorted((tmp_path / "plans").glob("*.yaml"))[:2]
    before = stored.read_bytes()
    for path in (stored, other):
        path.write_bytes(path.read_bytes().replace(b": ", b":  ", 1))
    # pre-commit passes the names of the files, from the root.
    done = run(tmp_path, stored.relative_to(tmp_path).as_posix(), hook=LAYOUT)
    assert (done.returncode, done.stderr) == (0, "")
    assert stored.read_bytes() == before
    assert b":  " in other.read_bytes()


def test_the_arguments_of_the_page_are_taken(tmp_path: Path) -> None:
    shutil.copytree(CASE, tmp_path, dirs_exist_ok=True)
    folk = tmp_path / "plans" / "nordvik-handlingsdel-2027" / "tiltak-velferd.yaml"
    folk.write_text(folk.read_text("utf-8").replace("ansvarlig: Helse\n", "ansvarlig: Hjelp\n"), "utf-8")
    (arguments,) = re.findall(r"^ +args: \[(.*)\]$", PAGE, re.M)
    assert run(tmp_path).returncode == 0
    assert run(tmp_path, *arguments.split(", ")).returncode == 1


def _blocks() -> list[Any]:
    return [YAML(typ="safe").load(block) for block in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.M | re.S)]


def test_the_page_names_hooks_formats_and_levels_that_exist() -> None:
    (config,) = (block for block in _blocks() if isinstance(block, dict) and "repos" in block)
    assert [hook["id"] for repo in config["repos"] for hook in repo["hooks"]] == [hook["id"] for hook in HOOKS]
    assert all({"repo", "rev", "hooks"} <= repo.keys() for repo in config["repos"])
    assert set(re.findall(r"- id: (\S+)", PAGE)) <= {hook["id"] for hook in HOOKS}
    of_diff = set(re.findall(r"planc diff [^\n]*--format (\w+)", PAGE))
    assert of_diff <= {each.value for each in DiffFormatName}
    assert set(re.findall(r"--format (\w+)", PAGE)) - of_diff == {each.value for each in FormatName} - {"full"}
    assert set(re.findall(r"--fail-on,? (\w+)", PAGE)) <= {each.value for each in (*Level, *LevelName)}


@pytest.mark.parametrize("form", sorted(set(re.findall(r"planc check --format (\w+) >", PAGE))))
def test_what_the_page_sends_to_a_file_is_all_there_is_to_see(form: str, tmp_path: Path) -> None:
    shutil.copytree(CASE, tmp_path, dirs_exist_ok=True)
    done = run(tmp_path, "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    assert YAML(typ="safe").load(done.stdout) and "consultation-too-short" in done.stdout
