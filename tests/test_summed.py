"""A number that is summed over plans says of how many, and which of them have a period that is over."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from plancompiler import tables
from plancompiler.collect import collect
from plancompiler.emit import Output
from plancompiler.summed import summed
from plancompiler.table import Table
from plancompiler.targets import html, markdown
from plancompiler.translate import BOKMAL
from site_pages import Page
from workspaces import workspace

TABLES = {table.name: table for table in collect(tables, "TABLE", Table)}
DAY = "2026-05-01"
PLAN = """\
plan: {name}
tittel: Plan {name}
type: temaplan
kommune: 0301
språk: nb
status: {status}
periode: {period}
målstruktur: [mål, virkemiddel]
mål:
  - id: m
    tittel: Ro
    bærekraftsmål: 3
    virkemidler: [{{id: v, tekst: Tie.}}, {{id: w, tekst: Lytte.}}]
"""


def plans(**periods: str) -> Mapping[str, str]:
    """Return a plan for each period, by the name of the plan; one that has none is a draft."""
    return {
        f"plans/{name}.yaml": PLAN.format(name=name, period=period or 2026, status="vedtatt" if period else "utkast")
        for name, period in periods.items()
    }


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (plans(a="2026"), ""),
        (plans(a="2025"), "Tallene er fra én plan, og perioden er over: Plan a"),
        (plans(a="2026", b="2027"), "Tallene er fra 2 planer: Plan a, Plan b"),
        (plans(a="2026", b=""), ""),
        (plans(a="2026", b="2025"), "Tallene er fra 2 planer: Plan a, Plan b (perioden er over)"),
        (plans(a="2024", b="2025"), "Tallene er fra 2 planer. Perioden er over for begge: Plan a, Plan b"),
        (
            plans(a="2026", b="2025", c="2024", d="2026"),
            "Tallene er fra 4 planer. Perioden er over for 2 av dem: Plan b, Plan c",
        ),
        (
            plans(a="2026", b="2025", c="2026", d="2026"),
            "Tallene er fra 4 planer. Perioden er over for én av dem: Plan b",
        ),
        (plans(a="2026", b="2027", c="2026", d="2026"), "Tallene er fra 4 planer."),
    ],
)
def test_sums_over_plans_say_of_how_many_wherever_they_stand(files: Mapping[str, str], said: str) -> None:
    output = Output("nb", BOKMAL, as_of=DAY)
    program = workspace(files).program
    made = {one.path: one for target in (html, markdown) for one in target.TARGET.produce(program, output)}
    for path in ("index.html", "fn/index.html", "fn/3.html"):
        text = " ".join(Page(made[f"site/{path}"].render().decode()).text.split())
        assert said in text and ("Tallene er fra" in text) == bool(said), path
    for name in ("oppfolging", "mal-fn", "indikatorer"):
        notes = TABLES[name].answer(program, BOKMAL, DAY)
        found = [f"{note.text} {', '.join(one.text for one in note.about)}".strip() for note in notes]
        assert [text for text in found if text.startswith("Tallene er fra")] == ([said] if said else []), name
        written = made[f"markdown/tabeller/{name}.md"].render().decode()
        assert said.partition(":")[0] in written and ("Tallene er fra" in written) == bool(said), name


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (plans(a="2026"), "2 virkemidler: 0 med ansvarlig"),
        (plans(a="2026", b="2027"), "4 virkemidler i 2 planer: 0 med ansvarlig"),
        (plans(a="2026", b="2025"), "2 av dem står i en plan der perioden er over."),
        (plans(a="2026", b="2025", c="2024"), "4 av dem står i planer der perioden er over."),
    ],
)
def test_measures_say_how_many_are_of_plans_that_are_over(files: Mapping[str, str], said: str) -> None:
    found = TABLES["oppfolging"].answer(workspace(files).program, BOKMAL, DAY)
    line = next(note.text for note in found if "med ansvarlig" in note.text)
    assert said in line and ("perioden er over" in line) == ("perioden er over" in said)


def test_a_plan_that_is_over_is_said_to_be_where_its_owners_are_counted() -> None:
    found = [note.text for note in TABLES["ansvar"].answer(workspace(plans(a="2026", b="2025")).program, BOKMAL, DAY)]
    assert found[1].startswith("Plan a: 0 av 2") and found[2].startswith("Plan b (perioden er over): 0 av 2")


def test_without_a_day_nothing_is_over() -> None:
    program = workspace(plans(a="2020", b="2025")).program
    assert [note.text for note in summed(program, {"a", "b"}, BOKMAL, "")] == ["Tallene er fra 2 planer:"]


def test_a_name_ends_the_sentence_in_markdown_too() -> None:
    program = workspace(plans(a="2026", b="2025")).program
    made = {one.path: one for one in markdown.TARGET.produce(program, Output("nb", BOKMAL, as_of=DAY))}
    text = made["markdown/tabeller/mal-fn.md"].render().decode()
    assert "Tallene er fra 2 planer: [Plan a](../a.md), [Plan b (perioden er over)](../b.md)\n" in text
