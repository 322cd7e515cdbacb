"""What the author wrote after an option, read before anything is changed: a plan has no line to blame for it."""

from __future__ import annotations

from collections.abc import Callable

from plancompiler.catalogue import said
from plancompiler.diagnostic import Diagnostic, Locus
from plancompiler.refactor.change import Refusal
from plancompiler.translate import translator
from plancompiler.values.problem import Problem


def can_be_read(option: str, text: str, parse: Callable[[str], object]) -> None:
    """Raise Refusal, which names the option and says what to write, unless `text` is empty or `parse` can read it."""
    try:
        parse(text) if text else None
    except Problem as problem:
        if problem.fix:
            raise Refusal(f"{option}: skriv {problem.fix}") from None
        words = said(Diagnostic(problem.code, Locus(""), problem.about, problem.variant), translator("nb"))
        raise Refusal(f"{option}: {words.message}; {words.label}.") from None
