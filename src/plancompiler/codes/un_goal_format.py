"""A UN goal in another spelling than the plan language has."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="un-goal-format",
    severity="error",
    message="FN-målet skrives bare med nummer eller navn",
    label="skriv {fix}",
    help="Skriv {fix}; `planc fix` gjør det for deg.",
    what="Et FN-mål er skrevet med ord foran eller etter nummeret, med komma, eller flere står i ett.",
    why="Når FN-mål alltid er skrevet likt, kan nettstedet samle alt som gjelder hvert av dem.",
    bad="""\
mål:
  - id: m1
    tittel: Alle kan være med
    bærekraftsmål: FN 3
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med
    bærekraftsmål: 3
""",
    variants={
        "several": Words(
            message="Flere FN-mål må stå i en liste",
            label="«{text}» leses som ett FN-mål",
            help="Skriv {list}.",
        ),
        "comma": Words(
            message="FN-målet «{text}» er skrevet med komma",
            label="kan leses som {point} eller som to FN-mål",
            help="Skriv {point} hvis du mener FN-delmålet. Mener du to FN-mål, skriver du dem i en liste: {list}.",
        ),
        "named": Words(
            message="FN-målet skrives med nummer eller navn, ikke med begge",
            label="skriv {number}",
            help="Skriv {number}. Navnet kommer med på nettstedet av seg selv.",
        ),
        "differs": Words(
            message="FN-mål {number} heter ikke «{name}»",
            label="«{name}» er FN-mål {other}",
            help="Skriv {number} hvis du mener {right}, og {other} hvis du mener {title}.",
        ),
        "unknown": Words(
            label="«{text}» er verken et nummer eller et navn",
            help="Skriv et FN-mål (6), et FN-delmål (3.4 eller 16.b) eller navnet på FN-målet.",
        ),
    },
    fixes={"write": "Skriv «{fix}»", "number": "Skriv «{number}»"},
)
