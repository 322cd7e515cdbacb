"""A file that ends in .yml."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="yml-file",
    severity="error",
    message="Filer som slutter på {end}, blir ikke med",
    label="«{name}» er ikke med i planen",
    help="Gi fila navnet «{better}». Ser du ikke «{end}» på skjermen, må du slå på visning av filendelser først.",
    what="En fil under «plans» slutter på .yml, .YAML eller .yaml.txt i stedet for .yaml.",
    why="Bare .yaml blir med, slik at to filer med samme navn ikke kan si hver sin ting.",
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
