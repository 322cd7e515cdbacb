"""Old ids: `tidligere_id` written where something got a new id, and taken out when it gets the old one back."""

from __future__ import annotations

from collections.abc import Iterator

from plancompiler.diagnostic import Steps
from plancompiler.edits import TextEdit
from plancompiler.refactor.fields import joined, put_after, taken_out, without_item
from plancompiler.refactor.texts import Texts, layout
from plancompiler.tree import Scalar, Sequence
from plancompiler.validate.plain import entry_of, is_empty


def with_former(texts: Texts, path: str, steps: Steps, key: str, old: tuple[str, ...]) -> Iterator[TextEdit]:
    """Yield the edits that add old ids to what stands at the steps; `key` is that of its id."""
    text, mapping = texts.text(path), texts.mapping(path, steps)
    name = entry_of(mapping, "tidligere_id")
    if name is None:
        value = old[0] if len(old) == 1 else f"[{', '.join(old)}]"
        spelled = layout(texts, path).key("tidligere_id")
        yield put_after(path, text, mapping, mapping.entries[key], spelled, value)
        return
    entry = mapping.entries[name]
    # A list of one in brackets grows without a space, so that it is told from one that was no list when it shrinks.
    lone = isinstance(entry.value, Sequence) and entry.value.flow and len(entry.value.items) == 1
    yield from joined(path, text, entry, old, "," if lone else ", ")


def without_former(texts: Texts, path: str, steps: Steps, old: str) -> Iterator[TextEdit]:
    """Yield the edits that take the newest of the old ids out again: the opposite of `with_former`."""
    text, mapping = texts.text(path), texts.mapping(path, steps)
    name = entry_of(mapping, "tidligere_id")
    if name is None:
        return
    value = mapping.entries[name].value
    filled = [item for item in value.items if not is_empty(item)] if isinstance(value, Sequence) else [value]
    if len(filled) == 1:
        yield from taken_out(path, text, mapping, name)
    elif isinstance(value, Sequence):
        index = value.items.index(filled[-1])
        if value.flow and len(value.items) == 2 and isinstance(value.items[0], Scalar):
            between = text[value.items[0].end : value.items[1].start]
            if between == ", " and text[value.items[0].start - 1] == "[" and text[value.items[1].end] == "]":
                yield TextEdit(path, value.start, value.items[0].start, "")
                yield TextEdit(path, value.items[0].end, value.end, "")
                return
        yield from without_item(path, text, value, index)
