"""A date in another spelling than the plan language has."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="date-format",
    severity="error",
    message="Datoen må skrives år-måned-dag",
    label="skriv {fix}",
    help="Skriv {fix}; `planc fix` gjør det for deg. Vet du ikke dagen, kan du skrive «{year}», «1. halvår {year}» eller «2. tertial {year}».",
    what="En dato er skrevet på en annen måte enn år-måned-dag, eller med ord som ikke sier når.",
    why="Når alle datoer er skrevet likt, kan de sorteres, søkes fram og sammenlignes. Nettsidene viser dem på vanlig norsk.",
    bad="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    frist: 27.04.2028
""",
    good="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    frist: 2028-04-27
""",
    variants={
        "two-digits": Words(
            message="Årstallet må ha fire sifre",
            help="Skriv {fix} hvis det er det du mener.",
        ),
        "no-year": Words(
            message="Datoen mangler år",
            label="«{text}» kan være hvilket år som helst",
            help="Skriv året også, for eksempel 2028-04-27 eller «vår 2028».",
        ),
        "period": Words(
            message="En frist er én dato, ikke fra og til",
            label="«{text}» er et tidsrom",
            help="Flytt det til «periode», eller skriv den siste datoen.",
        ),
        "unknown": Words(
            message="Dette er ikke en dato",
            label="«{text}» sier ikke når",
            help="Skriv så nøyaktig du vet: 2028-04-27, 2028-04, 2028, «vår 2028», «1. halvår 2028». Sier kilden det ikke, lar du feltet være borte.",
        ),
    },
    fixes={"write": "Skriv «{fix}»"},
)
