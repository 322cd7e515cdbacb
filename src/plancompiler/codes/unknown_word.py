"""A word that is not among those the field takes."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unknown-word",
    severity="error",
    message="«{word}» er ikke et ord «{field}» kjenner",
    label="ordet finnes ikke i lista",
    help="Bruk ett av disse: {words}.",
    what="Feltet tar bare noen faste ord, og dette er ikke ett av dem.",
    why="Faste ord gjør at planer kan telles, sorteres og sammenlignes.",
    bad="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    prioritering: viktig
""",
    good="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    prioritering: prioritert
""",
    variants={
        "near": Words(
            label="mente du «{near}»?",
            help="Skriv «{near}», eller et annet av disse: {words}.",
        ),
        "elsewhere": Words(
            message="«{word}» kan ikke brukes om dette",
            label="ordet hører til noe annet",
            help="Bruk ett av disse: {words}.",
        ),
    },
    fixes={"near": "Skriv «{near}»"},
)
