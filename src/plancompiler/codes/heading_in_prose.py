"""A Markdown heading in prose."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="heading-in-prose",
    severity="error",
    message="En overskrift i teksten må være et kapittel",
    label="«{text}» står som overskrift midt i teksten",
    help="Lag et kapittel: `kapitler:` med `tittel` og `tekst`. Er det ikke en overskrift, tar du bort # foran.",
    what="Teksten har en overskrift skrevet med # eller strek under.",
    why="Kapitler får plass i innholdslista, egen adresse og riktig nivå for skjermlesere. Det får ikke overskrifter i teksten.",
    bad="""\
mål:
  - id: m1
    tittel: Alle kan være med
    tekst: |
      Fritid er viktig.

      ## Bakgrunn

      Mange står utenfor.
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med
    tekst: Fritid er viktig.
    kapitler:
      - id: m1.k1
        tittel: Bakgrunn
        tekst: Mange står utenfor.
""",
    fixes={"chapters": "Gjør overskriftene til kapitler uten id"},
)
