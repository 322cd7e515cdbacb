"""`planc log`: what a node has been through, when and why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from plancompiler.cli.command import Command
from plancompiler.cli.options import Language, LanguageOption


class LogFormatName(StrEnum):
    """The formats a history is printed in; a test holds the list against the folder of formats."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"


def log(
    node: Annotated[str, typer.Argument(metavar="PLAN/PUNKT", help="Punktet, ved navnet det har eller har hatt.")],
    format: Annotated[
        LogFormatName, typer.Option("--format", help="Hvordan historien skrives ut.")
    ] = LogFormatName.TERMINAL,
    språk: LanguageOption = Language.NB,
) -> None:
    """Vis hva et punkt har vært gjennom. Det nyeste står først: hva som er endret, når og hvorfor."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.cli.tracing import print_history
    from plancompiler.translate import translator

    print_history(node, format, translator(språk))


COMMAND = Command("log", log)
