"""A period that ends before it begins."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="period-reversed",
    severity="error",
    message="Perioden slutter før den begynner",
    label="skriv det tidligste først",
    help="Bytt om: {turned}. Sjekk at begge årene er riktige.",
    what="Det som står sist i perioden, er tidligere enn det som står først.",
    why="En periode som slutter før den begynner, har ingen lengde og kan ikke vises.",
    bad="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    periode: 2030–2026
""",
    good="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    periode: 2026–2030
""",
    fixes={"write": "Bytt om: {fix}"},
)
