"""A space that only looks like one."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="odd-space",
    severity="error",
    message="Et hardt mellomrom står der det må være et vanlig",
    label="her står tegnet {character}",
    help="Bytt det med et vanlig mellomrom. `planc fix` gjør det for deg.",
    what="Innrykket, eller mellomrommet etter en strek eller et kolon, er et mellomrom av et annet slag. Det kommer gjerne med fra Word eller fra en nettside.",
    why="Det ser likt ut, men regnes ikke som mellomrom. Linja blir da lest som en del av noe annet.",
    bad="""\
mål:
  - id: m1
   \xa0tittel: Flere får være med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    fixes={"mend": "Bytt det med et vanlig mellomrom"},
)
