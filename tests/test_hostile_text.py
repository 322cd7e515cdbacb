"""No text makes the rules slow: what they do grows with the text, not with its square.

Work is measured at two lengths and the growth is what counts, so that a slow machine fails nothing. What takes no time
to speak of at the greater length has no growth worth measuring.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator
from functools import cache, partial

import pytest

from plancompiler import rules as rules_folder
from plancompiler.collect import collect
from plancompiler.likeness import alike, stems
from plancompiler.node import Document, Fields, Node
from plancompiler.passages import all_passages, own_words
from plancompiler.phrase import shortened
from plancompiler.program import Program
from plancompiler.repetition import repeated_blocks
from plancompiler.rule import Rule
from plancompiler.values.printed_numbers import parse
from plancompiler.wiki import mentions
from workspaces import HEADER, workspace

SHORT, LONG = 2_000, 16_000
# Eight times the text takes eight times as long, and sixty-four when the work is quadratic.
MOST = 40
NO_TIME = 0.1

# One class of characters, brackets and quotes that nothing closes, and what each rule looks for, over and over, alone
# or after what makes a rule begin to look.
PIECES = (
    *(
        "[",
        "[[",
        "[[a|",
        "[[a]] ",
        "](",
        "[^",
        "[^1",
        "`",
        "«",
        '"',
        "*",
        "_",
        "(",
        "a",
        "A",
        "æ ",
        "1",
        " ",
        "\n",
        "\n\n1",
    ),
    *(
        "- a\n",
        "1. a\n",
        "-\n",
        "a- ",
        "figur 1, ",
        "NOU 1 ",
        "Meld. St. ",
        "12/34 ",
        "XX",
        "[sett inn ",
        "AB (",
        "AB-",
    ),
    *("AB CD, Ef GH. ", "FN-mål 3: God ", "tre mål ", "a@", "\u00ad", "side 1 ", "?"),
)
AFTER = (("figur ", "1, "), ("figur ", "1-1"), ("NOU ", " "), ("a", "1/"), ("AB (", "a"), ("o ", "\n"), ("s.", " "))
SHAPES = (*(("", piece) for piece in PIECES), *AFTER)


@cache
def vocabularies() -> Program:
    return workspace(HEADER).program


def program(text: str) -> Program:
    """Return a plan in which every text is this one, with two of each kind that rules read."""
    said: Fields = {
        "tittel": text,
        "tekst": text,
        "nummer": text,
        "sammendrag": text,
        "språk": "nb",
        "type": "handlingsdel",
        "kommune": "0301",
        "periode": "2026–2030",
        "status": "vedtatt",
        "nummer_er_fn_mål": "ja",
        "saksgang": ({"steg": "vedtak", "dato": "2026-06-01", "sak": text, "organ": text},),
    }
    kinds = ("kapittel", "mål", "virkemiddel", "figur")
    nodes = {
        f"p/{kind}{count}": Node(
            plan="p",
            id=f"{kind}{count}",
            kind=kind,
            parent="",
            fields={key: said[key] for key in ("tittel", "tekst", "nummer")},
            file="plans/p.yaml",
            steps=(kind, count),
        )
        for kind in kinds
        for count in (1, 2)
    }
    return dataclasses.replace(
        vocabularies(),
        plans={"p": Document("plan", "p", said, (), (), "plans/p.yaml")},
        nodes=nodes,
        children={"p": tuple(nodes)},
        parents=dict.fromkeys(nodes, "p"),
        counted=frozenset({"p"}),
    )


def work(text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what is to be done with a text, with a name for each: the readers that many rules use, then the rules."""
    made = program(text)
    for one in (mentions, own_words, shortened, stems, parse):
        yield one.__name__, partial(one, text)
    yield "passages", lambda: list(all_passages(made, made.plans["p"]))
    yield "blocks", lambda: repeated_blocks(made, "p")
    for rule in collect(rules_folder, "RULE", Rule):
        yield rule.code, partial(_checked, rule, made)


def _checked(rule: Rule, made: Program) -> list[object]:
    found: list[object] = []
    for plan in made.plans.values():
        found += rule.plan(plan, made) if rule.plan is not None else ()
    for node in made.nodes.values():
        if rule.node is not None and node.kind in rule.kinds:
            found += rule.node(node, made)
    return found


def _seconds(do: Callable[[], object]) -> float:
    began = time.process_time()
    do()
    return time.process_time() - began


def _grows_too_fast(once: Callable[[], object], long: Callable[[], object]) -> bool:
    """Tell whether eight times as much takes far more than eight times as long, whenever it is tried.

    A machine that is busy makes one measurement too long; what grows too fast does so each time.
    """
    return _seconds(long) > NO_TIME and all(_seconds(long) / max(_seconds(once), 1e-4) > MOST for _ in range(4))


@pytest.mark.parametrize(("head", "piece"), SHAPES)
def test_the_work_grows_with_the_text(head: str, piece: str) -> None:
    once = dict(work(head + piece * (SHORT // len(piece))))
    long = dict(work(head + piece * (LONG // len(piece))))
    assert not {name for name, do in long.items() if _grows_too_fast(once[name], do)}


@pytest.mark.parametrize("words", ["Bygge en ny skole i sentrum", "a " * 10, "skole " * 10_000])
def test_likeness_grows_with_the_number_of_equal_measures(words: str) -> None:
    few, many = (10, 80) if len(words) > 1000 else (1_250, 10_000)
    assert not _grows_too_fast(lambda: alike([words] * few), lambda: alike([words] * many))
    # Nearly equal ones, each with a word of its own, do not fall together before they are held against each other.
    some, more = ([f"{words} ord{'abcdefghij'[n % 10]}{n}" for n in range(count)] for count in (few, many))
    assert not _grows_too_fast(lambda: alike(some), lambda: alike(more))


def test_a_long_procedure_is_read_once() -> None:
    def steps(count: int) -> Program:
        rows = "  - {steg: høring, periode: 2026-01-01–2026-03-01}\n  - {steg: vedtak, dato: 2026-02-01}\n" * count
        return workspace(f"{HEADER}saksgang:\n{rows}").program

    rule = next(rule for rule in collect(rules_folder, "RULE", Rule) if rule.code == "steps-out-of-order")
    few, many = steps(100), steps(800)
    assert not _grows_too_fast(lambda: _checked(rule, few), lambda: _checked(rule, many))
