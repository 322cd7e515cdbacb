"""The pictures: whole, legible without colour, with the numbers of the tables, their words clear of each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancompiler.emit import Output
from plancompiler.followup import is_point
from plancompiler.program import Program, below
from plancompiler.table import rows_of
from plancompiler.tables import ansvar, fn_punkter, plan_plan
from plancompiler.targets.html import TARGET
from plancompiler.translate import BOKMAL, translator
from plancompiler.views.drawing import LINE, SIZE, SMALL, WIDTH, Picture, fitted, room_of, wrapped
from plancompiler.views.overview import apart, overview
from plancompiler.views.page import Here
from plancompiler.views.pictured import pictures_of
from plancompiler.views.serving import serving
from plancompiler.views.untied import later_kinds
from plancompiler.workspace import assemble
from plancompiler.workspace_files import read
from workspaces import HEADER, workspace

_ROOT = Path(__file__).parent.parent
_PLACES = {"five": _ROOT, "nordvik": _ROOT / "tests" / "cases" / "nordvik"}
_BAERUM = "baerum-samfunnsdel-2035"
_SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)

# Groups of words that are written small, and those whose places are the middles of the words.
_IS_SMALL, _IS_MIDDLE = "o", "m"


@cache
def program(place: str) -> Program:
    return assemble(read(_PLACES[place])).program


@cache
def pages(place: str, language: str = "nb") -> dict[str, str]:
    made = TARGET.produce(program(place), Output(language, translator(language)))
    return {one.path.removeprefix("site/"): one.render().decode() for one in made if one.path.endswith(".html")}


def drawn(found: Program, page: str, language: str = "nb") -> dict[str, Picture]:
    plan = page.removesuffix("/index.html")
    here = Here(found, Output(language, translator(language)), page, plan if plan in found.plans else "")
    return {picture.name: picture for picture in pictures_of(here)}


def addresses(found: Program) -> tuple[str, ...]:
    plans = (f"{plan}/index.html" for plan in found.plans)
    return ("index.html", "fn/index.html", "tabeller/ansvar.html", "tabeller/plan-plan.html", *plans)


def said(picture: Picture) -> list[list[str]]:
    """Return the table behind a picture as text."""
    assert picture.facts is not None
    return [[f"{cell.text} ({cell.note})" if cell.note else cell.text for cell in row] for row in picture.facts.rows]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("place", _PLACES)
def test_every_picture_is_whole_and_says_what_it_shows(place: str, language: str) -> None:
    found = [(path, svg) for path, page in pages(place, language).items() for svg in _SVG.findall(page)]
    assert found
    for path, text in found:
        svg = ElementTree.fromstring(text.replace("&nbsp;", "\N{NO-BREAK SPACE}"))
        title, desc = svg.find("title"), svg.find("desc")
        assert title is not None and title.text and desc is not None and desc.text, path
        links = [one for one in svg.iter() if "href" in one.attrib]
        assert svg.attrib["role"] == ("group" if links else "img"), path
        assert not any({"style", "fill", "id"} & set(one.attrib) for one in svg.iter()), path


# What speaks of a drawing and not of what it shows.
_DRAWING = re.compile(
    r"tegn|stiplet|strek|ramme|til (høyre|venstre)|bilde|farge|mørk|«valgt bort»|«bare (plan|mål)»| vises"
)


@pytest.mark.parametrize("place", _PLACES)
def test_what_stands_where_there_is_no_room_for_the_drawing_does_not_speak_of_it(place: str) -> None:
    found = program(place)
    pictures = [picture for address in addresses(found) for picture in drawn(found, address).values()]
    assert any(_DRAWING.search(line.lower()) for picture in pictures for line in picture.legend)
    for picture in pictures:
        shown = (picture.title, picture.says, *picture.notes, picture.beside.text if picture.beside else "")
        assert [line for line in shown if _DRAWING.search(line.lower())] == [], picture.name
    headings = re.findall('id="_bilder">\\s*<h2>([^<]*)', "".join(pages(place).values()))
    assert headings and not any(_DRAWING.search(heading) for heading in headings)


@pytest.mark.parametrize("place", _PLACES)
def test_the_facts_of_a_picture_are_a_table_that_the_page_leads_to(place: str) -> None:
    for path, page in pages(place).items():
        for name in re.findall(r'href="#(_tall-[\w-]+)"', page):
            assert page.count(f'<div class="pic-facts" id="{name}">') == 1, path


@pytest.mark.parametrize("place", _PLACES)
def test_no_cell_of_a_table_is_empty(place: str) -> None:
    for address in addresses(program(place)):
        for picture in drawn(program(place), address).values():
            if picture.facts is not None:
                assert all(len(row) == len(picture.facts.columns) for row in picture.facts.rows)
                assert all(cell for row in said(picture) for cell in row), (address, picture.name)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("place", _PLACES)
def test_words_are_clear_of_each_other_and_within_the_picture(place: str, language: str) -> None:
    for address in addresses(program(place)):
        for picture in drawn(program(place), address, language).values():
            assert tuple(overlaps(picture)) == (), (address, picture.name)


def overlaps(picture: Picture) -> Iterator[str]:
    """Yield words that are written over others, or outside the picture."""
    by_line = defaultdict(list)
    for kind, words in picture.drawing.words:
        size = SMALL if _IS_SMALL in kind.split() else SIZE
        for word in words:
            for place, text in enumerate((word.text, *word.more)):
                # Fonts are narrower than what room is reckoned with, seldom wider.
                room = room_of(text, size) * 0.9
                left = word.x - room / 2 if _IS_MIDDLE in kind.split() else word.x
                y = word.y + place * LINE
                if left < -1 or left + room > WIDTH + 4 or not 0 < y <= picture.drawing.height + 2:
                    yield f"«{text}» is outside"
                by_line[y].append((left, left + room, text))
            if word.then:
                by_line[word.y].append((word.then[0], word.then[0] + room_of(word.then[1]), word.then[1]))
    for found in by_line.values():
        for (left, right, one), (other_left, other_right, other) in combinations(sorted(found), 2):
            if right > other_left + 1 and other_right > left:
                yield f"«{one}» and «{other}»"


@pytest.mark.parametrize("place", _PLACES)
@pytest.mark.parametrize(("way", "column"), [("via mål", 1), ("direkte", 2)])
def test_measures_by_un_goal_are_those_of_the_table(place: str, way: str, column: int) -> None:
    found = program(place)
    rows = rows_of(fn_punkter.TABLE, found, BOKMAL)
    number, what, how, plan = (rows.columns.index(name) for name in ("FN-mål", "Punkt", "Hvordan", "Plan"))
    closest: dict[tuple[str, str], str] = {}
    for row in rows.rows:
        if row[what] and row[plan] and row[plan][0].name in found.counted and row[what][0].name in found.nodes:
            key = row[number][0].text.split(".")[0], row[what][0].name
            closest[key] = min(closest.get(key, "zz"), row[how][0].text)
    work = Counter(
        goal
        for (goal, name), tied in closest.items()
        if tied == way and found.nodes[name].kind in {"strategi", "virkemiddel"}
    )
    told = [row[column].partition(" (")[0] for row in said(drawn(found, "fn/index.html")["virkemidler"])]
    assert told == [str(work[str(goal)]) if work[str(goal)] else "ingen" for goal in range(1, 18)]


@pytest.mark.parametrize("place", _PLACES)
def test_what_is_drawn_is_what_the_table_behind_it_says(place: str) -> None:
    found = program(place)
    for address, name in (("fn/index.html", "planlag"), ("tabeller/ansvar.html", "ansvar")):
        picture = drawn(found, address).get(name)
        if picture is None:
            continue
        numbers = [word.text for kind, words in picture.drawing.words if kind in {"n", "o"} for word in words]
        cells = [cell for row in said(picture) for cell in row[1:]]
        direct = [match[1] if (match := re.match(r"(\d+)(?: direkte|$)", cell)) else "ingen" for cell in cells]
        assert Counter(numbers) == Counter(direct)


@pytest.mark.parametrize("place", _PLACES)
def test_responsibility_is_counted_as_the_table_has_it(place: str) -> None:
    found = program(place)
    rows = rows_of(ansvar.TABLE, found, BOKMAL)
    told = sum(
        int(cell) for row in said(drawn(found, "tabeller/ansvar.html")["ansvar"]) for cell in row[1:] if cell != "ingen"
    )
    plan = rows.columns.index("Plan")
    assert told == sum(row[plan][0].name in found.counted for row in rows.rows) > 0


@pytest.mark.parametrize("place", _PLACES)
def test_the_tree_leads_to_every_goal_and_has_the_counts_of_the_overview(place: str) -> None:
    found, trees = program(place), 0
    for plan in found.plans:
        here = Here(found, Output("nb", BOKMAL), f"{plan}/index.html", plan)
        tree = drawn(found, here.page).get("tre")
        if tree is None:
            continue
        trees += 1
        texts = [word for _, words in tree.drawing.words for word in words]
        # A goal with something under it has its count on its last line; one without has it next.
        told = {
            word.href: (follower.text if follower.then is None else word.more[-1]).split()[0]
            for word, follower in pairwise(texts)
            if word.href
        }
        rows = {row.ref.href: row for row in overview(here, plan).rows}
        for goal, count in told.items():
            counts = rows[goal].counts
            assert count == (str(counts[-1]) if counts and counts[-1] else "ingen"), (plan, goal)
    assert trees > 1


_TREE = (
    HEADER
    + """\
