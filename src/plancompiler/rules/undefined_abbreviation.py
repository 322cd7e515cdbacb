"""An abbreviation that neither the plan nor a register explains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from plancompiler.code import Code
from plancompiler.diagnostic import Diagnostic
from plancompiler.link.names import collect_names, entry_names
from plancompiler.node import Document, text
from plancompiler.passages import Passage, all_passages, without_links
from plancompiler.program import Program, below
from plancompiler.rule import Rule
from plancompiler.wiki import mentions

CODE = Code(
    name="undefined-abbreviation",
    severity="info",
    message="Forkortelsen «{text}» er ikke forklart",
    label="her står den første gang i planen",
    help="Legg den i ordlista, eller skriv hele ordet første gang, med forkortelsen i parentes.",
    what="Teksten har en forkortelse som verken planen, ordlista eller de andre registrene forklarer.",
    why="Planen skal kunne leses av dem den gjelder for, og de kjenner ikke kommunens egne forkortelser (språklova § 9).",
    bad="""\
mål:
  - id: m1
    tittel: Flere får hjelp tidlig
    tekst: Barn som trenger det, blir meldt til BTI-teamet.
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får hjelp tidlig
    tekst: Barn som trenger det, blir meldt til teamet for bedre tverrfaglig innsats (BTI).
""",
)

# What everyone who reads a plan knows, names that nobody reads as abbreviations any more, and what holds the place of a
# text to come, which is another finding.
_KNOWN = frozenset(
    "ADHD AIDS AS ASA BNP COVID CV DNA EF EM EU EØS FAU FN GPS GWh HF HIV HMS HR ID IKS IKT IQ ISO IT KF KI KS LHBT LHBTI "
    "LO MWh MVA NATO NAV NHO NM NMBU NOK NOU NRK NS NTNU NVE OECD OK OL PC PDF PST QR RHF SA SFO SMS SSB TBA TBD TODO TV "
    "TWh UDI UK UNESCO UNICEF USA VM VVS WC WHO".split()
)
# Letters that are all capitals, save perhaps one in the middle and one at the end: «IMDi», «HiØ», «FoU», «EUs».
_SHORT = re.compile(r"\b(?=\w{2,6}\b)[A-ZÆØÅ]+(?:[a-zæøå][A-ZÆØÅ]+[a-zæøå]?|[A-ZÆØÅ][a-zæøå]?)\b")
# A word in capitals beside another is a heading, not two abbreviations.
_SHOUTED = re.compile(r"\b[A-ZÆØÅ]{2,}(?:[ :–-]+[A-ZÆØÅ]{2,}\b)+")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_FIRST_WORD = re.compile(r"\w+")
_PLAIN_WORD = re.compile(r"\b[a-zæøå]{2,6}\b")

# «… (BTI)», «(heretter BTI)» · «BTI (bedre tverrfaglig innsats)» · a line «BTI: …», «BTI – …» · «BTI står for …».
_EXPLAINED = re.compile(
    r"\((?:(?:heretter|forkortet|forkorta|også|kalt|kalla|òg)\s+)*[«\"]?([A-ZÆØÅ]\w{1,7})[»\"]?\)"
    r"|\b([A-ZÆØÅ]\w{1,7})\s\((?!se\b|sjå\b|jf|kap|s\.|\d)(?=[^()]{8})"
    r"|^[ \t]*(?:[-*+][ \t]+)?\**([A-ZÆØÅ]\w{1,7})\**(?::|[ \t]+[–=-])[ \t]"
    r"|\b([A-ZÆØÅ]\w{1,7})\s(?:står\sfor|betyr|tyder|er\s(?:en\s|ei\s)?forkort)",
    re.MULTILINE,
)


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding where each abbreviation of a plan stands first, when nothing explains it."""
    read = [passage for passage in all_passages(program, plan) if passage.key != "kilde"]
    first: dict[str, tuple[Passage, int, int]] = {}
    for passage in read:
        if _SHORT.search(passage.text):
            for short, start, end in _abbreviations(without_links(passage.text)):
                first.setdefault(short, (passage, start, end))
    if not first:
        return
    # «IKKE» is «ikke» said loudly: what the plan also writes in small letters is a word.
    words = {word for passage in read for word in _PLAIN_WORD.findall(passage.text)}
    explained = _explained(plan, program, read)
    for short, (passage, start, end) in first.items():
        if short not in explained and short.lower() not in words:
            yield Diagnostic(CODE.name, passage.part(start, end), {"text": short})


def _abbreviations(text: str) -> Iterator[tuple[str, int, int]]:
    loud = {place for found in _SHOUTED.finditer(text) for place in range(*found.span())}
    for found in _SHORT.finditer(text):
        short = found[0].removesuffix("s")
        if short not in _KNOWN and not _ROMAN.fullmatch(short) and found.start() not in loud:
            yield short, found.start(), found.start() + len(short)


def _explained(plan: Document, program: Program, read: Iterable[Passage]) -> frozenset[str]:
    """Return the words that the plan's own texts, its names or the registers explain."""
    found: set[str] = set()
    for passage in read:
        for explained in _EXPLAINED.finditer(passage.text):
            found.update(word for word in explained.groups() if word)
        for link in mentions(passage.text) if "[[" in passage.text else ():
            found.update(short[0].removesuffix("s") for short in _SHORT.finditer(link.shown or link.ref))
    for name in _names(plan, program):
        first = _FIRST_WORD.match(name)
        found.update((name, first[0]) if first else ())
    return frozenset(found)


def _names(plan: Document, program: Program) -> Iterator[str]:
    """Yield what has a name and an explanation where the plan is read: entries, the plan, and its own points."""
    for name, reach in _reach(program).items():
        if reach is None or plan.id in reach:
            yield from entry_names(program.entries[name])
    yield plan.text("kortnavn")
    for node in below(program, plan.id):
        yield node.text("kortnavn")
        if node.kind == "rolle":
            yield node.text("tittel")
        for column in node.texts("kolonner")[:1] if node.kind == "tabell" else ():
            if column.casefold().startswith("forkort"):
                yield from (text(row, column) for row in node.records("rader"))


@lru_cache(maxsize=1)
def _reach(program: Program) -> Mapping[str, frozenset[str] | None]:
    """Return the plans in which each entry is known by name, None for all; one unit's short form is not another's."""
    return collect_names(program.plans, {}, program.entries, {}, ()).reach


RULE = Rule(CODE.name, plan=check, alone=True)
