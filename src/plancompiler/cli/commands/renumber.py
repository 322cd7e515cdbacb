"""`planc renumber`: the printed numbers of a plan in the order of the page."""

from __future__ import annotations

from typing import Annotated

import typer

from plancompiler.cli.command import Command
from plancompiler.cli.options import DryRunOption


def renumber(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help="Id-en til planen.")], dry_run: DryRunOption = False
) -> None:
    """Nummerer planens punkter på nytt, i den rekkefølgen de står. Id-ene blir de samme."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.cli.refactoring import perform
    from plancompiler.refactor.renumber import renumber as work

    perform(lambda texts: work(texts, plan), dry_run)


COMMAND = Command("renumber", renumber)
