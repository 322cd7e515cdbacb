"""A kind of file that there is not yet."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="reserved-document",
    severity="error",
    message="Filer med «{key}:» kan ikke brukes ennå",
    label="ordet er holdt av til senere",
    help="Fjern fila. Rapportering, høringsinnspill og egne tabeller kommer i en senere versjon.",
    what="Fila begynner med et ord som er holdt av til noe som ikke er laget ennå.",
    why="Slik blir ingen filer lest som noe annet enn de var ment som.",
    bad="""\
rapport: arsrapport-2026
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
