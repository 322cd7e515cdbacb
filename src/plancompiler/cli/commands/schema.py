"""`planc schema`: the JSON Schemas that editors read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plancompiler.cli.command import CLEAN, FINDINGS, Command, refuse


def schema(
    out: Annotated[Path | None, typer.Option("--out", help="Mappa skjemaene skrives i, ellers skrives de ut.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Skriv ingenting; sluttkode 1 hvis filene i mappen er gamle.")
    ] = False,
) -> None:
    """Skriv ut JSON-skjemaene til redigeringsprogrammet. Det bruker dem til å foreslå felt mens du skriver."""
    # `planc --help` must not wait for the models, so they are loaded when the command runs.
    from plancompiler.schema import schemas

    if out is None:
        if check:
            refuse("--check må ha en mappe: --out MAPPE.")
        for text in schemas().values():
            typer.echo(text, nl=False)
        return
    stale = {name: text for name, text in schemas().items() if _read(out / name) != text}
    if check:
        for name in stale:
            typer.echo(f"{out / name} er gammel. Skriv «planc schema --out {out}».")
        raise typer.Exit(FINDINGS if stale else CLEAN)
    out.mkdir(parents=True, exist_ok=True)
    for name, text in stale.items():
        partial = out / f".{name}.tmp"
        partial.write_text(text, "utf-8")
        partial.replace(out / name)
        typer.echo(f"Skrev {out / name}.")


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


COMMAND = Command("schema", schema)
