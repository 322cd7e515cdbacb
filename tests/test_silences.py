"""What the pages say of what plans leave unsaid: who, by when, for what money, and what a number does not tell."""

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
målstruktur: [mål, strategi, virkemiddel]
"""
REGISTER = "register: r\naktører: [{id: lag, navn: Laget}, {id: park, navn: Parken}]\n"


def pages_of(plan: str, **others: str) -> dict[str, Page]:
    """Return the site of a plan with those headed and named `q`, `r` and so on beside it."""
    return site(workspace({"plans/p.yaml": plan, "plans/registre/r.yaml": REGISTER, **others}).program)


def said(page: Page) -> str:
    return " ".join(page.text.split())


def measures(*more: str) -> str:
    """Return measures that say, each, what a text says."""
    return "[{}]".format(", ".join(f"{{id: v{place}, tekst: Bygge.{text}}}" for place, text in enumerate(more, 1)))


WHO, WHEN, PAID, MEASURED = (
    ", ansvarlig: lag",
    ", frist: 2027-06",
    ", finansiering: innenfor rammen",
    "nøkkeltall: [{hva: A, verdi: 2}]",
)
# A goal that says why it is a goal.
WHY = "{id: m, tittel: Ro, tekst: Mange ber om det"


@pytest.mark.parametrize(
    ("goal", "unsaid"),
    [
        ("", "hvordan målet måles"),
        (MEASURED, ""),
        ("nøkkeltall: [{hva: A, verdi: 2}]", ""),
        ("delmål: [{id: d, tittel: D, nøkkeltall: [{hva: A, verdi: 2}]}]", ""),
        ("kapitler: [{id: k, tittel: K, nøkkeltall: [{hva: A, verdi: 2}]}]", "hvordan målet måles"),
        (f"virkemidler: {measures('')}", "ansvarlig, frist, finansiering eller hvordan målet måles"),
        (f"{MEASURED}, virkemidler: {measures('')}", "ansvarlig, frist eller finansiering"),
        (
            f"{MEASURED}, virkemidler: {measures('', WHO)}",
            "frist eller finansiering. Ansvarlig er oppgitt for 1 av 2 virkemidler",
        ),
        (
            f"{MEASURED}, virkemidler: {measures(WHEN, PAID)}",
            "ansvarlig. Tidspunkt og finansiering er oppgitt for 1 av 2 virkemidler",
        ),
        (f"{MEASURED}, ansvarlig: lag, virkemidler: {measures(WHEN + PAID)}", ""),
        (f"{MEASURED}, virkemidler: {measures(WHO + PAID)}, milepæler: [{{id: a, tittel: A, frist: 2027}}]", ""),
        (f"{MEASURED}, strategier: [{{id: s, tekst: Møtes., periode: 2027–2028}}]", "ansvarlig eller finansiering"),
    ],
)
def test_a_goal_page_says_in_a_line_what_nothing_under_the_goal_tells(goal: str, unsaid: str) -> None:
    page = pages_of(f"{HEAD}mål: [{WHY}{', ' * bool(goal)}{goal}}}]\n")["p/m.html"]
    line = f'<p class="aside">Her oppgir planen ikke {unsaid}.</p>'
    assert page.html.count("Her oppgir planen") == page.html.count(line) == bool(unsaid)


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (measures(WHO + WHEN + PAID, WHEN + PAID), "Ansvarlig er oppgitt for 1 av 2 virkemidler."),
        (measures(WHO + WHEN + PAID, PAID), "Ansvarlig og tidspunkt er oppgitt for 1 av 2 virkemidler."),
        (
            measures(WHO + WHEN + PAID, WHEN + PAID, PAID),
            "Ansvarlig er oppgitt for 1 og tidspunkt for 2 av 3 virkemidler.",
        ),
        (measures(WHO + WHEN + PAID, WHO + WHEN + PAID), ""),
    ],
)
def test_a_goal_page_says_what_only_some_of_the_work_tells_where_nothing_is_wholly_untold(work: str, told: str) -> None:
    page = pages_of(f"{HEAD}mål: [{WHY}, {MEASURED}, virkemidler: {work}}}]\n")["p/m.html"]
    assert page.html.count(f'<p class="aside">{told}</p>') == page.text.count("oppgitt for") == bool(told)
    assert "Her oppgir" not in page.text


@pytest.mark.parametrize(
    ("goal", "above", "told"),
    [
        ("", "", False),
        ("tekst: Mange ber om det.", "", True),
        ("kapitler: [{id: k, tittel: Forankring, tekst: Mange ber om det.}]", "", True),
        ("utfordringer: [{id: u, tekst: Mange er trøtte.}]", "", True),
        ("bærekraftsmål: [{fn: 3, begrunnelse: Folk blir friske.}]", "", False),
        ("bærekraftsmål: [{fn: 3, vekt: bi}]", "", False),
        ("bidrar_til: [{til: o, begrunnelse: Folk blir friske.}]", "", True),
        ("bidrar_til: o", ", utfordringer: [{id: u, tekst: Mange er trøtte.}]", True),
        ("", ", tekst: Mange ber om det.", True),
        ("", ", kapitler: [{id: k, tittel: Innhold, tekst: Mange ber om det.}]", True),
    ],
)
def test_a_goal_page_says_that_nothing_tells_why(goal: str, above: str, told: bool) -> None:
    goals = f"mål: [{{id: m, tittel: Ro, {MEASURED}{', ' * bool(goal)}{goal}}}]"
    page = pages_of(f"{HEAD}områder: [{{id: o, tittel: Ute{above}, {goals}}}]\n")["p/m.html"]
    assert ("Her oppgir planen ikke begrunnelse." in said(page)) is not told


def test_a_quoted_goal_has_the_reason_of_the_goal_it_quotes() -> None:
    top = HEAD.replace("plan: p", "plan: q") + "mål: [{id: m, tittel: Ro, kapitler: [{id: k, tittel: Fred}]}]\n"
    page = pages_of(f"{HEAD}mål: [{{id: m, sitert: q/m}}]\n", **{"plans/q.yaml": top})["p/m.html"]
    assert "Her oppgir planen ikke hvordan målet måles." in said(page)


START = "utgangspunkt: {verdi: 1, år: 2025}"


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("måltall: [{hva: A, verdi: 2}]", False),
        (f"måltall: [{{hva: A, verdi: 2, {START}}}]", False),
        (f"måltall: [{{hva: A, verdi: 2, {START}}}], nøkkeltall: [{{hva: A, verdi: 1, år: 2025}}]", False),
        (f"måltall: [{{hva: A, verdi: 2, {START}}}], nøkkeltall: [{{hva: A, verdi: 1, år: 2026}}]", True),
        (
            f"måltall: [{{hva: A, verdi: 2, {START}}}], nøkkeltall: [{{hva: A, verdi: 3, år: 2027, art: prognose}}]",
            False,
        ),
        ("måltall: [{hva: A, verdi: 2}], nøkkeltall: [{hva: A, verdi: 1}]", True),
        ("måltall: [{hva: A, verdi: 2}], status: i gang", True),
        ("måltall: [{hva: A, verdi: 2}], indikatorer: [{id: i, tittel: A, nøkkeltall: [{verdi: 1}]}]", True),
        ("indikatorer: [{id: i, tittel: A, måltall: [{verdi: 2}]}]", False),
        ("indikatorer: [{id: i, tittel: A}]", True),
    ],
)
def test_a_goal_page_says_that_nothing_tells_how_far_it_has_come(goal: str, told: bool) -> None:
    page = pages_of(f"{HEAD}mål: [{WHY}, {goal}}}]\n")["p/m.html"]
    assert ("Her oppgir planen ikke hvor langt målet er nådd." in said(page)) is not told
    assert "måles." not in said(page)


@pytest.mark.parametrize(
    ("header", "goal", "told"),
    [
        ("", "", True),
        ("overordnet: q\n", "", False),
        ("overordnet: q\n", "bidrar_til: q/m", True),
        ("overordnet: q\n", "bidrar_til: q", True),
        ("overordnet: q\n", "bidrar_til: n", False),
        ("overordnet: q\n", "sitert: q/m", True),
        ("overordnet: q\n", "sitert: Samfunnsdelen", True),
        ("overordnet: q\n", "delmål: [{id: d, tekst: Fred., bidrar_til: q/m}]", True),
    ],
)
def test_a_goal_page_says_that_the_superior_goal_is_not_told(header: str, goal: str, told: bool) -> None:
    top = HEAD.replace("plan: p", "plan: q") + "mål: [{id: m, tittel: Alt}]\n"
    goals = f"mål: [{WHY}, {MEASURED}{', ' * bool(goal)}{goal}}}, {{id: n, tittel: Lek}}]\n"
    page = pages_of(HEAD + header + goals, **{"plans/q.yaml": top})["p/m.html"]
    unsaid = "Her oppgir planen ikke hvilket mål i overordnet plan dette følger opp."
    assert (unsaid in said(page)) is not told


def test_all_goals_below_one_that_quotes_a_superior_plan_follow_that_up() -> None:
    top = HEAD.replace("plan: p", "plan: q") + "mål: [{id: m, tittel: Alt}]\n"
    goals = f"mål: [{WHY}, {MEASURED}}}, {{id: n, nivå: overordnet, sitert: q/m}}]\n"
    page = pages_of(f"{HEAD}overordnet: q\n{goals}", **{"plans/q.yaml": top})["p/m.html"]
    assert "i overordnet plan" not in said(page)


def test_what_a_part_of_a_goal_follows_up_in_another_plan_is_told_of_the_goal() -> None:
    top = HEAD.replace("plan: p", "plan: q") + "mål: [{id: m, tittel: Alt}]\n"
    parts = "delmål: [{id: d, nummer: 1.1, tekst: Fred., bidrar_til: q/m}]"
    page = pages_of(f"{HEAD}overordnet: q\nmål: [{WHY}, {parts}}}]\n", **{"plans/q.yaml": top})["p/m.html"]
    assert "Bidrar til Mål: Alt (gjennom Delmål 1.1; Planen)" in said(page)


def test_a_goal_is_told_what_measures_its_area_and_what_it_shares_with_the_goals_beside_it() -> None:
    figure = "måltall: [{hva: A, verdi: 2}]"
    goals = "mål: [{id: m, tittel: Ro}, {id: n, tittel: Lek}]"
    area = f"områder: [{{id: o, tittel: Ute, {goals}, indikatorer: [{{id: i, tittel: Turer, {figure}}}]}}]\n"
    page = pages_of(HEAD + area)["p/m.html"]
    assert "Måles for området samlet Indikator: Turer – måltall A: 2" in said(
        page
    ) and "hvordan målet måles" not in said(page)
    shared = f"områder: [{{id: o, tittel: Ute, {goals}, strategier: [{{id: s, tekst: Gå tur., {figure}}}]}}]\n"
    page = pages_of(HEAD + shared)["p/m.html"]
    assert "Måles for området samlet Strategi: Gå tur – måltall A: 2" in said(page), "it measures neither goal"
    assert "hvordan målet måles." in said(page)


def test_the_figures_of_an_indicator_stand_beside_the_link_to_it() -> None:
    figures = "måltall: [{verdi: 75 %, år: 2030}], nøkkeltall: [{verdi: 60 %, år: 2024}, {verdi: 70 %, år: 2025}]"
    indicator = f"{{id: i, tittel: Turer, retning: opp, {figures}}}"
    page = pages_of(f"{HEAD}områder: [{{id: o, tittel: Ute, mål: [{WHY}}}], indikatorer: [{indicator}]}}]\n")[
        "p/m.html"
    ]
    told = "Indikator: Turer – måltall 75 % (2030); tall 60 % (2024), 70 % (2025); skal opp"
    assert f"Måles for området samlet {told}" in said(page) and "Her oppgir" not in page.text
    assert '<a href="index.html#i">Indikator: Turer</a> – måltall' in page.html
    bare = "indikatorer: [{id: i, tittel: Turer}]"
    page = pages_of(f"{HEAD}områder: [{{id: o, tittel: Ute, mål: [{WHY}}}], {bare}}}]\n")["p/m.html"]
    assert "Måles for området samlet Indikator: Turer" in said(page) and "Turer –" not in said(page)


OTHER = HEAD.replace("plan: p", "plan: q").replace("Planen", "Handlingsdelen")
LEFT = f"{OTHER}følger_ikke_opp: [{{til: p/m, begrunnelse: Andre gjør det.}}]\n"


@pytest.mark.parametrize(
    ("header", "others", "told"),
    [
        ("", LEFT, "Følges ikke opp av Handlingsdelen (Andre gjør det)"),
        (
            "",
            LEFT.replace(".}", "., følges_opp_i: [Kulturplanen]}"),
            "Kulturplanen (ifølge Handlingsdelen: Andre gjør det)",
        ),
        (
            "",
            LEFT.replace(", begrunnelse: Andre gjør det.", ", følges_opp_i: [Sykkelplanen]"),
            "(ifølge Handlingsdelen)",
        ),
        ("følges_opp_i: [Kulturplanen]\n", OTHER, "Følges opp i Kulturplanen"),
    ],
)
def test_a_goal_page_says_who_says_that_it_is_followed_up_elsewhere_or_not_at_all(
    header: str, others: str, told: str
) -> None:
    goals = f"mål: [{WHY}}}, {{id: n, tittel: Lek, strategier: [{{id: s, tekst: Gå.}}]}}]\n"
    pages = pages_of(HEAD + header + goals, **{"plans/q.yaml": others})
    page = pages["p/m.html"]
    assert told in said(page) and said(page).count("Følges ikke opp av") == told.startswith("Følges ikke")
    shown = page.html[
        : page.html.index("Andre gjør" if "Andre" in told else "ifølge" if "(" in told else "Kulturplanen")
    ]
    assert 'class="more"' not in shown[shown.rindex("<dt") :], "in the simple view too"
    assert "ifølge" not in page.text or "Handlingsdelen sier at det skal følges opp i" in said(pages["p/index.html"])


def test_what_the_header_or_a_contribution_tells_is_told() -> None:
    goals = f"mål: [{WHY}, {MEASURED}}}, {{id: n, tittel: Lek, tekst: Mange ber om det.}}]\n"
    work = f"virkemidler: {measures(', bidrar_til: m' + WHO + WHEN, ', bidrar_til: m')}\n"
    pages = pages_of(f"{HEAD}finansiering: innenfor rammen\n{goals}{work}")
    assert "Her oppgir" not in pages["p/m.html"].text
    assert "Her oppgir planen ikke hvordan målet måles." in said(pages["p/n.html"]), "no work is asked of who does it"


NOTHING = "Ingen tiltak har denne aktøren som ansvarlig."


@pytest.mark.parametrize(
    ("others", "why"),
    [
        (["", ""], "«Planen» oppgir ikke ansvarlig for noen av sine 3 virkemidler."),
        ([", ansvarlig: park", ""], "«Planen» oppgir ansvarlig for bare 1 av 3 virkemidler."),
        ([", ansvarlig: park", ", ansvarlig: park"], ""),
        ([], ""),
    ],
)
def test_an_actor_without_tasks_is_told_where_plans_seldom_say_who_has_them(others: list[str], why: str) -> None:
    goal = f"mål: [{{id: m, tittel: Ro, virkemidler: {measures(', samarbeider_med: lag', *others)}}}]\n"
    text = said(pages_of(HEAD + goal)["aktor/lag.html"])
    assert f"{NOTHING} {why}".strip() + " Samarbeider om" in text


def test_an_actor_is_told_where_the_plan_that_names_it_has_no_measures_and_names_nobody() -> None:
    for who, why in (("", " «Planen» oppgir ikke hvem som har ansvar for noe."), (", ansvarlig: park", "")):
        goal = f"mål: [{{id: m, tittel: Ro, strategier: [{{id: s, tekst: Lære., samarbeider_med: lag{who}}}]}}]\n"
        assert f"{NOTHING}{why} Samarbeider om" in said(pages_of(HEAD + goal)["aktor/lag.html"])


def test_a_plan_that_does_not_name_an_actor_is_not_blamed_on_its_page() -> None:
    goal = f"mål: [{{id: m, tittel: Ro, virkemidler: {measures('', '')}}}]\n"
    assert "oppgir" not in pages_of(HEAD + goal)["aktor/lag.html"].under("_innhold")


def test_who_is_missing_stands_above_the_pictures_and_the_rows() -> None:
    goal = f"mål: [{{id: m, tittel: Ro, virkemidler: {measures(WHO, '', '')}}}]\n"
    page = said(pages_of(HEAD + goal)["tabeller/ansvar.html"])
    line = "Ansvar Planen: 1 av 3 virkemidler har ansvarlig. Uten ansvarlig: 2. Bygge; Bygge Hvem som har ansvaret for"
    assert line in page


NOBODY = "Planen oppgir ikke hvem du kan spørre."
UNSUMMED = "Planen har ikke noe sammendrag."
HEARING = "saksgang: [{steg: høring, periode: 2025-08-10–2025-10-01}]\n"
NOT_HEARD = "Planen er ikke på høring nå."
CONTACT = "kontakt: {rolle: Planlegger, epost: plan@by.example}\n"
GOAL = "mål: [{id: m, tittel: Ro}]\n"


@pytest.mark.parametrize(
    ("more", "settings", "told", "untold"),
    [
        (GOAL, "", ["Rulleres ikke oppgitt", "Erstatter ikke oppgitt", f"Kontakt {NOBODY}"], [NOT_HEARD]),
        (GOAL, "", ["Høring ikke oppgitt", "Bygger på ikke oppgitt"], []),
        (f"{GOAL}{HEARING}", "", [], ["Høring ikke oppgitt"]),
        (GOAL, "", [f"Sammendrag {UNSUMMED}"], []),
        (f"{GOAL}sammendrag: Vi vil ha ro.\n", "", [], [UNSUMMED]),
        (f"{GOAL}rulleres: årlig\n", "", ["Rulleres årlig"], ["Rulleres ikke oppgitt"]),
        (f"{GOAL}neste_rullering: 2029\n", "", ["Neste rullering 2029"], ["Rulleres ikke oppgitt"]),
        (GOAL + CONTACT, "", ["Kontakt Planlegger plan@by.example"], [NOBODY]),
        (GOAL, CONTACT, ["Rulleres ikke oppgitt"], [NOBODY]),
        (f"{GOAL}status: utkast\n", "", [f"Høring {NOT_HEARD}"], ["Vil du si noe"]),
        (f"{GOAL}status: utkast\n", CONTACT, [f"{NOT_HEARD} Vil du si noe om den, kan du skrive til kontakten."], []),
        (f"{GOAL}status: på høring\n", "", [NOBODY], [NOT_HEARD]),
        (f"{GOAL}status: opphevet\n", "", [NOBODY], ["Rulleres"]),
        ("", "", [], ["Rulleres", NOBODY, "Erstatter", UNSUMMED]),
        ("status: utkast\n", "", [], [NOT_HEARD]),
    ],
)
def test_about_the_plan_says_what_readers_look_for(
    more: str, settings: str, told: list[str], untold: list[str]
) -> None:
    head = HEAD.replace("status: vedtatt\n", "") if "status" in more else HEAD
    others = {"plancompiler.yaml": f"arbeidsområde: by\n{settings}"} if settings else {}
    about = " ".join(pages_of(head + more, **others)["p/index.html"].under("_om").split())
    assert [one for one in told if one not in about] == [one for one in untold if one in about] == []


def decided(plan: str, day: str, status: str = "vedtatt") -> str:
    text = f"{HEAD}saksgang: [{{steg: vedtak, dato: {day}}}]\n" if day else HEAD
    named = text.replace("plan: p", f"plan: {plan}").replace("tittel: Planen", f"tittel: Plan {plan}")
    return named.replace("status: vedtatt", f"status: {status}")


@pytest.mark.parametrize(
    ("first", "second", "said_first"),
    [
        (decided("p", "2024-05-01"), decided("q", "2025-06-02"), "Sist vedtatt: Plan q (2. juni 2025)"),
        (decided("p", "2025-06-02"), decided("q", ""), "Sist vedtatt: Plan p (2. juni 2025)"),
        (decided("p", "2025"), decided("q", "2025-06-02", "opphevet"), "Sist vedtatt: Plan p (2025)"),
        (decided("p", ""), decided("q", ""), "Ingen av planene oppgir når de er vedtatt."),
        (decided("p", "", "utkast"), decided("q", "", "utkast"), ""),
    ],
)
def test_the_front_page_says_what_was_adopted_last(first: str, second: str, said_first: str) -> None:
    text = said(pages_of(first, **{"plans/q.yaml": second})["index.html"])
    assert said_first in text
    assert ("Sist vedtatt" in text or "Ingen av planene oppgir" in text) is bool(said_first)


LONG = "Gi alle som vil det, et sted å være sammen med andre både på hverdager, i helger og om kvelden året rundt."


def test_what_serves_all_of_an_area_is_said_to_and_stands_whole() -> None:
    area = (
        "områder:\n  - {id: o, tittel: Eldreomsorg, mål: [{id: m, tittel: Ro}, {id: n, tittel: Lek}], "
        f"strategier: [{{id: s, tekst: '{LONG}'}}, {{id: t, tekst: Møtes.}}]}}\n"
        "virkemidler: [{id: v, tekst: Bygge., bidrar_til: m}]\n"
    )
    pages = pages_of(HEAD + area)
    every = f"Strategier for hele «Eldreomsorg» {LONG} Møtes."
    assert f"Får bidrag fra Virkemiddel: Bygge Felles, hører til under Planen {every}" in said(pages["p/m.html"])
    assert every in said(pages["p/n.html"]) and "Får bidrag fra" not in said(pages["p/n.html"])


def test_a_goal_page_shows_the_short_name_that_leads_to_it_and_whose_plan_it_is_in() -> None:
    goals = "mål: [{id: m, nummer: 1, kortnavn: Ledelse, tittel: Alle vet hvem som leder}, {id: n, tittel: Lek}]\n"
    other = (HEAD + GOAL).replace("plan: p", "plan: q").replace("0301", "3101")
    alone, beside = pages_of(HEAD + goals), pages_of(HEAD + goals, **{"plans/q.yaml": other})
    assert '<span class="called">Mål 1 Ledelse<span class="colon">:</span></span>' in alone["p/m.html"].html
    assert '<span class="called">Mål<span class="colon">:</span></span>' in alone["p/n.html"].html
    assert "Forsiden Planen Mål: Lek" in said(alone["p/n.html"])
    assert "Forsiden Planen, Oslo Mål: Lek" in said(beside["p/n.html"]), "among several it is said whose plan it is"


def test_the_figure_of_the_plans_says_whose_documents_are() -> None:
    register = """\
