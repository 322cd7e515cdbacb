"""A cell under a heading that its table does not have."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unknown-column",
    severity="error",
    message="Tabellen har ingen kolonne «{heading}»",
    label="kolonnene er {columns}",
    help="Rett overskriften, eller legg den til i «kolonner».",
    what="En rad har en celle under en overskrift som ikke står i «kolonner».",
    why="Cella har ingen plass i tabellen og kommer ikke med.",
    bad="""\
tabeller:
  - id: t1
    tittel: Tilbud
    kolonner: [Nivå, Bolig]
    rader:
      - Nivå: 1
        Boliger: Egen bolig
""",
    good="""\
tabeller:
  - id: t1
    tittel: Tilbud
    kolonner: [Nivå, Bolig]
    rader:
      - Nivå: 1
        Bolig: Egen bolig
""",
    variants={
        "near": Words(
            help="Skriv «{near}», eller legg «{heading}» til i «kolonner».",
        ),
    },
    fixes={"near": "Skriv «{near}»"},
)
