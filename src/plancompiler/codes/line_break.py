"""A text of several lines where there is room for one."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="line-break",
    severity="error",
    message="«{field}» må stå på én linje",
    label="her er det flere linjer",
    help="Sett teksten på én linje, eller flytt noe av den til «tekst».",
    what="Feltet er en overskrift eller en kort tekst, men har flere linjer.",
    why="Korte tekster står i menyer, tabeller og lister, der det bare er plass til én linje.",
    bad="""\
mål:
  - id: m1
    tittel: |
      Alle kan være med
      i hele kommunen
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med i hele kommunen
""",
    fixes={"write": "Sett teksten på én linje"},
)
