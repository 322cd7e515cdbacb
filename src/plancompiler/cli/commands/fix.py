"""`planc fix`: mends what can be mended without changing what the author means."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plancompiler.cli.command import Command
from plancompiler.cli.options import Language, LanguageOption


def fix(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="STI", help="Rett bare disse filene eller mappene.")
    ] = None,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Ta med rettinger som kan endre meningen. Se over dem etterpå.")
    ] = False,
    placeholder: Annotated[
        bool, typer.Option("--placeholder", help="Ta med rettinger som setter av plass til noe du må fylle ut.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Vis hva som ville bli endret, uten å endre noe.")] = False,
    språk: LanguageOption = Language.NB,
) -> None:
    """Rett det som trygt kan rettes. Alt annet i filene står som det stod."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.cli.opening import open_files, write_files
    from plancompiler.cli.session import check_files, within
    from plancompiler.diagnostic import Applicability
    from plancompiler.fix import fixed
    from plancompiler.translate import translator
    from plancompiler.unified import unified_diff

    (root, files), words = open_files(), translator(språk)
    wanted = within(paths or (), root)
    asked: dict[Applicability, bool] = {"safe": True, "unsafe": unsafe, "placeholder": placeholder}
    applicable = frozenset(kind for kind, on in asked.items() if on)
    changed = fixed(files, lambda each: check_files(each, words), applicable, lambda one: wanted(one.where.path))
    if diff:
        for path, data in changed.items():
            typer.echo(unified_diff(path, files[path], data), nl=False)
        return
    write_files(root, changed)
    for path in changed:
        typer.echo(words("Rettet {path}.").format(path=path))
    if not changed:
        nothing = words("Ingenting kunne rettes."), words("Ingenting kunne rettes trygt.")
        typer.echo(nothing[not (unsafe or placeholder)])


COMMAND = Command("fix", fix)
