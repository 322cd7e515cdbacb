"""An item of a plan as the lines it is written on: with its comments, cut out of one list and put into another.

A block begins where the line before it ends and ends where its last line does, so that the last of a file needs no line
end of its own. Between two items all that stands there belongs to the second, so that an item that goes and comes back
leaves no trace; before the first of a list only comments right above it are its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plancompiler.edits import TextEdit
from plancompiler.node import Node
from plancompiler.refactor.change import Refusal
from plancompiler.refactor.fields import taken_out, without_item
from plancompiler.refactor.texts import Texts, column, line_above, line_begin, line_end
from plancompiler.tree import Entry, Mapping, Scalar, Sequence
from plancompiler.validate.plain import is_empty

_TO_DASH = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_LINES = re.compile(r"\r\n|\n|\r")
_COMMENT = re.compile(r"[ \t]*#")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list of nodes: its file and text, the mapping and the entry that hold the list, and which it is."""

    path: str
    text: str
    holder: Mapping
    key: str
    index: int

    @property
    def entry(self) -> Entry:
        """The key of the list, and the list."""
        return self.holder.entries[self.key]

    @property
    def listed(self) -> Sequence:
        """The list."""
        value = self.entry.value
        assert isinstance(value, Sequence)
        return value

    @property
    def tree(self) -> Mapping:
        """The item itself."""
        found = self.listed.items[self.index]
        assert isinstance(found, Mapping)
        return found

    @property
    def is_alone(self) -> bool:
        """Whether the list holds nothing else."""
        return len(self.listed.items) == 1


@dataclass(frozen=True, slots=True)
class Carried:
    """What was cut: lines, each with the line end before it, and the column its dash had; within brackets, its text."""

    text: str
    column: int
    braces: str = ""


def item_of(texts: Texts, node: Node) -> Item:
    """Return the item that a node is. Raises Refusal for one whose list has lost its dash."""
    holder = texts.mapping(node.file, node.steps[:-2])
    key, index = str(node.steps[-2]), int(node.steps[-1])
    value = holder.entries[key].value
    if not isinstance(value, Sequence) or not isinstance(value.items[index], Mapping):
        raise Refusal(f"«{node.name}» er ikke et punkt i ei liste. Kjør «planc fix» først.")
    return Item(node.file, texts.text(node.file), holder, key, index)


def dash(text: str, listed: Sequence, index: int) -> int:
    """Return where the dash of an item of a list in lines stands."""
    if not index:
        return listed.start
    found = _TO_DASH.match(text, listed.items[index - 1].end)
    return found.end() if found else listed.start


def bottom(text: str, listed: Sequence, index: int) -> int:
    """Return where the last line of an item ends, with the comments below that stand deeper than its dash."""
    return deeper(text, line_end(text, listed.items[index].end), column(text, dash(text, listed, index)))


def deeper(text: str, end: int, above: int) -> int:
    """Return the end of the last comment that follows a line and stands deeper than a column; else the line's own."""
    at = end
    while at < len(text):
        begin = at + (2 if text.startswith("\r\n", at) else 1)
        at = line_end(text, begin)
        line = text[begin:at]
        if _COMMENT.match(line) and len(line) - len(line.lstrip()) > above:
            end = at
        elif line.strip():
            break
    return end


def top(item: Item, *, gap: bool = True) -> int:
    """Return where the line above an item's first ends. Without `gap` only comments right above it are the item's."""
    text, begins = item.text, dash(item.text, item.listed, item.index)
    least = bottom(text, item.listed, item.index - 1) if item.index else line_end(text, item.entry.key.end)
    if gap and (item.index or item.is_alone):
        return least
    at = line_above(text, begins)
    while at > least and _COMMENT.match(text, line_begin(text, at)):
        at = line_above(text, at)
    while item.index and at > least and not text[line_begin(text, at) : at].strip():
        at = line_above(text, at)
    return max(at, least)


def cut(item: Item, *, gap: bool = True) -> tuple[Carried, tuple[TextEdit, ...]]:
    """Return an item's lines and the edits that take them out, with the key of the list when nothing is left in it."""
    text, listed = item.text, item.listed
    if listed.flow:
        return _cut_from_brackets(item)
    start, end = top(item, gap=gap), bottom(text, listed, item.index)
    carried = Carried(text[start:end], column(text, dash(text, listed, item.index)))
    if item.tree.flow:
        carried = Carried(carried.text, carried.column, _braces(item, carried.text))
    if not item.is_alone:
        if not item.index:
            # What set the next apart from this one goes with it.
            end = _after_blank_lines(text, end)
        return carried, (TextEdit(item.path, start, end, ""),)
    (key,) = taken_out(item.path, text, Mapping({item.key: Entry(item.entry.key, _no_value(item))}, 0, 0), item.key)
    if text[line_begin(text, item.entry.key.start) : item.entry.key.start].strip():
        return carried, (_key_after_dash(item, start, end),)
    return carried, tuple(_merged(item.path, key, TextEdit(item.path, start, end, "")))


