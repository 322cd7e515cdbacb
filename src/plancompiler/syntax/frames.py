"""Which lists and mappings are open at a line, and which of them a line in a certain column belongs to."""

from __future__ import annotations

from typing import NamedTuple

from plancompiler.syntax.shape import Shape


class Frame(NamedTuple):
    """A list or mapping that is open: its column, and its last entry.

    `entry` is the span of the last key or dash, `value` that of the text beside it and `kind` how that is written.
    `empty` says that nothing of the value has been seen yet, so that deeper lines may be it; `indent` is the column of
    a block's text. `name` is the id of the mapping, or of the last item of the list; `opened` the key that begins a new
    item when it is written again.
    """

    column: int
    shape: Shape
    entry: tuple[int, int] = (0, 0)
    value: tuple[int, int] = (0, 0)
    kind: str = ""
    empty: bool = True
    indent: int = 0
    name: str = ""
    opened: str = ""


Frames = tuple[Frame, ...]


def fit(frames: Frames, column: int, shape: Shape) -> tuple[Frames, int] | None:
    """Return the frames, the innermost being the one a line of that shape in that column belongs to, or None."""
    if not frames:
        return (Frame(column, shape),), column
    while frames and frames[-1].column > column:
        frames = frames[:-1]
    if not frames:
        return None
    top = frames[-1]
    begun = (*frames[:-1], top._replace(empty=False), Frame(column, shape)), column
    if top.column < column:
        return begun if top.empty else None
    if top.shape == shape:
        return frames, column
    if shape == "item" and top.empty:
        return begun
    if shape == "field" and len(frames) > 1 and frames[-2].column == column and frames[-2].shape == "field":
        return frames[:-1], column
    return None
