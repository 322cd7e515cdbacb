"""Every row of the table of types (`language.md` 2): what is accepted, what has a safe fix, what has none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompiler.nearest import Nearest, fold, nearest
from plancompiler.values import (
    address,
    dates,
    identifier,
    municipality,
    numbers,
    periods,
    rhythms,
    text,
    un_goal,
    words,
)
from plancompiler.values.problem import Problem

PLAN = dates.Days(date(2010, 1, 1), date(2022, 12, 31))
OLD = dates.Days(date(1910, 1, 1), date(1922, 12, 31))
LEVEL = words.reader(("lav", "middels", "høy"), {"lav": ("låg",), "høy": ("høg",)})

READERS: Mapping[str, Callable[[str], str]] = {
    "tekst": text.parse_line,
    "prosa": text.parse_prose,
    "id": identifier.parse,
    "gammel id": identifier.parse_former,
    "dato": lambda written: dates.parse(written, PLAN).text,
    "periode": lambda written: periods.parse(written, PLAN).text,
    "frist": lambda written: rhythms.parse_deadline(written, PLAN).text,
    "rytme": lambda written: rhythms.parse_rhythm(written).text,
    "varighet": lambda written: rhythms.parse_duration(written).text,
    "tall": lambda written: numbers.parse(written).text,
    "ja/nei": words.parse_yes_no,
    "kommune": municipality.parse,
    "ord": LEVEL,
    "fn": un_goal.parse,
    "adresse": address.parse_url,
    "fil": address.parse_file,
}

# Type, what is written, and the canonical text when it differs.
ACCEPTED = [
    ("tekst", "Alle kan **være** med, jf. [[h1]][^1]"),
    ("tekst", "  Alle \n", "Alle"),
    ("tekst", "måloppna\u030aelse", "måloppnåelse"),
    ("tekst", "5 < 6 og <https://eksempel.no>"),
    ("prosa", "Ett avsnitt.\n\n- punkt\n- punkt\n\n> sitat\n> – hvem, 2025"),
    ("prosa", "#1 er best\n\n---\n\nSlutt"),
    ("prosa", "Koden `<b>` er kode"),
    ("id", "h6-14.d1"),
    ("id", "1"),
    ("id", "a" * 60),
    ("gammel id", "annen-plan/h2"),
    ("dato", "2018-04-27"),
    ("dato", "2018-04"),
    ("dato", "2018"),
    ("dato", "vår 2018"),
    ("dato", "høst 2018"),
    ("dato", "haust 2018", "høst 2018"),
    ("dato", "Høst 2018", "høst 2018"),
    ("dato", "1. halvår 2018"),
    ("dato", "3. kvartal 2018"),
    ("dato", "2. tertial 2018"),
    ("dato", "uke 35 2018"),
    ("dato", "veke 35 2018", "uke 35 2018"),
    ("dato", "planperioden"),
    ("dato", "første del av planperioden"),
    ("dato", "siste del av planperioden"),
    ("dato", "2020-02-29"),
    ("periode", "2018"),
    ("periode", "2020–2030"),
    ("periode", "2020-2030", "2020–2030"),
    ("periode", "2020 - 2030", "2020–2030"),
    ("periode", "2018-05-01 – 2018-09-15", "2018-05-01–2018-09-15"),
    ("periode", "2018-08-25–2018-12"),
    ("periode", "2018-08-25-2018-12", "2018-08-25–2018-12"),
    ("periode", "2019–"),
    ("periode", "–2035"),
    ("periode", "-2035", "–2035"),
    ("periode", "vår 2018–høst 2019"),
    ("periode", "2018-12–2018"),
    ("frist", "2027"),
    ("frist", "årlig"),
    ("frist", "årleg", "årlig"),
    ("frist", "hvert 4. år"),
    ("frist", "kvart 4. år", "hvert 4. år"),
    *(("rytme", each) for each in rhythms.RHYTHMS),
    ("rytme", "løpande", "løpende"),
    ("varighet", "1–2 år"),
    ("varighet", "ca. 3 veker"),
    ("tall", "75 %"),
    ("tall", "54,5 %"),
    ("tall", "12 000 innbyggere"),
    ("tall", "12\u00a0000\u202finnbyggere", "12 000 innbyggere"),
    ("tall", "0,4 årsverk"),
    ("tall", "20–30 %"),
    ("tall", "20-30 %", "20–30 %"),
    ("tall", "-3"),
    ("tall", "\u22123", "-3"),
    ("tall", "minst 20 plasser"),
    ("tall", "høyst 3. plass"),
    ("tall", "høgst 5", "høyst 5"),
    ("tall", "over 7"),
    ("tall", "under 7"),
    ("tall", "nær 100 %"),
    ("tall", "ca. 5 km²"),
    ("tall", "500 kr per time"),
    ("tall", "30 deltakere per år"),
    ("tall", "4,5 mill. kr"),
    ("tall", "20 % stilling"),
    ("tall", "83"),
    ("tall", "4500"),
    ("ja/nei", "ja"),
    ("ja/nei", "nei"),
    ("kommune", "0301"),
    ("ord", "høy"),
    ("ord", "høg", "høy"),
    ("ord", "HØY", "høy"),
    ("ord", "Låg", "lav"),
    ("fn", "6"),
    ("fn", "3.4"),
    ("fn", "16.b"),
    ("fn", "16.B", "16.b"),
    ("fn", "17.10"),
    ("fn", "God helse og livskvalitet"),
    ("adresse", "https://eksempel.no/plan"),
    ("fil", "figurer/trapp.png"),
]

# Type, what is written, the code, and what to write instead.
MENDED = [
    ("tekst", "Alle\nkan være med", "line-break", "Alle kan være med"),
    ("id", "H3.D1", "id-format", "h3.d1"),
    ("id", "Mål 3", "id-format", "mal-3"),
    ("id", "ærlig_øy å", "id-format", "aerlig-oy-a"),
    ("gammel id", "Plan/H1", "id-format", "plan/h1"),
    ("dato", "27.04.2018", "date-format", "2018-04-27"),
    ("dato", "27.4.2018", "date-format", "2018-04-27"),
    ("dato", "27. april 2018", "date-format", "2018-04-27"),
    ("dato", "april 2018", "date-format", "2018-04"),
    ("dato", "des. 2018", "date-format", "2018-12"),
    ("dato", "2018/04/27", "date-format", "2018-04-27"),
    ("dato", "2018-4-7", "date-format", "2018-04-07"),
    ("dato", "våren 2018", "date-format", "vår 2018"),
    ("dato", "første halvår 2018", "date-format", "1. halvår 2018"),
    ("dato", "Q3 2018", "date-format", "3. kvartal 2018"),
    ("dato", "uke 35, 2018", "date-format", "uke 35 2018"),
    ("periode", "2020 til 2030", "period-format", "2020–2030"),
    ("periode", "2018-19", "period-format", "2018–2019"),
    ("periode", "fra 2020 til 2023", "period-format", "2020–2023"),
    ("periode", "2020—2023", "period-format", "2020–2023"),
    ("periode", "1.1.2020–31.12.2023", "period-format", "2020-01-01–2023-12-31"),
    ("periode", "27.4.2018", "date-format", "2018-04-27"),
    ("frist", "hvert år", "rhythm-format", "årlig"),
    ("rytme", "hvert annet år", "rhythm-format", "hvert 2. år"),
    ("varighet", "2år", "duration-format", "2 år"),
    ("tall", "54.5", "number-format", "54,5"),
    ("tall", "54.5 %", "number-format", "54,5 %"),
    ("tall", "12.000.000", "number-format", "12 000 000"),
    ("tall", "1.500,50", "number-format", "1 500,50"),
    ("tall", "kr 500,-", "number-format", "500 kr"),
    ("tall", "500,-", "number-format", "500 kr"),
    ("tall", "75pst", "number-format", "75 %"),
    ("tall", "75%", "number-format", "75 %"),
    ("tall", '4,5 mill. kr"', "number-format", "4,5 mill. kr"),
    ("tall", "“45 kr”", "number-format", "45 kr"),
    ("tall", "ca 5", "number-format", "ca. 5"),
    ("tall", "≥ 80 %", "number-format", "minst 80 %"),
    ("tall", "mellom 10 og 20 %", "number-format", "10–20 %"),
    ("ja/nei", "true", "yes-no", "ja"),
    ("ja/nei", "yes", "yes-no", "ja"),
    ("ja/nei", "Ja", "yes-no", "ja"),
    ("ja/nei", "no", "yes-no", "nei"),
    ("kommune", "301", "municipality-format", "0301"),
    ("fn", "FN 3", "un-goal-format", "3"),
    ("fn", "SDG 3", "un-goal-format", "3"),
    ("fn", "FN-delmål 3.4", "un-goal-format", "3.4"),
    ("fn", "16b", "un-goal-format", "16.b"),
    ("fn", "06", "un-goal-format", "6"),
    ("adresse", "www.eksempel.no", "url-format", "https://www.eksempel.no"),
    ("fil", "figurer\\trapp.png", "file-path", "figurer/trapp.png"),
]

# Type, what is written, the code and its variant.
REFUSED = [
    ("prosa", "Tekst.\n\n## Bakgrunn\n\nMer.", "heading-in-prose", ""),
    ("prosa", "Bakgrunn\n---\nMer.", "heading-in-prose", ""),
    ("prosa", "Dette er <b>viktig</b>", "raw-html", ""),
    ("tekst", "<script>alert(1)</script>", "raw-html", ""),
    ("id", "", "id-format", "unknown"),
    ("id", "a..b", "id-format", "unknown"),
    ("id", "-a", "id-format", "unknown"),
    ("id", "café", "id-format", "unknown"),
    ("id", "a" * 61, "id-format", "long"),
    ("gammel id", "a/b/c", "id-format", "unknown"),
    ("dato", "26.22.2020", "impossible-date", "month"),
    ("dato", "2018-02-30", "impossible-date", "day"),
    ("dato", "uke 53 2018", "impossible-date", "week"),
    ("dato", "5. kvartal 2018", "impossible-date", "part"),
    ("dato", "31. februar", "date-format", "no-year"),
    ("dato", "27.4.18", "date-format", "two-digits"),
    ("dato", "des. 18", "date-format", "two-digits"),
    ("dato", "?", "date-format", "unknown"),
    ("dato", "snart", "date-format", "unknown"),
    ("dato", "1577836800", "date-format", "unknown"),
    ("periode", "2030–2026", "period-reversed", ""),
    ("periode", "høst 2019–vår 2019", "period-reversed", ""),
    ("periode", "2018–12", "period-format", "unknown"),
    ("periode", "–", "period-format", "unknown"),
    ("periode", "27.4.18–1.6.18", "period-format", "doubtful"),
    ("periode", "2018-02-30–2019", "impossible-date", "day"),
    ("frist", "2020–2022", "date-format", "period"),
    ("rytme", "av og til", "rhythm-format", "unknown"),
    ("varighet", "ett år", "duration-format", "unknown"),
    ("varighet", "3 epler", "duration-format", "unknown"),
    ("tall", "1.500", "number-format", "ambiguous"),
    ("tall", "mange", "number-format", "unknown"),
    ("tall", "10 av 12", "number-format", "unknown"),
    ("tall", "12 00", "number-format", "unknown"),
    ("tall", "30–20 %", "number-format", "reversed"),
    ("tall", "1e3", "number-format", "unknown"),
    ("tall", "NaN", "number-format", "unknown"),
    ("ja/nei", "kanskje", "yes-no", "unknown"),
    ("kommune", "Oslo", "municipality-format", "unknown"),
    ("kommune", "٠٣٠١", "municipality-format", "unknown"),
    ("ord", "hoy", "unknown-word", "near"),
    ("ord", "enorm", "unknown-word", ""),
    ("fn", "6 og 14", "un-goal-format", "several"),
    ("fn", "6,14", "un-goal-format", "several"),
    ("fn", "10,2", "un-goal-format", "comma"),
    ("fn", "18,2", "un-goal-format", "several"),
    ("fn", "16 b", "un-goal-format", "unknown"),
    ("fn", "180", "un-goal-format", "unknown"),
    ("adresse", "javascript:alert(1)", "url-format", "unknown"),
    ("fil", "../hemmelig.pdf", "file-path", "outside"),
    ("fil", "/etc/passwd", "file-path", "outside"),
]


@pytest.mark.parametrize("row", ACCEPTED, ids=str)
def test_accepted(row: tuple[str, ...]) -> None:
    kind, written, *canonical = row
    read = READERS[kind](written)
    assert read == (canonical[0] if canonical else written)
    assert READERS[kind](read) == read, "the canonical text is itself accepted"


@pytest.mark.parametrize(("kind", "written", "code", "fix"), MENDED)
def test_an_error_with_a_safe_fix(kind: str, written: str, code: str, fix: str) -> None:
    problem = problem_in(kind, written)
    assert (problem.code, problem.fix, problem.applicability) == (code, fix, "safe")
    assert READERS[kind](fix) == fix


@pytest.mark.parametrize(("kind", "written", "code", "variant"), REFUSED)
def test_an_error_without_a_safe_fix(kind: str, written: str, code: str, variant: str) -> None:
    problem = problem_in(kind, written)
    assert (problem.code, problem.variant) == (code, variant)
    assert not problem.fix or problem.applicability == "unsafe"


def problem_in(kind: str, written: str) -> Problem:
    with pytest.raises(Problem) as raised:
        READERS[kind](written)
    return raised.value


@given(
    st.sampled_from(sorted(READERS)), st.text(max_size=30) | st.from_regex(r"[0-9a-zæøå .,–%:/-]{0,20}", fullmatch=True)
)
def test_whatever_is_written_is_read_or_told(kind: str, written: str) -> None:
    try:
        read = READERS[kind](written)
    except Problem as problem:
        if problem.fix and problem.applicability == "safe" and problem.code != "line-break":
            assert READERS[kind](problem.fix) == problem.fix
    else:
        assert READERS[kind](read) == read


@pytest.mark.parametrize(
    ("written", "first", "last", "precision"),
    [
        ("2018-04-27", date(2018, 4, 27), date(2018, 4, 27), "day"),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28), "month"),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31), "month"),
        ("2018", date(2018, 1, 1), date(2018, 12, 31), "year"),
        ("høst 2018", date(2018, 9, 1), date(2018, 11, 30), "season"),
        ("2. halvår 2018", date(2018, 7, 1), date(2018, 12, 31), "half"),
        ("3. kvartal 2018", date(2018, 7, 1), date(2018, 9, 30), "quarter"),
        ("2. tertial 2018", date(2018, 5, 1), date(2018, 8, 31), "tertial"),
        ("uke 1 2018", date(2018, 1, 1), date(2018, 1, 7), "week"),
        ("planperioden", date(2010, 1, 1), date(2022, 12, 31), "plan"),
        ("første del av planperioden", date(2010, 1, 1), date(2016, 7, 1), "plan"),
        ("siste del av planperioden", date(2016, 7, 2), date(2022, 12, 31), "plan"),
    ],
)
def test_a_date_is_an_interval_of_days(written: str, first: date, last: date, precision: str) -> None:
    assert dates.parse(written, PLAN)[1:] == (first, last, precision)


def test_a_year_of_two_digits_is_that_of_the_plan_and_never_sure() -> None:
    for plan, fix in ((PLAN, "2018-04-27"), (dates.ALWAYS, "2018-04-27"), (OLD, "1918-04-27")):
        with pytest.raises(Problem) as raised:
            dates.parse("27.4.18", plan)
        assert (raised.value.fix, raised.value.applicability) == (fix, "unsafe")


@pytest.mark.parametrize("written", ["31.12.2029", "desember 2029", "høsten 2029", "uke 1, 2029", "Q3 2029"])
def test_the_other_ways_to_write_a_date_are_shown_with_the_year_that_was_written(written: str) -> None:
    assert problem_in("dato", written).about["year"] == "2029"


def test_a_period_is_open_where_it_is_written_open() -> None:
    assert periods.parse("–2035") == ("–2035", None, date(2035, 12, 31))
    assert periods.parse("2019–") == ("2019–", date(2019, 1, 1), None)


def test_a_number_has_its_parts() -> None:
    number = numbers.parse("minst 12 000–13 500,5 deltakere per år")
    assert number[1:] == ("minst", Decimal(12000), Decimal("13500.5"), "deltakere per år", False)
    assert numbers.parse("høyst 3. plass")[1:] == ("høyst", Decimal(3), Decimal(3), "plass", True)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("paagaar", "pågår"), ("pagar", "pågår"), ("PÅGÅR", "pågår"), ("pågåår", "pågår"), ("Planlagt", "planlagt"),
        ("fullfort", "fullført"), ("fullfoert", "fullført"), ("utsat", "utsatt"), ("i-gang", "i gang"),
        ("igang", "i gang"), ("ferdig", ""), ("", ""),
    ],
)  # fmt: skip
def test_did_you_mean(written: str, name: str) -> None:
    assert next(iter(nearest(written, ["planlagt", "pågår", "fullført", "utsatt", "i gang"])), "") == name


def test_a_name_that_differs_in_spelling_only_is_the_only_one_near() -> None:
    assert nearest("delmaal", ["delmål", "delmåla", "mål"]) == ("delmål",)
    assert fold("Å-kjøre_ÆRLIG") == fold("aakjoereaerlig")


def test_thousands_of_names_are_searched_fast() -> None:
    names = Nearest(f"h{a}.d{b}.v{c}" for a in range(100) for b in range(5) for c in range(10))
    assert names.find("h42.d3.v77") in {"h42.d3.v7"}
    assert names.find("nothing like it") == ""
