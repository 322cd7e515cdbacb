"""Text after the quote that closes a text."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="text-after-quote",
    severity="error",
    message="Hele teksten må stå i anførselstegn, ikke bare en del",
    label="dette står utenfor anførselstegnene",
    help="Skriv `{write}`. Skal ordene bare framheves, er «» enklere.",
    what="En tekst begynner med et ord i anførselstegn og fortsetter etterpå, eller har et anførselstegn inni seg.",
    why="Når en tekst begynner med anførselstegn, slutter den ved det neste.",
    bad="""\
mål:
  - id: m1
    tittel: "Møteplass" for alle
""",
    good="""\
mål:
  - id: m1
    tittel: «Møteplass» for alle
""",
    variants={
        "inside": Words(
            label="teksten fortsetter etter anførselstegnet",
        ),
    },
    fixes={"quote": "Sett hele teksten i anførselstegn"},
)
