"""Rows of bars: each column tells of one thing, so that nothing is told by colour, and every bar has its number."""

from __future__ import annotations

from collections.abc import Sequence

from plancompiler.table import counted
from plancompiler.views.drawing import WIDTH, Drawing, Words, box, joined, lines_at, room_of, wrapped
from plancompiler.views.page import Here

_LABELS = 196
_ROW = 34
_HEAD = 40
_BAR = 14


def bars(here: Here, labels: Sequence[str], columns: Sequence[str], values: Sequence[Sequence[int]]) -> Drawing:
    """Return a drawing of rows by columns; every value has the same scale, and a nought says so."""
    step = (WIDTH - _LABELS) // len(columns)
    most = max((value for row in values for value in row), default=0) or 1
    longest = step - room_of(counted(most)) - 18
    heads = [
        lines_at(_LABELS + place * step, _HEAD // 2, wrapped(column, step - 10, 2))
        for place, column in enumerate(columns)
    ]
    names: list[Words] = []
    numbers: list[Words] = []
    nothing: list[Words] = []
    outlines: list[str] = []
    for place, (label, row) in enumerate(zip(labels, values, strict=True)):
        y = _HEAD + place * _ROW + _ROW // 2
        names.append(lines_at(0, y, wrapped(label, _LABELS - 14, 2)))
        for column, value in enumerate(row):
            x = _LABELS + column * step
            length = max(2, round(longest * value / most)) if value else 0
            if value:
                outlines.append(box(x, y - _BAR // 2, length, _BAR))
                numbers.append(Words(x + length + 5, y + 4, counted(value)))
            else:
                nothing.append(Words(x, y + 4, here.words("ingen")))
    height = _HEAD + len(labels) * _ROW
    rules = (f"M0 {_HEAD + place * _ROW}h{WIDTH}" for place in range(len(labels)))
    words = (("h", heads), ("", names), ("n", numbers), ("o", nothing))
    return Drawing(
        height,
        joined(("r", rules), ("f", outlines)),
        tuple((name, tuple(found)) for name, found in words if found),
    )
