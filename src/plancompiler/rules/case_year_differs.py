"""A case number of another year than the step it stands on (L44)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.node import Document
from plancompiler.procedure import Step, steps
from plancompiler.program import Program
from plancompiler.rule import Rule

CODE = Code(
    name="case-year-differs",
    severity="warning",
    message="Saken «{case}» er fra {year}, men datoen er {when:dato}",
    label="dette er en sak fra {year}",
    help="Rett saksnummeret eller datoen. Nummeret på arkivsaken skriver du i «saksnummer» øverst i planen.",
    what="Året i saksnummeret er et annet enn året i datoen på det samme steget.",
    why="Saksnummeret er veien til vedtaket. Stemmer det ikke med datoen, er ett av dem skrevet feil.",
    bad="""\
saksgang:
  - steg: vedtak
    organ: Kommunestyret
    dato: 2026-06-11
    sak: PS 23/25
""",
    good="""\
saksgang:
  - steg: vedtak
    organ: Kommunestyret
    dato: 2026-06-11
    sak: PS 23/26
""",
)

# `PS 23/26`, `K-sak 40/25`, `K24/2018`, `sak 144/21`: the number of the case, then the year.
_CASE = re.compile(r"(?<!\d)(?P<number>\d{1,4})/(?P<year>(?:19|20)\d\d|\d\d)(?!\d)")
_DIGIT = re.compile(r"\d")
# A folder in the archive has the year first, and is often opened years before the decision.
_ARCHIVE = re.compile(r"arkiv|ephorte|websak|saksnr|jnr|ref", re.IGNORECASE)
# Further from the date than this it is no year.
_FAR = 10


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each step whose date and case number are surely of different years."""
    for step in steps(plan):
        match = _CASE.search(step.text("sak"))
        first, last = step.begins.first, step.ends.last
        if match is None or first is None or last is None or not _is_treated(match, first.year):
            continue
        # Two digits are of the century of the date.
        written = match["year"]
        year = int(written if len(written) == 4 else f"{first.year // 100}{written}")
        if not first.year <= year <= last.year and abs(year - first.year) <= _FAR:
            args = {"case": step.text("sak"), "year": str(year), "when": step.when}
            yield Diagnostic(CODE.name, _place(step, match), args)


def _is_treated(match: re.Match[str], year: int) -> bool:
    """Tell whether a number is that of a case in a meeting, with the year last, and not of a folder in the archive."""
    before = _DIGIT.split(match.string[: match.start()])[-1]
    if _ARCHIVE.search(before):
        return False
    # Without a word in front, `17/21` may be the 21st folder of 2017; `144/21` may not.
    named = any(sign.isalpha() for sign in before)
    return named or len(match["year"]) == 4 or not int(match["number"]) <= year % 100


def _place(step: Step, match: re.Match[str]) -> Locus:
    at = step.at / "sak"
    return Locus(at.path, at.steps, part=f"{match['number']}/{match['year']}")


RULE = Rule(CODE.name, plan=check)
