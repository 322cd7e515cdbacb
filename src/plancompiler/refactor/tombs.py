"""Ids laid to rest: entries of `utgåtte` in a plan's header (`language.md` 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plancompiler.edits import TextEdit
from plancompiler.model.kind import BY_KEY
from plancompiler.model.nynorsk import canonical_keys
from plancompiler.node import Node
from plancompiler.refactor.blocks import bottom, dash
from plancompiler.refactor.change import Refusal
from plancompiler.refactor.texts import Texts, column, layout, line_end
from plancompiler.tree import Sequence as ListTree
from plancompiler.validate.place import written
from plancompiler.validate.plain import entry_of, is_empty
from plancompiler.wiki import replaced
from plancompiler.wording import title


@dataclass(frozen=True, slots=True)
class Tomb:
    """What is to be said of an id that is retired. Empty texts are left out."""

    id: str
    title: str = ""
    date: str = ""
    reason: str = ""
    instead: tuple[str, ...] = ()


_MARKS = re.compile(r"\[\^[^\[\]\s]+\]")


def tomb_title(node: Node) -> str:
    """Return the title of a node as its tomb bears it: without links and footnotes, whose targets are elsewhere."""
    plain = replaced(title(node), lambda link: link.shown or link.ref)
    return " ".join(_MARKS.sub("", plain).split())


def laid_to_rest(texts: Texts, plan: str, tombs: Sequence[Tomb]) -> Iterator[TextEdit]:
    """Yield the edits that add ids to the header's `utgåtte`, after those that are there, in their layout."""
    path = texts.program.plans[plan].file
    text, header, style = texts.text(path), texts.tree(path), layout(texts, path)
    name = entry_of(header, "utgåtte")
    first = next(iter(header.entries.values()))
    if header.flow:
        raise Refusal(f"Planen i {path} står i klammer. Skriv den med ett felt på hver linje, og prøv igjen.")
    key_column = column(text, first.key.start)
    if name is not None and not is_empty(header.entries[name].value):
        listed = header.entries[name].value
        if not isinstance(listed, ListTree) or listed.flow:
            raise Refusal(f"«utgåtte» i {path} står i klammer. Skriv den med ett punkt på hver linje, og prøv igjen.")
        at, to = bottom(text, listed, len(listed.items) - 1), column(text, dash(text, listed, 0))
        yield TextEdit(path, at, at, "".join(_lines(tomb, to, style.key("erstattet_av")) for tomb in tombs))
        return
    lines = "".join(_lines(tomb, key_column + style.inset, style.key("erstattet_av")) for tomb in tombs)
    if name is not None:
        value, key = header.entries[name].value, header.entries[name].key
        yield TextEdit(path, value.start, value.end, "")
        at = line_end(text, max(value.end, key.end))
        yield TextEdit(path, at, at, lines)
        return
    last = first
    for spelled, entry in header.entries.items():
        if not BY_KEY.keys().isdisjoint(canonical_keys(spelled)):
            break
        last = entry
    at = line_end(text, max(last.value.end, last.key.end))
    yield TextEdit(path, at, at, f"\n{' ' * key_column}utgåtte:{lines}")


def _lines(tomb: Tomb, dash_column: int, instead_key: str) -> str:
    instead = tomb.instead[0] if len(tomb.instead) == 1 else f"[{', '.join(tomb.instead)}]"
    fields = (
        ("id", tomb.id),
        ("tittel", written(tomb.title, False) if tomb.title else ""),
        ("dato", tomb.date),
        ("grunn", written(tomb.reason, False) if tomb.reason else ""),
        (instead_key, instead if tomb.instead else ""),
    )
    indent = " " * dash_column
    said = [f"{key}: {value}" for key, value in fields if value]
    return f"\n{indent}- " + f"\n{indent}  ".join(said)
