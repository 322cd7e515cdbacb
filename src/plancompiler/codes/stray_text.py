"""Text that belongs to no field."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="stray-text",
    severity="error",
    message="Teksten hører ikke til noe felt",
    label="denne linja er verken et felt eller et punkt i en liste",
    help="Skriv hvilket felt det er, for eksempel `tekst: …`, eller sett # foran hvis det er en kommentar.",
    what="En linje står mellom feltene uten å være et felt, et punkt i en liste eller en kommentar.",
    why="Det kan ikke gjettes hvor teksten skal vises, så den blir ikke med.",
    bad="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: [3]
    Flere skal få være med på det de liker.
    nummer: 1
""",
    good="""\
mål:
  - id: m1
    tittel: Flere får være med
    bærekraftsmål: [3]
    tekst: Flere skal få være med på det de liker.
    nummer: 1
""",
    variants={
        "wrapped": Words(
            message="Linja må rykkes inn hvis den hører til «{field}»",
            label="fortsetter «{field}» på linje {line}, men er ikke rykket inn",
            help="Sett {count} mellomrom foran linja, eller sett den sammen med linja over. Lang tekst er lettest etter `{field}: |`, med {wanted} mellomrom foran hver linje.",
        ),
        "not-indented": Words(
            message="Linja må rykkes inn hvis den hører til «{field}»",
            label="hører til «{field}» på linje {line}, men er ikke rykket inn",
            help="Sett {count} mellomrom foran linja. Er den et felt for seg, mangler det navn og kolon.",
        ),
        "paragraphs": Words(
            message="Teksten i «{field}» har flere avsnitt",
            label="her begynner et avsnitt som ikke er rykket inn",
            help="Skriv `{field}: |` på linje {line}, begynn teksten på neste linje, og sett {wanted} mellomrom foran hver linje.",
        ),
        "before-list": Words(
            message="«{field}» kan ikke ha både tekst og liste",
            label="denne teksten blir ikke med",
            help="Ta bort teksten, eller flytt den til «tekst».",
        ),
        "item": Words(
            message="Dette hører ikke til noe",
            label="verken feltet over eller en liste kan ha dette under seg",
            help="Rykk det inn under feltet det hører til, eller ta det bort.",
        ),
    },
    fixes={
        "indent": "Rykk inn linja",
        "note": "Gjør teksten til en kommentar",
        "block": "Sett inn `|`, og rykk inn avsnittene",
    },
)
