"""Periods: one date, or from–til, either end of which may be open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plancompiler.values import dates
from plancompiler.values.problem import Problem


class Period(NamedTuple):
    """A period: its canonical text (en dash, no spaces), its first and last day; None where it is open."""

    text: str
    first: date | None
    last: date | None


_DASHES = re.compile(r" ?[–-] ?")
_OTHER_DASHES = re.compile(r" ?(?:—|–|−| - |--+|/| til | til og med | t\.o\.m\. ?| tom\.? ) ?")
_SHORT = re.compile(r"((?:1[5-9]|20|21)(\d\d)) ?[–—/-] ?(\d\d)")
_BEFORE = re.compile(r"(?:fra|frå|i perioden|perioden) ")


def parse(text: str, plan: dates.Days = dates.ALWAYS) -> Period:
    """Return the period that `text` writes. `plan` is the plan's period, as for a date.

    Raises Problem `period-reversed` when it ends before it begins, and `period-format`, with a fix where there is one;
    a date in it that no calendar has is `impossible-date`.
    """
    written = " ".join(text.split())
    try:
        only = dates.parse(written, plan)
        return Period(only.text, only.first, only.last)
    except Problem as problem:
        mistake = problem
    for left, right in _split(written):
        try:
            return _between(left, right, plan)
        except Problem as problem:
            if problem.code not in ("date-format", "impossible-date"):
                raise
    raise _otherwise(written, plan) or _unreadable(written, mistake)


def _split(written: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to read a text as from and til; an en dash is never part of a date, so it comes first."""
    for match in sorted(_DASHES.finditer(written), key=lambda match: "–" not in match[0]):
        left, right = written[: match.start()], written[match.end() :]
        if left or right:
            yield left, right


def _between(left: str, right: str, plan: dates.Days) -> Period:
    start = dates.parse(left, plan) if left else None
    end = dates.parse(right, plan) if right else None
    text = f"{start.text if start else ''}–{end.text if end else ''}"
    if start and end and start.first and end.last and end.last < start.first:
        turned = f"{end.text}–{start.text}"
        raise Problem("period-reversed", "", {"text": text, "turned": turned}, turned, "unsafe")
    return Period(text, start.first if start else None, end.last if end else None)


def _otherwise(written: str, plan: dates.Days) -> Problem | None:
    """Return what to say of a period in another spelling, when it is clear what it means."""
    bare = _BEFORE.sub("", written.casefold(), count=1)
    if match := _SHORT.fullmatch(bare):
        year, tail, short = match.groups()
        # After an en dash two digits may be a month whose hyphen a word processor changed.
        if short > tail and (int(short) > 12 or tail > "12"):
            return _write(written, f"{year}–{year[:2]}{short}")
        return None
    # The date that is wrong is spoken of on its own, for it is what must be mended.
    parts = _OTHER_DASHES.split(bare)
    if len(parts) == 2 and any(parts):
        sides = [_side(part, plan) for part in parts]
        start, end = (side.fix or None if isinstance(side, Problem) else side for side in sides)
        if start is not None and end is not None:
            sure = all(isinstance(side, str) for side in sides)
            return _write(written, f"{start}–{end}", "" if sure else "doubtful")
        impossible = [side for side in sides if isinstance(side, Problem) and side.code == "impossible-date"]
        return impossible[0] if impossible else None
    if bare != written.casefold():
        try:
            return _write(written, parse(bare, plan).text)
        except Problem as problem:
            return _write(written, problem.fix) if problem.fix and problem.applicability == "safe" else problem
    return None


def _side(part: str, plan: dates.Days) -> str | Problem:
    """Return the canonical text of one end, mended where that is safe, else what is wrong with it."""
    if not part:
        return ""
    try:
        return dates.parse(part, plan).text
    except Problem as problem:
        return problem.fix if problem.fix and problem.applicability == "safe" else problem


def _write(written: str, fix: str, variant: str = "") -> Problem:
    try:
        parse(fix)
    except Problem as problem:
        return problem
    return Problem("period-format", variant, {"text": written, "fix": fix}, fix, "unsafe" if variant else "safe")


def _unreadable(written: str, mistake: Problem) -> Problem:
    """Return what is wrong with a text that is no period: of a single date, what is wrong with the date."""
    if mistake.fix or mistake.code == "impossible-date" or mistake.variant == "no-year":
        return mistake
    return Problem("period-format", "unknown", {"text": written})
