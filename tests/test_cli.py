"""The command line as a stranger meets it: what it prints, where, and the code it leaves with."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from workspaces import HEADER

PLAN = (
    HEADER
    + """\
følges_opp_i: Handlingsprogrammet
mål:
  - id: m1
    tittel: Flere er med
    bærekraftsmål: 3
"""
)
WRONG = PLAN.replace("tittel: Flere", "titel: Flere")
ENTRY = "import sys; from plancompiler.cli.app import main; main()"


def planc(*args: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ENTRY, *args],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": "", **environment},
        timeout=60,
    )


@pytest.fixture
def space(tmp_path: Path) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/eksempel.yaml").write_text(PLAN, "utf-8")
    return tmp_path


def test_a_clean_plan_passes_and_nothing_is_written(space: Path) -> None:
    before = sorted(space.rglob("*"))
    done = planc("check", cwd=space)
    assert (done.returncode, done.stderr) == (0, "")
    assert "én plan" in done.stdout
    assert planc("check", "--format", "json", cwd=space).stdout == "[]\n"
    assert sorted(space.rglob("*")) == before


def test_a_mistake_is_shown_with_its_line_and_what_to_do(space: Path) -> None:
    (space / "plans/eksempel.yaml").write_text(WRONG, "utf-8")
    done = planc("check", cwd=space)
    assert done.returncode == 1
    assert "--> plans/eksempel.yaml:11:5" in done.stdout
    assert "    titel: Flere er med" in done.stdout
    assert "tittel" in done.stdout.partition("hjelp:")[2]
    assert "\x1b[" not in done.stdout
    concise = planc("check", "--format", "concise", cwd=space).stdout
    assert concise.startswith("plans/eksempel.yaml:11:5: error[unknown-key]: ")


def test_json_has_the_keys_of_the_interface_in_their_order(space: Path) -> None:
    (space / "plans/eksempel.yaml").write_text(WRONG, "utf-8")
    (one,) = [
        each for each in json.loads(planc("check", "--format", "json", cwd=space).stdout) if each["severity"] == "error"
    ]
    place = ["path", "line", "column", "end_line", "end_column"]
    assert list(one) == ["code", "severity", "message", "label", "help", *place, "related", "fixes"]
    assert list(one["fixes"][0]) == ["title", "applicability", "edits"]
    assert one["fixes"][0]["edits"] == [
        {"path": "plans/eksempel.yaml", "line": 11, "column": 5, "end_line": 11, "end_column": 10, "text": "tittel"}
    ]


def test_a_path_narrows_what_is_shown_never_what_is_read(space: Path) -> None:
    (space / "plans/annen.yaml").write_text(WRONG.replace("eksempel", "annen"), "utf-8")
    assert planc("check", "plans/eksempel.yaml", cwd=space).returncode == 0
    assert planc("check", "plans/annen.yaml", cwd=space).returncode == 1
    assert planc("check", ".", cwd=space).returncode == 1
    assert planc("check", "borte.yaml", cwd=space).returncode == 2


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_language_is_chosen_never_guessed(space: Path, language: str) -> None:
    (space / "plans/eksempel.yaml").write_text(WRONG, "utf-8")
    norwegian = planc("check", cwd=space, LANG="en_US.UTF-8", LC_ALL="C").stdout
    assert "feil[unknown-key]" in norwegian
    chosen = planc("check", "--språk", language, cwd=space).stdout
    assert chosen != norwegian
    assert planc("check", cwd=space, PLANC_SPRAK=language).stdout == chosen


@pytest.mark.parametrize("level", ["warning", "advarsel", "tips"])
def test_a_level_has_the_name_that_findings_give_it(space: Path, level: str) -> None:
    (space / "plans/eksempel.yaml").write_text(PLAN.replace("Flere er med", "Plass #1 for folk"), "utf-8")
    assert planc("check", cwd=space).returncode == 0
    assert planc("check", "--fail-on", level, cwd=space).returncode == 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", ["filer skrevet, 0 uendret, 0 fjernet.", "Åpne build/site/index.html i nettleseren."]),
        ("nn", ["filer skrivne, 0 uendra, 0 fjerna.", "Opne build/site/index.html i nettlesaren."]),
        ("en", ["files written, 0 unchanged, 0 removed.", "Open build/site/index.html in the browser."]),
    ],
)
def test_a_build_speaks_the_chosen_language(space: Path, language: str, said: list[str]) -> None:
    done = planc("build", "--språk", language, cwd=space)
    assert [words in line for words, line in zip(said, done.stdout.splitlines(), strict=True)] == [True, True]


def test_wrong_usage_is_told_in_norwegian_with_code_2(tmp_path: Path, space: Path) -> None:
    for args, said in (
        (["sjekk"], "sjekk"),
        (["check", "--formatt", "json"], "--formatt"),
        (["check", "--format", "xml"], "json"),
        (["chek"], "Mente du «check»?"),
        (["check", "--språk", "norsk"], "nb, nn, en"),
        (["build", "--target", "word"], "markdown"),
        (["build", "ekstra"], "«ekstra» hører ikke til her"),
        (["explain", "unknown-kye"], "unknown-key"),
        (["retire", "plan/m1"], "det mangler --grunn."),
        (["retire"], "det mangler ID: Punktet som skal ut"),
        (["rename", "a"], "det mangler NY-ID"),
        (["serve", "--port", "abc"], "--port må være et helt tall."),
        (["serve", "--port", "70000"], "--port kan ikke være mer enn 65535."),
        (["build", "--jobs", "0"], "--jobs må være minst 1."),
    ):
        done = planc(*args, cwd=space)
        assert (done.returncode, said in done.stderr, done.stdout) == (2, True, ""), done.stderr
        assert not re.search("No such|Invalid|Value error|Got unexpected|not one of", done.stderr)
    empty = tmp_path / "tom" / "plans"
    empty.mkdir(parents=True)
    assert planc("check", cwd=empty).returncode == 2


def test_help_is_norwegian_and_loads_nothing_heavy(space: Path) -> None:
    done = planc("--help", cwd=space)
    assert done.returncode == 0
    assert "Kommandoer:" in done.stdout and "Usage" not in done.stdout
    heavy = "import sys\ntry:\n from plancompiler.cli.app import main; sys.argv = ['planc', '--help']; main()\n"
    heavy += "except SystemExit: pass\nheavy = 'pydantic jinja2 markdown_it ruamel.yaml babel'.split()\n"
    heavy += "print([name for name in heavy if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", heavy], capture_output=True, encoding="utf-8", check=True, cwd=space)
    assert loaded.stdout.endswith("[]\n")


def test_every_command_helps_in_norwegian_and_in_whole_lines(space: Path) -> None:
    overview = planc("--help", cwd=space).stdout
    commands = re.findall(r"^  ([a-z]+)  +\S", overview.partition("Kommandoer:")[2], re.MULTILINE)
    assert len(commands) > 15 and "..." not in overview
    # In one process, since to start each takes longer than all it says.
    every = "import sys\nfrom plancompiler.cli.app import main\nfor one in sys.argv[1:]:\n"
    every += " sys.argv = ['planc', one, '--help']\n try: main()\n except SystemExit: pass\n"
    asked = [sys.executable, "-c", every, *commands]
    said = subprocess.run(asked, capture_output=True, encoding="utf-8", check=True, cwd=space).stdout
    assert re.findall(r"^Bruk: planc ([a-z]+) \[VALG\]", said, re.MULTILINE) == commands
    assert not re.findall(r"required|default|list\[|[{}]|<path|<str|range|\[x|\.\.\.\s", said)


def test_a_build_that_has_nothing_new_loads_nothing_heavy(space: Path) -> None:
    build = "import sys\ntry:\n from plancompiler.cli.app import main; sys.argv = ['planc', 'build']; main()\n"
    build += "except SystemExit: pass\nheavy = 'jinja2 markdown_it plancompiler.link plancompiler.views'.split()\n"
    build += "print([name for name in heavy if name in sys.modules])"
    said = [
        subprocess.run([sys.executable, "-c", build], capture_output=True, encoding="utf-8", check=True, cwd=space)
        for _ in range(2)
    ]
    assert "'plancompiler.views'" in said[0].stdout and said[1].stdout.endswith("[]\n")


def test_the_version_tells_which_parser_reads(space: Path) -> None:
    assert planc("--version", cwd=space).stdout.startswith("planc 0.")
    assert "libyaml" in planc("--version", "--verbose", cwd=space).stdout


def test_build_writes_all_or_nothing(space: Path) -> None:
    assert planc("build", cwd=space).returncode == 0
    before = {path: path.read_bytes() for path in space.rglob("*") if path.is_file() and "plans" not in path.parts}
    assert {"site", "markdown", "tables", "data"} <= {path.relative_to(space / "build").parts[0] for path in before}
    (space / "plans/eksempel.yaml").write_text(WRONG, "utf-8")
    done = planc("build", cwd=space)
    assert done.returncode == 1
    assert "unknown-key" in done.stdout
    after = {path: path.read_bytes() for path in space.rglob("*") if path.is_file() and "plans" not in path.parts}
    assert after == before


def test_build_can_be_narrowed_to_a_target_and_a_folder(space: Path) -> None:
    assert planc("build", "--target", "data", "--out", "ut", cwd=space).returncode == 0
    assert {path.name for path in (space / "ut").iterdir() if not path.name.startswith(".")} == {"data"}
    assert not (space / "build").exists()


def test_every_code_can_be_explained(space: Path) -> None:
    codes = json.loads(planc("explain", "--format", "json", cwd=space).stdout)
    assert len({each["code"] for each in codes}) == len(codes) > 40
    assert all(each["what"] and each["why"] and each["good"] for each in codes)
    text = planc("explain", "unknown-key", cwd=space).stdout
    assert text.startswith("unknown-key (feil)")
    assert "Slik blir det riktig:" in text


def test_a_code_can_be_pasted_as_it_stands_in_a_finding(space: Path) -> None:
    assert planc("explain", "feil[unknown-key]:", cwd=space).stdout.startswith("unknown-key")


def test_a_build_says_that_there_is_more_to_see(space: Path) -> None:
    (space / "plans/eksempel.yaml").write_text(PLAN.replace("Flere er med", "Plass #1 for folk"), "utf-8")
    done = planc("build", cwd=space)
    assert done.returncode == 0
    assert "1 advarsel" in done.stdout and "planc check" in done.stdout


def test_fix_mends_shows_and_leaves_alone(space: Path) -> None:
    path = space / "plans/eksempel.yaml"
    path.write_text(WRONG, "utf-8")
    shown = planc("fix", "--diff", cwd=space)
    assert "-    titel: Flere er med\n+    tittel: Flere er med\n" in shown.stdout
    assert path.read_text("utf-8") == WRONG
    assert planc("fix", "plans", cwd=space).stdout == "Rettet plans/eksempel.yaml.\n"
    assert path.read_text("utf-8") == PLAN
    assert planc("fix", cwd=space).stdout == "Ingenting kunne rettes trygt.\n"
    assert sorted(each.name for each in (space / "plans").iterdir()) == ["eksempel.yaml"]
