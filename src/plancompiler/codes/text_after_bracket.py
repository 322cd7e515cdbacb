"""Text after the bracket that closes a list."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="text-after-bracket",
    severity="error",
    message="En tekst som begynner med klamme, må stå i anførselstegn",
    label="{text} blir lest som en liste, og det kan ikke stå tekst etter den",
    help="Skriv `{write}`",
    what="En tekst begynner med [ eller {, og fortsetter etter at klammen er lukket.",
    why="Klammer først i en tekst er tegnet for en liste eller flere felt.",
    bad="""\
mål:
  - id: m1
    tittel: [Utkast] Flere får være med
""",
    good="""\
mål:
  - id: m1
    tittel: "[Utkast] Flere får være med"
""",
    variants={
        "link": Words(
            message="En tekst som begynner med [[ ]], må stå i anførselstegn",
            label="lenken først på linja blir lest som en liste",
            help="Skriv `{write}`, eller sett teksten under `|`.",
        ),
        "inside": Words(
            message="En tekst med klammer må stå i anførselstegn",
            label="klammen blir lest som en liste inne i lista",
        ),
    },
    fixes={"quote": "Sett teksten i anførselstegn"},
)
