"""The JSON Schemas are fresh, are schemas, and let through every plan that the compiler lets through."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from plancompiler.model.kind import CHILD_KEYS
from plancompiler.model.nynorsk import spellings
from plancompiler.schema import schemas

ROOT = Path(__file__).parent.parent
FILES = sorted(
    [
        *(Path(__file__).parent / "data").glob("*.yaml"),
        *(ROOT / "plans").rglob("*.yaml"),
        *(ROOT / "schema/vocabulary").glob("*.yaml"),
    ]
)
SCHEMAS: dict[str, Any] = {name: json.loads(text) for name, text in schemas().items()}
OF_DOCUMENT = {
    "plan": "plan.schema.json",
    "del_av": "plan.schema.json",
    "register": "register.schema.json",
    "vokabular": "vokabular.schema.json",
    "arbeidsområde": "plancompiler.schema.json",
}
HEADER = {"plan": "p", "tittel": "P", "type": "temaplan", "kommune": 301, "språk": "nb"}


@pytest.mark.parametrize("name", schemas())
def test_the_files_are_fresh(name: str) -> None:
    assert (ROOT / "schema" / name).read_text("utf-8") == schemas()[name], "run `make schema`"
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_plans_conform(path: Path) -> None:
    assert not list(faults(YAML(typ="safe").load(path.read_text("utf-8"))))


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"mål": [{"id": "m1", "tittel": 2030, "nummer": 1.10, "bærekraftsmål": [3, 17.10]}]}, False),
        ({"mål": [{"id": "m1", "sitert": "plan/h1"}], "delmål": None}, True),
        ({"mål": [{"id": "m1", "sitert": "plan/h1", "tekst": None, "delmål": None}]}, False),
        ({"mål": [{"id": "m1", "tittel": "A", "merknader": [["h1"]], "tekst": [["h1"]]}]}, False),
        ({"mål": [{"id": "m1", "titel": "A"}]}, True),
        ({"mål": [{"tittel": "A"}]}, True),
        ({"mål": [{"id": "M 1", "tittel": "A"}]}, True),
        ({"mål": [{"id": "m1", "tittel": "A", "faser": []}]}, True),
        ({"mål": {"id": "m1", "tittel": "A"}}, True),
        ({"kapitler": [{"id": "k1", "tittel": "A", "delmål": [{"id": "d1", "tekst": "B"}]}]}, False),
        ({"områder": [{"id": "o1", "tittel": "A", "frist": {}}]}, True),
        ({"språk": "dansk"}, True),
        (
            {"betegnelser": {"mål": "Hovedmål", "verkemiddel": ["Tiltak", "Tiltak"], "delmål": {"entall": "Delmål"}}},
            False,
        ),
        ({"fotnoter": {"1": "A", "b": 2}}, False),
    ],
)
def test_what_an_editor_flags(more: dict[str, object], fault: bool) -> None:
    assert bool(list(faults({**HEADER, **more}))) == fault


def test_every_key_is_explained_in_every_spelling() -> None:
    for schema in SCHEMAS.values():
        for name, definition in schema["definitions"].items():
            if "." in name:
                assert definition["title"] and definition["description"].endswith("."), name
    properties = SCHEMAS["plan.schema.json"]["definitions"]["PartHeader"]["properties"]
    assert {spelled for key in CHILD_KEYS for spelled in spellings(key)} <= set(properties)


def faults(data: dict[str, Any]) -> Iterator[str]:
    """Yield what an editor would flag in a document."""
    schema = SCHEMAS[OF_DOCUMENT[next(iter(data))]]
    for error in jsonschema.Draft7Validator(schema).iter_errors(as_editors_read(data)):
        yield f"{list(error.absolute_path)}: {error.message[:200]}"


def as_editors_read(value: Any) -> Any:
    """Return data as YAML 1.2 has it: keys are texts, and there are no dates."""
    if isinstance(value, dict):
        return {str(key): as_editors_read(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_editors_read(each) for each in value]
    return value if value is None or isinstance(value, str | bool | int | float) else str(value)
