"""Someone responsible whom no register knows."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unknown-actor",
    severity="warning",
    message="«{text}» står ikke i noe register over aktører",
    label="vises som tekst, uten egen side",
    help="Legg aktøren inn i et register med «aktører:», eller rett skrivemåten.",
    what="En ansvarlig eller samarbeidspartner finnes verken i et register over aktører eller som rolle i planen.",
    why="Det som ikke er registrert, får ingen side som samler ansvaret, og to skrivemåter blir to aktører.",
    bad={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
virkemidler:
  - id: v1
    tekst: Åpne møteplasser.
    ansvarlig: Bydel Vest
""",
        "plans/registre/a.yaml": """\
register: a
aktører:
  - id: bydelen
    navn: Bydel Sentrum
    type: enhet
""",
    },
    good={
        "plans/eksempel.yaml": """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
virkemidler:
  - id: v1
    tekst: Åpne møteplasser.
    ansvarlig: Bydel Sentrum
""",
        "plans/registre/a.yaml": """\
register: a
aktører:
  - id: bydelen
    navn: Bydel Sentrum
    type: enhet
""",
    },
    variants={
        "near": Words(
            help="Mente du «{near}» ({what})? Rett det, eller legg aktøren inn i et register med «aktører:».",
        ),
        "reach": Words(
            message="«{text}» er ikke registrert for denne planen",
            label="står i {file}, men gjelder der bare andre planer",
            help="Skriv id-en «{id}», eller legg til «{here}» under «gjelder» i registeret.",
        ),
    },
    fixes={"near": "Bytt «{text}» med «{near}»"},
)
