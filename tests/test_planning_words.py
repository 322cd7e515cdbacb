"""Which words of planning the glossary explains below the plans' own, and that none is explained without reason."""

from __future__ import annotations

import pytest

from plancompiler.emit import Output
from plancompiler.translate import BOKMAL, translator
from plancompiler.views.page import Here
from plancompiler.views.planning_words import planning_words
from site_pages import site
from workspaces import workspace

HEAD = "plan: p\ntittel: Planen\ntype: strategi\nkommune: 0301\nspråk: nb\nstatus: utkast\n"
QUOTED = "mål: [{id: m, tittel: A, sitert: En annen plan}]"


@pytest.mark.parametrize(
    ("plan", "explained"),
    [
        (HEAD, []),
        (HEAD.replace("strategi", "samfunnsdel"), ["Samfunnsdel"]),
        (HEAD.replace("Planen", "Planstrategien for Oslo"), ["Planstrategi"]),
        (f"{HEAD}mål: [{{id: m, tittel: A, måltall: [{{hva: A, verdi: 1}}]}}]", ["Mål", "Måltall"]),
        (f"{HEAD}{QUOTED}", ["Mål", "Gjengitt"]),
        (HEAD.replace("utkast", "på høring"), ["Høring"]),
        (f"{HEAD}saksgang: [{{steg: planprogram fastsatt, dato: 2026-01-01}}]", ["Planprogram"]),
        (f"{HEAD}neste_rullering: 2028", ["Rullering"]),
    ],
)
def test_what_the_plans_use_is_explained(plan: str, explained: list[str]) -> None:
    here = Here(workspace(plan).program, Output("nb", BOKMAL), "ordliste.html")
    found = [one.word for one in planning_words(here)]
    assert sorted(found) == sorted([*explained, "Vedtatt"]), "of every plan the site says whether it is adopted"


def test_what_plans_call_a_kind_stands_beside_it() -> None:
    plan = f"{HEAD}betegnelser: {{mål: Hovedmål}}\nmål: [{{id: m, tittel: A}}]"
    text = " ".join(site(workspace(plan).program)["ordliste.html"].text.split())
    assert "Ordliste Ord som brukes i planlegging" in text and "Mål (hovedmål) Det kommunen vil oppnå." in text


@pytest.mark.parametrize(
    ("language", "meaning"), [("nn", "Noko som skal vere gjort"), ("en", "Something that is to be done")]
)
def test_the_explanations_are_in_the_language_of_the_site(language: str, meaning: str) -> None:
    program = workspace(f"{HEAD}milepæler: [{{id: p, tittel: A, frist: 2027}}]").program
    assert meaning in site(program, language, translator(language))["ordliste.html"].text


def test_a_workspace_without_plans_has_an_empty_glossary() -> None:
    page = site(workspace({"plans/registre/r.yaml": "register: r\naktører: []\n"}).program)["ordliste.html"]
    assert "Ordlista er tom." in page.text and "planlegging" not in page.text
