"""`planc`: the commands of the folder, and errors of usage in Norwegian."""

from __future__ import annotations

import gc
import re
import sys
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from plancompiler.cli import commands
from plancompiler.cli.command import USAGE, Command, NorwegianCommand, NorwegianGroup
from plancompiler.collect import collect
from plancompiler.nearest import nearest

app = typer.Typer(
    cls=NorwegianGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.callback(invoke_without_command=True)
def planc(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Vis versjonen.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Sammen med --version: vis også hva som leser YAML.")
    ] = False,
) -> None:
    """Planer som tekst: sjekk dem, koble dem sammen og lag nettsted, Markdown og tabeller av dem."""
    if version:
        # Only this needs to know the parser, and asking loads it.
        from plancompiler.version import describe

        typer.echo(describe(verbose))
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(USAGE)


for _each in collect(commands, "COMMAND", Command):
    app.command(_each.name, cls=NorwegianCommand)(_each.run)


def main() -> None:
    """Run `planc` and leave with its exit code: 0 clean, 1 findings, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        # What is printed must not depend on the locale, and a letter the terminal lacks must not end the program.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # A run is short and nearly all it makes is kept to its end; looking for rings in it again and again is in vain.
    gc.disable()
    try:
        code = app(standalone_mode=False, prog_name="planc")
    except TyperException as error:
        typer.echo(f"planc: {_in_norwegian(error)}", err=True)
        asked = getattr(getattr(error, "ctx", None), "command_path", "planc")
        typer.echo(f"Skriv «{asked} --help» for å se hva du kan skrive.", err=True)
        code = USAGE
    except typer.Abort:
        code = USAGE
    sys.exit(code if isinstance(code, int) else 0)


_COMMAND = re.compile(r"No such command '(?P<name>[^']*)'")
_NUMBERS = (
    ("valid integer", "må være et helt tall"),
    ("greater than or equal to", "må være minst {bound}"),
    ("less than or equal to", "kan ikke være mer enn {bound}"),
)
_EXTRA = re.compile(r"unexpected extra argument(?:s|\(s\))? \((?P<text>.*)\)")


def _in_norwegian(error: Any) -> str:
    """Return what is wrong with the command line; what is not foreseen keeps typer's own words."""
    name = type(error).__name__
    command = _COMMAND.search(error.message)
    if command:
        known = nearest(command["name"], (each.name for each in collect(commands, "COMMAND", Command)))
        return f"kommandoen «{command['name']}» finnes ikke." + (f" Mente du «{known[0]}»?" if known else "")
    if name == "NoSuchOption":
        near = f" Mente du {', '.join(error.possibilities)}?" if error.possibilities else ""
        return f"valget «{error.option_name}» finnes ikke.{near}"
    if name == "MissingParameter":
        return f"det mangler {_called(error.param)}."
    if name == "BadOptionUsage":
        return f"valget «{error.option_name}» må ha en verdi."
    if name == "BadParameter":
        choices = re.findall(r"'([^']+)'", error.message.partition("not one of")[2])
        called = _called(error.param)
        if choices:
            return f"{called} kan være {', '.join(choices)}."
        asked = next((f"{called} {words}" for theirs, words in _NUMBERS if theirs in error.message), "")
        bound = error.message.rpartition(" ")[2]
        return f"{asked.format(bound=bound)}." if asked else f"{called}: {error.message}"
    extra = _EXTRA.search(error.message)
    if extra:
        return f"«{extra['text']}» hører ikke til her."
    return str(error.format_message())


def _called(parameter: Any) -> str:
    """Return what the one who writes calls an option, `--grunn`, or what stands for an argument, `ID`."""
    if parameter is None:
        return "et argument"
    option = next((name for name in parameter.opts if name.startswith("-")), "")
    if option:
        return str(option)
    called = parameter.metavar or parameter.name.upper()
    return f"{called}: {parameter.help}".rstrip(".") if getattr(parameter, "help", "") else str(called)
