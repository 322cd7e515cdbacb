"""A file that is not text at all."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="not-text",
    severity="error",
    message="Fila er ikke en tekstfil",
    label="innholdet er ikke tekst",
    help="Legg fila et annet sted, eller lagre den på nytt som tekst med tegnsettet UTF-8.",
    what="En fil slutter på .yaml, men inneholder noe annet enn tekst.",
    why="Et dokument fra Word eller et bilde kan ikke leses som plan, selv om det får et annet navn.",
    bad="",
    specimen=lambda: bytes(range(256)) * 4,
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
)
