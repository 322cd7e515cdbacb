"""A reference to a node that was retired."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="retired-reference",
    severity="error",
    message="«{text}» er tatt ut av planen",
    label="står under «utgåtte»",
    help="Pek til noe som gjelder, eller fjern koblingen.",
    what="Et felt peker til et punkt som er tatt ut og står under «utgåtte».",
    why="Det som er tatt ut, kan ikke følges opp.",
    bad="""\
utgåtte:
  - {id: m9, tittel: Gammelt mål, grunn: Fullført}
mål:
  - id: m1
    tittel: Flere får være med
virkemidler:
  - id: v1
    tekst: Åpne møteplasser.
    bidrar_til: m9
""",
    good="""\
utgåtte:
  - {id: m9, tittel: Gammelt mål, grunn: Fullført}
mål:
  - id: m1
    tittel: Flere får være med
virkemidler:
  - id: v1
    tekst: Åpne møteplasser.
    bidrar_til: m1
""",
    variants={
        "replaced": Words(
            help="Pek til det som kom i stedet ({instead}), eller fjern koblingen.",
        ),
    },
)
