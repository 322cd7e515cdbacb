"""`planc extract`: what stands under a node, in a file of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from plancompiler.cli.command import Command
from plancompiler.cli.options import DryRunOption


def extract(
    node: Annotated[str, typer.Argument(metavar="ID", help="Punktet som skal få si egen fil («plan/id»).")],
    dry_run: DryRunOption = False,
) -> None:
    """Flytt det som står under et punkt, til ei egen fil. Fila er del av planen, og punktet selv blir stående."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.cli.refactoring import perform
    from plancompiler.refactor.extract import extract as work

    perform(lambda texts: work(texts, node), dry_run)


COMMAND = Command("extract", extract)
