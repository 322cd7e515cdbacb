"""An id that two things bear."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="duplicate-id",
    severity="error",
    message="To punkter har id-en «{id}»",
    label="brukt om igjen",
    help="Gi det nye punktet en ledig id, for eksempel «{free}». La det som er publisert, beholde sin id, ellers slutter gamle lenker å virke.",
    what="To punkter i samme plan, eller to planer, aktører eller dokumenter, har samme id.",
    why="Id-en er adressen til punktet. Med to på samme adresse peker alle lenker til det ene.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
  - id: m1
    tittel: Lavere terskel
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
  - id: m2
    tittel: Lavere terskel
""",
    variants={
        "workspace": Words(
            message="Id-en «{id}» er brukt to ganger",
            help="Gi den ene en annen id. Planer, aktører, dokumenter, ord og tekster deler ett sett med id-er.",
        ),
    },
    related={"first": "først brukt her"},
)
