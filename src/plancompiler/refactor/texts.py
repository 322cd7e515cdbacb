"""The files of a workspace as text and tree, each read when it is first asked for, and places in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from plancompiler.catalogue import code
from plancompiler.diagnostic import Diagnostic, Steps
from plancompiler.model.kind import BY_KEY
from plancompiler.model.nynorsk import KEYS, canonical_keys, spellings
from plancompiler.model.register import SECTIONS
from plancompiler.nearest import nearest
from plancompiler.node import Document, Node
from plancompiler.parse import parse
from plancompiler.refactor.change import Refusal
from plancompiler.report import report
from plancompiler.source import Source, line_starts, position
from plancompiler.translate import translator
from plancompiler.tree import Mapping, Scalar, Sequence, Tree
from plancompiler.validate.plain import entry_of, filled
from plancompiler.workspace import Workspace

_LINE_END = re.compile(r"\r\n|\n|\r|\Z")
_LISTS = frozenset((*BY_KEY, *SECTIONS, "poster"))


class Texts:
    """The texts and trees of a workspace. Raises Refusal for a file that cannot be read as it stands."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.program = workspace.program
        self._sources = {unit.source.path: unit.source for unit in workspace.units}
        self._trees: dict[str, Mapping] = {}
        broken = [unit for unit in workspace.units if unit.document is None]
        if broken:
            self._refuse(broken[0].source, broken[0].diagnostics)

    def text(self, path: str) -> str:
        """Return the text of a file."""
        return self._sources[path].text

    def tree(self, path: str) -> Mapping:
        """Return the tree of a file."""
        if path not in self._trees:
            tree, found = parse(self._sources[path])
            if not isinstance(tree, Mapping) or any(code(each.code).severity == "error" for each in found):
                self._refuse(self._sources[path], found)
            assert isinstance(tree, Mapping)
            self._trees[path] = tree
        return self._trees[path]

    def value(self, path: str, steps: Steps) -> Tree | None:
        """Return the value that the steps of the model lead to, or None."""
        tree: Tree = self.tree(path)
        listed = False
        for step in steps:
            if isinstance(tree, Sequence) and isinstance(step, int):
                # Nodes and entries are counted with the empty items between them, texts without.
                items = dict(enumerate(tree.items)) if listed else filled(tree)
                if step not in items:
                    return None
                tree = items[step]
            elif isinstance(tree, Mapping) and isinstance(step, str):
                written = entry_of(tree, step)
                if written is None:
                    return None
                tree = tree.entries[written].value
                listed = not _LISTS.isdisjoint(canonical_keys(step))
            elif step != 0:
                return None
        return tree

    def mapping(self, path: str, steps: Steps) -> Mapping:
        """Return the mapping at the steps: an item, or the whole file."""
        found = self.value(path, steps)
        if not isinstance(found, Mapping):
            raise Refusal(f"Punktet i {path} er ikke skrevet slik planc kan endre det. Kjør «planc check» først.")
        return found

    def place(self, path: str, offset: int) -> str:
        """Return a place as people read it: the file, the line and the column."""
        at = position(line_starts(self.text(path)), offset)
        return f"{path}:{at.line}:{at.column}"

    def _refuse(self, source: Source, found: tuple[Diagnostic, ...]) -> None:
        said = report(found, {source.path: source}, translator("nb"), {})
        raise Refusal(
            f"{source.path} kan ikke leses slik den står. Rett feilene først; «planc fix» retter det som er trygt.",
            findings=[one for one in said if one.severity == "error"],
        )


class Layout:
    """How a file is laid out: the spelling of its keys, and how far its lists of nodes stand in."""

    def __init__(self, tree: Mapping, text: str) -> None:
        self._tree, self._text = tree, text

    @cached_property
    def nynorsk(self) -> bool:
        """Whether its keys are nynorsk: it says so, or one of the first has a spelling that only nynorsk has."""
        said = self._tree.entries.get("språk")
        if said is not None and isinstance(said.value, Scalar):
            return said.value.text == "nn"
        return any(
            key not in KEYS and canonical_keys(key) != (key,) and key not in BY_KEY
            for mapping in islice(_mappings(self._tree), 200)
            for key in mapping.entries
        )

    @cached_property
    def inset(self) -> int:
        """How many columns the dashes of a list stand inside its key."""
        for mapping in _mappings(self._tree):
            for key, entry in mapping.entries.items():
                value = entry.value
                if isinstance(value, Sequence) and not value.flow and not _LISTS.isdisjoint(canonical_keys(key)):
                    return column(self._text, value.start) - column(self._text, entry.key.start)
        return 2

    def key(self, key: str) -> str:
        """Return a bokmål key as this file would write it."""
        return (*spellings(key)[1:], key)[0] if self.nynorsk else key


def layout(texts: Texts, path: str) -> Layout:
    """Return how a file is laid out."""
    return Layout(texts.tree(path), texts.text(path))


def _mappings(tree: Tree) -> Iterator[Mapping]:
    if isinstance(tree, Mapping):
        yield tree
        for entry in tree.entries.values():
            yield from _mappings(entry.value)
    elif isinstance(tree, Sequence):
        for item in tree.items:
            yield from _mappings(item)


def line_begin(text: str, at: int) -> int:
    """Return where the line of an offset begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Return where the line of an offset ends, before its line end."""
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)


def line_above(text: str, at: int) -> int:
    """Return where the line above that of an offset ends, before its line end; -1 on the first line."""
    begin = line_begin(text, at)
    if not begin:
        return -1
    return begin - (2 if text.endswith("\r\n", 0, begin) else 1)


def column(text: str, at: int) -> int:
    """Return how many characters stand before an offset on its line."""
    return at - line_begin(text, at)


def parts(texts: Texts, plan: str) -> Iterator[Document]:
    """Yield the parts of a plan, in the order of their files."""
    for unit in texts.workspace.units:
        document = unit.document
        if document is not None and document.kind == "del_av" and document.id == plan:
            yield document


def find(texts: Texts, written: str, plan: str = "") -> Node:
    """Return the node that is meant by a full name, by an id in `plan`, or by one that one plan alone has.

    Raises Refusal.
    """
    nodes = texts.program.nodes
    for name in (written, f"{plan}/{written}"):
        if name in nodes and nodes[name].is_named:
            return nodes[name]
    same = [node for node in nodes.values() if node.id == written]
    if len(same) == 1:
        return same[0]
    if same:
        listed = ", ".join(f"«{node.name}»" for node in same)
        raise Refusal(f"«{written}» finnes i flere planer. Skriv hvilken: {listed}.")
    living = texts.program.redirects.get(written)
    if living is not None:
        raise Refusal(f"«{written}» heter nå «{living}». Skriv den id-en.")
    near = nearest(written, [node.name if "/" in written else node.id for node in nodes.values() if node.is_named])
    meant = f" Mente du «{near[0]}»?" if near else ""
    raise Refusal(f"Ingen plan har punktet «{written}».{meant}")
