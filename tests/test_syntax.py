"""How a text is written: each mistake is named where it was made, and what is offered mends it.

A case of `data/syntax/` is a text, what is found in it, and what it looks like when the safe fixes are made. Characters
that cannot be seen stand as `<U+200B>`, `<TAB>` and `<CR>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from plancompiler.diagnostic import Diagnostic, Span
from plancompiler.parse import parse
from plancompiler.source import Source, line_starts, position
from plancompiler.syntax.lines import lost_text
from plancompiler.syntax.repair import Change, changed, settled, way_back
from plancompiler.syntax.survey import survey
from plancompiler.tree import Mapping, Scalar, Sequence, Tree

DATA = Path(__file__).parent / "data"


class Case(NamedTuple):
    text: str
    finds: list[str]
    fixed: str


def _cases() -> Iterator[tuple[str, Case]]:
    for file in sorted((DATA / "syntax").glob("*.txt")):
        for part in re.split(r"^=== ", file.read_text("utf-8"), flags=re.M)[1:]:
            title, _, rest = part.rstrip("\n").partition("\n")
            text, _, rest = f"{rest}\n".partition("--- finds\n")
            finds, _, fixed = rest.partition("--- fixed\n")
            yield f"{file.stem}: {title}", Case(_seen(text), finds.split("\n")[:-1], _seen(fixed))


def _seen(text: str) -> str:
    text = text.replace("<TAB>", "\t").replace("<CR>", "\r")
    return re.sub(r"<U\+([0-9A-F]{4})>", lambda match: chr(int(match[1], 16)), text)


CASES = dict(_cases())


def found(text: str, pure: bool = False) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    return parse(Source("x.yaml", text), pure)


def places(text: str, findings: tuple[Diagnostic, ...]) -> list[str]:
    starts, rows = line_starts(text), []
    for each in findings:
        assert isinstance(each.place, Span)
        at = position(starts, each.place.start)
        rows.append((at.line, at.column, each.code + (f"/{each.variant}" if each.variant else "")))
    return [f"{line}:{column} {code}" for line, column, code in sorted(rows)]


def fixed(text: str, findings: tuple[Diagnostic, ...]) -> str:
    changes = []
    for each in findings:
        for fix in each.fixes:
            for edit in fix.edits if fix.applicability == "safe" else ():
                assert isinstance(edit.place, Span)
                changes.append(Change(edit.place.start, edit.place.end, edit.text))
    return changed(text, settled(changes))


def values(tree: Tree | None) -> object:
    if isinstance(tree, Mapping):
        return {name: values(entry.value) for name, entry in tree.entries.items()}
    return [values(item) for item in tree.items] if isinstance(tree, Sequence) else tree and tree.text


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_named_where_it_was_made_and_mended_as_it_was_meant(name: str) -> None:
    case = CASES[name]
    tree, findings = found(case.text)
    assert places(case.text, findings) == case.finds
    better = fixed(case.text, findings)
    assert better == (case.fixed or case.text)
    if case.fixed:
        again, left = found(better)
        # What has a safe fix is gone, and the tree is the one that was read before it was mended.
        assert not [each for each in left if any(fix.applicability == "safe" for fix in each.fixes)]
        warned = any(row.endswith(("comment-eats-text", "bullet-in-text")) for row in case.finds)
        assert values(again) == values(tree) or warned or "decomposed" in name


@pytest.mark.parametrize("name", CASES)
def test_the_slow_parser_says_the_same(name: str) -> None:
    text = CASES[name].text
    assert found(text, pure=True) == found(text)


@pytest.mark.parametrize("name", [name for name in CASES if "\r" not in CASES[name].text])
def test_windows_line_ends_change_nothing(name: str) -> None:
    text = CASES[name].text
    windows = text.replace("\n", "\r\n")
    assert places(windows, found(windows)[1]) == places(text, found(text)[1])


def test_several_mistakes_come_in_one_run() -> None:
    text = """\
plan:prøve
tittel: Mål: Flere får være med
mål:
  - id: m1
     nummer: 1
    tittel: "Alle
    bærekraftsmål: [3, 17.10
    tekst: @ungdom får være med
\tmerknader:
      • én
"""
    tree, findings = found(text)
    assert places(text, findings) == [
        "1:5 missing-space",
        "2:9 colon-in-text",
        "5:6 wrong-indentation",
        "6:13 unclosed-quote",
        "7:20 unclosed-bracket",
        "8:12 special-first-character",
        "9:1 tab-indentation",
        "10:7 bullet-character",
    ]
    assert values(tree) == {
        "plan": "prøve",
        "tittel": "Mål: Flere får være med",
        "mål": [
            {
                "id": "m1",
                "nummer": "1",
                "tittel": "Alle",
                "bærekraftsmål": ["3", "17.10"],
                "tekst": "@ungdom får være med",
                "merknader": ["én"],
            }
        ],
    }


def test_what_has_no_name_costs_its_line_and_no_more() -> None:
    text = "plan: a\n*x nummer: 1\ntittel: b\n"
    tree, findings = found(text)
    assert places(text, findings) == ["2:1 unreadable-line"]
    assert values(tree) == {"plan": "a", "tittel": "b"}


def test_recovery_ends_when_every_line_is_wrong() -> None:
    text = "*x y: 1\n" * 500
    tree, findings = found(text)
    assert tree is None
    assert 0 < len(findings) <= 21


def test_the_survey_is_silent_on_plans_that_can_be_read() -> None:
    for file in DATA.glob("*.yaml"):
        assert survey(file.name, file.read_text("utf-8")) == ()


def test_a_repaired_value_keeps_the_place_it_was_written_in() -> None:
    text = "plan: a\ntittel: Mål: Flere\nperiode: 2026\n"
    tree, _ = found(text)
    assert isinstance(tree, Mapping)
    title, period = tree.entries["tittel"].value, tree.entries["periode"].value
    assert isinstance(title, Scalar) and isinstance(period, Scalar)
    assert (title.text, text[title.start : title.end], title.style) == ("Mål: Flere", "Mål: Flere", "")
    assert text[period.start : period.end] == "2026"


def test_the_way_back_leads_every_kept_character_to_where_it_was() -> None:
    before = "abcdefgh"
    changes = settled([Change(2, 2, "XY"), Change(3, 5, ""), Change(6, 7, "123"), Change(4, 6, "overlaps")])
    after, back = changed(before, changes), way_back(changes)
    assert after == "abXYcf123h"
    for offset, letter in enumerate(after):
        if letter in before:
            assert before[back(offset)] == letter
    assert back(len(after)) == len(before)


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("tittel: Plass #1 for folk", True),
        ("tittel: Plass  #1", True),
        ("tittel: C #kulturskole", True),
        ("nummer: #1", True),
        ("tittel: Plass # for folk", False),
        ("tittel: Plass  #for folk", False),
        ("tittel: Plass #", False),
        ("tittel: Plass ##", False),
        ("tittel: Plass #---", False),
        ("tittel: C#", False),
        ("tittel: a # b #1", False),
    ],
)
def test_what_looks_like_text_after_a_hash_and_what_like_a_comment(line: str, lost: bool) -> None:
    start = line.index(":") + 1
    assert (lost_text(line, start, len(line)) >= 0) == lost
