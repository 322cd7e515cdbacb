"""A field that must be there is not."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="missing-field",
    severity="error",
    message="«{key}» mangler",
    label="«{here}» må ha «{key}»",
    help="Legg til «{key}: …».",
    what="Et felt som må være der, mangler eller er tomt.",
    why="Uten feltet kan ikke siden vises slik den skal.",
    bad="""\
mål:
  - id: m1
    tekst: Alle skal kunne være med.
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med
    tekst: Alle skal kunne være med.
""",
    variants={
        "title": Words(
            message="Tittelen mangler",
            label="«{here}» må ha en tittel",
            help="Legg til «tittel: …», eller «sitert: …» hvis ordene skal hentes fra en annen plan.",
        ),
        "title-or-text": Words(
            message="Både tittel og tekst mangler",
            label="«{here}» må ha en av dem",
            help="Legg til «tittel: …» eller «tekst: …», eller «sitert: …» hvis ordene skal hentes fra en annen plan.",
        ),
        "name": Words(
            message="Det mangler noe å kalle punktet",
            label="«{here}» må ha en tittel eller noe i stedet",
            help="Legg til «tittel: …». En figur eller tabell kan ha «nummer» eller «kilde» i stedet, en interessent «aktør».",
        ),
        "owner": Words(
            message="Det står ikke hvem planen gjelder for",
            label="planen må ha «kommune» eller «eier»",
            help="Legg til «kommune:» med kommunenummeret, eller «eier:» med en aktør fra registeret.",
        ),
        "one-of": Words(
            message="Det står ikke hva som ikke følges opp",
            label="her må «til», «fn» eller «tema» stå",
            help="Legg til «til: …», «fn: …» eller «tema: …».",
        ),
    },
)
