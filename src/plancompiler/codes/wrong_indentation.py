"""A line that does not line up with its siblings."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="wrong-indentation",
    severity="error",
    message="Linja er rykket for langt inn",
    label="skal stå rett under «{beside}» på linje {line}",
    help="Flytt linja {count} mellomrom til venstre. `planc fix` gjør det for deg.",
    what="Et felt eller et punkt i en liste står ikke rett under dem det hører sammen med.",
    why="Innrykket viser hva som hører til hva. Felt på samme punkt må stå rett under hverandre.",
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
        "right": Words(
            message="Linja er rykket for lite inn",
            help="Flytt linja {count} mellomrom til høyre. `planc fix` gjør det for deg.",
        ),
        "lines-left": Words(
            message="Linje {first}–{last} er rykket for langt inn",
            label="linje {first} skal stå rett under «{beside}» på linje {line}",
            help="Flytt linje {first}–{last} {count} mellomrom til venstre. `planc fix` gjør det for deg.",
        ),
        "lines-right": Words(
            message="Linje {first}–{last} er rykket for lite inn",
            label="linje {first} skal stå rett under «{beside}» på linje {line}",
            help="Flytt linje {first}–{last} {count} mellomrom til høyre. `planc fix` gjør det for deg.",
        ),
        "between": Words(
            message="Linja står mellom to trinn",
            label="rykket inn som verken det ene eller det andre",
            help="Hører den sammen med «{left_beside}» på linje {left_line}, flytter du den {left_count} mellomrom til venstre; med «{right_beside}» på linje {right_line}, {right_count} til høyre.",
        ),
        "lines-between": Words(
            message="Linje {first}–{last} står mellom to trinn",
            label="rykket inn som verken det ene eller det andre",
            help="Hører de sammen med «{left_beside}» på linje {left_line}, flytter du linje {first}–{last} {left_count} mellomrom til venstre; med «{right_beside}» på linje {right_line}, {right_count} til høyre.",
        ),
        "block": Words(
            message="Linja er rykket for lite inn",
            label="skal stå like langt inn som teksten på linje {line}",
            help="Flytt linja {count} mellomrom til høyre, eller rykk hele teksten like langt inn. `planc fix` gjør det for deg.",
        ),
    },
    related={"beside": "skal stå rett under denne"},
    fixes={"indent": "Rett innrykket"},
)
