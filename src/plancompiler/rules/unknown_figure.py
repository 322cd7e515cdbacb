"""A text that points at a figure or table the plan does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plancompiler.code import Code, Words
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document
from plancompiler.passages import all_passages, without_links
from plancompiler.program import Program, below
from plancompiler.rule import Rule

CODE = Code(
    name="unknown-figure",
    severity="warning",
    message="Teksten viser til figur {number}, men planen har ingen figur {number}",
    label="ingen figur har dette nummeret",
    help="Rett nummeret, legg inn figuren, eller skriv teksten uten den.",
    what="Teksten viser til en figur eller tabell med et nummer som ingen figur eller tabell i planen har.",
    why="Leseren leter etter noe som ikke finnes. Det skjer når figurer kommer til eller faller ut, og teksten står.",
    bad="""\
kapitler:
  - id: k1
    tittel: Befolkning
    tekst: Figur 10 viser at folketallet øker.
    figurer:
      - id: g1
        nummer: 1
        tittel: Folketall
        alt: Kurve som viser at det blir flere innbyggere hvert år.
""",
    good="""\
kapitler:
  - id: k1
    tittel: Befolkning
    tekst: Figur 1 viser at folketallet øker.
    figurer:
      - id: g1
        nummer: 1
        tittel: Folketall
        alt: Kurve som viser at det blir flere innbyggere hvert år.
""",
    variants={
        "tabell": Words(
            message="Teksten viser til tabell {number}, men planen har ingen tabell {number}",
            label="ingen tabell har dette nummeret",
            help="Rett nummeret, legg inn tabellen, eller skriv teksten uten den.",
        ),
    },
)

# One printed number. More digits than this is one of Statistics Norway's tables.
_NUMBER = r"\d{1,3}(?:\.\d{1,3})*[a-z]?(?!\w|\s?%)"
# «figur 3 og 4», «tabellene 1, 2 og 5», «figur 3–5», and «Figur 3-5», which may be a range or one number.
_POINTS_AT = re.compile(
    rf"\b(figur|tabell|table)(?:er?|en|ene|ar|ane|a|s|es)?\s*({_NUMBER}(?:(?:\s*[,–-]\s*|\s+(?:og|eller|and)\s+){_NUMBER})*)",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"{_NUMBER}(?:-{_NUMBER})*")
_ONE = re.compile(_NUMBER)
# Of a longer list the number alone is marked.
_MOST_MARKED = 40
# What follows when the figure is another document's: «figur 3 i rapporten», not «figur 3 i kapittel 2».
_ELSEWHERE = re.compile(r"\s+(?:i|på|fra|frå|hos|in|of)\s+(?!kap|vedlegg|denne\b|planen\b|avsnitt|punkt|chapter)")


def check(plan: Document, program: Program) -> Iterator[Diagnostic]:
    """Yield a finding for each number of a figure or table that a text of the plan names and no node bears."""
    numbers = frozenset(
        (node.kind, node.text("nummer").casefold())
        for node in below(program, plan.id)
        if node.kind in {"figur", "tabell"}
    )
    for passage in all_passages(program, plan):
        # A source is another document, with figures of its own.
        if passage.key == "kilde" or not _POINTS_AT.search(passage.text):
            continue
        for found in _POINTS_AT.finditer(without_links(passage.text)):
            if not _ELSEWHERE.match(passage.text, found.end()):
                kind = "figur" if found[1].casefold() == "figur" else "tabell"
                for number, end in _missing(found, kind, numbers):
                    variant = kind if kind == "tabell" else ""
                    start = found.start() if end - found.start() <= _MOST_MARKED else end - len(number)
                    yield Diagnostic(CODE.name, passage.part(start, end), {"number": number}, variant)


def _missing(found: re.Match[str], kind: str, numbers: frozenset[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    """Yield each number named that nothing of the kind bears once, with its end; «2a» is there when «2» is."""
    said: set[str] = set()
    for listed in _LISTED.finditer(found[2]):
        if (kind, listed[0].casefold()) in numbers:
            continue
        for one in _ONE.finditer(listed[0]):
            number = one[0].casefold()
            if number not in said and not {(kind, number), (kind, number.rstrip("abcdefgh"))} & numbers:
                said.add(number)
                yield one[0], found.start(2) + listed.start() + one.end()


RULE = Rule(CODE.name, plan=check, alone=True)
