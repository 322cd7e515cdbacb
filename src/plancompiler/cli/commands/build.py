"""`planc build`: the web site, Markdown, tables and data, and texts to print or send."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Collection, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plancompiler.cli.command import FINDINGS, Command, refuse, system_words
from plancompiler.cli.options import Language, LanguageOption

if TYPE_CHECKING:
    from plancompiler.asked import Wish
    from plancompiler.build import Written


class TargetName(StrEnum):
    """What can be built; a test holds the list against the folder of targets."""

    HTML = "html"
    MARKDOWN = "markdown"
    TABLES = "tables"
    DATA = "data"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


# What is made when nothing is asked for: what everyone can make, and reads on a screen.
_USUAL = (TargetName.HTML, TargetName.MARKDOWN, TargetName.TABLES, TargetName.DATA)


def build(
    target: Annotated[
        list[TargetName] | None,
        typer.Option("--target", help="Bygg bare dette, ellers html, markdown, tables og data. Kan gjentas."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Mappa det bygges i, ellers «build».")] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Bygg bare det alle kan se: ingen utkast og ingen merknader.")
    ] = False,
    dato: Annotated[
        str, typer.Option("--dato", metavar="DATO", help="Dagen opplysningene gjelder, ellers dagen for siste commit.")
    ] = "",
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, help="Hvor mange prosesser som kan arbeide samtidig, ellers én for hver kjerne."),
    ] = None,
    språk: LanguageOption = Language.NB,
) -> None:
    """Bygg nettsted, Markdown, tabeller, data, PDF, Word og Excel. Er det feil i en plan, blir ingenting endret."""
    # `planc --help` must not wait for the compiler, nor a build that has nothing new to make.
    from plancompiler.as_of import NotADay, as_of
    from plancompiler.asked import Wish, asked
    from plancompiler.build import BuildInProgress
    from plancompiler.cli.opening import open_files
    from plancompiler.crew import cores
    from plancompiler.translate import translator

    root, files = open_files()
    folder = out or root / "build"
    wanted = tuple(dict.fromkeys(target or _USUAL))
    _refuse_what_cannot_be_made(wanted)
    try:
        wish = Wish(root, folder, wanted, jobs or cores(), public, as_of(root, dato))
        done, said = asked(wish, files, språk).made or _made(wish, files, språk)
    except NotADay as wrong:
        refuse(f"--dato må være en dag skrevet som 2026-08-31, ikke «{wrong}».")
    except BuildInProgress:
        refuse("et annet bygg er i gang i samme mappe. Vent til det er ferdig, og prøv igjen.")
    except OSError as error:
        refuse(f"kunne ikke skrive i «{folder}»: {system_words(error)}. Det som sist ble bygget, er som det var.")
    words = translator(språk)
    counted = (
        words("1 fil skrevet, {kept} uendret, {deleted} fjernet.")
        if done.written == 1
        else words("{written} filer skrevet, {kept} uendret, {deleted} fjernet.")
    )
    typer.echo(counted.format(written=done.written, kept=done.kept, deleted=done.deleted))
    if said:
        typer.echo(said)
    if TargetName.HTML in wanted:
        page = _shown(folder / "site" / "index.html")
        typer.echo(words("Åpne {page} i nettleseren.").format(page=page))


def _made(wish: Wish, files: Mapping[str, bytes], language: str) -> tuple[Written, str]:
    """Return what was written and what there is to say of it; leaves when nothing could be."""
    from plancompiler.build import UnknownFiles
    from plancompiler.cache import user_cache
    from plancompiler.cli.opening import MISSING
    from plancompiler.cli.progress import progress
    from plancompiler.cli.session import show
    from plancompiler.make import Refused, make
    from plancompiler.publish import NothingToPublish
    from plancompiler.render import FilesChanged
    from plancompiler.translate import translator
    from plancompiler.workspace_files import NoWorkspace

    words = translator(language)
    try:
        with progress(words) as seen:
            made = make(wish, files, user_cache(), words, seen)
    except NothingToPublish as none:
        refuse(str(none))
    except UnknownFiles:
        refuse(
            f"i «{wish.out}» ligger det filer som planc ikke vet hvor kommer fra, og de ville blitt publisert. "
            "Slett dem, eller bygg i en tom mappe med --out."
        )
    except NoWorkspace as missing:
        refuse(MISSING[str(missing)])
    except FilesChanged:
        refuse("filene ble endret mens bygget gikk. Det som sist ble bygget, er som det var. Bygg en gang til.")
    if isinstance(made, Refused):
        show(tuple(one for one in made.findings if one.severity == "error"), made.workspace, "full", words)
        typer.echo(words("Ingenting ble bygget. Det som sist ble bygget, er som det var."), err=True)
        raise typer.Exit(FINDINGS)
    return made


def _refuse_what_cannot_be_made(wanted: Collection[str]) -> None:
    """Leave as wrong usage when a target is asked for whose library is not installed."""
    others = sorted(set(wanted).difference(_USUAL))
    if not others:
        return
    from plancompiler import targets
    from plancompiler.collect import one_of
    from plancompiler.emit import Target
    from plancompiler.fingerprint import installed

    # The pip beside our own Python is the one that puts the library where we find it.
    pip = shlex.quote(str(_shown(Path(sys.executable).with_name("pip"))))
    for one in (one_of(targets, "TARGET", Target, name) for name in others):
        if one.needs and not installed(one.needs):
            refuse(
                f"--target {one.name} lages med «{one.needs}», som ikke er installert. "
                f'Skriv «{pip} install "plancompiler[papir]"», og prøv igjen.'
            )


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


COMMAND = Command("build", build)
