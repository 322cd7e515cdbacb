"""What a command of `planc` is, and how the command line speaks Norwegian."""

from __future__ import annotations

import errno
import re
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


# typer's own words; it takes them from the locale, which must not decide anything here. What stands in place of a type
# takes as much room as it did, since what follows stands in a column.
_NORWEGIAN = (
    (r"Usage: ", "Bruk: "),
    (r"\[OPTIONS\]", "[VALG]"),
    (r"COMMAND \[ARGS\]\.\.\.", "KOMMANDO …"),
    (r"\nArguments:", "\nArgumenter:"),
    (r"\nOptions:", "\nValg:"),
    (r"\nCommands:", "\nKommandoer:"),
    (r"Show this message and exit\.", "Vis denne hjelpen."),
    (r" <(?:str|Path|list\[str\]|list\[Path\])>", lambda found: " " * len(found[0])),
    (r"<list\[(.+?)\]>", r"<\1>"),
    (r"<int range>", "<tall>     "),
    (r"<path>", "<sti> "),
    (r"\{([A-Z/-]+)\}", r"\1"),
    (r"\[default:", "[ellers:"),
    (r"\[required\]", "[må oppgis]"),
    (r"\s+\[[x\d<>=]+\]", ""),
    (r"(?<=[A-Z\]])\.\.\.(?=\s)", " …"),
)


def norwegian(text: str) -> str:
    """Return typer's help with its own words in Norwegian."""
    for theirs, ours in _NORWEGIAN:
        text = re.sub(theirs, ours, text)
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
