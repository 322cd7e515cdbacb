"""Line ends of a kind that no one uses any more."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="lone-carriage-return",
    severity="warning",
    message="Linjene slutter på en måte som få programmer forstår",
    label="her er det første slike linjeskiftet",
    help="Lagre fila med vanlige linjeskift. `planc fix` gjør det for deg.",
    what="En linje slutter med tegnet CR alene, slik gamle Mac-er gjorde.",
    why="Andre programmer ser hele fila som én linje, og da kan ingen se hva som er endret.",
    bad="""\
mål:
  - id: m1
    nummer: 1\x0d    tittel: Flere får være med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    fixes={"mend": "Bytt til vanlige linjeskift"},
)
