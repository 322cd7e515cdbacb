"""The base of every model, and the types that their texts have.

A model says which keys may stand together, what each means (`title` and `description` are what editors and the manual
show), and how each text is read. Everything comes in as text, lists and mappings with bokmål keys; `values` reads it. A
text that is not of its type raises a pydantic error whose type is the code of our finding and whose context holds the
`Problem`; pydantic converts nothing by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from plancompiler.model.nynorsk import WORDS
from plancompiler.values import (
    address,
    dates,
    identifier,
    municipality,
    numbers,
    periods,
    rhythms,
    text,
    un_goal,
    words,
)
from plancompiler.values.problem import Problem


class Part(BaseModel):
    """A mapping of the plan language. Attributes are English, aliases the keys; only bokmål keys come in."""

    # Schemas are built at first use: a run meets few of the kinds, and a cached run none.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Settled(str):
    """A text that has been read and reported, and stands as it is."""

    __slots__ = ()


@dataclass(frozen=True, eq=False)
class Typed:
    """A type of text: what it is called, how it is read, and what else an editor is told of it.

    `words` are all spellings of a closed word; with `in_plan` the text is read by the period of the plan.
    """

    name: str
    read: Callable[..., str]
    schema: Mapping[str, object] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    in_plan: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return a schema that is one call of ours."""
        if self.in_plan:
            return core_schema.with_info_plain_validator_function(self._check_in_plan)
        return core_schema.no_info_plain_validator_function(self.check)

    def check(self, value: object) -> str:
        """Return the canonical text of `value`."""
        if type(value) is str:
            try:
                return self.read(value)
            except Problem as problem:
                raise finding(problem) from None
        return _not_read(value)

    def _check_in_plan(self, value: object, info: core_schema.ValidationInfo) -> str:
        if type(value) is str:
            try:
                return self.read(value, info.context or dates.ALWAYS)
            except Problem as problem:
                raise finding(problem) from None
        return _not_read(value)


@dataclass(frozen=True, eq=False)
class Pointing(Typed):
    """A reference with nothing more to say, so `{til: x}` is `x`."""

    def check(self, value: object) -> str:
        """Return what is pointed at, as written."""
        return super().check(value["til"] if isinstance(value, dict) and set(value) == {"til"} else value)


def _not_read(value: object) -> str:
    if isinstance(value, Settled):
        return str(value)
    raise finding(Problem("text-expected", "mapping" if isinstance(value, dict) else "list"))


def finding(problem: Problem) -> PydanticCustomError:
    """Return a problem as the error that pydantic collects."""
    # The words of a finding are in its code; what pydantic would say is never shown.
    return PydanticCustomError(problem.code, problem.code, {"problem": problem})


@dataclass(frozen=True)
class OneOrMany:
    """A list of simple values, of which one may stand alone."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return the schema of the list, with a value alone put in one."""
        return core_schema.no_info_before_validator_function(_gathered, handler(source))


def _gathered(value: object) -> object:
    if isinstance(value, list):
        return value
    if isinstance(value, str):
        return [value]
    raise finding(Problem("list-expected", "mapping"))


@dataclass(frozen=True)
class ListOfMappings:
    """A list of mappings; they are lists even when there is one."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return the schema of the list."""
        return core_schema.no_info_before_validator_function(_listed, handler(source))


def _listed(value: object) -> object:
    if not isinstance(value, list):
        raise finding(Problem("list-expected", "mapping" if isinstance(value, dict) else ""))
    return value


@dataclass(frozen=True)
class TextOr:
    """A text of the given type, or the longer form when there is more to say; with `several`, also a list of texts."""

    text: Typed
    several: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return the schema of the longer form, entered unless the value is a text."""
        longer = next(arg for arg in get_args(source) if arg is not str)

        def choose(value: object, longer_form: Callable[[object], object]) -> object:
            if isinstance(value, str):
                return self.text.check(value)
            if self.several and isinstance(value, list):
                return tuple(self.text.check(each) for each in value)
            return longer_form(value)

        return core_schema.no_info_wrap_validator_function(
            choose, handler.generate_schema(longer), serialization=core_schema.simple_ser_schema("any")
        )


@dataclass(frozen=True)
class AMapping:
    """A mapping that stands alone."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return the schema of the mapping."""
        return core_schema.no_info_before_validator_function(_mapped, handler(source))


def _mapped(value: object) -> object:
    if not isinstance(value, dict):
        raise finding(Problem("mapping-expected"))
    return value


# ---------------------------------------------------------------- the types of single texts

LINE = Typed("line", text.parse_line)
PROSE = Typed("prose", text.parse_prose)
REF = Pointing("reference", text.parse_line)
DATE = Typed("date", lambda written, plan: dates.parse(written, plan).text, in_plan=True)
PERIOD = Typed("period", lambda written, plan: periods.parse(written, plan).text, in_plan=True)
DEADLINE = Typed("deadline", lambda written, plan: rhythms.parse_deadline(written, plan).text, in_plan=True)
UN_GOAL = Typed("un-goal", un_goal.parse)

Line = Annotated[str, LINE]
Prose = Annotated[str, PROSE]
Ref = Annotated[str, REF]
Date = Annotated[str, DATE]
Period = Annotated[str, PERIOD]
Deadline = Annotated[str, DEADLINE]
Rhythm = Annotated[str, Typed("rhythm", lambda written: rhythms.parse_rhythm(written).text)]
Duration = Annotated[str, Typed("duration", lambda written: rhythms.parse_duration(written).text)]
Number = Annotated[str, Typed("number", lambda written: numbers.parse(written).text)]
Id = Annotated[
    str, Typed("id", identifier.parse, {"pattern": f"^{identifier.PATTERN}$", "maxLength": identifier.LONGEST})
]
FormerId = Annotated[str, Typed("former-id", identifier.parse_former)]
UnGoal = Annotated[str, UN_GOAL]
Municipality = Annotated[str, Typed("municipality", municipality.parse, {"pattern": f"^{municipality.PATTERN}$"})]
YesNo = Annotated[str, Typed("yes-no", words.parse_yes_no, words=("ja", "nei"))]
Url = Annotated[str, Typed("url", address.parse_url)]
File = Annotated[str, Typed("file", address.parse_file)]

Lines = Annotated[tuple[Line, ...], OneOrMany()]
Proses = Annotated[tuple[Prose, ...], OneOrMany()]
Refs = Annotated[tuple[Ref, ...], OneOrMany()]
FormerIds = Annotated[tuple[FormerId, ...], OneOrMany()]


def word(*choices: str) -> Typed:
    """Return the type of a closed word: one of `choices`, which are bokmål; nynorsk is accepted."""
    spelled = tuple(each for one in choices for each in (one, *WORDS.get(one, ())))
    return Typed("word", words.reader(choices, WORDS), words=spelled)


# ---------------------------------------------------------------- keys


def key(alias: str, title: str, description: str, *, examples: Sequence[object] = (), empty: object = "") -> Any:
    """Return a key that may be left out. What is absent is not in a plan's fields, whatever `empty` is."""
    return Field(empty, alias=alias, title=title, description=description, examples=list(examples) or None)


def many(alias: str, title: str, description: str, *, examples: Sequence[object] = ()) -> Any:
    """Return a key whose value is a list, and that may be left out."""
    return key(alias, title, description, examples=examples, empty=())


def required(alias: str, title: str, description: str, *, examples: Sequence[object] = ()) -> Any:
    """Return a key that must be there."""
    return Field(alias=alias, title=title, description=description, examples=list(examples) or None)
