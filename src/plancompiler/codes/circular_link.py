"""Links that go in a ring."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="circular-link",
    severity="error",
    message="Koblingene i «{field}» går i ring",
    label="{ring}",
    help="Fjern en av koblingene. Ingenting kan bygge på seg selv.",
    what="Noe peker til seg selv gjennom en kjede av koblinger.",
    why="En plan kan ikke være overordnet seg selv, og et mål kan ikke bidra til det som bidrar til det.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    bidrar_til: m2
  - id: m2
    tittel: Lavere terskel
    bidrar_til: m1
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    bidrar_til: m2
  - id: m2
    tittel: Lavere terskel
""",
    variants={
        "self": Words(
            message="«{id}» peker til seg selv",
            label="feltet «{field}» peker tilbake hit",
            help="Fjern koblingen, eller pek til et annet punkt.",
        ),
    },
)
