"""A quote that is never closed."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unclosed-quote",
    severity="error",
    message="Et anførselstegn mangler",
    label="her begynner teksten, men {mark} på slutten mangler",
    help="Skriv `{write}`",
    what="En tekst begynner med anførselstegn, men slutter ikke med det.",
    why="Alt fram til neste anførselstegn blir ellers en del av teksten, også andre felt.",
    bad="""\
mål:
  - id: m1
    tittel: "Flere får være med
    nummer: 1
""",
    good="""\
mål:
  - id: m1
    tittel: "Flere får være med"
    nummer: 1
""",
    variants={
        "opening": Words(
            message="Et anførselstegn mangler",
            label="teksten slutter med {mark}, men begynner ikke med anførselstegn",
        ),
        "curly": Words(
            message="Her må det stå rette anførselstegn",
            label="krumme anførselstegn holder ikke teksten sammen",
        ),
    },
    fixes={
        "close": "Sett inn {mark} på slutten",
        "open": "Sett inn anførselstegn foran",
        "straight": "Bytt til rette anførselstegn",
    },
)
