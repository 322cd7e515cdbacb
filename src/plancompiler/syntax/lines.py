"""Lines of a plan as the eye reads them: indentation, dashes, key, text and comment.

Used where the parser gave up or may have been misled; it knows the shapes people write, not the whole of YAML.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from plancompiler.syntax.repair import Change


class Line(NamedTuple):
    """A line: where it begins, where its text begins after the indentation, and where its text ends.

    The text is empty (`first == end`) on a blank line.
    """

    start: int
    first: int
    end: int


# Horizontal space that may stand at the end of a line without being text.
# More than anyone needs to see of a text.
_SHOWN = 1000

_LINE = re.compile(r"([ \t]*)([^\r\n]*)(\r\n|\n|\r|\Z)")
_COLON = re.compile(r":(?=[ \t\r\n]|\Z)")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#")
_KEY_LIKE = re.compile(r"(?:- +)*[a-zæøåäöéáčđŋšŧž][\w-]*[ ]*:(?=[ \t\r\n]|\Z)")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL), "'": re.compile(r"'(?:[^']|'')*'")}


@dataclass(frozen=True, slots=True)
class LinedText:
    """The text of a file with its lines; a text that ends in a line break has no empty line after it."""

    path: str
    text: str
    lines: tuple[Line, ...]

    @property
    def newline(self) -> str:
        """How the file ends its lines."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def after(self, number: int) -> Iterator[Line]:
        """The lines after one of them."""
        # Not a slice, which would copy the rest of the file to look at a line or two.
        return (self.lines[index] for index in range(number + 1, len(self.lines)))

    def number(self, offset: int) -> int:
        """The number, from 0, of the line that holds the offset."""
        return max(0, bisect_right(self.lines, offset, key=lambda line: line.start) - 1)

    def spaces(self, line: Line) -> int:
        """How many spaces the line begins with; a tab ends them."""
        indent = self.text[line.start : line.first]
        return len(indent) if "\t" not in indent else indent.index("\t")

    def has_tab(self, line: Line) -> bool:
        """Whether there is a tab before the first text of the line."""
        return "\t" in self.text[line.start : line.first]

    def excerpt(self, start: int, end: int, limit: int = 50) -> str:
        """The text between two offsets on one line, cut off where it is long."""
        found = " ".join(self.text[start : min(end, start + 4 * limit)].split())
        return found if len(found) <= limit else found[: limit - 1].rstrip() + "…"


def lined(path: str, text: str, most: int) -> LinedText:
    """Return the text with its first `most` lines."""
    return LinedText(path, text, tuple(islice(lines_from(text, 0), most)))


def lines_from(text: str, start: int) -> Iterator[Line]:
    """Yield the lines from the one that begins at `start`."""
    size = len(text)
    for match in _LINE.finditer(text, start):
        if match.start() == size:
            return
        end = match.start(3)
        while end > match.end(1) and text[end - 1] in " \t":
            end -= 1
        yield Line(match.start(), match.end(1), end)


def left_out(text: str, first: Line) -> list[Change]:
    """Return the changes that leave out a line and the deeper ones under it."""
    found = [Change(first.first, first.end, "")]
    for line in lines_from(text, first.start):
        if line.start > first.start and not is_void(text, line):
            if line.first - line.start <= first.first - first.start:
                break
            found.append(Change(line.first, line.end, ""))
    return found


def is_void(text: str, line: Line) -> bool:
    """Tell whether there is nothing on the line but space or a comment."""
    return line.first == line.end or text[line.first] == "#"


def comment_start(text: str, start: int, end: int) -> int:
    """Return where the text of a plain value stops and a comment begins, space before # left out; `end` if none."""
    match = _COMMENT.search(text, start, end)
    stop = match.start() if match else end
    while stop > start and text[stop - 1] in " \t":
        stop -= 1
    return stop


def lost_text(text: str, start: int, end: int) -> int:
    """Return where # takes with it what looks like text rather than a comment, or -1.

    Text: `Plass #1 for folk`, `Plass  #1`, `#1`, `C #kulturskole`. Comments: `# om plassen`, two spaces and `#om
    plassen`, `##`, `#---`. One space and no space after is how text is lost; two, or one after, is how comments look.
    """
    match = _COMMENT.search(text, start, end)
    if not match:
        return -1
    at = match.start()
    after = text[at + 1 : min(at + 2, end)]
    alone = text[at - 2 : at - 1] not in (" ", "\t")
    return at if after.isdigit() or (alone and after and after not in " \t\r\n#=!*-") else -1


def colon(text: str, start: int, end: int) -> int:
    """Return the first colon that YAML takes for the end of a key, or -1."""
    match = _COLON.search(text, start, end)
    return match.start() if match else -1


def key_colon(text: str, start: int, end: int) -> int:
    """Return the colon after the key that begins at `start`, or -1 when there is no key there."""
    if start == end:
        return -1
    if text[start] in "\"'":
        after = quote_end(text, start, end)
        while 0 <= after < end and text[after] in " \t":
            after += 1
        return after if 0 <= after < end and text[after] == ":" and text[after + 1 : after + 2] in " \t\r\n" else -1
    if text[start] in "[{#":
        return -1
    found = colon(text, start, end)
    return found if 0 <= found <= comment_start(text, start, end) else -1


def is_key_like(text: str, line: Line) -> bool:
    """Tell whether the line begins like a field of a plan: one word in lower case, and a colon."""
    return _KEY_LIKE.match(text, line.first) is not None


def begins_item(text: str, line: Line) -> bool:
    """Tell whether the line begins with the dash of a list."""
    return text[line.first] == "-" and (line.first + 1 == line.end or text[line.first + 1] in " \t")


def quote_end(text: str, start: int, end: int) -> int:
    """Return the offset after the quote that closes the one at `start`, or -1 when none does before `end`."""
    match = _QUOTED[text[start]].match(text, start, end)
    return match.end() if match else -1


def quoting(text: str, start: int, end: int) -> tuple[Change, ...]:
    """Return the changes that put quotes around a text, so that it reads as it stands."""
    body = text[start:end]
    if '"' not in body and "\\" not in body:
        return Change(start, start, '"'), Change(end, end, '"')
    inner = tuple(Change(start + at, start + at, "'") for at, mark in enumerate(body) if mark == "'")
    return Change(start, start, "'"), *inner, Change(end, end, "'")


def shown(changes: Sequence[Change], text: str, start: int, end: int, limit: int = 90) -> str:
    """Return what the changed text between two offsets will look like, on one line, shortened in the middle."""
    parts: list[str] = []
    reached, end = start, min(end, start + _SHOWN) if end - start > 2 * _SHOWN else end
    for change in sorted(changes, key=lambda change: change[:2]):
        if change.end > end:
            break
        parts += text[reached : change.start], change.text
        reached = change.end
    line = " ".join("".join((*parts, text[reached:end])).split())
    return line if len(line) <= limit else f"{line[: limit - 20]} … {line[-15:]}"
