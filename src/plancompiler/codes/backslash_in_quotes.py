"""A backslash between double quotes."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="backslash-in-quotes",
    severity="error",
    message='Tegnet \\ må skrives to ganger mellom ""',
    label="«{text}» er ikke et tegn",
    help="Skriv \\\\, eller velg enkle anførselstegn: '…'. `planc fix` gjør det for deg.",
    what="Det står en omvendt skråstrek i en tekst mellom doble anførselstegn.",
    why="Mellom doble anførselstegn begynner \\ et spesialtegn.",
    bad="""\
mål:
  - id: m1
    tittel: "Flere\\alle får være\\med"
""",
    good="""\
mål:
  - id: m1
    tittel: 'Flere\\alle får være\\med'
""",
    fixes={"double": "Skriv \\ to ganger"},
)
