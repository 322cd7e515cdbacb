"""Keys that may stand somewhere, and what was meant by one that may not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from plancompiler.model import foreign
from plancompiler.model.header import PlanHeader
from plancompiler.model.kind import BY_KEY, CHILD_KEYS, KINDS
from plancompiler.model.nodes import NODES
from plancompiler.model.nynorsk import canonical_keys, spellings
from plancompiler.model.part import ListOfMappings, Part
from plancompiler.model.register import SECTIONS
from plancompiler.nearest import nearest

# Lists of mappings that stand under keys of their own and are no nodes.
ENTRY_KEYS: tuple[str, ...] = (*SECTIONS, "poster")


class Guess(NamedTuple):
    """What to say of an unknown key: code, variant and arguments; the bokmål key it means, and that key as one would
    write it here. Both are empty when nobody can know."""

    code: str
    variant: str
    args: Mapping[str, str]
    key: str = ""
    write: str = ""


@cache
def legal(model: type[Part], lists: tuple[str, ...] = ()) -> Mapping[str, str]:
    """Return the bokmål key of each way to write the keys of a model, and of the keys of lists beside them."""
    keys = (*(field.alias or name for name, field in model.model_fields.items()), *lists)
    found = {spelled: key for key in keys for spelled in spellings(key)}
    # A key in bokmål is itself even where it is another's nynorsk.
    return {**found, **{key: key for key in keys}}


def guess(
    key: str,
    may: Mapping[str, str],
    takes: type[Part] | None,
    is_list: bool,
    here: str,
    look: bool = True,
    nynorsk: bool = False,
) -> Guess:
    """Return what an unknown key means, among the keys in `may` (as `legal` gives them), of the model `takes`.

    `is_list` tells whether its value is a list; `here` names the place: a kind of node, `planen`, or another key.
    Without `look` no misspelling is looked for. `nynorsk` tells which form the file is written in.
    """
    args = {"key": key, "here": here}
    in_plan = here in KINDS or here == "planen"
    if in_plan and key in foreign.RESERVED:
        return Guess("unknown-key", "anchoring" if key == "forankring" else "reason", args)
    meant = foreign.MEANT.get(key.casefold().replace(" ", "_"), "")
    if here == "betegnelser" and meant in BY_KEY:
        meant = BY_KEY[meant].name
    if meant in may and (is_list or not _is_list_of_mappings(meant, takes)):
        word = key.replace("_", " ").capitalize()
        kind = BY_KEY[meant].name if meant in BY_KEY else ""
        write = _spelled(meant, nynorsk)
        args |= {
            "meant": write,
            "word": word,
            "kind": _spelled(kind, nynorsk),
            "terms": _spelled("betegnelser", nynorsk),
        }
        return Guess("unknown-key", "term" if kind else "meant", args, meant, write)
    elsewhere = _elsewhere().get(canonical_keys(key)[0], ())
    if elsewhere:
        return Guess("misplaced-key", "", {**args, "holders": ", ".join(f"«{holder}»" for holder in elsewhere)})
    near = nearest(key, may) if look else ()
    keys = dict.fromkeys(may[each] for each in near)
    if len(keys) == 1:
        write = _spelled(next(iter(keys)), nynorsk)
        return Guess("unknown-key", "near", {**args, "meant": write}, next(iter(keys)), write)
    if near:
        listed = " eller ".join(f"«{_spelled(each, nynorsk)}»" for each in list(keys)[:3])
        return Guess("unknown-key", "several", {**args, "meant": listed})
    if in_plan:
        return Guess("unknown-key", "", args)
    fields = ", ".join(f"«{_spelled(each, nynorsk)}»" for each in dict.fromkeys(may.values()))
    return Guess("unknown-key", "record" if fields else "", {**args, "fields": fields})


def _spelled(key: str, nynorsk: bool) -> str:
    """Return a bokmål key as the file would write it."""
    return (*spellings(key)[1:], key)[0] if nynorsk else key


def record_at(model: type[Part], loc: Iterable[int | str]) -> type[Part] | None:
    """Return the model of the mapping that a `loc` leads to; None when it is no mapping with keys of ours."""
    found: type[Part] | None = model
    for step in loc:
        if isinstance(step, str) and found is not None:
            field = next((field for field in found.model_fields.values() if field.alias == step), None)
            found = _record_in(field.annotation) if field is not None else None
    return found


def _record_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation if issubclass(annotation, Part) else None
    return next((found for arg in get_args(annotation) if (found := _record_in(arg)) is not None), None)


def _is_list_of_mappings(key: str, takes: type[Part] | None) -> bool:
    if key in CHILD_KEYS or key in ENTRY_KEYS:
        return True
    if takes is None:
        return False
    field = next((field for field in takes.model_fields.values() if field.alias == key), None)
    return field is not None and any(isinstance(mark, ListOfMappings) for mark in field.metadata)


@cache
def _elsewhere() -> Mapping[str, tuple[str, ...]]:
    """Return where each key may stand: kinds of node, `planen`, sections of registers, or the keys of records."""
    holders: list[tuple[str, type[Part]]] = [("planen", PlanHeader), *NODES.items(), *SECTIONS.items()]
    found: dict[str, dict[str, None]] = {}
    for holder, model in holders:
        for field in model.model_fields.values():
            found.setdefault(field.alias or "", {})[holder] = None
            inner = _record_in(field.annotation) if field.alias != "betegnelser" else None
            if inner is not None:
                for below in inner.model_fields.values():
                    found.setdefault(below.alias or "", {})[field.alias or ""] = None
    return {key: tuple(places) for key, places in found.items()}
