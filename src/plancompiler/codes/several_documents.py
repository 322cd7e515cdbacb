"""More than one document in a file."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="several-documents",
    severity="error",
    message="Det kan bare være ett dokument i hver fil",
    label="det som kommer etter her, blir ikke lest",
    help="Flytt det som kommer etter, til en fil for seg, eller ta bort linja.",
    what="En linje med --- eller ... deler fila i flere dokumenter.",
    why="Hver plan, del og hvert register har sin egen fil, slik at endringer er lette å følge.",
    bad="""\
---
mål: []
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
)
