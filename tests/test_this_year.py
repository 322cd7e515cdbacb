"""What a plan's page says happens in the year the build speaks of."""

from __future__ import annotations

import pytest

from plancompiler.emit import Output
from plancompiler.targets.html import TARGET
from plancompiler.translate import BOKMAL
from site_pages import Page
from workspaces import workspace

HEAD = "plan: p\ntittel: Planen\ntype: handlingsdel\nspråk: nb\nstatus: vedtatt\nperiode: {period}\nmål:\n  - id: m\n"


def page(work: str, day: str = "2027-03-01", period: str = "2026–2029") -> str:
    text = HEAD.format(period=period) + f"    tittel: Ro\n    virkemidler: [{work}]\n"
    made = {one.path: one for one in TARGET.produce(workspace(text).program, Output("nb", BOKMAL, as_of=day))}
    found = Page(made["site/p/index.html"].render().decode("utf-8"))
    return " ".join(found.under("_aret").split()) if 'id="_aret"' in found.html else ""


WAY = "Står som «i gang» i planen, uten frist"
HELD = "Forsinket, utsatt eller stanset"
ON = "Gjentas eller pågår hele tiden"
NONE = "Planen oppgir ingen frister eller perioder i 2027."


@pytest.mark.parametrize(
    ("work", "said"),
    [
        ("{id: a, tekst: Bygge.}", NONE),
        ("{id: a, tekst: Bygge., frist: 2026}", NONE),
        ("{id: a, tekst: Bygge., frist: årlig}", f"{ON} Virkemiddel: Bygge Når årlig"),
        ("{id: a, tekst: Bygge., frist: årlig, status: fullført}", NONE),
        ("{id: a, tekst: Bygge., frist: planperioden}", f"{ON} Virkemiddel: Bygge Når planperioden"),
        (
            "{id: a, tekst: Bygge., frist: første del av planperioden}",
            "Virkemiddel: Bygge Når første del av planperioden",
        ),
        ("{id: a, tekst: Bygge., frist: siste del av planperioden}", NONE),
        ("{id: a, tekst: Bygge., status: løpende}", f"{ON} Virkemiddel: Bygge Status løpende"),
        ("{id: a, tekst: Bygge., frist: 2027, status: fullført}", NONE),
        (
            "{id: a, tekst: Bygge., frist: 2027, status: stanset}",
            f"{NONE} Forsinket, utsatt eller stanset Virkemiddel: Bygge Frist 2027 Status stanset",
        ),
        (
            "{id: a, tekst: Bygge., frist: 2029, kostnader: [{hva: Lønn, verdi: 1 mill. kr, år: 2027}]}",
            "Virkemiddel: Bygge Frist 2029 Kostnader Lønn: 1 mill. kr (2027)",
        ),
        ("{id: a, tekst: Bygge., kostnader: [{verdi: 1 mill. kr, år: 2028}]}", NONE),
        (
            "{id: a, nummer: 2, tekst: Bygge., virkemidler: [{id: b, nummer: b, tekst: Male., frist: 2027}]}",
            "Virkemiddel 2 b: Male Frist 2027",
        ),
        (
            "{id: a, tekst: Bygge., milepæler: [{id: p, tittel: Søknaden er sendt, frist: 2027-05}]}",
            "Milepæl: Søknaden er sendt (Virkemiddel: Bygge) Frist mai 2027",
        ),
        ("{id: a, tekst: Bygge., frist: 2027-06}", "Virkemiddel: Bygge Frist juni 2027"),
        ("{id: a, tekst: Bygge., periode: 2026–2028}", "Virkemiddel: Bygge Periode 2026–2028"),
        ("{id: a, tekst: Bygge., periode: 2026–}", "Virkemiddel: Bygge Periode fra 2026"),
        ("{id: a, tekst: Bygge., periode: –2026}", NONE),
        (
            "{id: a, tekst: Bygge., periode: 2026–2028, status: løpende}",
            "Virkemiddel: Bygge Periode 2026–2028 Status løpende",
        ),
        (
            "{id: a, tekst: Bygge., frist: 2027-09}, {id: b, tekst: Male., frist: 2027-02, ansvarlig: Laget}",
            "Virkemiddel: Male Hovedansvarlig Laget Frist februar 2027 Virkemiddel: Bygge Frist september 2027",
        ),
        (
            "{id: a, tekst: Bygge., frist: 2029, status: forsinket}, {id: b, tekst: Male., status: i gang}",
            f"{WAY} Virkemiddel: Male Status i gang {HELD} Virkemiddel: Bygge Frist 2029 Status forsinket",
        ),
        ("{id: a, tekst: Bygge., status: i gang, frist: 2029}", NONE),
        ("{id: a, tekst: Bygge., status: planlagt}", NONE),
        (
            "{id: a, tekst: Bygge., status: i gang, kostnader: [{verdi: 1 mill. kr, år: 2027}]}",
            "Virkemiddel: Bygge Status i gang Kostnader 1 mill. kr (2027)",
        ),
    ],
)
def test_what_has_days_in_the_year_stands_in_the_order_it_is_due(work: str, said: str) -> None:
    assert page(work) == f"Dette skjer i 2027 {said}"


@pytest.mark.parametrize(
    ("day", "period", "begins"),
    [
        ("2026-12-22", "2027–2030", "Dette skjer i 2027"),
        ("2028-01-01", "2027–2030", "Dette skjer i 2028"),
        ("2031-01-01", "2027–2030", ""),
        ("", "2027–2030", ""),
    ],
)
def test_a_plan_that_has_not_begun_speaks_of_its_first_year_and_one_that_is_over_of_none(
    day: str, period: str, begins: str
) -> None:
    said = page("{id: a, tekst: Bygge.}", day, period)
    assert said.startswith(begins) if begins else not said


def test_a_strategy_that_says_when_happens_then_and_one_that_does_not_is_no_work() -> None:
    said = page("]\n    strategier: [{id: s, tekst: Lære., periode: 2026–2028}, {id: t, tekst: Lese.}")
    assert said == "Dette skjer i 2027 Strategi: Lære Periode 2026–2028"
    assert page("]\n    strategier: [{id: t, tekst: Lese.}") == f"Dette skjer i 2027 {NONE}"
    assert not page("]\n    delmål: [{id: d, tittel: Lese}")


def test_what_many_do_all_the_time_is_folded() -> None:
    work = ", ".join(f"{{id: a{number}, tekst: Måle., frist: årlig}}" for number in range(6))
    text = HEAD.format(period="2026–2029") + f"    tittel: Ro\n    virkemidler: [{work}]\n"
    made = {one.path: one for one in TARGET.produce(workspace(text).program, Output("nb", BOKMAL, as_of="2027-03-01"))}
    assert f"<summary>{ON}</summary>" in made["site/p/index.html"].render().decode("utf-8")
