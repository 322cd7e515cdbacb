"""An address that is not one on the web."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="url-format",
    severity="error",
    message="Adressen må begynne med https://",
    label="skriv {fix}",
    help="Skriv {fix}; `planc fix` gjør det for deg.",
    what="En nettadresse mangler https://, eller er ikke en nettadresse.",
    why="Uten https:// leder lenka ingen steder.",
    bad="""\
vedlegg:
  - id: x1
    tittel: Kart
    url: www.eksempel.no/kart
""",
    good="""\
vedlegg:
  - id: x1
    tittel: Kart
    url: https://www.eksempel.no/kart
""",
    variants={
        "unknown": Words(
            message="Dette er ikke en nettadresse",
            label="«{text}» leder ingen steder på nettet",
            help="Skriv hele adressen, for eksempel https://www.eksempel.no/plan.",
        ),
    },
    fixes={"write": "Skriv «{fix}»"},
)
