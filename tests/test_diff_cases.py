"""What is said of two revisions: `tests/cases/diff/<name>/` holds both, and `facts.yaml` what must be said.

Of each change and consequence the facts name some keys; those of `planc diff --format json` must have just these
changes, in this order, with these values. Findings are left out of the consequences unless the facts name some.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from plancompiler.cache import NO_CACHE
from plancompiler.change import CHANGE_TYPES, CONSEQUENCE_TYPES, LEVELS, Comparison
from plancompiler.diff_format import Shown
from plancompiler.diff_formats.json import render
from plancompiler.diff_formats.terminal import render as as_text
from plancompiler.editions import compare_folders
from plancompiler.translate import BOKMAL, translator

ROOT = Path(__file__).parent
CASES = sorted((ROOT / "cases/diff").iterdir())
SCHEMA = json.loads((ROOT.parent / "schema/diff.schema.json").read_text("utf-8"))


def compared(case: Path, language: str = "nb") -> Comparison:
    return compare_folders(case / "before", case / "after", NO_CACHE, translator(language))


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_is_told_as_it_is(case: Path) -> None:
    facts = plain(YAML(typ="safe").load((case / "facts.yaml").read_text("utf-8")))
    comparison = compared(case)
    said = json.loads(render(Shown(comparison, BOKMAL)))
    assert len(said["endringer"]) == len(facts["endringer"]), said["endringer"]
    for wanted, change in zip(facts["endringer"], said["endringer"], strict=True):
        assert {key: change[key] for key in wanted} == wanted
    if "konsekvenser" in facts:
        led_to = [one for one in said["konsekvenser"] if not one["type"].endswith("_funn")]
        assert [(one["type"], one["id"]) for one in led_to] == [
            (one["type"], one["id"]) for one in facts["konsekvenser"]
        ]
    assert said["uendret"] == facts.get("uendret", said["uendret"])
    unread = [" ".join(part for part in (one["id"] or one["fil"], one["felt"]) if part) for one in said["ulest"]]
    assert unread == facts.get("ulest", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_what_is_printed_keeps_to_the_schema(case: Path, language: str) -> None:
    comparison = compared(case, language)
    words = translator(language)
    said = json.loads(render(Shown(comparison, words)))
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(said)] == []
    for change in said["endringer"]:
        assert list(change) == SCHEMA["definitions"]["endring"]["required"]
    for one in said["konsekvenser"]:
        assert list(one) == SCHEMA["definitions"]["konsekvens"]["required"]
    assert all(len(line) < 400 for line in as_text(Shown(comparison, words)).split("\n"))


def test_the_schema_names_every_type_and_level() -> None:
    Draft7Validator.check_schema(SCHEMA)
    change, consequence = (SCHEMA["definitions"][name]["properties"] for name in ("endring", "konsekvens"))
    assert tuple(change["type"]["enum"]) == CHANGE_TYPES
    assert tuple(change["nivå"]["enum"]) == LEVELS
    assert tuple(consequence["type"]["enum"]) == CONSEQUENCE_TYPES
