"""What is laid on a page while it is previewed: the findings, and a script that loads it again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plancompiler.diagnostic import SEVERITIES, Severity
from plancompiler.preview.edition import Edition
from plancompiler.report import Finding
from plancompiler.resources import folder
from plancompiler.source import Source
from plancompiler.template import Templates
from plancompiler.translate import Translator

# An address below this is the preview's own; no id of a plan holds an underscore.
OWN = "_planc/"

# Nobody mends more at once, and a page must not drown.
_MOST = 60

# So much of a long line is shown, beginning a little before what is marked.
_WIDTH, _BEFORE = 110, 40

_BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)
_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
_POLICY = "default-src 'none'"


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding, what it is called by how serious it is, and the line it stands on, parted around what is marked."""

    finding: Finding
    level: str
    before: str
    marked: str
    after: str


class Dresser:
    """Puts on pages what a preview adds to them, in the language of `words`."""

    def __init__(self, words: Translator) -> None:
        self._words = words
        self._templates = Templates(folder("templates") / "preview", words)

    def dressed(self, page: bytes, edition: Edition, token: str) -> bytes:
        """Return a page with the findings on top, and the script that loads it again when `token` is no longer new."""
        return self._laid(page, edition, token, is_of_site=True)

    def _laid(self, page: bytes, edition: Edition, token: str, is_of_site: bool) -> bytes:
        html = page.decode("utf-8")
        if "connect-src" not in html:
            html = html.replace(_POLICY, f"{_POLICY}; connect-src 'self'", 1)
        html = _HEAD_END.sub(lambda end: self._fill("head", edition, token) + end[0], html, count=1)
        findings = self._fill("findings", edition, token, is_of_site)
        html = _BODY.sub(lambda start: f"{start[0]}\n{findings}", html, count=1)
        return html.encode("utf-8")

    def alone(self, edition: Edition, token: str, said: str) -> bytes:
        """Return a page of the preview itself, which says one thing beside the findings."""
        return self._laid(self._templates.render("alone.html.j2", said=said), edition, token, is_of_site=False)

    def own(self, name: str) -> bytes | None:
        """Return a file of the preview's own, by its name; None when there is no such file."""
        file = {"preview.css": "preview.css", "preview.js": "preview.js"}.get(name)
        return (folder("templates") / "preview" / file).read_bytes() if file else None

    def _fill(self, name: str, edition: Edition, token: str, is_of_site: bool = False) -> str:
        found = sorted(edition.findings, key=lambda one: SEVERITIES.index(one.severity))
        shown = [self._shown(one, edition.sources.get(one.where.path)) for one in found[:_MOST]]
        values = {"edition": edition, "token": token, "own": f"/{OWN}", "found": shown, "more": len(found) - len(shown)}
        return self._templates.render(f"{name}.html.j2", is_of_site=is_of_site, **values).decode("utf-8")

    def _shown(self, one: Finding, source: Source | None) -> Shown:
        words = self._words
        levels: dict[Severity, str] = {"error": words("feil"), "warning": words("advarsel"), "info": words("tips")}
        before, marked, after = _excerpt(one, source) if source else ("", "", "")
        return Shown(one, levels[one.severity], before, marked, after)


def _excerpt(one: Finding, source: Source) -> tuple[str, str, str]:
    """Return the first line of a finding: what stands before what is marked, that, and what follows."""
    text, where = source.text, one.where
    start = where.start - (where.column - 1)
    stop = text.find("\n", start)
    line = text[start : stop if stop >= 0 else len(text)].rstrip("\r")
    first, last = where.column - 1, min(max(where.end - start, where.column - 1), len(line))
    cut = max(0, first - _BEFORE) if len(line) > _WIDTH else 0
    end = cut + _WIDTH
    before = ("…" if cut else "") + line[cut:first]
    return before.lstrip(), line[first : min(last, end)], line[min(last, end) : end] + ("…" if len(line) > end else "")
