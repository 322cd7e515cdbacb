"""The white space between the tokens of a tree, as the canonical layout has it.

The tree says which texts there are and where each begins; between them stand marks, comments and white space. One walk
over both gives every token that begins a line its column, and every other its distance to the one before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plancompiler.tree import Mapping, Scalar, Sequence, Tree

_STEP = 2
_BLANK = " \t"

# Spaces, line ends and comments, as they stand between two tokens.
_GAP = re.compile(r"[ \t\n]*(?:#[^\n]*[ \t\n]*)*")
_BEFORE = re.compile(r"---(?=\s|\Z)|%[^\n]*[^\s]")
_BEHIND = re.compile(r"\.\.\.(?=\s|\Z)")
_BEFORE_COLON = re.compile(r"[ \t]*:")
_BLOCK_HEAD = re.compile(r"(?P<mark>[|>](?:[-+]?(?P<digit>[1-9])[-+]?|[-+]?))[ \t]*(?P<comment>#[^\n]*)?")
_BLANK_LINES = re.compile(r"(?:\n[ \t]*(?=\n))*")
# After a backslash in double quotes a space is part of the text.
_LINE_TAIL = re.compile(r"(?<!\\)[ \t]+\Z")


class NotAsRead(Exception):
    """Between the texts of the tree stands something else than marks, comments and white space."""


def spaced(text: str, tree: Tree, lost: set[int]) -> str:
    """Return the text of a tree with other white space.

    `lost` are the offsets of hashes that begin a comment where none was meant; they keep the space before them. Line
    ends are LF. Raises NotAsRead.
    """
    return _Spacing(text, lost).of(tree)


class _Spacing:
    """One walk over a tree and its text, from the first token to the last."""

    def __init__(self, text: str, lost: set[int]) -> None:
        self._text = text
        # A hash that was not meant as a comment must not come to look more like one.
        self._lost = lost
        self._pieces: list[str] = []
        self._copied = 0
        # The end of the last token.
        self._at = 0
        # The block collections around the last token, outermost first: the column each stood in and the one it gets.
        self._open: list[tuple[int, int]] = []

    def of(self, tree: Tree) -> str:
        """Return the text laid out."""
        self._marks(_BEFORE)
        if isinstance(tree, Scalar) or tree.flow:
            self._gap(tree.start, 0, 0)
            self._inline(tree)
        else:
            self._block(tree, 0, 0)
        self._marks(_BEHIND)
        end = len(self._text)
        gap = self._spaced(f"{self._text[self._at :]}\n", 0, 0)
        self._put(self._at, end, gap.rstrip("\n") + "\n")
        self._pieces.append(self._text[self._copied :])
        return "".join(self._pieces)

    def _marks(self, marks: re.Pattern[str]) -> None:
        """Pass what stands on lines of its own before or after the document."""
        while mark := marks.match(self._text, self._next()):
            self._gap(mark.start(), 0, 0)
            self._at = mark.end()

    def _block(self, node: Mapping | Sequence, column: int, depth: int) -> None:
        """Lay out a collection whose keys or dashes get a column; `depth` is how many collections are around it."""
        here = (node.start - self._text.rfind("\n", 0, node.start) - 1, column)
        if isinstance(node, Mapping):
            for key, value in node.entries.values():
                self._gap(key.start, column, depth)
                self._open[depth:] = [here]
                self._at = key.end
                self._colon()
                self._value(value, column + _STEP, depth + 1)
            return
        for item in node.items:
            dash = self._next()
            if not self._text.startswith("-", dash):
                raise NotAsRead
            self._gap(dash, column, depth)
            self._open[depth:] = [here]
            self._at = dash + 1
            if not isinstance(item, Scalar) or item.start < item.end:
                self._gap(item.start, column + _STEP, depth + 1, join=True)
            self._value(item, column + _STEP, depth + 1)

    def _value(self, value: Tree, column: int, depth: int) -> None:
        if not isinstance(value, Scalar):
            if not value.flow:
                self._block(value, column, depth)
                return
        elif value.start == value.end:
            return
        self._gap(value.start, column, depth)
        self._inline(value)

    def _colon(self) -> None:
        colon = _BEFORE_COLON.match(self._text, self._at)
        if colon is None:
            raise NotAsRead
        self._put(self._at, colon.end() - 1, "")
        self._at = colon.end()

    def _inline(self, node: Tree) -> None:
        """Lay out a text or a value in brackets, which begins where the last token ended."""
        within = self._open[-1][1] + _STEP if self._open else 0
        if not isinstance(node, Scalar):
            line = self._text[self._text.rfind("\n", 0, node.start) + 1 : node.start]
            # After a key the last bracket stands as deep as what is in it: less is not YAML to every program.
            self._brackets(node, within if line.strip("- \t") else within + _STEP, within)
        elif node.style in ("|", ">"):
            self._block_text(node)
        else:
            self._text_of_lines(node, within)

    def _text_of_lines(self, node: Scalar, column: int) -> None:
        """Lay out a text without or in quotes; its lines are joined by YAML, whatever their indentation."""
        self._at = node.end
        if self._text.find("\n", node.start, node.end) < 0:
            return
        *lines, last = self._text[node.start : node.end].split("\n")
        lines = [_LINE_TAIL.sub("", line) if node.style == '"' else line.rstrip(_BLANK) for line in lines] + [last]
        indented = (" " * column + said if (said := line.lstrip(_BLANK)) else "" for line in lines[1:])
        self._put(node.start, node.end, "\n".join((lines[0], *indented)))

    def _block_text(self, node: Scalar) -> None:
        """Lay out a text that begins with | or >: all its lines are moved together."""
        head = _BLOCK_HEAD.match(self._text, node.start)
        if head is None:
            raise NotAsRead
        comment = f"  {head['comment'].rstrip(_BLANK)}" if head["comment"] else ""
        self._put(head.end("mark"), head.end(), comment)
        self._at = head.end()
        end = self._text.find("\n", max(node.end, head.end()))
        end = _after(_BLANK_LINES, self._text, end if end >= 0 else len(self._text))
        lines = self._text[head.end() : end].split("\n")[1:]
        column, new_column = self._open[-1] if self._open else (0, 0)
        before, after = _indentation(lines), new_column + _STEP
        if head["digit"]:
            before, after = column + int(head["digit"]), new_column + int(head["digit"])
        moved = [_moved(line, before, after) for line in lines]
        # After the last line that says something, blank lines are part of the text only where a plus keeps them.
        while moved and not moved[-1] and "+" not in head["mark"]:
            end -= len(lines[len(moved) - 1]) + 1
            moved.pop()
        self._put(head.end(), end, "".join(f"\n{line}" for line in moved))
        self._at = end

    def _brackets(self, node: Mapping | Sequence, column: int, end_column: int) -> None:
        """Lay out a value in brackets. Its lines stay; those that begin in it are indented by how deep they are.

        The columns are that of a line inside the outermost brackets, and that of the bracket that ends them.
        """
        depth, last = 0, ""
        texts = _texts(node)
        leaf = next(texts, None)
        while depth or not last:
            begins = self._next() if last else node.start
            if leaf is not None and begins == leaf.start:
                inner = column + _STEP * (depth - 1)
                self._within(begins, inner, last, "")
                self._text_of_lines(leaf, inner)
                leaf, last = next(texts, None), "text"
                continue
            mark = self._text[begins : begins + 1]
            if not mark or mark not in "[]{},:":
                raise NotAsRead
            depth -= mark in "]}"
            self._within(begins, column + _STEP * (depth - 1) if depth else end_column, last, mark)
            depth += mark in "[{"
            self._at, last = begins + 1, mark
        if leaf is not None or self._at != node.end:
            raise NotAsRead

    def _within(self, end: int, column: int, last: str, mark: str) -> None:
        """Lay out the space inside brackets between two tokens; a mark is one of them, "" a text."""
        gap = self._text[self._at : end]
        if not last:
            return
        if "\n" in gap:
            self._put(self._at, end, self._spaced(gap, column, len(self._open)))
        elif last == ":" and mark in ("]", "}", ","):
            # Without the space, the colon would be part of the key.
            self._put(self._at, end, " " if gap else "")
        else:
            wide = last in (",", ":") and mark not in ("]", "}", ",", ":")
            self._put(self._at, end, " " if wide else "")

    def _next(self) -> int:
        """Return where the next token begins."""
        return _after(_GAP, self._text, self._at)

    def _gap(self, end: int, column: int, depth: int, *, join: bool = False) -> None:
        """Lay out the space from the last token to one that gets the column when it is the first on its line.

        `join` is for what follows a dash: the line end between them goes.
        """
        at, gap = self._at, self._text[self._at : end]
        if not at:
            self._put(at, end, self._spaced(f"\n{gap}", column, depth).lstrip("\n"))
        elif "\n" not in gap or (join and "#" not in gap):
            if gap and gap != " ":
                self._put(at, end, " ")
        elif gap != "\n" + " " * column:
            self._put(at, end, self._spaced(gap, column, depth))
        self._at = end

    def _spaced(self, gap: str, column: int, depth: int) -> str:
        """Return comments and blank lines as they are to stand, and the indentation of the token after them."""
        first, *lines, last = gap.split("\n")
        if last.strip(_BLANK) or first.strip(_BLANK)[:1] not in ("", "#"):
            raise NotAsRead
        out = [first.rstrip(_BLANK)]
        if out[0] and self._at + len(first) - len(first.lstrip(_BLANK)) not in self._lost:
            out[0] = f"  {out[0].lstrip(_BLANK)}"
        blank = False
        for line in lines:
            said = line.strip(_BLANK)
            if not said:
                blank = True
                continue
            if said[0] != "#":
                raise NotAsRead
            out += ("",) * blank
            blank = False
            out.append(" " * self._comment_column(len(line) - len(line.lstrip(_BLANK)), column, depth) + said)
        out += ("",) * blank
        return "\n".join((*out, " " * column))

    def _comment_column(self, stood: int, column: int, depth: int) -> int:
        """Return the column for a comment on a line of its own: that of what follows, which it most often speaks of.

        One that stood deeper than what follows belongs to the end of what is before it.
        """
        if depth < len(self._open):
            follows = self._open[depth][0]
            for before, after in reversed(self._open[depth + 1 :]):
                if follows < before <= stood:
                    return after
        return column

    def _put(self, start: int, end: int, new: str) -> None:
        if self._text[start:end] != new:
            self._pieces += self._text[self._copied : start], new
            self._copied = end


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return the end of what matches at an offset; the pattern matches nothing too."""
    match = pattern.match(text, at)
    return match.end() if match else at


def _texts(node: Tree) -> Iterator[Scalar]:
    """Yield the texts in brackets in the order written, keys among them, without those that are not there."""
    if isinstance(node, Scalar):
        if node.start < node.end:
            yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    else:
        for key, value in node.entries.values():
            yield from _texts(key)
            yield from _texts(value)


def _indentation(lines: list[str]) -> int:
    """Return how far a block of lines is indented: as its first line that says something."""
    said = next((line for line in lines if line.strip(_BLANK)), None)
    return max(map(len, lines), default=0) if said is None else len(said) - len(said.lstrip(" "))


def _moved(line: str, before: int, after: int) -> str:
    if line.strip(_BLANK):
        return " " * after + line[before:]
    # More spaces than the indentation are text, but tabs alone are not.
    return " " * (after + len(line) - before) if len(line) > before and "\t" not in line else ""
