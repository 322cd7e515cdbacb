"""`planc split`: one node made several."""

from __future__ import annotations

from typing import Annotated

import typer

from plancompiler.cli.command import Command
from plancompiler.cli.options import DryRunOption


def split(
    node: Annotated[str, typer.Argument(metavar="ID", help="Punktet som skal deles («plan/id»).")],
    first: Annotated[
        str, typer.Option("--into", metavar="ID ID", help="Id-ene til delene; den gamle kan være en av dem.")
    ],
    others: Annotated[list[str], typer.Argument(metavar="ID", help="Resten av id-ene etter --into.")],
    reason: Annotated[str, typer.Option("--grunn", metavar="TEKST", help="Hvorfor punktet er delt.")] = "",
    dry_run: DryRunOption = False,
) -> None:
    """Del et punkt i flere. Det som pekte på det, peker på alle delene der det går."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.cli.refactoring import perform
    from plancompiler.refactor.split import split as work

    perform(lambda texts: work(texts, node, (first, *others), reason), dry_run)


COMMAND = Command("split", split)
