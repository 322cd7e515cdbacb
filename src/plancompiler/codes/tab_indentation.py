"""A tab before the text of a line."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="tab-indentation",
    severity="error",
    message="Innrykk må skrives med mellomrom, ikke tabulator",
    label="her står en tabulator",
    help="Sett {wanted} mellomrom i stedet for tabulatoren. `planc fix` gjør det for deg.",
    what="En linje begynner med en tabulator.",
    why="En tabulator er ikke like bred i alle programmer, så ingen kan vite hva linja hører til. De fleste redigeringsprogrammer kan settes opp til å skrive mellomrom.",
    bad="""\
mål:
  - id: m1
\x09nummer: 1
    tittel: Flere får være med
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    variants={
        "dash": Words(
            message="Etter en strek må det stå mellomrom, ikke tabulator",
            help="Sett ett mellomrom etter streken. `planc fix` gjør det for deg.",
        ),
        "block": Words(
            label="her står en tabulator i stedet for innrykk",
            help="Rykk linja inn like langt som resten av teksten, med mellomrom. `planc fix` gjør det for deg.",
        ),
    },
    fixes={"spaces": "Sett inn mellomrom"},
)
