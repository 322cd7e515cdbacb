"""Every code by name, and the words of a finding in the reader's language."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from string import Formatter
from types import ModuleType

from plancompiler import codes, rules
from plancompiler.code import Code
from plancompiler.collect import collect
from plancompiler.diagnostic import Diagnostic, Edit, Fix, Place
from plancompiler.nearest import nearest
from plancompiler.shown_dates import shown_period
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


@cache
def rule_names() -> frozenset[str]:
    """Return the codes that authors have a say in: those of `rules/`. No rule is imported for it."""
    return _names(rules)


@cache
def code_names() -> frozenset[str]:
    """Return every code. None is imported for it."""
    return _names(codes) | _names(rules)


def _names(package: ModuleType) -> frozenset[str]:
    return frozenset(module.name.replace("_", "-") for module in pkgutil.iter_modules(package.__path__))


def unknown_rule(name: str, place: Place) -> Diagnostic:
    """Return what to say where authors name a code that is no rule's, and so not theirs to judge."""
    if name in code_names():
        return Diagnostic("not-a-rule", place, {"code": name})
    near = next(iter(nearest(name, sorted(rule_names()))), "")
    fixes = (Fix("near", "unsafe", (Edit(place, near),), {"near": near}),) if near else ()
    return Diagnostic("unknown-rule", place, {"code": name, "near": near}, "near" if near else "", fixes=fixes)


def said(diagnostic: Diagnostic, words: Translator) -> Said:
    """Return the words of a finding, its variant's where it has any, filled in."""
    known = code(diagnostic.code)
    own = known.variants.get(diagnostic.variant)
    message = (own.message if own else "") or known.message
    label = (own.label if own else "") or known.label
    advice = (own.help if own else "") or known.help
    return Said(*(fill(text, diagnostic.args, words) for text in (message, label, advice)))


def fill(text: str, args: Mapping[str, str], words: Translator) -> str:
    """Return a message in the reader's language with its arguments put in.

    `{until:dato}` shows a date or a period as readers write it.
    """
    return _Filling(words).vformat(words(text), (), args) if text else ""


class _Filling(Formatter):
    """Puts arguments in a message; dates, which are data and not the author's words, in the reader's language."""

    def __init__(self, words: Translator) -> None:
        self._words = words

    def format_field(self, value: object, format_spec: str) -> str:
        if format_spec == "dato":
            return shown_period(str(value), self._words.language, self._words)
        return str(super().format_field(value, format_spec))


def messages() -> tuple[str, ...]:
    """Return every message of every code, for translators and for the test that none is missing."""
    found: dict[str, None] = {}
    for each in all_codes().values():
        found.update(dict.fromkeys((each.message, each.label, each.help)))
        for words in each.variants.values():
            found.update(dict.fromkeys((words.message, words.label, words.help)))
        found.update(dict.fromkeys((*each.related.values(), *each.fixes.values())))
    return tuple(message for message in found if message)
