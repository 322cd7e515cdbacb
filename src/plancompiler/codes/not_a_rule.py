"""A suppression of, or a level for, a finding that is no rule's."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="not-a-rule",
    severity="error",
    message="«{code}» kan ikke slås av eller få et annet nivå",
    label="dette er ikke en regel, men noe programmet ikke kommer utenom",
    help="Rett det funnet peker på, og ta ut dette.",
    what="Et unntak eller en innstilling gjelder noe annet enn en regel.",
    why="Regler sier noe om planen og kan vurderes. Resten sier hva som ikke kunne leses eller kobles, og det blir ikke borte om funnet gjør det.",
    bad="""\
arbeidsområde: Planer i Nordvik
regler:
  unknown-reference: av
""",
    good="""\
arbeidsområde: Planer i Nordvik
regler:
  measure-without-owner: av
""",
)
