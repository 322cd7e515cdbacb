"""What became of the references of a field: which went, which came, and what is said of those that stayed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plancompiler.cells import weight_words
from plancompiler.change import Resaid
from plancompiler.diff.compared import Compared
from plancompiler.diff.describe import name_of
from plancompiler.diff.fields import Difference
from plancompiler.diff.meaning import flow
from plancompiler.diff.records import Records
from plancompiler.node import Fields, text
from plancompiler.phrase import listed, node_phrase, shortened
from plancompiler.translate import Translator

# These say what a link is; anything else that is said of it is named.
_NAMELESS = frozenset({"rolle", "vekt"})


@dataclass(frozen=True, slots=True)
class Exchanged:
    """The references of a field that are in one revision only, and what is said otherwise of those in both."""

    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    resaid: tuple[Resaid, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gone or self.new or self.resaid)


def exchanged(both: Compared, one: Difference, words: Translator) -> Exchanged:
    """Return what became of the references of a field, in the words of a reader."""
    before, after = _extras(one.before), _extras(one.after)
    named = {"begrunnelse": words("begrunnelse"), "sted": words("sted")}
    gone = {each: said for each, said in before.items() if each not in after}
    new = {each: said for each, said in after.items() if each not in before}
    # What the one did that the other now does need not be said of both.
    same = [_part(said, words) for said in gone.values()] == [_part(said, words) for said in new.values()]

    def shown(name: str, said: Fields) -> str:
        part = "" if same else _part(said, words)
        return f"{name} ({part})" if part else name

    return Exchanged(
        tuple(shown(_named(both.before, _old(both, each), words), said) for each, said in gone.items()),
        tuple(shown(_named(both.after, each, words), said) for each, said in new.items()),
        tuple(
            Resaid(
                _named(both.after, lead, words),
                "" if key in _NAMELESS else named.get(key, key),
                *(weight_words(said, words) if key == "vekt" else said for said in sides),
            )
            for lead, key, *sides in said_anew(one)
        ),
    )


def sentences(found: Exchanged, words: Translator) -> Iterator[str]:
    """Yield what became of the references, in sentences."""
    if found.gone and found.new:
        yield words("{old} er byttet ut med {new}.").format(old=listed(found.gone), new=listed(found.new))
    elif found.gone or found.new:
        said = words("{old} er tatt bort.") if found.gone else words("{new} er føyd til.")
        yield said.format(old=listed(found.gone), new=listed(found.new))
    if found.resaid:
        said = "; ".join(_in_line(one, words) for one in found.resaid)
        yield said if said[-1:] in ".!?" else f"{said}."


def capacity(one: Difference) -> str:
    """Return in what capacity all those take part whom a difference is about, "" where it is none or not the same.

    One that is too long to be the name of anything is none.
    """
    old, new = _extras(one.before), _extras(one.after)
    anew = {lead for lead, *_ in said_anew(one)}
    found = {
        text(said, "rolle")
        for extras, others in ((old, new), (new, old))
        for lead, said in extras.items()
        if lead in anew or lead not in others
    }
    only = found.pop() if len(found) == 1 else ""
    return only if only == shortened(only) else ""


def leads(value: object) -> tuple[str, ...]:
    """Return what the references of a changed field lead to, or their words."""
    items = value if isinstance(value, tuple) else ()
    return tuple(item if isinstance(item, str) else text(item, "til") for item in items)


def said_anew(one: Difference) -> Iterator[tuple[str, str, str, str]]:
    """Yield what is said otherwise of a reference that is in both: what it leads to, the key, and the two sides."""
    old, new = _extras(one.before), _extras(one.after)
    for lead in (each for each in new if each in old):
        for key in dict.fromkeys((*new[lead], *old[lead])):
            before, after = (flow(text(extras[lead], key)) for extras in (old, new))
            if before != after:
                yield lead, key, before, after


def _extras(value: object) -> Mapping[str, Fields]:
    """Return what is said of each reference beside what it leads to."""
    items = value if isinstance(value, tuple) else ()
    return {
        item if isinstance(item, str) else text(item, "til"): (
            {} if isinstance(item, str) else {key: said for key, said in item.items() if key != "til"}
        )
        for item in items
    }


def _part(said: Fields, words: Translator) -> str:
    """Return what someone has to do, or how much a goal weighs."""
    return "; ".join(filter(None, (shortened(text(said, "rolle")), weight_words(text(said, "vekt"), words))))


def _in_line(one: Resaid, words: Translator) -> str:
    if one.is_long:
        return words("{field} er endret").format(field=one.about)
    said = words("{name}: «{old}» er blitt «{new}»")
    if not one.before or not one.after:
        said = words("{name}: «{new}» er føyd til") if one.after else words("{name}: «{old}» er tatt bort")
    return said.format(name=shortened(one.about), old=one.before.rstrip("."), new=one.after.rstrip("."))


def _named(records: Records, name: str, words: Translator) -> str:
    """Return what a reference leads to: its number alone would say nothing to who does not have the plan at hand."""
    program = records.edition.program
    node = program.nodes.get(name)
    return node_phrase(program, node, words) if node is not None else name_of(records, name, words)


def _old(both: Compared, name: str) -> str:
    """Return what a thing was called before, by its name after."""
    key = both.after.keys.get(name, "")
    return both.was(key).name if key in both.pairs.before else name
