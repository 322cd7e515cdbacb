"""A reference to something that does not exist."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unknown-reference",
    severity="error",
    message="«{text}» finnes ikke",
    label="ingen plan og ikke noe register har dette navnet eller denne id-en",
    help="Rett skrivemåten, eller fjern det. Punkter i en annen plan skrives «plan/id».",
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
        "plan": Words(
            label="planen «{plan}» finnes ikke",
            help="Rett navnet på planen foran skråstreken. Navnet er det som står etter «plan:» øverst i fila.",
        ),
    },
    fixes={"near": "Bytt «{text}» med «{near}»"},
)
