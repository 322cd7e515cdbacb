"""A tab before the text of a line."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="tab-indentation",
    severity="error",
    message="Innrykk må skrives med mellomrom, ikke tabulator",
    label="her står en tabulator",
    help="Bytt tabulatoren med {wanted} mellomrom, så linja står rett under «{beside}» (linje {line}). `planc fix` gjør det for deg.",
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
        "under": Words(
            help="Bytt tabulatoren med {wanted} mellomrom, så linja står under «{beside}» (linje {line}). `planc fix` gjør det for deg.",
        ),
        "margin": Words(
            help="Ta bort tabulatoren, så linja begynner helt til venstre. `planc fix` gjør det for deg.",
        ),
        "text": Words(
            label="her står en tabulator i stedet for innrykk",
            help="Bytt tabulatoren med {wanted} mellomrom, så linja står like langt inn som resten av teksten. `planc fix` gjør det for deg.",
        ),
        "lines-beside": Words(
            label="linje {first}–{last} begynner med tabulator",
            help="Bytt tabulatoren på linje {first}–{last} med {wanted} mellomrom, så linjene står rett under «{beside}» (linje {line}). `planc fix` gjør det for deg.",
        ),
        "lines-under": Words(
            label="linje {first}–{last} begynner med tabulator",
            help="Bytt tabulatoren på linje {first}–{last} med {wanted} mellomrom, så linjene står under «{beside}» (linje {line}). `planc fix` gjør det for deg.",
        ),
        "lines-margin": Words(
            label="linje {first}–{last} begynner med tabulator",
            help="Ta bort tabulatorene på linje {first}–{last}, så linjene begynner helt til venstre. `planc fix` gjør det for deg.",
        ),
        "lines-text": Words(
            label="linje {first}–{last} begynner med tabulator",
            help="Bytt tabulatoren på linje {first}–{last} med {wanted} mellomrom, så linjene står like langt inn som resten av teksten. `planc fix` gjør det for deg.",
        ),
        "lines": Words(
            label="linje {first}–{last} begynner med tabulator",
            help="Bytt tabulatorene på linje {first}–{last} med mellomrom. Linje {first} skal ha {wanted}, så den står rett under «{beside}» (linje {line}), og hvert trinn lenger inn 2 til. `planc fix` gjør det for deg.",
        ),
        "lines-start": Words(
            label="linje {first}–{last} begynner med tabulator",
            help="Bytt tabulatorene på linje {first}–{last} med mellomrom. Linje {first} skal ha {wanted}, og hvert trinn lenger inn 2 til. `planc fix` gjør det for deg.",
        ),
        "dash": Words(
            message="Etter en strek må det stå mellomrom, ikke tabulator",
            help="Sett ett mellomrom etter streken. `planc fix` gjør det for deg.",
        ),
    },
    fixes={"spaces": "Sett inn mellomrom"},
)
