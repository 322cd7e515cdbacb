"""Where a reference stands in the text: exactly the characters that name what it points at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancompiler.diagnostic import Locus
from plancompiler.edits import TextEdit
from plancompiler.program import Link, Program
from plancompiler.refactor.change import Refusal
from plancompiler.refactor.texts import Texts
from plancompiler.reference import Reference
from plancompiler.tree import Mapping, Scalar
from plancompiler.validate.plain import entry_of
from plancompiler.wiki import mentions


class Spot(NamedTuple):
    """Where a reference is written: the file, and the span of its text."""

    path: str
    start: int
    end: int


def spots(texts: Texts, reference: Link | Reference) -> Iterator[Spot]:
    """Yield where a reference stands; prose may say it more than once. Raises Refusal when it is not found there."""
    scalar = written(texts, reference.at)
    path, text = reference.at.path, texts.text(reference.at.path)
    if scalar is not None:
        raw = text[scalar.start : scalar.end]
        if reference.role != "omtaler" and scalar.text.strip() == reference.text and reference.text in raw:
            start = scalar.start + raw.index(reference.text)
            yield Spot(path, start, start + len(reference.text))
            return
        found = [each for each in mentions(raw) if each.ref == reference.text]
        for each in found:
            start = raw.find(reference.text, each.start, each.end)
            if start >= 0:
                yield Spot(path, scalar.start + start, scalar.start + start + len(reference.text))
        if found:
            return
    where = texts.place(path, scalar.start if scalar is not None else 0)
    raise Refusal(f"«{reference.text}» i {where} er skrevet så planc ikke finner den igjen. Endre den for hånd.")


def written(texts: Texts, at: Locus) -> Scalar | None:
    """Return the text at a place of the model; of a mapping, what it points at."""
    found = texts.value(at.path, at.steps)
    if isinstance(found, Mapping):
        key = entry_of(found, "til") or entry_of(found, "fn")
        found = found.entries[key].value if key else None
    return found if isinstance(found, Scalar) else None


def links_to(program: Program, names: Iterable[str]) -> Iterator[Link]:
    """Yield the links that somebody wrote to any of the names."""
    for name in names:
        yield from (link for link in program.incoming.get(name, ()) if link.basis == "skrevet")


def renamed(texts: Texts, old: str, new: str) -> Iterator[TextEdit]:
    """Yield the edits that let every reference to a node say its new id; what stands before the slash is left."""
    before, after = old.partition("/")[2], new.partition("/")[2]
    for link in links_to(texts.program, [old]):
        for spot in spots(texts, link):
            yield TextEdit(spot.path, spot.end - len(before), spot.end, after)
