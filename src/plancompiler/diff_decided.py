"""What was decided of points that a comparison changes: the words of the decision, and where they are changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plancompiler.cells import series
from plancompiler.change import Comparison, Item
from plancompiler.node import Fields, records, text, texts
from plancompiler.phrase import node_phrase
from plancompiler.program import Program, links_from
from plancompiler.shown_dates import shown_period
from plancompiler.shown_value import readable
from plancompiler.translate import Translator

_TOLD = ("forpliktelse", "innhold")


def decided(comparison: Comparison, words: Translator) -> tuple[str, ...]:
    """Return, for each point of a decision that names something changed here, what was decided of it and where it is
    changed, by the numbers of the changes."""
    numbers = _numbers(comparison)
    found: dict[tuple[object, ...], str] = {}
    for program in (comparison.after, comparison.before):
        for name, plan, step, point in _points(program):
            if name in numbers:
                told = _sentence(program, plan, step, point, name, words)
                changed = series([str(number) for number in numbers[name]], words)
                # What the point is called may be another now, and then it is told of once all the same.
                same = (*numbers[name], *(text(step, key) for key in ("sak", "dato")), *map(repr, point.values()))
                found.setdefault(same, words("{decided} Se punkt {numbers}.").format(decided=told, numbers=changed))
    return tuple(found.values())


def _numbers(comparison: Comparison) -> Mapping[str, list[int]]:
    """Return the numbers of the changes of each thing by its name, before or after; an old name leads there too."""
    found: dict[str, dict[int, None]] = {}
    for number, change in enumerate(comparison.changes, 1):
        if change.level in _TOLD and change.type != "rekkefølge":
            for item in filter(None, (change.item, change.was)):
                for each in _whole(item) if change.type == "fjernet" else (item,):
                    found.setdefault(each.id, {})[number] = None
    return {name: list(numbers) for name, numbers in found.items()}


def _whole(item: Item) -> Iterator[Item]:
    yield item
    for child in item.below:
        yield from _whole(child)


def _points(program: Program) -> Iterator[tuple[str, str, Fields, Fields]]:
    """Yield what each point of a decision is about, with the plan, the step and the point."""
    for plan, header in program.plans.items():
        known = {link.text: link.target for link in links_from(program, plan, "gjelder") if link.target}
        for step in header.records("saksgang"):
            for point in records(step, "endringer"):
                for written in texts(point, "gjelder"):
                    if known.get(written, "") in program.nodes:
                        yield known[written], plan, step, point


def _sentence(program: Program, plan: str, step: Fields, point: Fields, name: str, words: Translator) -> str:
    when = text(step, "dato") or text(step, "periode")
    number = text(point, "nummer")
    source = (
        text(step, "organ"),
        shown_period(when, words.language, words) if when else "",
        words("sak {case}").format(case=text(step, "sak")) if text(step, "sak") else "",
        words("punkt {number}").format(number=number) if number else "",
    )
    what = node_phrase(program, program.nodes[name], words, first=True)
    where = ", ".join(part for part in source if part)
    said = " ".join(readable(program, plan, text(point, "tekst")).split())
    if not said:
        return words("{what} er nevnt i vedtaket ({where}).").format(what=what, where=where)
    return words("{what} er nevnt i vedtaket ({where}): «{said}»").format(what=what, where=where, said=said)
