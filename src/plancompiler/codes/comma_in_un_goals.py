"""Two UN goals joined by a comma, where a target may have been meant."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="comma-in-un-goals",
    severity="warning",
    message="«{text}» leses som FN-mål {first} og FN-mål {second}",
    label="mener du FN-delmål {point}?",
    help="Skriv {point} hvis du mener FN-delmålet. Mener du to FN-mål, setter du mellomrom etter komma: {both}.",
    what="To tall i en liste av FN-mål står med komma og uten mellomrom, mens de andre har mellomrom.",
    why="I [3, 10,2] kan kommaet være et desimalkomma. Planen ville da vist FN-mål 10 og 2 i stedet for FN-delmål 10.2.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: [3, 10,2]
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: [3, 10.2]
""",
    fixes={"point": "Skriv «{point}»"},
)
