"""What the pages say, and what they leave out: statuses, counts, dates, roles, pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nordvik import PLAN, REGISTER, SUPERIOR
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.targets.html import TARGET
from plancompiler.translate import BOKMAL, translator
from plancompiler.views.shown_words import shown_word
from plancompiler.wording import kind_words
from plancompiler.workspace import assemble
from plancompiler.workspace_files import read
from site_pages import Page, site
from workspaces import HEADER, workspace

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    files = {"plans/a.yaml": SUPERIOR, "plans/b.yaml": PLAN, "plans/registre/alt.yaml": REGISTER}
    return site(workspace(files).program)


def test_a_plan_not_in_force_is_named_with_its_status(pages: dict[str, Page]) -> None:
    for path in ("aktor/teknisk.html", "emne/barn-og-unge.html", "dokument/hol-loven.html", "fn/3.html"):
        assert "Handlingsdel (på høring)" in " ".join(pages[path].text.split()), path
    assert "(Handlingsdel, på høring)" in pages["samfunn/m2.html"].text
    assert "(på høring)" not in pages["handling/m3.html"].text
    assert not any("Samfunnsdelen (vedtatt" in page.text for page in pages.values())
    assert "planenes egen tekst" not in pages["index.html"].text


def test_tiles_of_the_front_page_have_no_zeros(pages: dict[str, Page]) -> None:
    text = " ".join(pages["index.html"].text.split())
    assert (
        "FN-mål 1 Utrydde fattigdom ingen ennå" in text
        and "God helse og livskvalitet direkte i utkast 1 FN" in text
        and "direkte 0" not in text
    )


def test_what_contributes_to_something_tied_to_a_un_goal_is_told_from_what_mentions_it() -> None:
    text = HEADER.replace("utkast", "vedtatt") + (
        "mål:\n  - {id: m1, tittel: En, bærekraftsmål: [8]}\n"
        "  - {id: m2, tittel: To, virkemidler: [{id: v1, tekst: Hjelpe., bidrar_til: [m1]}]}\n"
        "  - {id: m3, tittel: Tre, beskrivelse: 'Se [[fn/8]].'}\n"
    )
    found = site(workspace(text).program)
    text = " ".join(found["fn/8.html"].text.split())
    assert "Indirekte 2 punkter" in text
    assert "bidrar til noe som er knyttet til det, eller har lenke til det i teksten" in text
    assert "Hjelpe" in found["fn/8.html"].under("_3") and "Tre" in found["fn/8.html"].under("_nevner")
    assert "Bidrar til noe" in found["fn/8.html"].under("_3")
    assert "Nevner FN-målet" in found["fn/8.html"].under("_nevner")
    for path in ("index.html", "fn/index.html", "fn/8.html"):
        assert "nevnt" not in found[path].text.lower(), path
    table = " ".join(found["tabeller/fn-punkter.html"].text.split())
    assert "Virkemiddel bidrar Mål: En" in table and "Mål nevner det i teksten" in table
    assert "i filene heter begge «nevnt»" in table


def test_ties_that_are_not_counted_say_how(pages: dict[str, Page]) -> None:
    text = " ".join(pages["fn/3.html"].text.split())
    assert "Mål 3: Alle er med direkte hovedvekt og via dette: 2 delmål, 1 virkemiddel" in text


def test_a_measure_shows_what_it_reaches_by_contributing() -> None:
    text = PLAN.replace(
        "id: m3.v1, tekst: Lage utlån., bidrar_til: [h1]", "id: m3.v1, tekst: Lage utlån., bidrar_til: [samfunn/m1]"
    )
    files = {"plans/a.yaml": SUPERIOR, "plans/b.yaml": text, "plans/registre/alt.yaml": REGISTER}
    page = site(workspace(files).program)["handling/m3.html"]
    assert "Gjennom målene det bidrar til: FN-mål 8" in page.under("m3.v1")


def test_stakeholders_are_shown_whole_on_their_own_page(pages: dict[str, Page]) -> None:
    text = " ".join(pages["aktor/nordvik.html"].text.split())
    assert "Kan påvirke Penger Kan bli påvirket Omdømme" in text


def test_who_takes_part_in_a_capacity_stands_under_it() -> None:
    text = PLAN.replace("samarbeider_med: Næringslaget", "samarbeider_med: [{til: Næringslaget, rolle: invitert}]")
    made = site(
        workspace({"plans/a.yaml": SUPERIOR, "plans/b.yaml": text, "plans/registre/alt.yaml": REGISTER}).program
    )
    assert "Invitert Næringslaget" in made["handling/h1.html"].under("h1.v1")
    assert "Invitert: Virkemiddel: Klargjøre tomter" in " ".join(made["aktor/lag.html"].text.split())


def test_deadlines_are_not_said_twice() -> None:
    text = PLAN.replace("status: på høring", "status: vedtatt")
    made = site(
        workspace({"plans/a.yaml": SUPERIOR, "plans/b.yaml": text, "plans/registre/alt.yaml": REGISTER}).program
    )
    assert made["aktor/teknisk.html"].text.count("høst 2028") == 1
    assert "Frister" in made["aktor/nordvik.html"].text, "some of what it has to do has no deadline"


@pytest.mark.parametrize(
    ("responsible", "said"),
    [
        (
            "[{til: drift, rolle: leder arbeidet}, helse]",
            ["Virkemiddel: Bygge – 2027; gjennom Driften (leder arbeidet), Helse"],
        ),
        ("[drift, helse, staten]", ["Virkemiddel: Bygge – 2027; gjennom Driften, Helse; sammen med Staten"]),
        # What the whole has itself is said of it, with the units beside.
        ("[by, drift]", ["Virkemiddel: Bygge – 2027; sammen med Driften"]),
        ("drift", ["Virkemiddel: Bygge – 2027; gjennom Driften"]),
    ],
)
def test_what_two_units_have_together_the_whole_has_once(responsible: str, said: list[str]) -> None:
    units = "{id: drift, navn: Driften, del_av: by}, {id: helse, navn: Helse, del_av: by}, {id: staten, navn: Staten}"
    measure = f"virkemidler: [{{id: v, tekst: Bygge., ansvarlig: {responsible}, frist: 2027}}]"
    files = {
        "plans/a.yaml": f"{GOALS.partition(_GOALS)[0]}mål: [{{id: m, tittel: M, {measure}}}]\n",
        "plans/r.yaml": f"register: r\naktører: [{{id: by, navn: Byen}}, {units}]\n",
    }
    page = site(workspace(files).program)["aktor/by.html"]
    tasks = page.html.partition('<ul class="tasks">')[2].partition("</ul>")[0].split("<li>")[1:]
    assert [" ".join(re.sub("<[^>]+>", "", task).split()) for task in tasks] == said


def test_an_entry_of_two_registers_says_things_once() -> None:
    both = "register: to\naktører: []\ndokumenter:\n  - {id: d, tittel: Dokumentet, type: plan, utgiver: Staten}\n"
    files = {"plans/a.yaml": SUPERIOR, "plans/registre/alt.yaml": REGISTER}
    more = {
        "plans/registre/to.yaml": both.replace("aktører: []\n", ""),
        "plans/registre/tre.yaml": both.replace("aktører: []\n", "").replace("to", "tre", 1),
    }
    assert site(workspace({**files, **more}).program)["dokument/d.html"].text.count("Staten") == 1


def test_the_overview_keeps_the_goals_own_words() -> None:
    goals = (
        "nivå: overordnet, tittel: Godt liv}\n  - {id: h3, nivå: effektmål, tittel: Ro}\n  - {id: h4, tittel: Vann}\n"
    )
    head = (
        "plan: p\ntittel: Planen\ntype: temaplan\nkommune: 0301\nspråk: nb\nstatus: utkast\nmålstruktur: [mål]\nmål:\n"
    )
    page = site(workspace({"plans/p.yaml": f"{head}  - {{id: h2, {goals}"}).program)["p/index.html"]
    assert "Mål Overordnet mål: Godt liv Effektmål: Ro Vann" in page.under("_oversikt")
    assert "1 overordnet mål 2 mål" in " ".join(page.text.split())


def test_tables_leave_out_empty_columns_and_show_dates_and_labels(pages: dict[str, Page]) -> None:
    page = pages["tabeller/mal-fn.html"]
    assert "FN-mål 8" in page.text and "FN-mål 16" not in page.text and "15, 16 og 17." in page.text
    labels = {cell.get("data-label") for cell in page.all("td")}
    assert {"Type", "Mål"} <= labels
    assert "27. april 2018" in pages["tabeller/perioder.html"].text


def test_a_table_says_the_status_of_a_plan_once(pages: dict[str, Page]) -> None:
    page = pages["tabeller/malhierarki.html"]
    assert "Planenes status: vedtatt (Samfunnsdelen), på høring (Handlingsdel)" in " ".join(page.text.split())
    assert "Status" not in {cell.get("data-label") for cell in page.all("td")}
    assert "Handlingsdel (på høring)" in page.text, "a row must not pass a draft off as a plan in force"


def test_tables_fold_what_is_long_and_say_what_is_missing_first() -> None:
    measures = ", ".join(f"{{id: v{number}, tekst: Tiltak {number}.}}" for number in range(7))
    page = site(workspace(f"{GOALS}virkemidler: [{measures}]\n").program)["tabeller/ansvar.html"]
    text = " ".join(page.text.split())
    assert "Planen (utkast): 0 av 7 virkemidler har ansvarlig. Uten ansvarlig: 7. Tiltak 0 Tiltak 1" in text
    assert len(list(page.all("details"))) == 1 and "../p/index.html#v6" in page.links


_GOALS = "mål:\n"

GOALS = """\
plan: p
tittel: Planen
type: temaplan
kommune: 0301
språk: nb
status: utkast
målstruktur: [mål, delmål, strategi]
mål:
  - {id: m1, tittel: Ro, delmål: [{id: m1.d1, tittel: Stille}]}
  - {id: m2, tittel: Vann}
