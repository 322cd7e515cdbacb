"""A character before the text of a line."""

from __future__ import annotations

from plancompiler.code import Code

CODE = Code(
    name="stray-character",
    severity="error",
    message="Tegnet {text} har kommet inn foran linja",
    label="dette tegnet hører ikke til feltet",
    help="Ta bort tegnet. `planc fix` gjør det for deg.",
    what="Et tegn står foran et felt eller et punkt i en liste.",
    why="Med tegnet foran er linja verken et felt eller et punkt.",
    bad="""\
mål:
  - id: m1
    nummer: 1
  % tittel: Flere får være med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    fixes={"remove": "Ta bort tegnet"},
)
