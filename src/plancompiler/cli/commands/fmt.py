"""`planc fmt`: the same layout in every file, whoever wrote it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plancompiler.cli.command import CLEAN, FINDINGS, Command
from plancompiler.cli.options import Language, LanguageOption


def fmt(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="STI", help="Rett bare oppsettet i disse filene eller mappene.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Si bare hvilke filer som ville bli endret, med sluttkode 1 om det er noen.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Vis hva som ville bli endret, uten å endre noe.")] = False,
    språk: LanguageOption = Language.NB,
) -> None:
    """Rett oppsettet: innrykk, mellomrom og tomme linjer. Ikke et ord blir endret."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    from plancompiler.cli.opening import open_files, write_files
    from plancompiler.cli.session import from_repository, print_findings, within
    from plancompiler.decode import decode
    from plancompiler.layout import CannotLayOut, formatted
    from plancompiler.report import report
    from plancompiler.translate import translator
    from plancompiler.unified import unified_diff
    from plancompiler.workspace_files import is_plan_file

    (root, files), words = open_files(), translator(språk)
    wanted = within(paths or (), root)
    changed: dict[str, bytes] = {}
    left: dict[str, CannotLayOut] = {}
    for path in sorted(filter(wanted, filter(is_plan_file, files))):
        try:
            after = formatted(path, files[path])
        except CannotLayOut as refusal:
            left[path] = refusal
        else:
            if after != files[path]:
                changed[path] = after

    texts = {path: decode(path, files[path])[0] for path in left}
    found = report((one for why in left.values() for one in why.findings), texts, words, {})
    print_findings(found, texts, "full", words, from_repository(root))
    for path, why in left.items():
        if why.findings:
            typer.echo(words("{path} står som den stod. Rett feilene i den først.").format(path=path))
        else:
            typer.echo(
                words("{path} står som den stod, for et annet oppsett kunne endret innholdet.").format(path=path)
            )
    if diff:
        for path, data in changed.items():
            typer.echo(unified_diff(path, files[path], data), nl=False)
    elif not check:
        write_files(root, changed)
    if not diff or check:
        said = words("Oppsettet må rettes i {path}.") if check else words("Rettet oppsettet i {path}.")
        for path in changed:
            typer.echo(said.format(path=path))
    if not diff and not changed and not left:
        typer.echo(words("Oppsettet er i orden."))
    raise typer.Exit(FINDINGS if left or (check and changed) else CLEAN)


COMMAND = Command("fmt", fmt)
