"""What can be wrong in a value: text that begins or goes on in a way YAML takes for something else, and quotes.

A value is read from where it begins to where the author meant it to end, on its own line and the deeper lines after it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from plancompiler.syntax.brackets import flow_value
from plancompiler.syntax.lines import (
    Line,
    LinedText,
    begins_item,
    colon,
    comment_start,
    is_key_like,
    is_void,
    key_colon,
    lost_text,
    quote_end,
    quoting,
    shown,
)
from plancompiler.syntax.repair import Change, Mistake, mistake

# Nobody writes more of these in a text; what has more is no text.
_MOST_ESCAPES = 1000
# How many lines a value in quotes or brackets may run over before the closing mark is taken to be missing.
_REACH = 100

_BLOCK_HEADER = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*(?:(?<=[ \t])#[^\r\n]*)?(?=[\r\n]|\Z)")
_MARK = re.compile(r"(?:&[\w-]+|![^\s,\[\]{}]*)(?=[ \t\r\n]|\Z)", re.ASCII)
_COMPARISON = re.compile(r"[<>]=?[ ]*[\d.,  ]+(?:%|[a-zæøå]+\.?)?")
_ALIAS = re.compile(r"\*[\w-]+[ \t]*(?=[\r\n]|\Z|#)", re.ASCII)
_LIST_LINE = re.compile(r"[-*•·▪●○‣–—][ \t]+\S|[•·▪●○‣\uf0b7\uf0a7\uf0d8]")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U00[01][0-9A-Fa-f]{5}|[0abtnvfre \"/\\N_LP\t\r\n])|(\\)")
_CLOSING_LOOKALIKES = "”“»"


class Value(NamedTuple):
    """A value as it was meant: how it is written, the number of its last line, and what is wrong in it.

    `kind` is "" (nothing there), "plain", "quoted", "flow" or "block"; `indent` is the column of a block's text.
    """

    kind: str
    last: int
    mistakes: tuple[Mistake, ...] = ()
    indent: int = 0


def value_at(page: LinedText, number: int, start: int, column: int, label: int) -> Value:
    """Return the value that begins at `start` of line `number`, under a key or dash in `column`.

    `label` is where its key or dash begins; what should be written instead is shown from there.
    """
    text, line = page.text, page.lines[number]
    mark = _MARK.match(text, start, line.end)
    if mark:
        start = mark.end()
        while start < line.end and text[start] in " \t":
            start += 1
    if start >= line.end or text[start] == "#":
        return Value("", number)
    first = text[start]
    if first in "|>" and _BLOCK_HEADER.match(text, start):
        return _block(page, number, column)
    if first in "\"'":
        return _quoted(page, number, start, column, label)
    if first in "[{":
        return _flow(page, number, start, column, label)
    if first == "|":
        return _text_after_bar(page, number, start, column)
    return _plain(page, number, start, column, label)


def _block(page: LinedText, number: int, column: int) -> Value:
    """Read the lines of a `|` text; every line less indented than the first is moved in line with it."""
    indent, last = 0, number
    strayed: list[Change] = []
    for index in range(number + 1, len(page.lines)):
        line = page.lines[index]
        if line.first == line.end:
            continue
        here = line.first - line.start
        tabbed = "\t" in page.text[line.start : line.first] and page.spaces(line) <= max(column, indent - 1)
        if here <= column and not tabbed and not _is_text_as_comment(page, index, indent):
            break
        if not indent:
            indent = column + 2 if tabbed else here
        if page.spaces(line) < indent:
            if is_key_like(page.text, line) and not tabbed:
                break
            strayed.append(Change(line.start, line.first, " " * indent))
        last = index
    if not strayed:
        return Value("block", last, (), indent or column + 2)
    first = strayed[0]
    tabbed = "\t" in page.text[first.start : first.end]
    found = mistake(
        page.path,
        "tab-indentation" if tabbed else "wrong-indentation",
        first.start if tabbed else first.end,
        first.end if tabbed else page.lines[page.number(first.start)].end,
        strayed,
        fix="spaces" if tabbed else "indent",
        variant="block",
        args={"count": str(indent - (first.end - first.start)), "line": str(number + 2)},
    )
    return Value("block", last, (found,), indent)


def _is_text_as_comment(page: LinedText, index: int, indent: int) -> bool:
    """Tell whether a line that begins with # stands in the middle of a block's text, less indented than it."""
    if not indent or page.text[page.lines[index].first] != "#":
        return False
    after = next((line for line in page.after(index) if line.first < line.end), None)
    return after is not None and page.spaces(after) >= indent and not is_key_like(page.text, after)


