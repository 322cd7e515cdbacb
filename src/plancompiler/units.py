"""The files of a workspace as units: from the cache where they were compiled before, else compiled now.

A unit depends on its own text and the compiler alone, so its key is a digest of those, and files may be compiled in any
order and in several processes. A process gives back a record, as the cache does, and never an object.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping

from plancompiler.cache import Cache
from plancompiler.crew import ALONE, Crew
from plancompiler.decode import decode
from plancompiler.diagnostic_record import BadRecord
from plancompiler.fingerprint import fingerprint
from plancompiler.source import Source, digest
from plancompiler.unit import Unit, compile_unit
from plancompiler.unit_record import from_record, to_record

# So many bytes are compiled in the time it takes to start a process.
_WORTH_A_PROCESS = 1_000_000


def units_of(files: Mapping[str, bytes], cache: Cache, crew: Crew = ALONE) -> tuple[Unit, ...]:
    """Return the unit of each file, in the order of the files; what must be compiled anew, the crew shares."""
    collecting = gc.isenabled()
    # Hundreds of thousands of objects are made and none of them in a ring, so that looking for rings is in vain.
    gc.disable()
    try:
        found = {path: _kept(path, data, cache) for path, data in files.items()}
        missed = {path: files[path] for path, unit in found.items() if unit is None}
        made = dict(_compiled(missed, cache, crew))
        if missed:
            cache.prune()
        return tuple(unit or made[path] for path, unit in found.items())
    finally:
        if collecting:
            gc.enable()


def unit_of(path: str, data: bytes, cache: Cache) -> Unit:
    """Return the unit of one file; what is put in the cache is not pruned, since many more may follow."""
    unit = _kept(path, data, cache)
    if unit is None:
        unit = compile_unit(path, data)
        cache.put(unit_key(path, data), to_record(unit))
    return unit


def unit_key(path: str, data: bytes) -> str:
    """Return the key of a file's unit: what the file holds, and the compiler."""
    return digest("unit", fingerprint(), path, data)


def kept_unit(key: str, source: Source, cache: Cache) -> Unit | None:
    """Return the unit that the cache keeps under the key, or None."""
    record = cache.get(key)
    try:
        return from_record(record, source) if record is not None else None
    except BadRecord:
        return None


def _kept(path: str, data: bytes, cache: Cache) -> Unit | None:
    return kept_unit(unit_key(path, data), decode(path, data)[0], cache)


def _compiled(files: Mapping[str, bytes], cache: Cache, crew: Crew) -> Iterable[tuple[str, Unit]]:
    sizes = [len(data) for data in files.values()]
    # The largest file takes its time whoever compiles it; what can be shared is the rest.
    if crew.alone or sum(sizes) - max(sizes, default=0) < _WORTH_A_PROCESS:
        for path, data in files.items():
            unit = compile_unit(path, data)
            cache.put(unit_key(path, data), to_record(unit))
            yield path, unit
        return
    # The largest first, so that none is left working alone at the end.
    order = sorted(files, key=lambda path: -len(files[path]))
    at_a_time = max(1, len(order) // (8 * crew.jobs))
    records = crew.map(_record, order, [files[path] for path in order], at_a_time=at_a_time)
    for path, record in zip(order, records, strict=True):
        cache.put(unit_key(path, files[path]), record)
        yield path, from_record(record, decode(path, files[path])[0])


def _record(path: str, data: bytes) -> str:
    return to_record(compile_unit(path, data))
