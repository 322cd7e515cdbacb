"""`planc init`: a folder to write plans in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plancompiler.cli.command import Command, refuse

_PLAN = 'fritid-2034 --tittel "Fritid for alle" --type temaplan --kommune 0301 --periode 2027–2034'


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="MAPPE", help="Mappa, ellers den du står i.", show_default=False)
    ] = Path(),
) -> None:
    """Lag et arbeidsområde med en liten plan. Innstillinger, register og oppsett for redigering følger med."""
    # `planc --help` must not wait for the models, so they are loaded when the command runs.
    from plancompiler.cli.opening import write_files
    from plancompiler.starter import example_files, workspace_files

    if folder.exists() and not folder.is_dir():
        refuse(f"«{folder}» er en fil, ikke en mappe.")
    has_plans = any((folder / "plans").rglob("*.yaml"))
    files = {**workspace_files(), **({} if has_plans else example_files())}
    there = [path for path in files if (folder / path).exists()]
    new = {path: text.encode() for path, text in files.items() if path not in there}
    write_files(folder, new)
    for path in there:
        typer.echo(f"{path} finnes alt og står som den stod.")
    for path in new:
        typer.echo(f"Laget {path}.")
    if has_plans:
        typer.echo("Mappa «plans» har filer fra før, så det er ikke laget noe eksempel.")
    typer.echo("\nSlik går du videre:")
    steps = [f"Gå til mappa: cd {folder}"] if folder != Path() else []
    steps += ["Sjekk planene: planc check", "Lag nettstedet, og åpne build/site/index.html: planc build"]
    steps += [f"Lag din egen plan: planc new plan {_PLAN}"]
    steps += ["Åpne mappa i VS Code og si ja til tillegget for YAML, så foreslår det felt mens du skriver."]
    for number, step in enumerate(steps, 1):
        typer.echo(f"{number}. {step}")


COMMAND = Command("init", init)