def _text_after_bar(page: LinedText, number: int, start: int, column: int) -> Value:
    """Read `tekst: | Første linje`: the text must begin on the next line."""
    line = page.lines[number]
    words = start + 1
    while words < line.end and page.text[words] in " \t":
        words += 1
    following = next((other for other in page.after(number) if other.first < other.end), None)
    deeper = following is not None and page.spaces(following) > column
    indent = page.spaces(following) if following is not None and deeper else column + 2
    break_line = Change(start + 1, words, page.newline + " " * indent)
    found = mistake(page.path, "text-after-bar", start, line.end, [break_line], fix="break")
    rest = _block(page, number, column)
    return Value("block", rest.last, (found, *rest.mistakes), indent)


def _plain(page: LinedText, number: int, start: int, column: int, label: int) -> Value:
    """Read text without quotes, and the lines it runs on over."""
    text, line = page.text, page.lines[number]
    ends = [comment_start(text, start, line.end)]
    lost = lost_text(text, start, line.end)
    following = _continued(page, number, column)
    if lost >= 0 and (following or colon(text, start, ends[0]) >= 0):
        ends = [line.end]
    elif ends[0] < line.end:
        following = ()
    ends += (comment_start(text, page.lines[index].first, page.lines[index].end) for index in following)
    starts = [start, *(page.lines[index].first for index in following)]
    last = following[-1] if following else number
    listed = [at for at in starts[1:] if _LIST_LINE.match(text, at)]
    if len(listed) == 1 and text[label] == "-" and text[listed[0]] == "-":
        # One item under another is more likely out of line with it.
        return Value("plain", page.number(listed[0]) - 1)
    if listed:
        return Value("plain", last, (_list_in_text(page, start, starts[1:], ends, listed),))
    repair = quoting(text, start, ends[-1])
    args = {"text": page.excerpt(start, ends[0]), "write": shown(repair, text, label, ends[-1])}
    if _begins_badly(text, start, line.end):
        if _COMPARISON.fullmatch(text, start, ends[0]):
            # `>12 %` is what it says; where a number belongs, there is more to say of it.
            return Value("plain", last, (Mistake((), repair),))
        args["mark"] = text[start]
        found = mistake(page.path, "special-first-character", start, ends[0], repair, fix="quote", args=args)
        return Value("plain", last, (found,))
    for at, end in zip(starts, ends, strict=True):
        if colon(text, at, end) >= 0:
            variant = "later-line" if at != start else "last" if colon(text, at, end) == end - 1 else ""
            found = mistake(page.path, "colon-in-text", at, end, repair, fix="quote", args=args, variant=variant)
            return Value("plain", last, (found,))
    if lost >= 0 and following:
        args["lost"] = page.excerpt(lost, line.end)
        found = mistake(page.path, "comment-eats-text", lost, line.end, repair, fix="quote", args=args)
        return Value("plain", last, (found,))
    return Value("plain", last)


def _begins_badly(text: str, start: int, end: int) -> bool:
    first = text[start]
    if first == "*":
        return not _ALIAS.match(text, start, end)
    if first in "-?:":
        return start + 1 >= end or text[start + 1] in " \t"
    return first in "@`%&!>|,]}"


def _list_in_text(page: LinedText, start: int, starts: list[int], ends: list[int], listed: list[int]) -> Mistake:
    """Report a list under text on the key's line, which YAML reads as one run of words."""
    indent = min(at - page.lines[page.number(at)].start for at in starts)
    opening = Change(start, start, "|" + page.newline + " " * indent)
    dashes = [Change(at, at + 1, "-") for at in listed if page.text[at] != "-"]
    end = ends[1 + starts.index(listed[0])]
    return mistake(page.path, "list-in-text", listed[0], end, [opening, *dashes], fix="block")


def _continued(page: LinedText, number: int, column: int) -> tuple[int, ...]:
    """Return the lines after `number` that carry on the text begun there."""
    found: list[int] = []
    for index in range(number + 1, len(page.lines)):
        line = page.lines[index]
        if line.first == line.end:
            continue
        if page.spaces(line) <= column or is_void(page.text, line) or page.has_tab(line) or _is_structure(page, line):
            break
        found.append(index)
        if comment_start(page.text, line.first, line.end) < line.end:
            break
    return tuple(found)


def _is_structure(page: LinedText, line: Line) -> bool:
    """Tell whether a deeper line is more likely a field or an item out of line than the text above going on."""
    if begins_item(page.text, line):
        dash = line.first
        while dash < line.end and page.text[dash] in "- \t":
            dash += 1
        return is_key_like(page.text, line) and key_colon(page.text, dash, line.end) > 0
    return is_key_like(page.text, line)


