"""A departure from a rule that finds nothing in the plan."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unused-deviation",
    severity="info",
    message="Planen forklarer et avvik den ikke har",
    label="«{rule}» finner ikke noe i denne planen",
    help="Ta ut avviket, så det ikke dekker over et nytt funn.",
    what="Et avvik i planen gjelder en regel som ikke finner noe der.",
    why="Avvikene vises på planens side. Det som er rettet, skal ikke stå der som et avvik.",
    bad="""\
avvik:
  - regel: consultation-too-short
    forklaring: Høringen ble kortet ned etter avtale med rådene.
""",
    good="""\
plan: eksempel
tittel: Kommunedelplan for oppvekst
type: kommunedelplan
kommune: 0301
språk: nb
periode: 2026–2038
status: på høring
saksgang:
  - steg: planprogram fastsatt
    organ: Kommunestyret
    dato: 2025-06-12
    sak: PS 31/25
  - steg: høring
    periode: 2026-02-02–2026-03-09
avvik:
  - regel: consultation-too-short
    forklaring: Høringen ble kortet ned etter avtale med rådene.
""",
    variants={
        "unknown": Words(
            label="ingen regel heter «{rule}»",
            help="Skriv koden som står i hakeparentes i funnet.",
        ),
        "near": Words(
            label="ingen regel heter «{rule}»",
            help="Mente du «{near}»? Rett det, eller ta ut avviket.",
        ),
        "not-a-rule": Words(
            message="«{rule}» er noe planen ikke kan gjøre avvik fra",
            label="det er bare regler en plan kan gjøre avvik fra",
            help="Rett det funnet peker på, og ta ut avviket.",
        ),
    },
    fixes={"near": "Bytt «{rule}» med «{near}»"},
)
