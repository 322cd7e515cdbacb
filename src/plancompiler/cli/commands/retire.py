"""`planc retire`: a node taken out for good, with the reason."""

from __future__ import annotations

from typing import Annotated

import typer

from plancompiler.cli.command import Command
from plancompiler.cli.options import DryRunOption


def retire(
    node: Annotated[str, typer.Argument(metavar="ID", help="Punktet som skal ut («plan/id»).")],
    reason: Annotated[str, typer.Option("--grunn", metavar="TEKST", help="Hvorfor punktet går ut.")],
    instead: Annotated[
        str,
        typer.Option("--erstattes-av", metavar="ID", help="Punktet som kommer i stedet, og som alt skal peke på nå."),
    ] = "",
    date: Annotated[str, typer.Option("--dato", metavar="DATO", help="Når punktet gikk ut, som 2026-06-11.")] = "",
    with_children: Annotated[bool, typer.Option("--med-barn", help="Ta med det som står under punktet.")] = False,
    dry_run: DryRunOption = False,
) -> None:
    """Ta et punkt ut av planen for godt. Id-en blir stående under «utgåtte» og blir aldri brukt igjen."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.cli.refactoring import perform
    from plancompiler.refactor.retire import retire as work

    perform(lambda texts: work(texts, node, reason, instead, date, with_children), dry_run)


COMMAND = Command("retire", retire)