def _region(page: LinedText, number: int, column: int, items: bool = True) -> tuple[int, int]:
    """Return how far something opened on line `number` can reach, and the last line its text would run on to.

    It ends where a field or an item begins that stands no deeper than the one it belongs to, and unless `items`, at any
    item.
    """
    reach, tail, broken = page.lines[number].end, number, False
    for index in range(number + 1, min(number + _REACH, len(page.lines))):
        line = page.lines[index]
        if line.first == line.end:
            continue
        item = begins_item(page.text, line)
        structure = item or is_key_like(page.text, line)
        outside = structure and page.spaces(line) <= column
        if outside or (item and not items) or page.text.startswith("---", line.start):
            break
        broken = broken or structure or page.spaces(line) <= column or is_void(page.text, line)
        if not broken:
            tail = index
        reach = line.end
    return reach, tail


def _quoted(page: LinedText, number: int, start: int, column: int, label: int) -> Value:
    text, line, quote = page.text, page.lines[number], page.text[start]
    reach, tail = _region(page, number, column)
    end = quote_end(text, start, reach)
    last = page.number(end - 1) if end >= 0 else tail
    closing = page.lines[last].end
    rest = text[end:closing].strip() if end >= 0 else ""
    if end >= 0 and (not rest or (rest.startswith("#") and text[end] in " \t")):
        return Value("quoted", last, _backslashes(page, start, end))
    if end >= 0 and last == number:
        closing = comment_start(text, end, closing)
        repair = _requoted(page, start, end, closing)
        args = {"text": page.excerpt(end, closing), "write": shown(repair, text, label, closing)}
        found = mistake(page.path, "text-after-quote", end, closing, repair, fix="quote", args=args)
        return Value("quoted", number, (found,))
    if end >= 0:
        # The next quote belongs to something else further down.
        tail = number
    closing = page.lines[tail].end
    body = text[start + 1 : closing]
    lookalike = body[-1:] in _CLOSING_LOOKALIKES and not any(mark in body[:-1] for mark in "“„«")
    change = Change(closing - 1 if body and lookalike else closing, closing, quote)
    escapes = tuple(each for found in _backslashes(page, start, closing) for each in found.repair)
    repair = (*escapes, change)
    args = {"mark": quote, "write": shown(repair, text, label, closing)}
    found = mistake(page.path, "unclosed-quote", start, line.end, repair, fix="close", args=args)
    return Value("quoted", tail, (found,))


def _requoted(page: LinedText, start: int, end: int, closing: int) -> tuple[Change, ...]:
    """Quote a value in which a quote was closed too early: `'Gro's plan'`, or `"Møteplass" for alle`."""
    text, quote = page.text, page.text[start]
    if text[closing - 1] == quote and text[end].isalnum():
        inner = quoting(text, start + 1, closing - 1)
        opener, *doubled, closer = inner
        return Change(start, start + 1, opener.text), *doubled, Change(closing - 1, closing, closer.text)
    return quoting(text, start, closing)


def _backslashes(page: LinedText, start: int, end: int) -> tuple[Mistake, ...]:
    if page.text[start] != '"' or "\\" not in page.text[start:end]:
        return ()
    escapes = list(islice(_ESCAPE.finditer(page.text, start + 1, end), _MOST_ESCAPES))
    lone = [match.start() for match in escapes if match.group(1)]
    if not lone:
        return ()
    # In `C:\mine\nye` no backslash is meant as the beginning of an escape, though \n is one.
    changes = [Change(match.start(), match.start(), "\\") for match in escapes if match.group() not in ("\\\\", '\\"')]
    after = min(lone[0] + 2, end)
    args = {"text": page.excerpt(lone[0], after)}
    return (mistake(page.path, "backslash-in-quotes", lone[0], after, changes, fix="double", args=args),)


def _flow(page: LinedText, number: int, start: int, column: int, label: int) -> Value:
    reach, _ = _region(page, number, column, items=False)
    end, mistakes = flow_value(page, start, reach)
    last = page.number(max(end - 1, start))
    rest_end = comment_start(page.text, end, page.lines[last].end)
    rest = page.text[end:rest_end].strip()
    if not rest or mistakes:
        return Value("flow", last, mistakes)
    if set(rest) <= set("]}"):
        surplus = page.text.index(rest[0], end)
        args, drop = {"mark": rest[0]}, [Change(end, rest_end, "")]
        found = mistake(page.path, "wrong-bracket", surplus, rest_end, drop, fix="remove", args=args, variant="surplus")
        return Value("flow", last, (found,))
    following = _continued(page, last, column) if rest_end == page.lines[last].end else ()
    if following:
        last, rest_end = following[-1], page.lines[following[-1]].end
    repair = quoting(page.text, start, rest_end)
    args = {"text": page.excerpt(start, end), "write": shown(repair, page.text, label, rest_end)}
    variant = "link" if page.text.startswith("[[", start) else ""
    found = mistake(page.path, "text-after-bracket", start, rest_end, repair, fix="quote", args=args, variant=variant)
    return Value("flow", last, (found,))
