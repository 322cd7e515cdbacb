"""Words in the reader's language: gettext catalogues in `locale/`, with the bokmål of the code as message ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LANGUAGES = ("nb", "nn", "en")
# What stands before a message in the catalogue when it means several, as gettext joins a context to a message.
PLURAL = "flertall\x04"
_LOCALE = Path(__file__).parent / "locale"


# Compared by identity, so that what is made for a translator once can be looked up by it.
@dataclass(frozen=True, slots=True, eq=False)
class Translator:
    """Turns a bokmål message into `language`; one that has no translation stays bokmål."""

    language: str
    messages: Mapping[str, str]

    def __call__(self, message: str) -> str:
        """Return the message in the language."""
        return self.messages.get(message, message)

    def plural(self, message: str) -> str:
        """Return a plural that reads as its singular does in bokmål; a catalogue has it in the context `flertall`."""
        return self.messages.get(f"{PLURAL}{message}") or self(message)


# The words as they stand in the code.
BOKMAL = Translator("nb", {})


@cache
def translator(language: str) -> Translator:
    """Return what turns messages into `language`, a code; languages we have no catalogue for get bokmål."""
    return Translator(language, catalogue(language)) if language in ("nn", "en") else BOKMAL


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return the translations of `language` by message id."""
    # Bokmål needs no catalogue, and most runs are bokmål, so they are spared Babel's start-up cost.
    from babel.messages.pofile import read_po

    with (_LOCALE / f"{language}.po").open("rb") as file:
        entries = read_po(file, locale=language)
    return {
        (f"{entry.context}\x04{entry.id}" if entry.context else str(entry.id)): str(entry.string)
        for entry in entries
        if entry.id and entry.string
    }
