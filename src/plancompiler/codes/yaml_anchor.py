"""A name that YAML gives to a value."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="yaml-anchor",
    severity="error",
    message="Tegnet & foran en tekst har en egen betydning",
    label="«&{name}» blir lest som et merke, ikke som tekst",
    help="Ta bort «&{name}», eller sett teksten i anførselstegn hvis & skal være med.",
    what="I YAML gir & et navn til det som kommer etter. Planer har ikke slike navn.",
    why="Programmer er ikke enige om hva slike merker betyr, og den som leser planen, ser dem ikke.",
    bad="""\
mål:
  - id: m1
    nummer: &a 1
    tittel: Flere får være med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    fixes={"remove": "Ta bort «&{name}»"},
)
