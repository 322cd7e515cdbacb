"""A part that hangs under a node that does not exist."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="unknown-under",
    severity="error",
    message="Planen «{plan}» har ikke noe punkt med id-en «{under}»",
    label="fila skal stå under dette punktet",
    help="Rett id-en etter «under:», eller ta bort linja hvis innholdet skal stå rett under planen.",
    what="En fil som er del av en plan, skal stå under et punkt som ikke finnes.",
    why="Da hører innholdet i fila ikke hjemme noe sted og kommer ikke med på nettstedet.",
    bad={
        "plans/eksempel/plan.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
mål:
  - id: m1
    tittel: Flere får være med
""",
        "plans/eksempel/del.yaml": """\
del_av: eksempel
under: m2
delmål:
  - id: d1
    tittel: Lavere terskel
""",
    },
    good={
        "plans/eksempel/plan.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
mål:
  - id: m1
    tittel: Flere får være med
""",
        "plans/eksempel/del.yaml": """\
del_av: eksempel
under: m1
delmål:
  - id: d1
    tittel: Lavere terskel
""",
    },
)
