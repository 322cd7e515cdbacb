"""Text where a field should be: a value going on without its indentation, more paragraphs of it, or nobody's."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plancompiler.syntax.frames import Frame, Frames
from plancompiler.syntax.lines import Line, LinedText, begins_item, colon, is_key_like, is_void
from plancompiler.syntax.repair import Change, Mistake, mistake


class Stray(NamedTuple):
    """What is wrong, if anything, the number of the last line of it, and the frames after it."""

    mistake: Mistake | None
    last: int
    frames: Frames


def stray_text(page: LinedText, number: int, frames: Frames, is_field: Callable[[int, Line], bool]) -> Stray:
    """Return what the text on a line is; `is_field` tells of a line whether it is a field, be it without its colon."""
    line, top = page.lines[number], frames[-1] if frames else None
    if top is not None and is_paragraph(page, number, top):
        run = _lines_of_text(page, number, is_field, blanks=True, sentences=True)
        return Stray(_paragraphs(page, top, run), page.number(run[-1].start), frames)
    run = _lines_of_text(page, number, is_field, blanks=top is not None and top.kind == "block", sentences=False)
    start, end, last = line.first, run[-1].end, page.number(run[-1].start)
    args = {"text": page.excerpt(start, end)}
    if top is None or not _goes_on(page, line, top):
        notes = [Change(each.first, each.first, "# ") for each in run]
        return Stray(
            mistake(page.path, "stray-text", start, end, notes, fix="note", applicability="unsafe", args=args),
            last,
            frames,
        )
    wrapped = None
    if not page.has_tab(line):
        wanted = top.indent if top.kind == "block" else top.column + 2
        moves = [Change(each.start, each.first, " " * wanted) for each in run]
        args |= _said(page, top, wanted) | {"count": str(wanted - page.spaces(line))}
        variant = "wrapped" if top.kind == "plain" else "not-indented"
        wrapped = mistake(page.path, "stray-text", start, end, moves, fix="indent", variant=variant, args=args)
    if top.empty:
        frames = (*frames[:-1], top._replace(empty=False, kind="plain", value=(start, end)))
    return Stray(wrapped, last, frames)


def is_paragraph(page: LinedText, number: int, top: Frame) -> bool:
    """Tell whether a line begins one more paragraph of the text above, pasted as it was."""
    line = page.lines[number]
    if top.kind != "plain" or top.empty or page.has_tab(line) or is_key_like(page.text, line):
        return False
    before = page.lines[number - 1]
    parted = before.first == before.end or line.first - line.start < top.column
    is_sentence = " " in page.text[slice(*top.value)].strip() and " " in page.text[line.first : line.end]
    return parted and is_sentence and not page.text[line.first].islower()


def is_sentence_with_colon(page: LinedText, number: int, top: Frame) -> bool:
    """Tell whether what looks like a field is one more paragraph that has a colon: nobody's field has so many words."""
    line = page.lines[number]
    words = page.text[line.first : max(line.first, colon(page.text, line.first, line.end))].split()
    return len(words) > 2 and line.first - line.start < top.column and is_paragraph(page, number, top)


def _goes_on(page: LinedText, line: Line, top: Frame) -> bool:
    """Tell whether a line carries on the value above: one not begun, a block, or a sentence not ended."""
    if top.shape != "field" or colon(page.text, line.first, line.end) >= 0:
        return False
    return top.empty or top.kind == "block" or (top.kind == "plain" and page.text[line.first].islower())


def _lines_of_text(
    page: LinedText, number: int, is_field: Callable[[int, Line], bool], *, blanks: bool, sentences: bool
) -> list[Line]:
    """Return the lines of text from one on; past blank lines, and with colons in them, if asked for."""
    found = [page.lines[number]]
    for index in range(number + 1, len(page.lines)):
        line = page.lines[index]
        if line.first == line.end and blanks:
            # A blank line only parts the paragraphs of a text that should have been indented.
            continue
        if is_void(page.text, line) or begins_item(page.text, line) or page.has_tab(line):
            break
        if is_key_like(page.text, line) if sentences else is_field(index, line):
            break
        found.append(line)
    return found


def _paragraphs(page: LinedText, top: Frame, run: list[Line]) -> Mistake:
    """Report paragraphs after the first, which asks for a text with `|`."""
    wanted = top.column + 2
    begins, ends = top.value
    inner = page.lines[page.number(begins) + 1 : page.number(ends) + 1]
    moves = [Change(each.start, each.first, " " * wanted) for each in (*inner, *run) if each.first < each.end]
    opening = Change(begins, begins, "|" + page.newline + " " * wanted)
    args = _said(page, top, wanted)
    start, end = run[0].first, run[0].end
    changes = (opening, *moves)
    return mistake(
        page.path,
        "stray-text",
        start,
        end,
        changes,
        fix="block",
        applicability="unsafe",
        variant="paragraphs",
        args=args,
    )


def _said(page: LinedText, top: Frame, wanted: int) -> dict[str, str]:
    start, end = top.entry
    return {"field": page.excerpt(start, end), "line": str(page.number(start) + 1), "wanted": str(wanted)}
