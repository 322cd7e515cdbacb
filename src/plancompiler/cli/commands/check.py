"""`planc check`: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from plancompiler.cli.command import CLEAN, FINDINGS, Command
from plancompiler.cli.options import Language, LanguageOption
from plancompiler.diagnostic import Severity


class FormatName(StrEnum):
    """The formats findings are printed in; a test holds the list against the folder of formats."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"


class Level(StrEnum):
    """How serious a finding is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    # What findings call them.
    FEIL = "feil"
    ADVARSEL = "advarsel"
    TIPS = "tips"


_SEVERITY: Mapping[Level, Severity] = {
    Level.ERROR: "error",
    Level.FEIL: "error",
    Level.WARNING: "warning",
    Level.ADVARSEL: "warning",
    Level.INFO: "info",
    Level.TIPS: "info",
}


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="STI", help="Vis bare funn i disse filene eller mappene.")
    ] = None,
    format: Annotated[FormatName, typer.Option("--format", help="Hvordan funnene skrives ut.")] = FormatName.FULL,
    fail_on: Annotated[
        Level,
        typer.Option("--fail-on", metavar="<error|warning|info>", help="Det laveste nivået som gir sluttkode 1."),
    ] = Level.ERROR,
    mot: Annotated[
        str | None,
        typer.Option("--mot", metavar="REV", help="Vis bare funn som er nye siden REV, for eksempel main."),
    ] = None,
    språk: LanguageOption = Language.NB,
) -> None:
    """Sjekk planene. Ingenting blir endret."""
    # `planc --help` must not wait for the compiler, nor a check for what compares, so each is loaded when it is needed.
    from plancompiler.findings import at_or_above
    from plancompiler.translate import translator

    asked, words = tuple(paths or ()), translator(språk)
    if mot is None:
        from plancompiler.cli.session import show_all

        shown = show_all(asked, format, words)
    else:
        from plancompiler.cli.comparing import show_new

        shown = show_new(mot, asked, format, words)
    raise typer.Exit(FINDINGS if at_or_above(shown, _SEVERITY[fail_on]) else CLEAN)


COMMAND = Command("check", check)
