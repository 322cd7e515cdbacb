"""What the site says of a plan while the edition that replaces it is adopted and has yet to begin."""

from __future__ import annotations

import pytest

from plancompiler.emit import Output
from plancompiler.targets import tables
from plancompiler.targets.html import TARGET
from plancompiler.translate import BOKMAL
from site_pages import Page
from workspaces import workspace

HEAD = "type: handlingsdel\nspråk: nb\nmål: [{id: m, tittel: Ro}]\n"
NOW = f"plan: denne\ntittel: Planen nå\n{HEAD}"
NEXT = f"plan: neste\ntittel: Planen etter\nperiode: 2027–2030\nerstatter: denne\n{HEAD}"
PLAN_NOW = (
    f"{NOW}status: vedtatt\nperiode: 2026–2029\nmålstruktur: [mål]\n".replace("mål: [{id: m, tittel: Ro}]\n", "")
    + "virkemidler: [{id: v, tekst: Koste., bærekraftsmål: 3}]\n"
)
PLAN_NEXT = NEXT.replace("mål: [{id: m, tittel: Ro}]", "mål: [{id: m, tittel: Ro, bærekraftsmål: 3}]") + (
    "status: vedtatt\nvirkemidler: [{id: v, tekst: Feie., ansvarlig: Drift}]\n"
)

UNTIL = "Planen gjelder fram til 1. januar 2027. Da tar neste utgave over. Neste utgave: Planen etter"
OVER = "Denne planen gjelder ikke lenger."
OVER_NOW = "I planer som er erstattet eller opphevet"


@pytest.mark.parametrize(
    ("day", "status", "period", "next_status", "banner", "heading"),
    [
        ("2026-12-22", "vedtatt", "2026–2029", "vedtatt", UNTIL, "Gjelder fram til neste utgave tar over"),
        ("2027-01-01", "vedtatt", "2026–2029", "vedtatt", OVER, "Erstattet"),
        ("", "vedtatt", "2026–2029", "vedtatt", OVER, "Erstattet"),
        ("2026-12-22", "erstattet", "2026–2029", "vedtatt", OVER, "Erstattet"),
        ("2026-12-22", "vedtatt", "2022–2025", "vedtatt", OVER, "Erstattet"),
        ("2026-12-22", "vedtatt", "2026–2029", "utkast", "", "Vedtatte planer"),
    ],
)
def test_a_plan_applies_until_the_next_edition_begins(
    day: str, status: str, period: str, next_status: str, banner: str, heading: str
) -> None:
    files = {
        "plans/a.yaml": f"{NOW}status: {status}\nperiode: {period}\n",
        "plans/b.yaml": f"{NEXT}status: {next_status}\n",
    }
    made = {one.path: one for one in TARGET.produce(workspace(files).program, Output("nb", BOKMAL, as_of=day))}
    names = ("denne/index.html", "index.html", "neste/index.html")
    pages = {name: Page(made[f"site/{name}"].render().decode("utf-8")) for name in names}
    texts = {name: " ".join(found.text.split()) for name, found in pages.items()}
    page = texts["denne/index.html"]
    assert banner in page and (banner == UNTIL) == (UNTIL in page) and (banner == OVER) == (OVER in page)
    assert f"{heading} Handlingsdel Planen nå" in texts["index.html"]
    adopted = "Vedtatt, men perioden har ikke begynt Handlingsdel Planen etter"
    assert (adopted in texts["index.html"]) == ("" < day < "2027" and next_status == "vedtatt")
    if banner in ("", UNTIL):
        assert texts["index.html"].index("Planen nå 20") < texts["index.html"].index("Planen etter 20")
    begun = "2027–2030 (perioden har ikke begynt)" not in texts["neste/index.html"]
    assert begun == (not "" < day < "2027")
    for name, out in (("denne/index.html", banner == OVER), ("neste/index.html", next_status == "utkast")):
        assert ({"name": "robots", "content": "noindex"} in pages[name].all("meta")) == out, name


