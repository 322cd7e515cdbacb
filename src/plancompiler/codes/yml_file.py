"""A file that ends in .yml."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="yml-file",
    severity="error",
    message="Filer som slutter på .yml, blir ikke lest",
    label="«{name}» er ikke med i planen",
    help="Gi fila navnet «{better}».",
    what="En fil under «plans» slutter på .yml i stedet for .yaml.",
    why="Bare .yaml blir lest, slik at to filer med samme navn ikke kan si hver sin ting.",
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
        "plans/mer.yml": """\
del_av: eksempel
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
