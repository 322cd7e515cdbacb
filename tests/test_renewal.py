"""What a plan says another way than the edition before it, and how its pages tell."""

from __future__ import annotations

import pytest

from nordvik_workspace import BEFORE as FIRST
from nordvik_workspace import NEW, OLD, SUPERIOR, Change, case
from plancompiler.change import Side
from plancompiler.diff import Edition, compare
from plancompiler.renewal import renewal
from plancompiler.translate import translator
from site_pages import Page, site
from workspaces import workspace

HEAD = "type: handlingsdel\ntittel: Handlingsdelen\nspråk: nb\nmålstruktur: [mål, virkemiddel]\n"
REGISTER = "register: r\ndokumenter: [{id: d, tittel: Planen fra 2019, type: plan}]\n"
BEFORE = f"""\
plan: gammel
{HEAD}status: erstattet
mål:
  - id: m
    tittel: Ro
    virkemidler:
      - {{id: a, tekst: Bygge., frist: 2027}}
      - {{id: b, tekst: Male.}}
"""


def pages(mål: str, header: str = "erstatter: gammel", before: str = BEFORE) -> dict[str, Page]:
    plan = f"plan: ny\n{HEAD}status: vedtatt\n{header}\nmål:\n{mål}"
    files = {"plans/gammel.yaml": before, "plans/ny.yaml": plan, "plans/registre/r.yaml": REGISTER}
    return site(workspace(files).program)


def goal(*measures: str, also: str = "", title: str = "Ro", identity: str = "m") -> str:
    head = f"  - id: {identity}\n    tittel: {title}\n{also}    virkemidler:\n"
    return head + "".join(f"      - {{{one}}}\n" for one in measures)


SAME = ("id: a, tekst: Bygge., frist: 2027", "id: b, tekst: Male.")


def said(page: Page) -> str:
    text = " ".join(page.text.split())
    return text.partition("Sammenlignet med")[0].rpartition("Endret siden forrige utgave")[2].strip()


