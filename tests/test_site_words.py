"""What the pages say, and what they leave out: statuses, counts, dates, roles, pictures."""

from __future__ import annotations

import pytest

from nordvik import PLAN, REGISTER, SUPERIOR
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.targets.html import TARGET
from plancompiler.translate import translator
from plancompiler.wording import kind_words
from site_pages import Page, site
from workspaces import workspace


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
    assert "FN-mål 1 Utrydde fattigdom ingen ennå" in text and "i utkast 4" in text and "direkte 0" not in text


def test_ties_that_are_not_counted_say_how(pages: dict[str, Page]) -> None:
    text = " ".join(pages["fn/3.html"].text.split())
    assert "Mål 3: Alle er med direkte hovedvekt og via dette: 2 delmål, 1 virkemiddel" in text


def test_a_measure_shows_what_it_reaches_by_contributing() -> None:
    text = PLAN.replace(
        "id: m3.v1, tekst: Lage utlån., bidrar_til: [h1]", "id: m3.v1, tekst: Lage utlån., bidrar_til: [samfunn/m1]"
    )
    files = {"plans/a.yaml": SUPERIOR, "plans/b.yaml": text, "plans/registre/alt.yaml": REGISTER}
    page = site(workspace(files).program)["handling/m3.html"]
    assert "Via det punktet bidrar til: FN-mål 8" in page.under("m3.v1")


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
    assert {"Type", "Plan"} <= labels
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
    assert "Planen (utkast): 0 av 7 virkemidler har ansvarlig. Uten ansvarlig: 7. Tiltak 0. Tiltak 1." in text
    assert len(list(page.all("details"))) == 1 and "../p/index.html#v6" in page.links


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
    assert f"Ro 1 Vann {nothing} Følges opp i Programmet." in made["p/index.html"].under("_oversikt")
    assert nothing in made["p/m2.html"].text and nothing not in made["p/m1.html"].text


def test_a_goal_above_the_others_is_said_to_be_followed_up_by_them() -> None:
    above = GOALS.replace("{id: m2,", "{id: m2, nivå: overordnet,")
    made = site(workspace(above).program)
    assert "Målet følges opp av planens øvrige mål og strategier samlet." in made["p/m2.html"].text


def test_an_empty_goal_of_a_plan_that_ends_at_its_goals_says_so() -> None:
    ends = GOALS.replace("[mål, delmål, strategi]", "[mål]")
    made = site(workspace(ends).program)
    nothing = "Ingenting er knyttet til målet. Planen slutter på nivået mål, så ingenting skal følge det opp."
    assert nothing in made["p/m2.html"].text and nothing not in made["p/m1.html"].text


def test_a_document_lists_all_it_follows_up() -> None:
    register = "register: r\ndokumenter: [{id: program, tittel: Programmet, type: plan}]\n"
    made = site(
        workspace({"plans/p.yaml": f"{GOALS}følges_opp_i: program\n", "plans/registre/r.yaml": register}).program
    )
    text = " ".join(made["dokument/program.html"].text.split())
    assert "Planen som helhet Alle mål og delmål (3) Mål: Ro Delmål: Stille Mål: Vann" in text


def test_what_builds_on_a_document_is_not_also_said_to_mention_it() -> None:
    goal = "  - {id: m3, tittel: Lys, tekst: 'Etter [[program]].', bygger_på: program}\n"
    register = "register: r\ndokumenter: [{id: program, tittel: Programmet, type: plan}]\n"
    page = site(workspace({"plans/p.yaml": GOALS + goal, "plans/registre/r.yaml": register}).program)
    text = page["dokument/program.html"].text
    assert "Lagt til grunn i" in text and "Omtalt i" not in text


def test_headers_say_what_a_reader_looks_for_and_does_not_find(pages: dict[str, Page]) -> None:
    made = site(workspace(GOALS).program)
    about = made["p/index.html"].under("_om")
    assert "Overordnet plan ikke oppgitt" in about and "FN-mål ikke oppgitt" in about
    assert "Planer som ikke er knyttet til noe FN-mål Planen (utkast)" in " ".join(made["fn/index.html"].text.split())
    assert "ikke oppgitt" not in pages["samfunn/index.html"].under("_om") + pages["handling/index.html"].under("_om")
    pilot = site(workspace(GOALS.replace("type: temaplan", "type: pilotplan")).program)["p/index.html"].under("_om")
    assert "ikke oppgitt" not in pilot, "nobody looks for either in a pilot plan"


def test_un_counts_say_what_is_counted(pages: dict[str, Page]) -> None:
    text = " ".join(pages["fn/index.html"].text.split())
    assert "direkte 1 satsingsområde via mål 5 punkter: 1 utfordring, 2 mål, 2 strategiar" in text


def test_a_plan_is_named_with_its_municipality_where_there_are_several() -> None:
    other = GOALS.replace("plan: p", "plan: q").replace("0301", "3101") + "emner: [vann]\n"
    made = site(workspace({"plans/p.yaml": f"{GOALS}emner: [vann]\n", "plans/q.yaml": other}).program)
    text = " ".join(made["emne/vann.html"].text.split())
    assert "Planen, Oslo (utkast)" in text and "Planen, Halden (utkast)" in text
    assert "Planen, Oslo" not in made["p/m1.html"].text, "nobody is in doubt on the plan's own pages"


def test_numbers_keep_together_with_their_signs(pages: dict[str, Page]) -> None:
    assert "75\N{NO-BREAK SPACE}%" in pages["samfunn/index.html"].html
    assert "§\N{NO-BREAK SPACE}3-2" in pages["handling/m3.html"].html


def test_kinds_that_read_alike_in_bokmål_have_english_plurals() -> None:
    plural = kind_words(Program(), "", "mål", translator("en"))
    assert plural == ("Goal", "Goals")


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
