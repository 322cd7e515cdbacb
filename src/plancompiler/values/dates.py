"""Dates as exact as the author knows: a day, a month, a year, a season, a part of a year or of the plan's period.

A date is an interval of days with the precision it was written in: `2018-12` is some time in December 2018. The one
spelling of each form is in `language.md` 2; other spellings that can mean one thing only are told what to write.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from plancompiler.values.problem import Problem

Precision = Literal["day", "week", "month", "season", "quarter", "tertial", "half", "year", "plan"]


class Days(NamedTuple):
    """The first and last day of a stretch of time; None where it is open."""

    first: date | None
    last: date | None


class Date(NamedTuple):
    """A date: its canonical text, its first and last day (None until the plan's period is known), its precision."""

    text: str
    first: date | None
    last: date | None
    precision: Precision


ALWAYS = Days(None, None)

# Bokmål first: it is the canonical word. Seasons are the meteorological ones.
_SEASONS: Mapping[str, tuple[str, int, int]] = {"vår": ("vår", 3, 5), "høst": ("høst", 9, 11), "haust": ("høst", 9, 11)}
_PARTS: Mapping[str, tuple[Precision, int]] = {
    "halvår": ("half", 2), "kvartal": ("quarter", 4), "tertial": ("tertial", 3),
}  # fmt: skip
_PLAN_WORDS = ("planperioden", "første del av planperioden", "siste del av planperioden")

_YEAR = r"(?:1[5-9]|20|21)\d\d"
_ISO = re.compile(rf"({_YEAR})(?:-(\d\d)(?:-(\d\d))?)?")
_SEASON = re.compile(rf"({'|'.join(_SEASONS)}) ({_YEAR})")
_PART = re.compile(rf"(\d)\. ({'|'.join(_PARTS)}) ({_YEAR})")
_WEEK = re.compile(rf"(?:uke|veke) (\d\d?) ({_YEAR})")


def parse(text: str, plan: Days = ALWAYS) -> Date:
    """Return the date that `text` writes. `plan` is the plan's period, for `planperioden` and years of two digits.

    Raises Problem `impossible-date` or `date-format`, the latter with a fix where only one date can be meant.
    """
    written = " ".join(text.split())
    found = _accepted(written.casefold(), plan)
    if found is not None:
        return found
    raise _mistake(written, plan)


def _accepted(written: str, plan: Days) -> Date | None:
    if match := _ISO.fullmatch(written):
        return _iso(written, *(int(part) if part else 0 for part in match.groups()))
    if match := _SEASON.fullmatch(written):
        word, first, last = _SEASONS[match[1]]
        return _months(f"{word} {match[2]}", int(match[2]), first, last, "season")
    if match := _PART.fullmatch(written):
        return _part(written, int(match[1]), match[2], int(match[3]))
    if match := _WEEK.fullmatch(written):
        return _week(int(match[1]), int(match[2]))
    if written in _PLAN_WORDS:
        return Date(written, *_of_plan(_PLAN_WORDS.index(written), plan), "plan")
    return None


def _iso(written: str, year: int, month: int, day: int) -> Date:
    if not month and "-" not in written:
        return Date(written, date(year, 1, 1), date(year, 12, 31), "year")
    if not 1 <= month <= 12:
        raise Problem("impossible-date", "month", {"text": written, "month": str(month)}, part=written)
    if written.count("-") == 1:
        return _months(written, year, month, month, "month")
    last = _last_day(year, month)
    if not 1 <= day <= last.day:
        about = {"text": written, "days": str(last.day), "month": f"{year:04}-{month:02}"}
        raise Problem("impossible-date", "day", about, part=written)
    only = date(year, month, day)
    return Date(written, only, only, "day")


def _part(written: str, number: int, word: str, year: int) -> Date:
    precision, parts = _PARTS[word]
    if not 1 <= number <= parts:
        raise Problem("impossible-date", "part", {"text": written, "what": word, "most": str(parts)}, part=written)
    length = 12 // parts
    return _months(written, year, (number - 1) * length + 1, number * length, precision)


def _week(week: int, year: int) -> Date:
    written = f"uke {week} {year}"
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        most = date(year, 12, 28).isocalendar().week
        about = {"text": written, "most": str(most), "year": str(year)}
        raise Problem("impossible-date", "week", about, part=written) from None
    return Date(written, monday, monday + timedelta(days=6), "week")


def _months(written: str, year: int, first: int, last: int, precision: Precision) -> Date:
    return Date(written, date(year, first, 1), _last_day(year, last), precision)


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _of_plan(which: int, plan: Days) -> Days:
    if not which or plan.first is None or plan.last is None:
        return plan if not which else ALWAYS
    middle = plan.first + (plan.last - plan.first) // 2
    return Days(plan.first, middle) if which == 1 else Days(middle + timedelta(days=1), plan.last)


# ---------------------------------------------------------------- other spellings, and what to write instead

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "desember",
)  # fmt: skip
_MONTH = r"(?P<month>jan|feb|mars?|apr|mai|juni?|juli?|aug|sept?|okt|nov|des)[a-z]*\.?"
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_LONG = rf"(?P<year>{_YEAR}|\d\d)"
_ORDINALS = {"første": 1, "fyrste": 1, "andre": 2, "annet": 2, "siste": 2, "tredje": 3, "fjerde": 4}