@pytest.mark.parametrize(
    ("mål", "expected", "also"),
    [
        (goal(*SAME), "Som før: 1 mål, 2 virkemidler.", ()),
        (goal(SAME[0], 'id: b, tekst: "Male."'), "Som før: 1 mål, 2 virkemidler.", ()),
        (goal(*SAME, "id: c, tekst: Rydde."), "Nytt: 1 virkemiddel. Som før: 1 mål, 2 virkemidler.", ("Hva er nytt?",)),
        (goal(SAME[0]), "Tatt ut: 1 virkemiddel. Som før: 1 mål, 1 virkemiddel.", ("Hva er tatt ut?",)),
        (
            goal("id: a, tekst: Bygge., frist: 2028", SAME[1]),
            "Endret: 1 virkemiddel. Som før: 1 mål, 1 virkemiddel.",
            ("Endret: fristen (før: 2027).", "Slik sto det – Virkemiddel: Bygge"),
        ),
        (
            goal("id: a, tekst: Rive., ansvarlig: Laget, betegnelse: Tiltak", SAME[1]),
            "Endret: 1 virkemiddel. Som før: 1 mål, 1 virkemiddel.",
            ("Endret: teksten, hvem som har ansvaret, fristen (før: 2027) og annet.",),
        ),
        (
            goal("id: a, tekst: Rive., endret_fordi: Huset står ikke.", SAME[1]),
            "Endret: 1 virkemiddel. Som før: 1 mål, 1 virkemiddel.",
            ("fjernet: Bygge lagt til: Rive", "Huset står ikke."),
        ),
        (goal(SAME[0], "id: c, tidligere_id: b, tekst: Male."), "Som før: 1 mål, 2 virkemidler.", ()),
        (
            goal(SAME[0]) + goal(SAME[1], title="Fred", identity="n"),
            "Nytt: 1 mål. Endret: 1 virkemiddel. Som før: 1 mål, 1 virkemiddel.",
            ("Endret: plassen i planen.",),
        ),
        (
            goal(*SAME) + goal("id: c, tekst: Rydde.", "id: d, tekst: Vaske.", title="Fred", identity="n"),
            "Nytt: 1 mål, 2 virkemidler. Som før: 1 mål, 2 virkemidler.",
            ("Mål: Fred og 2 punkter under",),
        ),
    ],
)
def test_a_plan_says_what_is_another_than_in_the_edition_before(mål: str, expected: str, also: tuple[str, ...]) -> None:
    page = pages(mål)["ny/index.html"]
    assert said(page) == expected
    for words in also:
        assert words in " ".join(page.text.split())


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("bidrar_til: a", "Som før: 1 mål, 2 virkemidler."),
        ("bidrar_til: gammel/a", "Endret: 1 virkemiddel. Som før: 1 mål, 1 virkemiddel."),
    ],
)
def test_a_link_leads_where_it_led_when_it_leads_to_the_same_point_of_the_new_edition(now: str, expected: str) -> None:
    before = BEFORE.replace("tekst: Male.", "tekst: Male., bidrar_til: a")
    page = pages(goal(SAME[0], f"{SAME[1]}, {now}"), before=before)["ny/index.html"]
    assert said(page) == expected


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("status: i gang", "status: fullført", "status (før: i gang)"),
        ("prioritering: foreslått", "prioritering: prioritert", "prioriteringen (før: foreslått, ikke vedtatt)"),
        ("frist: høst 2026", "frist: 2027-03", "fristen (før: høst 2026)"),
        ("periode: 2026–2027", "periode: 2027–2028", "perioden (før: 2026–2027)"),
        ("ansvarlig: Laget", "ansvarlig: Parken", "hvem som har ansvaret (før: Laget)"),
        ("ansvarlig: [Laget, Parken]", "ansvarlig: Parken", "hvem som har ansvaret (før: Laget og Parken)"),
        (
            "ansvarlig: [{til: Laget, rolle: leder}, Parken]",
            "ansvarlig: [Laget, {til: Parken, rolle: leder}]",
            "hvem som har ansvaret (før: Laget – leder; Parken)",
        ),
        ("samarbeider_med: Laget", "samarbeider_med: Parken", "hvem som er med (før: Laget)"),
        ("status: i gang", "ansvarlig: Parken", "hvem som har ansvaret og status (før: i gang)"),
        (f"ansvarlig: [{'L' * 50}, {'M' * 50}]", "ansvarlig: Parken", "hvem som har ansvaret"),
        ("finansiering: i budsjett", "finansiering: ekstern", "finansieringen (før: i budsjett)"),
        ("finansiering: i budsjett", "finansiering: {form: i budsjett, tekst: Nå.}", "finansieringen"),
        ("bærekraftsmål: 3", "bærekraftsmål: 4", "FN-målene"),
        ("kostnader: [{verdi: 3 mill. kr}]", "kostnader: [{verdi: 4 mill. kr}]", "kostnadene (før: 3 mill. kr)"),
        (
            "kostnader: [{verdi: 3 mill. kr, år: 2027}, {verdi: 1 mill. kr, år: 2028}]",
            "kostnader: [{verdi: 3 mill. kr, år: 2028}, {verdi: 1 mill. kr, år: 2028}]",
            "kostnadene (før: 3 mill. kr 2027)",
        ),
        (
            "måltall: [{hva: Baner, verdi: 10 baner}]",
            "måltall: [{hva: Baner, verdi: 12 baner}]",
            "måltallene (før: 10 baner)",
        ),
        ("emner: [eldre]", "emner: [barn]", "emnene"),
    ],
)
def test_what_is_another_is_named_with_what_stood_there_where_it_is_short(was: str, now: str, told: str) -> None:
    before = BEFORE.replace("frist: 2027", was)
    page = pages(goal(f"id: a, tekst: Bygge., {now}", SAME[1]), before=before)["ny/index.html"]
    assert f"Endret: {told}." in " ".join(page.text.split())


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("tekst: Bygge.", "tittel: Bygge, tekst: Med tre.", "teksten. lagt til: Med tre."),
        ("tekst: Bygge. Med stein.", "tittel: Bygge, tekst: Med tre.", "teksten. Med fjernet: stein lagt til: tre."),
        ("tittel: Bygge, tekst: Med tre.", "tekst: Bygge., frist: 2029", "teksten og fristen. fjernet: Med tre."),
        ("tekst: Bygge. Med tre.", "tittel: Bygge, tekst: Med tre.", "hva som er tittel, og hva som er tekst."),
        ("tekst: Bygge.", "tittel: Byggeri", "tittelen og teksten. lagt til: Byggeri fjernet: Bygge."),
        ("tittel: Bygge", "tittel: Bygge mer", "tittelen. Bygge lagt til: mer"),
    ],
)
def test_a_title_that_was_the_text_is_not_told_of_as_new(was: str, now: str, expected: str) -> None:
    page = pages(goal(f"id: a, {now}", SAME[1]), before=BEFORE.replace("tekst: Bygge., frist: 2027", was))
    text = " ".join(page["ny/index.html"].text.split())
    told = text.partition("Hva er endret? ")[2].partition("Hva er tatt ut?")[0]
    assert f"Endret: {expected.partition('. ')[0].rstrip('.')}. Slik sto det" in told
    assert expected.partition(". ")[2] in told


