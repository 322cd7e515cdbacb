"""The canonical layout of a plan file: other white space between what was written, and nothing else.

Two spaces a level, the dash two in, one space after a colon, two before a comment, `[a, b]`, at most one blank line,
LF. No letter, quote or comma is put in, taken out or moved, and no line is broken; one is joined to the line before it
only where that is a lone dash. All that changes are the spaces and line ends between tokens and the indentation of
texts of several lines, so that a comment cannot be lost.
"""

from __future__ import annotations

import codecs
import gc

from plancompiler.catalogue import code
from plancompiler.decode import decode
from plancompiler.diagnostic import Diagnostic, Span
from plancompiler.parse import parse
from plancompiler.source import Source
from plancompiler.spacing import NotAsRead, spaced
from plancompiler.tree import Mapping, Scalar, Sequence, Tree


class CannotLayOut(Exception):
    """A text is left as it is. `findings` say what in it does not parse; when there are none, it could not be laid out
    without changing what it says."""

    def __init__(self, findings: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(findings)
        self.findings = findings


def formatted(path: str, data: bytes) -> bytes:
    """Return the bytes of a file in the canonical layout, with the mark at its beginning if it has one.

    Raises CannotLayOut, also when the bytes are not text in UTF-8.
    """
    source, findings = decode(path, data)
    if broken := _errors(findings):
        raise CannotLayOut(broken)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + laid_out(source).encode("utf-8")


def laid_out(source: Source) -> str:
    """Return the text in the canonical layout; laid out again it stays as it is. Raises CannotLayOut."""
    collecting = gc.isenabled()
    # As for a unit: many objects are made, none of them in a ring.
    gc.disable()
    try:
        return _checked(Source(source.path, source.text.replace("\r\n", "\n").replace("\r", "\n")))
    finally:
        if collecting:
            gc.enable()


def _checked(before: Source) -> str:
    tree, findings = _read(before)
    hashes = {one.place.start for one in findings if one.code == "comment-eats-text" and isinstance(one.place, Span)}
    try:
        after = Source(before.path, spaced(before.text, tree, hashes))
    except NotAsRead as unlike:
        raise CannotLayOut from unlike
    if after.text != before.text:
        same = _same(tree, _read(after)[0]) and _without_space(before.text) == _without_space(after.text)
        if not same:
            raise CannotLayOut
    return after.text


def _read(source: Source) -> tuple[Tree, tuple[Diagnostic, ...]]:
    tree, findings = parse(source)
    broken = _errors(findings)
    if broken or tree is None:
        raise CannotLayOut(broken)
    return tree, findings


def _errors(findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    # A list that YAML runs together into one text is read as the lines it was meant to be, and those must stay.
    return tuple(one for one in findings if one.code == "list-in-text" or code(one.code).severity == "error")


def _same(one: Tree, other: Tree) -> bool:
    """Tell whether two trees say the same in the same order."""
    if isinstance(one, Scalar):
        if not isinstance(other, Scalar) or one.style != other.style:
            return False
        # A block of lines that ends with the file has got its last line end.
        return one.text == other.text or (one.style in ("|", ">") and one.text.rstrip("\n") == other.text.rstrip("\n"))
    if isinstance(one, Sequence):
        if not isinstance(other, Sequence) or len(one.items) != len(other.items):
            return False
        return all(map(_same, one.items, other.items))
    if not isinstance(other, Mapping) or list(one.entries) != list(other.entries):
        return False
    return all(_same(mine.value, other.entries[name].value) for name, mine in one.entries.items())


def _without_space(text: str) -> str:
    return "".join(text.split())
