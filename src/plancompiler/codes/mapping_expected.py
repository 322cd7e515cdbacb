"""A text where fields should be."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="mapping-expected",
    severity="error",
    message="«{field}» skal ha felt, ikke bare tekst",
    label="her mangler feltene",
    help="Skriv feltene på hver sin linje, for eksempel «tittel: …».",
    what="Her skal det stå felt med navn og kolon, men det står bare en tekst eller en liste.",
    why="Uten navnet på feltet er det ikke til å vite hva teksten er.",
    bad="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    måltall:
      - 75 %
""",
    good="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    måltall:
      - hva: Utlån i hver bydel
        verdi: 75 %
""",
)
