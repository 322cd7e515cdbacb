"""What a table comes to, said before its rows, and how rows that belong together are shown on its page."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from built_sites import Site
from conftest import Open
from plancompiler import tables
from plancompiler.collect import collect
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.table import Table, read_rows, words
from plancompiler.targets import html, markdown
from plancompiler.translate import BOKMAL
from site_pages import Page
from workspaces import workspace

TABLES = {table.name: table for table in collect(tables, "TABLE", Table)}

HEAD = """\
plan: p
tittel: Planen
type: temaplan
kommune: 0301
språk: nb
status: vedtatt
målstruktur: [mål, virkemiddel]
mål:
"""
REGISTER = """\
register: r
dokumenter:
  - {id: program, tittel: Programmet, type: plan, nummer: Sak 1, utgiver: by, år: 2024}
  - {id: lov, tittel: Loven, type: lov}
aktører:
  - {id: by, navn: Byen, type: kommune, kommune: 0301}
  - {id: park, navn: Parken, type: enhet, del_av: by}
  - {id: stat, navn: Tilsynet, type: stat, gjelder: p}
"""
DONE = "virkemidler: [{id: %s.v, tekst: Bygge., frist: 2030-06}]"

GOAL = "  - {id: %s, tittel: Mål %s%s}\n"


def goals(*more: str) -> str:
    """Return a plan with a goal for each of the texts, which say more of it."""
    return HEAD + "".join(
        GOAL % (f"m{place}", place, f", {text}" if text else "") for place, text in enumerate(more, 1)
    )


def program_of(plan: str, other: str = "") -> Program:
    files = {"plans/p.yaml": plan, "plans/registre/r.yaml": REGISTER}
    return workspace(files | ({"plans/q.yaml": other} if other else {})).program


def answer(name: str, plan: str, day: str = "") -> list[str]:
    """Return what stands before the rows of a table: each sentence, and the lines it speaks of."""
    program = program_of(plan)
    found = TABLES[name].answer(program, BOKMAL, day)
    return [
        " | ".join(
            [note.text, *(one.text for one in note.about), *(words(cell) for line in note.lines for cell in line)]
        )
        for note in found
    ]


WORK_SAYS = "1 virkemiddel: 0 med ansvarlig, 1 med egen frist eller periode, 0 med finansiering."
SILENT = "Om det er gjort, sier planene ikke."
ONE_GOAL = f"1 mål har virkemidler. {SILENT}"
NONE_LACKS = "Alle som er talt med, har oppfølging eller en forklaring."
LACKING = "Uten oppfølging: 1. Ingenting står under dem, og planene sier ikke hvorfor. | Mål 2"


def late(count: int) -> str:
    return f"Passerte frister der planene ikke sier at det er gjort: {count}."


def no_goal_of(*numbers: int) -> str:
    return f"Ingen mål er knyttet til FN-mål {', '.join(map(str, numbers))} og 17."


PAST = late(1)
NONE_COMES = "Ingen frister kommer etter 1. juli 2030."
MANY = [DONE % f"m{place}" for place in range(1, 102)]
TWO_TIMES = "frist: 2026-03}, {id: m1.w, tekst: Måle., periode: 2027–2028"


@pytest.mark.parametrize(
    ("table", "plan", "day", "said"),
    [
        ("oppfolging", HEAD.replace("mål:", "emner: by"), "", []),
        ("oppfolging", goals(DONE % "m1"), "", [ONE_GOAL, NONE_LACKS, WORK_SAYS]),
        (
            "oppfolging",
            goals(DONE % "m1", ""),
            "",
            [f"1 av 2 mål har virkemidler, 1 er uten oppfølging. {SILENT}", LACKING, WORK_SAYS],
        ),
        (
            "oppfolging",
            goals("uten_oppfølging: Nei.", "følges_opp_i: program"),
            "",
            [
                "1 av 2 mål peker bare videre til en annen plan eller et dokument, 1 er valgt bort med en grunn.",
                NONE_LACKS,
                "Planene og dokumentene som skal følge opp målene, er ikke lagt inn her. Du kan ikke se om de gjør "
                "det.",
            ],
        ),
        (
            "oppfolging",
            goals(DONE % "m1", "delmål: [{id: m2.d, tittel: Mål 2}]").replace("[mål, ", "[mål, delmål, "),
            "",
            [
                f"2 av 2 mål har delmål eller virkemidler. {SILENT}",
                "1 delmål er uten oppfølging.",
                LACKING,
                WORK_SAYS,
            ],
        ),
        (
            "oppfolging",
            goals("virkemidler: [{id: v, tekst: Bygge., status: i gang}]").replace("[mål, ", "[område, mål, "),
            "",
            [
                "1 mål har virkemidler. Tallet sier ikke om det er gjort.",
                NONE_LACKS,
                "1 virkemiddel: 0 med ansvarlig, 0 med egen frist eller periode, 0 med finansiering.",
            ],
        ),
        (
            "oppfolging",
            HEAD.replace("mål:", "virkemidler:") + """\
  - {id: v1, tekst: A, ansvarlig: park, frist: 2027, finansiering: i budsjett}
  - {id: v2, tekst: B, ansvarlig: park, finansiering: ikke finansiert, virkemidler: [{id: v2.a, tekst: C}]}
  - {id: v3, tekst: D, finansiering: {form: ekstern, tekst: Fra fylket.}}
