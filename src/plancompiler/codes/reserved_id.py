"""A plan id that the site needs for itself."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="reserved-id",
    severity="error",
    message="En plan kan ikke hete «{id}»",
    label="navnet er i bruk på nettstedet",
    help="Velg en annen id, for eksempel «{id}-plan».",
    what="Id-en til planen er navnet på en mappe som nettstedet trenger selv, eller som Windows ikke tillater.",
    why="Id-en blir en del av adressen til planen.",
    bad="""\
plan: dokument
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
""",
    good="""\
plan: dokumentplan
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
""",
)
