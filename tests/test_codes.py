"""The manual of every code holds: its wrong example gives the code, its right example does not."""

from __future__ import annotations

import string
from collections.abc import Mapping

import pytest

from plancompiler.catalogue import all_codes, messages
from plancompiler.findings import public_findings
from plancompiler.report import Finding
from plancompiler.translate import BOKMAL, LANGUAGES, catalogue
from workspaces import example, findings_of, workspace

CODES = all_codes()


@pytest.mark.parametrize("name", CODES)
def test_the_wrong_example_gives_the_code_and_the_right_one_does_not(name: str) -> None:
    code = CODES[name]
    wrong = findings(wrong_example(name))
    assert name in {one.code for one in wrong}, [(one.code, one.message) for one in wrong]
    if code.severity == "error":
        others = {one.code for one in wrong if one.severity == "error"} - {name}
        assert not others, "one mistake gives one message"
    right = findings(example(code.good))
    assert name not in {one.code for one in right}
    assert not [one for one in right if one.severity == "error"], [(one.code, one.message) for one in right]


@pytest.mark.parametrize("name", CODES)
def test_the_file_is_named_for_the_code(name: str) -> None:
    assert CODES[name].name == name
    assert name == name.lower() and "_" not in name


@pytest.mark.parametrize("name", CODES)
def test_messages_are_short_and_speak_the_planners_language(name: str) -> None:
    code = CODES[name]
    for found in findings(wrong_example(name)):
        if found.code == name:
            assert 0 < len(found.message) <= 90, found.message
            assert not found.message.endswith(".")
            assert found.help and found.help[0].isupper()
    said = " ".join(
        (code.message, code.label, code.help, *(w.message + w.label + w.help for w in code.variants.values()))
    )
    for jargon in ("ugyldig", "uventet", "påkrevd", " streng ", "node", "nøkkel", "bruker", "pydantic", "mapping"):
        assert jargon not in said.lower()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "nb"])
def test_every_message_is_translated_with_the_same_arguments(language: str) -> None:
    words = catalogue(language)
    missing = [message for message in messages() if message not in words]
    assert not missing
    for message in messages():
        assert _arguments(message) >= _arguments(words[message]), message


def findings(files: Mapping[str, str | bytes]) -> tuple[Finding, ...]:
    """Return everything there is to say of the files and of a site of them for the public."""
    space = workspace(files)
    return (*findings_of(space), *public_findings(space, BOKMAL))


def wrong_example(name: str) -> Mapping[str, str | bytes]:
    code = CODES[name]
    return {"plans/eksempel.yaml": code.specimen()} if code.specimen else {**example(code.bad)}


def _arguments(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}
