"""A file that is not named from the folder of the plan."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="file-path",
    severity="error",
    message="Fila må stå sammen med planen",
    label="skriv {fix}",
    help="Skriv {fix}; `planc fix` gjør det for deg.",
    what="Et bilde eller et vedlegg er pekt ut med en adresse ut av mappa til planen, eller med omvendt skråstrek.",
    why="Bare filer som ligger sammen med planen, følger med til nettstedet.",
    bad="""\
vedlegg:
  - id: x1
    tittel: Kart
    fil: ../../kart.pdf
""",
    good="""\
vedlegg:
  - id: x1
    tittel: Kart
    fil: vedlegg/kart.pdf
""",
    variants={
        "outside": Words(
            label="«{text}» er utenfor mappa til planen",
            help="Legg fila i mappa til planen, og skriv navnet, for eksempel «figurer/trapp.png».",
        ),
    },
    fixes={"write": "Skriv «{fix}»"},
)