"""


def test_a_goal_that_nothing_serves_says_so_in_words() -> None:
    register = "register: r\ndokumenter: [{id: program, tittel: Programmet, type: plan}]\n"
    made = site(
        workspace({"plans/p.yaml": f"{GOALS}følges_opp_i: program\n", "plans/registre/r.yaml": register}).program
    )
    nothing = "Ingen delmål eller strategier er knyttet til målet."
    assert f"Ro 1 Vann {nothing} Planen sier at det skal følges opp i Programmet." in made["p/index.html"].under(
        "_oversikt"
    )
    assert nothing in made["p/m2.html"].text and nothing not in made["p/m1.html"].text


def test_a_goal_above_the_others_is_said_to_be_followed_up_by_them() -> None:
    above = GOALS.replace("{id: m2,", "{id: m2, nivå: overordnet,")
    made = site(workspace(above).program)
    assert "Hele planen skal bidra til målet." in made["p/m2.html"].text
    quoted = above.replace("tittel: Vann", "tittel: Vann, sitert: En annen plan")
    assert "Hele planen skal bidra til målet." in site(workspace(quoted).program)["p/m2.html"].text


def test_a_quoted_goal_that_nothing_is_tied_to_is_said_to_be_restated() -> None:
    page = site(workspace(GOALS.replace("tittel: Vann", "tittel: Vann, sitert: En annen plan")).program)["p/m2.html"]
    assert "Planen gjengir målet og sier ikke hvilke delmål eller strategier som bidrar til det." in page.text


def test_an_empty_goal_of_a_plan_that_ends_at_its_goals_says_so() -> None:
    ends = GOALS.replace("[mål, delmål, strategi]", "[mål]")
    made = site(workspace(ends).program)
    nothing = "Planen har ingen punkter under målet."
    assert nothing in made["p/m2.html"].text and nothing not in made["p/m1.html"].text


def test_a_document_lists_all_it_follows_up() -> None:
    register = "register: r\ndokumenter: [{id: program, tittel: Programmet, type: plan}]\n"
    made = site(
        workspace({"plans/p.yaml": f"{GOALS}følges_opp_i: program\n", "plans/registre/r.yaml": register}).program
    )
    text = " ".join(made["dokument/program.html"].text.split())
    assert "Planen som helhet Alle mål og delmål (3) Mål: Ro Delmål: Stille Mål: Vann" in text
    assert "Planen sier at dokumentet skal følge opp (3)" in text, "the heading counts all that the list does"


def test_what_builds_on_a_document_is_not_also_said_to_mention_it() -> None:
    goal = "  - {id: m3, tittel: Lys, tekst: 'Etter [[program]].', bygger_på: program}\n"
    register = "register: r\ndokumenter: [{id: program, tittel: Programmet, type: plan}]\n"
    page = site(workspace({"plans/p.yaml": GOALS + goal, "plans/registre/r.yaml": register}).program)
    text = page["dokument/program.html"].text
    assert "Lagt til grunn i" in text and "Omtalt i" not in text


def test_a_document_that_a_plan_replaces_is_not_said_to_be_of_unknown_standing() -> None:
    register = "register: r\ndokumenter: [{id: d, tittel: Programmet, type: plan}, {id: e, tittel: B, type: plan}]\n"
    plan = f"{GOALS}erstatter: d\nbygger_på: e\n"
    pages = site(workspace({"plans/p.yaml": plan, "plans/registre/r.yaml": register}).program)
    assert (
        "Erstattet av" in pages["dokument/d.html"].text and "om dokumentet gjelder" not in pages["dokument/d.html"].text
    )
    assert "om dokumentet gjelder nå" in pages["dokument/e.html"].text
    assert "Les dokumentet Lenke er ikke oppgitt." in " ".join(pages["dokument/e.html"].text.split())


SILENT = "Status Det er ikke oppgitt om dokumentet gjelder nå."


@pytest.mark.parametrize(
    ("said", "expected", "silent"),
    [
        ("type: plan", "", True),
        (
            "type: lov, status: vedtatt, url: 'https://a.example'",
            "Status vedtatt Les dokumentet https://a.example",
            False,
        ),
        # What is over leaves nobody in doubt; nor does what says itself what holds in its place.
        ("type: plan, periode: 2001–2009", "Periode 2001–2009 (perioden er over)", False),
        ("type: plan, periode: 2024–2030", f"Periode 2024–2030 {SILENT}", True),
        ("type: kunnskapsgrunnlag, år: 2024", "År 2024", True),
        ("type: plan, erstattet_av: e", "Nå gjelder Etterpå", False),
        ("type: plan, plan: p", "Dokumentet er en plan her: Planen", False),
    ],
)
def test_a_document_says_whether_it_holds_and_where_to_read_it(said: str, expected: str, silent: bool) -> None:
    register = (
        f"register: r\ndokumenter: [{{id: d, tittel: Programmet, {said}}}, {{id: e, tittel: Etterpå, type: plan}}]\n"
    )
    program = workspace({"plans/p.yaml": f"{GOALS}følges_opp_i: d\n", "plans/registre/r.yaml": register}).program
    made = {one.path: one for one in TARGET.produce(program, Output("nb", BOKMAL, as_of="2026-11-22"))}
    text = " ".join(Page(made["site/dokument/d.html"].render().decode("utf-8")).text.split())
    assert expected in text and (SILENT in text) == silent and "lenke ikke oppgitt" not in text


@pytest.mark.parametrize(
    ("said", "status", "stale"),
    [
        ("", "vedtatt", False),
        (", periode: 2001–2009", "vedtatt", True),
        (", periode: 2001–2030", "vedtatt", False),
        (", erstattet_av: e", "vedtatt", True),
        (", erstattet_av: e", "utkast", False),
    ],
)
def test_what_rests_on_a_document_that_applies_no_more_should_be_looked_over(
    said: str, status: str, stale: bool
) -> None:
    register = f"register: r\ndokumenter: [{{id: d, tittel: Loven{said}}}, {{id: e, tittel: Etterpå}}]\n"
    plan = GOALS.replace("utkast", status) + "bygger_på: d\n"
    program = workspace({"plans/p.yaml": plan, "plans/registre/r.yaml": register}).program
    made = {one.path: one for one in TARGET.produce(program, Output("nb", BOKMAL, as_of="2026-11-22"))}
    told = "Det som viser til det, bør ses over."
    assert (told in Page(made["site/dokument/d.html"].render().decode("utf-8")).text) == stale


def test_measures_beside_the_chain_of_a_plan_are_counted_with_it() -> None:
    made = site(workspace(GOALS + "virkemidler: [{id: v1, tekst: Bygge.}]\n").program)
    for page in ("index.html", "p/index.html"):
        assert "2 mål 1 delmål 1 virkemiddel" in " ".join(made[page].text.split())


def test_what_a_plan_leaves_to_a_document_is_told_on_its_page_and_counted() -> None:
    header = "følger_ikke_opp: [{til: p/m1, begrunnelse: Staten., følges_opp_i: d}, {tema: Luft, følges_opp_i: d}]\n"
    action = GOALS.replace("plan: p", "plan: q").replace("tittel: Planen", "tittel: Handlingen")
    register = "register: r\ndokumenter: [{id: d, tittel: Programmet, type: plan}]\n"
    files = {
        "plans/p.yaml": GOALS,
        "plans/q.yaml": header_before_goals(action, header),
        "plans/registre/r.yaml": register,
    }
    made = site(workspace(files).program)
    text = " ".join(made["dokument/d.html"].text.split())
    assert "Planen sier at dokumentet skal følge opp (2) Handlingen (utkast)" in text
    assert "Mål: Ro (Planen) Staten." in text, "a node of another plan bears its name"
    assert "Luft" in text and "Ingen plan viser til dokumentet" not in text
    assert "Programmet (1)" in " ".join(made["dokument/index.html"].text.split())
    assert "Handlingen (utkast) Plan Følges opp i Staten." in " ".join(made["tabeller/dokumenter.html"].text.split())


def header_before_goals(plan: str, header: str) -> str:
    return plan.replace("mål:\n", f"{header}mål:\n", 1)


PROCEDURE = """\
saksgang:
  - {steg: planprogram på høring, periode: 2025-01-10–2025-03-01, organ: Formannskapet, til: [Rådet, Alle grendene]}
  - {steg: uttalelse, organ: Rådet, dato: 2025-02-02}
  - {steg: høring, periode: 2025-08-10–2025-10-01, til: radet}
  - {steg: innstilling, organ: Formannskapet, dato: 2025-11-02}
  - {steg: vedtak, organ: Formannskapet, dato: 2025-12-02}
  - {steg: medvirkning, til: Rådet}
