"""A municipality number that does not have four digits."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="municipality-format",
    severity="error",
    message="Kommunenummeret må ha fire sifre",
    label="skriv {fix}",
    help="Skriv {fix}; nullen foran hører med.",
    what="Kommunen er ikke skrevet med de fire sifrene i kommunenummeret.",
    why="Navnet på kommunen, og hvilke planer som hører sammen, finnes ved hjelp av nummeret.",
    bad="""\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 301
språk: nb
periode: 2026–2030
status: utkast
""",
    good="""\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
""",
    variants={
        "unknown": Words(
            label="«{text}» er ikke et kommunenummer",
            help="Skriv de fire sifrene, for eksempel 0301. Har planen en annen eier, skriver du den i «eier».",
        ),
    },
    fixes={"write": "Skriv «{fix}»"},
)
