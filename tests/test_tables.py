"""The cross-reference tables: their rows, and how they become files."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from plancompiler import table as table_module
from plancompiler import tables
from plancompiler.cells import shown
from plancompiler.collect import collect
from plancompiler.emit import Output, Target
from plancompiler.program import Program
from plancompiler.table import Mention, Note, Part, Rows, Table, words
from plancompiler.targets import html, markdown
from plancompiler.targets.tables import TARGET, to_csv, to_json, to_markdown
from plancompiler.translate import BOKMAL, Translator, translator
from site_pages import Page
from workspaces import HEADER, workspace

NB = Output("nb", translator("nb"))
TABLES = {table.name: table for table in collect(tables, "TABLE", Table)}

SOCIAL = """\
plan: samfunn
tittel: Samfunnsdelen
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2026–2038
status: vedtatt
målstruktur: [mål, delmål]
følger_ikke_opp:
  - fn: 14
    begrunnelse: Kommunen har ikke kyst.
  - tema: Samferdsel
    begrunnelse: Fylket har ansvaret.
    følges_opp_i: fylkesplan
mål:
  - id: m1
    nummer: 1
    tittel: Rent vann
    bærekraftsmål: [6, {fn: 3.4, vekt: hoved, begrunnelse: Helse}]
    delmål:
      - id: m1.d1
        tittel: Alle har godt vann
        bygger_på: [{til: vannloven, sted: § 4}]
  - id: m2
    nummer: 2
    tittel: Liv i sentrum
    uten_oppfølging: Venter på utredning.
"""

ACTION = """\
plan: handling
tittel: Handlingsdelen
kortnavn: Handling
type: handlingsdel
kommune: 0301
språk: nb
periode: 2027–2030
status: vedtatt
overordnet: samfunn
roller:
  - {id: leder, tittel: Prosjektleder, aktør: vann}
mål:
  - id: h1
    sitert: samfunn/m1
    virkemidler:
      - id: v1
        tekst: Bytte rør. Det haster.
        bidrar_til: [samfunn/m2]
        ansvarlig: vann
        frist: 2028-06
        status: i gang
        måltall:
          - {hva: Nye rør, verdi: minst 3 km, år: 2028, utgangspunkt: {verdi: 1 km, år: 2026}, retning: opp}
        milepæler:
          - {id: p1, tittel: Anbud ute, frist: 2027, ansvarlig: [leder, Rørleggerne]}
        virkemidler:
          - {id: v1.a, nummer: a, tekst: Kartlegge.}
      - id: v2
        tekst: Måle vannet.
        frist: årlig
"""

DRAFT = """\
plan: utkast
tittel: Et utkast
type: temaplan
kommune: 0301
språk: nb
periode: 2026
status: utkast
mål:
  - {id: m1, tittel: Bare et utkast, bærekraftsmål: 6}
"""

REGISTER = """\
register: r
aktører:
  - {id: vann, navn: Vannverket, type: enhet}
dokumenter:
  - {id: vannloven, tittel: Vannressursloven, type: lov}
  - {id: fylkesplan, tittel: Fylkesplanen, type: plan}
