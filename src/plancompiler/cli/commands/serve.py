"""`planc serve`: the site in a browser while the plans are being written."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Annotated, TypeVar

import typer

from plancompiler.cli.command import Command, refuse
from plancompiler.cli.options import Language, LanguageOption
from plancompiler.translate import Translator

# The port that is tried first, and how many after it, when none is asked for.
_PORT, _TRIED = 8000, 20

Served = TypeVar("Served")


def serve(
    port: Annotated[
        int | None,
        typer.Option("--port", min=0, max=65535, help="Porten det svares på, ellers en ledig fra 8000."),
    ] = None,
    åpne: Annotated[
        bool | None, typer.Option("--åpne/--ikke-åpne", help="Åpne nettleseren, eller la være.", show_default=False)
    ] = None,
    språk: LanguageOption = Language.NB,
) -> None:
    """Vis nettstedet mens du skriver: sidene blir nye når du lagrer. Ingenting blir bygget eller endret."""
    # `planc --help` must not wait for the compiler, so it is loaded when a command runs.
    import gc
    import signal
    import webbrowser
    from functools import partial
    from threading import Event, Thread

    from plancompiler.cache import user_cache
    from plancompiler.cli.opening import open_files
    from plancompiler.preview.server import HOST, Preview, Server
    from plancompiler.preview.watch import changes
    from plancompiler.translate import translator

    # This runs all day, so what a run no longer needs must be found; and Ctrl-C ends it, also from a script.
    gc.enable()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    root, _ = open_files()
    words = translator(språk)
    preview = Preview(root, user_cache(), words)
    server = _served(partial(Server, preview), port)
    address = f"http://{HOST}:{server.server_port}/"
    ended = Event()
    try:
        typer.echo(words("Forhåndsvisning: {address}").format(address=address))
        typer.echo(words("Lagre en plan, så blir sidene nye. Ctrl+C avslutter."))
        Thread(target=server.serve_forever, daemon=True).start()
        if sys.stdout.isatty() if åpne is None else åpne:
            webbrowser.open(address)
        first = True
        for changed in changes(root, ended):
            edition = preview.renew()
            read = words("Lest.") if first else words("Lest på nytt: {files}.").format(files=_named(changed, words))
            typer.echo(f"{read} {edition.said}")
            if edition.older and edition.pages:
                typer.echo(words("Sidene er slik de var sist det ikke var feil."))
            first = False
    except KeyboardInterrupt:
        typer.echo("")
    finally:
        ended.set()
        server.server_close()


def _served(serve_at: Callable[[int], Served], asked: int | None) -> Served:
    """Return what serves at the port asked for, else at the first that is free."""
    if asked is None:
        for port in range(_PORT, _PORT + _TRIED):
            with suppress(OSError):
                return serve_at(port)
        return serve_at(0)
    try:
        return serve_at(asked)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM):
            refuse(f"du har ikke tilgang til port {asked}. Velg en over 1024, eller ta bort --port.")
        refuse(f"port {asked} er opptatt. Velg en annen, eller ta bort --port, så finner planc en ledig.")


def _named(changed: tuple[str, ...], words: Translator) -> str:
    shown = ", ".join(changed[:3])
    more = len(changed) - 3
    return words("{files} og {count} til").format(files=shown, count=more) if more > 0 else shown


COMMAND = Command("serve", serve)
