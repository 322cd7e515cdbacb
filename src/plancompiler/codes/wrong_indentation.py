"""A line that does not line up with its siblings."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="wrong-indentation",
    severity="error",
    message="Linja er rykket inn feil",
    label="står i kolonne {column}; skal stå i kolonne {wanted}, som «{beside}» på linje {line}",
    help="Flytt linja til kolonne {wanted}. `planc fix` gjør det for deg.",
    what="Et felt eller et punkt i en liste står ikke rett under dem det hører sammen med.",
    why="Innrykket viser hva som hører til hva. Felter på samme punkt må begynne i samme kolonne.",
    bad="""\
mål:
  - id: m1
    nummer: 1
     tittel: Flere får være med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    variants={
        "block": Words(
            message="Linja er rykket for lite inn",
            label="står i kolonne {column}; teksten begynner i kolonne {wanted} på linje {line}",
            help="Flytt linja til kolonne {wanted}, eller rykk hele teksten like langt inn. `planc fix` gjør det for deg.",
        ),
    },
    related={"beside": "skal stå rett under denne"},
    fixes={"indent": "Flytt linja til kolonne {wanted}"},
)
