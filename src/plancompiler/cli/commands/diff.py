"""`planc diff`: what differs between two revisions, two folders or two plans, and what that leads to."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from plancompiler.cli.command import CLEAN, FINDINGS, Command
from plancompiler.cli.options import Language, LanguageOption


class DiffFormatName(StrEnum):
    """The formats a comparison is printed in; a test holds the list against the folder of formats."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class LevelName(StrEnum):
    """How much a change matters."""

    FORPLIKTELSE = "forpliktelse"
    INNHOLD = "innhold"
    REDAKSJONELL = "redaksjonell"
    OPPSETT = "oppsett"


def diff(
    asked: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REV | A..B | A...B | MAPPE MAPPE",
            help="Hva som sammenlignes; ellers arbeidskopien med hovedgreinen.",
            show_default=False,
        ),
    ] = None,
    plan: Annotated[
        tuple[str, str] | None,
        typer.Option("--plan", metavar="A B", help="Sammenlign to planer i samme arbeidsområde.", show_default=False),
    ] = None,
    format: Annotated[
        DiffFormatName, typer.Option("--format", help="Hvordan endringene skrives ut.")
    ] = DiffFormatName.TERMINAL,
    fail_on: Annotated[
        LevelName | None,
        typer.Option("--fail-on", help="Det laveste nivået som gir sluttkode 1; ellers alltid 0.", show_default=False),
    ] = None,
    språk: LanguageOption = Language.NB,
) -> None:
    """Vis hva som er endret i planene, og hva det fører til. Ingenting blir endret."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.change import at_or_above
    from plancompiler.cli.comparing import compare_asked, print_comparison
    from plancompiler.translate import translator

    words = translator(språk)
    comparison = compare_asked(tuple(asked or ()), plan, words)
    print_comparison(comparison, format, words)
    failed = fail_on is not None and at_or_above(comparison.changes, fail_on.value)
    raise typer.Exit(FINDINGS if failed else CLEAN)


COMMAND = Command("diff", diff)
