"""One file being read: what all its mappings share, and how each of them is taken apart and typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from plancompiler.diagnostic import Diagnostic, Place, Span
from plancompiler.model.kind import KINDS
from plancompiler.model.nynorsk import canonical_keys
from plancompiler.model.part import Part
from plancompiler.source import Source
from plancompiler.tree import Entry, Scalar, Sequence, Tree
from plancompiler.tree import Mapping as MappingTree
from plancompiler.validate.finding import as_list, findings, key_finding, shortened
from plancompiler.validate.joined_goals import joined_goals
from plancompiler.validate.keys import guess, legal
from plancompiler.validate.plain import FREE_KEYS, is_empty, is_wiki_link, plain
from plancompiler.validate.typed import typed
from plancompiler.values.dates import ALWAYS, Days

# Looking for what was meant takes time; a file with more unknown keys than this is not a plan with misspellings.
_MOST_GUESSES = 100
_MOST_UNKNOWN = 1000


class Record(NamedTuple):
    """A mapping that was read: its fields, the keys it has a value for, and the lists beside them as written.

    Both keys are bokmål. `id` is the id it has, or the text that stands there when that is none. `marred` are the keys
    in whose value something is wrong.
    """

    fields: dict[str, Any]
    given: frozenset[str]
    lists: tuple[tuple[str, Entry], ...]
    id: str
    marred: frozenset[str] = frozenset()

    @property
    def unread(self) -> frozenset[str]:
        """The keys whose value could not be read, or not all of it."""
        return ((self.given - self.fields.keys()) | self.marred) - {"id"}


class Reading:
    """A file, the period of its plan for what depends on it, and what has been found so far."""

    def __init__(self, source: Source, tree: Tree, plan: Days = ALWAYS) -> None:
        self.source = source
        self.found: list[Diagnostic] = []
        self._tree = tree
        self._plan = plan
        self._guesses = 0

    def say(self, code: str, place: Place | Tree, args: Mapping[str, str], variant: str = "") -> None:
        """Keep a finding."""
        where = place if not isinstance(place, tuple) else Span(self.source.path, place.start, place.end)
        self.found.append(Diagnostic(code, where, shortened(args), variant))

    def record(self, tree: MappingTree, model: type[Part], lists: tuple[str, ...], here: str) -> Record:
        """Return what a mapping holds, by `model` and with `lists` beside it; findings are kept.

        `here` names it: a kind of node, `planen`, or a key.
        """
        may = legal(model, lists)
        entries = self._by_key(tree, may, model, here)
        data: dict[str, object] = {}
        for key, entry in entries.items():
            if key not in lists:
                value = plain(entry.value, self.source.text, key in FREE_KEYS)
                if value is not None:
                    data[key] = value
                elif key == "betegnelse" and isinstance(entry.value, Scalar) and entry.value.style:
                    # An empty text that was written as one says that there is to be no word.
                    data[key] = ""
        if "bærekraftsmål" in entries:
            self.found.extend(joined_goals(entries["bærekraftsmål"].value, self.source))
        given = frozenset(data)
        written = data.get("id", "")
        fields, errors = typed(model, data, self._plan)
        if errors and here in KINDS:
            # The id of a node is asked for where its place in the plan is known.
            errors = [error for error in errors if error["loc"] != ("id",) or error["type"] != "missing"]
        if errors:
            whole = MappingTree(entries, tree.start, tree.end, tree.flow)
            self.found.extend(findings(errors, whole, model, self.source, here, self._nynorsk))
        beside = tuple((key, entry) for key, entry in entries.items() if key in lists)
        marred = given & {str(error["loc"][0]) for error in errors if error["loc"]}
        return Record(fields, given, beside, fields.pop("id", written if isinstance(written, str) else ""), marred)

    def items(self, value: Tree, key: Scalar) -> Iterator[tuple[int, Tree]]:
        """Yield the items of a list of mappings with their indexes; a mapping without a dash is taken for one."""
        if is_empty(value):
            return
        if isinstance(value, Sequence) and not is_wiki_link(value, self.source.text):
            yield from ((index, item) for index, item in enumerate(value.items) if not is_empty(item))
        elif isinstance(value, MappingTree):
            place = Span(self.source.path, key.start, key.end)
            fixes = tuple(as_list(value, self.source))
            self.found.append(Diagnostic("list-expected", place, {"field": key.text}, "mapping", fixes=fixes))
            yield 0, value
        else:
            self.say("list-expected", value, {"field": key.text})

    def _by_key(self, tree: MappingTree, may: Mapping[str, str], model: type[Part], here: str) -> dict[str, Entry]:
        """Return the entries of a mapping by bokmål key, unknown keys by what they mean, in the order written."""
        entries: dict[str, Entry] = {}
        unknown: list[tuple[str, Entry]] = []
        for written, entry in tree.entries.items():
            key = may.get(written)
            if key is None:
                unknown.append((written, entry))
            elif key in entries:
                self.say("field-twice", entry.key, {"key": written, "first": entries[key].key.text})
            else:
                entries[key] = entry
        if not unknown:
            return entries
        known = frozenset(entries)
        for written, entry in unknown:
            key = self._meant(written, entry, known, may, model, here)
            if key and key not in entries:
                entries[key] = entry
        return dict(sorted(entries.items(), key=lambda pair: pair[1].key.start))

    def _meant(
        self, written: str, entry: Entry, known: frozenset[str], may: Mapping[str, str], model: type[Part], here: str
    ) -> str:
        self._guesses += 1
        if self._guesses > _MOST_UNKNOWN:
            return ""
        is_list = isinstance(entry.value, Sequence)
        found = guess(written, may, model, is_list, here, self._guesses <= _MOST_GUESSES, self._nynorsk)
        both = self._keys if found.variant in ("term", "meant") else frozenset()
        self.found.append(key_finding(found, entry.key, self.source, known, both))
        return found.key

    @cached_property
    def _nynorsk(self) -> bool:
        """Whether the file is written in nynorsk: it says so, or has a key that only nynorsk has."""
        if isinstance(self._tree, MappingTree) and "språk" in self._tree.entries:
            language = self._tree.entries["språk"].value
            return isinstance(language, Scalar) and language.text.strip() == "nn"
        return any(key not in canonical_keys(key) for key in _written_keys(self._tree))

    @cached_property
    def _keys(self) -> frozenset[str]:
        """Every bokmål key that stands anywhere in the file."""
        return frozenset(key for written in _written_keys(self._tree) for key in canonical_keys(written))


def _written_keys(tree: Tree) -> Iterator[str]:
    if isinstance(tree, MappingTree):
        for written, entry in tree.entries.items():
            yield written
            yield from _written_keys(entry.value)
    elif isinstance(tree, Sequence):
        for item in tree.items:
            yield from _written_keys(item)