"""
BODIES = """\
register: r
aktører:
  - {id: radet, navn: Rådet for unge, alias: Rådet, type: politisk}
  - {id: fs, navn: Formannskapet, type: politisk}
"""


def test_the_list_of_actors_says_who_was_sent_plans_and_that_nobody_outside_is_known() -> None:
    plan = header_before_goals(GOALS, PROCEDURE)
    made = site(workspace({"plans/p.yaml": plan, "plans/registre/r.yaml": BODIES}).program)
    text = " ".join(made["aktor/index.html"].text.split())
    assert "Utenfor kommunen, har fått planer på høring Planene oppgir ingen." in text
    assert "som ikke har egen side her Alle grendene Planen" in text


def test_an_actor_is_said_to_have_treated_only_what_it_decides_or_recommends() -> None:
    plan = header_before_goals(GOALS, PROCEDURE)
    made = site(workspace({"plans/p.yaml": plan, "plans/registre/r.yaml": BODIES}).program)
    board, council = (" ".join(made[f"aktor/{name}.html"].text.split()) for name in ("fs", "radet"))
    assert "Har behandlet Planen (utkast, innstilling 2. november 2025; vedtak 2. desember 2025)" in board
    assert "Har sendt planprogrammet på høring Planen (utkast" in board
    assert "Har gitt uttalelse til Planen (utkast, uttalelse 2. februar 2025)" in council
    assert "Har fått planprogrammet på høring Planen (utkast, 10. januar 2025 – 1. mars 2025)" in council
    assert "Har fått på høring Planen (utkast, 10. august 2025 – 1. oktober 2025)" in council
    assert "Er blitt spurt om Planen" in council and "Har behandlet" not in council
    steps = made["p/index.html"]
    assert steps.links.count("../aktor/radet.html") == 4, "the names in the procedure lead to whom they mean"
    assert "Sendt til: Rådet, Alle grendene" in " ".join(steps.text.split())
    assert "Medvirkning Deltakere: Rådet" in " ".join(steps.text.split()), "who takes part is sent nothing"
    assert "p/index.html#steg_3" in " ".join(made["aktor/radet.html"].links)


def test_a_un_goal_names_the_plans_that_are_tied_to_none_and_says_when_no_reason_is_given() -> None:
    other = GOALS.replace("plan: p", "plan: q").replace(
        "status: utkast", "status: vedtatt\nbærekraftsmål: [{fn: 3WHY}]"
    )
    for why, silent in (
        (
            "",
            "Planene sier ikke hvorfor punktene er knyttet til målet, eller hva som er hovedmål og hva som er støtte.",
        ),
        (", begrunnelse: Vannet.", "Planene sier ikke hva som er hovedmål, og hva som er støtte."),
        (", vekt: hoved", "Planene sier ikke hvorfor punktene er knyttet til målet."),
        (", vekt: hoved, begrunnelse: Vannet.", ""),
    ):
        made = site(workspace({"plans/p.yaml": GOALS, "plans/q.yaml": other.replace("WHY", why)}).program)
        text = " ".join(made["fn/3.html"].text.split())
        assert "Planer som ikke er knyttet til noe FN-mål Det de gjør, er ikke med her." in text
        assert silent in text and bool(silent) == ("Planene sier ikke" in text)


def test_a_declined_un_goal_is_said_to_be_so_wherever_it_is_counted() -> None:
    declined = "følger_ikke_opp: [{fn: 14, begrunnelse: Vi har ikke kyst.}, {fn: 15.1, begrunnelse: Ingen.}]\n"
    for status, said in (("vedtatt", "valgt bort"), ("utkast", "ingen ennå")):
        made = site(workspace(GOALS.replace("status: utkast", f"status: {status}") + declined).program)
        for page in ("index.html", "fn/index.html"):
            assert f"Livet i havet {said} FN-mål" in " ".join(made[page].text.split())
            assert "Livet på land ingen ennå" in " ".join(made[page].text.split())
    assert "Planer som har valgt bort målet Planen (utkast) Vi har ikke kyst." in " ".join(
        made["fn/14.html"].text.split()
    )
    assert "Planen (utkast) (15.1) Ingen." in " ".join(made["fn/15.html"].text.split())
    nobody = "Ingen plan sier at den har valgt bort FN-målet eller noe av dette."
    assert nobody in made["fn/13.html"].text and nobody not in made["fn/15.html"].text


def test_counts_that_hold_plans_whose_period_is_over_say_so() -> None:
    plan = GOALS.replace("status: utkast", "status: vedtatt\nperiode: 2016–2020\nbærekraftsmål: 3")
    for day, said in (("2021-01-01", True), ("2020-12-31", False), ("", False)):
        made = {one.path: one for one in TARGET.produce(workspace(plan).program, Output("nb", BOKMAL, as_of=day))}
        for page, has in (("index.html", said), ("fn/index.html", said), ("fn/3.html", said), ("fn/4.html", False)):
            text = " ".join(Page(made[f"site/{page}"].render().decode("utf-8")).text.split())
            assert ("Tallene er fra én plan, og perioden er over: Planen" in text) == has


def test_headers_say_what_a_reader_looks_for_and_does_not_find(pages: dict[str, Page]) -> None:
    made = site(workspace(GOALS).program)
    about = made["p/index.html"].under("_om")
    assert "Overordnet plan ikke oppgitt" in about and "FN-mål ikke oppgitt" in about
    assert "Planer som ikke er knyttet til noe FN-mål Planen (utkast)" in " ".join(made["fn/index.html"].text.split())
    told = pages["handling/index.html"].under("_om")
    assert "Overordnet plan ikke oppgitt" not in told and "FN-mål ikke oppgitt" not in told
    for kind in ("pilotplan", "samfunnsdel"):
        made = site(workspace(GOALS.replace("type: temaplan", f"type: {kind}")).program)
        about = made["p/index.html"].under("_om")
        assert "Overordnet plan ikke oppgitt" in about and "FN-mål ikke oppgitt" in about, "plans say the same things"


def test_un_counts_say_what_is_counted(pages: dict[str, Page]) -> None:
    text = " ".join(pages["fn/index.html"].text.split())
    assert "direkte 1 satsingsområde via mål 5 punkter: 1 utfordring, 2 mål, 2 strategier" in text


def test_a_plan_is_named_with_its_municipality_where_there_are_several() -> None:
    other = GOALS.replace("plan: p", "plan: q").replace("0301", "3101") + "emner: [vann]\n"
    made = site(workspace({"plans/p.yaml": f"{GOALS}emner: [vann]\n", "plans/q.yaml": other}).program)
    text = " ".join(made["emne/vann.html"].text.split())
    assert "Planen, Oslo (utkast)" in text and "Planen, Halden (utkast)" in text
    assert made["p/m1.html"].text.count("Planen, Oslo") == 1, "once, on the way here, on the plan's own pages"


def test_numbers_keep_together_with_their_signs(pages: dict[str, Page]) -> None:
    assert "75\N{NO-BREAK SPACE}%" in pages["samfunn/index.html"].html
    assert "§\N{NO-BREAK SPACE}3-2" in pages["handling/m3.html"].html


def test_kinds_that_read_alike_in_bokmål_have_english_plurals() -> None:
    plural = kind_words(Program(), "", "mål", translator("en"))
    assert plural == ("Goal", "Goals")


def made_of(text: str, as_of: str) -> dict[str, Page]:
    made = TARGET.produce(workspace(text).program, Output("nb", BOKMAL, as_of=as_of))
    files = {one.path.removeprefix("site/"): one for one in made}
    return {path: Page(one.render().decode()) for path, one in files.items() if path.endswith(".html")}


def front_and_plan(period: str, as_of: str) -> str:
    text = GOALS.replace("status: utkast", f"periode: {period}" if period else "")
    made = made_of(text, as_of)
    return "".join(made[path].text for path in ("index.html", "p/index.html"))


def test_a_period_is_over_only_after_the_day_a_build_speaks_of() -> None:
    assert front_and_plan("2020", "2021-01-01").count("2020 (perioden er over)") == 2
    for period, as_of in (("2020", "2020-12-31"), ("2020", ""), ("2020–", "2021-01-01")):
        assert "perioden er over" not in front_and_plan(period, as_of)


@pytest.mark.parametrize(
    ("period", "as_of", "heading"),
    [
        ("2020–2030", "2026-01-01", "Perioden løper"),
        ("2020–", "2026-01-01", "Perioden løper"),
        ("2027–2030", "2026-01-01", "Perioden har ikke begynt"),
        ("2020", "2026-01-01", "Perioden er over"),
        ("", "2026-01-01", "Perioden er ikke oppgitt"),
        ("2020", "", "Spør den som eier planen."),
    ],
)
def test_plans_of_unknown_status_are_listed_by_their_period(period: str, as_of: str, heading: str) -> None:
    text = " ".join(front_and_plan(period, as_of).split())
    about = "Det er ikke oppgitt om disse planene er vedtatt. Spør den som eier planen."
    assert f"Planer der status ikke er oppgitt {about}" in text and f"{heading} Temaplan Planen" in text


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        ("", "På høring nå: Planen (frist 20. november 2026)"),
        ("2026-11-20", "På høring nå: Planen (frist 20."),
        ("2026-11-21", "Ingen planer er på høring"),
    ],
)
def test_the_front_page_says_what_is_out_for_consultation(as_of: str, said: str) -> None:
    heard = GOALS.replace("utkast", "på høring") + "saksgang: [{steg: høring, periode: 2026-10-01–2026-11-20}]\n"
    assert said in " ".join(made_of(heard, as_of)["index.html"].text.split())


def test_the_front_page_says_whom_to_ask() -> None:
    settings = "arbeidsområde: nordvik\nkontakt: {rolle: Planlegger, epost: plan@nordvik.example}\n"
    page = site(workspace({"plans/p.yaml": GOALS, "plancompiler.yaml": settings}).program)["index.html"]
    assert "Spørsmål om planene: Planlegger, plan@nordvik.example" in " ".join(page.text.split())
    assert "Spørsmål om planene" not in site(workspace(GOALS).program)["index.html"].text


@pytest.mark.parametrize(
    ("status", "more", "said"),
    [
        ("utkast", "", "ikke ennå"),
        ("vedtatt", "", "dato ikke oppgitt"),
        ("ukjent", "", "ikke oppgitt"),
        ("vedtatt", "saksgang: [{steg: vedtak, dato: 2026-03-18}]\n", "18. mars 2026"),
    ],
)
def test_a_plan_always_says_whether_it_is_adopted(status: str, more: str, said: str) -> None:
    page = site(workspace(GOALS.replace("status: utkast", f"status: {status}") + more).program)["p/index.html"]
    assert f"Vedtatt {said} Kommune" in page.under("_om")


def test_what_a_plan_builds_on_is_in_both_views_and_its_un_goals_have_a_heading() -> None:
    plan = GOALS + "bygger_på: notat\nbærekraftsmål: [11, 3.4, 3, 17]\n"
    papers = "register: papirer\ndokumenter: [{id: notat, tittel: Et notat}]\n"
    page = site(workspace({"plans/p.yaml": plan, "plans/registre/papirer.yaml": papers}).program)["p/index.html"]
    assert "<div><dt>Bygger på</dt>" in page.html
    about = page.under("_om")
    places = [about.index(f"{sign} ") for sign in ("FN-mål 3", "FN-delmål 3.4", "FN-mål 11", "FN-mål 17")]
    assert places == sorted(places) and about.index("FN-mål FN-mål 3") < places[1]


def test_a_goal_page_says_that_the_period_of_its_plan_is_over() -> None:
    over = made_of(GOALS.replace("status: utkast", "periode: 2020"), "2021-01-01")["p/m1.html"]
    assert "Planen (perioden er over) Mål: Ro" in " ".join(over.text.partition("Full visning")[2].split())
    assert "perioden er over" not in made_of(GOALS, "2021-01-01")["p/m1.html"].text


@pytest.mark.parametrize(
    ("more", "measured"),
    [
        ("", False),
        ("    måltall: [{hva: Plasser, verdi: 20 plasser, år: 2030}]\n", True),
        ("    delmål: [{id: m3.d1, tittel: A, måltall: [{hva: Plasser, verdi: 20 plasser, år: 2030}]}]\n", True),
        ("    indikatorer: [{id: m3.i1, tittel: Antall}]\n", True),
        ("indikatorer: [{id: i1, tittel: Antall, bidrar_til: m3}]\n", True),
    ],
)
def test_a_goal_without_figures_says_that_the_plan_does_not_tell(more: str, measured: bool) -> None:
    page = site(workspace(f"{GOALS}  - id: m3\n    tittel: Lys\n    tekst: Det er mørkt.\n{more}").program)["p/m3.html"]
    said = page.html.count('<p class="aside">Her oppgir planen ikke hvordan målet måles.</p>')
    assert said == page.html.count("målet måles") == (0 if measured else 1)


def test_points_with_the_same_number_and_no_title_are_told_apart_by_what_they_stand_in() -> None:
    area = "  - {{id: {0}, tittel: {1}, strategier: [{{id: {0}.a, nummer: a, tekst: {2}}}, {{id: {0}.{3}, nummer: {3}"
    areas = area.format("bu", "Ute", "Gå tur.", "b") + ", tekst: Gå.}]}\n"
    areas += area.format("bo", "Inne", "Sitte.", "c") + ", tittel: Stå}]}\n"
    made = site(
        workspace(
            f"{GOALS}områder:\n{areas}kapitler: [{{id: k, tekst: Hei., bidrar_til: [bu.a, bo.a, bu.b]}}]\n"
        ).program
    )
    text = " ".join(made["p/index.html"].text.split())
    for named in ("Strategi a: Gå tur – Ute", "Strategi a: Sitte – Inne"):
        assert named in text
    assert "Strategi b: Gå" in text and "Strategi b: Gå –" not in text


def test_what_shares_its_title_with_another_is_listed_with_what_it_stands_in() -> None:
    area = "  - {{id: {0}, tittel: {1}, mål: [{{id: {0}.m1, tittel: Mestring}}, {{id: {0}.m2, tittel: {2}}}]}}\n"
    areas = area.format("bu", "Barn og unge", "Lek") + area.format("bo", "Bistand", "Hjem")
    made = site(workspace(f"{GOALS}områder:\n{areas}").program)
    page = made["p/index.html"]
    for place in ("Mestring – Barn og unge", "Mestring – Bistand"):
        assert place in page.under("_oversikt") and place in made["p/m1.html"].text
        assert f">{place}</span></a>" in page.html, "in the contents"
    assert "Lek –" not in page.text


def test_an_actor_without_responsibility_says_so_and_where_it_is_mentioned() -> None:
    register = "register: r\naktører: [{id: lag, navn: Laget, alias: Foreningen}]\n"
    text = GOALS.replace("tittel: Vann", "tittel: Vann, tekst: 'Med [[lag]].'").replace("utkast", "vedtatt")
    page = site(workspace({"plans/p.yaml": text, "plans/registre/r.yaml": register}).program)["aktor/lag.html"]
    shown = " ".join(page.text.split())
    silent = "«Planen» oppgir ikke hvem som har ansvar for noe."
    assert f"Ingen tiltak har denne aktøren som ansvarlig. {silent} Nevnt her Omtalt i Mål: Vann" in shown
    assert "Også kalt Foreningen" in shown


def test_departures_are_shown_with_or_without_a_procedure() -> None:
    page = site(workspace(GOALS + "avvik: [{regel: goal-not-followed-up, forklaring: Vi venter.}]\n").program)[
        "p/index.html"
    ]
    assert page.under("_avvik") == "Slik avviker planen, og hvorfor Vi venter." and "#_avvik" in page.links
    assert [one for one in page.all("section") if one.get("id") == "_avvik"] == [{"id": "_avvik"}], "in both views"
    assert "_avvik" not in site(workspace(GOALS).program)["p/index.html"].html


def test_the_overview_says_what_its_columns_and_counts_are() -> None:
    two = "mål: [{id: m3, tittel: A}, {id: m4, tittel: B}]"
    area = f"områder: [{{id: o1, tittel: Ute, {two}, strategier: [{{id: s1, tekst: Gå.}}]}}]"
    together = site(workspace(f"{GOALS}{area}\n").program)["p/index.html"].under("_oversikt")
    alone = site(workspace(GOALS).program)["p/index.html"].under("_oversikt")
    note = "Det som står sammen for flere mål eller bidrar til flere, er telt ved hvert av dem."
    assert note in together and note not in alone
    assert "Målene i planen og hvor mye som følger dem opp" in alone
    tied = GOALS.replace("tittel: Ro,", "tittel: Ro, bærekraftsmål: 3,")
    assert "Målene i planen, FN-målene de er knyttet til, og" in site(workspace(tied).program)["p/index.html"].text
    ends = GOALS.replace("[mål, delmål, strategi]", "[mål]").replace(
        "delmål: [{id: m1.d1, tittel: Stille}]", "nummer: 1"
    )
    assert "Målene kort Målene i planen Mål Mål 1: Ro" in site(workspace(ends).program)["p/index.html"].under(
        "_oversikt"
    )


def test_goals_of_others_are_counted_apart_and_own_goals_are_in_the_contents() -> None:
    two = "mål: [{id: m3, tittel: Dyp}, {id: m4, tittel: Fra andre, sitert: Andre}]"
    deep = f"kapitler: [{{id: a, tittel: A, kapitler: [{{id: b, tittel: B, {two}}}]}}]"
    page = site(workspace(f"{GOALS}{deep}\n").program)["p/index.html"]
    assert "3 mål 1 delmål I tillegg gjengir planen ett mål fra et annet sted." in " ".join(page.text.split())
    two_more = two.replace("tittel: Dyp", "tittel: Dyp, sitert: Andre")
    page_of_two = site(workspace(f"{GOALS}områder: [{{id: a, tittel: A, {two_more}}}]\n").program)["p/index.html"]
    assert "2 mål 1 delmål I tillegg gjengir planen 2 mål fra andre steder." in " ".join(page_of_two.text.split())
    assert page.links.count("#m3") == 2 and page.links.count("#m4") == 1, "in the contents, beside the permalink"


@pytest.mark.parametrize(
    ("goals", "told"),
    [
        ("{id: a, sitert: samfunn/m1WORK}, {id: b, tittel: Vårt}", "2 mål (1 fra Samfunnsdelen)"),
        ("{id: a, sitert: samfunn/m1WORK}, {id: b, sitert: samfunn/m2WORK}", "2 mål fra Samfunnsdelen"),
        (
            "{id: a, sitert: samfunn/m1WORK}, {id: b, sitert: samfunn/m2}, {id: c, tittel: C}",
            "2 mål (1 fra Samfunnsdelen)",
        ),
        ("{id: a, sitert: samfunn/m1WORK}, {id: b, tittel: B, sitert: Et notatWORK}", "2 mål fra andre"),
        ("{id: a, sitert: samfunn/m1WORK}", "1 mål fra Samfunnsdelen"),
        ("{id: b, tittel: Vårt}", "1 mål"),
        (
            "{id: a, sitert: samfunn/m1WORK}, {id: o, tittel: Over, nivå: overordnet}",
            "1 overordnet mål 1 mål fra Samfunnsdelen",
        ),
    ],
)
def test_the_goals_of_a_plan_are_counted_with_those_it_has_from_others(goals: str, told: str) -> None:
    work = (f", kapitler: [{{id: k{place}, tittel: K}}]" for place in range(goals.count("WORK")))
    plan = f"{GOALS.partition(_GOALS)[0]}mål: [{re.sub('WORK', lambda _: next(work), goals)}]\n"
    made = site(workspace({"plans/a.yaml": SUPERIOR, "plans/p.yaml": plan, "plans/r.yaml": REGISTER}).program)
    page, front = (" ".join(made[path].text.split()) for path in ("p/index.html", "index.html"))
    assert f" {told} " in page.partition("Om planen")[0] and f" {told} " in front


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("frist: løpende, status: løpende", "Når løpende"),
        ("frist: løpende, status: i gang", "Når løpende Status i gang"),
        ("frist: årlig", "Når årlig"),
        ("frist: planperioden", "Når planperioden"),
        ("frist: siste del av planperioden", "Når siste del av planperioden"),
        ("frist: hvert 4. år, periode: 2027–2030", "Periode 2027–2030 hvert 4. år"),
        ("frist: 2027-06, periode: 2027–2030", "Periode 2027–2030 frist juni 2027"),
        ("frist: 2027-06", "Frist juni 2027"),
        ("frist: høst 2027", "Frist høst 2027"),
    ],
)
def test_what_is_done_all_the_time_has_no_deadline(said: str, shown: str) -> None:
    plan = f"{GOALS.partition(_GOALS)[0]}mål: [{{id: m, tittel: M, virkemidler: [{{id: v, tekst: Gå., {said}}}]}}]\n"
    page = site(workspace(plan).program)["p/m.html"]
    assert f"Gå. {shown}" in page.under("v") and page.under("v").strip().endswith(shown)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("i budsjett", "i budsjett"),
        ("{form: i budsjett}", "i budsjett"),
        ("{form: i budsjett, tekst: Satt av i *2027*.}", "i budsjett: Satt av i 2027."),
        ('{form: i budsjett, tekst: "Satt av:\\n\\n- En\\n- To"}', "i budsjett Satt av: En To"),
    ],
)
def test_money_is_told_with_the_words_on_it(written: str, shown: str) -> None:
    work = f"virkemidler: [{{id: v, tekst: Gå., finansiering: {written}}}]"
    plan = f"{GOALS.partition(_GOALS)[0]}mål: [{{id: m, tittel: M, {work}}}]\n"
    assert site(workspace(plan).program)["p/m.html"].under("v").endswith(f"Gå. Finansiering {shown}")


def test_lists_count_all_that_leads_to_an_entry_and_say_so() -> None:
    register = (
        "register: r\naktører: [{id: oslo, navn: Oslo kommune, type: kommune, kommune: 0301}]\n"
        "dokumenter: [{id: d, tittel: Budsjettet, type: plan, utgiver: oslo}]\n"
    )
    made = site(workspace({"plans/p.yaml": GOALS, "plans/registre/r.yaml": register}).program)
    text = " ".join(made["aktor/index.html"].text.split())
    assert "Tallet er hvor mange planer, punkter og dokumenter som viser hit." in text and "Oslo kommune (2)" in text
    assert "Tallet er" not in made["tabeller/index.html"].text


def test_chapters_that_cite_a_document_say_which_goal_they_are_of() -> None:
    goals = "".join(
        f"  - {{id: m{number}, {named}, kapitler: [{{id: k{number}, tittel: Forankring, bygger_på: program}}]}}\n"
        for number, named in ((3, "nummer: 3, tittel: Lys"), (4, "kortnavn: Luft, tittel: Ren luft til alle"))
    )
    register = "register: r\ndokumenter: [{id: program, tittel: Programmet, type: plan}]\n"
    made = site(workspace({"plans/p.yaml": GOALS + goals, "plans/registre/r.yaml": register}).program)
    text = " ".join(made["dokument/program.html"].text.split())
    assert "Forankring (Mål 3)" in text and "Forankring (Luft)" in text


@pytest.fixture(scope="module")
def ours() -> dict[str, Page]:
    return site(assemble(read(ROOT)).program)


def test_pages_say_in_plain_words_what_our_sources_lack(ours: dict[str, Page]) -> None:
    figure = (
        "Beskrivelse av figuren: Hvordan kommuneplanen på lang sikt og handlingsprogrammet for fire år henger sammen."
    )
    assert f"{figure} Figuren står ikke i teksten vi har." in " ".join(
        ours["baerum-samfunnsdel-2035/index.html"].text.split()
    )
    assert not [path for path, page in ours.items() if "uttrekk" in page.text or "er falt ut" in page.text]


def test_our_own_example_is_nowhere_shown_as_a_plan_of_a_municipality(ours: dict[str, Page]) -> None:
    for path in (
        "index.html",
        "fn/3.html",
        "tabeller/ansvar.html",
        "aktor/fritid-kontoret.html",
        "fritid-2030/m1.html",
    ):
        text = " ".join(ours[path].text.split())
        assert text.count("Møteplasser i nabolaget") == text.count("Møteplasser i nabolaget (oppdiktet eksempel)") > 0
        # A regional plan that Bærum builds on has the name in its title.
        assert "Oslo" not in text.replace("Oslo og Akershus", "")


def test_a_picture_is_shown_and_comes_along() -> None:
    text = PLAN.replace("alt: En stige.", "alt: En stige., bilde: figurer/stige 1.png")
    files = {"plans/b.yaml": text, "plans/a.yaml": SUPERIOR, "plans/registre/alt.yaml": REGISTER}
    space = workspace({**files, "plans/figurer/stige 1.png": b"bilde"})
    assert "picture-missing" not in {one.code for one in space.diagnostics}
    page = site(space.program)["handling/index.html"]
    assert [one["src"] for one in page.all("img")] == ["bilder/figurer/stige%201.png"]
    assert [one["alt"] for one in page.all("img")] == ["En stige."]
    output = Output("nb", translator("nb"), {"plans/figurer/stige 1.png": b"bilde"}.__getitem__)
    made = {one.path: one for one in TARGET.produce(space.program, output)}
    assert made["site/handling/bilder/figurer/stige 1.png"].render() == b"bilde"
    html = workspace({**files, "plans/b.yaml": text.replace("stige 1.png", "ond.html"), "plans/figurer/ond.html": "x"})
    assert "picture-missing" in {one.code for one in html.diagnostics}
    assert not any(path.endswith("ond.html") for path in site(html.program))


def test_a_plan_whose_period_is_over_is_named_with_that_wherever_it_may_be_read_as_of_now() -> None:
    over = GOALS.replace("status: utkast", "periode: 2020").replace("Ro,", "Ro, bærekraftsmål: [3], emner: [ro],")
    made = made_of(over, "2021-01-01")
    for path in ("fn/3.html", "emne/ro.html", "tabeller/mal-fn.html"):
        assert "Planen (perioden er over)" in " ".join(made[path].text.split()), path
        assert "over)" not in made_of(over, "2020-12-31")[path].text
    # On its own pages it is said once, under the title.
    assert "Planen (perioden er over)" not in " ".join(made["p/index.html"].text.split())


def test_what_a_plan_is_restated_from_stands_on_the_page_of_the_plan_alone() -> None:
    text = GOALS.replace(
        "status:", "gjengivelse: egne ord\nkilde: Saken fra 2019\nurl: https://a.example/plan.pdf\nstatus:"
    )
    pages = site(workspace(text).program)
    said = "Dette er planen gjengitt med egne ord. Det er originalen som gjelder."
    for path, is_plan in (("p/index.html", True), ("p/m1.html", False)):
        page = pages[path]
        assert said in page.text
        assert ("Saken fra 2019" in page.text, "https://a.example/plan.pdf" in page.links) == (is_plan, is_plan)


def test_likelihood_agrees_with_what_it_is_said_of() -> None:
    said = {language: shown_word("sannsynlighet", "høy", translator(language)) for language in ("nb", "nn", "en")}
    assert said == {"nb": "høy", "nn": "høgt", "en": "high"}
    assert shown_word("konsekvens", "høy", translator("nn")) == "høg"


def test_the_menu_leads_to_several_un_goals() -> None:
    said = {language: translator(language).plural("FN-mål") for language in ("nb", "nn", "en")}
    assert said == {"nb": "FN-mål", "nn": "FN-mål", "en": "UN goals"}


def test_a_goal_with_no_work_of_its_own_says_whether_other_goals_contribute_to_it() -> None:
    plan = "plan: p\ntittel: Planen\nspråk: nb\nstatus: vedtatt\nmålstruktur: [mål, virkemiddel]\n"
    work = "virkemidler: [{id: v, tekst: Bygge.}]"
    goals = f"mål: [{{id: m, tittel: Ro}}, {{id: n, tittel: Lek, {work}, bidrar_til: [%s]}}]\n"
    for to, told in (
        ("m", "Ingen virkemidler er knyttet rett til målet, men andre punkter bidrar til det."),
        ("", "Ingen virkemidler er knyttet til målet."),
    ):
        assert told in " ".join(site(workspace(plan + goals % to).program)["p/m.html"].text.split())


def test_a_reason_that_follows_other_words_begins_without_a_capital() -> None:
    work = "virkemidler: [{id: v, tekst: Bygge., bidrar_til: [%s]}]\n"
    for beside, told in (
        ("{til: m, begrunnelse: Areal må stå klare.}", "(Areal må stå klare)"),
        ("{til: m, vekt: hoved, begrunnelse: Areal må stå klare.}", "(hovedvekt; areal må stå klare)"),
        ("{til: m, vekt: hoved, begrunnelse: NAV vil det.}", "(hovedvekt; NAV vil det)"),
    ):
        plan = f"plan: p\ntittel: Planen\nspråk: nb\nstatus: vedtatt\nmål: [{{id: m, tittel: Ro}}]\n{work % beside}"
        text = " ".join(site(workspace(plan).program)["p/index.html"].text.split())
        assert told in text, told


def test_a_un_goal_that_only_its_targets_have_something_for_is_not_said_to_have_nothing() -> None:
    text = GOALS.replace("tittel: Vann", "tittel: Vann, bærekraftsmål: 6.3").replace("utkast", "vedtatt")
    page = " ".join(site(workspace(text).program)["tabeller/fn-punkter.html"].text.split())
    assert "6 Rent vann og gode sanitærforhold ingen for målet selv, se delmålene nedenfor 6.3" in page
    assert "7 Ren energi til alle ingen ennå" in page
