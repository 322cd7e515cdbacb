"""A comma with nothing before it."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="stray-comma",
    severity="error",
    message="Det er et komma for mye",
    label="det står ikke noe mellom kommaene",
    help="Ta bort kommaet, eller skriv det som mangler.",
    what="I en liste står det to komma etter hverandre, eller et komma først.",
    why="Et tomt punkt i en liste betyr ingenting.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: [3,, 17.10]
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: [3, 17.10]
""",
    fixes={"remove": "Ta bort kommaet"},
)
