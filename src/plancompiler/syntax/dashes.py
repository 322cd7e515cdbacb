"""The dash that is missing before an item: where a field shows that a new item begins."""

from __future__ import annotations

from typing import NamedTuple

from plancompiler.syntax.frames import Frame, Frames, fit
from plancompiler.syntax.lines import LinedText, begins_item
from plancompiler.syntax.places import item_id, like, next_line
from plancompiler.syntax.repair import Change, Mistake, mistake
from plancompiler.syntax.shape import field_colon


class Begun(NamedTuple):
    """An item that begins without its dash: the frames with it, the column of its fields, and what is wrong."""

    frames: Frames
    column: int
    mistake: Mistake


def missing_dash(page: LinedText, number: int, at: int, column: int, frames: Frames) -> Begun | None:
    """Return the item that begins with the field at offset `at`, taken to stand in `column`; None if it is no item."""
    line = page.lines[number]
    key = _key(page, at, line.end)
    placed = fit(frames, column, "field")
    name = item_id(page.text, at, line.end)
    lists = _list_in_column(frames, column, key)
    if lists and (placed is None or like(name, lists[-1].name)):
        return _begun(page, number, at, lists, column, column + 2)
    if placed is None:
        near = _nearest_list(frames, column, name) if key == "id" else ()
        return _begun(page, number, at, near, near[-1].column, near[-1].column + 2) if near else None
    around = placed[0]
    if len(around) > 1 and around[-2].shape == "item" and _begins_again(page, around[-1], key, name):
        return _begun(page, number, at, around[:-1], around[-2].column, column)
    if key == "id" and len(around) > 1 and around[-2].shape == "field" and not around[-1].opened:
        return _first_of_list(page, number, at, around[:-1], column)
    return None


def _list_in_column(frames: Frames, column: int, key: str) -> Frames:
    """Return the frames up to the list whose dashes stand in the column, if the key would begin an item of it."""
    for index, frame in enumerate(frames[:-1]):
        if frame.shape == "item" and frame.column == column and frames[index + 1].opened == key:
            return frames[: index + 1]
    return ()


def _nearest_list(frames: Frames, column: int, name: str) -> Frames:
    """Return the frames up to the list that an id in no column of any was meant for: of its like, else the nearest."""
    lists = [index for index, frame in enumerate(frames[:-1]) if frame.shape == "item" and frames[index + 1].opened]
    alike = [index for index in lists if like(name, frames[index].name)] or lists
    nearest = min(alike, key=lambda index: abs(frames[index].column + 1 - column), default=-1)
    return frames[: nearest + 1]


def _begins_again(page: LinedText, fields: Frame, key: str, name: str) -> bool:
    """Tell whether a key has been used, and not on the line above for the same, so that it begins another item."""
    if not key or fields.opened != key:
        return False
    beside = page.text[fields.entry[0] : fields.entry[1]].rstrip() == key
    return not beside or (key == "id" and name != fields.name)


def _first_of_list(page: LinedText, number: int, at: int, outer: Frames, column: int) -> Begun | None:
    """Return the first item of a list: its dash is missing where the next one has it, or two before its fields."""
    parent = outer[-1].column
    below = next_line(page, number)
    deeper = below is not None and page.spaces(below) > column
    beside = next((each for each in page.after(number) if each.first < each.end and page.spaces(each) < column), None)
    dash = column if deeper or column - 2 < parent else column - 2
    if beside is not None and begins_item(page.text, beside) and parent <= page.spaces(beside) <= column - 2:
        dash = page.spaces(beside)
    lists = (*outer[:-1], outer[-1]._replace(empty=False), Frame(dash, "item"))
    return _begun(page, number, at, lists, dash, column if dash < column else column + 2)


def _begun(page: LinedText, number: int, at: int, lists: Frames, dash: int, column: int) -> Begun:
    line = page.lines[number]
    here = line.start + dash
    if at - line.start == column:
        change = Change(here, here + 1, "-")
    elif at == here or at != line.first or page.has_tab(line):
        change = Change(at, at, "- ")
    else:
        change = Change(line.start, at, " " * dash + "- ")
    end = max(field_colon(page.text, at, line.end), at)
    write = "- " + page.excerpt(at, line.end, 40)
    args = {"field": page.excerpt(at, end), "write": write, "list": _list_name(page, lists)}
    variant = "" if args["list"] else "alone"
    found = mistake(page.path, "missing-dash", at, end, [change], fix="dash", args=args, variant=variant)
    frames = (*lists[:-1], lists[-1]._replace(entry=(at, end), empty=False), Frame(column, "field"))
    return Begun(frames, column, found)


def _list_name(page: LinedText, lists: Frames) -> str:
    """Return the field whose list it is."""
    return page.excerpt(*lists[-2].entry) if len(lists) > 1 and lists[-2].shape == "field" else ""


def _key(page: LinedText, at: int, end: int) -> str:
    stop = field_colon(page.text, at, end)
    return page.text[at:stop].rstrip() if stop > 0 else ""
