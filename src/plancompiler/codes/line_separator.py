"""A line break of another kind than the file's own."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="line-separator",
    severity="error",
    message="Et usynlig linjeskift har kommet med i teksten",
    label="her står tegnet {character}",
    help="Bytt det med et vanlig mellomrom. `planc fix` gjør det for deg.",
    what="Det står et linjeskift av et slag som bare noen programmer ser. Det kommer gjerne med fra Word eller PDF.",
    why="Noen programmer deler linja der, andre ikke. Da leser de ikke samme plan.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får\u2028være med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    fixes={"mend": "Bytt det med et mellomrom"},
)
