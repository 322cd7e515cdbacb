"""A text in a list of nodes."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="bare-text",
    severity="error",
    message="Punktet mangler id og «{key}:»",
    label="her står bare en tekst",
    help="Skriv «id: …» og «{key}: …» på hver sin linje, eller la `planc fix` gjøre det.",
    what="Et punkt i planen er bare en tekst.",
    why="Punktet må ha en id, så andre kan peke på det, og et navn på feltet teksten står i.",
    bad="""\
virkemidler:
  - Lage utlån av utstyr.
""",
    good="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
""",
    fixes={"id": "Legg til id-en «{id}»"},
)
