"""What a file means once its text is typed: nodes, headers and entries, each a record of plain values.

Values are text, tuples and mappings only, so a unit is data that can be kept and compared. Dates and numbers stay the
canonical text of `language.md` 2; `values` reads them where arithmetic is wanted. Keys are the canonical bokmål keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plancompiler.diagnostic import Locus, Steps

Fields = Mapping[str, object]

NOTHING: Fields = {}


def text(fields: Fields, key: str) -> str:
    """Return the text under `key`; empty when absent or not text."""
    value = fields.get(key, "")
    return value if isinstance(value, str) else ""


def texts(fields: Fields, key: str) -> tuple[str, ...]:
    """Return the texts under `key`; of a mapping in the list, what it points at (`til`, else `fn`)."""
    if key not in fields:
        return ()
    value = fields[key]
    items = value if isinstance(value, tuple) else (value,)
    return tuple(item if isinstance(item, str) else text(item, "til") or text(item, "fn") for item in items)


def records(fields: Fields, key: str) -> tuple[Fields, ...]:
    """Return the mappings under `key`, one or many; other values are passed over."""
    value = fields.get(key, ())
    items = value if isinstance(value, tuple) else (value,)
    return tuple(item for item in items if isinstance(item, Mapping))


class _Recorded:
    """Reading access to `fields`, the same for every record."""

    __slots__ = ()
    fields: Fields

    def text(self, key: str) -> str:
        """The text of a field, or ""."""
        return text(self.fields, key)

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a field that may hold one or many."""
        return texts(self.fields, key)

    def records(self, key: str) -> tuple[Fields, ...]:
        """The mappings of a field."""
        return records(self.fields, key)


@dataclass(frozen=True, slots=True)
class Node(_Recorded):
    """An item of a plan. `parent` is the id of the node it stands under in its file, or "" at the top of the file.

    `unread` are the keys whose value could not be read, or not all of it: nobody should miss what is not in `fields`.
    """

    plan: str
    id: str
    kind: str
    parent: str
    fields: Fields
    file: str
    steps: Steps
    unread: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The full name, `plan/id`."""
        return f"{self.plan}/{self.id}"

    @property
    def is_named(self) -> bool:
        """Whether it bears an id of its own; one that has none, or another's, is known by its place."""
        return bool(self.id) and not self.id.startswith("?")

    @property
    def at(self) -> Locus:
        """Where it stands."""
        return Locus(self.file, self.steps)

    def at_key(self, key: str) -> Locus:
        """Where a field that says nothing stands with its key; the node, when it is not there at all."""
        return Locus(self.file, (*self.steps, key), key=True)


@dataclass(frozen=True, slots=True)
class Entry(_Recorded):
    """An entry of a register (`section` is aktører, dokumenter, ordliste or tekster) or of a vocabulary (poster)."""

    section: str
    id: str
    fields: Fields
    file: str
    steps: Steps

    @property
    def at(self) -> Locus:
        """Where it stands."""
        return Locus(self.file, self.steps)


@dataclass(frozen=True, slots=True)
class Document(_Recorded):
    """A file that was read: its first key, that key's value, its header fields, and its nodes or entries in order.

    `kind` is `plan`, `del_av`, `register`, `vokabular` or `arbeidsområde`. A part's `under` is in its fields. `unread`
    are the keys of the header whose value could not be read.
    """

    kind: str
    id: str
    fields: Fields
    nodes: tuple[Node, ...]
    entries: tuple[Entry, ...]
    file: str
    unread: frozenset[str] = frozenset()
