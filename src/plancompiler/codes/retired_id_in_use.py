"""The id of a retired node, used again."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="retired-id-in-use",
    severity="error",
    message="Id-en «{id}» er brukt før og kan ikke brukes om igjen",
    label="står også under «utgåtte»",
    help="Gi punktet en ny id. Er det det gamle punktet som er tilbake, tar du det bort fra «utgåtte».",
    what="Et punkt har samme id som et punkt som er tatt ut av planen.",
    why="Gamle lenker ville ført til noe annet enn det de pekte til.",
    bad="""\
utgåtte:
  - {id: m1, tittel: Gammelt mål, grunn: Fullført}
mål:
  - id: m1
    tittel: Flere får være med
""",
    good="""\
utgåtte:
  - {id: m9, tittel: Gammelt mål, grunn: Fullført}
mål:
  - id: m1
    tittel: Flere får være med
""",
)