"""


@pytest.fixture(scope="module")
def program() -> Program:
    return workspace(
        {
            "plans/handling.yaml": ACTION,
            "plans/registre/r.yaml": REGISTER,
            "plans/samfunn.yaml": SOCIAL,
            "plans/utkast.yaml": DRAFT,
        }
    ).program


def rows(program: Program, name: str, *columns: str) -> list[tuple[str, ...]]:
    """Return the rows of a table with the columns that the test is about."""
    made = TABLES[name].rows(program, BOKMAL)
    wanted = [made.columns.index(column) for column in columns]
    return [tuple(words(row[place]) for place in wanted) for row in made.rows]


def test_the_ten_tables_are_there() -> None:
    assert set(TABLES) == {
        "mal-fn", "fn-punkter", "malhierarki", "felles-virkemidler", "plan-plan", "ansvar", "dokumenter", "perioder",
        "indikatorer", "oppfolging",
    }  # fmt: skip
    assert all(table.title and table.about.endswith(".") for table in TABLES.values())


def test_goals_and_un_goals(program: Program) -> None:
    assert rows(program, "mal-fn", "Mål", "FN-mål 3", "FN-mål 6", "FN-mål 14", "Plan", "Status") == [
        ("Rent vann", "direkte (hovedvekt): 3.4", "direkte", "", "Samfunnsdelen", "vedtatt"),
        ("Liv i sentrum", "", "", "", "Samfunnsdelen", "vedtatt"),
        ("Bare et utkast", "", "direkte", "", "Et utkast", "utkast"),
    ]


def test_un_goals_and_what_is_tied_to_them(program: Program) -> None:
    found = rows(program, "fn-punkter", "FN-mål", "Punkt", "Hvordan", "Gjennom", "Vekt", "Begrunnelse", "Status")
    assert [row for row in found if row[0] in {"1", "6", "14"}] == [
        ("1", "", "", "", "", "", ""),
        ("6", "Mål 1: Rent vann", "direkte", "", "", "", "vedtatt"),
        ("6", "Mål: Bare et utkast", "direkte", "", "", "", "utkast"),
        ("6", "Virkemiddel: Bytte rør.", "via mål", "Mål: Rent vann", "", "", "vedtatt"),
        ("6", "Virkemiddel: Måle vannet.", "via mål", "Mål: Rent vann", "", "", "vedtatt"),
        ("6", "Delmål: Alle har godt vann", "via mål", "Mål 1: Rent vann", "", "", "vedtatt"),
        ("14", "Samfunnsdelen", "valgt bort", "", "", "Kommunen har ikke kyst.", "vedtatt"),
    ]
    direct = [row for row in found if row[0] == "3.4" and row[2] == "direkte"]
    assert direct == [("3.4", "Mål 1: Rent vann", "direkte", "", "hovedvekt", "Helse", "vedtatt")]
    assert {row[0] for row in found} >= {str(number) for number in range(1, 18)}


def test_hierarchy(program: Program) -> None:
    assert rows(program, "malhierarki", "Plan", "Mål", "Delmål", "Virkemiddel", "Får bidrag fra") == [
        ("Handling", "Mål: Rent vann", "", "Virkemiddel: Bytte rør.", ""),
        ("Handling", "Mål: Rent vann", "", "Virkemiddel: Måle vannet.", ""),
        ("Samfunnsdelen", "Mål 1: Rent vann", "Delmål: Alle har godt vann", "", ""),
        ("Samfunnsdelen", "Mål 2: Liv i sentrum", "", "", "Virkemiddel: Bytte rør."),
        ("Et utkast", "Mål: Bare et utkast", "", "", ""),
    ]


ABOVE = "    strategier: [{id: s, tekst: S, delmål: [{id: d, tittel: D, virkemidler: [{id: v, tekst: V}]}]}]\n"
BELOW = "    delmål: [{id: d2, tittel: D, strategier: [{id: s2, tekst: S, virkemidler: [{id: v2, tekst: V}]}]}]\n"
APART = "    strategier: [{id: s, tekst: S}]\n    delmål: [{id: d, tittel: D}]\n"
GOAL = "plan: {0}\ntittel: Plan {0}\ntype: temaplan\nspråk: nb\nstatus: {1}\nmål:\n  - id: m\n    tittel: M\n"


@pytest.mark.parametrize(
    ("plans", "first", "otherwise"),
    [
        ((ABOVE,), "Strategi", []),
        ((BELOW,), "Delmål", []),
        ((APART,), "Delmål", []),
        ((ABOVE, ABOVE, BELOW), "Strategi", ["Plan p2"]),
        # Where there are as many of each, subgoals come first.
        ((ABOVE, BELOW), "Delmål", ["Plan p0"]),
        ((ABOVE + BELOW, ABOVE), "Strategi", ["Plan p0"]),
    ],
)
def test_levels_stand_in_the_order_the_plans_have_them(
    plans: tuple[str, ...], first: str, otherwise: list[str]
) -> None:
    files = {f"plans/p{place}.yaml": GOAL.format(f"p{place}", "vedtatt") + text for place, text in enumerate(plans)}
    made = workspace(files).program
    columns = ["Område", "Mål", *sorted(["Delmål", "Strategi"], reverse=first == "Strategi"), "Virkemiddel"]
    assert list(TABLES["malhierarki"].rows(made, BOKMAL).columns[2:7]) == columns
    notes = TABLES["malhierarki"].notes(made, BOKMAL)
    assert [one.text for note in notes for one in note.about] == otherwise and len(notes) == bool(otherwise)
    assert all("motsatt rekkefølge" in note.text for note in notes)


def test_drafts_decide_no_order_where_there_are_plans_in_force() -> None:
    drafts = {f"plans/u{place}.yaml": GOAL.format(f"u{place}", "utkast") + ABOVE for place in (1, 2)}
    for adopted, first in (({}, "Strategi"), ({"plans/p.yaml": GOAL.format("p", "vedtatt") + BELOW}, "Delmål")):
        made = workspace(drafts | adopted).program
        assert TABLES["malhierarki"].rows(made, BOKMAL).columns[4] == first


def test_shared_measures(program: Program) -> None:
    assert rows(program, "felles-virkemidler", "Virkemiddel", "Tjener målene", "Antall", "Grunnlag", "Ansvarlig") == [
        ("Bytte rør.", "Mål: Rent vann; Mål 2: Liv i sentrum", "2", "skrevet i planen", "Vannverket"),
    ]


def test_plans_and_each_other(program: Program) -> None:
    assert rows(program, "plan-plan", "Plan", "Punkt", "Kobling", "Til plan", "Til punkt") == [
        ("Handling", "", "Overordnet plan", "Samfunnsdelen", ""),
        ("Handling", "Mål: Rent vann", "Gjengitt fra", "Samfunnsdelen", "Mål 1: Rent vann"),
        ("Handling", "Virkemiddel: Bytte rør.", "Bidrar til", "Samfunnsdelen", "Mål 2: Liv i sentrum"),
    ]


def test_a_goal_left_to_another_plan_is_tied_to_it() -> None:
    left = "følger_ikke_opp: [{til: samfunn/m1, begrunnelse: Der., følges_opp_i: [kultur, Budsjettet]}, {tema: Luft, "
    files = {
        "plans/a.yaml": HEADER + left + "begrunnelse: Nei., følges_opp_i: Transportplanen}]\n",
        "plans/b.yaml": HEADER.replace("eksempel", "samfunn") + "mål: [{id: m1, tittel: En}]\n",
        "plans/r.yaml": "register: r\ndokumenter: [{id: kultur, tittel: Kulturplanen, type: plan}]\n",
    }
    assert rows(workspace(files).program, "plan-plan", "Punkt", "Kobling", "Til plan", "Begrunnelse")[1:] == [
        ("Mål: En", "Følges opp i", "Kulturplanen", "Der."),
        ("Mål: En", "Følges opp i", "Budsjettet", "Der."),
    ]


def test_what_is_read_of_a_goal_says_where_its_measures_are_and_files_do_not() -> None:
    quoting = HEADER.replace("eksempel", "handling").replace("Eksempel", "Handling").replace("utkast", "vedtatt")
    files = {
        "plans/a.yaml": HEADER.replace("utkast", "vedtatt")
        + "mål: [{id: m1, tittel: En, strategier: [{id: s, tekst: Gå.}, {id: t, tekst: Stå.}]}, {id: m2, tittel: B}]\n",
        "plans/b.yaml": quoting
        + "mål: [{id: h, sitert: eksempel/m1, virkemidler: [{id: v, tekst: Se.}, {id: w, tekst: Le.}]}]\n",
    }
    made = workspace(files).program
    table = TABLES["malhierarki"]
    place = table.rows(made, BOKMAL).columns.index("Virkemiddel")
    read = [row[place] for row in table.arranged(made, BOKMAL, table.rows(made, BOKMAL), "").rows]
    assert read[0] == (Mention("2 virkemidler for målet i Handling", "handling/h"),) and read[1:3] == [(), ()]
    assert [row[place] for row in table.rows(made, BOKMAL).rows][:3] == [(), (), ()]


def test_a_period_that_is_the_plans_alone_is_not_read_as_the_rows_own(program: Program) -> None:
    table = TABLES["ansvar"]
    found = table.rows(program, BOKMAL)
    place = found.columns.index("Periode")
    assert any(row[place] for row in found.rows)
    assert not any(row[place] for row in table.arranged(program, BOKMAL, found, "").rows)


def test_responsibility(program: Program) -> None:
    assert rows(program, "ansvar", "Ansvarlig", "Måte", "Punkt", "Frist", "Periode", "Framdrift", "Arvet fra") == [
        ("Vannverket", "har ansvaret", "Bytte rør.", "2028-06", "2027–2030", "i gang", ""),
        ("Vannverket", "gjennom rollen; Rolle: Prosjektleder", "Anbud ute", "2027", "2027–2030", "", ""),
        ("Rørleggerne", "har ansvaret sammen med andre", "Anbud ute", "2027", "2027–2030", "", ""),
    ]


def test_who_is_missing_is_said_plan_by_plan(program: Program) -> None:
    action, milestones = TABLES["ansvar"].answer(program, BOKMAL, "")
    others, period = TABLES["ansvar"].notes(program, BOKMAL)
    assert period == Note("Der det ikke står noen periode, gjelder planens.")
    assert action.text == "Handling: 1 av 2 virkemidler har ansvarlig. Uten ansvarlig: 1."
    assert [(one.text, one.name) for one in action.about] == [("Måle vannet", "handling/v2")]
    assert milestones.text == "Handling: 1 milepæl, med ansvarlig.", "what has rows is not said to have no work"
    assert others.text == "Planer uten egne virkemidler og milepæler: 2."
    assert [one.text for one in others.about] == ["Samfunnsdelen", "Et utkast (utkast)"]


def test_what_plans_come_to_is_said_before_what_each_has() -> None:
    plan = "plan: {0}\ntittel: {0}\nspråk: nb\nstatus: {1}\nmål: [{{id: m, tittel: Ro, virkemidler: [{2}]}}]\n"
    work = "{id: v, tekst: Bygge., ansvarlig: Drift}, {id: w, tekst: Male.}"
    three = (("a", "vedtatt"), ("b", "vedtatt"), ("c", "utkast"))
    program = workspace({f"plans/{name}.yaml": plan.format(name, status, work) for name, status in three}).program
    total, *each = TABLES["ansvar"].answer(program, BOKMAL, "")
    assert total.text == "I alt: 2 av 4 virkemidler og milepæler har ansvarlig. Utkast er ikke talt med."
    assert len(each) == 3 and each[0].text == "a: 1 av 2 virkemidler har ansvarlig. Uten ansvarlig: 1."


def test_inherited_responsibility_says_from_where() -> None:
    held = (
        AREA + "strategier: [{id: s9, tittel: Varme, ansvarlig: Eiendom, virkemidler: [{id: s9.v1, tekst: Fyre.}]}]\n"
    )
    made = workspace({"plans/a.yaml": held}).program
    found = rows(made, "ansvar", "Ansvarlig", "Punkt", "Arvet fra")
    assert found == [("Eiendom", "Varme", ""), ("Eiendom", "Fyre.", "Strategi: Varme")]


def test_what_is_written_stands_apart_from_what_follows_from_standing_together(program: Program) -> None:
    written = "Planen skriver selv at punktet tjener flere mål"
    assert TABLES["felles-virkemidler"].rows(program, BOKMAL).parts == (Part(1, written),)
    both = AREA.replace("mål: [{id: m1, tittel: Trygghet}]", "mål: [{id: m1, tittel: Ro}, {id: m2, tittel: Fred}]")
    measure = "[{id: v1, tekst: Bygge., bidrar_til: [m1, m2]}]"
    made = workspace({"plans/a.yaml": both.replace("[{id: v1, tekst: Bygge.}]", measure)}).program
    assert rows(made, "felles-virkemidler", "Virkemiddel", "Grunnlag") == [
        ("Bygge.", "skrevet i planen"),
        ("Ringe på.", "står sammen med målene"),
        ("Besøke.", "står sammen med målene"),
    ]
    together = "Punktet står sammen med flere mål, og planen sier ikke hvilket det tjener"
    assert TABLES["felles-virkemidler"].rows(made, BOKMAL).parts == (Part(1, written), Part(2, together))


def test_plans_of_several_municipalities_are_told_apart(program: Program) -> None:
    other = (
        AREA.replace("0301", "3101").replace("plan: area", "plan: b").replace("tittel: Planen", "tittel: Haldens plan")
    )
    third = AREA.replace("plan: area", "plan: c").replace("tittel: Planen", "tittel: Boligplan")
    made = workspace({"plans/a.yaml": AREA, "plans/b.yaml": other, "plans/c.yaml": third}).program
    plans = {row[0] for row in rows(made, "malhierarki", "Plan")}
    assert plans == {"Planen, Oslo", "Haldens plan", "Boligplan, Oslo"}
    assert {row[0] for row in rows(program, "malhierarki", "Plan")} == {"Handling", "Samfunnsdelen", "Et utkast"}


def test_documents(program: Program) -> None:
    assert rows(program, "dokumenter", "Dokument", "Dokumenttype", "Kobling", "Punkt", "Sted") == [
        ("Vannressursloven", "lov", "Bygger på", "Delmål: Alle har godt vann", "§ 4"),
        ("Fylkesplanen", "plan", "Følges opp i", "Samfunnsdelen", ""),
    ]


def test_time(program: Program) -> None:
    assert rows(program, "perioder", "Når", "Fra", "Til", "Punkt", "Arvet") == [
        ("2027", "2027-01-01", "2027-12-31", "Anbud ute", ""),
        ("2028-06", "2028-06-01", "2028-06-30", "Bytte rør.", ""),
        ("årlig", "", "", "Måle vannet.", ""),
    ]


def test_figures(program: Program) -> None:
    columns = ("Hva", "Slag", "Verdi", "År", "Fra verdi", "Fra år", "Retning", "Punkt")
    assert rows(program, "indikatorer", *columns) == [
        ("Nye rør", "Måltall", "minst 3 km", "2028", "1 km", "2026", "opp", "Virkemiddel: Bytte rør."),
    ]


def test_follow_up(program: Program) -> None:
    columns = (
        "Punkt",
        "Type",
        "Oppfølging",
        "Følges opp av",
        "Skal følge det opp, sier planen",
        "Begrunnelse",
        "Plan",
        "Status",
    )
    assert rows(program, "oppfolging", *columns) == [
        (
            "Rent vann", "Mål 1", "fulgt opp her", "Delmål: Alle har godt vann; Mål: Rent vann (Handling)", "", "",
            "Samfunnsdelen", "vedtatt",
        ),
        (
            "Liv i sentrum", "Mål 2", "følges opp i annen plan eller dokument", "Virkemiddel: Bytte rør. (Handling)",
            "", "Venter på utredning.", "Samfunnsdelen", "vedtatt",
        ),
        (
            "Samferdsel", "Tema", "valgt bort med grunn", "", "Fylkesplanen", "Fylket har ansvaret.",
            "Samfunnsdelen", "vedtatt",
        ),
        ("Bare et utkast", "Mål", "ingen oppfølging", "", "", "", "Et utkast", "utkast"),
    ]  # fmt: skip


def test_a_plan_that_ends_at_its_goals_is_named_as_not_asked() -> None:
    plan = (
        "plan: pilot\ntittel: Piloten\ntype: temaplan\nkommune: 0301\nspråk: nb\nstatus: utkast\nmålstruktur: [mål]\n"
    )
    made = workspace({"plans/p.yaml": plan + "mål:\n  - {id: m1, tittel: Ro}\n"}).program
    table = TABLES["oppfolging"]
    assert table.rows(made, BOKMAL).rows == ()
    said = "Ikke med fordi planen ikke har punkter under målene:"
    assert table.notes(made, BOKMAL) == (Note(said, (Mention("Piloten (utkast)", "pilot"),)),)


def test_what_a_plan_says_of_its_follow_up_is_told_as_the_words_of_the_plan() -> None:
    register = "register: r\ndokumenter: [{id: prog, tittel: Programmet, type: plan}]\n"
    said = AREA.replace("områder:", "følges_opp_i: prog\nområder:", 1)
    made = workspace({"plans/a.yaml": said, "plans/registre/r.yaml": register}).program
    found = rows(made, "oppfolging", "Punkt", "Oppfølging", "Skal følge det opp, sier planen")
    assert ("Ringe på.", "planen sier at noe annet skal følge det opp", "Programmet") in found
    head = "type: temaplan\nkommune: 0301\nspråk: nb\nstatus: vedtatt\nmålstruktur: [mål, delmål]\n"
    goal = f"plan: a\ntittel: A\n{head}mål: [{{id: m1, tittel: Ro}}]\n"
    other = f"plan: b\ntittel: B\n{head}følger_ikke_opp: [{{til: a/m1, begrunnelse: Nei., følges_opp_i: prog}}]\n"
    made = workspace({"plans/a.yaml": goal, "plans/b.yaml": other, "plans/registre/r.yaml": register}).program
    found = rows(made, "oppfolging", "Punkt", "Oppfølging")
    assert found == [("Ro", "en annen plan sier at noe annet skal følge det opp")]


def test_actors_of_the_same_name_are_told_apart_by_municipality() -> None:
    actors = (
        "register: r\naktører:\n"
        "  - {id: oslo, navn: Oslo kommune, type: kommune, kommune: 0301}\n"
        "  - {id: a, navn: Oppvekst, type: enhet, del_av: oslo}\n"
        "  - {id: b, navn: Oppvekst, type: enhet, gjelder: halden}\n"
        "  - {id: c, navn: Kultur, type: enhet, del_av: oslo}\n"
    )
    plan = AREA.replace("tekst: Bygge.", "tekst: Bygge., ansvarlig: [Oppvekst, c]")
    first = plan.replace("Oppvekst", "a")
    second = plan.replace("0301", "3101").replace("plan: area", "plan: halden").replace("Oppvekst", "b")
    made = workspace({"plans/a.yaml": first, "plans/b.yaml": second, "plans/registre/r.yaml": actors}).program
    assert {row[0] for row in rows(made, "ansvar", "Ansvarlig")} == {"Oppvekst, Oslo", "Oppvekst, Halden", "Kultur"}
    pages = {one.path: one for one in html.TARGET.produce(made, NB)}
    index = Page(pages["site/aktor/index.html"].render().decode()).text
    assert "Oppvekst, Oslo (1)" in index and "Oppvekst, Halden (1)" in index and "Kultur Oslo (2)" in index
    assert "Oppvekst, Oslo" not in Page(pages["site/area/index.html"].render().decode()).text


def test_what_is_for_machines_stands_in_the_files_alone(program: Program) -> None:
    made = {one.path: one for one in (*html.TARGET.produce(program, NB), *TARGET.produce(program, NB))}
    heads = re.findall('<th scope="col">(.*?)</th>', made["site/tabeller/perioder.html"].render().decode())
    assert "Når" in heads and "Fra" not in heads and "Til" not in heads
    assert b"Fra" in made["tables/perioder.csv"].render().splitlines()[0]
    assert TABLES["mal-fn"].rows(program, BOKMAL).columns[:3] == ("Plan", "Status", "Mål")


AREA = """\
plan: area
tittel: Planen
type: strategi
kommune: 0301
språk: nb
periode: 2020–2030
status: vedtatt
gjengivelse: egne ord
målstruktur: [område, mål, strategi]
områder:
  - id: eldre
    tittel: Eldreomsorg
    mål: [{id: m1, tittel: Trygghet}]
    strategier: [{id: s1, tekst: Ringe på.}, {id: s2, tekst: Besøke.}]
