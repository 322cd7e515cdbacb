"""Words in the reader's language: gettext catalogues in `locale/`, with the bokmål of the code as message ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

Translator = Callable[[str], str]

LANGUAGES = ("nb", "nn", "en")
_LOCALE = Path(__file__).parent / "locale"


def translator(language: str) -> Translator:
    """Return what turns a bokmål message into `language`; a message with no translation stays bokmål."""
    if language == "nb" or language not in LANGUAGES:
        return str
    words = catalogue(language)
    return lambda message: words.get(message, message)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return the translations of `language` by message id."""
    # Bokmål needs no catalogue, and most runs are bokmål, so they are spared Babel's start-up cost.
    from babel.messages.pofile import read_po

    with (_LOCALE / f"{language}.po").open("rb") as file:
        entries = read_po(file, locale=language)
    return {str(entry.id): str(entry.string) for entry in entries if entry.id and entry.string}
