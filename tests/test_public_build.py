"""`planc build --public` from the files to the folder: alone and shared among processes, and after other builds."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from killed_builds import TARGETS, tree
from plancompiler.asked import Wish
from plancompiler.build import UnknownFiles, Written
from plancompiler.cache import Cache
from plancompiler.make import make
from plancompiler.translate import BOKMAL
from plancompiler.workspace_files import read
from test_publish import _HIDDEN, _SECRET, found

SECRETS = set(_SECRET.findall("\n".join(data.decode() for data in read(_HIDDEN).values())))


def built(wish: Wish, cache: Path) -> Mapping[str, bytes]:
    done = make(wish, read(wish.root), Cache(cache), BOKMAL)
    assert isinstance(done, tuple) and isinstance(done[0], Written)
    return tree(wish.out)


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_secret_is_in_what_is_built(jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plancompiler.render._WORTH_PROCESSES", 0)
    files = built(Wish(_HIDDEN, tmp_path / "ut", TARGETS, jobs, public=True), tmp_path / "lager")
    assert len(files) > 30 and len(SECRETS) > 100
    assert not found(SECRETS, files)
    everything = built(Wish(_HIDDEN, tmp_path / "alt", TARGETS, jobs), tmp_path / "lager")
    assert len(found(SECRETS, everything)) > 80


def test_nothing_of_an_earlier_build_is_left(tmp_path: Path) -> None:
    assert found(SECRETS, built(Wish(_HIDDEN, tmp_path / "ut", TARGETS), tmp_path / "lager"))
    files = built(Wish(_HIDDEN, tmp_path / "ut", ("html",), public=True), tmp_path / "lager")
    assert not found(SECRETS, files)
    assert {path.partition("/")[0] for path in files} == {"site"}


def test_files_of_unknown_origin_are_not_published(tmp_path: Path) -> None:
    built(Wish(_HIDDEN, tmp_path / "ut", TARGETS), tmp_path / "lager")
    shutil.rmtree(tmp_path / "ut/.planc")
    with pytest.raises(UnknownFiles):
        built(Wish(_HIDDEN, tmp_path / "ut", TARGETS, public=True), tmp_path / "lager")


def test_the_day_and_the_public_are_part_of_what_a_build_is_made_of(tmp_path: Path) -> None:
    plain = built(Wish(_HIDDEN, tmp_path / "ut", TARGETS), tmp_path / "lager")
    dated = built(Wish(_HIDDEN, tmp_path / "ut", TARGETS, as_of="2026-08-31"), tmp_path / "lager")
    # What speaks of the day or its year, tells machines how new the site is, or says where a period stands by then.
    differ = {path for path in plain if plain[path] != dated[path]}
    assert differ > {"site/index.html", "site/zzukjentidzz/index.html", "site/catalog.ttl", "site/feed.xml"}
    said = (b"31. august 2026", b"2026-08-31", b"perioden er over", b"Dette skjer i 20", b"perioden har ikke begynt")
    assert [path for path in sorted(differ) if not any(words in dated[path] for words in said)] == []
    # Every page of a table says of which day it is.
    others = {path for path in plain if not path.startswith("site/tabeller/")}
    assert len(differ & others) < len(others) / 3
    assert b"31. august 2026" in dated["site/index.html"]
