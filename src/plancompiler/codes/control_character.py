"""A character no text can hold."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="control-character",
    severity="error",
    message="Et usynlig tegn har kommet med i teksten",
    label="her står tegnet {character}, som ikke kan vises",
    help="Ta bort tegnet. `planc fix` gjør det for deg.",
    what="Det står et usynlig tegn i fila. Det kommer gjerne med når tekst limes inn fra Word eller PDF.",
    why="Slike tegn kan ikke vises på en nettside, og mange programmer leser ikke en fil som har dem.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får\x0bvære med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    variants={
        "break": Words(
            message="Et linjeskift fra Word har kommet med i teksten",
            label="her står et tegn som ikke kan vises",
            help="Bytt linjeskiftet med et mellomrom. `planc fix` gjør det for deg.",
        ),
    },
    fixes={"mend": "Ta bort tegnet", "space": "Bytt med et mellomrom"},
)
