"""JSON Schemas for editors, made of the models and the table of kinds: draft-07, which YAML editors know best.

They are wider than the compiler where an editor cannot know better: any text may look like a number, a key may have no
value yet, and what a word means is left to the compiler. A key has the same definition in every place it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic.fields import FieldInfo

from plancompiler.model.header import PartHeader, PlanHeader
from plancompiler.model.kind import CHILD_KEYS, KINDS, PLAN_HOLDS, VEDLEGG_HOLDS
from plancompiler.model.nodes import NODES
from plancompiler.model.nynorsk import spellings
from plancompiler.model.part import AMapping, ListOfMappings, OneOrMany, Part, TextOr, Typed
from plancompiler.model.register import SECTIONS, RegisterEntry, RegisterHeader
from plancompiler.model.settings import Settings
from plancompiler.model.vocabulary import VOCABULARIES, VocabularyEntry, VocabularyHeader

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
# What an editor may take a text for, and the list in a list it sees in `[[x]]`.
_SCALAR = ["string", "number", "boolean", "null"]
_WIKI_LINK: Schema = {"type": "array", "items": {"type": "array"}, "minItems": 1, "maxItems": 1}
_MARKS = (Typed, OneOrMany, ListOfMappings, TextOr, AMapping)
# What of a kind without a title may stand in its place; the rest of the demands are for the compiler.
_NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "tittel": ("tittel", "sitert"),
    "tittel eller tekst": ("tittel", "tekst", "sitert"),
    "tittel, nummer eller kilde": ("tittel", "nummer", "kilde", "sitert"),
    "tittel eller aktør": ("tittel", "tekst", "aktør", "sitert"),
}


def schemas() -> Mapping[str, str]:
    """Return the text of each schema by its file name."""
    return {
        "plan.schema.json": _written(_plan()),
        "register.schema.json": _written(_register()),
        "vokabular.schema.json": _written(_vocabulary()),
        "plancompiler.schema.json": _written(_settings()),
    }


def _written(schema: Schema) -> str:
    return json.dumps({"$schema": _DRAFT, **schema}, ensure_ascii=False, indent=1) + "\n"


def _plan() -> Schema:
    made = _Definitions()
    every = tuple(KINDS)
    holds = {**{kind.name: kind.holds for kind in KINDS.values()}, "kapittel": every, "vedlegg": VEDLEGG_HOLDS}
    for kind, model in NODES.items():
        named = [{"required": [spelled]} for key in _NAMED_BY[KINDS[kind].demands] for spelled in spellings(key)]
        made.model(model, _lists(holds[kind]), {"anyOf": named})
    for kind, model in NODES.items():
        made.all[_list_name(kind)] = {
            "title": KINDS[kind].key.capitalize(),
            "description": model.__doc__,
            "type": ["array", "null"],
            "items": {"anyOf": [_ref(model.__name__), {"type": "null"}]},
        }
    owner = [{"required": [spelled]} for key in ("kommune", "eier") for spelled in spellings(key)]
    made.model(PlanHeader, _lists(PLAN_HOLDS), {"anyOf": owner})
    made.model(PartHeader, _lists(every))
    return {
        "title": "Plan",
        "description": "En plan, eller en del av en plan.",
        "if": {"required": ["del_av"]},
        "then": _ref("PartHeader"),
        "else": _ref("PlanHeader"),
        "definitions": made.all,
    }


def _register() -> Schema:
    made = _Definitions()
    for section, model in SECTIONS.items():
        # An entry may only add names to one in another register, so no more than the id is asked for here.
        made.model(model, required=("id",))
        made.all[f"list.{model.__name__}"] = _list_of(section, model)
    lists = {section: f"list.{model.__name__}" for section, model in SECTIONS.items()}
    made.model(RegisterHeader, lists)
    description = "Et register over aktører, dokumenter, ord eller felles tekster."
    return {"title": "Register", "description": description, **_ref("RegisterHeader", made)}


def _vocabulary() -> Schema:
    made = _Definitions()
    for model in VOCABULARIES.values():
        made.model(model)
        made.all[f"list.{model.__name__}"] = _list_of("poster", model)
    made.all["poster"] = {"title": "Poster", "description": "Ordene, ett punkt for hvert.", "type": ["array", "null"]}
    made.model(VocabularyHeader, {"poster": "poster"})
    by_name = [
        {
            "if": {"properties": {"vokabular": {"const": name}}},
            "then": {"properties": {spelled: _ref(f"list.{model.__name__}") for spelled in spellings("poster")}},
        }
        for name, model in VOCABULARIES.items()
    ]
    description = "Ord et arbeidsområde legger til eller bytter ut."
    return {"title": "Vokabular", "description": description, **_ref("VocabularyHeader", made, by_name)}


def _settings() -> Schema:
    made = _Definitions()
    made.model(Settings)
    return {"title": "Innstillinger", "description": Settings.__doc__, **_ref("Settings", made)}


def _lists(kinds: tuple[str, ...]) -> Mapping[str, str]:
    """Return the definition that each key of a list of nodes has, in the order of the language."""
    return {KINDS[kind].key: _list_name(kind) for kind in KINDS if kind in kinds and KINDS[kind].key in CHILD_KEYS}


def _list_name(kind: str) -> str:
    return f"list.{NODES[kind].__name__}"


def _list_of(key: str, model: type[RegisterEntry] | type[VocabularyEntry]) -> Schema:
    items = {"anyOf": [_ref(model.__name__), {"type": "null"}]}
    return {"title": key.capitalize(), "description": model.__doc__, "type": ["array", "null"], "items": items}


def _ref(name: str, made: _Definitions | None = None, beside: list[Schema] | None = None) -> Schema:
    """Return a reference to a definition; with `made`, as what a whole schema is, since nothing may stand beside it."""
    target: Schema = {"$ref": f"#/definitions/{name}"}
    return target if made is None else {"allOf": [target, *(beside or ())], "definitions": made.all}


class _Definitions:
    """The definitions of a schema, added as they are met."""

    def __init__(self) -> None:
        self.all: dict[str, Schema] = {}

    def model(
        self,
        model: type[Part],
        lists: Mapping[str, str] | None = None,
        beside: Schema | None = None,
        required: tuple[str, ...] | None = None,
    ) -> None:
        """Add a model, with `lists` as further keys (each with its definition) and what is asked of it beside that."""
        properties: Schema = {}
        asked: list[Schema] = [beside] if beside else []
        must: list[str] = []
        for name, field in model.model_fields.items():
            alias = field.alias or name
            definition = self._key(model, name, field)
            spelled = spellings(alias)
            properties.update((each, definition) for each in spelled)
            if field.is_required() and (required is None or alias in required):
                if len(spelled) == 1:
                    must.append(alias)
                else:
                    asked.append({"anyOf": [{"required": [each]} for each in spelled]})
        for key, definition_name in (lists or {}).items():
            properties.update((each, _ref(definition_name)) for each in spellings(key))
        self.all[model.__name__] = {
            "title": model.__name__,
            "description": model.__doc__,
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            **({"required": must} if must else {}),
            **({"allOf": asked} if asked else {}),
        }

    def _key(self, model: type[Part], name: str, field: FieldInfo) -> Schema:
        """Return a reference to the definition of a key, made where the key is first said."""
        owner = next(each for each in model.__mro__ if name in vars(each).get("__annotations__", {}))
        definition = f"{owner.__name__}.{name}"
        if definition not in self.all:
            # It stands there before it is done, for a record may hold its own kind.
            self.all[definition] = {}
            said = {"title": field.title, "description": field.description, "examples": field.examples}
            said = {key: value for key, value in said.items() if value}
            self.all[definition] = {**said, **self._value(field.annotation, field.metadata)}
        return _ref(definition)

    def _value(self, annotation: Any, marks: list[Any]) -> Schema:
        """Return what may stand after a key, by the type it has in the model."""
        mark = next(
            (each for each in marks if isinstance(each, (Typed, OneOrMany, ListOfMappings, TextOr, AMapping))), None
        )
        if isinstance(mark, Typed):
            return _text(mark)
        inner = tuple(self._arguments(annotation))
        if isinstance(mark, OneOrMany):
            return {"anyOf": [inner[0], {"type": "array", "items": inner[0]}]}
        if isinstance(mark, ListOfMappings):
            return {"type": ["array", "null"], "items": {"anyOf": [inner[0], {"type": "null"}]}}
        if isinstance(mark, TextOr):
            several = [{"type": "array", "items": _text(mark.text)}] if mark.several else []
            return {"anyOf": [_text(mark.text), *several, *inner]}
        if isinstance(annotation, type) and issubclass(annotation, Part):
            return {"anyOf": [self._record(annotation), {"type": "null"}]}
        return {"type": ["object", "null"], "additionalProperties": inner[-1]}

    def _arguments(self, annotation: Any) -> Iterator[Schema]:
        """Yield what may stand inside a list, a mapping or a choice."""
        for arg in get_args(annotation):
            if isinstance(arg, type) and issubclass(arg, Part):
                yield self._record(arg)
            elif marks := getattr(arg, "__metadata__", None):
                yield self._value(arg.__origin__, list(marks))

    def _record(self, model: type[Part]) -> Schema:
        if model.__name__ not in self.all:
            self.all[model.__name__] = {}
            self.model(model)
        return _ref(model.__name__)


def _text(typed: Typed) -> Schema:
    if typed.words:
        # An empty value is no value, and nothing to complain of while one writes.
        return {"enum": [*typed.words, None]}
    if typed.name in ("line", "prose", "reference"):
        return {"anyOf": [{"type": _SCALAR}, _WIKI_LINK]}
    return {"type": _SCALAR, **typed.schema}
