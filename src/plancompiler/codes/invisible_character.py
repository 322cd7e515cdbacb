"""A character without width in a name."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="invisible-character",
    severity="error",
    message="Det står et usynlig tegn i et navn",
    label="her står tegnet {character}",
    help="Ta bort tegnet. `planc fix` gjør det for deg.",
    what="Et felt, en id eller et ord har et tegn i seg som ikke vises.",
    why="Navnet ser riktig ut, men er ikke det samme som navnet uten tegnet. Da finner ikke planen fram.",
    bad="""\
mål:
  - id: m1
    tit\u200btel: Flere får være med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    fixes={"mend": "Ta bort tegnet"},
)
