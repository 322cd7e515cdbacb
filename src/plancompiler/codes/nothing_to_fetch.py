"""A quotation with no words of its own, of something that has none to give."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="nothing-to-fetch",
    severity="error",
    message="Punktet «{id}» mangler tittel, og det er ingen å hente",
    label="dette er ikke et punkt i en plan som er lagt inn her",
    help="Skriv en tittel, eller pek til punktet det er hentet fra: `sitert: plan/id`.",
    what="Et gjengitt punkt har ingen tittel, og stedet det er hentet fra, har heller ingen.",
    why="Uten tittel er det ingenting å vise.",
    bad="""\
mål:
  - id: m1
    sitert: Vedtatte satsinger for folkehelse
""",
    good="""\
mål:
  - id: m1
    tittel: Mindre sosial ulikhet
    sitert: Vedtatte satsinger for folkehelse
""",
)
