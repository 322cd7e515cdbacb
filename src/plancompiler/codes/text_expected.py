"""A list or a mapping where a text should be."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="text-expected",
    severity="error",
    message="«{field}» skal være en tekst",
    label="her står det noe annet enn én tekst",
    help="Skriv én tekst.",
    what="Feltet tar én tekst, men her står en liste eller flere felt.",
    why="Da er det ikke til å vite hvilken tekst som gjelder.",
    bad="""\
mål:
  - id: m1
    tittel: [Alle, kan være med]
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med
""",
    variants={
        "list": Words(
            label="her står en liste",
            help="Skriv én tekst, uten strek eller hakeparentes. Begynner teksten med [, setter du den i anførselstegn.",
        ),
        "mapping": Words(
            label="her står flere felt",
            help="Skriv én tekst. Har teksten kolon, setter du den i anførselstegn.",
        ),
    },
)
