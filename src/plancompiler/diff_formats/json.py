"""One object for programs, as `schema/diff.schema.json` has it: every change, what they lead to, how much is equal."""

from __future__ import annotations

import json
from collections.abc import Mapping

from plancompiler.change import Change, Consequence, Unread
from plancompiler.diff_format import DiffFormat, Shown


def render(shown: Shown) -> str:
    """Return the comparison as JSON; the keys come in the order of `interface.md`, and what could not be read last."""
    comparison = shown.comparison
    told = {
        "endringer": [change_record(one) for one in comparison.changes],
        "konsekvenser": [_consequence(one) for one in comparison.consequences],
        "uendret": comparison.unchanged,
        "ulest": [_unread(one) for one in comparison.unread],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def change_record(one: Change) -> Mapping[str, object]:
    """Return a change as data, its keys in the order of `interface.md`."""
    return {
        "type": one.type,
        "id": one.id,
        "gammel_id": one.old_id or None,
        "felt": one.field or None,
        "før": _plain(one.before),
        "etter": _plain(one.after),
        "nivå": one.level,
        "retning": one.direction or None,
        "begrunnelse": one.reason or None,
        "forklaring": one.explanation if one.certain else f"{one.explanation} (antatt)",
    }


def _consequence(one: Consequence) -> Mapping[str, object]:
    return {
        "type": one.type,
        "id": one.id,
        "før": one.before or None,
        "etter": one.after or None,
        "forklaring": one.explanation,
    }


def _unread(one: Unread) -> Mapping[str, object]:
    return {"side": one.side, "fil": one.path, "id": one.id or None, "felt": one.field or None}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


DIFF_FORMAT = DiffFormat("json", render)
