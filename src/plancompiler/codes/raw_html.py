"""HTML in a text; it is shown as the characters it is."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="raw-html",
    severity="warning",
    message="HTML i teksten blir vist som tegn",
    label="«{text}» kommer på siden slik det står",
    help="Bruk Markdown: *kursiv*, **fet**, [tekst](adresse), lister med strek foran.",
    what="Teksten har HTML-koder.",
    why="Av sikkerhetsgrunner blir koder i teksten aldri til noe annet enn de tegnene de er.",
    bad="""\
mål:
  - id: m1
    tittel: Alle kan være med
    tekst: Dette er <b>viktig</b>.
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med
    tekst: Dette er **viktig**.
""",
)