def _no_value(item: Item) -> Scalar:
    at = item.text.index(":", item.entry.key.end) + 1
    return Scalar("", at, at)


def _merged(path: str, key: TextEdit, lines: TextEdit) -> Iterator[TextEdit]:
    # The two meet where nothing stands between the key and the item.
    if key.end == lines.start and not key.text:
        yield TextEdit(path, key.start, lines.end, "")
    else:
        yield key
        yield lines


def _key_after_dash(item: Item, start: int, end: int) -> TextEdit:
    keys = list(item.holder.entries)
    after = item.holder.entries[keys[1]] if len(keys) > 1 else None
    begin = item.entry.key.start
    if after is None or "#" in item.text[begin:start] + item.text[end : after.key.start]:
        raise Refusal(f"Feltet «{item.key}» står rett etter streken. Sett id-en først i punktet, og prøv igjen.")
    return TextEdit(item.path, begin, after.key.start, "")


def _after_blank_lines(text: str, end: int) -> int:
    at = end
    while at < len(text):
        begin = at + (2 if text.startswith("\r\n", at) else 1)
        at = line_end(text, begin)
        if text[begin:at].strip() or at >= len(text):
            break
        end = at
    return end


def _braces(item: Item, lines: str) -> str:
    """Return an item in braces as its text alone; "" when comments beside it would be lost."""
    own = item.text[item.tree.start : item.tree.end]
    return own if lines.count("#") == own.count("#") else ""


def _cut_from_brackets(item: Item) -> tuple[Carried, tuple[TextEdit, ...]]:
    text, tree = item.text, item.tree
    at = max(column(text, tree.start) - 2, 0)
    own = text[tree.start : tree.end]
    carried = Carried(f"\n{' ' * at}- {own}", at, own)
    if item.is_alone:
        return carried, taken_out(item.path, text, item.holder, item.key)
    return carried, without_item(item.path, text, item.listed, item.index)


def shifted(lines: str, by: int, dash_column: int) -> str:
    """Return lines moved to the right, or with a negative number to the left.

    Comments that stand left of the item they are in stand where they stood, and so do blank lines.
    """
    if not by:
        return lines
    pieces: list[str] = []
    last = 0
    for end in _LINES.finditer(lines):
        pieces.append(lines[last : end.end()])
        last = end.end()
        stop = line_end(lines, last)
        line = lines[last:stop]
        indent = len(line) - len(line.lstrip(" "))
        stays = indent <= dash_column if not line.strip() else indent < dash_column and line.lstrip().startswith("#")
        if stays:
            # But not so far in that a text above would take it for its own.
            last += max(indent - max(dash_column + by, 0), 0) if by < 0 else 0
            continue
        if by > 0:
            pieces.append(" " * by)
        else:
            last += min(-by, indent)
    return "".join((*pieces, lines[last:]))


def pasted_after(path: str, text: str, listed: Sequence, index: int, carried: Carried) -> TextEdit:
    """Return the edit that puts what was cut after an item of a list."""
    if listed.flow:
        if not carried.braces:
            raise Refusal(_IN_BRACKETS.format(path=path))
        at = listed.items[index].end
        return TextEdit(path, at, at, f", {carried.braces}")
    at = bottom(text, listed, index)
    to = column(text, dash(text, listed, index))
    return TextEdit(path, at, at, shifted(carried.text, to - carried.column, carried.column))


def pasted_under(
    path: str, text: str, holder: Mapping, key: str, inset: int, carried: Carried, beneath: int
) -> Iterator[TextEdit]:
    """Yield the edits that put what was cut in a list of its own, last in a mapping or where its key stands empty.

    `inset` is how far the dash stands inside the key. Comments deeper than the column `beneath` belong to the mapping.
    """
    entry = holder.entries.get(key)
    if holder.flow:
        if not carried.braces:
            raise Refusal(_IN_BRACKETS.format(path=path))
        if entry is not None:
            raise Refusal(f"Feltet «{key}» i {path} er tomt. Ta det bort, og prøv igjen.")
        at = list(holder.entries.values())[-1].value.end
        yield TextEdit(path, at, at, f", {key}: [{carried.braces}]")
        return
    indent = column(text, next(iter(holder.entries.values())).key.start)
    lines = shifted(carried.text, indent + inset - carried.column, carried.column)
    if entry is not None and is_empty(entry.value):
        if entry.value.end > entry.value.start:
            yield TextEdit(path, entry.value.start, entry.value.end, "")
        at = line_end(text, max(entry.value.end, entry.key.end))
        yield TextEdit(path, at, at, lines)
        return
    at = deeper(text, line_end(text, holder.end), beneath)
    yield TextEdit(path, at, at, f"\n{' ' * indent}{key}:{lines}")


_IN_BRACKETS = "Punktene der i {path} står i klammer. Skriv dem med ett punkt på hver linje, og prøv igjen."