mål:
  - id: m1
    tittel: Flere bor godt
    delmål:
      - {id: d1, tittel: Boliger, virkemidler: [{id: v1, tittel: A}, {id: v2, tittel: B, bidrar_til: [d2]}]}
      - {id: d2, tittel: Møteplasser}
  - {id: m2, tittel: Flere i arbeid}
  - {id: m3, tittel: Flere drar på tur, virkemidler: [{id: v3, tittel: C, bidrar_til: [m1]}]}
"""
)


def test_a_tree_counts_what_is_shared_wherever_it_counts_and_says_where_there_is_nothing() -> None:
    tree = drawn(workspace(_TREE).program, "eksempel/index.html")["tre"]
    words = [(word.text, *word.more, *(word.then or ())[1:]) for _, words in tree.drawing.words for word in words]
    assert words == [
        ("Mål",), ("Delmål",), ("Virkemidler",),
        ("Flere bor godt", "3 virkemidler"),
        ("Boliger", "2"), ("Møteplasser", "1"), ("Hele målet", "1"),
        ("Flere i arbeid",), ("ingen",),
        ("Flere drar på tur",), ("1",),
    ]  # fmt: skip
    assert tree.says == "Flest virkemidler har «Flere bor godt»: 3. Uten virkemidler: 1 av 3 mål."


def test_a_tree_with_too_many_lines_has_the_goals_alone() -> None:
    lines = "".join(f"      - {{id: d{one}, tittel: Delmål nummer {one}}}\n" for one in range(70))
    text = f"{HEADER}mål:\n  - id: m1\n    tittel: Målet\n    delmål:\n{lines}"
    tree = drawn(workspace(text).program, "eksempel/index.html")["tre"]
    assert [word.text for _, words in tree.drawing.words for word in words] == ["Mål", "Delmål", "Målet", "70"]


_TIMES = (
    HEADER
    + """\
