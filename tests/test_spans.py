"""Where findings stand is the same whether it is kept or found, whatever is in the cache."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from nordvik_workspace import FILES
from plancompiler import spans
from plancompiler.cache import NO_CACHE, Cache
from plancompiler.diagnostic import Locus
from plancompiler.findings import findings
from plancompiler.source import Source
from plancompiler.spans import Spans
from plancompiler.translate import BOKMAL
from plancompiler.workspace import Workspace, assemble
from plancompiler.workspace_files import read
from test_outputs import ROOT


@pytest.mark.parametrize("files", [FILES, read(ROOT)])
def test_what_is_kept_is_what_is_found(files: Mapping[str, bytes], tmp_path: Path) -> None:
    space, cache = assemble(files), Cache(tmp_path)
    plain = findings(space, BOKMAL)
    assert plain == findings(space, BOKMAL, cache) == findings(space, BOKMAL, cache)


def test_a_file_is_not_read_again_for_places_that_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    space, cache = assemble(FILES), Cache(tmp_path)
    again = findings(space, BOKMAL, cache)

    def never(source: Source) -> None:
        raise AssertionError(source.path)

    monkeypatch.setattr(spans, "parse", never)
    assert findings(space, BOKMAL, cache) == again


@pytest.mark.parametrize(
    "record",
    ["", "[]", "{", "3", '{"[[],false,\\"\\"]": [0]}', '{"[[],false,\\"\\"]": [7, 3]}', '{"x": [0, 99999999]}'],
)
def test_a_forged_record_is_no_record(record: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    space, cache = assemble(FILES), Cache(tmp_path)
    for source in _sources(space):
        cache.put(spans._key(source), record)
    assert findings(space, BOKMAL, cache) == findings(space, BOKMAL)


def test_what_cannot_be_read_has_its_beginning_for_a_place() -> None:
    assert Spans(NO_CACHE).find(Locus("plans/a.yaml", ("mål", 0)), Source("plans/a.yaml", "")) == (0, 0)


def _sources(space: Workspace) -> list[Source]:
    return [unit.source for unit in space.units]
