"""What a superior goal tells of the work that other plans hang under it, and what a quoting goal tells back."""

from __future__ import annotations

from textwrap import indent

import pytest

from nordvik_workspace import NEW, SUPERIOR, built, case
from plancompiler.figures import has_target, is_measured
from plancompiler.followup import follow_up
from plancompiler.views.hung_work import hung
from site_pages import Page, site
from workspaces import workspace

TOP = """\
plan: over
tittel: Samfunnsdelen
type: samfunnsdel
kommune: 0301
språk: nb
status: vedtatt
målstruktur: [mål, strategi]
"""
UNDER = """\
plan: under
tittel: Handlingsdelen
type: handlingsdel
kommune: 0301
språk: nb
status: vedtatt
overordnet: over
målstruktur: [mål, virkemiddel]
betegnelser: {virkemiddel: [Tiltak, Tiltak]}
"""
REGISTER = "register: r\naktører: [{id: park, navn: Parken}]\n"
STRATEGY = "strategier: [{id: s, tekst: Møtes.}]"
WORK = """\
mål:
  - id: ro
    sitert: over/m
    virkemidler:
      - id: v1
        nummer: 1
        tekst: Bygge.
        ansvarlig: park
        frist: 2027-06
        status: i gang
        finansiering: i budsjett
        kostnader: [{hva: Planker, verdi: 9 kr, år: 2027}, {verdi: 2 kr}]
      - {id: v2, tekst: Rydde., prioritering: foreslått}
"""


def pages_of(goal: str, under: str = UNDER + WORK, **others: str) -> dict[str, Page]:
    """Return the site of a superior plan with one goal, of a plan under it, and of what stands beside them."""
    top = f"{TOP}mål: [{{id: m, tittel: Ro, tekst: Mange ber om det{', ' * bool(goal)}{goal}}}]\n"
    return site(workspace({"plans/o.yaml": top, "plans/u.yaml": under, "plans/r.yaml": REGISTER, **others}).program)


def said(page: Page) -> str:
    return " ".join(page.text.split())


LISTED = (
    "Tiltak i Handlingsdelen Står under Mål: Ro "
    "Tiltak 1: Bygge Hovedansvarlig Parken Frist juni 2027 Status i gang Finansiering i budsjett "
    "Kostnader Planker: 9 kr (2027) 2 kr "
    "Tiltak: Rydde Prioritering foreslått, ikke vedtatt"
)


def test_a_superior_goal_lists_the_work_that_hangs_under_it_in_both_views() -> None:
    page = pages_of(STRATEGY)["over/m.html"]
    assert LISTED in said(page)
    assert "1 strategi 2 tiltak i Handlingsdelen" in said(page)
    listed = page.html[page.html.index("Tiltak i Handlingsdelen</h2>") : page.html.index("Koblet hit")]
    assert 'class="more"' not in listed.split("</div>")[0], "the simple view has all of it"


def test_what_only_contributes_to_a_goal_in_the_other_plan_is_told_apart_from_what_hangs_under_it_there() -> None:
    other = "  - {id: fred, tittel: Fred, virkemidler: [{id: v3, nummer: 3, tekst: Tie., bidrar_til: ro}]}\n"
    text = said(pages_of(STRATEGY, UNDER + WORK + other)["over/m.html"])
    assert "3 tiltak i Handlingsdelen" in text
    hangs, _, contributes = text.partition("Tiltak i Handlingsdelen som også bidrar")
    assert "Tiltak i Handlingsdelen Står under Mål: Ro Tiltak 1: Bygge" in hangs and "Tie" not in hangs
    assert contributes.strip().startswith("Tiltak 3: Tie Felles, hører til under Mål: Fred")


@pytest.mark.parametrize(
    ("under", "why"),
    [
        (UNDER.replace("vedtatt", "utkast") + WORK, "a draft is no plan to follow"),
        (UNDER.replace("vedtatt", "opphevet") + WORK, "nor one that has ended"),
        (f"{UNDER}mål: [{{id: ro, sitert: over/m}}]\n", "nothing hangs there"),
        (f"{UNDER}kapitler:\n- id: k\n  tittel: K\n  prioritering: foreslått\n{indent(WORK, '  ')}", "not decided"),
    ],
)
def test_only_what_is_done_is_listed(under: str, why: str) -> None:
    assert "tiltak i handlingsdelen" not in said(pages_of(STRATEGY, under)["over/m.html"]).lower(), why


def test_a_quoted_goal_further_down_and_goals_under_the_quote_are_the_goals_too() -> None:
    under = UNDER.replace("[mål, virkemiddel]", "[mål, delmål, virkemiddel]")
    nested = "mål:\n- {id: ro, sitert: over/m, delmål: [{id: d, tittel: Fred, virkemidler: [{id: v, tekst: Tie.}]}]}\n"
    text = said(pages_of("", under + nested)["over/m.html"])
    assert "Delmål i Handlingsdelen Står under Mål: Ro Delmål: Fred Tiltak i Handlingsdelen Tiltak: Tie" in text
    lower = "mål:\n- {id: x, tittel: X, delmål: [{id: d, sitert: over/d, virkemidler: [{id: v, tekst: Tie.}]}]}\n"
    page = pages_of("delmål: [{id: d, tittel: Stille}]", under + lower)["over/m.html"]
    assert "Tiltak i Handlingsdelen Står under Delmål: Stille Tiltak: Tie" in said(page)


