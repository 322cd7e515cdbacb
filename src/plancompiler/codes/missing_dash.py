"""An item without its dash."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="missing-dash",
    severity="error",
    message="Det mangler en strek foran «{field}»",
    label="her begynner et nytt punkt under «{list}»",
    help="Skriv `{write}`. `planc fix` gjør det for deg.",
    what="Et punkt i en liste begynner uten strek.",
    why="Streken viser hvor ett punkt slutter og det neste begynner. Uten den blir to punkter til ett.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    id: m2
    tittel: Flere trives
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
  - id: m2
    tittel: Flere trives
""",
    variants={"alone": Words(label="her begynner et nytt punkt i lista")},
    fixes={"dash": "Sett strek foran punktet"},
)
