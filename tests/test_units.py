"""A unit read from the cache is the unit compiled, whatever happened to the cache in between."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancompiler.cache import NO_CACHE, Cache, user_cache
from plancompiler.crew import Crew
from plancompiler.diagnostic_record import BadRecord
from plancompiler.source import Source
from plancompiler.unit import compile_unit
from plancompiler.unit_record import from_record, meaning, to_record
from plancompiler.units import units_of
from plancompiler.workspace_files import read
from test_outputs import ROOT
from workspaces import HEADER

BROKEN = (
    HEADER + "mål:\n  - id: m1\n\ttittel: Tabulator\n",
    HEADER + 'mål:\n  - {id: m1, titel: Skrivefeil, bærekraftsmål: [99, 3], "x": }\n',
    HEADER + "mål:\n<<<<<<< HEAD\n  - id: a\n=======\n  - id: b\n>>>>>>> annen\n",
    "",
    "plan: \n",
)


@pytest.fixture(scope="module")
def repository() -> dict[str, bytes]:
    return dict(read(ROOT))


def test_the_record_of_a_unit_is_the_unit(repository: dict[str, bytes]) -> None:
    files = {**repository, **{f"plans/x{number}.yaml": text.encode() for number, text in enumerate(BROKEN)}}
    files["plans/latin.yaml"] = (HEADER + "mål: [{id: m1, tittel: Ærlig}]\n").encode("cp1252")
    for path, data in files.items():
        unit = compile_unit(path, data)
        assert from_record(to_record(unit), unit.source) == unit, path
    assert sum(len(compile_unit(path, data).diagnostics) for path, data in files.items()) > 5


def test_what_was_compiled_once_is_read_and_the_same(repository: dict[str, bytes], tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    plain = units_of(repository, NO_CACHE)
    assert units_of(repository, cache) == plain
    assert sum(1 for path in tmp_path.rglob("*") if path.is_file()) == len(repository)
    assert units_of(repository, cache) == plain


def test_several_processes_compile_the_same(repository: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plancompiler.units._WORTH_A_PROCESS", 1)
    few = {path: repository[path] for path in sorted(repository)[-4:]}
    with Crew(2) as crew:
        shared = units_of(few, NO_CACHE, crew)
    assert shared == units_of(few, NO_CACHE)


def test_one_large_file_beside_small_ones_is_not_shared(
    repository: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    two = dict(sorted(repository.items(), key=lambda each: len(each[1]))[-2:])
    small, large = sorted(map(len, two.values()))
    started = _Started(2)
    monkeypatch.setattr("plancompiler.units._WORTH_A_PROCESS", small + 1)
    assert large > small and units_of(two, NO_CACHE, started) == units_of(two, NO_CACHE)
    monkeypatch.setattr("plancompiler.units._WORTH_A_PROCESS", small)
    with pytest.raises(AssertionError, match="started"):
        units_of(two, NO_CACHE, started)


class _Started(Crew):
    def map(self, work: Callable[..., object], *given: Iterable[object], at_a_time: int = 1) -> Iterator[Any]:
        raise AssertionError("started")


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _turned(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


@pytest.mark.parametrize("damage", [_cut, _turned, lambda data: b"", lambda data: b"\x80\n[]", lambda data: data * 2])
def test_a_damaged_entry_is_a_miss(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    files = {"plans/a.yaml": (HEADER + "mål: [{id: m1, tittel: Mål}]\n").encode()}
    cache = Cache(tmp_path)
    right = units_of(files, cache)
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file())
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert units_of(files, cache) == right
    assert entry.read_bytes() == whole, "the miss was made good"


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_a_forged_record_is_refused_or_is_a_unit_of_plain_values(chance: random.Random) -> None:
    """Even one whose seal is right: the worst it can say is what a plan can say too."""
    unit = compile_unit("plans/a.yaml", (HEADER + "mål: [{id: m1, titel: Mål, bærekraftsmål: [{fn: 3}]}]\n").encode())
    record = json.loads(to_record(unit))
    _put(record, chance, chance.choice([None, 1, [], {}, "x", [[]], {"a": 1}, 1.5, True]))
    try:
        found = from_record(json.dumps(record), Source("plans/a.yaml", ""))
    except BadRecord:
        return
    # What was taken can be taken again, so it holds nothing but what a unit may hold.
    assert from_record(to_record(found), found.source) == found


def _put(record: object, chance: random.Random, value: object) -> None:
    assert isinstance(record, list | dict)
    places = list(range(len(record))) if isinstance(record, list) else sorted(record)
    inner = [place for place in places if isinstance(record[place], list | dict) and record[place]]
    if inner and chance.random() < 0.8:
        _put(record[chance.choice(inner)], chance, value)
    elif places:
        record[chance.choice(places)] = value


def test_the_meaning_of_a_file_knows_no_comments_and_no_layout() -> None:
    plain = compile_unit("plans/a.yaml", (HEADER + "mål: [{id: m1, tittel: Mål}]\n").encode())
    laid_out = compile_unit("plans/a.yaml", (f"# Ny\n{HEADER}mål:\n  - id: m1  # Et\n    tittel: Mål\n").encode())
    other = compile_unit("plans/a.yaml", (HEADER + "mål: [{id: m1, tittel: Mal}]\n").encode())
    assert meaning(plain) == meaning(laid_out) != meaning(other)


def test_what_was_used_longest_ago_is_pruned_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    keys = [f"{number}{number}key" for number in range(5)]
    for number, key in enumerate(keys):
        cache.put(key, "x" * 100)
        path = next(tmp_path.rglob(key))
        os.utime(path, (number, number))
    assert cache.get(keys[0]) == "x" * 100, "used now, so the newest"
    cache.prune(most=300)
    assert [key for key in keys if cache.get(key)] == [keys[0], keys[4]]


def test_without_a_folder_to_write_everything_works(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    cache = Cache(tmp_path / "fil" / "under")
    cache.put("nøkkel", "tekst")
    assert cache.get("nøkkel") is None
    cache.prune(0)
    NO_CACHE.put("nøkkel", "tekst")
    assert NO_CACHE.get("nøkkel") is None
    assert Cache(tmp_path).get("../fil") is None


def test_the_environment_says_where_the_cache_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLANC_CACHE", str(tmp_path))
    assert user_cache() == Cache(tmp_path)
    monkeypatch.setenv("PLANC_CACHE", "")
    assert user_cache() == NO_CACHE
    monkeypatch.delenv("PLANC_CACHE")
    assert "plancompiler" in str(user_cache().folder)


def test_a_crew_makes_all_of_it_and_no_more_than_is_taken() -> None:
    asked: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(40):
            asked.append(number)
            yield number

    with Crew(2) as crew:
        made = crew.as_made(str, numbers())
        first = next(made)
        assert len(asked) <= 8, "the rest waits until there is room for it"
        assert {first, *made} == set(map(str, range(40)))


KILLED = """
import os, signal
from plancompiler.crew import Crew
if __name__ == "__main__":
    crew = Crew(2)
    assert list(crew.map(abs, [-1, -2])) == [1, 2]
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_no_process_outlives_the_one_that_started_it(tmp_path: Path) -> None:
    (tmp_path / "killed.py").write_text(KILLED)
    # What a process prints to is open for as long as any that it started lives.
    done = subprocess.run([sys.executable, tmp_path / "killed.py"], capture_output=True, timeout=120, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
