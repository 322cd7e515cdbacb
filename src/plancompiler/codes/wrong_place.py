"""A node under a parent that cannot hold it."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="wrong-place",
    severity="error",
    message="«{kind}» kan ikke stå her",
    label="står under «{parent}»",
    help="Flytt det. «{kind}» kan stå under: {holders}.",
    what="Et punkt står under noe som ikke kan ha slike punkter under seg.",
    why="Plasseringen sier hva punktet hører til. På feil sted betyr den noe annet enn du mener, eller ingenting.",
    bad="""\
delmål:
  - id: d1
    tittel: Lavere terskel
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    delmål:
      - id: d1
        tittel: Lavere terskel
""",
    variants={
        "third-level": Words(
            message="Virkemidler kan ha ett nivå med virkemidler under seg, ikke to",
            label="dette er tredje nivå",
            help="Flytt det opp ett nivå, eller gjør det om til tekst.",
        ),
    },
)
