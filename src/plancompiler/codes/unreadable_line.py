"""A line that cannot be read, for a reason without a name."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="unreadable-line",
    severity="error",
    message="Linja kan ikke leses",
    label="verken et felt, et punkt eller tekst som fortsetter",
    help="Se etter tegn som ikke hører hjemme, og sett tekst med spesielle tegn i anførselstegn. Linja, og det som hører under den, er ikke lest.",
    what="En linje er skrevet slik at den ikke kan leses, og det er ikke klart hva som er ment.",
    why="Resten av fila er lest uten linja, slik at du ser alt som er galt på en gang.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    *a nummer: 1
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
)
