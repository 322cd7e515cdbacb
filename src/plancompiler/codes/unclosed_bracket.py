"""A bracket that is never closed."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="unclosed-bracket",
    severity="error",
    message="En klamme mangler",
    label="{opener} blir aldri lukket",
    help="Sett inn {wanted} etter det siste i lista. `planc fix` gjør det for deg.",
    what="En liste mellom [ og ], eller felt mellom { og }, mangler klammen på slutten.",
    why="Uten den blir linjene etter lest som en del av lista.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: [3, 17.10
    nummer: 1
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: [3, 17.10]
    nummer: 1
""",
    fixes={"close": "Sett inn {wanted}"},
)
