"""`planc init`: a workspace that checks and builds as it is, made beside what is there and never over it."""

from __future__ import annotations

import json
import shlex
from pathlib import Path, PurePosixPath

from jsonschema import Draft7Validator
from referencing import Registry, Resource

from plancompiler.parse import parse
from plancompiler.schema import schemas
from plancompiler.source import Source
from plancompiler.starter import SCHEMAS, example_files, workspace_files
from plancompiler.validate.plain import plain
from test_cli import planc
from workspaces import findings

FILES = {**workspace_files(), **example_files()}


def test_the_workspace_checks_and_builds_with_nothing_to_say(tmp_path: Path) -> None:
    done = planc("init", "planer", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1. Gå til mappa: cd planer\n2. Sjekk planene: planc check\n" in done.stdout
    space = tmp_path / "planer"
    assert {path.relative_to(space).as_posix() for path in space.rglob("*") if path.is_file()} == FILES.keys()
    assert planc("check", "--format", "json", cwd=space).stdout == "[]\n"
    built = planc("build", cwd=space)
    assert (built.returncode, built.stderr) == (0, "")
    assert (space / "build/site/index.html").is_file()
    assert "Oppsettet er i orden." in planc("fmt", "--check", cwd=space).stdout
    assert planc("schema", "--check", "--out", SCHEMAS, cwd=space).returncode == 0


def test_what_it_tells_to_do_next_can_be_done(tmp_path: Path) -> None:
    said = planc("init", cwd=tmp_path).stdout
    assert "cd " not in said
    (example,) = (line.partition("planc ")[2] for line in said.splitlines() if "planc new plan" in line)
    assert planc(*shlex.split(example), cwd=tmp_path).returncode == 0
    found = json.loads(planc("check", "--format", "json", cwd=tmp_path).stdout)
    assert {one["code"] for one in found} == {"placeholder-text", "measure-without-owner"}


def test_what_is_there_is_named_and_left(tmp_path: Path) -> None:
    mine = {"plancompiler.yaml": "arbeidsområde: Mitt\n", ".gitignore": "*.tmp\n", "plans/min.yaml": "plan: min\n"}
    for path, text in mine.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    done = planc("init", cwd=tmp_path)
    assert "plancompiler.yaml finnes alt og står som den stod.\n" in done.stdout
    assert ".gitignore finnes alt og står som den stod.\n" in done.stdout
    assert "Mappa «plans» har filer fra før, så det er ikke laget noe eksempel.\n" in done.stdout
    assert {path: (tmp_path / path).read_text("utf-8") for path in mine} == mine
    assert not any((tmp_path / path).exists() for path in example_files())
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert "Laget" not in planc("init", cwd=tmp_path).stdout
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", "utf-8")
    done = planc("init", "fil", cwd=tmp_path)
    assert done.returncode == 2
    assert "«fil» er en fil, ikke en mappe." in done.stderr


def test_no_finding_of_any_level() -> None:
    assert findings({path: text for path, text in FILES.items() if path.endswith(".yaml")}) == ()


def test_editors_are_sent_to_the_schema_of_each_kind_of_file() -> None:
    said = json.loads(FILES[".vscode/settings.json"])["yaml.schemas"]
    assert {PurePosixPath(path).as_posix() for path in said} <= FILES.keys()
    resources = [(name, Resource.from_contents(json.loads(text))) for name, text in schemas().items()]
    for path, schema, wrong in (
        ("plans/eksempel-2030.yaml", "fil", "titel"),
        ("plans/registre/enheter.yaml", "fil", "titel"),
        ("plancompiler.yaml", "plancompiler", "titel"),
    ):
        text = FILES[path]
        tree, _ = parse(Source(path, text))
        assert tree is not None
        data = plain(tree, text)
        assert isinstance(data, dict)
        validator = Draft7Validator(
            json.loads(FILES[f"{SCHEMAS}/{schema}.schema.json"]), registry=Registry().with_resources(resources)
        )
        assert list(validator.iter_errors(_lists(data))) == []
        assert list(validator.iter_errors(_lists(data | {wrong: "x"})))


def _lists(data: dict[str, object]) -> object:
    return json.loads(json.dumps(data))
