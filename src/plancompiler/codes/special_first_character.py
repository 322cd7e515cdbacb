"""A text that begins with a character that means something in YAML."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="special-first-character",
    severity="error",
    message="En tekst som begynner med {mark}, må stå i anførselstegn",
    label="{mark} har en egen betydning først i en tekst",
    help="Skriv `{write}`",
    what="En tekst uten anførselstegn begynner med et av tegnene @ ` % & * ! | > - ? , eller lignende.",
    why="Først i en tekst har disse tegnene en egen betydning i YAML.",
    bad="""\
mål:
  - id: m1
    tittel: @ungdom får være med
""",
    good="""\
mål:
  - id: m1
    tittel: "@ungdom får være med"
""",
    fixes={"quote": "Sett teksten i anførselstegn"},
)
