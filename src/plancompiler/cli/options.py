"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Language(StrEnum):
    """A language that `planc` speaks."""

    NB = "nb"
    NN = "nn"
    EN = "en"


LanguageOption = Annotated[
    Language,
    typer.Option(
        "--språk",
        envvar="PLANC_SPRAK",
        show_envvar=False,
        show_default=False,
        help="Språket planc svarer på, ellers det PLANC_SPRAK sier, ellers nb.",
    ),
]

DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Vis hva som ville bli endret, uten å endre noe.", show_default=False)
]