def test_what_went_out_has_its_reason_and_what_came_instead() -> None:
    graves = "utgåtte: [{id: b, tittel: Male, dato: 2026, grunn: Veggen er revet., erstattet_av: a}]"
    text = " ".join(pages(goal(SAME[0]), f"erstatter: gammel\n{graves}")["ny/index.html"].text.split())
    assert "Hva er tatt ut? Virkemiddel: Male Veggen er revet. Erstattet av Virkemiddel: Bygge" in text


def test_a_goal_says_what_is_another_at_it_and_one_where_all_is_the_same_says_nothing() -> None:
    both = BEFORE + "  - {id: n, tittel: Fred, virkemidler: [{id: x, tekst: Synge.}]}\n"
    found = pages(goal(SAME[0]) + goal("id: x, tekst: Synge.", title="Fred", identity="n"), before=both)
    assert said(found["ny/m.html"]) == "Tatt ut: 1 virkemiddel. Som før: 1 mål, 1 virkemiddel."
    assert "Endret siden" not in found["ny/n.html"].text


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("erstatter: d", "Forrige utgave er ikke lagt inn her."),
        ("erstatter: gammel", "Planen er skrevet på nytt. Ingen punkter er ført videre fra Handlingsdelen."),
        ("merknader: Ingen.", "Planen oppgir ingen tidligere utgave."),
    ],
)
def test_a_plan_says_when_nobody_can_see_what_is_another(header: str, expected: str) -> None:
    text = " ".join(pages("  - {id: z, tittel: Ny}\n", header)["ny/index.html"].text.split())
    assert text.partition("Endret siden forrige utgave ")[2].startswith(expected)
    goal = pages("  - {id: z, tittel: Ny}\n", header)["ny/z.html"]
    assert f"Endret siden forrige utgave {expected}" in " ".join(goal.text.split())
    assert '<section class="more">\n<h2>Endret siden forrige utgave</h2>' in goal.html, "in the full view alone"


HEARD = "{steg: høring, periode: 2026-01-01–2026-03-01}"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (
            f"{HEARD}, {{steg: vedtak, dato: 2026-04-01, endringer: [{{gjelder: a, tekst: Kort.}}]}}",
            "ett punkt i vedtaket",
        ),
        (f"{HEARD}, {{steg: vedtak, dato: 2026-04-01}}", "Saksgangen nevner ingen endringer."),
        (f"{HEARD}, {{steg: vedtak, dato: 2026-04-01, resultat: utsatt}}", ""),
        ("{steg: vedtak, dato: 2026-04-01}", ""),
    ],
)
def test_a_plan_that_was_heard_says_what_the_decision_changed(steps: str, expected: str) -> None:
    text = " ".join(pages(goal(*SAME), f"saksgang: [{steps}]")["ny/index.html"].text.split())
    assert text.partition("Endret siden høringen ")[2].startswith(expected) if expected else "høringen" not in text


_SWAPPED = (
    ("plans/nordvik-handlingsdel-2027/plan.yaml", f"erstatter: {OLD}", "merknader: Ingen."),
    (f"plans/{OLD}.yaml", f"overordnet: {SUPERIOR}", f"overordnet: {SUPERIOR}\nerstatter: {NEW}"),
)


@pytest.mark.parametrize(("old", "new", "changes"), [(OLD, NEW, ()), (NEW, OLD, _SWAPPED), (FIRST, SUPERIOR, ())])
def test_the_page_and_a_comparison_of_the_two_plans_agree(old: str, new: str, changes: tuple[Change, ...]) -> None:
    """`diff` also guesses at other ids, and tells of order and who has seen what; in the rest both say the same."""
    space = case(*changes)
    edition = Edition(Side("x"), space.program, space.units)
    found = compare(edition, edition, translator("nb"), plans=(old, new))
    here = renewal(space.program, new)
    assert here is not None and here.new
    told: dict[str, set[str]] = {}
    for one in found.changes:
        if one.certain and one.item.kind != "plan" and one.field != "gjennomgått":
            told.setdefault(one.type, set()).add(one.id)
    assert set(here.new) >= told.pop("lagt_til")
    assert set(here.gone) >= told.pop("fjernet", set())
    told.pop("rekkefølge", None)
    assert {one.name for one in here.reworked} == set().union(*told.values())


def test_a_comparison_of_the_two_plans_gives_the_reason_that_the_new_one_gives() -> None:
    edition = Edition(Side("x"), case().program, case().units)
    gone = [one for one in compare(edition, edition, translator("nb"), plans=(OLD, NEW)).changes if one.before]
    reasons = {one.id: one.reason for one in gone if one.type == "fjernet"}
    assert reasons == {f"{OLD}/arbeid.v2": "Strategien er vedtatt og blir fulgt opp i to nye tiltak."}
