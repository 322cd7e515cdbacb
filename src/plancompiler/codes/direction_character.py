"""A character that turns the direction of writing."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="direction-character",
    severity="error",
    message="Et usynlig tegn snur leseretningen",
    label="her står tegnet {character}",
    help="Ta bort tegnet. `planc fix` gjør det for deg.",
    what="Det står et tegn som sier at teksten skal leses fra høyre mot venstre, eller omvendt.",
    why="Tegnet kan få en tekst til å se ut som noe annet enn den er, også for den som går gjennom endringen.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får \u200evære med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    fixes={"mend": "Ta bort tegnet"},
)
