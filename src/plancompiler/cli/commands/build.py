"""`planc build`: the web site, Markdown, tables and data."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from plancompiler.cli.command import FINDINGS, Command, refuse
from plancompiler.cli.options import Language, LanguageOption


class TargetName(StrEnum):
    """What can be built; a test holds the list against the folder of targets."""

    HTML = "html"
    MARKDOWN = "markdown"
    TABLES = "tables"
    DATA = "data"


def build(
    target: Annotated[list[TargetName] | None, typer.Option("--target", help="Bygg bare dette. Kan gjentas.")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Mappen det bygges i, ellers «build».")] = None,
    språk: LanguageOption = Language.NB,
) -> None:
    """Bygg nettsted, Markdown, tabeller og data. Er det feil i en plan, blir ingenting endret."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler import targets
    from plancompiler.build import BuildInProgress, recover
    from plancompiler.build import build as write
    from plancompiler.cli.session import at_or_above, findings, open_workspace, show, summary
    from plancompiler.collect import collect
    from plancompiler.emit import Output, Target
    from plancompiler.fingerprint import fingerprint
    from plancompiler.node import text
    from plancompiler.translate import translator

    (root, workspace), words = open_workspace(), translator(språk)
    folder = out or root / "build"
    found = findings(workspace, words)
    try:
        recover(folder)
        if at_or_above(found, "error"):
            show(tuple(one for one in found if one.severity == "error"), workspace, "full", words)
            typer.echo("Ingenting ble bygget. Det som sist ble bygget, er som det var.", err=True)
            raise typer.Exit(FINDINGS)
        chrome = text(workspace.program.settings, "språk") or "nb"
        output = Output(chrome, translator(chrome), lambda path: (root / path).read_bytes())
        wanted = [each for each in collect(targets, "TARGET", Target) if not target or each.name in target]
        artifacts = (artifact for each in wanted for artifact in each.produce(workspace.program, output))
        done = write(folder, artifacts, tuple(each.folder for each in wanted), fingerprint())
    except BuildInProgress:
        refuse("et annet bygg er i gang i samme mappe. Vent til det er ferdig, og prøv igjen.")
    except OSError as error:
        refuse(f"kunne ikke skrive i «{folder}»: {error.strerror}. Det som sist ble bygget, er som det var.")
    files = "1 fil" if done.written == 1 else f"{done.written} filer"
    typer.echo(f"{files} skrevet, {done.kept} uendret, {done.deleted} fjernet.")
    if found:
        typer.echo(f"{summary(found, workspace, words)} Skriv «planc check» for å se dem.")
    if not target or TargetName.HTML in target:
        typer.echo(f"Åpne {_shown(folder / 'site' / 'index.html')} i nettleseren.")


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


COMMAND = Command("build", build)
