"""Who does what the points of a list inherit is said once: above them, or for the list."""

from __future__ import annotations

import pytest

from site_pages import Page, site
from workspaces import workspace

HEAD = """\
plan: p
tittel: Planen
type: temaplan
kommune: 0301
språk: nb
status: vedtatt
målstruktur: [mål, delmål, virkemiddel]
"""
REGISTER = "register: r\naktører: [{id: lag, navn: Laget}, {id: park, navn: Parken}]\n"
BELOW = "(også for det som står under)"
AREA = "(gjelder hele Område: Ute)"


def pages_of(plan: str) -> dict[str, Page]:
    return site(workspace({"plans/p.yaml": HEAD + plan, "plans/r.yaml": REGISTER}).program)


def said(page: Page) -> str:
    return " ".join(page.text.split())


def measures(*more: str) -> str:
    found = (f"{{id: v{place}, tekst: Bygge{place}.{text}}}" for place, text in enumerate(more, 1))
    return f"virkemidler: [{', '.join(found)}]"


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        (f"ansvarlig: lag, {measures('', '')}", f"Hovedansvarlig Laget {BELOW} Virkemidler # Bygge1. # Bygge2."),
        (f"ansvarlig: lag, {measures(', ansvarlig: park')}", "Hovedansvarlig Laget Virkemiddel # Bygge1. "),
        (
            f"ansvarlig: lag, {measures(', ansvarlig: park', '')}",
            f"Hovedansvarlig Laget {BELOW[:-1]}, der ikke annet er sagt) Virkemidler # Bygge1. Hovedansvarlig Parken "
            "# Bygge2.",
        ),
        (
            f"ansvarlig: lag, delmål: [{{id: d, tittel: Fred, {measures('', '')}}}]",
            f"Hovedansvarlig Laget {BELOW} Delmål: Fred Virkemidler # Bygge1. # Bygge2.",
        ),
        (
            f"kapitler: [{{id: k, tittel: Først, {measures('', '')}}}], ansvarlig: lag",
            "Virkemidler Hovedansvarlig Laget (gjelder hele Mål: Ro) # Bygge1. # Bygge2.",
        ),
    ],
)
def test_a_goal_page_says_who_once_where_all_inherit_alike(goal: str, expected: str) -> None:
    text = said(pages_of(f"mål: [{{id: m, tittel: Ro, {goal}}}]\n")["p/m.html"])
    # A link to a point is a mark that is drawn, not a word.
    assert expected.replace("# ", "") in text


def test_a_goal_page_says_what_the_goal_inherits_and_the_plan_page_what_the_area_has() -> None:
    pages = pages_of(
        f"områder: [{{id: o, tittel: Ute, ansvarlig: lag, mål: [{{id: m, tittel: Ro, {measures('', '')}}}, "
        "{id: n, tittel: Lek}], risikoer: [{id: r, tittel: Regn}]}]\n"
    )
    goal, plan = said(pages["p/m.html"]), pages["p/index.html"].under("o")
    assert goal.count(f"Hovedansvarlig Laget {AREA}") == goal.count("Hovedansvarlig") == 1
    assert plan.count(f"Hovedansvarlig Laget {BELOW}") == plan.count("Hovedansvarlig") == 1


def test_a_list_of_what_contributes_says_once_what_all_in_it_inherit() -> None:
    two = "strategier: [{id: s, tekst: Gå.}, {id: t, tekst: Stå.}]"
    plan = f"områder: [{{id: o, tittel: Ute, ansvarlig: lag, mål: [{{id: m, tittel: Ro}}], {two}}}]\n"
    text = said(pages_of(plan)["p/m.html"])
    assert "Strategier for hele «Ute» Gå. Stå." in text
    assert text.count("Hovedansvarlig") == 1, "the goal says it of itself, and that it holds for the whole area"
    own = said(pages_of(plan.replace("tittel: Ro", "tittel: Ro, ansvarlig: park"))["p/m.html"])
    assert f"Strategier for hele «Ute» Hovedansvarlig Laget {AREA} Gå. Stå." in own


def test_a_list_in_which_not_all_have_someone_says_it_of_each() -> None:
    two = "virkemidler: [{id: v, tekst: Gå., bidrar_til: m}]"
    plan = (
        f"mål: [{{id: m, tittel: Ro}}, {{id: n, tittel: Lek, ansvarlig: lag, {two}}}]\n"
        "virkemidler: [{id: w, tekst: Stå., bidrar_til: m}]\n"
    )
    text = said(pages_of(plan)["p/m.html"])
    assert "Virkemiddel: Gå Felles, hører til under Mål: Lek Hovedansvarlig Laget (gjelder hele Mål: Lek)" in text


def test_a_list_of_what_contributes_from_two_areas_says_of_each_who_does_it() -> None:
    areas = (
        f"{{id: {who}s, tittel: Hos {who}, ansvarlig: {who}, virkemidler: "
        f"[{{id: v{who}, tekst: Bygge {who}., bidrar_til: m}}]}}"
        for who in ("lag", "park")
    )
    plan = f"mål: [{{id: m, tittel: Ro}}]\nområder: [{', '.join(areas)}]\n"
    text = said(pages_of(plan)["p/m.html"])
    given = text.partition("Får bidrag fra")[2]
    assert 0 <= given.find("Bygge lag") < given.find("Hovedansvarlig Laget") < given.find("Bygge park"), given
    assert given.find("Bygge park") < given.find("Hovedansvarlig Parken"), given
