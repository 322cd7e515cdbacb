"""The manual page of a code, as text and as data."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from plancompiler.code import Code
from plancompiler.translate import Translator

_LEVEL = {"error": "feil", "warning": "advarsel", "info": "tips"}


def as_text(code: Code, words: Translator) -> str:
    """Return the manual page for a terminal: what it is, why it matters, a wrong and a right example."""
    parts = [
        f"{code.name} ({words(_LEVEL[code.severity])})",
        "\n".join(textwrap.wrap(words(code.what), 90)),
        "\n".join(textwrap.wrap(words(code.why), 90)),
        words("Slik blir det galt:") if code.bad else "",
        _indented(code.bad),
        words("Slik blir det riktig:"),
        _indented(code.good),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def overview(codes: Iterable[Code], words: Translator) -> str:
    """Return every code with its level and what it is, a line each."""
    listed = list(codes)
    width = max(len(code.name) for code in listed)
    return "".join(f"{code.name:<{width}}  {words(_LEVEL[code.severity]):<8}  {words(code.what)}\n" for code in listed)


def as_record(code: Code, words: Translator) -> Mapping[str, object]:
    """Return the manual page as data."""
    return {
        "code": code.name,
        "severity": code.severity,
        "message": words(code.message),
        "label": words(code.label),
        "help": words(code.help),
        "what": words(code.what),
        "why": words(code.why),
        "bad": code.bad,
        "good": code.good,
    }


def _indented(example: str | Mapping[str, str]) -> str:
    files = {"": example} if isinstance(example, str) else example
    return "\n\n".join(
        textwrap.indent((f"# {path}\n" if path else "") + text.rstrip("\n"), "    ") for path, text in files.items()
    )
