"""A field that brings in others."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="merge-key",
    severity="error",
    message="Feltet «<<» finnes ikke i planer",
    label="«<<» henter felt fra et annet sted",
    help="Skriv feltene her.",
    what="I YAML henter << felt fra et annet sted i fila.",
    why="Den som leser planen, skal se alt som gjelder, der det står.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    <<: felles
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
)
