"""A colon or a dash without the space after it."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="missing-space",
    severity="error",
    message="Det mangler et mellomrom etter kolon",
    label="skriv «{write}»",
    help="Sett inn et mellomrom. `planc fix` gjør det for deg.",
    what="Det står ikke mellomrom etter kolonet i et felt, eller etter streken i en liste.",
    why="Uten mellomrommet blir linja lest som vanlig tekst, og feltet eller punktet blir borte.",
    bad="""\
mål:
  - id: m1
    nummer:1
    tittel: Flere får være med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    variants={
        "dash": Words(
            message="Det mangler et mellomrom etter streken",
        ),
    },
    fixes={"space": "Sett inn et mellomrom"},
)
