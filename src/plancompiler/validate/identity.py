"""Where an id would be written in a node that has none. Which id it gets is known only when the whole plan is."""

from __future__ import annotations

from plancompiler.diagnostic import Edit, Fix, Span
from plancompiler.source import Source
from plancompiler.tree import Mapping, Scalar

# Stands for the id in the edits until linking fills it in; no text that was read can hold it.
PLACE_OF_ID = "\0id\0"


def id_first(tree: Mapping, source: Source) -> tuple[Fix, ...]:
    """Return the fix that writes an id before the first field of a node, or after a lone `id:`."""
    if "id" in tree.entries:
        empty = tree.entries["id"].value
        space = " " if empty.start == empty.end else ""
        return (_fix(source, empty.start, empty.end, f"{space}{PLACE_OF_ID}"),)
    first = next((entry.key for entry in tree.entries.values()), None)
    if first is None:
        return ()
    after = ", " if tree.flow else f"\n{' ' * _column(source, first.start)}"
    return (_fix(source, first.start, first.start, f"id: {PLACE_OF_ID}{after}"),)


def as_node(tree: Scalar, key: str, source: Source) -> tuple[Fix, ...]:
    """Return the fix that makes a node with an id of a bare text in a list of nodes.

    There is none for a text that does not follow a dash, such as one in brackets, or that is more than a line, or that
    may have been meant as a field.
    """
    text = source.text[tree.start : tree.end]
    before = source.text[source.text.rfind("\n", 0, tree.start) + 1 : tree.start]
    if not before.strip() or set(before) - set(" -") or "\n" in text or (not tree.style and ":" in text):
        return ()
    indent = " " * _column(source, tree.start)
    return (_fix(source, tree.start, tree.end, f"id: {PLACE_OF_ID}\n{indent}{key}: {text}"),)


def _fix(source: Source, start: int, end: int, text: str) -> Fix:
    return Fix("id", "safe", (Edit(Span(source.path, start, end), text),), {"id": PLACE_OF_ID})


def _column(source: Source, offset: int) -> int:
    return offset - max(source.text.rfind("\n", 0, offset), source.text.rfind("\r", 0, offset)) - 1
