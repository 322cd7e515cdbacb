"""Several references written as one text."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="comma-in-reference",
    severity="error",
    message="Flere i samme felt skrives som en liste",
    label="dette leses som ett navn",
    help="Skriv [{list}]. `planc fix` gjør det for deg.",
    what="Flere navn står etter hverandre med komma, men uten hakeparenteser.",
    why="Uten hakeparentes leses alt som ett navn, og ingen av dem blir koblet.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
  - id: m2
    tittel: Lavere terskel
virkemidler:
  - id: v1
    tekst: Åpne møteplasser.
    bidrar_til: m1, m2
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
  - id: m2
    tittel: Lavere terskel
virkemidler:
  - id: v1
    tekst: Åpne møteplasser.
    bidrar_til: [m1, m2]
""",
    fixes={"list": "Sett hakeparenteser rundt"},
)
