"""The municipality of `cases/nordvik`, checked: what is said of it, what of breakages in it, and when it is due."""

from __future__ import annotations

from collections import Counter

import pytest

from nordvik_workspace import BEFORE, NEW, OLD, SUPERIOR, Change, built, case
from plancompiler.workspace import Workspace
from site_pages import said_of
from workspaces import findings_of


def codes(space: Workspace) -> Counter[tuple[str, str]]:
    return Counter((one.code, one.severity) for one in findings_of(space))


# ---------------------------------------------------------------- what is said of it


def test_the_case_is_clean_but_for_what_it_explains() -> None:
    assert [(one.code, one.severity, one.help) for one in findings_of(case())] == [
        (
            "consultation-too-short",
            "info",
            "Planen forklarer det slik: Statsbudsjettet kom sent, og formannskapet valgte 33 dager. Loven krever 30.",
        )
    ]


_PLAN = f"plans/{SUPERIOR}/plan.yaml"
_LOCAL = f"plans/{SUPERIOR}/b-lokalsamfunn.yaml"
_ACTION = f"plans/{NEW}/plan.yaml"
_PEOPLE = f"plans/{NEW}/tiltak-folk.yaml"
_PLACES = f"plans/{NEW}/tiltak-lokalt.yaml"
_CARE = f"plans/{NEW}/tiltak-velferd.yaml"
_SERVICE = f"plans/{NEW}/tiltak-drift.yaml"
_REGISTER = "plans/registre/nordvik.yaml"
_EXEMPT = "  # planc: unntak measure-without-owner – Ansvaret blir fordelt når frivilligsentralen er på plass.\n"
_LEFT = """\
følger_ikke_opp:
  - til: nordvik-samfunnsdel-2025/lokal.m3
    begrunnelse: Tiltakene står i kulturplanen.
    følges_opp_i: [nordvik-kulturplan]
"""
_MONEY = """\
finansiering:
  form: i budsjett
  tekst: Pengene er satt av i budsjettet for 2027 der tiltaket ikke sier noe annet.
"""
_TECHNICAL = "    navn: Teknisk drift\n"

