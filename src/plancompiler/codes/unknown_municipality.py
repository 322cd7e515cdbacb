"""A municipality number that is not in the table."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="unknown-municipality",
    severity="info",
    message="Kommunenummeret {number} står ikke i lista over kommuner",
    label="nettstedet viser nummeret, ikke navnet",
    help="Sjekk nummeret. Er det fra før en sammenslåing, kan du la det stå.",
    what="Kommunenummeret finnes ikke i tabellen over dagens kommuner.",
    why="Uten treff vet ikke nettstedet hva kommunen heter. Eldre planer kan ha et nummer som gjaldt da.",
    bad="""\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 3014
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
)
