"""A node without an id."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="missing-id",
    severity="error",
    message="Punktet mangler id",
    label="«{kind}» må ha en id",
    help="Legg til «id: …», eller la `planc fix` lage den.",
    what="Et punkt i planen har ikke noen id.",
    why="Id-en er punktets faste adresse. Uten den kan ingen peke på punktet eller følge det fra utgave til utgave.",
    bad="""\
mål:
  - tittel: Alle kan være med
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med
""",
    fixes={"id": "Legg til id-en «{id}»"},
)
