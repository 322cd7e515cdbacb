"""An id with letters or signs that ids do not have."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="id-format",
    severity="error",
    message="Id-en kan bare ha små bokstaver a–z, tall, punktum og bindestrek",
    label="skriv «{fix}»",
    help="Skriv «{fix}», og bruk det samme der noe peker hit.",
    what="En id har store bokstaver, æøå, mellomrom eller andre tegn, eller er for lang.",
    why="Id-en er adressen til punktet på nettet og skal tåle å stå i lenker, filnavn og e-post.",
    bad="""\
mål:
  - id: Mål 1
    tittel: Alle kan være med
""",
    good="""\
mål:
  - id: mal-1
    tittel: Alle kan være med
""",
    variants={
        "long": Words(
            message="Id-en er for lang",
            label="den kan ha {most} tegn",
            help="Skriv en kortere id. Den trenger ikke si hva punktet handler om.",
        ),
        "unknown": Words(
            label="«{text}» kan ikke være en id",
            help="Skriv for eksempel «m1.d2»: bokstaver og tall, med punktum eller bindestrek mellom delene.",
        ),
    },
    fixes={"write": "Skriv «{fix}»"},
)
