"""A period in another spelling than the plan language has."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="period-format",
    severity="error",
    message="Perioden må skrives fra–til",
    label="skriv {fix}",
    help="Skriv {fix}; `planc fix` gjør det for deg.",
    what="En periode er skrevet på en annen måte enn fra–til.",
    why="Når alle perioder er skrevet likt, kan de sammenlignes og tegnes på en tidslinje.",
    bad="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    periode: 2026 til 2030
""",
    good="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    periode: 2026–2030
""",
    variants={
        "doubtful": Words(
            help="Skriv {fix} hvis det er det du mener.",
        ),
        "unknown": Words(
            label="«{text}» kan ikke leses som fra og til",
            help="Skriv for eksempel 2026–2030, 2026-05-01–2026-09-15, «2026–» eller «–2030». Sier kilden det ikke, lar du feltet være borte.",
        ),
    },
    fixes={"write": "Skriv «{fix}»"},
)
