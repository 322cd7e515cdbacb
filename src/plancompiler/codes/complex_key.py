"""A list or a mapping where the name of a field should be."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="complex-key",
    severity="error",
    message="Et felt må ha et navn",
    label="her står en liste eller flere felt i stedet for et navn",
    help="Skriv navnet på feltet, kolon og mellomrom, og så verdien.",
    what="Foran et kolon står det en liste eller flere felt.",
    why="Et felt uten navn kan ikke vises noe sted.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    [a, b]: c
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
)
