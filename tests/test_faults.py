"""Builds that are killed, disks that are full or closed: the last site is whole, and the next build succeeds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from killed_builds import PLAN, TARGETS, tree, write
from plancompiler.asked import Wish
from plancompiler.build import Written
from plancompiler.cache import NO_CACHE, Cache
from plancompiler.make import make
from plancompiler.translate import BOKMAL
from plancompiler.workspace_files import read

HERE = Path(__file__).parent


def planc(*args: str, cwd: Path, before: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-m", "plancompiler", *args]
    env = {**os.environ, "PLANC_CACHE": ""}
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=env, timeout=120)


def built(tmp_path: Path) -> tuple[Path, Mapping[str, bytes]]:
    root = tmp_path / "område"
    (root / "plans").mkdir(parents=True)
    write(root, 1)
    assert planc("build", cwd=root).returncode == 0
    return root, tree(root / "build")


def test_a_hundred_killed_builds_leave_whole_sites(tmp_path: Path) -> None:
    command = [sys.executable, str(HERE / "killed_builds.py"), str(tmp_path), "100"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("100 "), done.stdout


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, of four megabytes."""
    small = tmp_path / "disk"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", small], capture_output=True).returncode:
        pytest.skip("this user may not mount a file system")
    yield small
    subprocess.run(["umount", small], check=True)


def test_a_full_disk_leaves_the_last_site(tmp_path: Path, disk: Path) -> None:
    root, good = built(tmp_path)
    shutil.copytree(root / "build", disk / "build")
    write(root, 2)
    left = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    (disk / "fyll").write_bytes(b"x" * (left - 20_000))
    full = planc("build", "--out", str(disk / "build"), cwd=root)
    assert full.returncode == 2
    assert "disken er full. Det som sist ble bygget, er som det var." in full.stderr
    assert tree(disk / "build") == good
    (disk / "fyll").unlink()
    assert planc("build", "--out", str(disk / "build"), cwd=root).returncode == 0
    assert planc("build", cwd=root).returncode == 0
    assert tree(disk / "build") == tree(root / "build") != good


def test_a_closed_disk_leaves_the_last_site(tmp_path: Path, disk: Path) -> None:
    root, good = built(tmp_path)
    shutil.copytree(root / "build", disk / "build")
    write(root, 2)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    closed = planc("build", "--out", str(disk / "build"), cwd=root)
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    assert closed.returncode == 2
    assert "disken kan bare leses. Det som sist ble bygget, er som det var." in closed.stderr
    assert tree(disk / "build") == good
    assert planc("build", "--out", str(disk / "build"), cwd=root).returncode == 0
    assert tree(disk / "build") != good


def test_a_file_that_may_not_grow_leaves_the_last_site(tmp_path: Path) -> None:
    """As a full disk, for those who may mount none: the system refuses to write more than 4 kB in a file."""
    root, good = built(tmp_path)
    write(root, 2)
    full = planc("build", cwd=root, before=["sh", "-c", 'ulimit -f 4; exec "$@"', "sh"])
    assert full.returncode == 2
    assert "for stor for disken. Det som sist ble bygget, er som det var." in full.stderr
    assert tree(root / "build") == good
    assert planc("build", cwd=root).returncode == 0
    assert tree(root / "build") != good


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_that_may_not_be_written_is_left_alone(tmp_path: Path) -> None:
    root, good = built(tmp_path)
    write(root, 2)
    folders = [root / "build", *(path for path in (root / "build").rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    closed = planc("build", cwd=root)
    for folder in folders:
        folder.chmod(0o755)
    assert closed.returncode == 2, closed.stderr
    assert "du har ikke tilgang. Det som sist ble bygget, er som det var." in closed.stderr
    assert tree(root / "build") == good
    assert planc("build", cwd=root).returncode == 0
    assert tree(root / "build") != good


def test_a_file_where_the_folder_should_be_is_left_alone(tmp_path: Path) -> None:
    root, _ = built(tmp_path)
    (root / "ut").write_text("mitt")
    closed = planc("build", "--out", "ut", cwd=root)
    assert closed.returncode == 2
    assert "en fil står der mappa skulle ha vært" in closed.stderr
    assert (root / "ut").read_text() == "mitt"


def test_a_cache_that_was_tampered_with_changes_nothing(tmp_path: Path) -> None:
    root = tmp_path / "område"
    (root / "plans").mkdir(parents=True)
    write(root, 1)
    cache = Cache(tmp_path / "hurtiglager")
    make(Wish(root, tmp_path / "en", TARGETS), read(root), cache, BOKMAL)
    entries = [path for path in (tmp_path / "hurtiglager").rglob("*") if path.is_file()]
    assert len(entries) > 1
    for number, entry in enumerate(entries):
        entry.write_bytes((b"", entry.read_bytes().replace(b"Virkemiddel", b"Innbrudd"), b"\x80")[number % 3])
    made = make(Wish(root, tmp_path / "to", TARGETS), read(root), cache, BOKMAL)
    assert isinstance(made, tuple) and isinstance(made[0], Written)
    make(Wish(root, tmp_path / "tre", TARGETS), read(root), NO_CACHE, BOKMAL)
    assert tree(tmp_path / "to") == tree(tmp_path / "tre") == tree(tmp_path / "en")
    assert PLAN.splitlines()[-1].split()[-2] in str(tree(tmp_path / "to"))