ACTORS = "register: r\naktører: [{id: drift, navn: Driften}]\n"
WORK = "virkemidler: [{id: v, tekst: %s., ansvarlig: drift, %s}, {id: w, tekst: Male %s., ansvarlig: drift, %s}]\n"
APPLYING = "Gjelder fram til neste utgave tar over Planen nå (gjelder fram til 1. januar 2027) "
ENDED = "I utkast og i planer som ikke lenger gjelder Planen nå (erstattet) "


@pytest.mark.parametrize(
    ("day", "others", "deadlines"),
    [
        ("2026-12-22", APPLYING, ["Koste", "Feie"]),
        ("2027-01-01", ENDED, ["Feie"]),
        ("", ENDED, ["Feie"]),
    ],
)
def test_what_an_actor_has_in_an_edition_that_still_applies_stands_apart_from_what_is_over(
    day: str, others: str, deadlines: list[str]
) -> None:
    now = WORK % ("Koste", "frist: 2026-12-31", "nå", "frist: 2027-06")
    then = WORK % ("Feie", "frist: 2027-03", "så", "frist: løpende, status: løpende")
    files = {
        "plans/a.yaml": f"{NOW}{now}status: vedtatt\nperiode: 2026–2029\n",
        "plans/b.yaml": f"{NEXT}{then}status: vedtatt\n",
        "plans/r.yaml": ACTORS,
    }
    made = {one.path: one for one in TARGET.produce(workspace(files).program, Output("nb", BOKMAL, as_of=day))}
    page = Page(made["site/aktor/drift.html"].render().decode("utf-8"))
    text = " ".join(page.text.split())
    assert others in text and (others == ENDED) == ("ikke lenger gjelder" in text)
    table = text.partition("Punkt Når Status Plan")[2].partition("Har ansvaret alene")[0]
    assert [word for word in ("Koste", "Male nå", "Feie", "Male så") if word in table] == deadlines
    assert "Male så – løpende" in text and "løpende, løpende" not in text


@pytest.mark.parametrize(
    ("since", "day", "is_due"),
    [
        ("2026-12-10", "2026-12-22", False),
        ("2026-12-10", "2026-12-09", True),
        ("2026-12-31", "2026-12-22", True),
        ("", "2026-12-22", True),
    ],
)
def test_what_the_next_edition_has_laid_to_rest_falls_due_no_more(since: str, day: str, is_due: bool) -> None:
    now = WORK % ("Koste", "frist: 2026-12-31", "nå", "frist: 2026-12-30, status: forsinket")
    then = WORK % ("Feie", "frist: 2027-03", "så", "frist: 2028-03, status: utsatt")
    grave = f"utgåtte: [{{id: v, tittel: Koste, grunn: Rent nå.{f', dato: {since}' if since else ''}}}]\n"
    files = {
        "plans/a.yaml": f"{NOW}{now}status: vedtatt\nperiode: 2026–2029\n",
        "plans/b.yaml": f"{NEXT}{then.replace('id: v', 'id: v2')}{grave}status: vedtatt\n",
        "plans/r.yaml": ACTORS,
    }
    made = {one.path: one for one in TARGET.produce(workspace(files).program, Output("nb", BOKMAL, as_of=day))}
    actor, times = (
        " ".join(Page(made[f"site/{path}.html"].render().decode("utf-8")).text.split())
        for path in ("aktor/drift", "tabeller/perioder")
    )
    deadlines, _, rest = actor.partition("Punkt Når Status Plan")[2].partition("Forsinket, utsatt eller stanset")
    assert ("Koste" in deadlines) == ("Koste" in times.partition("Virkemidler, milepæler")[0]) == is_due
    assert "Koste – 31. desember 2026" in rest and ("tatt ut av neste utgave" in rest) != is_due
    # The list is that of a plan's page, and has what falls due no more.
    held, _, _ = rest.partition("Har ansvaret alene")
    assert "Male nå – 30. desember 2026, forsinket" in held and "Male så – mars 2028, utsatt" in held
    assert "Feie" not in held and "Koste" not in held


