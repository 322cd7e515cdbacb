"""Where a line that is out of line was meant to stand: what its id says, what comes after it, and what is nearest.

An id often says what it is under: `m1.d2` stands beside `m1.d1`, and its own begin with `m1.d2.`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plancompiler.syntax.frames import Frames, fit
from plancompiler.syntax.lines import Line, LinedText, begins_item, is_void
from plancompiler.syntax.shape import Shape, field_colon

Place = tuple[Frames, int]

_ITEM_ID = re.compile(r"[^\s\w]?[ \t]*id[ \t]*:[ \t]*[\"']?([\w./-]+)")
_DIGITS = re.compile(r"\d+")
# More than an id is long.
_ALIKE = 1000
_AFTER_NAME = (".", "-", "/", "_")


def places(frames: Frames, columns: Iterable[int], shape: Shape) -> list[Place]:
    """Return the places among the columns where a line of that shape fits."""
    return [placed for each in columns if (placed := fit(frames, each, shape)) is not None]


def likely(page: LinedText, number: int, at: int, shape: Shape, options: Sequence[Place], last: int) -> list[Place]:
    """Return the places that what begins at offset `at` may be meant for; the lines up to `last` go with it."""
    if len(options) < 2:
        return list(options)
    name = _name(page, number, at, shape)
    scores = [_kinship(place, shape, name) for place in options] if name else [0]
    if max(scores) > 0:
        return [place for place, score in zip(options, scores, strict=True) if score == max(scores)]
    return [place for place in options if _lets_follow(page, number, at, shape, place, last)] or list(options)


def item_id(text: str, at: int, end: int) -> str:
    """Return the id of the item whose dash, or `id` without one, is at an offset; empty when it has none there."""
    match = _ITEM_ID.match(text, at, end)
    return match.group(1) if match else ""


def like(one: str, other: str) -> bool:
    """Tell whether two ids differ in their numbers alone, as those of an item and the next do."""
    return bool(_DIGITS.search(one)) and _DIGITS.sub("#", one) == _DIGITS.sub("#", other)


def deeper_lines(page: LinedText, number: int, column: int) -> int:
    """Return the number of the last of the lines after one that stand deeper than a column; its own if none."""
    last = number
    for index in range(number + 1, len(page.lines)):
        line = page.lines[index]
        if is_void(page.text, line):
            continue
        if line.first - line.start <= column or page.has_tab(line):
            break
        last = index
    return last


def last_along(page: LinedText, number: int, at: int, column: int, wanted: int, shape: Shape) -> int:
    """Return the last of the lines to move along with one that is moved from `column`; -1 where they stand right."""
    below = next_line(page, number)
    if below is None or below.first - below.start <= column or page.has_tab(below):
        return number
    if shape == "field" and has_value(page, page.lines[number], field_colon(page.text, at, page.lines[number].end)):
        return number
    # Most plans are indented by two: those two after where the line should be do not move with it.
    here = below.first - below.start
    return -1 if here - wanted == 2 != here - column else deeper_lines(page, number, column)


def next_line(page: LinedText, number: int) -> Line | None:
    """Return the next line that says something."""
    return next((line for line in page.after(number) if not is_void(page.text, line)), None)


def has_value(page: LinedText, line: Line, stop: int) -> bool:
    """Tell whether there is a value on the line after the colon at `stop`, other than the bar of a longer text."""
    rest = page.text[stop + 1 : line.end].strip()
    return bool(rest) and rest[0] not in "|>#"


def _name(page: LinedText, number: int, at: int, shape: Shape) -> str:
    """Return the id of an item, or of the first item under a field."""
    line = page.lines[number]
    if shape == "item" or item_id(page.text, at, line.end):
        return item_id(page.text, at, line.end)
    below = next_line(page, number)
    if (
        below is None
        or not begins_item(page.text, below)
        or has_value(page, line, field_colon(page.text, at, line.end))
    ):
        return ""
    return item_id(page.text, below.first, below.end)


def _kinship(place: Place, shape: Shape, name: str) -> int:
    """Return how well an id agrees with those of the items it would stand beside, or under."""
    frames, _ = place
    if shape == "item" and like(name, frames[-1].name):
        return _ALIKE
    owners = frames if shape == "field" else frames[:-1]
    owner = next((frame.name for frame in reversed(owners) if frame.shape == "field"), "")
    under = owner and name.startswith(tuple(owner + mark for mark in _AFTER_NAME))
    return len(owner) if under else 0


def _lets_follow(page: LinedText, number: int, at: int, shape: Shape, place: Place, last: int) -> bool:
    """Tell whether the next line would stand where it should."""
    following = next_line(page, last)
    if following is None or page.has_tab(following):
        return True
    frames, column = place
    text, line = page.text, page.lines[number]
    if shape == "item":
        begun, _ = fit(frames, column, "item") or place
        frames = (*begun[:-1], begun[-1]._replace(empty=True))
        inner = fit(frames, column + 2, "field")
        frames = inner[0] if inner else frames
        frames = (*frames[:-1], frames[-1]._replace(empty=False))
    else:
        empty = not has_value(page, line, field_colon(text, at, line.end))
        frames = (*frames[:-1], frames[-1]._replace(empty=empty))
    if begins_item(text, following):
        return fit(frames, following.first - following.start, "item") is not None
    if field_colon(text, following.first, following.end) < 0:
        return True
    return fit(frames, following.first - following.start, "field") is not None
