"""A field that is written twice."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="duplicate-key",
    severity="error",
    message="Feltet «{key}» er skrevet to ganger",
    label="bare det første blir lest",
    help="Ta bort det ene «{key}», eller slå de to sammen.",
    what="Samme felt står to ganger på samme punkt.",
    why="Bare det ene kan gjelde, og hvilket er ikke lett å se.",
    bad="""\
mål:
  - id: m1
    nummer: 1
    nummer: 2
    tittel: Flere får være med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    related={"first": "skrevet første gang her"},
    fixes={"remove": "Ta bort den andre linja; de to er like"},
)
