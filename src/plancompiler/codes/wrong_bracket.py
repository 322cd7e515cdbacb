"""A bracket of the wrong kind, or one too many."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="wrong-bracket",
    severity="error",
    message="Det som begynner med {opener}, må slutte med {wanted}",
    label="skriv {wanted} i stedet for {mark}",
    help="Bytt {mark} med {wanted}. `planc fix` gjør det for deg.",
    what="En liste eller noen felt slutter med en annen klamme enn de begynte med, eller med en klamme for mye.",
    why="[ hører sammen med ], og { med }.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: [3, 17.10}
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: [3, 17.10]
""",
    variants={
        "surplus": Words(
            message="Det er en klamme for mye",
            label="{mark} lukker ingenting",
            help="Ta bort {mark}. `planc fix` gjør det for deg.",
        ),
    },
    fixes={"replace": "Bytt {mark} med {wanted}", "remove": "Ta bort {mark}"},
)
