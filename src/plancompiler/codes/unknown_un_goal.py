"""A UN goal that does not exist."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unknown-un-goal",
    severity="error",
    message="FN-mål {text} finnes ikke",
    label="FN har målene 1–17",
    help="Rett nummeret, eller skriv navnet på målet.",
    what="Et bærekraftsmål er skrevet med et nummer eller navn som FN ikke har.",
    why="Planen viser hvilke av de 17 FN-målene den følger opp. Et mål som ikke finnes, kan ikke vises.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: [3, 18]
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: [3, 17]
""",
    variants={
        "name": Words(
            message="FN-mål «{text}» finnes ikke",
            label="ingen av FN-målene heter dette",
            help="Rett navnet, eller skriv nummeret på målet, 1–17.",
        ),
        "near": Words(
            message="FN-mål «{text}» finnes ikke",
            label="ingen av FN-målene heter dette",
            help="Mente du {number} {name}? Skriv {number}.",
        ),
    },
    fixes={"near": "Skriv «{near}»"},
)
