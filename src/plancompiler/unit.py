"""One file, compiled: everything that depends on its own text alone, and nothing that depends on any other file.

Because of that, a unit's key is its content. Do not bake in a value looked up in another file: nothing would renew it.
The findings are part of the value, so that a unit read from a cache says the same as one compiled anew.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass

from plancompiler.decode import decode
from plancompiler.diagnostic import Diagnostic
from plancompiler.node import Document
from plancompiler.reference import Reference
from plancompiler.source import Source


@dataclass(frozen=True, slots=True)
class Unit:
    """A compiled file. `document` is None when nothing of it could be read; then there is at least one finding.

    `sound` says that the bytes were text as they should be; otherwise the document is a guess at what they say.
    """

    source: Source
    document: Document | None
    references: tuple[Reference, ...]
    diagnostics: tuple[Diagnostic, ...]
    sound: bool = True


def compile_unit(path: str, data: bytes) -> Unit:
    """Return what the file at `path` holds. Never raises, whatever the bytes."""
    collecting = gc.isenabled()
    # Hundreds of thousands of objects are made and none of them in a ring, so that looking for rings is in vain.
    gc.disable()
    try:
        return _compile(path, data)
    finally:
        if collecting:
            gc.enable()


def _compile(path: str, data: bytes) -> Unit:
    # Imported late: a run in which every unit comes from the cache needs no models, and starts 130 ms sooner.
    from plancompiler.parse import parse
    from plancompiler.reference import references
    from plancompiler.validate import validate

    source, unreadable = decode(path, data)
    tree, syntax = parse(source)
    if tree is None:
        return Unit(source, None, (), unreadable + syntax, not unreadable)
    document, schema = validate(tree, source)
    found = references(document) if document is not None else ()
    return Unit(source, document, found, unreadable + syntax + schema, not unreadable)
