"""Numbers as plans print them: decimal comma, spaces between thousands, a word before and a unit after."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from plancompiler.values.problem import Problem


class Number(NamedTuple):
    """A number or a range: its canonical text, the word before it (or ""), the ends (equal unless a range), its unit.

    The digits of the text are those the author wrote, so that they are found again wherever the number is shown.
    `rank` says that it is an ordinal, as in `høyst 3. plass`.
    """

    text: str
    qualifier: str
    low: Decimal
    high: Decimal
    unit: str
    rank: bool


QUALIFIERS = ("minst", "høyst", "over", "under", "nær", "ca.")
_NYNORSK = {"høgst": "høyst"}

_NUMBER = r"[-−]?(?:\d{1,3}(?: \d{3})+|\d+)(?:,\d+)?"
# A quote is no part of a unit; one alone was meant to hold the number together.
_UNIT = r"[%‰](?:[ -][^\W\d_][^\d\"“”„]*)?|(?:[^\W\d_]|[°€$£])[^\d\"“”„]*"
_SHAPE = re.compile(
    rf"(?:(?P<qualifier>{'|'.join(map(re.escape, (*QUALIFIERS, *_NYNORSK)))}) )?"
    rf"(?P<low>{_NUMBER})(?: ?[–-] ?(?P<high>{_NUMBER}))?(?P<rank>\.(?= [^\W\d_]))?(?: (?P<unit>{_UNIT}))?",
    re.IGNORECASE,
)


def parse(text: str) -> Number:
    """Return the number that `text` writes. Raises Problem `number-format`, with a fix if one meaning is possible."""
    written = " ".join(text.split())
    match = _SHAPE.fullmatch(written)
    if match is None:
        raise _mistake(written)
    low = match["low"].replace("−", "-")
    high = (match["high"] or low).replace("−", "-")
    if _value(high) < _value(low):
        raise Problem("number-format", "reversed", {"text": written})
    qualifier = (match["qualifier"] or "").casefold()
    qualifier = _NYNORSK.get(qualifier, qualifier)
    number = low + (f"–{high}" if match["high"] else "") + (match["rank"] or "")
    unit = match["unit"] or ""
    text = " ".join(part for part in (qualifier, number, unit) if part)
    return Number(text, qualifier, _value(low), _value(high), unit, bool(match["rank"]))


def _value(digits: str) -> Decimal:
    return Decimal(digits.replace(" ", "").replace(",", "."))


# ---------------------------------------------------------------- other spellings, and what to write instead

_AMBIGUOUS = re.compile(r"(?<![\d.,])([1-9]\d{0,2})\.(\d{3})(?![\d.,]*\d)")
_BEFORE: Mapping[str, str] = {
    "ca": "ca.", "cirka": "ca.", "circa": "ca.", "omtrent": "ca.", "omkring": "ca.", "rundt": "ca.", "om lag": "ca.",
    "omlag": "ca.", "~": "ca.", "maks": "høyst", "maks.": "høyst", "maksimalt": "høyst", "inntil": "høyst",
    "opptil": "høyst", "ikke over": "høyst", "≤": "høyst", "<=": "høyst", "minimum": "minst", "min.": "minst",
    "≥": "minst", ">=": "minst", "mer enn": "over", "meir enn": "over", "flere enn": "over", "fleire enn": "over",
    ">": "over", "mindre enn": "under", "færre enn": "under", "<": "under", "nesten": "nær",
}  # fmt: skip
_LONGEST_FIRST = sorted(map(re.escape, _BEFORE), key=len, reverse=True)
_WORDS_BEFORE = re.compile(rf"({'|'.join(_LONGEST_FIRST)}) ?(?=[-−\d])", re.IGNORECASE)
_KRONER = re.compile(
    r"(?P<before>(?:[^\d]* )?)(?:kr\.?|nok) ?(?P<number>\d[\d ,.–-]*?)(?:,[-–—]+| kr(?:oner)?)?", re.IGNORECASE
)
_REWRITES = (
    (re.compile(r"(?<=\d),[-–—]+$"), " kr"),
    (re.compile(r"(?<=\d),[-–—]+(?= )"), ""),
    (re.compile(r"(?<=\d) ?(?:%|pst\b\.?|prosent\b)(?! )", re.IGNORECASE), " %"),
    (re.compile(r"(?<=\d)(?=[^\W\d_])"), " "),
    (re.compile(r"^mellom (.+?) og (?=[-\d])", re.IGNORECASE), r"\1–"),
    (re.compile(r"(?<=\d) (?:til|—|--) (?=[-\d])", re.IGNORECASE), "–"),
    (re.compile(r"(?<=\d)—(?=\d)"), "–"),
)
_QUOTES = '"“”„ '
_TOKEN = re.compile(r"\d[\d.,]*\d")


def _mistake(written: str) -> Problem:
    ambiguous = _AMBIGUOUS.search(written)
    if ambiguous:
        whole, rest = ambiguous.groups()
        decimals = rest.rstrip("0")
        decimal = f"{whole},{decimals}" if decimals else whole
        return Problem(
            "number-format", "ambiguous", {"text": written, "thousands": f"{whole} {rest}", "decimal": decimal}
        )
    rewritten = _rewritten(written)
    if rewritten == written or not _SHAPE.fullmatch(rewritten):
        return Problem("number-format", "unknown", {"text": written})
    try:
        fix = parse(rewritten).text
    except Problem as problem:
        return problem
    variant = "quote" if written.strip(_QUOTES) != written else ""
    return Problem("number-format", variant, {"text": written, "fix": fix}, fix)


def _rewritten(written: str) -> str:
    """Return the text with each habit of Word, Excel and English put the way plans write it; it may still be none."""
    written = written.strip(_QUOTES)
    match = _KRONER.fullmatch(written)
    text = f"{match['before']}{match['number'].strip()} kr" if match else written
    text = _WORDS_BEFORE.sub(lambda found: f"{_BEFORE[found[1].casefold()]} ", text, count=1)
    for habit, instead in _REWRITES:
        text = habit.sub(instead, text)
    return _TOKEN.sub(lambda found: _digits(found[0]), text)


def _digits(token: str) -> str:
    """Return a number with points in it as it is written here: spaces between thousands, a comma before decimals."""
    last = max(token.rfind("."), token.rfind(","))
    mark = token[last]
    if "." not in token and token.count(",") < 2:
        return token
    if token.count(mark) > 1 or ("." in token and "," in token and re.fullmatch(r"\d{1,3}([.,]\d{3})+", token[:last])):
        groups = re.split(r"[.,]", token if token.count(mark) > 1 else token[:last])
        grouped = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
        return " ".join(groups) + ("" if token.count(mark) > 1 else f",{token[last + 1 :]}") if grouped else token
    return token.replace(".", ",") if mark == "." and "," not in token else token
