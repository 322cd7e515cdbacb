"""A file that says nothing."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="empty-file",
    severity="error",
    message="Fila er tom",
    label="her står det ingenting som hører til en plan",
    help="Begynn fila med `plan:`, `del_av:` eller `register:`, eller slett den.",
    what="En fil har ikke noe innhold, eller bare kommentarer.",
    why="En tom fil er som regel en fil noen glemte å skrive ferdig.",
    bad={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
""",
        "plans/tom.yaml": """\
# Her kommer planen.
""",
    },
    good={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
""",
    },
)
