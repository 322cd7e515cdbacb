"""A suppression of, or a level for, a rule that does not exist."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unknown-rule",
    severity="warning",
    message="Ingen regel heter «{code}»",
    label="denne koden finnes ikke",
    help="Skriv koden som står i hakeparentes i funnet.",
    what="Et unntak eller en innstilling gjelder en regel som ikke finnes.",
    why="Da gjør unntaket eller innstillingen ingenting, og funnet kommer likevel.",
    bad="""\
arbeidsområde: Planer i Nordvik
regler:
  measure-without-owners: tips
""",
    good="""\
arbeidsområde: Planer i Nordvik
regler:
  measure-without-owner: tips
""",
    variants={"near": Words(help="Mente du «{near}»? Rett koden.")},
    fixes={"near": "Bytt «{code}» med «{near}»"},
)
