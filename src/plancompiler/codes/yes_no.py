"""Something else than yes or no."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="yes-no",
    severity="error",
    message="Svaret må være ja eller nei",
    label="skriv {fix}",
    help="Skriv «{fix}»; `planc fix` gjør det for deg.",
    what="Feltet tar bare ja eller nei.",
    why="Ett ord for hvert svar gjør at reglene kan stole på det.",
    bad="""\
vokabular: plantyper
poster:
  - id: temaplan
    planprogram: true
""",
    good="""\
vokabular: plantyper
poster:
  - id: temaplan
    planprogram: ja
""",
    variants={
        "unknown": Words(
            label="«{text}» er ingen av delene",
            help="Skriv «ja» eller «nei», eller la feltet være borte.",
        ),
    },
    fixes={"write": "Skriv «{fix}»"},
)
