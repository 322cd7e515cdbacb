"""Printed numbers (`nummer`) put in the order of the page; ids stay, and so does prose that speaks of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count, islice

from plancompiler.edits import TextEdit
from plancompiler.node import Node
from plancompiler.numbering import Numbering, numberings
from plancompiler.passages import all_passages
from plancompiler.phrase import kind_phrase
from plancompiler.program import Program, named_below
from plancompiler.refactor.change import Change, Refusal
from plancompiler.refactor.texts import Texts
from plancompiler.tree import Scalar
from plancompiler.validate.plain import entry_of
from plancompiler.values.printed_numbers import parse, shown

_LETTER = re.compile(r"(?<![^\W\d_])[^\W\d_](?![^\W\d_])")
_RANGE = re.compile(r"(\d{1,3})(\s*[–-]\s*)(\d{1,3})\s*")


def renumber(texts: Texts, plan: str) -> Change:
    """Return the change that lets the numbers of a plan run on in page order, each series from where it began.

    Numbers that no series counts, those of words quoted from elsewhere and goals that bear UN goals' numbers stay.
    Raises Refusal.
    """
    program = texts.program
    if plan not in program.plans:
        raise Refusal(f"Det finnes ingen plan med id-en «{plan}». {_plans(program)}")
    un_goals = program.plans[plan].text("nummer_er_fn_mål") == "ja"
    new = _numbers(program, plan, un_goals)
    changed = {name: number for name, number in new.items() if number != program.nodes[name].text("nummer")}
    notes = ["Numrene på målene er FN-målenes og står som de stod."] if un_goals else []
    if not changed:
        return Change((), notes=(*notes, "Numrene går i rekkefølge alt, så ingenting er endret."))
    said = list(_spoken_of(texts, plan, changed))
    if said:
        notes += ["Disse stedene nevner numre i teksten. Se om de fortsatt stemmer:", *said]
    return Change(
        tuple(edit for name, number in changed.items() for edit in _edits(texts, program.nodes[name], number)),
        fields=dict.fromkeys(changed, frozenset({"nummer"})),
        notes=tuple(notes),
    )


def _numbers(program: Program, plan: str, un_goals: bool) -> Mapping[str, str]:
    """Return the number of each node that is counted; `3.1` comes last, since it follows that of its holder."""
    new: dict[str, str] = {}
    runs = list(numberings(program, plan))
    for run in runs:
        if not run.series.endswith(".") and not (un_goals and run.nodes[0].kind == "mål"):
            place = run.first
            for node in run.nodes:
                places = _next(node, place, run)
                place = places[-1] + 1
                new[node.name] = _written(node.text("nummer"), run.series, run.series, places)
    # Those that came from under another holder are counted with those that were there.
    run_of = {node.name: run for run in runs if run.series.endswith(".") for node in run.nodes}
    borne = frozenset(node.text("nummer").rstrip(". ") for node in named_below(program, plan))
    counted: dict[tuple[str, str], int] = {}
    for node in named_below(program, plan):
        if node.name in run_of and not (un_goals and node.kind == "mål"):
            run, group = run_of[node.name], (program.parents[node.name], node.kind)
            places = _next(node, counted.get(group) or _first(*group, runs, borne, program), run)
            counted[group] = places[-1] + 1
            new[node.name] = _written(node.text("nummer"), run.series, _series(program, node, run.series, new), places)
    return new


def _next(node: Node, place: int, run: Numbering) -> tuple[int, ...]:
    """Return as many places as a node has, from `place` on, without those of words quoted from elsewhere."""
    free = (each for each in count(place) if each not in run.spared)
    return tuple(islice(free, len(_places(node))))


def _series(program: Program, node: Node, series: str, new: Mapping[str, str]) -> str:
    """Return the series a node is to be in: `3.` becomes that of the number its holder bears now."""
    holder = program.parents[node.name]
    if not series.endswith(".") or holder not in program.nodes:
        return series
    number = new.get(holder, program.nodes[holder].text("nummer")).rstrip(". ")
    read = parse(number) if number else None
    return f"{number}." if read is not None and len(read.places) == 1 else series


def _first(holder: str, kind: str, runs: list[Numbering], borne: frozenset[str], program: Program) -> int:
    """Return where those of a kind under a holder begin: with the lowest that did not come from under another one."""
    own = (
        min(places)
        for run in runs
        for each, places in zip(run.nodes, run.places, strict=True)
        if each.kind == kind and program.parents[each.name] == holder and run.series.endswith(".")
        if run.series == _series(program, each, run.series, {}) or run.series.rstrip(".") not in borne
    )
    return min(own, default=1)


def _places(node: Node) -> tuple[int, ...]:
    read = parse(node.text("nummer"))
    return read.places if read is not None else ()


def _written(text: str, old: str, new: str, places: tuple[int, ...]) -> str:
    """Return a printed number with other places, as it was written otherwise."""
    if old in ("a", "A"):
        letters = iter(places)
        return _LETTER.sub(lambda _: shown(old, next(letters)), text, len(places))
    if span := _RANGE.fullmatch(text.rstrip(".:) ")):
        return f"{places[0]}{span[2]}{places[-1]}{text[len(text.rstrip('.:) ')) :]}"
    numbers = iter(places)
    token = re.compile(rf"({re.escape(old)})\d{{1,3}}(?!\d)", re.IGNORECASE)
    return token.sub(lambda found: f"{new if new != old else found[1]}{next(numbers)}", text, len(places))


def _edits(texts: Texts, node: Node, number: str) -> Iterator[TextEdit]:
    mapping, text = texts.mapping(node.file, node.steps), texts.text(node.file)
    value = mapping.entries[entry_of(mapping, "nummer") or "nummer"].value
    assert isinstance(value, Scalar)
    raw, was = text[value.start : value.end], node.text("nummer")
    if was not in raw:
        raise Refusal(
            f"Nummeret i {texts.place(node.file, value.start)} er skrevet så planc ikke finner det. Endre det for hånd."
        )
    at = value.start + raw.index(was)
    yield TextEdit(node.file, at, at + len(was), number)


def _spoken_of(texts: Texts, plan: str, changed: Mapping[str, str]) -> Iterator[str]:
    """Yield the places where prose calls one of the nodes by its number."""
    program = texts.program
    old: dict[str, set[str]] = {}
    for name in changed:
        node = program.nodes[name]
        for word in kind_phrase(program, plan, node.kind):
            old.setdefault(word.casefold(), set()).add(node.text("nummer").rstrip(".:) "))
    words = "|".join(sorted(map(re.escape, old), key=len, reverse=True))
    named = re.compile(rf"\b({words})(?:et|ene|a|en)?\s+(\d[\d.]*\d|\d|[a-zæøå]\b)", re.IGNORECASE)
    for passage in all_passages(program, program.plans[plan]):
        for found in named.finditer(passage.text):
            if found[2] in old[found[1].casefold()]:
                value = texts.value(passage.path, passage.steps)
                if value is not None:
                    inside = texts.text(passage.path).find(found[0], value.start, value.end)
                    yield f"  {texts.place(passage.path, max(inside, value.start))}: {' '.join(found[0].split())}"


def _plans(program: Program) -> str:
    return f"Planene er {', '.join(f'«{plan}»' for plan in program.plans)}."
