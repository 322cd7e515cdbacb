"""An old id that another node bears."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="former-id-in-use",
    severity="error",
    message="«{id}» er oppgitt som gammel id, men er i bruk",
    label="her sies det at punktet het «{id}» før",
    help="Ta bort «tidligere_id», eller gi det andre punktet en ny id.",
    what="En id står som «tidligere_id» på ett punkt, mens et annet punkt bærer den.",
    why="En gammel lenke kan bare føre til ett sted.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    tidligere_id: m2
  - id: m2
    tittel: Lavere terskel
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    tidligere_id: m9
  - id: m2
    tittel: Lavere terskel
""",
    related={"bearer": "dette punktet har id-en nå"},
)
