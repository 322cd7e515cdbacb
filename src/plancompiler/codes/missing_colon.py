"""A field whose colon is missing."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="missing-colon",
    severity="error",
    message="Det mangler kolon etter «{field}»",
    label="skriv «{write}»",
    help="Sett inn kolon etter «{field}». `planc fix` gjør det for deg.",
    what="En linje begynner med navnet på et felt, men har ikke kolon etter.",
    why="Uten kolon blir linja lest som vanlig tekst.",
    bad="""\
mål:
  - id: m1
    tittel Flere får være med
    nummer: 1
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    nummer: 1
""",
    fixes={"colon": "Sett inn kolon"},
)
