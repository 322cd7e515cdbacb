"""A bullet of a word processor in a longer text."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="bullet-in-text",
    severity="info",
    message="Linjer som begynner med {mark}, blir ikke en liste",
    label="linjene går i ett når de vises",
    help="Bytt {mark} med «- », så blir det en liste. `planc fix` gjør det for deg.",
    what="En lang tekst har linjer som begynner med et kulepunkt. Slike tegn kommer gjerne med når lister limes inn fra Word.",
    why="Bare en linje som begynner med strek eller tall, blir vist som et punkt i en liste.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    tekst: |
      Vi skal

      • åpne dørene
      • låne ut utstyr
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    tekst: |
      Vi skal

      - åpne dørene
      - låne ut utstyr
""",
    fixes={"dash": "Bytt med strek"},
)
