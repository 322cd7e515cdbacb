"""`planc explain`: what a code means, why it is said, and what to write instead."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from plancompiler.cli.command import Command, refuse
from plancompiler.cli.options import Language, LanguageOption


class ExplainFormat(StrEnum):
    """How the explanation is printed."""

    TEXT = "text"
    JSON = "json"


def explain(
    name: Annotated[str | None, typer.Argument(metavar="KODE", help="Koden som står i hakeparentes i et funn.")] = None,
    format: Annotated[
        ExplainFormat, typer.Option("--format", help="Tekst for mennesker eller JSON.")
    ] = ExplainFormat.TEXT,
    språk: LanguageOption = Language.NB,
) -> None:
    """Forklar en kode, eller list alle."""
    # `planc --help` must not wait for every code, so they are loaded when the command runs.
    import json

    from plancompiler.catalogue import all_codes
    from plancompiler.explain import as_record, as_text, overview
    from plancompiler.nearest import Nearest
    from plancompiler.translate import translator

    words, codes = translator(språk), all_codes()
    # The code may be pasted as it stands in a finding, with its level and brackets.
    name = name and name.rpartition("[")[2].rstrip("]:")
    if name is not None and name not in codes:
        near = Nearest(tuple(codes)).find(name)
        refuse(
            f"koden «{name}» finnes ikke."
            + (f" Mente du «{near}»?" if near else " Skriv «planc explain» for å se alle.")
        )
    chosen = [codes[name]] if name is not None else list(codes.values())
    if format is ExplainFormat.JSON:
        typer.echo(json.dumps([as_record(each, words) for each in chosen], ensure_ascii=False, indent=1))
    elif name is None:
        typer.echo(overview(chosen, words), nl=False)
    else:
        typer.echo(as_text(chosen[0], words), nl=False)


COMMAND = Command("explain", explain)
