"""Text after # that YAML takes for a comment."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="comment-eats-text",
    severity="warning",
    message="Alt etter # faller bort",
    label="«{lost}» blir lest som en kommentar og kommer ikke med i planen",
    help="Sett teksten i anførselstegn hvis # skal være med: `{write}`. Er det en kommentar, setter du et mellomrom etter #.",
    what="Det står # med mellomrom foran i en tekst uten anførselstegn.",
    why="Det som kommer etter, blir borte uten at noen merker det.",
    bad="""\
mål:
  - id: m1
    tittel: Plass #1 for folk
""",
    good="""\
mål:
  - id: m1
    tittel: "Plass #1 for folk"
""",
    variants={
        "all": Words(
            message="En tekst som begynner med #, må stå i anførselstegn",
            label="«{lost}» blir ellers lest som en kommentar",
        ),
    },
    fixes={"quote": "Sett teksten i anførselstegn"},
)
