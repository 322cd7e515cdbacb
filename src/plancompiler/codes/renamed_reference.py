"""A reference by an old id."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="renamed-reference",
    severity="error",
    message="«{text}» har fått ny id",
    label="heter nå «{new}»",
    help="Bytt «{text}» med «{new}». `planc fix` gjør det for deg.",
    what="Et felt peker til en id som er byttet ut. Den gamle står som «tidligere_id».",
    why="Gamle lenker på nettet virker fortsatt, men planene skal bruke den id-en som gjelder.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    tidligere_id: m9
virkemidler:
  - id: v1
    tekst: Åpne møteplasser.
    bidrar_til: m9
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    tidligere_id: m9
virkemidler:
  - id: v1
    tekst: Åpne møteplasser.
    bidrar_til: m1
""",
    fixes={"rename": "Bytt til «{new}»"},
)
