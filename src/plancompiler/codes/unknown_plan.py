"""A part of a plan that does not exist."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="unknown-plan",
    severity="error",
    message="Planen «{plan}» finnes ikke",
    label="denne fila sier at den er en del av den",
    help="Rett navnet etter «del_av:». Det skal være det samme som står etter «plan:» i hovedfila.",
    what="En fil sier at den er en del av en plan som ikke finnes.",
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
""",
        "plans/eksempel/del.yaml": """\
del_av: eksemplet
mål:
  - id: m1
    tittel: Flere får være med
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
""",
        "plans/eksempel/del.yaml": """\
del_av: eksempel
mål:
  - id: m1
    tittel: Flere får være med
""",
    },
)
