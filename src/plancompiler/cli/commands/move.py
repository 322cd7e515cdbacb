"""`planc move`: a node to another place in its plan."""

from __future__ import annotations

from typing import Annotated

import typer

from plancompiler.cli.command import Command
from plancompiler.cli.options import DryRunOption


def move(
    node: Annotated[str, typer.Argument(metavar="ID", help="Punktet som skal flyttes («plan/id»).")],
    under: Annotated[str, typer.Option("--under", metavar="ID", help="Punktet eller planen det skal stå under.")],
    after: Annotated[
        str, typer.Option("--after", metavar="ID", help="Punktet det skal stå etter, ellers sist.", show_default=False)
    ] = "",
    dry_run: DryRunOption = False,
) -> None:
    """Flytt et punkt til en annen plass i planen. Det som står under, følger med, og id-en blir den samme."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.cli.refactoring import perform
    from plancompiler.refactor.move import move as work

    perform(lambda texts: work(texts, node, under, after), dry_run)


COMMAND = Command("move", move)
