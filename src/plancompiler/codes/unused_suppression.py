"""A suppression of a rule that finds nothing there."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unused-suppression",
    severity="info",
    message="Unntaket fra «{code}» trengs ikke",
    label="regelen finner ikke noe på denne linja",
    help="Ta ut kommentaren. Står funnet på en annen linje, flytter du kommentaren dit.",
    what="En kommentar gjør unntak fra en regel som ikke finner noe der.",
    why="Unntaket kan skjule et nytt funn senere, uten at noen har bestemt det.",
    bad="""\
figurer:
  - id: g1
    tittel: Befolkning
    alt: Søyler som viser at det blir dobbelt så mange over 80 år. # planc: unntak picture-not-described – bildet kommer
""",
    good="""\
figurer:
  - id: g1
    tittel: Befolkning
    alt: ikke beskrevet # planc: unntak picture-not-described – bildet kommer
""",
    variants={
        "file": Words(
            label="regelen finner ikke noe i denne fila",
            help="Ta ut kommentaren. Øverst i fila gjelder et unntak for hele fila.",
        ),
    },
    fixes={"remove": "Ta ut kommentaren"},
)
