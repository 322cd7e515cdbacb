"""The same field in two spellings."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="field-twice",
    severity="error",
    message="«{key}» og «{first}» er samme felt",
    label="feltet står der allerede",
    help="Behold ett av dem.",
    what="Det samme feltet står to ganger, på bokmål og nynorsk.",
    why="Da er det ikke til å vite hvilken tekst som gjelder.",
    bad="""\
mål:
  - id: m1
    tittel: Alle kan være med
    kortnavn: Alle med
    kortnamn: Alle er med
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med
    kortnavn: Alle med
""",
)
