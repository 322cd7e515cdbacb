"""What a command of `planc` is, and how the command line speaks Norwegian."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from typer import Exit, echo
from typer.core import TyperCommand, TyperGroup


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name and the function that typer reads parameters and help from."""

    name: str
    run: Callable[..., Any]


CLEAN, FINDINGS, USAGE = 0, 1, 2


def refuse(message: str) -> NoReturn:
    """Say what is wrong with how `planc` was called, and leave with the code for that."""
    echo(f"planc: {message}", err=True)
    raise Exit(USAGE)


# What the operating system says in English, or in the language of the machine, which must not decide anything here.
_SYSTEM = {
    errno.EACCES: "du har ikke tilgang",
    errno.EPERM: "du har ikke tilgang",
    errno.EROFS: "disken kan bare leses",
    errno.ENOSPC: "disken er full",
    errno.EDQUOT: "du har ikke mer plass på disken",
    errno.EFBIG: "fila ble for stor for disken",
    errno.ENOTDIR: "en fil står der mappa skulle ha vært",
    errno.EEXIST: "en fil står der mappa skulle ha vært",
    errno.EISDIR: "en mappe står der fila skulle ha vært",
    errno.ENOENT: "den finnes ikke",
    errno.ENAMETOOLONG: "navnet er for langt",
}


def system_words(error: OSError) -> str:
    """Return why the operating system refused, in Norwegian where it is one of the usual reasons."""
    return _SYSTEM.get(error.errno or 0, error.strerror or str(error))


# typer's own words; it takes them from the locale, which must not decide anything here.
_NORWEGIAN = (
    ("Usage: ", "Bruk: "),
    ("[OPTIONS]", "[VALG]"),
    ("COMMAND [ARGS]...", "KOMMANDO …"),
    ("\nArguments:", "\nArgumenter:"),
    ("\nOptions:", "\nValg:"),
    ("\nCommands:", "\nKommandoer:"),
    ("Show this message and exit.", "Vis denne hjelpen."),
    (" <list[Path]>", ""),
    (" <list[str]>", ""),
    (" <str>", ""),
    ("[default: ", "[ellers: "),
    ("]...", "] …"),
)


def norwegian(text: str) -> str:
    """Return typer's help with its own words in Norwegian."""
    for theirs, ours in _NORWEGIAN:
        text = text.replace(theirs, ours)
    return text


class NorwegianCommand(TyperCommand):
    """A command whose help is Norwegian throughout."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return norwegian(super().get_help(ctx))


class NorwegianGroup(TyperGroup):
    """The program, whose help is Norwegian throughout."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return norwegian(super().get_help(ctx))
