"""A type that YAML gives to a value."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="yaml-tag",
    severity="error",
    message="Tegnet ! foran en tekst har en egen betydning",
    label="«{tag}» blir lest som en type, ikke som tekst",
    help="Ta bort «{tag}», eller sett hele teksten i anførselstegn hvis ! skal være med.",
    what="I YAML sier ! hva slags verdi som kommer etter. Planer har ikke det.",
    why="Alt i en plan er tekst til språket sier noe annet. En type kan få programmer til å gjøre noe ingen har bedt om.",
    bad="""\
mål:
  - id: m1
    nummer: !!str 1
    tittel: Flere får være med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    fixes={"remove": "Ta bort «{tag}»"},
)
