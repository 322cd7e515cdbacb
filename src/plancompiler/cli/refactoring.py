"""What the commands that refactor do alike: work the change out, make it in memory, and show it or write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NoReturn

import typer

from plancompiler.cache import user_cache
from plancompiler.cli.command import FINDINGS, refuse
from plancompiler.cli.opening import MISSING, open_files, write_files
from plancompiler.cli.session import show
from plancompiler.refactor.change import Change, Refusal
from plancompiler.refactor.outcome import made
from plancompiler.refactor.texts import Texts
from plancompiler.translate import translator
from plancompiler.unified import unified_diff
from plancompiler.workspace import Workspace, assemble
from plancompiler.workspace_files import NoWorkspace, beside


def perform(work: Callable[[Texts], Change], dry_run: bool, may_be_empty: bool = False) -> None:
    """Make the change that `work` gives for the current folder's workspace; with `dry_run` only show it.

    `may_be_empty` says that there need be no plan yet.
    """
    root, files = open_files()
    pictures = beside(root)

    def read(changed: Mapping[str, bytes]) -> Workspace:
        return assemble(changed, pictures, user_cache(), may_be_empty=may_be_empty)

    try:
        workspace = read(files)
    except NoWorkspace as missing:
        refuse(MISSING[str(missing)])
    try:
        change = work(Texts(workspace))
        changed = made(files, workspace, change, read)
    except Refusal as refusal:
        _explain(refusal, workspace)
    if dry_run:
        for path, data in changed.items():
            typer.echo(unified_diff(path, files.get(path, b""), data), nl=False)
    else:
        write_files(root, changed)
        for path in changed:
            typer.echo(f"{'Endret' if path in files else 'Laget'} {path}.")
    for note in change.notes:
        typer.echo(note, err=dry_run)


def _explain(refusal: Refusal, workspace: Workspace) -> NoReturn:
    if refusal.findings:
        show(refusal.findings, workspace, "full", translator("nb"))
        typer.echo(f"planc: {refusal.why}", err=True)
        raise typer.Exit(FINDINGS)
    refuse("\n  ".join((refusal.why, *refusal.lines)))
