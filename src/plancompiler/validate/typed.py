"""A mapping read by its model: the values that could be typed, and what pydantic said of the rest."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from functools import cache
from typing import Any

from pydantic import ValidationError, create_model
from pydantic_core import ErrorDetails

from plancompiler.model.part import Part, Settled
from plancompiler.values.dates import Days
from plancompiler.values.problem import Problem

# What stands for a value that is taken out while a list is mended, so that the others keep their index.
_OUT = object()

# Every round mends what the one before found; a value in a list in a mapping in a list takes four.
_ROUNDS = 12


def typed(model: type[Part], data: dict[str, object], plan: Days) -> tuple[dict[str, Any], list[ErrorDetails]]:
    """Return the fields of `data` as plain values, and the errors. `plan` is the period of the plan.

    What has an error is left out, a text that can only mean one thing is read as that, and the rest is read.
    """
    try:
        return _fields(model, data, plan), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    found = list(errors)
    lenient = _lenient(model)
    for _ in range(_ROUNDS):
        _mend(data, errors)
        try:
            return _fields(lenient, data, plan), found
        except ValidationError as error:
            errors = error.errors(include_url=False)
            # What is missing now was taken out by us; of the rest, nothing has been said yet.
            found += (each for each in errors if each["type"] != "missing")
    return {}, found


def problem_of(error: ErrorDetails) -> Problem | None:
    """Return what a reader of values said; None when the error is pydantic's own."""
    problem = error.get("ctx", {}).get("problem")
    return problem if isinstance(problem, Problem) else None


def _fields(model: type[Part], data: dict[str, object], plan: Days) -> dict[str, Any]:
    read = model.model_validate(data, context=plan)
    fields = model.__pydantic_serializer__.to_python(read, by_alias=True, exclude_unset=True)
    # A mapping that lost all it had says nothing any more.
    return {key: value for key, value in fields.items() if value or isinstance(value, str)}


@cache
def _lenient(model: type[Part]) -> type[Part]:
    """Return the model without keys that must be there: that they are not has been said."""
    optional: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if field.is_required():
            loose = copy(field)
            loose.default = None
            optional[name] = (field.annotation, loose)
    return create_model(model.__name__, __base__=model, **optional) if optional else model


def _mend(data: dict[str, object], errors: Iterable[ErrorDetails]) -> None:
    """Take out of `data` what the errors are about, or put in its place what was meant."""
    for error in errors:
        loc = error["loc"][:-1] if error["type"] == "missing" else error["loc"]
        problem = problem_of(error)
        # A key that is missing at the top takes nothing with it; the lenient model does without.
        if loc or error["type"] != "missing":
            _replace(data, loc, problem)
    _sweep(data)


def _meant(value: object, problem: Problem | None) -> object:
    """Return what to read instead of a value, or _OUT when nobody can know what was meant."""
    if isinstance(value, dict) and set(value) == {"til"}:
        value = value["til"]
    if problem is None:
        return _OUT
    if problem.code == "list-expected" and isinstance(value, dict):
        return [value]
    if problem.kept and isinstance(value, str):
        return Settled(value)
    sure = problem.fix and problem.applicability == "safe"
    # The same text again would be the same error for ever.
    return problem.fix if sure and problem.fix != value else _OUT


def _replace(data: dict[str, object], loc: tuple[int | str, ...], problem: Problem | None) -> None:
    """Put what was meant where `loc` leads, or as far on the way as there is data."""
    holder: Any = data
    step: int | str | None = None
    for each in loc:
        here = holder if step is None else holder[step]
        within = isinstance(here, list) and isinstance(each, int) and each < len(here)
        if within or (isinstance(here, dict) and each in here):
            holder, step = here, each
        else:
            break
    if step is not None:
        holder[step] = _meant(holder[step], problem)


def _sweep(value: Any) -> None:
    """Drop what was taken out, and the lists and mappings that are left empty."""
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, (dict, list)):
            _sweep(each)
    if isinstance(value, dict):
        for key in [key for key, each in value.items() if each is _OUT or each in ({}, [])]:
            del value[key]
    else:
        value[:] = [each for each in value if each is not _OUT and each not in ({}, [])]