@pytest.mark.parametrize(
    ("goal", "unsaid"),
    [
        (STRATEGY, "Her oppgir planen ikke hvordan målet måles."),
        (f"{STRATEGY}, nøkkeltall: [{{hva: A, verdi: 2}}]", ""),
        ("", "Her oppgir planen ikke hvordan målet måles."),
    ],
)
def test_what_another_plan_tells_of_a_goal_is_told(goal: str, unsaid: str) -> None:
    text = said(pages_of(goal)["over/m.html"])
    assert unsaid in text and text.count("Her oppgir planen") == bool(unsaid)


def test_money_that_the_other_plan_has_for_all_it_does_is_said_once_and_is_told() -> None:
    header = f"{UNDER}finansiering: innenfor rammen\n"
    pages = pages_of(f"{STRATEGY}, ansvarlig: park", header + WORK)
    text = said(pages["over/m.html"])
    assert "Står under Mål: Ro Finansiering innenfor rammen (gjelder hele Handlingsdelen) Tiltak 1" in text
    assert text.count("innenfor rammen") == 1 and "finansiering eller" not in text
    own = said(pages["under/ro.html"])
    assert "Finansiering innenfor rammen (gjelder hele Handlingsdelen)" in own and own.count("innenfor rammen") == 1


@pytest.mark.parametrize(
    ("measures", "told"),
    [
        ("[{id: v, tekst: Tie., finansiering: i budsjett}]", 0),
        ("[{id: v, tekst: Tie.}, {id: w, tekst: Le.}]", 1),
        ("[]", 0),
    ],
)
def test_money_of_the_header_is_told_where_a_measure_has_none_of_its_own(measures: str, told: int) -> None:
    plan = f"{UNDER}finansiering: innenfor rammen\nmål: [{{id: n, tittel: Lek, virkemidler: {measures}}}]\n"
    text = said(pages_of("", plan)["under/n.html"])
    assert text.count("Finansiering innenfor rammen (gjelder hele Handlingsdelen)") == told
    assert text.count("innenfor rammen") == told


def test_what_is_said_of_the_money_and_what_it_holds_for_are_one_sentence() -> None:
    header = f"{UNDER}finansiering: {{form: i budsjett, tekst: Pengene er satt av.}}\n"
    text = said(pages_of(STRATEGY, header + WORK)["over/m.html"])
    assert "Pengene er satt av (gjelder hele Handlingsdelen)" in text and "av. (" not in text


def test_the_figures_of_a_quoted_goal_are_shown_where_it_is_quoted() -> None:
    one = pages_of("måltall: [{hva: Benker, verdi: 2}], kostnader: [{verdi: 77 kr}]")["under/ro.html"]
    assert "Måltall Benker: 2 fra Samfunnsdelen" in said(one)
    assert "77 kr" not in one.text, "what the goal costs there is not what it costs here"
    two = pages_of("måltall: [{hva: Benker, verdi: 2}, {hva: Bord, verdi: 3}]")["under/ro.html"]
    assert "Måltall fra Samfunnsdelen Hva Mål Benker 2 Bord 3" in said(two)
    by = pages_of("indikatorer: [{id: i, tittel: Folk ute}]")["under/ro.html"]
    assert "Måles med Indikator: Folk ute (Samfunnsdelen)" in said(by)
    assert not any("hvordan målet måles" in page.text for page in (one, two, by))
    assert "Her oppgir planen ikke" in pages_of("")["under/ro.html"].text


def test_a_replaced_plan_that_quotes_a_goal_does_not_measure_it() -> None:
    old = f"{UNDER.replace('vedtatt', 'opphevet')}mål: [{{id: ro, sitert: over/m, måltall: [{{hva: A, verdi: 2}}]}}]\n"
    assert "hvordan målet måles" in pages_of("", old)["over/m.html"].text
    now = old.replace("opphevet", "vedtatt")
    assert "hvordan målet måles" not in pages_of("", now)["over/m.html"].text


def test_in_nordvik_every_goal_that_the_action_plan_works_on_lists_its_measures() -> None:
    program = case().program
    pages = built().pages
    listed = {}
    for name, node in program.nodes.items():
        if node.plan == SUPERIOR and node.kind == "mål" and (found := hung(program, name)):
            answer = follow_up(program, name)
            assert answer is not None and {plan for plan, _ in found} <= {program.nodes[by].plan for by in answer.by}
            listed[node.id] = [one.id for work in found.values() for one in work]
            text = said(pages[f"{SUPERIOR}/{node.id}.html"])
            assert all(f"#{one}" in pages[f"{SUPERIOR}/{node.id}.html"].html for one in listed[node.id])
            assert f"{len(listed[node.id])} tiltak i Handlingsdelen 2027–2030" in text
    assert listed["arbeid.m1"] == ["arbeid.v1", "arbeid.v3", "arbeid.v4", "unge.v1"]
    assert listed["lokal.m1"] == [f"moteplasser.v{number}" for number in range(1, 5)]
    assert "Måltall Møteplassar: Ein i kvar grend (2030) fra Samfunnsdelen 2025–2037" in said(
        pages[f"{NEW}/moteplasser.html"]
    )
    quoting = program.nodes[f"{NEW}/moteplasser"]
    assert is_measured(program, quoting) and has_target(program, quoting)


