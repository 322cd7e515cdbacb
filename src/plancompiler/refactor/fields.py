"""Fields written into a mapping, or taken out of it, in the layout it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plancompiler.edits import TextEdit
from plancompiler.refactor.change import Refusal
from plancompiler.refactor.texts import column, line_above, line_begin, line_end
from plancompiler.tree import Entry, Mapping, Scalar
from plancompiler.tree import Sequence as ListTree
from plancompiler.validate.place import written
from plancompiler.validate.plain import is_empty

_LINE_END = frozenset("\r\n")

# What stands between two parts in brackets, and as much of it as there is up to the comma.
_BETWEEN = re.compile(r"(?:[\s,]|#[^\r\n]*)*")
_TO_COMMA = re.compile(r"(?:[^#,]|#[^\r\n]*+)*+,")


def put_after(path: str, text: str, mapping: Mapping, entry: Entry, key: str, value: str) -> TextEdit:
    """Return the edit that writes a field on a line of its own after another, or beside it within braces."""
    if mapping.flow:
        return TextEdit(path, entry.value.end, entry.value.end, f", {key}: {value}")
    at = line_end(text, max(entry.value.end, entry.key.end))
    return TextEdit(path, at, at, f"\n{' ' * column(text, entry.key.start)}{key}: {value}")


def taken_out(path: str, text: str, mapping: Mapping, key: str) -> tuple[TextEdit, ...]:
    """Return the edits that take a field out. A comment after it on its line stays, alone."""
    keys = list(mapping.entries)
    entry, index = mapping.entries[key], keys.index(key)
    start, end = entry.key.start, max(entry.value.end, entry.key.end)
    after = mapping.entries[keys[index + 1]] if index + 1 < len(keys) else None
    if mapping.flow:
        before = mapping.entries[keys[index - 1]].value.end if index else None
        return out_of_brackets(path, text, start, end, before, after.key.start if after is not None else None)
    return (_out_of_lines(path, text, entry, end, after),)


def out_of_brackets(
    path: str, text: str, start: int, end: int, before: int | None, after: int | None
) -> tuple[TextEdit, ...]:
    """Return the edits that take a part of what is written in brackets out, with one comma; comments stay.

    `before` is where the part before it ends and `after` where the next begins, None where there is none.
    """
    lead = text[before:start] if before is not None else ""
    follow = _BETWEEN.match(text, end)
    rest = follow[0] if follow else ""
    # A comment after several parts on its line is of none of them.
    if before is not None and "#" not in lead and ("#" not in rest or _LINE_END.isdisjoint(lead)):
        return (TextEdit(path, before, end, ""),)
    if "#" not in rest:
        # A comment before it is of the part before, whose comma it stands after.
        return (TextEdit(path, start, after, "") if after else TextEdit(path, start - _room(lead), end, ""),)
    comma = _TO_COMMA.match(rest)
    own = TextEdit(path, start - (_room(lead) if rest[0] in _LINE_END else 0), end, "")
    return (own, TextEdit(path, end + comma.end() - 1, end + comma.end(), "")) if comma else (own,)


def _room(text: str) -> int:
    return len(text) - len(text.rstrip())


def _out_of_lines(path: str, text: str, entry: Entry, end: int, after: Entry | None) -> TextEdit:
    start, key = entry.key.start, entry.key.text
    if text[line_begin(text, start) : start].strip():
        # It stands after the dash of an item, where the next field comes in its place.
        if after is None or "#" in text[end : after.key.start]:
            raise Refusal(f"Feltet «{key}» står rett etter streken. Sett id-en først i punktet, og prøv igjen.")
        return TextEdit(path, start, after.key.start, "")
    kept = text[end : line_end(text, end)].strip()
    comment = f"\n{' ' * column(text, start)}{kept}" if kept else ""
    above = line_above(text, start)
    if above < 0:
        return TextEdit(path, start, line_end(text, end), kept)
    return TextEdit(path, above, line_end(text, end), comment)


def joined(path: str, text: str, entry: Entry, values: Sequence[str], separator: str = ", ") -> Iterator[TextEdit]:
    """Yield the edits that add values to a field that holds one or many, in the shape it has."""
    value = entry.value
    more = separator.join(values)
    if isinstance(value, Scalar) and is_empty(value) and not value.style:
        yield TextEdit(path, value.end, value.end, f" {more}" if len(values) == 1 else f" [{more}]")
    elif isinstance(value, Scalar) and value.style not in ("|", ">") and "\n" not in text[value.start : value.end]:
        first = text[value.start : value.end] if value.style else written(value.text, True)
        if first == text[value.start : value.end]:
            yield TextEdit(path, value.start, value.start, "[")
            yield TextEdit(path, value.end, value.end, f"{separator}{more}]")
        else:
            yield TextEdit(path, value.start, value.end, f"[{first}{separator}{more}]")
    elif isinstance(value, ListTree) and value.flow:
        at = value.items[-1].end if value.items else value.start + 1
        yield TextEdit(path, at, at, f"{separator}{more}" if value.items else more)
    elif isinstance(value, ListTree):
        at = line_end(text, value.end)
        indent = " " * column(text, value.start)
        yield TextEdit(path, at, at, "".join(f"\n{indent}- {each}" for each in values))
    else:
        raise Refusal(f"Feltet «{entry.key.text}» er skrevet over flere linjer. Gjør det til ei liste, og prøv igjen.")


def without_item(path: str, text: str, listed: ListTree, index: int) -> tuple[TextEdit, ...]:
    """Return the edits that take one of several items out of a list; a comment after it on its line goes along.

    In brackets, where a comment is not of one line alone, it stays.
    """
    items = listed.items
    if listed.flow:
        before = items[index - 1].end if index else None
        after = items[index + 1].start if index + 1 < len(items) else None
        return out_of_brackets(path, text, items[index].start, items[index].end, before, after)
    above = line_end(text, items[index - 1].end) if index else line_above(text, listed.start)
    return (TextEdit(path, above, line_end(text, items[index].end), ""),)