# What is broken: the file, a text in it, what stands there instead, and the findings there are then beside the others.
BREAKAGES: dict[str, tuple[str, str, str, dict[tuple[str, str], int]]] = {
    "five weeks": (_PLAN, "2025-03-17–2025-05-05", "2025-03-17–2025-04-21", {("consultation-too-short", "warning"): 1}),
    "a short programme": (
        _PLAN, "2024-08-19–2024-10-04", "2024-08-19–2024-09-20", {("consultation-too-short", "warning"): 1},
    ),
    "six weeks": (_PLAN, "2025-03-17–2025-05-05", "2025-03-17–2025-04-28", {}),
    "another body": (
        _PLAN, "organ: Kommunestyret\n    dato: 2025-06-19", "organ: Formannskapet\n    dato: 2025-06-19",
        {("decided-by-other-body", "warning"): 1},
    ),
    "an amendment left": (
        _PLAN, "        gjennomført: Vedlegget er teke ut.\n", "", {("change-not-carried-out", "warning"): 1},
    ),
    "steps in disorder": (_PLAN, "dato: 2024-10-24", "dato: 2024-07-24", {("steps-out-of-order", "warning"): 1}),
    "last year's case": (_ACTION, "sak: PS 92/26", "sak: PS 92/25", {("case-year-differs", "warning"): 1}),
    "own words for a fetched goal": (
        _ACTION, f"    sitert: {SUPERIOR}/helse.m1\n",
        f"    tittel: De eldre bor hjemme\n    sitert: {SUPERIOR}/helse.m1\n", {("quotation-differs", "info"): 1},
    ),
    "a superior goal forgotten": (_ACTION, _LEFT, "", {("superior-goal-not-taken-up", "info"): 1}),
    "a goal without a reason": (
        _LOCAL, "        utan_oppfølging: Fjorden er rein i dag, og målet er å halde han slik.\n", "",
        {("goal-not-followed-up", "warning"): 1},
    ),
    "the superior plan of yesterday": (
        _ACTION, f"overordnet: {SUPERIOR}", f"overordnet: {BEFORE}", {("superior-plan-ended", "warning"): 1},
    ),
    "a link to what is retired": (
        _PEOPLE, "bidrar_til: [arbeid,", "bidrar_til: [arbeid.v2,", {("retired-reference", "error"): 1},
    ),
    "a retired id for something new": (_PEOPLE, "id: unge.v2", "id: arbeid.v2", {("retired-id-in-use", "error"): 1}),
    "a former id": (_ACTION, "[arbeid.v3, unge.v1]", "[arbeid.v3, motested]", {("renamed-reference", "error"): 1}),
    "an actor nobody knows": (
        _CARE, "ansvarlig: Helse\n    frist: 2029", "ansvarlig: Hjemmetjenesten\n    frist: 2029",
        {("unknown-actor", "warning"): 1},
    ),
    "an actor out of reach": (
        _REGISTER, _TECHNICAL, f"{_TECHNICAL}    gjelder: {OLD}\n", {("unknown-actor", "warning"): 7},
    ),
    "no reason for an exemption": (
        _PLACES, " – Ansvaret blir fordelt når frivilligsentralen er på plass.", "",
        {("measure-without-owner", "warning"): 1, ("suppression-without-reason", "warning"): 1},
    ),
    "no exemption": (_PLACES, _EXEMPT, "", {("measure-without-owner", "warning"): 1}),
    "no money": (_ACTION, _MONEY, "", {("measure-without-financing", "warning"): 1}),
    # The language asks no year of a cost: what the source does not say is left out.
    "a cost without a year": (_SERVICE, "verdi: 40 000 kr, år: 2027", "verdi: 40 000 kr", {}),
    "a cost in another spelling": (_SERVICE, "verdi: 40 000 kr", "verdi: 40.000 kr", {("number-format", "error"): 1}),
    "a word of no vocabulary": (_PLACES, "blir avklart", "blir drøftet", {("unknown-word", "error"): 1}),
    # Nothing compares two editions but `diff`, which looks at what the ids meant before.
    "an id for something else than last year": (
        f"plans/{OLD}.yaml", "tekst: Klargjøre tomter ved stasjonen.", "tekst: Feire kommunejubileet.", {},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKAGES)
def test_what_breaks_is_found_and_nothing_else(name: str) -> None:
    *change, wanted = BREAKAGES[name]
    path, text, other = change
    assert codes(case((path, text, other))) - codes(case()) == Counter(wanted)


def test_a_former_id_that_is_fetched_from_is_one_mistake() -> None:
    errors = codes(case((_ACTION, f"{SUPERIOR}/arbeid.m3", f"{SUPERIOR}/arbeid.mal3")))
    assert [code for code, level in errors if level == "error"] == ["renamed-reference"]


def test_a_step_may_be_written_in_nynorsk() -> None:
    assert codes(case((_PLAN, "steg: medvirkning", "steg: medverknad"))) == codes(case())


# ---------------------------------------------------------------- when

# Everything of the new handlingsdel that has a time, in the order it begins: the id, the words in bokmål and in
# nynorsk, the first and the last day. What has no day keeps the order of the plan.
TIMES: tuple[tuple[str, str, str, str, str], ...] = (
    ("f1", "januar 2027 – mars 2027", "januar 2027 – mars 2027", "2027-01-01", "2027-03-31"),
    ("eldre.v2", "første del av planperioden", "første del av planperioden", "2027-01-01", "2028-12-31"),
    ("drift.v1", "planperioden", "planperioden", "2027-01-01", "2030-12-31"),
    ("f1.p1", "19. januar 2027", "19. januar 2027", "2027-01-19", "2027-01-19"),
    ("unge.v2", "vår 2027", "vår 2027", "2027-03-01", "2027-05-31"),
    ("f2", "1. april 2027 – 15. desember 2027", "1. april 2027 – 15. desember 2027", "2027-04-01", "2027-12-15"),
    ("arbeid.v4.p1", "1. mai 2027", "1. mai 2027", "2027-05-01", "2027-05-01"),
    ("arbeid.v1.a", "2. halvår 2027", "2. halvår 2027", "2027-07-01", "2027-12-31"),
    ("arbeid.v4", "uke 35 2027", "veke 35 2027", "2027-08-30", "2027-09-05"),
    ("moteplasser.v1", "1. kvartal 2028", "1. kvartal 2028", "2028-01-01", "2028-03-31"),
    ("drift.v3", "fra 2028", "frå 2028", "2028-01-01", ""),
    ("drift.v4", "vår 2028 – høst 2029", "vår 2028 – haust 2029", "2028-03-01", "2029-11-30"),
    ("moteplasser.v2", "2. tertial 2028", "2. tertial 2028", "2028-05-01", "2028-08-31"),
    ("arbeid.v1.b", "juni 2028", "juni 2028", "2028-06-01", "2028-06-30"),
    ("drift.v5", "til juni 2028", "til juni 2028", "", "2028-06-30"),
    ("arbeid.v1", "høst 2028", "haust 2028", "2028-09-01", "2028-11-30"),
    ("eldre.v1", "2029", "2029", "2029-01-01", "2029-12-31"),
    ("moteplasser.v3", "siste del av planperioden", "siste del av planperioden", "2029-01-01", "2030-12-31"),
    ("moteplasser.v4", "2029–2030", "2029–2030", "2029-01-01", "2030-12-31"),
    ("arbeid.v3", "løpende", "løpande", "", ""),
    ("unge.v1", "årlig", "årleg", "", ""),
    ("eldre.v3", "hvert 2. år", "kvart 2. år", "", ""),
    ("drift.v2", "kvartalsvis", "kvartalsvis", "", ""),
    ("drift.v6", "tertialvis", "tertialvis", "", ""),
)


@pytest.mark.parametrize(("name", "words"), [(name, nb) for name, nb, *_ in TIMES])
def test_a_time_is_worded_in_bokmål(name: str, words: str) -> None:
    assert words in said_of(case().program, built().pages, f"{NEW}/{name}")


@pytest.mark.parametrize(
    ("name", "words"),
    [(name, nn) for name, _, nn, *_ in TIMES],
)
def test_a_time_is_worded_in_nynorsk(name: str, words: str) -> None:
    assert words in said_of(case().program, built(language="nn").pages, f"{NEW}/{name}")


def test_the_time_plan_is_in_order() -> None:
    nodes = case().program.nodes
    titles = [nodes[f"{NEW}/{name}"].text("tittel") or nodes[f"{NEW}/{name}"].text("tekst") for name, *_ in TIMES]
    rows = [row for row in built().table("perioder") if row["Plan"] == "Handlingsdelen 2027–2030"]
    found = [(row["Punkt"], row["Fra"], row["Til"]) for row in rows]
    assert found == [(title, first, last) for title, (*_, first, last) in zip(titles, TIMES, strict=True)]
    # What falls due next stands before the rows.
    page = " ".join(built().pages["tabeller/perioder.html"].text.split()).partition(" rader ")[2]
    places = [page.index(title) for title, (*_, first, _) in zip(titles, TIMES, strict=True) if first]
    assert places == sorted(places)


def test_responsibility_is_in_the_order_of_the_register_and_deadlines_in_theirs() -> None:
    rows = [row for row in built().table("ansvar") if row["Plan"] == "Handlingsdelen 2027–2030"]
    actors = list(dict.fromkeys(row["Ansvarlig"] for row in rows))
    assert actors == [
        "Plan og miljø", "Teknisk drift", "Oppvekst og læring", "Helse og meistring", "Nordvik næringslag",
        "Ungdomsrådet i Nordvik",
    ]  # fmt: skip
    # A role that somebody fills is told of with who fills it, and nowhere else.
    assert [row["Ansvarlig"] for row in rows if "Prosjekteier" in row["Måte"]] == ["Plan og miljø", "Plan og miljø"]
    assert [row["Frist"] for row in rows if row["Ansvarlig"] == "Helse og meistring"] == [
        "2029", "første del av planperioden", "hvert 2. år", "tertialvis",
    ]  # fmt: skip
    text = " ".join(built().pages["aktor/nordvik.html"].text.split()).partition("Forsinket, utsatt")[0]
    due = [
        "19. januar 2027", "1. mai 2027", "uke 35 2027", "høst 2027", "2. halvår 2027", "1. kvartal 2028", "juni 2028",
        "høst 2028",
    ]  # fmt: skip
    places = [text.index(one) for one in due]
    assert places == sorted(places)
    # What is done, put off or stopped falls due no more, and what only begins on a day falls due on none.
    assert [one for one in (" vår 2027", "2. tertial 2028", "første del av", "fra 2028") if one in text] == []


def test_the_time_plan_has_the_strategies_that_say_when() -> None:
    assert [(row["Type"], row["Fra"], row["Til"]) for row in _rows_of("perioder")] == [
        ("Strategi a", "2026-01-01", "2030-12-31"), ("Strategi b", "2027-09-01", "2027-11-30"),
    ]  # fmt: skip


# ---------------------------------------------------------------- which edition

# The new handlingsdel is on hearing still, so last year's is the one in force.
_ON_HEARING = (_ACTION, "status: vedtatt", "status: på høring")


@pytest.mark.parametrize(
    ("changes", "goal", "by"),
    [
        # Both editions fetch goal 1, and one of them counts; only the new one fetches goal 3.
        ((), "Mål 1", ["Strategi a", "Mål"]),
        ((_ON_HEARING,), "Mål 1", ["Strategi a", "Mål"]),
        ((), "Mål 3", ["Strategi a", "Mål", "Delmål 1.1", *(f"Tiltak {number}" for number in range(13, 19))]),
        ((_ON_HEARING,), "Mål 3", ["Strategi a"]),
    ],
)
def test_follow_up_is_by_the_edition_in_force(changes: tuple[Change, ...], goal: str, by: list[str]) -> None:
    rows = [row for row in built(*changes).table("oppfolging") if row["Plan"] == "Samfunnsdelen 2025–2037"]
    followed = next(row["Følges opp av"] for row in rows if row["Type"] == goal)
    assert [each.partition(":")[0] for each in followed.split("; ")] == by


@pytest.mark.parametrize(
    ("changes", "counted", "apart"),
    [
        ((), "Tiltak 4: Øke tallet på læreplasser", "Tiltak: Holde fast ved tallet på læreplasser"),
        ((_ON_HEARING,), "Tiltak: Holde fast ved tallet på læreplasser", "Tiltak 4: Øke tallet på læreplasser"),
    ],
)
def test_the_edition_in_force_is_what_is_counted(changes: tuple[Change, ...], counted: str, apart: str) -> None:
    text = " ".join(built(*changes).pages["fn/4.html"].text.split())
    before, _, after = text.partition("Ikke talt med")
    assert counted in before and counted not in after and apart in after and apart not in before
    assert "Direkte 2 punkter" in before
    banner = "Denne planen gjelder ikke lenger." in built(*changes).pages[f"{OLD}/index.html"].text
    assert banner is not bool(changes)


# ---------------------------------------------------------------- what stands beside what


def _under(plan: str, page: str, anchor: str) -> str:
    return " ".join(built().pages[f"{plan}/{page}.html"].under(anchor).split())


def _rows_of(table: str) -> list[dict[str, str]]:
    return [row for row in built().table(table) if row["Plan"] == "Samfunnsdelen 2025–2037"]


def test_what_only_stands_beside_goals_is_not_said_to_serve_them() -> None:
    area = _under(SUPERIOR, "index", "lokal")
    # Under a heading of its own: it would be read as the last goal's.
    assert "Slik gjer vi det: strategi for hele «Gode lokalsamfunn» Står sammen med Mål 3 Mål 4 Mål 5 a Bruke" in area
    assert "Bidrar til" not in area and "Svarer på" not in area
    assert "Bidrar til Mål 2: Unge finn arbeid heime" in _under(SUPERIOR, "index", "arbeid.s2"), "that is written"
    assert "gruppe" not in built().files[f"markdown/{SUPERIOR}.md"]


def test_a_challenge_is_met_by_what_says_so_alone() -> None:
    said = _under(SUPERIOR, "index", "arbeid.u1")
    assert "Møtes av Mål 2: Unge finn arbeid heime Står sammen med Mål 1" in said and said.count("Møtes av") == 1


def test_follow_up_by_what_is_for_a_whole_area_is_said_to_be_so() -> None:
    said = {row["Type"]: row["Oppfølging"] for row in _rows_of("oppfolging")}
    assert said["Mål 4"] == "fulgt opp her, gjennom det som gjelder hele «Gode lokalsamfunn»"
    assert said["Mål 5"] == f"{said['Mål 4']}, men ikke av Handlingsdelen 2027–2030"
    assert said["Mål 2"] == said["Mål 6"] == "fulgt opp her"


def test_a_milestone_in_a_list_is_called_one() -> None:
    assert "Milepæl: Søknaden er sendt" in _under(NEW, "index", "arbeid.v4.p1")
    assert "Milepæl: Søknaden er sendt" in _under(NEW, "arbeid", "arbeid.v4.p1")


def test_what_a_measure_delivers_stands_in_the_order_it_is_written() -> None:
    assert "Leverer Vedtatt reguleringsplan Kunnskapsgrunnlag for Nordvik" in _under(NEW, "arbeid", "arbeid.v1")
    turned = ('[Vedtatt reguleringsplan, "[[nordvik-kunnskap]]"]', '["[[nordvik-kunnskap]]", Vedtatt reguleringsplan]')
    page = built((f"plans/{NEW}/tiltak-arbeid.yaml", *turned)).pages[f"{NEW}/arbeid.html"]
    assert "Leverer Kunnskapsgrunnlag for Nordvik Vedtatt" in " ".join(page.under("arbeid.v1").split())


def test_the_picture_of_the_procedure_says_where_the_deadlines_of_measures_are() -> None:
    text = " ".join(built().pages[f"{NEW}/index.html"].text.split())
    assert "Frister for tiltak er ikke med her; de står i tabellen «Tidsplan»." in text


def test_a_text_named_on_a_line_has_no_full_stop_in_it() -> None:
    assert "Tiltak 14: Måle svartida – kvartalsvis" in " ".join(built().pages["aktor/nordvik-plan.html"].text.split())
    assert "(Areal må stå klare; Samfunnsdelen 2025–2037)" in _under(NEW, "arbeid", "arbeid.v1")


def test_an_actor_named_in_a_capacity_of_its_own_is_not_said_to_work_on_it() -> None:
    (page,) = (page for path, page in built().pages.items() if "<h1>Ungdomsrådet i Nordvik</h1>" in page.html)
    text = " ".join(page.text.split())
    assert "Nevnt ved Handlingsdelen 2027–2030 Rådgiver: Tiltak 5" in text and "Samarbeider om" not in text
