"""The lines of a file that decide what one node in it says: its own, and what opens each thing that holds it.

A file is changed a hundred times for once that a given node in it is. When these lines are the same in two revisions of
it, so is the node, and neither need be compiled. Where lines alone cannot tell, nothing is said, and it must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plancompiler.model.kind import CHILD_KEYS
from plancompiler.model.nynorsk import spellings

_ID = re.compile(rb"(?P<dash>-[ ]+)?id[ ]*:[ ]+(?P<quote>[\"']?)(?P<id>[^\s\"']+)(?P=quote)[ \t]*(?:#[^\n]*)?\r?\n?")
_INLINE = re.compile(rb"[{,][ ]*[\"']?id[\"']?[ ]*:[ ]+[\"']?(?P<id>[^\s\"',}]+)")
_HAS_ID = re.compile(rb"-[ ]+id[ ]*:")
_HEADS = tuple(key.encode() for key in ("plan", "del_av", *spellings("under")))
_HELD = "|".join(sorted({written for key in CHILD_KEYS for written in spellings(key)})).encode()
_COMMENT = (b"#", b"\n", b"\r", b"")


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines, and the file down to the line with which the node has ended: what comes after that is not its. Empty
    where the file ends with the node."""

    lines: tuple[bytes, ...]
    head: bytes

    def found_in(self, data: bytes, identity: str) -> Outline | None:
        """Return the outline of the node in a file that has the same lines of it, None when that is not sure."""
        if self.head and data.startswith(self.head):
            return self
        other = outline(data, identity)
        return other if other is not None and other.lines == self.lines else None


def outline(data: bytes, identity: str) -> Outline | None:
    """Return the lines of the node of that id, what stands under it left out; None when lines cannot tell."""
    written = list(_written(data, identity.encode()))
    # Of two with the same id only the first is read, and of one on a line with others lines cannot tell.
    if len(written) != 1 or (found := written[0]) is None:
        return None
    start, indent, dash = found
    holders = _above(data, start, indent, is_item=bool(dash))
    column = indent + dash
    if not dash and holders:
        # The id is not the first that is said; the item begins with the nearest line above that opens one.
        start, indent, opening = holders.pop(0)
        if not opening.startswith(b"-"):
            return None
    if not holders or not all(_HAS_ID.match(line) for _, _, line in holders if line.startswith(b"-")):
        return None
    ended = _end_of_item(indent).search(data, data.find(b"\n", start) + 1 or len(data))
    stop = ended.start() if ended else len(data)
    own = _held(column).sub(b"", data[start:stop])
    heads = _heads(data, holders[-1][1])
    head = data[: data.find(b"\n", stop) + 1 or len(data)] if ended else b""
    return Outline((*heads, *(line for _, _, line in holders), own), head)


def _written(data: bytes, identity: bytes) -> Iterator[tuple[int, int, int] | None]:
    """Yield where each line begins that says the id, its indentation, and how wide the dash before it is.

    None stands for a line that says it among other things.
    """
    at = data.find(identity)
    while at >= 0:
        start, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at) + 1 or len(data)
        line = data[start:end]
        bare = line.lstrip(b" ")
        match = _ID.fullmatch(bare)
        if match and match["id"] == identity:
            yield start, len(line) - len(bare), len(match["dash"] or b"")
        elif b"{" in line and any(each["id"] == identity for each in _INLINE.finditer(line)):
            yield None
        at = data.find(identity, end)


def _above(data: bytes, start: int, column: int, *, is_item: bool) -> list[tuple[int, int, bytes]]:
    """Return the lines that open what holds the line at `start`, nearest first: where each begins, its indentation, and
    what it says."""
    found = []
    end = start
    while end and (column or is_item):
        begin = data.rfind(b"\n", 0, end - 1) + 1
        line = data[begin:end]
        bare = line.lstrip(b" ")
        indent = len(line) - len(bare)
        if indent <= column and bare[:1] not in _COMMENT:
            opens = bare.startswith((b"- ", b"-\n", b"-\r"))
            # A list may stand in the column of its key.
            if indent < column or (is_item and not opens):
                found.append((begin, indent, bare))
                column, is_item = indent, opens
        end = begin
    return found


def _heads(data: bytes, column: int) -> Iterator[bytes]:
    """Yield the lines that say which plan the file is of, and where in it a part hangs."""
    for key in _HEADS:
        begins = b" " * column + key
        at = 0 if data.startswith(begins) else data.find(b"\n" + begins)
        if at >= 0:
            yield data[at : data.find(b"\n", at + 1)]


@lru_cache(maxsize=64)
def _end_of_item(column: int) -> re.Pattern[bytes]:
    """Return what finds the line with which an item has ended whose dash stands in the column."""
    return re.compile(rb"(?m)^[ ]{0,%d}[^ \r\n#]" % column)


@lru_cache(maxsize=64)
def _held(column: int) -> re.Pattern[bytes]:
    """Return what finds the lists of what stands under an item whose keys stand in the column."""
    ends = rb"^(?:[ ]{0,%d}[^ \r\n#]|[ ]{%d}[^ \r\n#-])" % (max(column - 1, 0), column)
    return re.compile(rb"(?m)^[ ]{%d}(?:%s)[ ]*:[^\n]*\n(?:(?!%s)[^\n]*(?:\n|\Z))*" % (column, _HELD, ends))
