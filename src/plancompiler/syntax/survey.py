"""Where the mistakes of a text that cannot be read were made, in a planner's words, and how to read on.

The parser says only where it gave up, often a line or a page too late. Here the lines are read once more, the way they
are meant: fields line up with fields, items with items, and each value ends where its line does. What does not fit is a
mistake with a repair. Nothing here is asked of a text that can be read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property

from plancompiler.diagnostic import Applicability, Related, Span
from plancompiler.syntax.frames import Frame, Frames, fit
from plancompiler.syntax.lines import Line, LinedText, begins_item, colon, is_void, left_out, lined, shown
from plancompiler.syntax.repair import Change, Mistake, mistake
from plancompiler.syntax.shape import Beginning, Shape, beginning, field_colon, known_fields, word_without_colon
from plancompiler.syntax.values import value_at

# Nobody mends more than this before reading the file again, or writes more lines in one file.
_MOST = 100
_MOST_LINES = 50_000

# How wide a tab may be; the first that lines the text up with something is taken.
_WIDTHS = (2, 4, 8, 1, 3)


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
        # The last line out of line: its column, how far it was moved, and its mistake. The lines under it, and its
        # neighbours in that column, are out of line for the same reason.
        self._moved: tuple[int, int, int] | None = None
        # How far the line being read was moved to the right: what goes on after it must be moved along.
        self._shift = 0
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
        return tuple(
            each.joined(self._again[index]) if index in self._again else each
            for index, each in enumerate(self._mistakes)
        )

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
            column = self._tab(number, line, begins.shape)
        if begins.mistake is not None:
            self._keep(begins.mistake, number)
        if begins.shape == "text":
            return self._text_line(number, line, column)
        if not self._frames and column and begins.shape == "field":
            column = self._first_column(number, line, column)
        placed, misplaced = fit(self._frames, column, begins.shape), -1
        if placed is None:
            placed, misplaced = self._misplaced(line, column, begins.shape), len(self._mistakes) - 1
        elif self._moved is not None and column <= self._moved[0]:
            self._moved = None
        if placed is None:
            return self._homeless(number, line)
        frames, wanted = placed
        self._shift = max(0, wanted - column)
        column = wanted
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
        outer, top = self._frames[:-1], self._frames[-1]._replace(entry=(dash, dash + 1), empty=True, kind="")
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
        return self._value(number, begins, max(at - line.start, column), at, outer, top)

    def _value(self, number: int, at: int, column: int, label: int, outer: Frames, top: Frame | None) -> int:
        """Read the value at offset `at`, under a key or dash in `column`: as written or as moved, what is deeper."""
        value = value_at(self._page, number, at, column, label)
        self._mistakes.extend(value.mistakes)
        if self._shift and self._moved is not None:
            for line in self._lines[number + 1 : value.last + 1]:
                if line.first < line.end:
                    self._again[self._moved[2]].append(Change(line.start, line.start, " " * self._shift))
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
            return self._astray(number, line)
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
        if match is None or match.group(1) in self._known:
            return match
        after = next((each for each in self._page.after(number) if not is_void(self._text, each)), None)
        alone = match.end() == line.end and not match.group(2)
        return match if alone and after is not None and self._page.spaces(after) > self._page.spaces(line) else None

    # Lines out of place.

    def _tab(self, number: int, line: Line, shape: Shape) -> int:
        """Report a tab before the text of a line, and return the column the line is taken to stand in."""
        indent = self._text[line.start : line.first]
        widths = (self._tab_width, *_WIDTHS) if self._tab_width else _WIDTHS
        columns = {width: len(indent.replace("\t", " " * width)) for width in widths}
        fitting = [width for width in columns if fit(self._frames, columns[width], shape) is not None]
        lined_up = {frame.column for frame in self._frames if frame.shape == shape}
        beside = [width for width in fitting if columns[width] in lined_up]
        if self._tab_width not in fitting and beside:
            self._tab_width = beside[0]
        if self._tab_width in fitting:
            column = columns[self._tab_width]
        else:
            under = (self._frames[-1].column if self._frames else -2) + 2
            places = (under, *sorted(lined_up, reverse=True))
            column = next((each for each in places if fit(self._frames, each, shape) is not None), under)
        change, args = Change(line.start, line.first, " " * column), {"wanted": str(column)}
        found = mistake(self._path, "tab-indentation", line.start, line.first, [change], fix="spaces", args=args)
        self._keep(found, number)
        return column

    def _first_column(self, number: int, line: Line, column: int) -> int:
        """Take a first line that is indented to be out of line, if others are not."""
        for other in self._page.after(number):
            if other.first == other.start and field_colon(self._text, other.first, other.end) > 0:
                entry = (other.first, field_colon(self._text, other.first, other.end))
                self._report_column(line, 0, Frame(0, "field", entry))
                self._moved = (column, -column, len(self._mistakes) - 1)
                return 0
        return column

    def _misplaced(self, line: Line, column: int, shape: Shape) -> tuple[Frames, int] | None:
        """Report a line out of line, and return the frames and column it is taken to belong to."""
        if self._blame_previous(column, shape):
            return fit(self._frames, column, shape)
        if self._moved is not None:
            _, by, index = self._moved
            placed = fit(self._frames, column + by, shape)
            if placed is not None:
                self._again[index].append(Change(line.start, line.first, " " * placed[1]))
                return placed
        near = sorted({frame.column for frame in self._frames}, key=lambda each: (abs(each - column), -each))
        places = [placed for each in near if (placed := fit(self._frames, each, shape)) is not None]
        if not places or (shape == "item" and abs(places[0][1] - column) > 2):
            if self._drop_text_above(column, shape):
                return fit(self._frames, column, shape)
            if not places:
                return None
        frames, wanted = places[0]
        self._report_column(line, wanted, frames[-1])
        self._moved = (column, wanted - column, len(self._mistakes) - 1)
        return frames, wanted

    def _blame_previous(self, column: int, shape: Shape) -> bool:
        """Take the field above to be the one out of line, if this line fits where that one left."""
        if self._before is None or shape != "field":
            return False
        frames, number, misplaced = self._before
        placed = fit(frames, column, shape)
        if placed is None or placed[0] != frames:
            return False
        if misplaced >= 0:
            del self._mistakes[misplaced]
        self._report_column(self._lines[number], column, frames[-1])
        self._frames = (*frames[:-1], self._frames[-1]._replace(column=column))
        self._before = self._moved = None
        return True

    def _drop_text_above(self, column: int, shape: Shape) -> bool:
        """Report text where a list follows, and take the list for the value."""
        top = self._frames[-1]
        if shape != "item" or top.shape != "field" or top.kind != "plain" or column < top.column:
            return False
        start, end = top.value
        args = {"text": self._page.excerpt(start, end), "field": self._page.excerpt(*top.entry)}
        self._mistakes.append(
            mistake(self._path, "stray-text", start, end, [Change(start, end, "")], variant="before-list", args=args)
        )
        self._frames = (*self._frames[:-1], top._replace(empty=True))
        return True

    def _report_column(self, line: Line, wanted: int, beside: Frame) -> None:
        start, end = beside.entry
        args = {
            "column": str(line.first - line.start + 1),
            "wanted": str(wanted + 1),
            "line": str(self._page.number(start) + 1),
            "beside": self._page.excerpt(start, end, 30),
        }
        related = (Related(Span(self._page.path, start, end), "beside"),) if end > start else ()
        stop = field_colon(self._text, line.first, line.end)
        change = [Change(line.start, line.first, " " * wanted)]
        place = line.first, stop if stop > 0 else line.end
        self._mistakes.append(
            mistake(self._path, "wrong-indentation", *place, change, fix="indent", args=args, related=related)
        )

    def _homeless(self, number: int, line: Line) -> int:
        """Leave out an item or a field that belongs to nothing, with what stands under it."""
        changes = left_out(self._text, line)
        args = {"text": self._page.excerpt(line.first, line.end)}
        self._keep(mistake(self._path, "stray-text", line.first, line.end, changes, variant="item", args=args), number)
        return self._page.number(changes[-1].start)

    def _astray(self, number: int, line: Line) -> int:
        """Report text where a field should be: the value above going on, not indented, or what belongs nowhere."""
        run = [line, *self._text_lines_after(number)]
        last = number + len(run) - 1
        start, end = line.first, run[-1].end
        args = {"text": self._page.excerpt(start, end)}
        top = self._frames[-1] if self._frames else None
        goes_on_from = top is not None and top.shape == "field" and (top.empty or top.kind in ("plain", "block"))
        if top is None or not goes_on_from or colon(self._text, start, line.end) >= 0:
            notes = [Change(each.first, each.first, "# ") for each in run]
            loose = mistake(self._path, "stray-text", start, end, notes, fix="note", applicability="unsafe", args=args)
            self._mistakes.append(loose)
            return last
        if not self._page.has_tab(line):
            wanted = " " * (top.indent if top.kind == "block" else top.column + 2)
            moves = [Change(each.start, each.first, wanted) for each in run]
            args["field"] = self._page.excerpt(*top.entry)
            goes_on = top.empty or top.kind == "block" or self._text[start].islower()
            sure: Applicability = "safe" if goes_on else "unsafe"
            wrapped = mistake(
                self._path,
                "stray-text",
                start,
                end,
                moves,
                fix="indent",
                applicability=sure,
                variant="wrapped",
                args=args,
            )
            self._mistakes.append(wrapped)
        if top.empty:
            self._frames = (*self._frames[:-1], top._replace(empty=False, kind="plain", value=(start, end)))
        return last

    def _text_lines_after(self, number: int) -> list[Line]:
        found: list[Line] = []
        for index in range(number + 1, len(self._lines)):
            line = self._lines[index]
            if is_void(self._text, line) or begins_item(self._text, line) or self._page.has_tab(line):
                break
            if field_colon(self._text, line.first, line.end) >= 0 or self._field_word(index, line):
                break
            found.append(line)
        return found

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
