"""Years in the title that are not those of the plan's period."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic, Locus, Related
from plancompiler.node import Document
from plancompiler.program import Program
from plancompiler.rule import Rule
from plancompiler.schedule import plan_days
from plancompiler.values.dates import Days

CODE = Code(
    name="title-period-differs",
    severity="warning",
    message="Tittelen sier {written}, men «periode» sier {period}",
    label="dette er ikke årene i «periode»",
    help="Finn ut hva som er riktig, og skriv de samme årene begge steder.",
    what="Årene i tittelen eller undertittelen er andre enn i «periode».",
    why="Leseren må vite hvilke år planen gjelder for, og det er årene i tittelen folk siterer.",
    bad="""\
plan: eksempel
tittel: Temaplan for idrett 2024–2030
type: temaplan
kommune: 0301
språk: nb
periode: 2025–2030
status: utkast
""",
    good="""\
plan: eksempel
tittel: Temaplan for idrett 2025–2030
type: temaplan
kommune: 0301
språk: nb
periode: 2025–2030
status: utkast
""",
    variants={"undertittel": Words(message="Undertittelen sier {written}, men «periode» sier {period}")},
    related={"period": "perioden står her"},
)

_YEARS = re.compile(r"(?<![\d-])((?:19|20)\d\d) ?[–—-] ?((?:19|20)?\d\d)(?![\d-])")


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding when the title names years from and to, and none of those it names is the plan's."""
    period = plan_days(program, plan.id)
    related = (Related(Locus(plan.file, ("periode",)), "period"),)
    for key in ("tittel", "undertittel"):
        written = tuple(_YEARS.finditer(plan.text(key)))
        if written and not any(_agrees(match, period) for match in written):
            args = {"written": written[0][0], "period": plan.text("periode")}
            place = Locus(plan.file, (key,), part=written[0][0])
            yield Diagnostic(CODE.name, place, args, key if key in CODE.variants else "", related)


def _agrees(written: re.Match[str], period: Days) -> bool:
    """Tell whether years in a title may be those of a period; an open end says nothing."""
    first, last = written[1], written[2]
    # Two digits after a hyphen may be a month; they are a year only when they are later than the one before.
    if len(last) == 2 and last <= first[2:]:
        return True
    last = last if len(last) == 4 else first[:2] + last
    return (period.first is None or period.first.year == int(first)) and (
        period.last is None or period.last.year == int(last)
    )


RULE = Rule(CODE.name, plan=check)