_OTHER_DAYS = (
    re.compile(rf"(?P<day>\d\d?)[./-](?P<month>\d\d?)[./-]{_LONG}"),
    re.compile(rf"(?P<day>\d\d?)\. ?(?P<month>\d\d?)\. ?{_LONG}"),
    re.compile(rf"(?P<year>{_YEAR})[./-](?P<month>\d\d?)(?:[./-](?P<day>\d\d?))?"),
    re.compile(rf"(?P<year>{_YEAR})(?P<month>[01]\d)(?P<day>\d\d)"),
    re.compile(rf"(?P<day>\d\d?)\.? ?{_MONTH} '?{_LONG}"),
    re.compile(rf"{_MONTH} '?{_LONG}"),
)
_NO_YEAR = re.compile(
    rf"(?:\d\d?\.? ?)?{_MONTH}|\d\d?[./]\d\d?\.?|(?:uke|veke) \d\d?|\d\. (?:{'|'.join(_PARTS)})"
    rf"|(?:{'|'.join(_SEASONS)})(?:en)?"
)
_ORDINAL = rf"(?P<number>\d|{'|'.join(_ORDINALS)})"
_OTHER_WORDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"(vår|høst|haust)en,? ({_YEAR})"), lambda found: f"{_SEASONS[found[1]][0]} {found[2]}"),
    (re.compile(rf"(?:uke|veke),? ?(\d\d?)[,/ -]+({_YEAR})"), lambda found: f"uke {int(found[1])} {found[2]}"),
    (re.compile(rf"q([1-4])[,/ ]*({_YEAR})"), lambda found: f"{found[1]}. kvartal {found[2]}"),
    (re.compile(rf"{_ORDINAL}\.? ?(?P<part>halvår|kvartal|tertial),? ({_YEAR})"), lambda found: _ordinal(found)),
)


def _mistake(written: str, plan: Days) -> Problem:
    text = written.casefold()
    for words, write in _OTHER_WORDS:
        if match := words.fullmatch(text):
            return _written_otherwise(written, write(match))
    for days in _OTHER_DAYS:
        if match := days.fullmatch(text):
            return _day_written_otherwise(written, match.groupdict(), plan)
    return Problem("date-format", "no-year" if _NO_YEAR.fullmatch(text) else "unknown", {"text": written})


def _day_written_otherwise(written: str, parts: Mapping[str, str | None], plan: Days) -> Problem:
    year, month, day = parts["year"] or "", parts["month"] or "", parts.get("day")
    number = int(month) if month.isdigit() else _MONTH_NUMBERS[month[:3]]
    rest = f"-{number:02}" + (f"-{int(day):02}" if day else "")
    if len(year) == 4:
        return _written_otherwise(written, year + rest)
    possible = [century + year for century in ("19", "20", "21") if _falls_in(int(century + year), plan)]
    problem = _written_otherwise(written, (possible[0] if len(possible) == 1 else "20" + year) + rest)
    if problem.code != "date-format":
        return problem
    # Which century is meant, and which number is the year, is the author's to say.
    return Problem("date-format", "two-digits", problem.about, problem.fix, "unsafe")


def _written_otherwise(written: str, fix: str) -> Problem:
    """Return what to say of a date in another spelling, or of one that no calendar has."""
    try:
        parse(fix)
    except Problem as problem:
        return Problem(problem.code, problem.variant, {**problem.about, "text": written}, part=written)
    (year,) = re.findall(_YEAR, fix)
    return Problem("date-format", "", {"text": written, "fix": fix, "year": year}, fix)


def _ordinal(found: re.Match[str]) -> str:
    number = found["number"]
    part, year = found["part"], found[3]
    if number == "siste":
        return f"{_PARTS[part][1]}. {part} {year}"
    return f"{number if number.isdigit() else _ORDINALS[number]}. {part} {year}"


def _falls_in(year: int, plan: Days) -> bool:
    # Nobody plans with a period that says nothing; then no century is sure.
    first, last = plan
    return (first is None or first.year <= year) and (last is None or year <= last.year)
