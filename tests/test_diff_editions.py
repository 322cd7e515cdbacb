"""Two editions of a plan held against each other, as people read it: Nordvik's handlingsdel of 2026 and of 2027."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from plancompiler.change import Comparison
from plancompiler.diff_format import Shown
from plancompiler.diff_formats import html, markdown, terminal
from plancompiler.editions import compare_plans
from plancompiler.translate import translator
from plancompiler.workspace import assemble
from plancompiler.workspace_files import beside, read
from site_pages import Page

NORDVIK = Path(__file__).parent / "cases/nordvik"
OLD, NEW = "Handlings- og økonomiplan 2026–2029", "Handlings- og økonomiplan 2027–2030"


def compared(*edits: tuple[str, str], language: str = "nb", plans: tuple[str, str] = ("2026", "2027")) -> Comparison:
    """Return the two editions compared, with some words of their files exchanged."""
    files = dict(read(NORDVIK))
    for before, after in edits:
        (path,) = (path for path, text in files.items() if before.encode() in text)
        files[path] = files[path].replace(before.encode(), after.encode())
    one, other = (f"nordvik-handlingsdel-{year}" for year in plans)
    return compare_plans(assemble(files, beside(NORDVIK)), one, other, translator(language))


def said(form: Any, comparison: Comparison, language: str = "nb") -> str:
    """Return what a format says, on one line."""
    written = form.render(Shown(comparison, translator(language)))
    return " ".join((Page(written).text if form is html else written).split())


@pytest.mark.parametrize("form", [html, markdown])
@pytest.mark.parametrize(
    ("plans", "title"),
    [(("2026", "2027"), f"Hva som er endret fra {OLD} til {NEW}"), (("2027", "2026"), f"fra {NEW} til {OLD}")],
)
def test_two_plans_are_no_draft_and_stand_in_the_order_asked_for(form: Any, plans: tuple[str, str], title: str) -> None:
    page = said(form, compared(plans=plans))
    assert title in page and "utkastet" not in page
    assert "Slik er det i dag" not in page and "Slik blir det" not in page


@pytest.mark.parametrize("form", [html, markdown, terminal])
def test_which_state_of_the_plans_is_compared_is_said(form: Any) -> None:
    assert "slik de står i filene nå, også det som ikke er vedtatt." in said(form, compared())


@pytest.mark.parametrize("form", [html, markdown, terminal])
def test_what_only_a_file_says_otherwise_is_as_before_and_other_plans_are_not_counted(form: Any) -> None:
    # Of the five goals three are new, one has been looked over, which no reader sees, and one is untouched.
    assert "Uendret: 2 av 5 mål." in said(form, compared())


@pytest.mark.parametrize("form", [html, markdown, terminal])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_what_a_un_goal_has_won_is_said_of_the_plans_compared(form: Any, language: str) -> None:
    page = said(form, compared(language=language), language)
    wanted = {
        "nb": f"«{NEW}» har mål eller virkemidler knyttet til FN-mål 3, «God helse og livskvalitet». "
        f"Det har ikke «{OLD}».",
        "en": f"“{NEW}” has goals or measures tied to",
    }
    assert wanted[language] in page and "har fått sitt første" not in page


@pytest.mark.parametrize("form", [html, markdown, terminal])
def test_what_a_header_says_is_told_in_words(form: Any) -> None:
    page = said(form, compared())
    for line in (
        "Innstilling 27. oktober 2026, Formannskapet, sak PS 81/26.",
        "Punkt 1: Tomtene ved stasjonen skal stå ferdige i 2028. Gjelder tiltak 1 «Klargjøre tomter ved stasjonen».",
        "Statsbudsjettet kom sent, og formannskapet valgte 33 dager. Loven krever 30.",
        "i budsjett. Pengene er satt av i budsjettet for 2027",
        "Lønn: 1,2 mill. kr (2027)",
        "Læreplasser: minst 20 plasser (2030; fra 12 plasser (2026)",
        "Følger ikke opp: mål 5 «Kulturlivet blomstrar» er føyd til",
    ):
        assert line in page, line
    for raw in ("consultation-too-short", "steg:", "form:", "verdi:", "regel:", "til: nordvik", "2026-09-01"):
        assert raw not in page, raw


def test_every_heading_says_which_point_it_is_of() -> None:
    page = html.render(Shown(compared(), translator("nb")))
    heads = [" ".join(re.sub(r"<[^>]+>", "", one).split()) for one in re.findall(r"<h3[^>]*>(.*?)</h3>", page, re.S)]
    for head in (
        "Tatt ut: tiltak «Lage en strategi for næringsarbeidet».",
        "Nytt: tiltak 3 «Søke om tilskudd til gangveg», med ett punkt under.",
        "Nytt: mål «Sentrum og grendene har levande møteplassar», med 4 punkter under.",
        "Planen: Handlings- og økonomiplan 2027–2030 Følger ikke opp: mål 5 «Kulturlivet blomstrar» er føyd til.",
        "Tiltak 1: Klargjøre tomter ved stasjonen Status: «i gang» er føyd til.",
    ):
        assert any(one.partition(". ")[2] == head for one in heads), head


@pytest.mark.parametrize("form", [html, markdown])
def test_what_is_new_is_told_with_who_when_and_what_it_costs(form: Any) -> None:
    page = said(form, compared())
    for fact in (
        "Hovedansvarlig: ",
        "Frist: ",
        "Finansiering: ikke finansiert",
        "Prioritering: foreslått, ikke vedtatt",
    ):
        assert fact in page, fact
    assert "Kostnader: " in page


@pytest.mark.parametrize("form", [html, markdown, terminal])
def test_what_was_decided_of_a_changed_point_is_told_with_its_case(form: Any) -> None:
    page = said(form, compared())
    told = (
        "Tiltak 1 «Klargjøre tomter ved stasjonen» er nevnt i vedtaket (Kommunestyret, 10. desember 2026, "
        "sak PS 92/26, punkt 1): «Tomtene ved stasjonen skal stå ferdige i 2028.» Se punkt 4, "
    )
    assert page.count(told) == 1
    # Nothing is said of what a decision names and nobody has changed.
    assert "er nevnt i vedtaket" not in said(form, compared(plans=("2027", "2027")))


@pytest.mark.parametrize("form", [html, markdown, terminal])
def test_where_a_plan_stands_in_its_procedure_is_told(form: Any) -> None:
    told = (
        f"Siste steg i saksgangen til «{NEW}»: Vedtak 10. desember 2026, Kommunestyret, sak PS 92/26, vedtatt med "
        "endringer. Status: "
    )
    assert told in said(form, compared())
    assert "Status: adopted." in said(form, compared(language="en"), "en")


@pytest.mark.parametrize("form", [html, markdown, terminal])
def test_what_the_plans_say_they_cost_is_added_kind_by_kind(form: Any) -> None:
    page = said(form, compared())
    told = r"Kostnader som er oppgitt, i alt: 3 mill\. kr før, ([\d,]+) mill\. kr nå \(\+([\d,]+) mill\. kr\)\."
    sums = re.search(told, page)
    assert sums is not None
    new, apart = (float(one.replace(",", ".")) for one in sums.groups())
    assert round(new - apart, 6) == 3
    assert "Kostnader som er oppgitt, i alt: 0,4 årsverk nå, ingen før." in page
    assert re.search(r"(?<!av )\b\d+ tiltak oppgir ingen kostnad\.", page)
    assert "Kostnader som er oppgitt" not in said(form, compared(plans=("2027", "2027")))


def test_points_lead_to_where_the_site_has_them() -> None:
    page = Page(html.render(Shown(compared(), translator("nb"))))
    site = "https://planer.nordvik.example/nordvik-handlingsdel-2027/index.html"
    assert {f"{site}#arbeid.v1", f"{site}#unge.v2", site} <= set(page.links)
    assert not any("arbeid.v2" in link or "2026" in link for link in page.links), "what is taken out is not there"
    settings = "adresse: https://planer.nordvik.example"
    for edit in ((settings, "kontakt: {enhet: Plan}"), (settings, f"{settings}\npubliser: [gjeldende]")):
        hidden = Page(html.render(Shown(compared(edit), translator("nb"))))
        assert not any("planer.nordvik" in link for link in hidden.links), edit
