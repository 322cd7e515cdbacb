"""What models see of a tree: texts, lists and mappings, with bokmål keys and without what is empty."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf

from plancompiler.model.nynorsk import canonical_keys
from plancompiler.tree import Mapping, Scalar, Sequence, Tree

# Mappings under these have the author's own words as keys.
FREE_KEYS = frozenset({"fotnoter", "rader", "regler", "nivåer"})


def plain(tree: Tree, text: str, free: bool = False) -> object:
    """Return the value of a tree as text, list or dict; None when it is empty. `free` keeps keys as written.

    `text` is the text of the file: a value that is nothing but `[[x]]` is that text, not a list in a list.
    """
    if isinstance(tree, Scalar):
        return None if not tree.text or tree.text.isspace() else tree.text
    if isinstance(tree, Sequence):
        if is_wiki_link(tree, text):
            return text[tree.start : tree.end]
        items = [value for item in tree.items if (value := plain(item, text, free)) is not None]
        return items or None
    values = {
        key if free else inner_key(key): value
        for key, entry in tree.entries.items()
        if (value := plain(entry.value, text, key in FREE_KEYS)) is not None
    }
    return values or None


def is_empty(tree: Tree) -> bool:
    """Tell whether a value says nothing; that is the same as no value."""
    if isinstance(tree, Scalar):
        return not tree.text or tree.text.isspace()
    if isinstance(tree, Sequence):
        return all(is_empty(item) for item in tree.items)
    return all(is_empty(entry.value) for entry in tree.entries.values())


def is_wiki_link(tree: Sequence, text: str) -> bool:
    """Tell whether a list is the way YAML sees `[[x]]`."""
    if not (tree.flow and len(tree.items) == 1):
        return False
    inner = tree.items[0]
    return (
        isinstance(inner, Sequence)
        and inner.flow
        and bool(inner.items)
        and all(isinstance(item, Scalar) for item in inner.items)
        and text.startswith("[[", tree.start)
        and text.endswith("]]", tree.start, tree.end)
    )


def inner_key(written: str) -> str:
    """Return the bokmål key inside a record. Where a spelling has two meanings, the other is a list of nodes."""
    return canonical_keys(written)[-1]


def entry_of(tree: Mapping, key: str) -> str | None:
    """Return the key of a mapping as it is written, given in bokmål; None when it is not there."""
    if key in tree.entries:
        return key
    return next((written for written in tree.entries if key in canonical_keys(written)), None)


def filled(tree: Sequence) -> MappingOf[int, Tree]:
    """Return the items of a list that say something, by the index they have when the others are left out."""
    return dict(enumerate(item for item in tree.items if not is_empty(item)))
