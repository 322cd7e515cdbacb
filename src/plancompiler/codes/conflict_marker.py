"""Two changes of the same lines that no one has chosen between."""

from __future__ import annotations

from plancompiler.code import Code, Words

CODE = Code(
    name="conflict-marker",
    severity="error",
    message="To har endret det samme, og ingen har valgt",
    label="konflikten går fra linje {first} til {last}",
    help="Behold teksten som skal gjelde, og slett linjene som begynner med <<<<<<<, ======= og >>>>>>>. Er du i tvil, spør den som skrev den andre teksten.",
    what="To personer har endret de samme linjene, og begge utgavene står i fila med merker rundt.",
    why="Bare du og den andre vet hva som skal stå. Inntil dere har valgt, blir den første utgaven lest.",
    bad="""\
mål:
  - id: m1
<<<<<<< HEAD
    tittel: Flere får være med
=======
    tittel: Alle får være med
>>>>>>> ny-tittel
""",
    good="""\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
""",
    variants={
        "alone": Words(
            message="Et merke etter en konflikt står igjen",
            label="linja hører ikke til planen",
            help="Slett linja. Se etter at teksten over og under er den som skal gjelde.",
        ),
    },
)
