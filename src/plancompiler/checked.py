"""What the rules say of a program, with what is kept of plans that were judged before."""

from __future__ import annotations

from collections.abc import Callable, Container
from contextlib import suppress

from plancompiler.cache import Cache
from plancompiler.diagnostic import Diagnostic
from plancompiler.diagnostic_record import BadRecord, from_text, to_text
from plancompiler.fingerprint import fingerprint
from plancompiler.lint import lint
from plancompiler.program import Program
from plancompiler.source import digest


def checked(program: Program, cache: Cache, plans: Container[str] | None = None) -> tuple[Diagnostic, ...]:
    """Return what `lint` returns; a plan that a rule would see as it saw it before is not judged again."""

    def kept(key: str, judge: Callable[[], tuple[Diagnostic, ...]]) -> tuple[Diagnostic, ...]:
        key = digest("findings", fingerprint(), key)
        known = cache.get(key)
        if known is not None:
            with suppress(BadRecord):
                return from_text(known)
        found = judge()
        cache.put(key, to_text(found))
        return found

    return lint(program, plans, kept)
