"""A text or a mapping where a list should be."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="list-expected",
    severity="error",
    message="«{field}» skal være en liste",
    label="her står bare en tekst",
    help="Skriv en strek og et mellomrom foran hvert punkt på linjene under «{field}:».",
    what="Feltet tar en liste, med en strek foran hvert punkt.",
    why="Uten strekene er det ikke til å vite hvor ett punkt slutter og det neste begynner.",
    bad="""\
mål:
  - id: m1
    tittel: Alle kan være med
    måltall:
      hva: Deltakere
      verdi: 100
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med
    måltall:
      - hva: Deltakere
        verdi: 100
""",
    variants={
        "mapping": Words(
            label="streken foran punktet mangler",
            help="Sett «- » foran det første feltet, og rykk resten inn like langt.",
        ),
    },
    fixes={"list": "Sett strek foran punktet"},
)
