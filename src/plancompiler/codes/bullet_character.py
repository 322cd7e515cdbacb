"""A bullet of a word processor where a dash should be."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="bullet-character",
    severity="error",
    message="Punkter i en liste begynner med strek, ikke {mark}",
    label="skriv «- » her",
    help="Bytt {mark} med «- ». `planc fix` gjør det for deg.",
    what="Et punkt i en liste begynner med et kulepunkt eller en stjerne. Slike tegn kommer gjerne med når lister limes inn fra Word.",
    why="Bare strek og mellomrom er tegnet for et punkt.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    merknader:
      • Årstallet mangler i kilden.
      • Kilden har ingen frister.
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    merknader:
      - Årstallet mangler i kilden.
      - Kilden har ingen frister.
""",
    fixes={"dash": "Bytt med strek"},
)
