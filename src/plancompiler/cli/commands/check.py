"""`planc check`: what is wrong, where, and what to do."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from plancompiler.cli.command import CLEAN, FINDINGS, Command
from plancompiler.cli.options import Language, LanguageOption


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


def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="STI", help="Vis bare funn i disse filene eller mappene.")
    ] = None,
    format: Annotated[FormatName, typer.Option("--format", help="Hvordan funnene skrives ut.")] = FormatName.FULL,
    fail_on: Annotated[Level, typer.Option("--fail-on", help="Det laveste nivået som gir sluttkode 1.")] = Level.ERROR,
    språk: LanguageOption = Language.NB,
) -> None:
    """Sjekk planene. Ingenting blir endret."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.cli.session import from_repository, open_workspace, show, within
    from plancompiler.findings import at_or_above, findings
    from plancompiler.translate import translator

    (root, workspace), words = open_workspace(), translator(språk)
    wanted = within(paths or (), root)
    shown = tuple(one for one in findings(workspace, words) if wanted(one.where.path))
    show(shown, workspace, format, words, from_repository(root))
    raise typer.Exit(FINDINGS if at_or_above(shown, fail_on.value) else CLEAN)


COMMAND = Command("check", check)