@pytest.mark.parametrize(("day", "passed"), [("2026-12-22", ""), ("2027-04-01", "1"), ("2027-07-01", "2"), ("", "")])
def test_an_actor_is_told_how_many_deadlines_have_passed(day: str, passed: str) -> None:
    work = WORK % ("Koste", "frist: 2027-03", "nå", "frist: 2027-06")
    done = "milepæler: [{id: p, tittel: Åpning, frist: 2026-06, status: fullført, ansvarlig: drift}]\n"
    files = {"plans/b.yaml": f"{NEXT}{work}{done}status: vedtatt\n", "plans/r.yaml": ACTORS}
    made = {one.path: one for one in TARGET.produce(workspace(files).program, Output("nb", BOKMAL, as_of=day))}
    text = " ".join(Page(made["site/aktor/drift.html"].render().decode("utf-8")).text.split())
    said = f"Frister som er passert, uten at planene sier at det er gjort: {passed}."
    assert (said in text) if passed else "som er passert" not in text


def test_what_only_an_edition_that_still_applies_gives_an_actor_is_something() -> None:
    now = WORK % ("Koste", "frist: 2026-12-31", "nå", "frist: 2027-06")
    files = {
        "plans/a.yaml": f"{NOW}{now}status: vedtatt\nperiode: 2026–2029\n",
        "plans/b.yaml": f"{NEXT}status: vedtatt\n",
        "plans/r.yaml": ACTORS,
    }
    program = workspace(files).program
    for day, said in (("2026-12-22", False), ("2027-01-01", True)):
        made = {one.path: one for one in TARGET.produce(program, Output("nb", BOKMAL, as_of=day))}
        page = Page(made["site/aktor/drift.html"].render().decode("utf-8"))
        assert ("Bare utkast og planer som ikke lenger gjelder, gir" in page.text) == said


def test_what_a_plan_in_force_quotes_is_no_draft() -> None:
    quoting = f"plan: q\ntittel: Den andre\nstatus: vedtatt\n{HEAD}".replace(
        "{id: m, tittel: Ro}", "{id: m, sitert: denne/m, ansvarlig: drift}"
    )
    files = {
        "plans/a.yaml": f"{NOW}status: vedtatt\nperiode: 2026–2029\n", "plans/q.yaml": quoting, "plans/r.yaml": ACTORS,
    }  # fmt: skip
    made = {one.path: one for one in TARGET.produce(workspace(files).program, Output("nb", BOKMAL))}
    text = " ".join(Page(made["site/aktor/drift.html"].render().decode("utf-8")).text.split())
    assert "Gjengitt fra andre planer Den andre" in text and "ikke lenger gjelder" not in text


