"""A number in another spelling than the plan language has."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="number-format",
    severity="error",
    message="Tallet må skrives på norsk vis",
    label="skriv {fix}",
    help="Skriv {fix}: komma foran desimaler, mellomrom mellom tusener og foran enheten. `planc fix` gjør det for deg.",
    what="Et tall er skrevet med punktum, uten mellomrom, med ord eller på en annen måte enn planer trykker det.",
    why="Tall som er skrevet likt, kan telles og sammenlignes. Et punktum kan bety både tusen og desimal.",
    bad="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    måltall:
      - hva: Utlån
        verdi: 54.5 %
""",
    good="""\
virkemidler:
  - id: v1
    tekst: Lage utlån av utstyr.
    måltall:
      - hva: Utlån
        verdi: 54,5 %
""",
    variants={
        "quote": Words(
            message="Anførselstegnet er blitt en del av tallet",
            label="skriv {fix}",
            help="Skriv {fix}. Anførselstegn må være rette og stå på begge sider. `planc fix` gjør det for deg.",
        ),
        "ambiguous": Words(
            message="Tallet kan leses på to måter",
            label="«{text}»: {thousands} eller {decimal}?",
            help="Skriv {thousands} hvis det er tusener, eller {decimal} hvis det er desimaler.",
        ),
        "reversed": Words(
            message="Tallet går fra høyt til lavt",
            label="«{text}»: skriv det laveste først",
            help="Bytt om på tallene. Skal noe gå ned, sier du det med «retning: ned».",
        ),
        "unknown": Words(
            message="Dette er ikke et tall",
            label="«{text}» kan ikke leses som et tall",
            help="Skriv et tall og gjerne en enhet, for eksempel «75 %», «12 000 innbyggere» eller «minst 20 plasser». Er målet ikke et tall, skriver du det i «mål».",
        ),
    },
    fixes={"write": "Skriv «{fix}»"},
)