saksgang:
  - {steg: vedtak, dato: 2026-06-30}
  - {steg: høring, periode: 2026-02-02–2026-03-16}
faser:
  - {id: f1, tittel: Bygging, periode: 2027–2028}
  - {id: f2, tittel: Uten tid}
milepæler:
  - {id: p1, tittel: Ferdig, frist: 2028-10}
"""
)


def test_a_timeline_has_what_has_a_date_in_the_order_it_begins() -> None:
    time = drawn(workspace(_TIMES).program, "eksempel/index.html")["tid"]
    assert time.says == "Fra 2. februar 2026 til 31. desember 2028: 2 steg i saksgangen, 1 fase og 1 milepæl."
    assert said(time) == [
        ["Høring", "2. februar 2026 – 16. mars 2026", "Saksgang"],
        ["Vedtak", "30. juni 2026", "Saksgang"],
        ["Bygging", "2027–2028", "Fase"],
        ["Ferdig", "oktober 2028", "Milepæl"],
    ]
    assert time.title == "Saksgang, faser og milepæler"
    assert time.notes == ("Uten dato: 1.",)
    rows = [(word.text, *word.more) for kind, words in time.drawing.words if kind == "two" for word in words]
    assert [row[0] for row in rows] == [row[0] for row in said(time)]
    assert rows[2:] == [("Bygging", "Fase, 2027–2028"), ("Ferdig", "Milepæl, oktober 2028")]


def test_a_timeline_is_called_by_what_there_is_in_it() -> None:
    phases = "faser:\n  - {id: f1, tittel: Se, periode: 2027}\n  - {id: f2, tittel: Bygge, periode: 2028}\n"
    assert drawn(workspace(HEADER + phases).program, "eksempel/index.html")["tid"].title == "Faser"


@pytest.mark.parametrize(
    ("period", "arrows"),
    [("2026–2037", "<>"), ("2026-05–2037", ">"), ("2020–2026-05", "<"), ("–2035", "<>"), ("2026-04–2026-06", "")],
)
def test_the_period_of_a_plan_goes_on_where_it_is_longer_than_what_is_drawn(period: str, arrows: str) -> None:
    text = _TIMES.partition("faser:")[0] + f"periode: {period}\n"
    time = drawn(workspace(text.replace("periode: 2026–2030\n", "", 1)).program, "eksempel/index.html")["tid"]
    (bar,) = (outline for kind, outline in time.drawing.outlines if kind == "t")
    assert (("l-8 6l8 6z" in bar) * "<" + ("l8 6l-8 6z" in bar) * ">") == arrows


@settings(deadline=None, max_examples=50)
@given(st.dates(date(1600, 1, 1), date(2199, 1, 1)), st.integers(0, 80_000))
def test_a_timeline_of_any_length_has_marks_that_are_clear_of_each_other(first: date, length: int) -> None:
    last = first + timedelta(days=min(length, (date(2199, 12, 31) - first).days))
    steps = f"saksgang:\n  - {{steg: oppstart, dato: {first}}}\n  - {{steg: vedtak, dato: {last}}}\n"
    time = drawn(workspace(HEADER + steps).program, "eksempel/index.html")["tid"]
    assert tuple(overlaps(time)) == ()


def test_a_layer_counts_each_node_once() -> None:
    text = HEADER.replace("utkast", "vedtatt") + (
        "mål:\n  - {id: m1, tittel: En, bærekraftsmål: [13, 14, 3]}\n"
        "  - {id: m2, tittel: To, bærekraftsmål: [13.1, 13.2]}\n"
    )
    picture = drawn(workspace(text).program, "fn/index.html")["lag"]
    assert [row[2] for row in said(picture)] == ["2", "1", "ingen", "ingen"]
    assert picture.says == "Fra flest til færrest punkter: natur 2, samfunn 1, økonomi ingen og samarbeid ingen."


def test_what_a_plan_leaves_alone_by_choice_is_told_from_what_it_has_not() -> None:
    text = HEADER.replace("utkast", "vedtatt") + (
        "følger_ikke_opp: [{fn: 14, begrunnelse: Ingen kyst}]\n"
        "mål:\n  - {id: m1, tittel: En, bærekraftsmål: [3], virkemidler: [{id: v1, tittel: Gjør noe}]}\n"
    )
    picture = drawn(workspace(text).program, "fn/index.html")["virkemidler"]
    small = [(word.text, *word.more) for kind, words in picture.drawing.words if kind == "m o" for word in words]
    assert (small.count(("ingen",)), small.count(("valgt", "bort"))) == (15, 1)
    assert said(picture)[13][2] == "ingen (valgt bort: Eksempel)", "also where there is no drawing"


def test_a_cell_says_what_is_tied_to_a_un_goal_in_another_way_than_the_one_drawn() -> None:
    text = HEADER.replace("utkast", "vedtatt") + (
        "bærekraftsmål: [11, 12]\nmål:\n"
        "  - {id: m1, tittel: En, bærekraftsmål: [3], virkemidler: [{id: v1, tekst: A}, {id: v2, tekst: B}]}\n"
        "  - {id: m2, tittel: To, bærekraftsmål: [11.7]}\n"
        "  - {id: m3, tittel: Tre, virkemidler: [{id: v3, tekst: C, bærekraftsmål: [4]}]}\n"
    )
    picture = drawn(workspace(text).program, "fn/index.html")["virkemidler"]
    small = [(word.text, *word.more) for kind, words in picture.drawing.words if kind == "m o" for word in words]
    assert (small[2], small[9], small[10]) == (("1", "direkte"), ("bare", "mål"), ("bare", "plan"))
    assert small.count(("ingen",)) == 13 and "Ingen via mål ved FN-mål 1, 2, 4," in picture.says


@pytest.mark.parametrize("text", ["register: alt\naktører: [{id: lag, navn: Laget}]\n", HEADER])
def test_where_there_is_nothing_there_is_no_picture(text: str) -> None:
    found = workspace(text).program
    assert [picture for address in addresses(found) for picture in drawn(found, address)] == []


def test_of_very_many_plans_the_first_are_drawn_and_the_rest_said_to_be_left_out() -> None:
    one = "mål:\n  - {id: m1, tittel: En, bærekraftsmål: [3], virkemidler: [{id: v1, tittel: Gjør noe}]}\n"
    files = {
        f"plans/p{place:02}.yaml": HEADER.replace("eksempel", f"p{place:02}").replace("utkast", "vedtatt") + one
        for place in range(45)
    }
    found = drawn(workspace(files).program, "fn/index.html")
    assert found["virkemidler"].legend[-1].startswith("De 40 første planene vises")
    assert (
        said(found["virkemidler"])[2][1].startswith("45 (") and "og 33 planer til" in said(found["virkemidler"])[2][1]
    )
    assert len(said(found["planlag"])) == 45 and "De 40 første" in found["planlag"].legend[-1]


@settings(deadline=None)
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøå -–.", max_size=120), st.integers(60, 300), st.integers(1, 3))
def test_text_that_is_wrapped_fits_and_is_the_same_text_from_its_beginning(text: str, room: int, most: int) -> None:
    lines = wrapped(text, room, most)
    assert len(lines) <= most and all(room_of(line) <= room for line in lines)
    whole = "".join(text.split())
    kept = "".join("".join(lines).split()).removesuffix("…")
    assert whole.startswith(kept.rstrip(",.;:–-("))
    assert kept == whole or lines[-1].endswith("…")


@settings(deadline=None)
@given(st.text(alphabet="abc def", max_size=80), st.integers(40, 300))
def test_text_there_is_room_for_is_left_as_it_is(text: str, room: int) -> None:
    assert (fitted(text, room) == text) or room_of(text) > room


@pytest.mark.parametrize("place", _PLACES)
def test_the_web_of_plans_says_what_the_table_says(place: str) -> None:
    found = program(place)
    rows = rows_of(plan_plan.TABLE, found, BOKMAL)
    count = rows.columns.index("Kobling"), rows.columns.index("Plan"), rows.columns.index("Til plan")
    told = Counter(tuple(row[column][0].text for column in count) for row in rows.rows)
    behind = said(drawn(found, "index.html")["planer"])
    assert sum(int(row[-1]) for row in behind) == sum(told.values()) and len(behind) == len(told)
    on_table = drawn(found, "tabeller/plan-plan.html")["planer"]
    assert on_table.facts is None and on_table.drawing.outlines == drawn(found, "index.html")["planer"].drawing.outlines


def plans_tied(ties: dict[str, str]) -> Program:
    return workspace(
        {
            f"plans/{name}.yaml": HEADER.replace("eksempel", name).replace("Eksempel", name) + tie
            for name, tie in ties.items()
        }
    ).program


def boxes(found: Program) -> dict[str, tuple[int, int]]:
    picture = drawn(found, "index.html")["planer"]
    return {word.text: (word.x, word.y) for _, words in picture.drawing.words for word in words}


def test_what_follows_up_stands_to_the_right_and_what_is_replaced_under_what_replaced_it() -> None:
    found = plans_tied(
        {"over": "", "ny": "overordnet: over\nerstatter: gammel\n", "gammel": "", "neste": "overordnet: ny\n"}
    )
    at = boxes(found)
    assert at["over"][0] < at["ny"][0] == at["gammel"][0] < at["neste"][0]
    assert at["ny"][1] < at["gammel"][1]


def test_what_a_plan_is_to_deliver_is_not_drawn_as_what_follows_it_up() -> None:
    work = "mål: [{id: m, tittel: M, virkemidler: [{id: v, tekst: Skrive den., leveranser: '[[neste]]'}]}]\n"
    found = plans_tied({"over": "", "ny": f"overordnet: over\n{work}", "neste": ""})
    picture = drawn(found, "index.html")["planer"]
    assert (
        set(boxes(found)) == {"over", "ny"}
        and "Ikke tegnet: én plan eller ett dokument. Alt står i tabellen." in picture.legend
    )
    assert ["ny", "Leverer", "neste", "1"] in said(picture)


@pytest.mark.parametrize(
    ("alone", "said"),
    [
        ({}, ""),
        ({"alene": ""}, "alene"),
        ({"alene": "", "fri": "", "enslig": ""}, "alene, enslig og fri"),
        ({f"p{place}": "" for place in range(10)}, "p0, p1, p2, p3, p4, p5, p6, p7 og 2 til"),
        ({"alene": "mål: [{id: m, tittel: M, virkemidler: [{id: v, tekst: V., leveranser: En ny plan}]}]\n"}, "alene"),
    ],
)
def test_plans_that_no_other_is_tied_to_are_named_beneath_the_drawing(alone: dict[str, str], said: str) -> None:
    picture = drawn(plans_tied({"over": "", "under": "overordnet: over\n", **alone}), "index.html")["planer"]
    wanted = f"Uten kobling til de andre planene, og derfor ikke tegnet: {said}."
    assert list(picture.legend[1:]) == ([wanted] if said else [])


def test_plans_in_a_ring_are_drawn_all_the_same() -> None:
    found = plans_tied({"a1": "bygger_på: b1\n", "b1": "bygger_på: c1\n", "c1": "bygger_på: a1\n"})
    assert set(boxes(found)) == {"a1", "b1", "c1"}
    assert tuple(overlaps(drawn(found, "index.html")["planer"])) == ()


def test_of_very_many_ties_those_of_whole_plans_are_drawn() -> None:
    names = [f"p{place:02}" for place in range(70)]
    found = plans_tied({name: f"bygger_på: [{', '.join(one for one in names[:3] if one != name)}]\n" for name in names})
    assert "planer" not in drawn(found, "index.html")
    found = plans_tied({name: f"overordnet: {names[0]}\n" if name != names[0] else "" for name in names})
    picture = drawn(found, "index.html")["planer"]
    assert len(boxes(found)) == 40 and "Ikke tegnet: 30 planer og dokumenter. Alt står i tabellen." in picture.legend
    assert picture.facts is None and picture.beside is not None and tuple(overlaps(picture)) == ()


def test_the_goal_tree_says_what_it_leaves_out_and_what_it_counts_from_elsewhere() -> None:
    found = program("five")
    notes = {plan: drawn(found, f"{plan}/index.html")["tre"].notes for plan in (_BAERUM, "fritid-2030")}
    loose = "Ikke knyttet til noen hovedmål: 4 hovedgrep og 9 delmål i «Miljø, idrett og kultur»."
    assert notes[_BAERUM] == (loose,)
    assert loose in pages("five")[f"{_BAERUM}/index.html"].partition('<section id="_oversikt">')[2]
    said = "Medregnet virkemidler som står ved et annet mål og bidrar hit: «Det er godt å være ute» 1."
    assert notes["fritid-2030"] == (said,)


@pytest.mark.parametrize("place", _PLACES)
def test_what_a_plan_does_is_counted_at_a_goal_or_said_to_be_at_none(place: str) -> None:
    found = program(place)
    for plan in found.plans:
        here = Here(found, Output("nb", BOKMAL), f"{plan}/index.html", plan)
        goals = [node.name for node in below(found, plan) if node.kind == "mål"]
        loose = sum(int(count) for said in apart(here, plan) for count in re.findall(r"(\d+) ", said.partition(":")[2]))
        kinds = later_kinds(here, plan) if goals else ()
        own = {node.name for node in below(found, plan) if node.kind in kinds and node.name not in found.quoted}
        own -= {name for name in own if is_point(found, name)}
        tied = {name for goal in goals for kind in kinds for name in serving(found, goal, kind)}
        assert loose == len(own - tied), plan


def test_goals_with_as_much_are_not_said_to_have_most() -> None:
    assert drawn(program("five"), "fritid-2030/index.html")["tre"].says == "Mål i alt: 2. Hvert har 3 virkemidler."


@pytest.mark.parametrize(
    ("measures", "says"),
    [
        ([1], "«Mål 1» har 1 virkemiddel."),
        ([2], "«Mål 1» har 2 virkemidler."),
        ([1, 1], "Mål i alt: 2. Hvert har 1 virkemiddel."),
        ([0, 1, 1, 1], "Mål i alt: 4. Hvert har 0–1 virkemidler."),
    ],
)
def test_one_is_spoken_of_as_one(measures: list[int], says: str) -> None:
    lines = ["mål:"]
    for goal, count in enumerate(measures, 1):
        lines.append(f"  - {{id: m{goal}, tittel: Mål {goal}, virkemidler: [")
        lines += [f"      {{id: m{goal}.v{number}, tekst: Gjøre {number}.}}," for number in range(count)]
        lines.append("    ]}")
    assert drawn(workspace(HEADER + "\n".join(lines) + "\n").program, "eksempel/index.html")["tre"].says == says


@pytest.mark.parametrize(
    ("goals", "says"),
    [
        (["3"], "Direkte: alle ved FN-mål 3 (1). Ingen direkte ved"),
        (["3, 4"], "Direkte: alle ved FN-mål 3 og 4, 1 ved hvert. Ingen direkte ved"),
        (["3, 4", "4"], "Direkte: flest ved FN-mål 4 (2). Ingen direkte ved"),
    ],
)
def test_un_goals_with_as_much_are_not_said_to_have_most(goals: list[str], says: str) -> None:
    measures = (f"{{id: v{place}, tekst: A, bærekraftsmål: [{tied}]}}" for place, tied in enumerate(goals))
    text = HEADER.replace("utkast", "vedtatt") + f"mål: [{{id: m, tittel: A, virkemidler: [{', '.join(measures)}]}}]\n"
    assert drawn(workspace(text).program, "fn/index.html")["virkemidler"].says.startswith(says)


@pytest.mark.parametrize(
    ("who", "says"),
    [
        ("A, B", "Oppgavene er delt på 2 aktører og roller."),
        ("A", "Flest oppgaver har A: 1 av 1."),
    ],
)
def test_actors_with_as_much_are_not_said_to_have_most(who: str, says: str) -> None:
    measure = f"{{id: v, tekst: A, ansvarlig: [{who}]}}"
    text = HEADER.replace("utkast", "vedtatt") + f"mål: [{{id: m, tittel: A, virkemidler: [{measure}]}}]\n"
    assert drawn(workspace(text).program, "tabeller/ansvar.html")["ansvar"].says == says


def test_a_un_goal_that_only_the_plan_as_a_whole_has_is_not_said_to_have_nothing() -> None:
    picture = drawn(program("five"), "fn/index.html")["virkemidler"]
    assert [row[2] for row in said(picture) if row[0].startswith(("9 ", "16 ", "17 "))] == [
        "ingen (planen som helhet: Helse, omsorg og mestring, Halden)"
    ] * 3
    cells = [word for _, words in picture.drawing.words for word in words]
    assert sum((word.text, *word.more) == ("bare", "plan") for word in cells) == 3


_TWO = {
    "plans/a.yaml": HEADER.replace("utkast", "vedtatt")
    + "bærekraftsmål: [9]\nfølger_ikke_opp: [{fn: 14, begrunnelse: Ingen kyst}, {fn: 6, begrunnelse: Nok}]\nmål:\n"
    "  - {id: m1, tittel: En, bærekraftsmål: [3], virkemidler: [{id: v1, tittel: Gjør noe}]}\n",
    "plans/b.yaml": HEADER.replace("utkast", "vedtatt").replace("eksempel", "annen").replace("Eksempel", "Annen")
    + "mål:\n  - {id: m1, tittel: En, bærekraftsmål: [3], virkemidler: [{id: v1, tittel: Gjør noe}]}\n"
    "  - {id: m2, tittel: To, bærekraftsmål: [6]}\n",
}


def test_a_sum_names_the_plans_it_is_of_and_agrees_with_their_rows() -> None:
    picture = drawn(workspace(_TWO).program, "fn/index.html")["virkemidler"]
    texts = [(word.text, *word.more) for _, words in picture.drawing.words for word in words]
    assert ("Sum av 2 planer",) in texts
    # 6 is left alone by one and a goal of the other has it; 9 is of a plan alone, 14 left alone. The sum has each once.
    assert [texts.count(one) for one in (("bare", "mål"), ("bare", "plan"), ("valgt", "bort"))] == [2, 2, 3]
    assert said(picture)[5][2] == "ingen (bare mål: Annen; valgt bort: Eksempel)"
    draft = {**_TWO, "plans/c.yaml": _TWO["plans/a.yaml"].replace("eksempel", "c").replace("vedtatt", "utkast")}
    picture = drawn(workspace(draft).program, "fn/index.html")["virkemidler"]
    texts = [(word.text, *word.more) for _, words in picture.drawing.words for word in words]
    assert ("Sum av 2 planer, utkast", "ikke med") in texts


def test_one_way_has_one_name_where_it_is_counted() -> None:
    cells = [cell for row in said(drawn(program("nordvik"), "fn/index.html")["planlag"]) for cell in row[1:]]
    assert any("indirekte" in cell for cell in cells) and not any("nevnt" in cell for cell in cells)


def test_a_heading_over_pictures_alone_goes_with_them_where_they_are_not_shown() -> None:
    for plan, found in (("indre-ostfold-2020", True), ("ostfold-velferdspilot-2019", False)):
        assert ('class="pictures drawn"' in pages("five")[f"{plan}/index.html"]) is found
    assert ".pictures.drawn > h2 { display: none; }" in (_ROOT / "templates/html/style/svg.css").read_text("utf-8")
