"""A name that two actors or two documents share."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="duplicate-name",
    severity="error",
    message="To i registeret heter «{name}»",
    label="brukes også av «{other}»",
    help="Gi dem ulike navn, eller skriv med «gjelder» hvilke planer hvert navn gjelder i.",
    what="To aktører, eller to dokumenter, har samme navn, kortnavn eller alias i samme plan.",
    why="Da vet ingen hvem planen mener når den skriver navnet.",
    bad={
        "plans/registre/a.yaml": """\
register: a
aktører:
  - id: bydelen
    navn: Bydel Sentrum
    type: enhet
  - id: bydel-2
    navn: Bydel Øst
    alias: Bydel Sentrum
    type: enhet
""",
    },
    good={
        "plans/registre/a.yaml": """\
register: a
aktører:
  - id: bydelen
    navn: Bydel Sentrum
    type: enhet
  - id: bydel-2
    navn: Bydel Øst
    type: enhet
""",
    },
    related={"first": "navnet brukes også her"},
)
