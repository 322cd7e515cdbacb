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


NONE = "Planen oppgir ingen frister eller perioder i 2027."


@pytest.mark.parametrize(
    ("work", "said"),
    [
        ("{id: a, tekst: Bygge.}", NONE),
        ("{id: a, tekst: Bygge., frist: 2026}", NONE),
        ("{id: a, tekst: Bygge., frist: årlig}", NONE),
        ("{id: a, tekst: Bygge., frist: 2027-06}", "Virkemiddel: Bygge. Frist juni 2027"),
        ("{id: a, tekst: Bygge., periode: 2026–2028}", "Virkemiddel: Bygge. Periode 2026–2028"),
        ("{id: a, tekst: Bygge., periode: 2026–}", "Virkemiddel: Bygge. Periode fra 2026"),
        ("{id: a, tekst: Bygge., periode: –2026}", NONE),
        (
            "{id: a, tekst: Bygge., frist: 2027-09}, {id: b, tekst: Male., frist: 2027-02, ansvarlig: Laget}",
            "Virkemiddel: Male. Hovedansvarlig Laget Frist februar 2027 Virkemiddel: Bygge. Frist september 2027",
        ),
        (
            "{id: a, tekst: Bygge., frist: 2029, status: forsinket}, {id: b, tekst: Male., status: i gang}",
            f"{NONE} Forsinket, utsatt eller stanset Virkemiddel: Bygge. Frist 2029 Status forsinket",
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
