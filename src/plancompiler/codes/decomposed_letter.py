"""A letter written as two characters."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="decomposed-letter",
    severity="warning",
    message="«{new}» er skrevet med to tegn",
    label="bokstaven og prikkene eller ringen er hvert sitt tegn",
    help="Skriv «{new}» på nytt. `planc fix` gjør det for deg.",
    what="En bokstav som å er satt sammen av to tegn. Det skjer når tekst kopieres fra en Mac eller en PDF.",
    why="De to ser like ut, men søk og sammenligning finner dem ikke alltid igjen.",
    bad="""\
mål:
  - id: m1
    tittel: Flere fa\u030ar være med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    fixes={"mend": "Sett bokstavene på linja sammen"},
)
