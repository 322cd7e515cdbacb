"""Dates and periods as readers see them: `2018-04-27` is «27. april 2018», in the language of the page.

A date keeps the precision it was written in (`language.md` 2); what is no date is shown as written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from plancompiler.translate import Translator

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_PART = re.compile(r"(vår|høst|uke) (?:(\d+) )?(\d{4})|(\d)\. (halvår|kvartal|tertial) (\d{4})")
# Bokmål messages, and what a catalogue translates beside the names of the months.
_PARTS = {
    "halvår": "{number}. halvår {year}",
    "kvartal": "{number}. kvartal {year}",
    "tertial": "{number}. tertial {year}",
}
_SEASONS = {"vår": "vår {year}", "høst": "høst {year}", "uke": "uke {number} {year}"}
MESSAGES = (
    *_PARTS.values(), *_SEASONS.values(), "til {date}", "fra {date}", "planperioden", "første del av planperioden",
    "siste del av planperioden", "daglig", "ukentlig", "månedlig", "kvartalsvis", "tertialvis", "halvårlig", "årlig",
    "jevnlig", "løpende",
)  # fmt: skip
_PERIOD = re.compile(r"(.*?)\s*–\s*(.*)")
_EVERY = re.compile(r"hvert (\d+)\. år")
_HYPHENS = re.compile(r"(\d{4}(?:-\d{2}){0,2})\s*-\s*(\d{4}(?:-\d{2}){0,2})")


def shown_date(text: str, language: str, words: Translator) -> str:
    """Return a date or a rhythm (`årlig`) in the words of the page's language."""
    date = _DATE.fullmatch(text)
    if date:
        year, month, day = date.groups()
        return " ".join(part for part in (_day(day, language), _month(month, language), year) if part)
    part = _PART.fullmatch(text)
    if part:
        season, week, year, number, length, its_year = part.groups()
        message = _PARTS[length] if length else _SEASONS[season]
        return words(message).format(number=number or week, year=its_year or year)
    every = _EVERY.fullmatch(text)
    return words("hvert {number}. år").format(number=every[1]) if every else words(text)


def shown_period(text: str, language: str, words: Translator) -> str:
    """Return a period, or a date, in the words of the page's language; an open end is said in words."""
    period = _PERIOD.fullmatch(text) or _HYPHENS.fullmatch(text)
    if period is None:
        return shown_date(text, language, words)
    start, end = (shown_date(side, language, words) if side else "" for side in period.groups())
    if not start:
        return words("til {date}").format(date=end)
    if not end:
        return words("fra {date}").format(date=start)
    if " " not in start and " " not in end:
        return f"{start}–{end}"
    return f"{start} – {end}"


def _day(day: str | None, language: str) -> str:
    if not day:
        return ""
    return str(int(day)) if language == "en" else f"{int(day)}."


def _month(month: str | None, language: str) -> str:
    return _months(language).get(int(month), month) if month else ""


@cache
def _months(language: str) -> Mapping[int, str]:
    # Only a page with a date on it needs Babel, which is slow to start.
    from babel import Locale

    return {number: str(name) for number, name in Locale.parse(language).months["format"]["wide"].items()}
