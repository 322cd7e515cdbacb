"""A rhythm in another spelling than the plan language has."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="rhythm-format",
    severity="error",
    message="Skriv hvor ofte med ett av ordene planen kjenner",
    label="skriv «{fix}»",
    help="Skriv «{fix}»; `planc fix` gjør det for deg.",
    what="Hvor ofte noe skjer, er skrevet på en annen måte enn språket har.",
    why="Når det er skrevet likt overalt, kan det som skjer hvert år, samles og sammenlignes.",
    bad="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    frist: hvert år
""",
    good="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    frist: årlig
""",
    variants={
        "unknown": Words(
            label="«{text}» er ikke ett av dem",
            help="Skriv daglig, ukentlig, månedlig, kvartalsvis, tertialvis, halvårlig, årlig, jevnlig, løpende eller «hvert 4. år».",
        ),
    },
    fixes={"write": "Skriv «{fix}»"},
)
