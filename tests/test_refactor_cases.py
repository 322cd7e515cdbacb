"""Refactorings as the command line makes them: `tests/cases/refactor/<name>/` holds a workspace, a command, the result.

`before/` is the workspace, `command.txt` what is written after `planc`, and `after/` the workspace then, or
`refusal.txt` what is said when nothing is done.
"""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from plancompiler.workspace_files import write
from test_cli import planc

CASES = sorted((Path(__file__).parent / "cases/refactor").iterdir())


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_ends_as_it_should(case: Path, tmp_path: Path) -> None:
    space = tmp_path / "space"
    shutil.copytree(case / "before", space)
    command = shlex.split((case / "command.txt").read_text("utf-8"))
    shown = planc(*command, "--dry-run", cwd=space)
    assert files(space) == files(case / "before")
    done = planc(*command, cwd=space)
    if (case / "refusal.txt").exists():
        assert done.stderr == (case / "refusal.txt").read_text("utf-8")
        assert (done.returncode, shown.returncode, files(space)) == (2, 2, files(case / "before"))
    else:
        assert (done.returncode, done.stderr) == (0, "")
        assert files(space) == files(case / "after")
        changed = {path for path, data in files(space).items() if files(case / "before").get(path) != data}
        assert {line[6:] for line in shown.stdout.splitlines() if line.startswith("+++ b/")} == changed


def test_rename_in_a_long_careless_plan_changes_exactly_the_lines_with_the_id() -> None:
    case = next(case for case in CASES if case.name == "rename-careless")
    was, now = (files(case / each)["plans/eksempel.yaml"].split(b"\n") for each in ("before", "after"))
    assert len(was) > 600
    new = [line for line in now if b"tidligere_id" in line]
    now = [line for line in now if b"tidligere_id" not in line]
    assert len(new) == 1 and len(now) == len(was)
    new_id, old_id = b"m1.d1.utstyr", b"m1.d1.v1"
    assert [line.replace(new_id, old_id) for line in now] == was
    assert sum(new_id in line for line in now) > 40


def test_a_file_that_cannot_be_read_is_shown_and_nothing_is_done(tmp_path: Path) -> None:
    space = tmp_path / "space"
    shutil.copytree(CASES[-1] / "before", space)
    broken = space / "plans/eksempel/plan.yaml"
    broken.write_text(broken.read_text("utf-8").replace("tittel: Lavere", "tittel:Lavere"), "utf-8")
    before = files(space)
    done = planc("rename", "eksempel/m1.d1", "m1.ny", cwd=space)
    assert (done.returncode, files(space)) == (1, before)
    assert "missing-space" in done.stdout and "Rett feilene først" in done.stderr


def test_writing_is_all_or_nothing_also_where_a_folder_must_be_made(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/a.yaml").write_bytes(b"gammelt")
    (tmp_path / "plans/fil").write_bytes(b"ei fil")
    with pytest.raises(OSError):
        write(tmp_path, {"plans/a.yaml": b"nytt", "plans/ny/b.yaml": b"nytt", "plans/fil/c.yaml": b"nytt"})
    assert files(tmp_path) == {"plans/a.yaml": b"gammelt", "plans/fil": b"ei fil"}
    assert not (tmp_path / "plans/ny").exists()
    (tmp_path / "plans/mappe.yaml").mkdir()
    with pytest.raises(OSError):
        write(tmp_path, {"plans/a.yaml": b"nytt", "plans/ny/b.yaml": b"nytt", "plans/mappe.yaml": b"nytt"})
    assert files(tmp_path) == {"plans/a.yaml": b"gammelt", "plans/fil": b"ei fil"}
    write(tmp_path, {"plans/a.yaml": b"nytt", "plans/ny/b.yaml": b"nytt"})
    assert files(tmp_path) == {"plans/a.yaml": b"nytt", "plans/fil": b"ei fil", "plans/ny/b.yaml": b"nytt"}