""",
            "",
            [
                "3 virkemidler: 2 med ansvarlig, 1 med egen frist eller periode, 2 med finansiering.",
                "Uten ansvarlig: 1. | D",
                "Uten egen frist eller periode: 2. | B | D",
                "Uten finansiering: 1. | B",
            ],
        ),
        # A deadline that is no day is not one day less to keep in mind, but it is no date.
        (
            "oppfolging",
            HEAD.replace("mål:", "periode: 2026–2029\nvirkemidler:") + """\
  - {id: v1, tekst: A, frist: årlig}
  - {id: v2, tekst: B, frist: planperioden}
  - {id: v3, tekst: C, frist: første del av planperioden}
  - {id: v4, tekst: D, frist: løpende, periode: 2026–2027}
""",
            "",
            [
                "4 virkemidler: 0 med ansvarlig, 4 med egen frist eller periode, 0 med finansiering. 2 virkemidler har "
                "en frist som er løpende, gjentatt eller hele planperioden."
            ],
        ),
        # What is for all of an area serves its goals together, and nobody knows which.
        (
            "oppfolging",
            HEAD.replace("[mål, virkemiddel]", "[område, mål, strategi]").replace("mål:\n", "områder:\n") + """\
  - id: o
    tittel: Området
    mål: [{id: m1, tittel: A}, {id: m2, tittel: B}, {id: m3, tittel: C, strategier: [{id: t, tekst: Gå.}]}]
    strategier: [{id: s, tekst: Se.}]
""",
            "",
            [
                f"3 av 3 mål har strategier. {SILENT}",
                "1 område har mål eller strategier.",
                NONE_LACKS,
                "Mål som i sin egen plan bare følges opp av det som gjelder hele området: 2. Det står ikke hvilke "
                "av målene det tjener. | A | B",
            ],
        ),
        # What the header says of the money holds for every measure that says nothing itself.
        (
            "oppfolging",
            HEAD.replace("mål:", "finansiering: {form: i budsjett, tekst: Satt av i 2027.}\nvirkemidler:") + """\
  - {id: v1, tekst: A}
  - {id: v2, tekst: B, finansiering: krever prioritering}
  - {id: v3, tekst: C, finansiering: ekstern}
