"""A comma in a value between braces."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="comma-in-braces",
    severity="error",
    message="Verdier med komma i {{ }} må stå i anførselstegn",
    label="komma skiller ett felt fra det neste",
    help="Skriv `{write}`, eller sett hvert felt på sin egen linje uten {{ }}.",
    what="En verdi mellom { og } har komma i seg.",
    why="Mellom { og } skiller komma ett felt fra det neste. Tallet 10,7 blir da til 10 og et felt som heter 7.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    måltall:
      - {hva: Deltakere, verdi: 10,7 %, år: 2028}
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    måltall:
      - {hva: Deltakere, verdi: "10,7 %", år: 2028}
""",
    variants={
        "text": Words(
            message="Tekst med komma i {{ }} må stå i anførselstegn",
            help="Skriv `{write}` hvis det er én tekst. Er det siste et felt for seg, mangler det kolon og en verdi.",
        ),
    },
    fixes={"quote": "Sett verdien i anførselstegn"},
)
