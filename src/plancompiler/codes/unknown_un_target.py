"""A UN target that does not exist."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unknown-un-target",
    severity="error",
    message="FN-delmål {text} finnes ikke",
    label="FN-mål {goal} har delmålene {numbers}",
    help="Rett nummeret, eller skriv bare {goal} hvis du mener hele målet.",
    what="Et FN-delmål er skrevet med et nummer som FN ikke har.",
    why="FN har 169 delmål. Nummeret er tekst: 17.1 og 17.10 er to forskjellige.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: 3.10
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: 3.4
""",
    variants={
        "lettered": Words(
            label="FN-mål {goal} har delmålene {numbers} og {letters}",
        ),
    },
)
