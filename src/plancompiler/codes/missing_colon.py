"""A field whose colon is missing."""

from __future__ import annotations

from plancompiler.code import Code, Words

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
    variants={
        "alone": Words(
            message="Det mangler kolon og en verdi etter «{field}»",
            label="dette står alene i {{ }}",
            help="Skriv kolon og en verdi etter navnet på feltet. Er det en del av en tekst, setter du hele teksten i anførselstegn.",
        ),
    },
    fixes={"colon": "Sett inn kolon"},
)
