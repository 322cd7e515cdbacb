"""What a line begins with: an item, a field or text, and what is wrong with how it begins.

People leave out the space after a dash or a colon, and paste the bullets of a word processor.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from plancompiler.syntax.lines import Line, LinedText, begins_item, colon, is_void, key_colon, shown
from plancompiler.syntax.repair import Change, Mistake, mistake

Shape = Literal["item", "field", "text"]

# Word keeps its bullets among the private characters of its symbol fonts.
_PRIVATE = "\uf0b7\uf0a7\uf0d8"
_BULLET = re.compile(rf"[*–—](?=[ \t]+\S)|[•·▪●○‣{_PRIVATE}](?=[ \t]*\S)")
_BULLET_ID = re.compile(r"\S[ \t]*id[ ]*:[ ]")
_GLUED_DASH = re.compile(r"-(?=[^\W\d]|[\"'«])")
_GLUED_KEY = re.compile(r"([^\W\d][\w-]*)[ ]*:(?=[^\s/:])")
_WITHOUT_COLON = re.compile(r"([^\W\d][\w-]*)(?:[ ]*([;=：])[ ]*|[ ]+|(?=[\r\n]|\Z))")
_FIELD_WORD = re.compile(r"^[ \t]*(?:- +)*([a-zæøå][\w-]*)[ ]*:(?=\s)", re.MULTILINE)

# Something that slipped in before the text of a line, and the item or field that was meant to begin it.
_SLIPPED = re.compile(
    r"(?:(?:[^\s\w#-]{1,2}|\w)(?P<gap>[ ]+)(?=- |[a-zæøå][\w-]*:(?:[ \t\r\n]|\Z))"
    r"|[^\s\w#\"'\[\]{}-](?=[a-zæøå][\w-]*:(?:[ \t\r\n]|\Z)))"
)

_DASHES = re.compile(r"[ \t]*(?:- +)*")
_SWALLOWED_FIELD = re.compile(r"[\r\n]([ \t]*)[a-zæøå][\w-]*[ ]*:(?=[ \t\r\n])")
_SWALLOWED_ITEM = re.compile(rf"[\r\n][ \t]*(?:[-*•·▪●○‣–—][ \t]+\S|[•·▪●○‣{_PRIVATE}]|-[^\W\d])")

# The words most plans write first on a line. A word without its colon is known by these, or by the rest of its file.
_USUAL_WORDS = (
    "plan tittel undertittel kortnavn type kommune eier språk periode status gjengivelse kilde url sammendrag "
    "overordnet erstatter id nummer tekst emner fotnoter merknader sitert bærekraftsmål bidrar_til bygger_på "
    "samarbeider_med ansvarlig frist måltall nøkkeltall prioritering kostnader finansiering følges_opp_i "
    "uten_oppfølging områder utfordringer mål delmål strategier virkemidler indikatorer milepæler faser "
    "risikoer interessenter roller visjoner verdier kapitler tabeller figurer vedlegg kolonner rader alt"
)
_USUAL_FIELDS = frozenset(_USUAL_WORDS.split())


Fits = Callable[[int, Shape], bool]


class Beginning(NamedTuple):
    """What a line begins with, at which offset, the mistake in it if there is one, and how far that set it off."""

    shape: Shape
    at: int
    mistake: Mistake | None = None
    off: int = 0


def beginning(page: LinedText, number: int, at: int, fits: Fits, *, beside: bool, after_dash: bool) -> Beginning:
    """Return what begins at offset `at` of a line.

    `fits` tells whether an item or a field could stand in a column, `beside` that `at` lines up with fields,
    `after_dash` that a dash stands before it on the line.
    """
    text, line = page.text, page.lines[number]
    end = line.end
    if begins_item(text, Line(at, at, end)):
        return Beginning("item", at)
    bullet = None if after_dash else _BULLET.match(text, at, end)
    if bullet and (fits(at - line.start, "item") or _BULLET_ID.match(text, at, end)):
        return _bulleted(page, at)
    if not after_dash:
        slipped = _SLIPPED.match(text, at, end)
        found_slip = _slip(page, number, slipped, fits) if slipped else None
        if found_slip is not None:
            return found_slip
        if bullet:
            return _bulleted(page, at)
        if _GLUED_DASH.match(text, at, end) and fits(at - line.start, "item"):
            change = Change(at + 1, at + 1, " ")
            return Beginning("item", at, _without_space(page, at, at + 1, change, end, "dash"))
    colon_at = key_colon(text, at, end)
    glued = glued_colon(text, at, end)
    if glued >= 0 and (
        _is_before(text, at, glued, colon_at) if colon_at >= 0 else beside or _field_follows(page, number, at)
    ):
        change = Change(glued + 1, glued + 1, " ")
        return Beginning("field", at, _without_space(page, at, glued, change, end, ""))
    if colon_at < 0 or (after_dash and _is_sentence(text, at, colon_at, end)):
        return Beginning("text", at)
    return Beginning("field", at)


def _bulleted(page: LinedText, at: int) -> Beginning:
    """Return the item whose dash is the bullet at an offset."""
    mark = page.text[at]
    change = Change(at, at + 2 if page.text[at + 1] in " \t" else at + 1, "- ")
    args = {"mark": "•" if mark in _PRIVATE else mark}
    return Beginning("item", at, mistake(page.path, "bullet-character", at, at + 1, [change], fix="dash", args=args))


def _slip(page: LinedText, number: int, slipped: re.Match[str], fits: Fits) -> Beginning | None:
    """Return the item or field after something that slipped in before it, if it fits without that."""
    start, at = slipped.start(), slipped.end()
    gap = at if slipped.group("gap") is None else slipped.start("gap")
    shape: Shape = "item" if page.text[at] == "-" else "field"
    column, width = at - page.lines[number].start, gap - start
    for off in (width, 0):
        if fits(column - off, shape):
            change = Change(start, gap, " " * (width - off))
            args = {"text": page.text[start:gap]}
            found = mistake(page.path, "stray-character", start, gap, [change], fix="remove", args=args)
            return Beginning(shape, at, found, off)
    return None


def field_colon(text: str, at: int, end: int) -> int:
    """Return the colon that ends the key at `at`, the first one where the space after it is missing; -1 if none."""
    glued, found = glued_colon(text, at, end), key_colon(text, at, end)
    return glued if glued >= 0 and (found < 0 or _is_before(text, at, glued, found)) else found


def glued_colon(text: str, at: int, end: int) -> int:
    """Return the colon in `nummer:1`, or -1. The colon of an address (`https://`) is none."""
    match = _GLUED_KEY.match(text, at, end)
    return match.end() - 1 if match and _may_be_key(match[1]) else -1


def known_fields(text: str) -> frozenset[str]:
    """Return the words that begin fields in the text, and those that begin them in most plans."""
    return _USUAL_FIELDS.union(_FIELD_WORD.findall(text))


def word_without_colon(text: str, line: Line) -> re.Match[str] | None:
    """Match a word that may be a key without its colon; group 2 is what was written in place of it, if anything."""
    match = _WITHOUT_COLON.match(text, line.first, line.end)
    if match is None or not _may_be_key(match[1]):
        return None
    rest = text[match.end() : line.end]
    # `plan for helse` is the middle of a sentence, and `Plan for helse` the beginning of one.
    sentence = not match[1][0].islower() or (rest[:1].islower() and " " in rest)
    return match if match[2] or not sentence else None


def _may_be_key(word: str) -> bool:
    """Tell whether a word looks like the name of a field: in lower case, or a usual one with a capital."""
    return word[0].islower() or word.lower() in _USUAL_FIELDS


def is_doubtful(text: str, start: int, end: int) -> bool:
    """Tell whether a value that could be read has likely swallowed what was meant as lines of their own.

    A quote that was closed by another far below, or a list whose dashes were taken for words; or a key that has
    swallowed its value, as in `tittel:Mål: flere`. An empty span is where a dash is likely missing.
    """
    if start == end:
        return True
    if _is_before(text, start, glued_colon(text, start, end), end):
        return True
    begins = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if text[start] in "\"'":
        key = _DASHES.match(text, begins, start)
        column = (key.end() if key else begins) - begins
        return any(match.end(1) - match.start(1) <= column for match in _SWALLOWED_FIELD.finditer(text, start, end))
    on_own_line = not text[begins:start].strip(" \t")
    if on_own_line and (_GLUED_DASH.match(text, start, end) or _BULLET.match(text, start, end)):
        return True
    return _SWALLOWED_ITEM.search(text, start, end) is not None


def _is_before(text: str, at: int, glued: int, found: int) -> bool:
    """Tell whether the key in `tittel:Mål: flere` is the usual one, rather than a key with a colon in it."""
    return at < glued < found and text[at:glued].rstrip() in _USUAL_FIELDS


def _without_space(page: LinedText, at: int, mark: int, change: Change, end: int, variant: str) -> Mistake:
    args = {"write": shown([change], page.text, at, end, limit=40)}
    place = (at, at + 1) if variant else (mark, mark + 1)
    return mistake(page.path, "missing-space", *place, [change], fix="space", variant=variant, args=args)


def _field_follows(page: LinedText, number: int, at: int) -> bool:
    """Tell whether the next line is a field in line with offset `at`: then `nummer:1` is one too."""
    column = at - page.lines[number].start
    for line in page.after(number):
        if not is_void(page.text, line):
            return line.first - line.start == column and field_colon(page.text, line.first, line.end) > 0
    return False


def _is_sentence(text: str, at: int, found: int, end: int) -> bool:
    """Tell whether what stands before a colon in an item is words rather than a key: there is another colon."""
    return " " in text[at:found] and colon(text, found + 1, end) >= 0
