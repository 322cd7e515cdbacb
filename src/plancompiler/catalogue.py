"""Every code by name, and the words of a finding in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from plancompiler import codes, rules
from plancompiler.code import Code
from plancompiler.collect import collect
from plancompiler.diagnostic import Diagnostic
from plancompiler.translate import Translator


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a finding: what is wrong, what is seen at the place, and what to do; the last two may be empty."""

    message: str
    label: str
    help: str


@cache
def code(name: str) -> Code:
    """Return the code of that name. Only the codes a run needs are imported, so that a clean run pays for none."""
    module = name.replace("-", "_")
    for package in (codes, rules):
        try:
            found = import_module(f"{package.__name__}.{module}").CODE
        except ModuleNotFoundError as missing:
            if missing.name != f"{package.__name__}.{module}":
                raise
        else:
            assert isinstance(found, Code)
            return found
    raise KeyError(name)


def all_codes() -> Mapping[str, Code]:
    """Return every code by name, in the order of the names."""
    found = (*collect(codes, "CODE", Code), *collect(rules, "CODE", Code))
    return {each.name: each for each in sorted(found, key=lambda each: each.name)}


def said(diagnostic: Diagnostic, words: Translator) -> Said:
    """Return the words of a finding, its variant's where it has any, filled in."""
    known = code(diagnostic.code)
    own = known.variants.get(diagnostic.variant)
    message = (own.message if own else "") or known.message
    label = (own.label if own else "") or known.label
    advice = (own.help if own else "") or known.help
    return Said(*(fill(text, diagnostic.args, words) for text in (message, label, advice)))


def fill(text: str, args: Mapping[str, str], words: Translator) -> str:
    """Return a message in the reader's language with its arguments put in."""
    return words(text).format_map(args) if text else ""


def messages() -> tuple[str, ...]:
    """Return every message of every code, for translators and for the test that none is missing."""
    found: dict[str, None] = {}
    for each in all_codes().values():
        found.update(dict.fromkeys((each.message, each.label, each.help)))
        for words in each.variants.values():
            found.update(dict.fromkeys((words.message, words.label, words.help)))
        found.update(dict.fromkeys((*each.related.values(), *each.fixes.values())))
    return tuple(message for message in found if message)
