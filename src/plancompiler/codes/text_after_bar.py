"""Text on the line of the bar that opens a text of several lines."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="text-after-bar",
    severity="error",
    message="Teksten må begynne på linja etter |",
    label="det skal ikke stå noe etter |",
    help="Flytt teksten ned på neste linje, med to mellomrom mer enn feltet. `planc fix` gjør det for deg.",
    what="Det står tekst på samme linje som `|`.",
    why="`|` sier at teksten begynner på neste linje, og at linjeskiftene skal beholdes.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    tekst: | Vi åpner dørene.
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    tekst: |
      Vi åpner dørene.
""",
    fixes={"break": "Flytt teksten ned på neste linje"},
)
