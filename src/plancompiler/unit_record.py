"""A unit as data and back: what a cache keeps of a compiled file. The text is not kept; it is what the key is made of.

The data is JSON of lists and texts in a fixed order. Reading it makes plain values only and runs nothing, so that the
worst a damaged or forged record can do is to be refused.
"""

from __future__ import annotations

import json
from sys import intern
from typing import Any

from plancompiler.diagnostic import Locus
from plancompiler.diagnostic_record import BadRecord, to_steps
from plancompiler.diagnostic_record import from_record as diagnostic_from_record
from plancompiler.diagnostic_record import to_record as diagnostic_to_record
from plancompiler.node import NOTHING, Document, Entry, Fields, Node
from plancompiler.reference import Reference
from plancompiler.source import Source
from plancompiler.unit import Unit

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def to_record(unit: Unit) -> str:
    """Return the unit as JSON, its text left out."""
    return _encode(
        [
            _document(unit.document) if unit.document is not None else None,
            [[one.source, one.role, one.text, _locus(one.at), one.extra] for one in unit.references],
            [diagnostic_to_record(one) for one in unit.diagnostics],
            unit.sound,
        ]
    )


def from_record(record: str, source: Source) -> Unit:
    """Return the unit that the record of the file `source` holds. Raises BadRecord when it holds none."""
    try:
        document, references, diagnostics, sound = json.loads(record)
        path = source.path
        return Unit(
            source,
            _to_document(document, path) if document is not None else None,
            tuple(
                Reference(intern(by), intern(role), _text(text), _to_locus(at, path), _to_fields(extra))
                for by, role, text, at, extra in references
            ),
            tuple(map(diagnostic_from_record, diagnostics)),
            bool(sound),
        )
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise BadRecord from error


def meaning(unit: Unit) -> str:
    """Return what the file says and refers to, as text: comments, layout and places in the text make no difference."""
    document = _document(unit.document) if unit.document is not None else None
    return _encode([unit.source.path, document, unit.sound])


def _document(document: Document) -> list[object]:
    return [
        document.kind,
        document.id,
        document.fields,
        [[one.plan, one.id, one.kind, one.parent, one.fields, one.steps, sorted(one.unread)] for one in document.nodes],
        [[one.section, one.id, one.fields, one.steps] for one in document.entries],
        sorted(document.unread),
    ]


def _to_document(record: Any, path: str) -> Document:
    kind, identity, fields, nodes, entries, unread = record
    return Document(
        _text(kind),
        _text(identity),
        _to_fields(fields),
        tuple(
            Node(
                intern(plan),
                _text(own),
                intern(of),
                intern(parent),
                _to_fields(said),
                path,
                to_steps(steps),
                _keys(missed),
            )
            for plan, own, of, parent, said, steps, missed in nodes
        ),
        tuple(
            Entry(intern(section), _text(own), _to_fields(said), path, to_steps(steps))
            for section, own, said, steps in entries
        ),
        path,
        _keys(unread),
    )


def _locus(locus: Locus) -> list[object]:
    return [locus.steps, locus.key, locus.part]


def _to_locus(record: Any, path: str) -> Locus:
    steps, key, part = record
    return Locus(path, to_steps(steps), bool(key), _text(part))


def _to_fields(record: object) -> Fields:
    if not isinstance(record, dict):
        raise TypeError
    return {key: value if type(value) is str else _value(value) for key, value in record.items()} or NOTHING


def _value(value: object) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return tuple(map(_value, value))
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items()}
    raise TypeError


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError
    return value


def _keys(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise TypeError
    return frozenset(map(_text, value)) if value else frozenset()