register: r
aktører:
  - {id: oslo, navn: Oslo kommune, type: kommune, kommune: 0301}
  - {id: halden, navn: Halden kommune, type: kommune, kommune: 3101}
dokumenter:
  - {id: a, tittel: Samfunnsdelen, type: plan, utgiver: oslo}
  - {id: b, tittel: Samfunnsdelen, type: plan, utgiver: halden}
  - {id: c, tittel: Boligplan for Halden, type: plan, utgiver: halden}
"""
    first, second = (f"{HEAD}{GOAL}overordnet: {one}\n" for one in ("a", "[b, c]"))
    second = second.replace("plan: p", "plan: q").replace("0301", "3101")
    alone = site(workspace({"plans/p.yaml": first, "plans/r.yaml": register}).program)["index.html"]
    both = site(workspace({"plans/p.yaml": first, "plans/q.yaml": second, "plans/r.yaml": register}).program)
    assert "Samfunnsdelen, Oslo" in said(both["index.html"]) and "Samfunnsdelen, Halden" in said(both["index.html"])
    assert "Boligplan for Halden, Halden" not in said(both["index.html"])
    assert "Samfunnsdelen, Oslo" not in said(alone), "there is only one it can be"


def test_a_figure_that_counts_work_alone_says_so_where_it_has_none() -> None:
    goal = f"mål: [{{id: m, tittel: Ro, bærekraftsmål: 2, virkemidler: {measures('')}}}]\n"
    figure = said(pages_of(HEAD + goal)["fn/index.html"])
    heads = "FN-mål Virkemidler og strategier via mål Virkemidler og strategier direkte"
    assert f"{heads} 1 Utrydde fattigdom ingen ingen 2 Utrydde sult 1 (Planen: 1) ingen" in figure


def test_the_switch_says_what_the_full_view_has_besides() -> None:
    pages = pages_of(HEAD + GOAL)
    told = "Enkel visning Full visning Full visning har også {}kilder, begrunnelser og koblinger."
    work = pages_of(HEAD + "mål: [{id: m, tittel: Ro, virkemidler: [{id: v, tekst: Bygge., frist: 2027}]}]\n")
    assert told.format("hvem som gjør hva og når, ") in said(work["p/index.html"])
    assert told.format("") in said(pages["p/index.html"])
    assert told.format("") in said(pages["p/m.html"])
    assert "Full visning" not in pages["index.html"].text


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (", vekt: bi", "", "Der det ikke står hvor mye det veier, sier ikke planen det."),
        (", begrunnelse: Fred., vekt: bi", ", vekt: bi", "Der det ikke står hvorfor, sier ikke planen det."),
        (
            ", begrunnelse: Fred.",
            ", vekt: bi",
            "Der det ikke står hvorfor eller hvor mye det veier, sier ikke planen det.",
        ),
        (", begrunnelse: Fred., vekt: bi", ", begrunnelse: Lek., vekt: hoved", ""),
        ("", "", ""),
    ],
)
def test_a_un_goal_says_that_nothing_is_kept_back_where_only_some_ties_are_explained(
    first: str, second: str, told: str
) -> None:
    ties = ((name, f"bærekraftsmål: [{{fn: 2{more}}}]") for name, more in (("m", first), ("n", second)))
    goals = ", ".join(f"{{id: {name}, tittel: Ro, {tie}}}" for name, tie in ties)
    page = said(pages_of(f"{HEAD}mål: [{goals}]\n")["fn/2.html"])
    assert told in page and page.count("sier ikke planen det.") == bool(told)


UNPUBLISHED = "Utgiver ikke oppgitt"
WHAT_FOR = "Planene sier ikke om det er hjemmel, føring eller kunnskap."


@pytest.mark.parametrize(
    ("document", "ground", "told", "untold"),
    [
        ("type: veileder", "d", [UNPUBLISHED, f"Lagt til grunn i (1) {WHAT_FOR} Planen"], []),
        ("type: veileder, utgiver: Staten", "d", ["Utgiver Staten"], [UNPUBLISHED]),
        ("type: lov", "d", [WHAT_FOR], [UNPUBLISHED]),
        ("type: veileder", "{til: d, begrunnelse: Den er en føring.}", [UNPUBLISHED], [WHAT_FOR]),
        ("type: kunnskapsgrunnlag", "d", [UNPUBLISHED], [WHAT_FOR]),
        ("type: plan, plan: p", "", ["Dokumentet er en plan her"], [UNPUBLISHED, WHAT_FOR]),
    ],
)
def test_a_document_says_who_it_is_from_and_that_nobody_says_what_it_is_used_for(
    document: str, ground: str, told: list[str], untold: list[str]
) -> None:
    register = f"register: d\ndokumenter: [{{id: d, tittel: Rådene, {document}}}]\n"
    plan = HEAD + (f"bygger_på: [{ground}]\n" if ground else "") + GOAL
    page = said(pages_of(plan, **{"plans/registre/d.yaml": register})["dokument/d.html"])
    assert [one for one in told if one not in page] == [one for one in untold if one in page] == []


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (measures(WHO), True),
        (measures(f"{WHO}, status: i gang"), True),
        (measures(WHO, f"{WHO}, status: forsinket"), False),
        (measures(", samarbeider_med: lag"), False),
    ],
)
def test_an_actor_is_told_that_no_plan_says_that_anything_is_late(work: str, told: bool) -> None:
    page = said(pages_of(f"{HEAD}mål: [{{id: m, tittel: Ro, virkemidler: {work}}}]\n")["aktor/lag.html"])
    line = "Planene sier ikke at noe denne aktøren har ansvaret for, er forsinket, utsatt eller stanset."
    assert page.count(line) == told


@pytest.mark.parametrize(
    ("source", "told"), [("Ro", "en tekst med samme tittel"), ("Planprogrammet", "Planprogrammet")]
)
def test_what_is_quoted_from_its_namesake_does_not_name_it_once_more(source: str, told: str) -> None:
    page = said(
        pages_of(f"{HEAD}kapitler: [{{id: k, tittel: Ro, tekst: Stille., sitert: {source}}}]\n")["p/index.html"]
    )
    assert f"Stille. Gjengitt fra {told}" in page
