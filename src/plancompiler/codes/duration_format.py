"""A length of time in another spelling than the plan language has."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="duration-format",
    severity="error",
    message="Varigheten må være et tall og en enhet",
    label="skriv {fix}",
    help="Skriv {fix}; `planc fix` gjør det for deg.",
    what="Hvor lenge noe varer, er skrevet uten tall, uten enhet eller på en måte som ikke kan leses.",
    why="Varigheten kan bare sammenlignes når den har et tall og en enhet.",
    bad="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    varighet: ett års tid
""",
    good="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    varighet: 1–2 år
""",
    variants={
        "unknown": Words(
            label="«{text}» kan ikke leses",
            help="Skriv for eksempel «1 år», «1–2 år», «6 måneder» eller «ca. 3 uker».",
        ),
    },
    fixes={"write": "Skriv «{fix}»"},
)
