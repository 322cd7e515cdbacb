"""Printed numbers: which places of which series `6 og 14`, `3.1`, `b` or `6–8` stand for, so that gaps can be seen."""

from __future__ import annotations

import re
from typing import NamedTuple

_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
# How many places a series of letters has.
LETTERS = len(_LETTERS)
_NUMBER = re.compile(r"(.*?)(\d{1,3})")
_RANGE = re.compile(r"(\d{1,3})\s*[–-]\s*(\d{1,3})")
_BETWEEN = re.compile(r"\s+og\s+|\s*[/&+]\s*|,\s+")


class PrintedNumber(NamedTuple):
    """What a printed number stands for: the series it is of (`3.` for `3.1`, `a` for letters), and its places there."""

    series: str
    places: tuple[int, ...]


def parse(text: str) -> PrintedNumber | None:
    """Return the series and places of a printed number; None for one that does not count, such as `IV` or `4,5`."""
    written = " ".join(text.split()).rstrip(".:)").strip()
    if "," in written and not _BETWEEN.search(written):
        # A comma with no space after it may be a slip for a point.
        return None
    if match := _RANGE.fullmatch(written):
        first, last = int(match[1]), int(match[2])
        return PrintedNumber("", tuple(range(first, last + 1))) if first < last else None
    parts = [_single(part) for part in _BETWEEN.split(written)]
    read = [part for part in parts if part is not None]
    if len(read) < len(parts) or len({part.series for part in read}) != 1:
        return None
    return PrintedNumber(read[0].series, tuple(place for part in read for place in part.places))


def _single(text: str) -> PrintedNumber | None:
    if len(text) == 1 and text.lower() in _LETTERS:
        return PrintedNumber("A" if text.isupper() else "a", (_LETTERS.index(text.lower()) + 1,))
    match = _NUMBER.fullmatch(text)
    return PrintedNumber(match[1].casefold(), (int(match[2]),)) if match else None


def shown(series: str, place: int) -> str:
    """Return a place of a series as it would be printed."""
    if series in ("a", "A"):
        letter = _LETTERS[place - 1]
        return letter.upper() if series == "A" else letter
    return f"{series}{place}"
