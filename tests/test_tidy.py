"""What keeps the house in order: sizes, names, the map, and files that are made from others."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from plancompiler import cli, codes, diff_formats, formats, log_formats, rules, tables, targets
from plancompiler.catalogue import all_codes
from plancompiler.cli import commands
from plancompiler.cli.command import Command
from plancompiler.cli.commands.build import TargetName
from plancompiler.cli.commands.check import FormatName
from plancompiler.cli.commands.diff import DiffFormatName
from plancompiler.cli.commands.log import LogFormatName
from plancompiler.code import Code
from plancompiler.collect import collect, one_of
from plancompiler.diff_format import DiffFormat
from plancompiler.emit import Target
from plancompiler.format import Format
from plancompiler.log_format import LogFormat
from plancompiler.rule import Rule
from plancompiler.table import Table
from plancompiler.views import pictures
from plancompiler.views.pictured import Pictures

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src" / "plancompiler").rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_is_short_and_named_for_what_it_holds(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400
    assert path.stem not in {"utils", "util", "helpers", "common", "misc", "manager", "base", "core"}


def test_being_in_the_folder_is_the_registration() -> None:
    for package, export, kind in (
        (codes, "CODE", Code),
        (rules, "CODE", Code),
        (rules, "RULE", Rule),
        (tables, "TABLE", Table),
        (targets, "TARGET", Target),
        (formats, "FORMAT", Format),
        (diff_formats, "DIFF_FORMAT", DiffFormat),
        (log_formats, "LOG_FORMAT", LogFormat),
        (commands, "COMMAND", Command),
        (pictures, "PICTURES", Pictures),
    ):
        collect(package, export, kind)
    assert cli.__doc__


def test_the_choices_on_the_command_line_are_the_folders() -> None:
    assert {each.value for each in FormatName} == {each.name for each in collect(formats, "FORMAT", Format)}
    assert {each.value for each in DiffFormatName} == {
        each.name for each in collect(diff_formats, "DIFF_FORMAT", DiffFormat)
    }
    assert {each.value for each in LogFormatName} == {
        each.name for each in collect(log_formats, "LOG_FORMAT", LogFormat)
    }
    # The one that is asked for is found by the name of its file, so that the others need not be loaded.
    for form in FormatName:
        assert one_of(formats, "FORMAT", Format, form).name == form
    for compared in DiffFormatName:
        assert one_of(diff_formats, "DIFF_FORMAT", DiffFormat, compared).name == compared
    for history in LogFormatName:
        assert one_of(log_formats, "LOG_FORMAT", LogFormat, history).name == history
    assert {each.value for each in TargetName} == {each.name for each in collect(targets, "TARGET", Target)}


def test_every_code_raised_is_explained_and_every_code_explained_is_raised() -> None:
    text = "\n".join(path.read_text("utf-8") for path in SOURCES if path.parent.name != "codes")
    raised = set(re.findall(r"\"([a-z]+(?:-[a-z0-9]+)+)\"", text))
    assert set(all_codes()) <= raised


def test_the_map_names_every_module_and_no_other() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    drawn = text.partition("<!-- map -->")[2].partition("<!-- /map -->")[0]
    named = set(re.findall(r"^\s*([a-z_]+(?:/|\.py))", drawn, re.M))
    top = {path.name for path in (ROOT / "src/plancompiler").glob("*.py")}
    folders = {f"{path.parent.name}/" for path in (ROOT / "src/plancompiler").glob("*/__init__.py")}
    assert named == top | folders


def test_nothing_names_a_registry_or_a_path_of_a_machine() -> None:
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    forbidden = re.compile(r"pypi\.org|python" + r"hosted|registry\.npm" + r"js|/(?:home|root|Users)/[a-z]")
    for name in filter(None, files):
        path = ROOT / name
        if path.is_file() and path.suffix not in {".png", ".lock"} and path != Path(__file__):
            assert not forbidden.search(path.read_text("utf-8")), name
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "http" not in lock and "--index-url" not in lock and "--hash=sha256:" in lock


def test_the_readme_shows_what_the_program_really_says() -> None:
    from plancompiler.format import Page
    from plancompiler.formats.full import render
    from plancompiler.source import Source
    from plancompiler.translate import translator
    from workspaces import HEADER, findings

    assert HEADER
    readme = (ROOT / "README.md").read_text("utf-8")
    plan = re.search(r"```yaml\n(plan: .*?)```", readme, re.S)
    shown = re.search(r"<!-- error -->\n```text\n(.*?)```\n<!-- /error -->", readme, re.S)
    assert plan and shown
    path = "plans/fritid-2030.yaml"
    wrong = plan[1].replace("    tittel: Alle", "    titel: Alle")
    errors = tuple(one for one in findings({path: wrong}) if one.severity == "error")
    assert render(Page(errors, {path: Source(path, wrong)}, translator("nb"))).strip() == shown[1].strip()
    assert not [one for one in findings({path: plan[1]}) if one.severity == "error"]
