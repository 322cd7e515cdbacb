"""A file that does not say what it is."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unknown-document",
    severity="error",
    message="Det står ikke hva fila er",
    label="den første linja må være «plan:», «del_av:», «register:» eller «vokabular:»",
    help="Begynn fila med for eksempel «plan: min-plan». Er den ikke en del av planene, flytter du den ut av mappa.",
    what="Den første linja i fila sier ikke om den er en plan, en del av en plan, et register eller et vokabular.",
    why="Alt som står i fila, blir lest etter hva den er.",
    bad={
        "plans/eksempel.yaml": """\
navn: Fritid for alle
"""
    },
    good="""\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
""",
    variants={
        "list": Words(
            label="fila er bare en liste",
        ),
        "text": Words(
            label="fila er bare en tekst",
        ),
        "later": Words(
            message="«{key}:» må stå først i fila",
            label="flytt denne linja opp over «{first}:»",
            help="Flytt linja til toppen av fila.",
        ),
    },
)
