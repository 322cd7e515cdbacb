"""A character no text can hold."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="control-character",
    severity="error",
    message="Et styretegn har kommet med i teksten",
    label="her står tegnet {character}, som ikke kan vises",
    help="Ta bort tegnet. `planc fix` gjør det for deg.",
    what="Det står et usynlig styretegn i fila. Det kommer gjerne med når tekst limes inn fra Word eller PDF.",
    why="Styretegn kan ikke vises på en nettside, og mange programmer leser ikke en fil som har dem.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får\x0bvære med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    fixes={"mend": "Ta bort tegnet"},
)
