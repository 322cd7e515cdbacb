"""Letters that were read in the wrong encoding and stored again."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="twice-stored",
    severity="error",
    message="Bokstaver er blitt ødelagt: «{text}» skal være «{new}»",
    label="skriv «{new}»",
    help="Bytt «{text}» med «{new}». `planc fix` gjør det for deg.",
    what="Teksten har vært åpnet med feil tegnsett og lagret igjen, slik at æ, ø og å er blitt til to tegn.",
    why="Slik kommer det til å stå på nettsiden.",
    bad="""\
mål:
  - id: m1
    tittel: Flere fÃ¥r vÃ¦re med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    variants={
        "file": Words(
            message="Bokstaver er blitt ødelagt i hele fila",
            label="«{text}» skal være «{new}»",
            help="Fila er åpnet med feil tegnsett og lagret igjen. Hent en eldre utgave av den, eller la `planc fix` rette bokstavene.",
        ),
    },
    fixes={"mend": "Rett bokstavene på linja", "file": "Rett bokstavene i hele fila"},
)
