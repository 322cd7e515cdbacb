"""A reference to something that does not exist."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unknown-reference",
    severity="error",
    message="«{text}» finnes ikke",
    label="finner det ikke i noen plan eller noe register",
    help="Rett skrivemåten. Er punktet tatt ut, fjerner du «{text}», eller fører punktet opp under «utgåtte».",
    what="Et felt eller en [[kobling]] peker til noe som ikke finnes.",
    why="En kobling som ikke fører noe sted, blir et hull i planen: målet mister oppfølgingen det skulle hatt.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
virkemidler:
  - id: v1
    tekst: Åpne møteplasser.
    bidrar_til: m2
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
virkemidler:
  - id: v1
    tekst: Åpne møteplasser.
    bidrar_til: m1
""",
    variants={
        "near": Words(
            help="Mente du «{near}» ({what})? Rett det, eller fjern det.",
        ),
        "neighbour": Words(
            help="Er punktet tatt ut, fjerner du «{text}». Mente du «{near}» ({what}), retter du id-en.",
        ),
        "plan": Words(
            label="planen «{plan}» finnes ikke",
            help="Rett navnet på planen foran skråstreken. Navnet er det som står etter «plan:» øverst i fila.",
        ),
    },
    fixes={"near": "Bytt «{text}» med «{near}»"},
)
