"""`planc rename`: a new id, followed everywhere it is spoken of."""

from __future__ import annotations

from typing import Annotated

import typer

from plancompiler.cli.command import Command
from plancompiler.cli.options import DryRunOption


def rename(
    old: Annotated[str, typer.Argument(metavar="ID", help="Punktet («plan/id») eller planen som skal ha ny id.")],
    new: Annotated[str, typer.Argument(metavar="NY-ID", help="Den nye id-en.")],
    with_children: Annotated[
        bool, typer.Option("--med-barn", help="Bytt også begynnelsen på id-ene under som begynner med den gamle.")
    ] = False,
    dry_run: DryRunOption = False,
) -> None:
    """Gi et punkt eller en plan ny id, overalt der den er nevnt. Den gamle blir stående som «tidligere_id»."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.cli.refactoring import perform
    from plancompiler.refactor.rename import rename as work

    perform(lambda texts: work(texts, old, new, with_children), dry_run)


COMMAND = Command("rename", rename)