""",
            "",
            [
                "3 virkemidler: 0 med ansvarlig, 0 med egen frist eller periode, 2 med finansiering. For 1 av dem er "
                "det planen som helhet som sier det.",
                "Uten finansiering: 1. | B",
            ],
        ),
        (
            "oppfolging",
            HEAD.replace("mål:", "finansiering: ikke finansiert\nvirkemidler:") + "  - {id: v1, tekst: A}\n",
            "",
            ["1 virkemiddel: 0 med ansvarlig, 0 med egen frist eller periode, 0 med finansiering."],
        ),
        (
            "mal-fn",
            goals("bærekraftsmål: 3", ""),
            "",
            ["1 av 2 mål er knyttet direkte til et FN-mål og 1 til ingen.", no_goal_of(1, 2, *range(4, 17))],
        ),
        (
            "mal-fn",
            goals("bærekraftsmål: 3", "delmål: [{id: d, tittel: D, bærekraftsmål: 4}]", ""),
            "",
            [
                "1 av 3 mål er knyttet direkte til et FN-mål, 1 bare via det de hører til eller det som står under dem "
                "og 1 til ingen.",
                no_goal_of(1, 2, *range(5, 17)),
            ],
        ),
        ("perioder", goals(""), "2026-05-01", []),
        ("perioder", goals(DONE % "m1"), "", ["De første fristene: | 2030-06 | Bygge | Planen"]),
        (
            "perioder",
            goals(DONE.replace("frist: 2030-06", TWO_TIMES) % "m1"),
            "2026-05-01",
            [
                "Neste frister, regnet fra 1. mai 2026: | 2027–2028 | Måle | Planen",
                f"{PAST} | Bygge | Planen | 1",
            ],
        ),
        (
            "perioder",
            goals(DONE % "m1"),
            "2030-06-30",
            ["Neste frister, regnet fra 30. juni 2030: | 2030-06 | Bygge | Planen"],
        ),
        (
            "perioder",
            goals(DONE % "m1"),
            "2030-07-01",
            [NONE_COMES, f"{PAST} | Bygge | Planen | 1"],
        ),
        (
            "perioder",
            goals("virkemidler: [{id: v, tekst: Så.}, {id: w, tekst: Høste.}, {id: x, tekst: Ete., status: fullført}]")
            .replace("status: vedtatt", "status: vedtatt\nperiode: 2020"),
            "2026-05-01",
            [
                "Uten egen frist, men i en periode som er over: 2. Planene sier ikke at det er gjort. | Planen | 2",
            ],
        ),
        ("perioder", goals(DONE.replace("}]", ", status: fullført}]") % "m1"), "2026-05-01", []),
        # A hundred names are read one by one, and no more.
        ("perioder", goals(*MANY[:2]), "2030-07-01", [NONE_COMES, f"{late(2)} | Bygge | Bygge | Planen | 2"]),
        ("perioder", goals(*MANY[:101]), "2030-07-01", [NONE_COMES, f"{late(101)} | Planen | 101"]),
        ("indikatorer", goals("måltall: [{hva: A, verdi: 2}]", ""), "", ["Mål uten måltall: 1 av 2. | Mål 2"]),
        # More than ten are not read at a glance, and where all lack it they need not be named.
        ("indikatorer", goals("måltall: [{hva: A, verdi: 2}]", *[""] * 11), "", ["Mål uten måltall: 11 av 12."]),
        (
            "indikatorer",
            goals("sitert: Regionplanen", ""),
            "",
            ["Mål uten måltall: 1 av 1.", "Mål som er gjengitt fra andre, er ikke talt med."],
        ),
        (
            "indikatorer",
            goals("indikatorer: [{id: i, tittel: A}]", ""),
            "",
            ["Mål uten måltall: 2 av 2. 1 av dem har nøkkeltall eller en indikator."],
        ),
        ("indikatorer", HEAD.replace("mål:", "emner: by"), "", []),
    ],
)  # fmt: skip
def test_a_table_says_first_what_its_rows_come_to(table: str, plan: str, day: str, said: list[str]) -> None:
    assert answer(table, plan, day) == said


@pytest.mark.parametrize(
    ("time", "said"), [("frist: 2020-05-01", "frister"), ("periode: 2019–2020", "frister og perioder")]
)
def test_what_is_past_is_called_what_it_is(time: str, said: str) -> None:
    plan = goals(f"virkemidler: [{{id: v, tekst: V., {time}}}]")
    found = TABLES["perioder"].answer(program_of(plan), BOKMAL, "2026-05-01")
    assert f"Passerte {said} der planene ikke sier at det er gjort: 1." in [one.text for one in found]


def test_deadlines_in_drafts_alone_are_said_to_be_no_others() -> None:
    draft = goals(DONE % "m1").replace("plan: p", "plan: q").replace("status: vedtatt", "status: utkast")
    note = "Alle disse fristene står i utkast. De andre planene har ingen egne frister framover."
    for adopted, said in ((goals(""), True), (goals(DONE % "m1"), False)):
        found = TABLES["perioder"].answer(program_of(adopted, draft), BOKMAL, "2026-05-01")
        assert (note in [one.text for one in found]) == said
    alone = TABLES["perioder"].answer(program_of(draft), BOKMAL, "2026-05-01")
    assert note not in [one.text for one in alone]


ACTION = """\
plan: q
tittel: Handlingsdelen
type: handlingsdel
kommune: 0301
språk: nb
status: vedtatt
overordnet: p
mål:
"""


TAKEN_UP = "mål som andre planer skal følge opp, er tatt opp i en av dem."
UNSEEN = "Mål som skal følges opp av noe som ikke er lagt inn her: 1. Du kan ikke se om det er gjort. | Mål 3"


@pytest.mark.parametrize(
    ("third", "action", "said"),
    [
        # All that others are to take up, and what two of the three goals come to when the third is taken care of.
        ("uten_oppfølging: Nei.", ("m1", "m2"), [f"Alle {TAKEN_UP}"]),
        ("uten_oppfølging: Nei.", ("m2",), [f"1 av 2 {TAKEN_UP}", "Mål som ingen plan har tatt opp: 1. | Mål 1"]),
        # Nobody can see here whether a document, or a plan that is only named, does anything.
        ("følges_opp_i: program", ("m1", "m2"), [f"2 av 3 {TAKEN_UP}", UNSEEN]),
        ("følges_opp_i: Boligplanen", ("m1", "m2"), [f"2 av 3 {TAKEN_UP}", UNSEEN]),
        # A goal that its action plan declines is not taken up by it.
        (
            "uten_oppfølging: Nei.",
            ("m2", "følger_ikke_opp: [{til: p/m1, begrunnelse: Ikke nå.}]"),
            [f"1 av 2 {TAKEN_UP}", "Mål som er valgt bort i planen som skulle følge dem opp: 1. | Mål 1"],
        ),
    ],
)
def test_how_far_others_have_taken_goals_up_is_said_of_all_that_they_should(
    third: str, action: tuple[str, ...], said: list[str]
) -> None:
    *quoting, last = action
    header, quoted = ("", action) if last.startswith("m") else (f"{last}\n", quoting)
    taken = "".join(f"  - {{id: {one}, sitert: p/{one}, {DONE % one}}}\n" for one in quoted)
    superior = goals("", "", third).replace("status: vedtatt", "status: vedtatt\nfølges_opp_i: q")
    plan = ACTION.replace("mål:\n", header + "mål:\n") + taken
    found = TABLES["oppfolging"].answer(program_of(superior, plan), BOKMAL, "")
    lines = [" | ".join([note.text, *(one.text for one in note.about)]) for note in found]
    first = next(place for place, line in enumerate(lines) if TAKEN_UP in line)
    assert lines[first : first + len(said)] == said
    assert not lines[first + len(said)].startswith("Mål som")


@pytest.mark.parametrize(
    ("language", "said"), [("nb", "1 mål har tiltak."), ("nn", "1 mål har virkemidler.")], ids=["nb", "nn"]
)
def test_what_a_plan_calls_things_is_used_where_it_fits_the_sentence(language: str, said: str) -> None:
    plan = goals(DONE % "m1").replace("mål:\n", "betegnelser: {virkemiddel: [Tiltak, Tiltak]}\nmål:\n")
    found = TABLES["oppfolging"].answer(program_of(plan.replace("språk: nb", f"språk: {language}")), BOKMAL, "")
    assert found[0].text.startswith(said)


def test_what_an_action_plan_declines_is_not_only_followed_up() -> None:
    superior = goals(DONE % "m1")
    declining = ACTION.replace("mål:\n", "følger_ikke_opp: [{til: p/m1, begrunnelse: Ikke nå.}]\n")
    for status, said in (
        ("vedtatt", "fulgt opp her, men ikke av Handlingsdelen"),
        ("utkast", "fulgt opp her, men ikke av Handlingsdelen (utkast)"),
        ("opphevet", "fulgt opp her"),
    ):
        program = program_of(superior, declining.replace("status: vedtatt", f"status: {status}"))
        found = TABLES["oppfolging"].rows(program, BOKMAL)
        assert words(found.rows[0][found.columns.index("Oppfølging")]) == said


@pytest.mark.parametrize(
    ("quoted", "alone"),
    [
        ("sitert: Regionplanen", True),
        (f"sitert: Regionplanen, {DONE % 'm1'}", False),
        ("sitert: Regionplanen, nivå: overordnet", False),
    ],
)
def test_quoted_goals_that_nothing_is_tied_to_are_named(quoted: str, alone: bool) -> None:
    said = answer("oppfolging", goals(quoted, DONE % "m2"))
    assert "Mål som er gjengitt fra andre, er ikke talt med." in said
    assert ("Gjengitte mål som ingenting i planen er knyttet til: 1. | Mål 1" in said) == alone


def test_what_bears_the_same_title_is_told_apart() -> None:
    area = (
        "  - {{id: o{0}, tittel: {1}, mål: [{{id: m{0}, tittel: Trygghet, virkemidler: [{{id: v{0}, tekst: A}}]}}]}}\n"
    )
    plan = HEAD.replace("[mål, ", "[område, mål, ").replace("mål:\n", "områder:\n")
    made = program_of(plan + area.format(1, "Barn") + area.format(2, "Eldre"))
    found = [(words(row[0]), words(row[3])) for row in TABLES["oppfolging"].rows(made, BOKMAL).rows]
    assert ("Trygghet – Eldre", "Virkemiddel: A") in found
    assert ("Barn", "Mål: Trygghet – Barn") in found


# A phase lasts until a day and is due on none, and what is open at the end only begins; a plan whose period is over, or
# whose place another has taken, promises nothing more.
NOT_DUE = {
    "phase": (goals("") + "faser: [{id: f1, tittel: Rullering, periode: 2031}]\n", ""),
    "open at the end": (goals("virkemidler: [{id: v, tekst: Så., periode: 2031–}]"), ""),
    "over": (goals(DONE % "m1").replace("status: vedtatt", "status: vedtatt\nperiode: 2020–2025"), ""),
    "replaced": (
        goals(DONE % "m1"),
        goals("").replace("plan: p", "plan: q").replace("status: vedtatt", "status: vedtatt\nerstatter: p"),
    ),
}


@pytest.mark.parametrize("case", NOT_DUE)
def test_what_promises_nothing_is_not_among_the_next_deadlines(case: str) -> None:
    found = TABLES["perioder"].answer(program_of(*NOT_DUE[case]), BOKMAL, "2026-05-01")
    assert not any(
        "Bygge" in words(cell) or "Rullering" in words(cell) for note in found for line in note.lines for cell in line
    )
    assert "Neste frister" not in " ".join(note.text for note in found)


def test_rows_of_a_plan_that_is_replaced_stand_after_all_others() -> None:
    program = program_of(*NOT_DUE["replaced"])
    rows = read_rows(TABLES["perioder"], program, BOKMAL, "")
    assert [words(row[0]) for row in rows.rows] == ["I planer som er erstattet eller opphevet"]


def test_a_grid_says_where_there_is_nothing_and_shows_its_last_columns(open_site: Open) -> None:
    page = open_site("nb", viewport={"width": 1440, "height": 900}).open("tabeller/mal-fn.html")
    grid = page.locator("table.grid")
    assert (
        grid.locator("td:empty").first.evaluate("(one) => getComputedStyle(one, '::before').content").startswith('"–"')
    )
    assert grid.evaluate("(one) => one.parentElement.scrollWidth - one.parentElement.clientWidth") <= 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_not_in_force_is_not_counted_and_what_is_over_does_not_fall_due() -> None:
    draft = goals("", "").replace("plan: p", "plan: q").replace("status: vedtatt", "status: utkast")
    program = program_of(goals(DONE % "m1"), draft)
    said = {name: [note.text for note in TABLES[name].answer(program, BOKMAL, "")] for name in TABLES}
    rest = "Utkast og planer som er erstattet eller opphevet, er ikke talt med."
    assert said["oppfolging"] == [ONE_GOAL, NONE_LACKS, WORK_SAYS, rest]
    assert said["mal-fn"] == ["0 av 1 mål er knyttet direkte til et FN-mål og 1 til ingen.", rest]
    assert said["indikatorer"] == ["Mål uten måltall: 1 av 1.", rest]
    alone = program_of(goals("").replace("status: vedtatt", "status: utkast"))
    assert TABLES["indikatorer"].answer(alone, BOKMAL, "")[0].text == "Mål uten måltall: 1 av 1.", "there are no others"
    over = program_of(goals(DONE % "m1").replace("status: vedtatt", "status: opphevet"))
    assert TABLES["perioder"].answer(over, BOKMAL, "2026-05-01") == ()


def test_the_answer_stands_before_all_else_on_the_page_and_in_markdown() -> None:
    program = program_of(goals(DONE % "m1"))
    output = Output("nb", BOKMAL, as_of="2026-05-01")
    files = {one.path: one for target in (html.TARGET, markdown.TARGET) for one in target.produce(program, output)}
    page = " ".join(Page(files["site/tabeller/perioder.html"].render().decode()).text.split())
    assert "Tidsplan Neste frister, regnet fra 1. mai 2026: juni 2030 – Bygge – Planen Virkemidler, milepæler" in page
    text = files["markdown/tabeller/perioder.md"].render().decode()
    line = "- juni 2030 – [Bygge](../p.md#m1.v) – [Planen](../p.md)"
    assert f"# Tidsplan\n\nNeste frister, regnet fra 1. mai 2026:\n\n{line}\n\nVirkemidler" in text


def pages_of(plan: str, other: str = "") -> dict[str, Page]:
    made = html.TARGET.produce(program_of(plan, other), Output("nb", BOKMAL))
    files = {one.path.removeprefix("site/"): one for one in made}
    return {path: Page(one.render().decode()) for path, one in files.items() if path.endswith(".html")}


def test_rows_of_one_document_stand_together_under_its_name() -> None:
    plan = goals("bygger_på: [program, lov]", "bygger_på: program")
    page = pages_of(plan)["tabeller/dokumenter.html"]
    text = " ".join(page.text.split())
    assert "3 rader Punkt Type Kobling Plan Programmet plan Sak 1 2 rader Mål: Mål 1 Mål Bygger på Planen" in text
    assert "Loven lov 1 rad Mål: Mål 1" in text
    assert page.links.count("../dokument/program.html") == 1


WORK = "virkemidler: [{}]".format(
    ", ".join(
        f"{{id: v{place}, tekst: Tiltak {place}., frist: {time}, ansvarlig: park}}"
        for place, time in enumerate(("2027-03", "2028", "2028-06", "årlig"), 1)
    )
)


@pytest.mark.parametrize(
    ("table", "heads"),
    [
        ("perioder", ["2027 1 rad", "2028 2 rader", "Uten fast dato 1 rad", "Tidspunkt ikke oppgitt 1 rad"]),
        ("ansvar", ["Parken 4 rader"]),
        ("malhierarki", ["Planen 4 rader"]),
        ("oppfolging", ["Planen 1 rad"]),
    ],
)
def test_rows_stand_under_what_they_have_in_common(table: str, heads: list[str]) -> None:
    page = pages_of(goals(WORK) + "milepæler: [{id: p1, tittel: Åpning}]\n")[f"tabeller/{table}.html"]
    parts = page.html.split('<tr class="part">')[1:]
    assert [" ".join(Page(part.partition("</tr>")[0]).text.split()) for part in parts] == heads


def test_a_un_goal_that_nothing_is_tied_to_is_a_heading_that_says_so() -> None:
    text = " ".join(pages_of(goals("bærekraftsmål: 2"))["tabeller/fn-punkter.html"].text.split())
    assert "1 Utrydde fattigdom ingen ennå 2 Utrydde sult 1 rad Mål: Mål 1" in text


def test_lists_say_whose_an_actor_is_and_who_has_issued_a_document() -> None:
    both = "ansvarlig: [by, park, stat], bygger_på: [program, lov]"
    other = goals("").replace("plan: p", "plan: q").replace("0301", "3101")
    one, two = pages_of(goals(both)), pages_of(goals(both), other)
    for pages, park in ((one, "Parken (1)"), (two, "Parken Oslo (1)")):
        actors, documents = (" ".join(pages[f"{kind}/index.html"].text.split()) for kind in ("aktor", "dokument"))
        assert park in actors and "Tilsynet (1)" in actors, "what is of the state is of no municipality"
        assert "Loven (1)" in documents
    assert "Programmet (Sak 1) Byen · 2024 (1)" in " ".join(one["dokument/index.html"].text.split())
    assert "Programmet (Sak 1) Byen, Oslo · 2024 (1)" in " ".join(two["dokument/index.html"].text.split())
    assert "Kommune Oslo" in " ".join(two["aktor/park.html"].text.split())


def test_who_only_takes_part_is_said_to_be_responsible_for_nothing() -> None:
    page = pages_of(goals("samarbeider_med: park"))["aktor/park.html"]
    silent = "«Planen» oppgir ikke hvem som har ansvar for noe."
    told = f"Ingen tiltak har denne aktøren som ansvarlig. {silent} Samarbeider om Planen"
    assert told in " ".join(page.text.split())


def test_on_a_phone_a_table_shows_the_rows_of_what_is_opened(sites: Mapping[str, Site], open_site: Open) -> None:
    page = open_site("nb", viewport={"width": 320, "height": 640}, java_script_enabled=False).open(
        "tabeller/dokumenter.html"
    )
    rows = page.locator("table.cross tbody tr:not(.part):visible")
    assert rows.count() == 0
    assert page.locator("html").evaluate("(one) => one.scrollHeight") < 20_000
    page.locator(".part summary").first.press("Enter")
    opened = page.locator(".part summary").first.inner_text().partition(" ")[0]
    assert rows.count() == int(opened) > 0
    page.emulate_media(media="print")
    everything = rows.count()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1440, "height": 900})
    assert rows.count() == everything > 200 and page.locator(".part summary:visible").count() == 0
