"""How often, how long, and by when: rhythms, durations, and deadlines, which are a date or a rhythm."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from plancompiler.values import dates, numbers, periods
from plancompiler.values.problem import Problem


class Rhythm(NamedTuple):
    """A rhythm: its canonical text, and the months between two times, or 0 when it has none."""

    text: str
    months: int


class Duration(NamedTuple):
    """A stretch of time of which only the length is known: its canonical text, the number and the unit (plural)."""

    text: str
    number: numbers.Number
    unit: str


_MONTHS: Mapping[str, int] = {
    "daglig": 0, "ukentlig": 0, "månedlig": 1, "kvartalsvis": 3, "tertialvis": 4, "halvårlig": 6, "årlig": 12,
    "jevnlig": 0, "løpende": 0,
}  # fmt: skip
RHYTHMS: tuple[str, ...] = tuple(_MONTHS)
_NYNORSK: Mapping[str, str] = {
    "dagleg": "daglig", "vekentleg": "ukentlig", "månadleg": "månedlig", "halvårleg": "halvårlig", "årleg": "årlig",
    "jamleg": "jevnlig", "løpande": "løpende",
}  # fmt: skip
_OTHERWISE: Mapping[str, str] = {
    "hver dag": "daglig", "kvar dag": "daglig", "hver uke": "ukentlig", "kvar veke": "ukentlig",
    "hver måned": "månedlig", "kvar månad": "månedlig", "hvert kvartal": "kvartalsvis", "kvart kvartal": "kvartalsvis",
    "hvert tertial": "tertialvis", "kvart tertial": "tertialvis", "hvert halvår": "halvårlig",
    "kvart halvår": "halvårlig", "hvert år": "årlig", "kvart år": "årlig", "hvert 1. år": "årlig",
    "en gang i året": "årlig", "én gang i året": "årlig", "fortløpende": "løpende", "kontinuerlig": "løpende",
    "kontinuerleg": "løpende", "regelmessig": "jevnlig", "regelmessige": "jevnlig", "hvert annet år": "hvert 2. år",
    "annethvert år": "hvert 2. år", "kvart anna år": "hvert 2. år", "annakvart år": "hvert 2. år",
    "hvert tredje år": "hvert 3. år", "kvart tredje år": "hvert 3. år",
    "hvert fjerde år": "hvert 4. år", "kvart fjerde år": "hvert 4. år",
}  # fmt: skip
_EVERY = re.compile(r"(?:hvert|kvart) ([1-9]\d?)(\.?) år")
_UNITS: Mapping[str, str] = {
    "dag": "dager", "dager": "dager", "dagar": "dager", "uke": "uker", "uker": "uker", "veke": "uker", "veker": "uker",
    "måned": "måneder", "måneder": "måneder", "månad": "måneder", "månader": "måneder", "år": "år",
}  # fmt: skip


def parse_rhythm(text: str) -> Rhythm:
    """Return the rhythm that `text` writes. Raises Problem `rhythm-format`, with a fix where one is sure."""
    written = " ".join(text.split())
    word = written.casefold()
    word = _NYNORSK.get(word, word)
    if word in _MONTHS:
        return Rhythm(word, _MONTHS[word])
    match = _EVERY.fullmatch(word)
    if match and match[2] and match[1] != "1":
        return Rhythm(f"hvert {match[1]}. år", 12 * int(match[1]))
    fix = _OTHERWISE.get(word, f"hvert {match[1]}. år" if match and match[1] != "1" else "")
    if fix:
        raise Problem("rhythm-format", "", {"text": written, "fix": fix}, fix)
    raise Problem("rhythm-format", "unknown", {"text": written})


def parse_deadline(text: str, plan: dates.Days = dates.ALWAYS) -> dates.Date | Rhythm:
    """Return the one date, or the rhythm, that a deadline is. Raises what reading either raises."""
    try:
        return parse_rhythm(text)
    except Problem as problem:
        if problem.fix:
            raise
    try:
        return dates.parse(text, plan)
    except Problem as problem:
        if problem.code == "date-format" and problem.variant == "unknown" and _is_period(text):
            raise Problem("date-format", "period", problem.about) from None
        raise


def parse_duration(text: str) -> Duration:
    """Return the length of time that `text` writes, such as `1–2 år`. Raises Problem `duration-format`."""
    written = " ".join(text.split())
    fix = ""
    try:
        number: numbers.Number | None = numbers.parse(written)
    except Problem as problem:
        number, fix = _mended(problem.fix), problem.fix
    unit = _UNITS.get(number.unit.casefold(), "") if number else ""
    if number is None or not unit:
        raise Problem("duration-format", "unknown", {"text": written})
    if fix:
        raise Problem("duration-format", "", {"text": written, "fix": fix}, fix)
    return Duration(number.text, number, unit)


def _mended(fix: str) -> numbers.Number | None:
    return numbers.parse(fix) if fix else None


def _is_period(text: str) -> bool:
    try:
        periods.parse(text)
    except Problem:
        return False
    return True
