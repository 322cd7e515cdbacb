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
            label="står like langt til venstre som feltet den fortsetter",
            help="Sett to mellomrom foran linja, eller sett den sammen med linja over. Er den et felt for seg, mangler det navn og kolon.",
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
    fixes={"indent": "Rykk inn linja", "note": "Gjør teksten til en kommentar"},
)
