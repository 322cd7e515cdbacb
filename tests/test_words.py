"""Every message is translated, with the same arguments and the same code in it, in words a planner uses."""

from __future__ import annotations

import re

import pytest

from extracted_messages import messages, missing, untraced, unused
from plancompiler.translate import LANGUAGES, PLURAL, catalogue

MESSAGES = tuple(messages())
TRANSLATED = [language for language in LANGUAGES if language != "nb"]

# Arguments of `str.format` and of a template's trans blocks, and braces that are to be shown.
ARGUMENT = re.compile(r"\{\{|\}\}|\{\w+(?::\w+)?\}|%\(\w+\)s")
CODE = re.compile(r"`[^`]*`")
# A key of the plan language, alone or with its value left open.
KEY = re.compile(r"«[a-zæøå_]+(?::|: …)?»")
# What is to be typed as it stands, and an author's own words.
QUOTED = re.compile(r"`[^`]*`|«[^»]*»|'[^']*'")

# Jargon, calques and words that talk down: what planners say instead is punkt, felt, peker til, tekst and the like.
FORBIDDEN = re.compile(
    r"\b(node(r|n|ne|ar)?|nøkkel(en)?|nøk(ler|lar|lene|lane)|referanse\w*|streng(en|er|ar)?|ugyldig\w*|uventet|uventa|"
    r"påkrev\w*|bruker(en|e|ne)|brukar(en|ar|ane)|dekning\w*|mistenkelig\w*|mistenkeleg\w*|endringsforslag\w*|"
    r"begreper|parse\w*|valider\w*|flytt(et|a) fram|må være av type|må vere av type|borger\w*|borgar\w*)\b",
    re.IGNORECASE,
)
# Words of bokmål, and infinitives that end otherwise than the rest; «de» would be the reader in plural, who is «du».
BOKMÅL = re.compile(
    r"(?<!-)\b(ikke|bare|hva|hvem|hvor\w*|hvilke\w*|hvert?|hvis|noen?|noe|fra|også|finnes|være|en|et|jeg|dem|de|"
    r"mye|flere|gjøre?|sier|skrives|vises|leses|navn\w*|tegn\w*|kilde\w*|usynlig|begynner|ennå|nå|samme|selv|tall\w*|"
    r"siden|nettside[nr]|uten|innhold\w*|hele|forskjell\w*|gjelder|peker|mangler|vera|gjera|lesa|skriva|koma|følge|"
    r"bygge|legge|velge|ligge)\b",
    re.IGNORECASE,
)


def test_every_argument_of_a_translator_can_be_followed() -> None:
    assert untraced() == ()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated(language: str) -> None:
    assert dict(missing(language)) == {}


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_of_something_nobody_says(language: str) -> None:
    assert unused(language) == ()


@pytest.mark.parametrize("language", TRANSLATED)
def test_arguments_code_and_keys_are_kept(language: str) -> None:
    for message, words in catalogue(language).items():
        assert sorted(ARGUMENT.findall(words)) == sorted(ARGUMENT.findall(message)), words
        assert CODE.findall(words) == CODE.findall(message), words
        assert sorted(KEY.findall(words)) == sorted(KEY.findall(message)), words


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_ends_and_begins_as_its_message_does(language: str) -> None:
    for said, words in catalogue(language).items():
        message = said.removeprefix(PLURAL)
        assert words == words.strip() and "  " not in words, words
        assert (words[-1] in ".:?") == (message[-1] in ".:?"), words
        assert words[0].isupper() == message[0].isupper(), words


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_word_is_jargon(language: str) -> None:
    words = MESSAGES if language == "nb" else tuple(catalogue("nn").values())
    assert [text for text in words if FORBIDDEN.search(text)] == []


def test_nynorsk_is_nynorsk() -> None:
    wrong = {text: found[0] for text in catalogue("nn").values() if (found := BOKMÅL.search(QUOTED.sub("", text)))}
    assert wrong == {}
