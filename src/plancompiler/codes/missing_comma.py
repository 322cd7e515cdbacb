"""Two fields between braces with no comma between."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="missing-comma",
    severity="error",
    message="Det mangler et komma foran «{key}»",
    label="her begynner et nytt felt",
    help="Sett inn komma etter «{text}». `planc fix` gjør det for deg.",
    what="Mellom { og } står to felt uten komma imellom.",
    why="Komma skiller ett felt fra det neste.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    måltall:
      - {hva: Deltakere verdi: 100}
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    måltall:
      - {hva: Deltakere, verdi: 100}
""",
    fixes={"insert": "Sett inn komma"},
)
