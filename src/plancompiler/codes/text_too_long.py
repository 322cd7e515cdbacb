"""A text longer than any plan has."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="text-too-long",
    severity="error",
    message="En tekst er for lang",
    label="teksten har mer enn {limit} tegn",
    help="Se etter et anførselstegn som mangler. Er teksten virkelig så lang, deler du den i kapitler.",
    what="En enkelt tekst er lengre enn noen tekst i en plan.",
    why="Som regel mangler et anførselstegn, slik at resten av fila er blitt med.",
    bad="",
    specimen=lambda: b"plan: " + b"a" * 1_000_001,
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
)
