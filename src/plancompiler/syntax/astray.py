"""What to say of lines out of line and of tabs: which lines, how many spaces, and what they should stand under."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plancompiler.diagnostic import Related, Span
from plancompiler.syntax.frames import Frame, Frames, fit
from plancompiler.syntax.lines import Line, LinedText
from plancompiler.syntax.places import likely, places
from plancompiler.syntax.repair import Change, Mistake, mistake
from plancompiler.syntax.shape import Shape, field_colon

# How wide a tab may be; the first that lines the text up with something is taken.
_WIDTHS = (2, 4, 8, 1, 3)


class Moved(NamedTuple):
    """A line out of line: its number, how far to the right it is moved, what it then lines up with.

    `other` is the other place it may be meant for, if there is as much to be said for that one.
    """

    number: int
    by: int
    beside: Frame
    other: tuple[int, Frame] | None = None


class Tabbed(NamedTuple):
    """A line with a tab in its indentation: its number, how many spaces it should have, what it stands beside or under.

    `where` is `beside`, `under` or, of a line of a longer text, `text`.
    """

    number: int
    wanted: int
    frame: Frame | None
    where: str


def out_of_line(page: LinedText, moved: Moved, changes: Sequence[Change]) -> Mistake:
    """Return the mistake of a line, or of several that stand together, moved by the changes."""
    line = page.lines[moved.number]
    numbers = [page.number(change.start) for change in changes]
    first, last = min(numbers), max(numbers)
    args = {"first": str(first + 1), "last": str(last + 1), "text": page.excerpt(line.first, line.end, 30)}
    args |= _named(page, moved.by, moved.beside)
    several = "lines-" if last > first else ""
    variant = several + ("right" if moved.by > 0 else "left")
    variant = variant if variant != "left" else ""
    related = [Related(Span(page.path, *moved.beside.entry), "beside")] if moved.beside.entry[1] else []
    fix = "indent"
    if moved.other is not None:
        by, frame = moved.other
        # What is to be moved to the left is told first.
        pair = sorted((moved[1:3], (by, frame)), key=lambda each: each[0])
        left, right = (_named(page, *each) for each in pair)
        args |= {f"left_{key}": text for key, text in left.items()}
        args |= {f"right_{key}": text for key, text in right.items()}
        variant, fix, related = f"{several}between", "", []
    stop = field_colon(page.text, line.first, line.end)
    place = line.first, stop if stop > 0 else line.end
    return mistake(
        page.path, "wrong-indentation", *place, changes, fix=fix, args=args, variant=variant, related=tuple(related)
    )


def tabbed(
    page: LinedText, number: int, at: int, shape: Shape, frames: Frames, above: Tabbed | None, width: int
) -> tuple[Tabbed, int]:
    """Return where a line with a tab was meant to stand, and how wide its tabs are, if that is where they led.

    `above` is the line with a tab before it, and `width` how wide those have been, 0 if nobody knows.
    """
    line = page.lines[number]
    top = frames[-1] if frames else Frame(-2, "field")
    under = [top.column + 2] if top.empty else []
    lined_up = sorted({frame.column for frame in frames if frame.shape == shape}, reverse=True)
    last = number
    while last + 1 < len(page.lines) and page.has_tab(page.lines[last + 1]):
        last += 1
    options = likely(page, number, at, shape, places(frames, (*under, *lined_up), shape), last)
    if above is not None and above.number == number - 1:
        over = page.lines[above.number]
        deeper = _width(page, line, 4) - _width(page, over, 4)
        options = [
            each for each in options if (each[1] - above.wanted) * deeper > 0 or each[1] == above.wanted
        ] or options
        if deeper:
            options = [each for each in options if each[1] != above.wanted] or options
    columns = {placed[1] for placed in options}
    fitting = [each for each in ((width, *_WIDTHS) if width else _WIDTHS) if _width(page, line, each) in columns]
    column = _width(page, line, fitting[0]) if fitting else options[0][1] if options else max(0, top.column + 2)
    placed = fit(frames, column, shape)
    inner = placed[0] if placed is not None else frames
    beside = bool(inner) and inner[-1].entry[1] > 0
    where = "beside" if beside or not inner else "under"
    return Tabbed(number, column, shown_frame(inner) if inner else None, where), fitting[0] if fitting else width


def shown_frame(frames: Frames) -> Frame:
    """Return the innermost frame that has an entry to show."""
    return next((frame for frame in reversed(frames) if frame.entry[1]), frames[-1])


def _width(page: LinedText, line: Line, tab: int) -> int:
    return len(page.text[line.start : line.first].replace("\t", " " * tab))


def tabs(page: LinedText, lines: Sequence[Tabbed]) -> Mistake:
    """Return the one mistake that the tabs before some lines are."""
    changes = [
        Change(page.lines[each.number].start, page.lines[each.number].first, " " * each.wanted) for each in lines
    ]
    first = lines[0]
    alike = len({each.wanted for each in lines}) == 1
    last = lines[-1].number
    args = {"wanted": str(first.wanted), "first": str(first.number + 1), "last": str(last + 1)}
    if first.frame is not None:
        args |= _named(page, 0, first.frame)
    where = first.where if first.wanted else "margin"
    variant = where.replace("beside", "") if len(lines) == 1 else f"lines-{where}" if alike else "lines"
    if variant == "lines" and first.where != "beside":
        variant = "lines-start"
    place = changes[0][:2]
    return mistake(page.path, "tab-indentation", *place, changes, fix="spaces", args=args, variant=variant)


def _named(page: LinedText, by: int, beside: Frame) -> dict[str, str]:
    start, end = beside.entry
    number = page.number(start)
    if beside.shape == "item":
        end = page.lines[number].end
    return {"count": str(abs(by)), "beside": page.excerpt(start, end, 30), "line": str(number + 1)}