faser: [{id: f1, tittel: Oppstart}]
milepæler: [{id: p1, tittel: Vedtak, frist: 2021-05}]
virkemidler: [{id: v1, tekst: Bygge.}]
"""


def test_strategies_that_serve_as_a_set_are_counted() -> None:
    made = workspace({"plans/a.yaml": AREA}).program
    assert ("Trygghet", "2 strategier for Eldreomsorg") in rows(made, "oppfolging", "Punkt", "Følges opp av")


def test_a_passage_without_a_heading_goes_by_its_short_name() -> None:
    passage = "kapitler: [{id: k1, kortnavn: Om alder, tekst: Vi blir eldre. Det koster., bygger_på: lov}]\n"
    register = "register: r\ndokumenter: [{id: lov, tittel: Loven, type: lov}]\n"
    made = workspace({"plans/a.yaml": AREA + passage, "plans/registre/r.yaml": register}).program
    assert rows(made, "dokumenter", "Punkt") == [("Om alder",)]


def test_a_restated_plan_is_not_called_adopted_alone() -> None:
    made = workspace({"plans/a.yaml": AREA}).program
    assert rows(made, "malhierarki", "Plan", "Status")[0] == ("Planen", "vedtatt, gjengitt med egne ord")
    unknown = workspace({"plans/a.yaml": AREA.replace("status: vedtatt", "status: ukjent")}).program
    assert rows(unknown, "malhierarki", "Plan", "Status")[0] == ("Planen", "ikke oppgitt")


def test_a_plan_has_its_status_right_beside_it() -> None:
    for table in TABLES.values():
        columns = table.rows(Program(), BOKMAL).columns
        assert columns.index("Status") == columns.index("Plan") + 1


def test_phases_without_a_time_have_none_and_come_last() -> None:
    made = workspace({"plans/a.yaml": AREA}).program
    assert rows(made, "perioder", "Når", "Fra", "Punkt", "Arvet") == [
        ("2020–2030", "2020-01-01", "Bygge.", "ja"),
        ("2021-05", "2021-05-01", "Vedtak", ""),
        ("ikke oppgitt", "", "Oppstart", ""),
    ]


def test_un_goals_that_no_goal_has_are_told_from_those_left_alone(program: Program) -> None:
    more = (
        "bærekraftsmål: [9, 16.6]\nfølger_ikke_opp: [{fn: 14, begrunnelse: Ingen kyst}, {fn: 6.1, begrunnelse: Nok}]\n"
    )
    goals = ", ".join(
        f"{{id: m{number}, tittel: M, bærekraftsmål: {number}}}" for number in range(1, 12) if number != 9
    )
    text = HEADER.replace("utkast", "vedtatt") + more + f"mål: [{goals}]\n"
    old = text.replace("plan: eksempel", "plan: gammel").replace("M, bærekraftsmål: 1}", "M, bærekraftsmål: 13}")
    files = {"plans/a.yaml": text.replace("\nmål", "\nerstatter: gammel\nmål"), "plans/b.yaml": old}
    said = TABLES["mal-fn"].answer(workspace(files).program, BOKMAL, "")
    assert said[1].text == (
        "Ingen mål er knyttet til FN-mål 9, 12, 13, 15, 16 og 17. FN-mål 9 og 16 er knyttet til en plan som helhet, "
        "men ikke til noe mål."
    ), "what only a replaced plan has is not counted"
    assert said[2] == Note("FN-mål 14 er valgt bort i én plan:", (Mention("Eksempel", "eksempel"),))


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_never_ragged_and_empty_tables_keep_their_header(name: str, program: Program) -> None:
    for made in (TABLES[name].rows(program, BOKMAL), TABLES[name].rows(Program(), BOKMAL)):
        assert len(made.columns) > 1
        assert len(set(made.columns)) == len(made.columns)
        assert {len(row) for row in made.rows} <= {len(made.columns)}


@pytest.mark.parametrize("name", TABLES)
def test_every_name_in_a_cell_means_something(name: str, program: Program) -> None:
    known = {*program.plans, *program.nodes, *program.entries}
    mentions = (mention for row in TABLES[name].rows(program, BOKMAL).rows for cell in row for mention in cell)
    assert {mention.name for mention in mentions if mention.name and not mention.name.startswith("fn/")} <= known


def test_column_heads_are_translated(program: Program) -> None:
    made = TABLES["ansvar"].rows(program, Translator("en", {"Ansvarlig": "Responsible"}))
    assert made.columns[0] == "Responsible"


# ---------------------------------------------------------------- files


def table_of(*texts: str) -> Rows:
    return Rows(("A", "B"), tuple(((Mention(text),), ()) for text in texts))


def read_csv(made: bytes | str) -> list[list[str]]:
    text = made if isinstance(made, str) else made.decode("utf-8")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_csv_is_what_spreadsheets_read() -> None:
    made = to_csv(table_of("en, to", 'sa «"hei"»'))
    assert made.startswith("\ufeffA,B\r\n".encode())
    assert made.count(b"\r\n") == made.count(b"\n") == 3
    assert read_csv(made) == [["A", "B"], ["en, to", ""], ['sa «"hei"»', ""]]


@pytest.mark.parametrize("text", ["=1+1", "+47 22", "-3", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x";"y")'])
def test_no_cell_is_a_formula(text: str) -> None:
    assert read_csv(to_csv(table_of(text)))[1][0] == "'" + text
    assert json.loads(to_json(table_of(text)))[0]["A"] == text, "the guard is for spreadsheets alone"


@pytest.mark.parametrize("text", ["–2035", "a=b", "'=1", "", "1-2"])
def test_other_cells_are_left_alone(text: str) -> None:
    assert read_csv(to_csv(table_of(text)))[1][0] == text


def test_json_is_one_record_a_line() -> None:
    assert to_json(table_of("æ", "b")).decode() == '[\n{"A": "æ", "B": ""},\n{"A": "b", "B": ""}\n]\n'
    assert json.loads(to_json(table_of())) == []


def test_markdown_has_title_and_about_and_escapes_pipes() -> None:
    made = to_markdown(TABLES["ansvar"], table_of("a|b <i>", "*c*"), NB)
    assert made == (
        f"# Ansvar\n\n{TABLES['ansvar'].about}\n\n| A | B |\n| --- | --- |\n| a\\|b \\<i\\> |  |\n| \\*c\\* |  |\n"
    )


def test_every_table_is_three_files_that_agree(program: Program) -> None:
    files = {artifact.path: artifact.render().decode("utf-8") for artifact in TARGET.produce(program, NB)}
    assert set(files) == {f"tables/{name}.{end}" for name in TABLES for end in ("csv", "json", "md")}
    for name in TABLES:
        header, *body = read_csv(files[f"tables/{name}.csv"])
        records = json.loads(files[f"tables/{name}.json"])
        lines = [line for line in files[f"tables/{name}.md"].splitlines() if line.startswith("| ")]
        assert [list(record) for record in records] == [header] * len(body)
        assert len(lines) == len(body) + 2
        assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {len(header) + 1}


def test_the_same_program_gives_the_same_keys_and_bytes(program: Program) -> None:
    one, two = ([(each.path, each.make().key, each.render()) for each in TARGET.produce(program, NB)] for _ in range(2))
    assert one == two


def files_of(target: Target, program: Program) -> dict[str, str]:
    return {artifact.path: artifact.render().decode("utf-8") for artifact in target.produce(program, NB)}


def test_a_page_leads_to_the_whole_table_beside_it(program: Program) -> None:
    files, site = files_of(TARGET, program), files_of(html.TARGET, program)
    for name in TABLES:
        links = Page(site[f"site/tabeller/{name}.html"]).links
        for end in ("csv", "json"):
            assert site[f"site/tabeller/{name}.{end}"] == files[f"tables/{name}.{end}"]
            assert f"{name}.{end}" in links or len(files[f"tables/{name}.json"]) < len("[{}]"), (name, end)


def test_a_table_too_long_to_read_is_summed_up_and_whole_in_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_module, "MOST", 3)
    two = {f"plans/{plan}.yaml": AREA.replace("area", plan).replace("Planen", f"Plan {plan}") for plan in ("a", "b")}
    made = workspace(two).program
    files, pages, pointed = (files_of(target, made) for target in (TARGET, html.TARGET, markdown.TARGET))
    assert len(json.loads(files["tables/malhierarki.json"])) == len(read_csv(files["tables/malhierarki.csv"])) - 1 == 8
    page = Page(pages["site/tabeller/malhierarki.html"])
    text = " ".join(page.text.split())
    assert "Tabellen har 8 rader, for mange til å leses på én side." in text
    assert "Plan Status Rader Plan a vedtatt, gjengitt med egne ord 4 Plan b vedtatt, gjengitt med egne ord 4" in text
    assert "../a/index.html" in page.links and not any("#" in link for link in page.links if "index" in link)
    for text, plan, file in (
        (files["tables/malhierarki.md"], "Plan a", "malhierarki.csv"),
        (pointed["markdown/tabeller/malhierarki.md"], "[Plan a](../a.md)", "../../tables/malhierarki.csv"),
    ):
        assert f"| {plan} | vedtatt, gjengitt med egne ord | 4 |\n" in text
        assert f"[Hele tabellen som regneark (CSV)]({file})" in text


def test_a_text_that_stands_in_for_a_title_is_cut_between_two_words() -> None:
    long = AREA.replace("tekst: Bygge.", f"tekst: Bygge {'flere boliger ' * 10}.")
    name = shown(workspace({"plans/a.yaml": long}).program, "area/v1", BOKMAL)
    assert name.startswith("Virkemiddel: Bygge flere boliger") and name.endswith(" boliger …")
    assert len(name.removeprefix("Virkemiddel: ")) <= 82
    titled = long.replace("tekst: Bygge", "tittel: Bygge")
    assert shown(workspace({"plans/a.yaml": titled}).program, "area/v1", BOKMAL).endswith("boliger .")
