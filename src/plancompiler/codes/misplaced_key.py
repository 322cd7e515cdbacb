"""A key that belongs somewhere else."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="misplaced-key",
    severity="error",
    message="Feltet «{key}» kan ikke stå her",
    label="«{here}» har ikke dette feltet",
    help="Flytt det. «{key}» kan stå i: {holders}.",
    what="Feltet finnes, men ikke her.",
    why="Hvor feltet står, avgjør hva det betyr. Her betyr det ingenting.",
    bad="""\
kapitler:
  - id: k1
    tittel: Innledning
    frist: 2028
""",
    good="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    frist: 2028
""",
)
