"""A key that the plan language does not have."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="unknown-key",
    severity="error",
    message="Feltet «{key}» finnes ikke",
    label="det finnes ikke noe felt med dette navnet",
    help="Rett navnet på feltet, eller flytt teksten til «tekst» eller et kapittel.",
    what="Et felt har et navn som språket ikke har.",
    why="Et felt ingen kjenner, kommer ikke med i planen.",
    bad="""\
mål:
  - id: m1
    titel: Alle kan være med
""",
    good="""\
mål:
  - id: m1
    tittel: Alle kan være med
""",
    variants={
        "near": Words(
            label="mente du «{meant}»?",
            help="Skriv «{meant}:» i stedet for «{key}:».",
        ),
        "several": Words(
            label="mente du {meant}?",
            help="Velg det du mener: {meant}.",
        ),
        "meant": Words(
            label="dette skrives i feltet «{meant}»",
            help="Bytt «{key}:» med «{meant}:».",
        ),
        "term": Words(
            label="{key} skrives i feltet «{meant}»",
            help="Bytt «{key}:» med «{meant}:». Skal nettsiden si «{word}», skriver du `{terms}: {{{kind}: {word}}}` øverst i planen.",
        ),
        "record": Words(
            label="«{here}» har ikke noe felt med dette navnet",
            help="Rett navnet på feltet, eller ta det bort. Feltene her er {fields}.",
        ),
        "anchoring": Words(
            label="forankring skrives som et kapittel, eller i «bygger_på»",
            help="Skriv et kapittel med tittelen «Forankring», eller «bygger_på:» hvis det er et dokument eller en plan.",
        ),
        "reason": Words(
            label="begrunnelsen hører til i teksten eller på en kobling",
            help="Skriv begrunnelsen i «tekst» eller i et kapittel. På en kobling står den sammen med «til».",
        ),
    },
    fixes={"rename": "Skriv «{meant}:»"},
)
