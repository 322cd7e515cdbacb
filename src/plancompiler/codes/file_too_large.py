"""A file larger than any plan."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="file-too-large",
    severity="error",
    message="Fila er for stor til å leses",
    label="fila er på {size} MB",
    help="Del planen i flere filer med `del_av:`. Grensen er {limit} MB.",
    what="En fil er større enn det som blir lest.",
    why="Ingen plan er så stor. En så stor fil er som regel lagret i feil format, eller inneholder bilder.",
    bad="",
    specimen=lambda: b"# x\n" * 1_400_000,
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
)
