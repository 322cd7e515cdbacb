"""A plan's page says under each measure who does it, when, how far it has come and how it is paid."""

from __future__ import annotations

import pytest

from nordvik_workspace import NEW, built, case
from plancompiler.program import below
from site_pages import Page, said_of, site
from test_said_once import HEAD, REGISTER
from workspaces import workspace

ALSO = "(også for det som står under)"
REST = "(også for det som står under, der ikke annet er sagt)"


def lines(goal: str, header: str = HEAD, language: str = "nb") -> Page:
    """Return the page of a plan with one goal, which has a page of its own."""
    plan = f"{header}mål: [{{id: m, tittel: Ro, {goal}}}]\n"
    return site(workspace({"plans/p.yaml": plan, "plans/r.yaml": REGISTER}).program, language)["p/index.html"]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("ansvarlig: lag, frist: 2027-06", "Hovedansvarlig: Laget · Frist: juni 2027"),
        ("ansvarlig: [{til: lag, rolle: leder}, park]", "Hovedansvarlig: Laget, Parken"),
        ("frist: løpende, status: løpende", "Når: løpende"),
        ("periode: 2027–2028, status: i gang", "Periode: 2027–2028 · Status: i gang"),
        ("finansiering: {form: ekstern, tekst: Fylket betaler.}", "Finansiering: ekstern finansiering"),
        ("prioritering: foreslått", "Prioritering: foreslått, ikke vedtatt"),
        ("", ""),
    ],
)
def test_a_measure_says_on_one_line_what_the_plan_says_of_it(measure: str, expected: str) -> None:
    page = lines(f"virkemidler: [{{id: v, tekst: Bygge., {measure}}}]")
    assert page.under("v") == f"Bygge. {expected}".strip()
    assert page.html.count('<p class="more">') == bool(expected), "the simple view has the titles alone"


@pytest.mark.parametrize(
    ("goal", "goal_says", "subgoal", "measure"),
    [
        ("ansvarlig: lag, delmål: [{id: d, tittel: Fred, virkemidler: [{id: v, tekst: Tie.}]}]", ALSO, "", ""),
        (
            "ansvarlig: lag, delmål: [{id: d, tittel: Fred, virkemidler: [{id: v, tekst: Tie., ansvarlig: park}]}]",
            REST,
            "",
            "Hovedansvarlig: Parken",
        ),
        (
            "delmål: [{id: d, tittel: Fred, ansvarlig: lag, virkemidler: [{id: v, tekst: Tie.}]}]",
            "",
            f"Hovedansvarlig: Laget {ALSO}",
            "",
        ),
        (
            "delmål: [{id: d, tittel: Fred, ansvarlig: lag, virkemidler: [{id: v, tekst: Tie., ansvarlig: park}]}]",
            "",
            "Hovedansvarlig: Laget",
            "Hovedansvarlig: Parken",
        ),
    ],
)
def test_who_is_inherited_is_said_once_where_it_stands(goal: str, goal_says: str, subgoal: str, measure: str) -> None:
    page = lines(goal)
    below = " ".join(f"Fred {subgoal} Tie. {measure}".split())
    assert page.under("d") == below
    above = page.under("m").removesuffix(below)
    assert (
        above.split("Delmål")[0].strip()
        == f"Mål: Ro {f'Hovedansvarlig Laget {goal_says}' if goal_says else ''}".strip()
    )


def test_the_line_is_in_the_language_of_the_page_among_words_in_another() -> None:
    nynorsk = HEAD.replace("språk: nb", "språk: nn")
    assert (
        '<p class="more"><span lang="nb">Når: løpende</span></p>'
        in lines("virkemidler: [{id: v, tekst: Byggje., frist: løpande}]", nynorsk).html
    )


def test_each_measure_of_a_plan_has_the_words_that_are_said_in_full() -> None:
    program, pages = case().program, built().pages
    told = 0
    for node in below(program, NEW):
        line, full = pages[f"{NEW}/index.html"].texts[node.id], said_of(program, pages, node.name)
        if node.kind == "virkemiddel" and not any(
            node.name in program.parents[one.name] for one in below(program, NEW)
        ):
            said = [part.strip().split(": ", 1) for part in line.split(" · ")[1:]]
            assert all(f"{label} {words}" in full for label, words in said), line
            told += len(said)
    assert told > 20
