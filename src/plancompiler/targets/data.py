"""The linked program as data, `program.json`, with the JSON Schema that says what it holds (`language.md` 13)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial

from plancompiler.data_records import entry_record, link_record, node_record, plan_record
from plancompiler.emit import Artifact, Made, Output, Target, text_artifact
from plancompiler.program import Program
from plancompiler.resources import folder
from plancompiler.source import digest

Record = Mapping[str, object]

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode

_SECTIONS = ("aktører", "dokumenter", "ordliste", "tekster")


def produce(program: Program, output: Output) -> Iterator[Artifact]:
    """Yield the data and its schema."""
    yield from whole_data(program, "data")


def whole_data(program: Program, to: str) -> Iterator[Artifact]:
    """Yield the data and its schema, in a folder below `build/`."""
    yield Artifact(f"{to}/program.json", partial(_made, program))
    schema = folder("schema") / "program.schema.json"
    yield text_artifact(f"{to}/program.schema.json", partial(schema.read_text, "utf-8"))


def to_json(program: Program) -> str:
    """Return the program as one JSON object of arrays, one record a line, so that it can be compared line by line."""
    parts: dict[str, Iterable[Record]] = {
        "planer": (plan_record(program, plan) for plan in program.plans),
        "noder": (node_record(program, name) for name in program.nodes),
        "lenker": (link_record(link) for link in program.links),
        **{section: _entries(program, section) for section in _SECTIONS},
        "omdirigeringer": ({"fra": old, "til": new} for old, new in program.redirects.items()),
        # Reserved for documents that the language does not have yet (`language.md` 8.3).
        "rapporter": (),
        "høringer": (),
        "tabeller": (),
    }
    return "{\n" + ",\n".join(f'"{key}": {_lines(records)}' for key, records in parts.items()) + "\n}\n"


@lru_cache(maxsize=1)
def _made(program: Program) -> Made:
    # It is large, and lies in two places: for who takes the data, and for who reads the site.
    data = to_json(program).encode("utf-8")
    return Made(digest(data), lambda: data)


def _entries(program: Program, section: str) -> list[Record]:
    return [entry_record(entry) for entry in program.entries.values() if entry.section == section]


def _lines(records: Iterable[Record]) -> str:
    lines = ",\n".join(map(_encode, records))
    return f"[\n{lines}\n]" if lines else "[]"


TARGET = Target("data", "data", produce)
