"""Where the mistakes of a text that cannot be read were made, in a planner's words, and how to read on.

The parser says only where it gave up, often a line or a page too late. Here the lines are read once more, the way they
are meant: fields line up with fields, items with items, and each value ends where its line does. What does not fit is a
mistake with a repair. Nothing here is asked of a text that can be read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

from plancompiler.syntax.astray import Moved, Tabbed, out_of_line, shown_frame, tabbed, tabs
from plancompiler.syntax.dashes import missing_dash
from plancompiler.syntax.frames import Frame, Frames, fit
from plancompiler.syntax.lines import Line, LinedText, is_void, left_out, lined, shown
from plancompiler.syntax.places import Place, deeper_lines, item_id, last_along, likely, places
from plancompiler.syntax.repair import Change, Mistake, mistake
from plancompiler.syntax.shape import Beginning, Shape, beginning, field_colon, known_fields, word_without_colon
from plancompiler.syntax.stray import is_paragraph, is_sentence_with_colon, stray_text
from plancompiler.syntax.values import value_at

# Nobody mends more than this before reading the file again, or writes more lines in one file.
_MOST = 100
_MOST_LINES = 30_000


def survey(path: str, text: str) -> tuple[Mistake, ...]:
    """Return the mistakes in how the text is written, in the order of their lines, at most a hundred."""
    return _Survey(lined(path, text, _MOST_LINES)).run()


class _Survey:
    """One walk over the lines. `_frames` are the open lists and mappings, outermost first.

    The methods that read a line, an item, a field or a value return the number of the last line they have read.
    """

    def __init__(self, page: LinedText) -> None:
        self._page, self._path, self._text, self._lines = page, page.path, page.text, page.lines
        self._frames: Frames = ()
        self._mistakes: list[Mistake] = []
        # By the index of a mistake, the changes where it was made again.
        self._again: defaultdict[int, list[Change]] = defaultdict(list)
        # The frames before the last field, its line, and its mistake if it was moved, when it left deeper frames: then
        # the next line may show that it was meant to stand there.
        self._before: tuple[Frames, int, int] | None = None
        # The last line out of line: its column, how far it was moved, its mistake, and the last line under it if they
        # were moved along. Its neighbours in that column are out of line for the same reason.
        self._moved: tuple[int, int, int, int] | None = None
        # How far the line being read was moved along with another: what goes on after it must be moved too.
        self._shift = 0
        # By the index of a mistake, the line out of line, and the lines with tabs, it stands for.
        self._lines_moved: dict[int, Moved] = {}
        self._tabbed: dict[int, list[Tabbed]] = {}
        self._tab_width = 0
        # The line of the last mistake that may be made again on the next line for the same reason.
        self._repeatable = -1

    def run(self) -> tuple[Mistake, ...]:
        number = 0
        while number < len(self._lines) and len(self._mistakes) < _MOST:
            line = self._lines[number]
            if is_void(self._text, line):
                number += 1
            elif line.first == line.start and self._text.startswith(("---", "...", "%"), line.start):
                if self._frames:
                    self._after_end(number)
                    break
                number += 1
            else:
                number = self._line(number, line) + 1
        return tuple(self._told(index, each) for index, each in enumerate(self._mistakes))

    def _told(self, index: int, found: Mistake) -> Mistake:
        """Return a mistake with all that belongs to it."""
        if index in self._tabbed:
            return tabs(self._page, self._tabbed[index])
        if index in self._lines_moved:
            return out_of_line(self._page, self._lines_moved[index], (*found.repair, *self._again[index]))
        return found.joined(self._again[index]) if index in self._again else found

    @cached_property
    def _has_fields(self) -> bool:
        return any(field_colon(self._text, each.first, each.end) > 0 for each in self._lines)

    @cached_property
    def _known(self) -> frozenset[str]:
        return known_fields(self._text)

    def _line(self, number: int, line: Line) -> int:
        begins = self._beginning(number, line.first)
        at = begins.at
        column = at - line.start - begins.off
        if self._page.has_tab(line):
            column = self._tab(number, at, begins.shape)
        if begins.mistake is not None:
            self._keep(begins.mistake, number)
        if begins.shape == "field" and self._frames and is_sentence_with_colon(self._page, number, self._frames[-1]):
            return self._astray(number)
        if begins.shape == "text":
            return self._text_line(number, line, column)
        if not self._frames and column and begins.shape == "field":
            column = self._first_column(number, line, column)
        along = self._moved_along(number, line, column, begins.shape)
        self._shift = along - column
        column = along
        begun = missing_dash(self._page, number, at, column, self._frames) if begins.shape == "field" else None
        if begun is not None:
            self._mistakes.append(begun.mistake)
            self._frames, self._before = begun.frames, None
            return self._field(number, at, begun.column)
        placed, misplaced = fit(self._frames, column, begins.shape), -1
        if placed is None and self._frames and is_paragraph(self._page, number, self._frames[-1]):
            return self._astray(number)
        if placed is None:
            made = len(self._mistakes)
            placed = self._misplaced(number, at, column, begins.shape)
            misplaced = made if len(self._mistakes) > made else -1
        elif self._moved is not None and column <= self._moved[0] and number > self._moved[3]:
            self._moved = None
        if placed is None:
            return self._homeless(number, line)
        frames, column = placed
        left_deeper = len(frames) < len(self._frames) and begins.shape == "field"
        self._before = (self._frames, number, misplaced) if left_deeper else None
        self._frames = frames
        return self._item(number, at, column) if begins.shape == "item" else self._field(number, at, column)

    def _beginning(self, number: int, at: int, after_dash: bool = False) -> Beginning:
        column = at - self._lines[number].start
        return beginning(
            self._page,
            number,
            at,
            lambda column, shape: bool(self._frames) and fit(self._frames, column, shape) is not None,
            beside=not after_dash and any(each.shape == "field" and each.column == column for each in self._frames),
            after_dash=after_dash,
        )

    def _item(self, number: int, dash: int, column: int) -> int:
        """Read the dash at offset `dash`, and what stands after it."""
        line = self._lines[number]
        at = dash + 1
        while at < line.end and self._text[at] in " \t":
            at += 1
        if "\t" in self._text[dash + 1 : at] and at < line.end:
            gap = [Change(dash + 1, at, " ")]
            self._mistakes.append(
                mistake(self._path, "tab-indentation", dash + 1, at, gap, fix="spaces", variant="dash")
            )
        name = item_id(self._text, dash, line.end)
        outer, top = (
            self._frames[:-1],
            self._frames[-1]._replace(entry=(dash, dash + 1), empty=True, kind="", name=name),
        )
        if at >= line.end or self._text[at] == "#":
            self._frames = (*outer, top)
            return number
        inner = column + (at - dash if at > dash + 1 else 2)
        begins = self._beginning(number, at, after_dash=True)
        if begins.mistake is not None:
            self._keep(begins.mistake, number)
        if begins.shape == "text":
            return self._value(number, at, max(dash - line.start, column), dash, outer, top)
        self._frames = (*outer, top._replace(empty=False), Frame(inner, begins.shape))
        return self._item(number, at, inner) if begins.shape == "item" else self._field(number, at, inner)

    def _field(self, number: int, at: int, column: int) -> int:
        """Read the key at offset `at`, and its value."""
        line = self._lines[number]
        found = field_colon(self._text, at, line.end)
        if found == at:
            self._mistakes.append(mistake(self._path, "empty-key", at, at + 1, [Change(at, line.end, "")]))
            return number
        begins = found + 1
        while begins < line.end and self._text[begins] in " \t":
            begins += 1
        outer, top = self._frames[:-1], self._frames[-1]._replace(entry=(at, found))
        key = self._text[at:found].rstrip()
        if key == "id":
            top = top._replace(name=item_id(self._text, at, line.end), opened=key)
        elif not top.opened:
            top = top._replace(opened=key)
        return self._value(number, begins, max(at - line.start, column), at, outer, top)

    def _value(self, number: int, at: int, column: int, label: int, outer: Frames, top: Frame | None) -> int:
        """Read the value at offset `at`, under a key or dash in `column`: as written or as moved, what is deeper."""
        value = value_at(self._page, number, at, column, label)
        for found in value.mistakes:
            if any(each.code == "tab-indentation" for each in found.findings):
                for change in found.repair:
                    self._keep_tab(Tabbed(self._page.number(change.start), len(change.text), None, "text"))
            else:
                self._mistakes.append(found)
        if value.kind in ("flow", "quoted"):
            for index in range(number + 1, value.last + 1):
                if self._page.has_tab(self._lines[index]):
                    self._keep_tab(Tabbed(index, column + 2, None, "text"))
        if self._shift and self._moved is not None:
            for line in self._lines[number + 1 : value.last + 1]:
                if line.first < line.end:
                    self._move(line, self._shift)
        if top is not None:
            end = self._lines[value.last].end
            kind = "mended" if value.mistakes and value.kind == "plain" else value.kind
            done = top._replace(value=(at, end), kind=kind, empty=not value.kind, indent=value.indent)
            self._frames = (*outer, done)
        return value.last

    def _text_line(self, number: int, line: Line, column: int) -> int:
        """Read a line without key or dash: a value on a line of its own, a field without its colon, or astray."""
        top = self._frames[-1] if self._frames else None
        if top is None and not self._has_fields:
            return self._value(number, line.first, -1, line.first, (), None)
        if top is not None and top.empty and column > top.column:
            return self._value(number, line.first, top.column, line.first, self._frames[:-1], top)
        word = self._field_word(number, line)
        placed = fit(self._frames, column, "field") if word else None
        if word is None or placed is None:
            return self._astray(number)
        stop = word.end(1)
        glued = word.group(2) and self._text[word.end(2)] not in " \t"
        change = Change(stop, word.end(2) if word.group(2) else stop, ": " if glued else ":")
        args = {"field": word.group(1), "write": shown([change], self._text, line.first, line.end, limit=40)}
        self._mistakes.append(mistake(self._path, "missing-colon", line.first, stop, [change], fix="colon", args=args))
        self._frames = placed[0]
        outer, last = self._frames[:-1], self._frames[-1]._replace(entry=(line.first, stop))
        return self._value(number, word.end(), line.first - line.start, line.first, outer, last)

    def _field_word(self, number: int, line: Line) -> re.Match[str] | None:
        """Match the word that is a field but for its colon: one that is known, or one alone over deeper lines."""
        match = word_without_colon(self._text, line)
        if match is None or match.group(1).lower() in self._known:
            return match
        after = next((each for each in self._page.after(number) if not is_void(self._text, each)), None)
        alone = match.end() == line.end and not match.group(2)
        return match if alone and after is not None and self._page.spaces(after) > self._page.spaces(line) else None

    # Lines out of place.

    def _tab(self, number: int, at: int, shape: Shape) -> int:
        """Report a tab before the text of a line, and return the column the line is taken to stand in."""
        above = next(reversed(self._tabbed.values()))[-1] if self._tabbed else None
        found, width = tabbed(self._page, number, at, shape, self._frames, above, self._tab_width)
        self._tab_width = width
        self._keep_tab(found)
        return found.wanted

    def _keep_tab(self, found: Tabbed) -> None:
        """Keep a line with a tab; it is the same mistake as the one above with only lines at the margin between."""
        index = max(self._tabbed, default=-1)
        if index >= 0:
            between = self._lines[self._tabbed[index][-1].number + 1 : found.number]
            if all(is_void(self._text, line) or line.first == line.start for line in between):
                self._tabbed[index].append(found)
                return
        self._tabbed[len(self._mistakes)] = [found]
        self._mistakes.append(tabs(self._page, [found]))

    def _first_column(self, number: int, line: Line, column: int) -> int:
        """Take a first line that is indented to be out of line, if others are not."""
        for other in self._page.after(number):
            if other.first == other.start and field_colon(self._text, other.first, other.end) > 0:
                entry = (other.first, field_colon(self._text, other.first, other.end))
                self._report_column(number, ((Frame(0, "field", entry),), 0))
                self._moved = (column, -column, len(self._mistakes) - 1, -1)
                return 0
        return column

    def _moved_along(self, number: int, line: Line, column: int, shape: Shape) -> int:
        """Return the column of a line under one that was moved: moved as far, if it fits there."""
        if self._moved is None or not self._moved[0] < column or number > self._moved[3]:
            return column
        wanted = column + self._moved[1]
        if fit(self._frames, wanted, shape) is None and fit(self._frames, column, shape) is not None:
            self._moved = (*self._moved[:3], -1)
            return column
        self._move(line, self._moved[1])
        return wanted

    def _move(self, line: Line, by: int) -> None:
        """Move a line along with the one that was out of line."""
        if self._moved is not None:
            change = Change(line.start, line.start, " " * by) if by > 0 else Change(line.start, line.start - by, "")
            self._again[self._moved[2]].append(change)

    def _misplaced(self, number: int, at: int, column: int, shape: Shape) -> Place | None:
        """Report a line out of line, and return the frames and column it is taken to belong to."""
        line = self._lines[number]
        if self._blame_previous(column, shape):
            return fit(self._frames, column, shape)
        if self._moved is not None:
            _, by, index, _ = self._moved
            placed = fit(self._frames, column + by, shape)
            if placed is not None:
                self._shift = by
                self._moved = (*self._moved[:3], last_along(self._page, number, at, column, placed[1], shape))
                self._again[index].append(Change(line.start, line.first, " " * placed[1]))
                return placed
        near = sorted({frame.column for frame in self._frames}, key=lambda each: (abs(each - column), -each))
        options = places(self._frames, near, shape)
        last = deeper_lines(self._page, number, column)
        meant = likely(self._page, number, at, shape, options, last if shape == "item" else number)
        if not options or (shape == "item" and abs(options[0][1] - column) > 2 and len(meant) == len(options)):
            if self._drop_text_above(column, shape):
                return fit(self._frames, column, shape)
            if not options:
                return None
        placed = meant[0]
        other = meant[1] if len(meant) > 1 and abs(meant[1][1] - column) == abs(placed[1] - column) else None
        self._report_column(number, placed, other)
        along = last_along(self._page, number, at, column, placed[1], shape)
        self._shift = placed[1] - column if along > number or shape == "field" else 0
        self._moved = (column, placed[1] - column, len(self._mistakes) - 1, along)
        return placed

    def _blame_previous(self, column: int, shape: Shape) -> bool:
        """Take the field above to be the one out of line, if this line fits where that one left."""
        if self._before is None or shape != "field":
            return False
        frames, number, misplaced = self._before
        placed = fit(frames, column, shape)
        if placed is None or placed[0] != frames:
            return False
        self._report_column(number, (frames, column))
        if misplaced >= 0:
            # It was taken to belong further out; now it is clear where it belongs.
            self._lines_moved[misplaced] = self._lines_moved.pop(len(self._mistakes) - 1)
            self._mistakes[misplaced] = self._mistakes.pop()
            self._again.pop(misplaced, None)
        self._frames = (*frames[:-1], self._frames[-1]._replace(column=column))
        self._before = self._moved = None
        return True

    def _drop_text_above(self, column: int, shape: Shape) -> bool:
        """Report text where a list follows, and take the list for the value."""
        top = self._frames[-1]
        if shape != "item" or top.shape != "field" or top.kind != "plain" or column <= top.column:
            return False
        start, end = top.value
        args = {"text": self._page.excerpt(start, end), "field": self._page.excerpt(*top.entry)}
        self._mistakes.append(
            mistake(self._path, "stray-text", start, end, [Change(start, end, "")], variant="before-list", args=args)
        )
        self._frames = (*self._frames[:-1], top._replace(empty=True))
        return True

    def _report_column(self, number: int, meant: Place, other: Place | None = None) -> None:
        line = self._lines[number]
        here = line.first - line.start
        side = (other[1] - here, shown_frame(other[0])) if other is not None else None
        moved = Moved(number, meant[1] - here, shown_frame(meant[0]), side)
        self._lines_moved[len(self._mistakes)] = moved
        self._mistakes.append(out_of_line(self._page, moved, [Change(line.start, line.first, " " * meant[1])]))

    def _homeless(self, number: int, line: Line) -> int:
        """Leave out an item or a field that belongs to nothing, with what stands under it."""
        changes = left_out(self._text, line)
        args = {"text": self._page.excerpt(line.first, line.end)}
        self._keep(mistake(self._path, "stray-text", line.first, line.end, changes, variant="item", args=args), number)
        return self._page.number(changes[-1].start)

    def _astray(self, number: int) -> int:
        """Report text where a field should be."""
        found = stray_text(
            self._page,
            number,
            self._frames,
            lambda index, line: (
                field_colon(self._text, line.first, line.end) >= 0 or self._field_word(index, line) is not None
            ),
        )
        if found.mistake is not None:
            self._mistakes.append(found.mistake)
        self._frames = found.frames
        return found.last

    def _after_end(self, number: int) -> None:
        """Report what stands after the mark that ends a document, unless the parser will: it begins with `---`."""
        line = self._lines[number]
        rest = [each for each in self._page.after(number) if not is_void(self._text, each)]
        if self._text.startswith("...", line.start) and rest and not self._text.startswith("---", rest[0].start):
            drops = [Change(each.first, each.end, "") for each in rest]
            self._mistakes.append(mistake(self._path, "several-documents", line.first, line.end, drops))

    def _keep(self, found: Mistake, number: int) -> None:
        """Keep a mistake that people make line after line; made again on the next line, it is the same mistake."""
        last = self._mistakes[-1].findings if self._mistakes else ()
        again = [(each.code, each.variant) for each in last] == [(each.code, each.variant) for each in found.findings]
        between = self._lines[self._repeatable + 1 : number]
        if again and self._repeatable >= 0 and all(is_void(self._text, line) for line in between):
            self._again[len(self._mistakes) - 1].extend(found.repair)
        else:
            self._mistakes.append(found)
        self._repeatable = number
