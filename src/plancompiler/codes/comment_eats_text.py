"""Text after # that YAML takes for a comment."""

from __future__ import annotations

from plancompiler.code import Code

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
    fixes={"quote": "Sett teksten i anførselstegn"},
)
