"""The pages of a preview to a browser on the same machine, and to nobody else.

Only files of the site are served, by their address, so that no address leads to another file. A name other than the
machine's own is turned away, whoever had it lead here: a page from elsewhere must not read drafts through the browser.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Lock
from urllib.parse import parse_qs, quote, unquote, urlsplit

from plancompiler.cache import Cache
from plancompiler.findings import of_fault
from plancompiler.own_templates import TemplateFault
from plancompiler.preview.dress import OWN, Dresser
from plancompiler.preview.edition import NOTHING, Edition, next_edition, troubled
from plancompiler.translate import Translator

HOST = "127.0.0.1"

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".xml": "application/xml",
    ".ttl": "text/turtle; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}

# A connection that says nothing is taken for dead, so something is said this often, in seconds.
_BREATH = 10.0


class Preview:
    """What is shown at the moment; it changes under the eyes of those who wait for it."""

    def __init__(self, root: Path, cache: Cache, words: Translator) -> None:
        self.words = words
        self.dresser = Dresser(words)
        self._root, self._cache = root, cache
        self._run, self._number, self._edition = secrets.token_hex(4), 0, NOTHING
        self._changed = Condition()
        # Views look things up in what is kept of a program, so pages are made one at a time.
        self.making = Lock()

    def renew(self) -> Edition:
        """Read the workspace again, tell those who wait, and return what is shown now."""
        with self.making:
            try:
                edition = next_edition(self._root, self._edition, self._cache, self.words)
            except Exception as bug:
                # A mistake of ours must not end what someone is in the middle of; the next save may be free of it.
                said = self.words("Noe gikk galt i planc selv ({bug}). Lagre en gang til, eller meld fra om det.")
                edition = troubled(self._edition, said.format(bug=repr(bug)))
        with self._changed:
            self._edition, self._number = edition, self._number + 1
            self._changed.notify_all()
        return edition

    def current(self) -> tuple[Edition, str]:
        """Return what is shown and the token it is known by; the first time when there is something to show."""
        with self._changed:
            self._changed.wait_for(lambda: self._number > 0)
            return self._edition, self._token

    def wait(self, token: str) -> str:
        """Return the token of what is shown, as soon as it is another one, else after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._number > 0 and self._token != token, _BREATH)
            return self._token

    @property
    def _token(self) -> str:
        # An earlier run counted from one too, and its pages may still be open.
        return f"{self._run}-{self._number}"


class Server(ThreadingHTTPServer):
    """Serves a preview on the loopback; port 0 takes one that is free. Raises OSError when the port is taken."""

    daemon_threads = True
    # Elsewhere it means that a port just left can be taken; on Windows, that one in use can.
    allow_reuse_address = os.name != "nt"

    def __init__(self, preview: Preview, port: int) -> None:
        self.preview = preview
        super().__init__((HOST, port), _Handler)
        self.names = frozenset(f"{name}:{self.server_port}" for name in ("localhost", HOST, "[::1]"))

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: browsers break connections off all the time."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version, sys_version = "planc", ""

    def do_GET(self) -> None:
        words, preview = self.server.preview.words, self.server.preview
        if (self.headers.get("Host") or "").lower() not in self.server.names:
            said = words("Forhåndsvisningen svarer bare på adressen som står i terminalen.")
            self._answer(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", f"{said}\n".encode())
            return
        asked = urlsplit(f"//{HOST}{self.path}" if self.path.startswith("/") else "")
        address = unquote(asked.path).removeprefix("/")
        if address == f"{OWN}events":
            self._tell(parse_qs(asked.query).get("edition", [""])[0])
        elif address == "favicon.ico":
            # Browsers ask for it unasked, and the console is for what is wrong.
            self._answer(HTTPStatus.NO_CONTENT, _TYPES[".txt"], b"")
        elif address.startswith(OWN):
            data = preview.dresser.own(address.removeprefix(OWN))
            self._answer(HTTPStatus.OK if data else HTTPStatus.NOT_FOUND, _type(address), data or b"")
        else:
            self._page(address)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for what happens to the plans."""

    def _page(self, address: str) -> None:
        preview = self.server.preview
        (edition, token), words = preview.current(), preview.words
        if address.endswith("/") or not address:
            address += "index.html"
        if f"{address}/index.html" in edition.pages:
            self._answer(HTTPStatus.FOUND, "text/plain", b"", Location=f"/{quote(address)}/")
            return
        artifact = edition.pages.get(address)
        if artifact is None:
            said = words("Denne siden finnes ikke") if edition.pages else words("Det er ikke noe å vise ennå")
            page = preview.dresser.alone(edition, token, said)
            self._answer(HTTPStatus.NOT_FOUND if edition.pages else HTTPStatus.OK, _TYPES[".html"], page)
            return
        try:
            with preview.making:
                data = artifact.render()
        except OSError:
            # A picture that has gone since the plans were read.
            self._answer(HTTPStatus.NOT_FOUND, _TYPES[".txt"], b"")
            return
        except TemplateFault as fault:
            wrong = replace(edition, findings=(of_fault(fault, edition.sources, words), *edition.findings), older=True)
            page = preview.dresser.alone(wrong, token, words("Siden kan ikke lages"))
            self._answer(HTTPStatus.OK, _TYPES[".html"], page)
            return
        except Exception as bug:
            said = words("Noe gikk galt i planc selv ({bug}). Lagre en gang til, eller meld fra om det.")
            page = preview.dresser.alone(edition, token, said.format(bug=repr(bug)))
            self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, _TYPES[".html"], page)
            return
        html = _type(address) == _TYPES[".html"]
        self._answer(HTTPStatus.OK, _type(address), preview.dresser.dressed(data, edition, token) if html else data)

    def _tell(self, token: str) -> None:
        """Tell of every new edition for as long as someone listens."""
        self._answer(HTTPStatus.OK, "text/event-stream", b"retry: 500\n\n", whole=False)
        try:
            while self.command == "GET":
                now = self.server.preview.wait(token)
                self.wfile.write(b": \n\n" if now == token else f"data: {now}\n\n".encode())
                self.wfile.flush()
                token = now
        except OSError:
            # Nobody listens any more.
            self.close_connection = True

    def _answer(self, status: HTTPStatus, kind: str, data: bytes, whole: bool = True, **headers: str) -> None:
        self.send_response(status)
        said = {"Content-Type": kind, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        said |= {"Cross-Origin-Resource-Policy": "same-origin", "Referrer-Policy": "same-origin"}
        for name, value in {**said, **headers, **({"Content-Length": str(len(data))} if whole else {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def _type(address: str) -> str:
    return _TYPES.get(Path(address).suffix.lower(), "application/octet-stream")