def test_the_plan_page_says_what_other_plans_have_for_its_goals() -> None:
    page = pages_of(STRATEGY)["over/index.html"]
    assert "Ro 2 tiltak i Handlingsdelen 1" in page.under("_oversikt")
    assert "Ikke tegnet: 2 tiltak i Handlingsdelen. Alt står i tabellen." in page.under("_bilder")
    alone = pages_of(STRATEGY, UNDER)["over/index.html"]
    assert "i Handlingsdelen" not in alone.under("_oversikt") + alone.under("_bilder")


MIDDLE = "mål: [{id: ro, sitert: over/m}]\n"
LAST = """\
plan: innerst
tittel: Temaplanen
type: temaplan
kommune: 0301
språk: nb
status: vedtatt
målstruktur: [mål, virkemiddel]
mål: [{id: ro, sitert: under/ro, virkemidler: [{id: v, tekst: Tie.}]}]
"""


@pytest.mark.parametrize(
    ("middle", "last", "plans"),
    [
        (MIDDLE, LAST, ["innerst"]),
        (MIDDLE.replace("over/m", "over/m, virkemidler: [{id: v, tekst: Le.}]"), LAST, ["under", "innerst"]),
        (
            MIDDLE,
            f"{LAST[:-2]}, {{id: fred, sitert: over/m, virkemidler: [{{id: w, tekst: Le., bidrar_til: ro}}]}}]\n",
            ["innerst"],
        ),
        # In a ring, and back to the plan that the goal is in.
        (MIDDLE[:-2] + ", {id: ring, sitert: innerst/ro}]\n", LAST, ["innerst"]),
        (MIDDLE, LAST.replace("vedtatt", "utkast"), []),
        (f"kapitler: [{{id: k, tittel: K, prioritering: foreslått, {MIDDLE.strip()}}}]\n", LAST, []),
    ],
)
def test_work_under_the_quotation_of_a_quotation_is_the_goals_too(middle: str, last: str, plans: list[str]) -> None:
    files = {"o": f"{TOP}mål: [{{id: m, tittel: Ro}}]\n", "u": UNDER + middle, "i": last}
    program = workspace({f"plans/{name}.yaml": text for name, text in files.items()}).program
    assert [plan for plan, _ in hung(program, "over/m")] == plans
    text = said(site(program)["over/m.html"])
    assert text.count("Tie") == ("innerst" in plans)
    assert ("i Temaplanen" in text) == ("innerst" in plans)


def test_quotations_in_a_ring_come_to_an_end() -> None:
    files = {"o": f"{TOP}mål: [{{id: m, tittel: Ro, sitert: innerst/ro}}]\n", "u": UNDER + MIDDLE, "i": LAST}
    program = workspace({f"plans/{name}.yaml": text for name, text in files.items()}).program
    assert [plan for plan, _ in hung(program, "over/m")] == ["innerst"]
    assert has_target(program, program.nodes["innerst/ro"]) is False


def test_the_figures_of_a_goal_are_shown_at_the_quotation_of_its_quotation() -> None:
    goal = "mål: [{id: m, tittel: Ro, måltall: [{hva: Benker, verdi: 2}]}]\n"
    files = {"o": TOP + goal, "u": UNDER + MIDDLE, "i": LAST}
    program = workspace({f"plans/{name}.yaml": text for name, text in files.items()}).program
    assert has_target(program, program.nodes["innerst/ro"])
    assert "Måltall Benker: 2 fra Samfunnsdelen" in said(site(program)["innerst/ro.html"])


def test_work_for_two_goals_is_counted_at_each_and_once_in_all() -> None:
    shared = "virkemidler: [{id: v, tekst: Tie., bidrar_til: ro}]"
    both = f"mål: [{{id: ro, sitert: over/m}}, {{id: fred, sitert: over/n, {shared}}}]\n"
    goals = "mål: [{id: m, tittel: Ro}, {id: n, tittel: Fred}]\n"
    top = f"{TOP}{goals}strategier: [{{id: s, tekst: Gå., bidrar_til: m}}]\n"
    page = site(workspace({"plans/o.yaml": top, "plans/u.yaml": UNDER + both}).program)["over/index.html"]
    assert page.under("_oversikt").count("1 tiltak i Handlingsdelen") == 2
    assert "Ikke tegnet: 1 tiltak i Handlingsdelen." in page.under("_bilder")
