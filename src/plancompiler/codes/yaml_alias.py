"""A value that is only a pointer to another."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="yaml-alias",
    severity="error",
    message="Tegnet * foran et ord har en egen betydning",
    label="«*{name}» blir lest som en henvisning til et merke",
    help="Skriv teksten her. Skal * være med, setter du teksten i anførselstegn; skal det være en liste, skriver du «- » foran hvert punkt.",
    what="I YAML viser * til noe som er merket med & et annet sted. Planer har ikke slike henvisninger.",
    why="Den som leser planen, kan ikke se hva som skal stå der.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    tekst: *felles
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    tekst: "*felles"
""",
)
