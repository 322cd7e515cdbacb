"""A white paper, bill or report that is cited so that nobody can tell which it is (L57)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document, Entry, Node
from plancompiler.passages import passages, without_links
from plancompiler.phrase import shortened
from plancompiler.program import Program, below, links_from
from plancompiler.rule import Rule

CODE = Code(
    name="cited-without-number",
    severity="info",
    message="«{title}» har verken nummer eller år",
    label="et dokument i en nummerert serie",
    help="Skriv nummeret slik det er trykt: «nummer: {example}». Sier ikke kilden det, skriver du det i «merknader».",
    what="En stortingsmelding, proposisjon eller NOU som en plan viser til, mangler nummer eller år.",
    why="Numrene begynner på nytt for hvert år. Uten nummer og år finner ikke leseren dokumentet igjen.",
    bad={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
bygger_på: leve-hele-livet
""",
        "plans/registre/dokumenter.yaml": """\
register: dokumenter
dokumenter:
  - id: leve-hele-livet
    tittel: Leve hele livet
    type: stortingsmelding
""",
    },
    good={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
bygger_på: leve-hele-livet
""",
        "plans/registre/dokumenter.yaml": """\
register: dokumenter
dokumenter:
  - id: leve-hele-livet
    tittel: Leve hele livet
    type: stortingsmelding
    nummer: Meld. St. 15 (2017–2018)
""",
    },
    variants={
        "year": Words(message="«{title}» mangler året nummeret hører til"),
        "text": Words(
            message="«{written}» mangler året nummeret hører til",
            label="numrene begynner på nytt for hvert år",
            help="Skriv året etter nummeret, som i «{example}».",
        ),
    },
)

_EXAMPLES: Mapping[str, str] = {
    "stortingsmelding": "Meld. St. 15 (2017–2018)",
    "proposisjon": "Prop. 112 L (2018–2019)",
    "nou": "NOU 2016: 17",
}
_YEAR = r"(?:19|20)\d\d"
# The year may follow a title, in the same sentence.
_CITED = re.compile(
    r"\b(?:(?P<stortingsmelding>Meld\. ?St\.|St\. ?meld\.)|(?P<proposisjon>Prop\.|Ot\. ?prp\.)|(?P<nou>NOU))"
    rf"(?: ?nr\.)?\s?(?:(?P<first>{_YEAR}): ?)?(?P<number>\d{{1,3}})(?!\d)(?: [LS]\b)?(?P<year>(?=[^.\n]{{0,80}}?{_YEAR}))?"
)
# Most texts cite none, and looking for these is much faster than the pattern.
_TRACES = ("Meld", "meld", "Prop", "prp", "NOU")
# What comes every year is cited as a series, and has no number of its own.
_YEARLY = re.compile(r"\bårl[ei]g", re.IGNORECASE)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each such document that the plan cites, and each number without a year in its own words."""
    nodes = tuple(node for node in below(program, plan.id) if node.name not in program.quoted)
    entries = tuple(_cited(plan, nodes, program))
    for entry in entries:
        example = _EXAMPLES.get(entry.text("type"), "")
        # A note is how a register says what the source does not.
        if example and not entry.texts("merknader") and not _has_year(entry):
            variant = "year" if entry.text("nummer") else ""
            place = entry.at / "nummer" if variant else entry.at
            yield Diagnostic(CODE.name, place, {"title": shortened(entry.text("tittel")), "example": example}, variant)
    yield from _in_words(program, nodes, entries)


def _cited(plan: Document, nodes: Iterable[Node], program: Program) -> Iterator[Entry]:
    names = (plan.id, *(node.name for node in nodes))
    cited = dict.fromkeys(link.target for name in names for link in links_from(program, name))
    for entry in (program.entries[name] for name in cited if name in program.entries):
        if entry.section == "dokumenter":
            yield entry


def _has_year(entry: Entry) -> bool:
    written = entry.text("år") or entry.text("periode") or re.search(_YEAR, entry.text("nummer"))
    return bool(written or _YEARLY.search(entry.text("tittel")))


def _in_words(program: Program, nodes: Iterable[Node], entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Yield a finding for each number that has a year nowhere in the plan, nor in a document it cites."""
    # What is a link has its document.
    written = [
        (passage, match)
        for node in nodes
        for passage in passages(program, node)
        if passage.key in {"tittel", "tekst"} and any(trace in passage.text for trace in _TRACES)
        for match in _CITED.finditer(without_links(passage.text))
    ]
    known = {_series(match) for _, match in written if _dated(match)}
    known |= {_series(match) for entry in entries for match in _CITED.finditer(entry.text("nummer"))}
    for passage, match in written:
        if _series(match) not in known:
            args = {"written": " ".join(match[0].split()), "example": _EXAMPLES[_series(match)[0]]}
            yield Diagnostic(CODE.name, passage.part(*match.span()), args, "text")


def _dated(match: re.Match[str]) -> bool:
    return match["first"] is not None or match["year"] is not None


def _series(match: re.Match[str]) -> tuple[str, str]:
    """Return the series a number is in, and the number."""
    return next(name for name in _EXAMPLES if match[name]), match["number"]


RULE = Rule(CODE.name, plan=check, alone=True)
