"""Findings as data and back: what a cache keeps of them.

The data is lists and texts in a fixed order, for JSON. Reading it makes plain values only, so that the worst a damaged
or forged record can do is to be refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from sys import intern
from typing import Any

from plancompiler.diagnostic import Applicability, Diagnostic, Edit, Fix, Locus, Place, Related, Span, Steps

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_APPLICABLE: tuple[Applicability, ...] = ("safe", "unsafe", "placeholder")


class BadRecord(Exception):
    """The data is not what it should be."""


def to_text(found: Iterable[Diagnostic]) -> str:
    """Return findings as JSON, each on a line of its own."""
    return "[" + ",\n".join(_encode(to_record(one)) for one in found) + "]"


def from_text(text: str) -> tuple[Diagnostic, ...]:
    """Return the findings that the JSON holds. Raises BadRecord when it holds none."""
    try:
        return tuple(map(from_record, json.loads(text)))
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise BadRecord from error


def to_record(one: Diagnostic) -> list[object]:
    """Return a finding as lists and texts."""
    return [
        one.code,
        _place(one.place),
        one.args,
        one.variant,
        [[other.words, _place(other.place), other.args] for other in one.related],
        [
            [
                fix.words,
                fix.applicability,
                [[_place(edit.place), edit.text, edit.items] for edit in fix.edits],
                fix.args,
            ]
            for fix in one.fixes
        ],
        one.explained,
    ]


def from_record(record: Any) -> Diagnostic:
    """Return the finding that the lists and texts are. Raises TypeError or ValueError when they are none."""
    code, place, args, variant, related, fixes, explained = record
    return Diagnostic(
        _text(code),
        _to_place(place),
        _to_args(args),
        _text(variant),
        tuple(Related(_to_place(at), _text(words), _to_args(said)) for words, at, said in related),
        tuple(
            Fix(
                _text(words),
                _applicable(applicable),
                tuple(Edit(_to_place(at), _text(text), tuple(map(_text, items))) for at, text, items in edits),
                _to_args(said),
            )
            for words, applicable, edits, said in fixes
        ),
        _text(explained),
    )


def to_steps(record: Any) -> Steps:
    """Return the way to a value. Raises TypeError when the data is none."""
    # Of a list and not of a generator: it is asked for every node and every reference that is read.
    return tuple([step if type(step) is int else intern(step) for step in record])


def _place(place: Place) -> list[object]:
    if isinstance(place, Span):
        return [place.path, place.start, place.end]
    return [place.path, place.steps, place.key, place.part]


def _to_place(record: Any) -> Place:
    if len(record) == 3:
        path, start, end = record
        return Span(_text(path), int(start), int(end))
    path, steps, key, part = record
    return Locus(_text(path), to_steps(steps), bool(key), _text(part))


def _applicable(value: Any) -> Applicability:
    if value not in _APPLICABLE:
        raise ValueError
    return value  # type: ignore[no-any-return]


def _to_args(record: object) -> Mapping[str, str]:
    if not isinstance(record, dict):
        raise TypeError
    return {key: _text(value) for key, value in record.items()}


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError
    return value
