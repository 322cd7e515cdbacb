"""A mark before the first character, as some editors leave it."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="byte-order-mark",
    severity="info",
    message="Fila begynner med et usynlig tegn",
    label="et byterekkefølgemerke (BOM)",
    help="Lagre fila som «UTF-8» i stedet for «UTF-8 med BOM» hvis du kan velge. Planen blir lest likevel.",
    what="Noen programmer setter et usynlig merke først i fila når de lagrer som UTF-8.",
    why="Merket gjør ingen skade her, men andre programmer kan stå fast på det.",
    bad={
        "plans/eksempel.yaml": """\
\ufeffplan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
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
