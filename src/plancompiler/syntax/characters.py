"""Characters that cannot be seen, or are not what they seem.

One look at the whole text decides whether there is anything to look for, so that a clean text costs a few milliseconds
a megabyte. Where a character would mislead the parser, there is a change to what it is given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from plancompiler.syntax.repair import Change, Mistake, mistake

# More lines than this with one kind of character have one cause: the last finding stands for the rest. A file with more
# of them than can be changed is not text; the parser will say where it stops.
_MOST = 20
_MOST_CHANGES = 10_000

_ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH = "\u200b-\u200d\u2060\ufeff\u00ad"
# What YAML allows in no text. Half a surrogate pair is there when an editor sent half a letter.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_SEPARATOR = "\u0085\u2028\u2029"
# Word writes a line break within a paragraph as the first of these, and a page break as the second.
_WORD_BREAKS = "\x0b\x0c"

_ANY = re.compile(f"[{_ODD}{_BIDI}{_ZERO_WIDTH}{_CONTROL}{_SEPARATOR}]")
_ONE_CONTROL = re.compile(f"[{_CONTROL}]")
_ONE_SEPARATOR = re.compile(f" ?[{_SEPARATOR}] ?")
_ONE_BIDI = re.compile(f"[{_BIDI}]+")
_ONE_ZERO_WIDTH = re.compile(f"[{_ZERO_WIDTH}]+")
# What stands before the value of a line, with the space after its dashes and its key.
_HEAD = re.compile(rf"^[ \t{_ODD}]*(?:-[ {_ODD}]+)*(?:[\w-]+:[ {_ODD}]+)?", re.MULTILINE)
_ONE_ODD = re.compile(f"[{_ODD}]")
_DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
# A tab between words is a space to the reader; not every parser takes it for one. One after a dash is a mistake.
_INNER_TAB = re.compile(
    r"(?:(?<=[^\s-])|(?<=[^\s]-)|(?<=[^\s-] -))[ ]*\t[ \t]*|^(?P<blank>[ ]*\t[ \t]*)(?=[\r\n]|\Z)", re.MULTILINE
)
_LONE_RETURN = re.compile(r"\r(?!\n)")

# UTF-8 that was read as Windows-1252 or MacRoman and stored again.
_TWICE_STORED: Mapping[str, str] = {
    "Ã¦": "æ",
    "Ã¸": "ø",
    "Ã¥": "å",
    "Ã†": "Æ",
    "Ã˜": "Ø",
    "Ã…": "Å",
    "Ã©": "é",
    "Ã¶": "ö",
    "Ã¤": "ä",
    "â€“": "–",
    "â€”": "—",
    "â€™": "’",
    "â€œ": "“",
    "â€\x9d": "”",
    "â€¢": "•",
    "â€¦": "…",
    "Â«": "«",
    "Â»": "»",
    "Â§": "§",
    "Â°": "°",
    "Â½": "½",
    "√¶": "æ",
    "√∏": "ø",
    "√•": "å",
    "√Ü": "Æ",
    "√ò": "Ø",
    "√Ö": "Å",
}
_ONE_TWICE_STORED = re.compile("|".join(_TWICE_STORED))

# Names are shorter than this; a line may be as long as the file.
_NEAR = 200
_LINE_BREAK = re.compile(r"[\r\n]")
_LINE_HEAD = re.compile(r"[ \t]*(?:- +)*[^\s:]*\Z")
_KEY_TAIL = re.compile(r"[^\s:]*[ ]*:(?=\s|\Z)")
_VALUE_HEAD = re.compile(r"[ \t]*(?:- +)*(?:[\w-]+:[ ]+)?(?:\[[^\]]*?)?([^\s,\[\]]*)\Z")
_VALUE_TAIL = re.compile(r"([^\s,\[\]]*)[ \t]*(?=[,\]#]|\Z)")
_NAME = re.compile(r"[a-zæøå0-9][a-zæøå0-9./_-]*")


def characters(path: str, text: str) -> tuple[Mistake, ...]:
    """Return what is wrong with the characters of a text, in no order."""
    kinds: list[Callable[[str], Iterator[Change]]] = []
    if _ANY.search(text):
        kinds += _separators, _controls, _odd_spaces, _bidi, _zero_widths
    if "Ã" in text or "â€" in text or "Â" in text or "√" in text:
        kinds.append(_twice_stored)
    found = [each for kind in kinds for each in _by_line(path, text, _CODES[kind], kind(text))]
    if not unicodedata.is_normalized("NFC", text):
        # Keys are compared in composed form, so the parser needs no change.
        found += (each._replace(repair=()) for each in _by_line(path, text, "decomposed-letter", _decomposed(text)))
    lone_returns = islice(_LONE_RETURN.finditer(text), _MOST_CHANGES) if "\r" in text else ()
    returns = [Change(hit.start(), hit.end(), "\n") for hit in lone_returns]
    if returns:
        found.append(mistake(path, "lone-carriage-return", returns[0].start, returns[0].end, returns, fix="mend"))
    if "\t" in text:
        hits = islice(_INNER_TAB.finditer(text), _MOST_CHANGES)
        spaces = (Change(hit.start(), hit.end(), "" if hit["blank"] else " " * len(hit.group())) for hit in hits)
        found.append(Mistake((), tuple(spaces)))
    return tuple(found)


def _by_line(path: str, text: str, code: str, changes: Iterable[Change]) -> Iterator[Mistake]:
    """Make one mistake of the changes of each line."""
    lines: list[list[Change]] = []
    reached = -1
    for change in islice(changes, _MOST_CHANGES):
        if change.start > reached and len(lines) < _MOST:
            lines.append([])
            reached = min((at for mark in "\r\n" if (at := text.find(mark, change.end)) >= 0), default=len(text))
        lines[-1].append(change)
    count = len(lines)
    if code == "twice-stored" and lines:
        # The file was stored wrongly, not its lines.
        lines = [[change for line in lines for change in line]]
    for line in lines:
        first = line[0]
        found = text[first.start : first.end]
        args = {"character": f"U+{ord(found.strip(' ')[:1] or found[0]):04X}", "text": found, "new": first.text}
        if len(lines) < count:
            yield mistake(path, code, first.start, first.end, line, fix="file", variant="file", args=args)
        elif found in _WORD_BREAKS:
            yield mistake(path, code, first.start, first.end, line, fix="space", variant="break", args=args)
        else:
            yield mistake(path, code, first.start, first.end, line, fix="mend", args=args)


def _separators(text: str) -> Iterator[Change]:
    for hit in _ONE_SEPARATOR.finditer(text):
        at_end = text[hit.end() : hit.end() + 1] in ("", "\r", "\n")
        yield Change(hit.start(), hit.end(), "" if at_end else " ")


def _controls(text: str) -> Iterator[Change]:
    for hit in _ONE_CONTROL.finditer(text):
        yield Change(hit.start(), hit.end(), " " if hit.group() in _WORD_BREAKS else "")


def _odd_spaces(text: str) -> Iterator[Change]:
    """Find them where only an ordinary space will do: before the text of a line, and after its dash and its key."""
    for head in _HEAD.finditer(text):
        for odd in _ONE_ODD.finditer(head.group()):
            yield Change(head.start() + odd.start(), head.start() + odd.end(), " ")


def _bidi(text: str) -> Iterator[Change]:
    return (Change(hit.start(), hit.end(), "") for hit in _ONE_BIDI.finditer(text))


def _zero_widths(text: str) -> Iterator[Change]:
    """Find them where a name must be exact: in keys, ids and words; in prose a soft hyphen is what it should be."""
    for hit in _ONE_ZERO_WIDTH.finditer(text):
        before = _ONE_ZERO_WIDTH.sub("", _LINE_BREAK.split(text[max(0, hit.start() - _NEAR) : hit.start()])[-1])
        after = _ONE_ZERO_WIDTH.sub("", _LINE_BREAK.split(text[hit.end() : hit.end() + _NEAR])[0])
        in_key = not before.strip(" \t-") or (_LINE_HEAD.match(before) and _KEY_TAIL.match(after))
        head, tail = _VALUE_HEAD.match(before), _VALUE_TAIL.match(after)
        if in_key or (head and tail and _NAME.fullmatch(head.group(1) + tail.group(1))):
            yield Change(hit.start(), hit.end(), "")


def _twice_stored(text: str) -> Iterator[Change]:
    return (Change(hit.start(), hit.end(), _TWICE_STORED[hit.group()]) for hit in _ONE_TWICE_STORED.finditer(text))


def _decomposed(text: str) -> Iterator[Change]:
    for hit in _DECOMPOSED.finditer(text):
        composed = unicodedata.normalize("NFC", hit.group())
        if composed != hit.group():
            yield Change(hit.start(), hit.end(), composed)


_CODES: Mapping[Callable[[str], Iterator[Change]], str] = {
    _separators: "line-separator",
    _controls: "control-character",
    _odd_spaces: "odd-space",
    _bidi: "direction-character",
    _zero_widths: "invisible-character",
    _twice_stored: "twice-stored",
}
