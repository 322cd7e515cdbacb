"""A colon with nothing before it."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="empty-key",
    severity="error",
    message="Et felt må ha et navn",
    label="her mangler navnet foran kolon",
    help="Skriv navnet på feltet foran kolon, eller ta bort linja.",
    what="Det står et kolon uten noe foran.",
    why="Et felt uten navn kan ikke vises noe sted.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    : noe
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
)
