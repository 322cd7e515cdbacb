"""A colon and a space in a text without quotes."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="colon-in-text",
    severity="error",
    message="Tekst med kolon og mellomrom må stå i anførselstegn",
    label="resten blir lest som et nytt felt",
    help="Skriv `{write}`",
    what="En tekst har et kolon med mellomrom etter, eller slutter med kolon, og står ikke i anførselstegn.",
    why="Kolon og mellomrom er tegnet for at et felt begynner. Prosa under `|` har ikke denne regelen.",
    bad="""\
mål:
  - id: m1
    tittel: Mål: Flere får være med
""",
    good="""\
mål:
  - id: m1
    tittel: "Mål: Flere får være med"
""",
    variants={
        "last": Words(
            message="Tekst som slutter med kolon, må stå i anførselstegn",
            label="uten anførselstegn blir teksten lest som navnet på et felt",
        ),
        "later-line": Words(
            message="Tekst med kolon og mellomrom må stå i anførselstegn",
            label="herfra blir teksten lest som et nytt felt",
            help="Sett hele teksten i anførselstegn: `{write}`. Lang tekst kan i stedet stå under `|`, uten anførselstegn.",
        ),
    },
    fixes={"quote": "Sett teksten i anførselstegn"},
)
