"""`planc merge`: several nodes made one."""

from __future__ import annotations

from typing import Annotated

import typer

from plancompiler.cli.command import Command
from plancompiler.cli.options import DryRunOption


def merge(
    nodes: Annotated[list[str], typer.Argument(metavar="ID", help="Punktene som går inn i et annet («plan/id»).")],
    into: Annotated[str, typer.Option("--into", metavar="ID", help="Punktet som blir stående.")],
    dry_run: DryRunOption = False,
) -> None:
    """Slå sammen punkter til ett. Alt som pekte på dem, peker på det som blir stående."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.cli.refactoring import perform
    from plancompiler.refactor.merge import merge as work

    perform(lambda texts: work(texts, nodes, into), dry_run)


COMMAND = Command("merge", merge)
