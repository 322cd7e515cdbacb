"""A quotation that reads otherwise than what it quotes."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="quotation-differs",
    severity="info",
    message="Gjengivelsen er ikke lik teksten i «{origin}»",
    label="her er det andre ord",
    help="Ta bort tittel og tekst her, så hentes de fra «{origin}». Skal ordene være dine egne, kan du la det stå.",
    what="Et gjengitt punkt har egne ord, og de er ikke de samme som i punktet det er hentet fra.",
    why="Når den andre planen endres, kan gjengivelsen bli feil uten at noen ser det.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
  - id: m2
    tittel: Flere er med
    sitert: m1
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
  - id: m2
    sitert: m1
""",
)
