"""A list under text, which YAML reads as one line."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="list-in-text",
    severity="warning",
    message="Lista blir lest som én lang linje",
    label="punktene blir til tekst, og linjene går i ett",
    help="Sett `|` etter kolon, og begynn teksten på neste linje. `planc fix` gjør det for deg.",
    what="En liste står på linjene under en tekst som begynte på feltets egen linje.",
    why="Uten `|` blir linjene satt etter hverandre med mellomrom, og lista blir borte.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    tekst: Vi skal
      - åpne dørene
      - låne ut utstyr
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
    fixes={"block": "Sett inn `|`, og behold linjene"},
)