def test_the_time_plan_speaks_of_the_day_and_its_files_of_no_day() -> None:
    now = "virkemidler: [{id: v, tekst: Koste., frist: 2026-12-31}, {id: w, tekst: Male., frist: 2027-06}]\n"
    then = (
        "virkemidler: [{id: v, tekst: Feie., frist: 2027-03}, {id: w, tekst: Vaske., frist: løpende}]\n"
        "milepæler: [{id: p, tittel: Åpning}]\n"
    )
    old = "virkemidler: [{id: v, tekst: Brenne., frist: 2024}]\nstatus: opphevet\n"
    files = {
        "plans/a.yaml": f"{NOW}{now}status: vedtatt\nperiode: 2026–2029\n",
        "plans/b.yaml": f"{NEXT}{then}status: vedtatt\n",
        "plans/c.yaml": f"plan: gammel\ntittel: Den gamle\n{HEAD}{old}",
    }
    program = workspace(files).program
    said, kept = {}, set()
    for day in ("2026-12-22", "2027-01-01", ""):
        output = Output("nb", BOKMAL, as_of=day)
        made = {one.path: one for kind in (TARGET, tables.TARGET) for one in kind.produce(program, output)}
        page = Page(made["site/tabeller/perioder.html"].render().decode("utf-8"))
        said[day] = [" ".join(text.split()) for text in (page.text, page.text.partition("Type Frist")[2])]
        kept.add((made["tables/perioder.csv"].render(), made["site/tabeller/perioder.csv"].render()))
    assert len(kept) == 1, "the files are of no day"
    ((file, _),) = kept
    rows = [line.split(",") for line in file.decode("utf-8-sig").splitlines()]
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("År", "Når", "Punkt"),
        ("2024", "2024", "Brenne."),
        ("2026", "2026-12-31", "Koste."),
        ("2027", "2027-03", "Feie."),
        ("2027", "2027-06", "Male."),
        ("", "løpende", "Vaske."),
        ("", "ikke oppgitt", "Åpning"),
    ]
    whole, body = said["2026-12-22"]
    assert "Neste frister, regnet fra 22. desember 2026: 31. desember 2026 – Koste – Planen nå" in whole
    assert "mars 2027 – Feie – Planen etter" in whole and "juni 2027 – Male" not in whole
    assert "gjelder fram til 1. januar 2027 (Planen nå)" in whole and "Alle disse fristene" not in whole
    assert in_order(body, "2026 1 rad", "2027 2 rader", "Uten fast dato", "Tidspunkt ikke oppgitt", OVER_NOW, "Brenne.")
    assert f"{OVER_NOW} 1 rad" in body
    for day in ("2027-01-01", ""):
        whole, body = said[day]
        assert "– Koste." not in whole and "erstattet (Planen nå)" in whole
        assert in_order(body, "2027 1 rad", "Uten fast dato", OVER_NOW, "Brenne.", "Koste.", "Male.")


@pytest.mark.parametrize(
    ("day", "told"), [("2026-12-22", "gjelder fram til 1. januar 2027"), ("2027-01-01", "erstattet")]
)
def test_a_plan_is_called_the_same_wherever_it_is_named(day: str, told: str) -> None:
    files = {"plans/a.yaml": PLAN_NOW, "plans/b.yaml": PLAN_NEXT}
    output = Output("nb", BOKMAL, as_of=day)
    made = {one.path: one.render().decode() for one in TARGET.produce(workspace(files).program, output)}
    pages = {path: " ".join(Page(text).text.split()) for path, text in made.items() if path.endswith(".html")}
    other = {"erstattet", "gjelder fram til 1. januar 2027"} - {told}
    for path, text in pages.items():
        for word in other:
            assert f"({word})" not in text and f"{word}, 2026–2029" not in text, (path, word)
    named = ("sok.html", "fn/3.html", "tabeller/plan-plan.html", "tabeller/ansvar.html")
    for path in (*named, "tabeller/oppfolging.html"):
        assert f"Planen nå ({told})" in pages[f"site/{path}"], path
    assert f"{told}, 2026–2029" in pages["site/index.html"], "the picture of the plans"
    assert f'"denne","Planen nå","{told}"' in made["site/sok/denne.js"]
    assert ("Planen nå" in pages["site/404.html"]) == (day < "2027")
    not_counted = pages["site/fn/3.html"].partition("Ikke talt med")[2]
    for text in (not_counted, pages["site/tabeller/ansvar.html"], pages["site/tabeller/mal-fn.html"]):
        assert ("planer som neste utgave skal avløse" in text) == (day < "2027")


def in_order(text: str, *parts: str) -> bool:
    """Tell whether the parts stand in a text in that order."""
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_statuses_with_one_plan_each_stand_beside_one_another() -> None:
    files = {"plans/a.yaml": f"{NOW}status: vedtatt\n", "plans/b.yaml": f"{NEXT}status: utkast\n"}
    third = f"plan: tredje\ntittel: Den tredje\n{HEAD}status: vedtatt\n"
    for more, single in (
        ({}, 2),
        ({"plans/c.yaml": third}, 1),
        ({"plans/c.yaml": third.replace("vedtatt", "ukjent")}, 2),
    ):
        program = workspace(files | more).program
        made = {one.path: one for one in TARGET.produce(program, Output("nb", BOKMAL, as_of="2026-12-22"))}
        html = made["site/index.html"].render().decode("utf-8")
        assert html.count('<section class="single">') == single, more
