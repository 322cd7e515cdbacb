"""Building is all or nothing, keeps what is not its own, and writes only what is new."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from plancompiler.build import BuildInProgress, Stamp, Written, standing
from plancompiler.build import build as build_of
from plancompiler.emit import Artifact, Made, rendered

FOLDERS = ("site", "data")


def artifact(path: str, key: str, render: Callable[[], bytes]) -> Artifact:
    return Artifact(path, lambda: Made(key, render))


def artifacts(files: dict[str, str]) -> Iterable[Artifact]:
    return [artifact(path, text, text.encode) for path, text in files.items()]


def build(out: Path, made: Iterable[Artifact], stamp: Stamp) -> Written:
    return build_of(out, partial(rendered, made), FOLDERS, stamp)


def make(out: Path, files: dict[str, str], compiler: str = "1", meaning: str = "") -> Written:
    return build(out, artifacts(files), Stamp(compiler, meaning=meaning or repr(files)))


def read(out: Path) -> dict[str, str]:
    files = (path for folder in FOLDERS for path in (out / folder).rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_text() for path in files}


def test_only_what_is_new_is_written_and_what_is_gone_is_deleted(tmp_path: Path) -> None:
    assert make(tmp_path, {"site/a.html": "a", "site/b.html": "b", "data/c.json": "c"}) == Written(3, 0, 0)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")}
    assert make(tmp_path, {"site/a.html": "a", "site/b.html": "b", "data/c.json": "c"}) == Written(0, 3, 0)
    assert make(tmp_path, {"site/a.html": "a", "data/c.json": "d"}) == Written(1, 1, 1)
    assert read(tmp_path) == {"site/a.html": "a", "data/c.json": "d"}
    assert (tmp_path / "site/a.html").stat().st_mtime_ns == times[tmp_path / "site/a.html"]


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    make(tmp_path, {"site/a.html": "a"})
    (tmp_path / "mitt.txt").write_text("mitt")
    (tmp_path / "site/under").mkdir()
    (tmp_path / "site/under/mitt.txt").write_text("mitt")
    make(tmp_path, {"site/b.html": "b"})
    assert read(tmp_path) == {"site/b.html": "b", "site/under/mitt.txt": "mitt"}
    assert (tmp_path / "mitt.txt").read_text() == "mitt"


def test_another_compiler_renders_everything_but_writes_only_what_differs(tmp_path: Path) -> None:
    make(tmp_path, {"site/a.html": "a", "site/b.html": "b"})
    changed = [artifact("site/a.html", "a", lambda: b"ny"), artifact("site/b.html", "b", lambda: b"b")]
    assert build(tmp_path, changed, Stamp("2")) == Written(1, 1, 0)
    assert read(tmp_path) == {"site/a.html": "ny", "site/b.html": "b"}


def test_a_file_that_someone_deleted_is_made_again(tmp_path: Path) -> None:
    make(tmp_path, {"site/a.html": "a", "site/b.html": "b"})
    (tmp_path / "site/a.html").unlink()
    make(tmp_path, {"site/a.html": "a", "site/b.html": "b"})
    assert read(tmp_path) == {"site/a.html": "a", "site/b.html": "b"}


def test_a_build_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    make(tmp_path, {"site/a.html": "a"})

    def broken() -> bytes:
        raise OSError("disken er full")

    with pytest.raises(OSError, match="full"):
        build(tmp_path, [*artifacts({"site/a.html": "ny"}), artifact("site/b.html", "b", broken)], Stamp("1"))
    assert read(tmp_path) == {"site/a.html": "a"}
    assert make(tmp_path, {"site/a.html": "ny"}).written == 1


@pytest.mark.parametrize("stop", range(1, 8))
def test_an_exchange_that_is_cut_off_is_completed_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    make(tmp_path, {"site/a.html": "a", "data/c.json": "c"})
    done = 0

    class Killed(BaseException):
        pass

    def counted(real: Callable[..., None]) -> Callable[..., None]:
        def call(*args: Path) -> None:
            nonlocal done
            done += 1
            if done == stop:
                raise Killed
            real(*args)

        return call

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", counted(os.rename))
        patch.setattr(os, "replace", counted(os.replace))
        try:
            make(tmp_path, {"site/b.html": "b", "data/c.json": "d"})
        except Killed:
            standing(tmp_path)
    assert read(tmp_path) == {"site/b.html": "b", "data/c.json": "d"}
    assert make(tmp_path, {"site/b.html": "b", "data/c.json": "d"}) == Written(0, 2, 0)


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    inside, leave = threading.Event(), threading.Event()

    def slow() -> bytes:
        inside.set()
        leave.wait(5)
        return b"a"

    first = threading.Thread(target=build, args=(tmp_path, [artifact("site/a.html", "a", slow)], Stamp("1")))
    first.start()
    assert inside.wait(5)
    with pytest.raises(BuildInProgress):
        make(tmp_path, {"site/b.html": "b"})
    leave.set()
    first.join()
    assert read(tmp_path) == {"site/a.html": "a"}


def test_a_damaged_manifest_is_no_manifest(tmp_path: Path) -> None:
    make(tmp_path, {"site/a.html": "a"})
    (tmp_path / ".planc/manifest.json").write_text("{")
    make(tmp_path, {"site/a.html": "ny"})
    assert read(tmp_path) == {"site/a.html": "ny"}


def test_what_means_the_same_is_not_rendered_and_not_written(tmp_path: Path) -> None:
    make(tmp_path, {"site/a.html": "a"}, meaning="1")
    assert make(tmp_path, {"site/a.html": "never looked at"}, meaning="1") == Written(0, 1, 0)
    (tmp_path / "site/a.html").unlink()
    assert make(tmp_path, {"site/a.html": "b"}, meaning="1") == Written(1, 0, 0)
    assert make(tmp_path, {"site/a.html": "c"}, compiler="2", meaning="1") == Written(1, 0, 0)


def test_the_last_build_stands_when_every_file_of_it_is_there(tmp_path: Path) -> None:
    assert standing(tmp_path) is None
    stamp = Stamp("1", "inn", "mening", "1 advarsel.")
    build(tmp_path, artifacts({"site/a.html": "a", "data/c.json": "c"}), stamp)
    assert standing(tmp_path) == (stamp, 2)
    (tmp_path / "data/c.json").unlink()
    assert standing(tmp_path) is None
