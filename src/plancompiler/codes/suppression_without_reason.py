"""A suppression that does not say why."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="suppression-without-reason",
    severity="warning",
    message="Unntaket fra «{code}» mangler begrunnelse, og gjelder ikke",
    label="ingenting etter koden sier hvorfor",
    help="Skriv hvorfor etter en tankestrek: `# planc: unntak {code} – …`.",
    what="En kommentar gjør unntak fra en regel uten å si hvorfor.",
    why="Den som leser planen senere, må se at noen har tenkt seg om. Uten begrunnelse gjelder ikke unntaket.",
    bad="""\
figurer:
  - id: g1
    tittel: Befolkning
    alt: ikke beskrevet # planc: unntak picture-not-described
""",
    good="""\
figurer:
  - id: g1
    tittel: Befolkning
    alt: ikke beskrevet # planc: unntak picture-not-described – bildet kommer
""",
)
