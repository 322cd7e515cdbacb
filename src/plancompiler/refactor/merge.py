"""Several nodes made one: it bears their old ids, and what pointed at any of them points at it.

The one that stays keeps its own words; those of the others become notes (`language.md` 4.1). Lists are joined, a field
that it lacks is taken over as it was written, and where two say different things of what can only be one thing, the
author must choose first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plancompiler.edits import TextEdit
from plancompiler.model.kind import BY_KEY
from plancompiler.model.nynorsk import canonical_keys
from plancompiler.node import Node
from plancompiler.refactor.blocks import Item, bottom, cut, item_of, shifted, top
from plancompiler.refactor.change import Change, Refusal
from plancompiler.refactor.fields import joined
from plancompiler.refactor.former import with_former
from plancompiler.refactor.pointed import pointed
from plancompiler.refactor.texts import Texts, column, find, layout, line_above, line_begin, line_end, parts
from plancompiler.tree import Entry, Mapping, Scalar, Tree
from plancompiler.tree import Sequence as ListTree
from plancompiler.validate.place import written
from plancompiler.validate.plain import entry_of, inner_key, is_empty

# What a node is called and says. The one that stays keeps its own, and what the others said is kept as a note.
_WORDS = ("nummer", "tittel", "undertittel", "kortnavn", "tekst")
_IDS = frozenset({"id", "tidligere_id"})
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)


def merge(texts: Texts, merged: Sequence[str], into: str) -> Change:
    """Return the change that makes one node of several of the same kind in a plan. Raises Refusal."""
    keep = find(texts, into)
    others = [find(texts, each, keep.plan) for each in merged]
    for other in others:
        _may_be_merged(texts, other, keep)
    if len({each.name for each in others}) < len(others):
        raise Refusal("Hvert punkt kan bare nevnes én gang.")
    gone = [each.name for each in others]
    target = item_of(texts, keep)
    put = _Joining(texts, keep, target)
    for other in others:
        put.take(other, item_of(texts, other))
    if put.conflicts:
        raise Refusal("Punktene sier forskjellige ting, og bare én kan stå. Velg først:", put.conflicts)
    old = tuple(id for each in others for id in (each.id, *each.texts("tidligere_id")))
    edits = [
        *with_former(texts, keep.file, keep.steps, "id", old),
        *put.edits(),
        *pointed(texts, dict.fromkeys(gone, keep.name), gone),
        *(edit for other in others for edit in cut(item_of(texts, other), gap=False)[1]),
    ]
    taken = frozenset(
        (keep.name, link.role, keep.name if link.target in gone else link.target)
        for name in gone
        for link in texts.program.outgoing.get(name, ())
        if link.basis == "skrevet" and link.role != "omtaler"
    )
    keys = frozenset({*keep.fields, *(key for each in others for key in each.fields), "merknader", "tidligere_id"})
    return Change(
        tuple(edits),
        names=dict.fromkeys(gone, (keep.name,)),
        leaving=frozenset(gone),
        links=taken,
        fields={keep.name: keys},
        notes=tuple(put.notes),
    )


def _may_be_merged(texts: Texts, other: Node, keep: Node) -> None:
    program = texts.program
    if other is keep:
        raise Refusal(f"«{keep.name}» kan ikke slås sammen med seg selv.")
    if other.plan != keep.plan:
        raise Refusal(f"«{other.name}» og «{keep.name}» står i hver sin plan og kan ikke slås sammen.")
    if other.kind != keep.kind:
        raise Refusal(
            f"«{other.name}» er {other.kind} og «{keep.name}» er {keep.kind}; bare like slag kan slås sammen."
        )
    about = [part.file for part in parts(texts, other.plan) if part.text("under") == other.id]
    if program.children.get(other.name) or about:
        below = [program.nodes[each].id for each in program.children.get(other.name, ())] or about
        raise Refusal(f"«{other.name}» har noe under seg. Flytt det først, for eksempel med «planc move».", below)


class _Joining:
    """What the one that stays is to say besides, gathered from one node after the other."""

    def __init__(self, texts: Texts, keep: Node, item: Item) -> None:
        self._texts, self._keep, self._item = texts, keep, item
        self._lists: dict[str, list[str]] = {}
        self._lines: dict[str, tuple[object, str]] = {}
        self._comments: list[str] = []
        self._taken: list[tuple[int, int]] = []
        self.conflicts: list[str] = []
        self.notes: list[str] = []
        if item.tree.flow:
            raise Refusal(f"«{keep.name}» står i klammer. Skriv det med ett felt på hver linje, og prøv igjen.")

    def take(self, other: Node, item: Item) -> None:
        """Take over what a node says."""
        said = [
            other.text(key) for key in _WORDS if key in other.fields and other.fields[key] != self._keep.fields.get(key)
        ]
        if said:
            text = ". ".join(" ".join(each.split()).rstrip(".") for each in said)
            self._lists.setdefault("merknader", []).append(f"Slått sammen med {other.id}: {text}.")
            self.notes.append(f"Ordlyden i «{other.id}» står nå som merknad i «{self._keep.id}».")
        for key, entry in item.tree.entries.items():
            canonical = inner_key(key) if inner_key(key) in other.fields else canonical_keys(key)[0]
            if canonical in other.fields and canonical not in (*_WORDS, *_IDS):
                self._field(canonical, other, item, entry)
        self._comments += _comments(item, self._taken)
        self._taken.clear()

    def edits(self) -> Iterator[TextEdit]:
        """Yield the edits that write it."""
        path, text, tree = self._item.path, self._item.text, self._item.tree
        indent = " " * column(text, next(iter(tree.entries.values())).key.start)
        new = [line for _, line in self._lines.values()]
        for key, values in self._lists.items():
            name = entry_of(tree, key)
            if name is not None and not is_empty(tree.entries[name].value):
                value = tree.entries[name].value
                flow = not (isinstance(value, ListTree) and not value.flow)
                yield from joined(path, text, tree.entries[name], [_one(each, flow) for each in values])
            else:
                spelled = layout(self._texts, path).key(key)
                items = "".join(f"\n{indent}  - {_one(each, False)}" for each in values)
                new.append(f"\n{indent}{spelled}:{items}")
        new += (f"\n{indent}{comment}" for comment in self._comments)
        if new:
            last = _last_field(tree)
            at = line_end(text, max(last.value.end, last.key.end))
            yield TextEdit(path, at, at, "".join(new))

    def _field(self, key: str, other: Node, item: Item, entry: Entry) -> None:
        mine, theirs = self._keep.fields.get(key), other.fields[key]
        if key in self._lines:
            mine = self._lines[key][0]
        if mine == theirs:
            return
        if isinstance(theirs, tuple) and (isinstance(mine, tuple) or key == "merknader"):
            missing = [each for each in theirs if not isinstance(mine, tuple) or each not in mine]
            if not missing:
                return
            if key not in self._lines and all(isinstance(each, str) for each in missing):
                have = self._lists.setdefault(key, [])
                have += (each for each in map(str, missing) if each not in have)
                return
        elif mine is None:
            self._lines[key] = (theirs, _lines_of(item, entry, self._item))
            self._taken.append((entry.key.start, line_end(item.text, entry.value.end)))
            return
        self.conflicts.append(
            f"«{key}» i «{self._keep.id}» og «{other.id}» ({self._texts.place(item.path, entry.key.start)})"
        )


def _last_field(tree: Mapping) -> Entry:
    """Return the last field before what stands under the node."""
    last = tree.entries["id"]
    for key, entry in tree.entries.items():
        if not BY_KEY.keys().isdisjoint(canonical_keys(key)):
            break
        last = entry
    return last


def _one(text: str, flow: bool) -> str:
    return written(" ".join(text.split()), flow)


def _lines_of(item: Item, entry: Entry, target: Item) -> str:
    """Return the lines of a field, as they stand in one item, for another."""
    text, start = item.text, entry.key.start
    if item.tree.flow:
        own = text[start : entry.value.end]
        if "\n" in own:
            raise Refusal(f"Punktet i {item.path} står i klammer. Skriv det med ett felt på hver linje, og prøv igjen.")
        own = f"\n{' ' * column(text, start)}{own}"
    elif text[line_begin(text, start) : start].strip():
        own = f"\n{' ' * column(text, start)}{text[start : line_end(text, entry.value.end)]}"
    else:
        own = text[line_above(text, start) : line_end(text, entry.value.end)]
    here, there = column(text, start), column(target.text, target.tree.entries["id"].key.start)
    return shifted(own, there - here, here)


def _comments(item: Item, taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Yield the comments of an item outside of the lines that are taken over."""
    flow = item.listed.flow
    start = item.tree.start if flow else top(item, gap=False)
    end = item.tree.end if flow else bottom(item.text, item.listed, item.index)
    passed_over = [*taken, *((each.start, each.end) for each in _scalars(item.tree))]
    for found in _COMMENT.finditer(item.text, start, end):
        if not any(first <= found.start() < last for first, last in passed_over):
            yield found[0].rstrip()


def _scalars(tree: Tree) -> Iterator[Scalar]:
    if isinstance(tree, Scalar):
        yield tree
    elif isinstance(tree, Mapping):
        for entry in tree.entries.values():
            yield from _scalars(entry.value)
    else:
        for each in tree.items:
            yield from _scalars(each)
