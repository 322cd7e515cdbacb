"""A reference to something of a kind the field cannot point at."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="wrong-kind",
    severity="error",
    message="«{text}» kan ikke stå i feltet «{field}»",
    label="her er det {what}",
    help="Feltet kan peke til {kinds}. Hører «{text}» hjemme i et annet felt, flytter du det dit.",
    what="Et felt peker til noe av en annen sort enn feltet kan peke til.",
    why="Feltet sier hva koblingen betyr. Et mål kan for eksempel ikke være ansvarlig for et virkemiddel.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
virkemidler:
  - id: v1
    tekst: Åpne møteplasser.
    ansvarlig: m1
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
roller:
  - id: leder
    tittel: Prosjektleder
virkemidler:
  - id: v1
    tekst: Åpne møteplasser.
    ansvarlig: leder
""",
)
