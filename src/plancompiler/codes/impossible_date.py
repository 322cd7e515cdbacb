"""A date that no calendar has."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="impossible-date",
    severity="error",
    message="Datoen finnes ikke i kalenderen",
    label="«{text}» finnes ikke",
    help="Rett datoen. Er den feil i kilden, skriver du det i «merknader» og lar feltet være borte.",
    what="Datoen har en dag, uke eller måned som ikke finnes.",
    why="En dato som ikke finnes, kan ikke vises eller sammenlignes med andre.",
    bad="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    frist: 2028-02-30
""",
    good="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    frist: 2028-02-29
""",
    variants={
        "month": Words(
            label="det finnes ingen måned {month}",
        ),
        "day": Words(
            label="{month:dato} har {days} dager",
        ),
        "week": Words(
            label="{year} har {most} uker",
        ),
        "part": Words(
            label="et år har {most} {what}",
        ),
    },
)
