"""The rules of time and procedure, responsibility and money: what they say of a plan, and what they leave alone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from workspaces import findings


def plan(type: str = "temaplan", status: str = "utkast", period: str = "2026–2030", more: str = "") -> str:
    return (
        f"plan: eksempel\ntittel: Eksempel\ntype: {type}\nkommune: 0301\nspråk: nb\n"
        f"periode: {period}\nstatus: {status}\n{more}"
    )


def procedure(*steps: str) -> str:
    return "saksgang:\n" + "".join(f"  - {{steg: {step}}}\n" for step in steps) if steps else ""


# What is tested here; other rules have a word to say of such small plans.
RULES = frozenset(
    "title-period-differs planning-period-too-short planning-programme-missing consultation-missing "
    "consultation-too-short decision-missing decided-by-other-body steps-out-of-order two-plans-in-force "
    "case-year-differs cited-without-number cited-superseded measure-without-owner measure-without-financing "
    "step-without-date change-not-carried-out impossible-date".split()
)


def said(files: str | Mapping[str, str | bytes]) -> list[tuple[str, str]]:
    """Return the codes and messages of what these rules find."""
    return [(one.code, one.message) for one in findings(files) if one.code in RULES]


def codes(files: str | Mapping[str, str | bytes]) -> set[str]:
    return {code for code, _ in said(files)}


# ---------------------------------------------------------------- time


@pytest.mark.parametrize(
    ("title", "period", "found"),
    [
        ("Idrett 2024–2030", "2025–2030", True),
        ("Idrett 2024-30", "2025–2030", True),
        ("Idrett 2024 – 2030", "–2031", True),
        ("Idrett 2025–2030", "2025–2030", False),
        ("Idrett 2025–30", "2025-08–2030-06", False),
        ("Idrett 2024–2030", "–2030", False),
        ("Økonomiplan 2027–2030 etter samfunnsdelen 2014–2026", "2027–2030", False),
        ("Idrett mot 2050", "2025–2030", False),
        ("Møtet 2026-03", "2025–2030", False),
        ("Sak 2024-2030-17", "2025–2030", False),
    ],
)
def test_years_in_the_title_are_those_of_the_period(title: str, period: str, found: bool) -> None:
    assert ("title-period-differs" in codes(plan(period=period).replace("Eksempel", title))) == found


@pytest.mark.parametrize(
    ("type", "period", "found"),
    [
        ("handlingsdel", "2027–2029", True),
        ("handlingsdel", "2020", True),
        ("handlingsdel", "2027–2030", False),
        ("handlingsdel", "2027-07–2031-06", False),
        ("handlingsdel", "2027-07–2031-05", True),
        ("handlingsdel", "–2028", False),
        ("handlingsplan", "2027", False),
        ("økonomiplan", "2027–2029", True),
    ],
)
def test_a_plan_is_as_long_as_its_type_asks(type: str, period: str, found: bool) -> None:
    assert ("planning-period-too-short" in codes(plan(type, period=period))) == found
    for over in ("gjengivelse: utdrag\n", ""):
        ended = plan(type, "ukjent" if over else "erstattet", period, over)
        assert "planning-period-too-short" not in codes(ended)


# ---------------------------------------------------------------- hearing

WHOLE = (
    "planprogram på høring, periode: 2025-03-01–2025-04-20",
    "planprogram fastsatt, organ: Kommunestyret, dato: 2025-06-12, sak: PS 31/25",
    "høring, periode: 2026-02-02–2026-03-16",
    "vedtak, organ: Kommunestyret, dato: 2026-06-11, sak: PS 23/26",
    "kunngjort, dato: 2026-06-20",
)


@pytest.mark.parametrize("type", ["samfunnsdel", "kommunedelplan"])
def test_a_whole_procedure_gets_no_word(type: str) -> None:
    assert said(plan(type, "vedtatt", "2026–2038", procedure(*WHOLE))) == []
    assert said(plan(type, "på høring", "2026–2038", procedure(*WHOLE[:3]))) == []
    assert said(plan(type, "utkast", "2026–2038")) == []
    assert said(plan(type, "ukjent", "2026–2038")) == []


@pytest.mark.parametrize(
    ("type", "status", "steps", "found"),
    [
        ("samfunnsdel", "på høring", WHOLE[2:3], {"planning-programme-missing"}),
        ("samfunnsdel", "til vedtak", WHOLE[:2], {"consultation-missing"}),
        ("samfunnsdel", "på høring", (), {"consultation-missing"}),
        ("samfunnsdel", "vedtatt", (), {"decision-missing"}),
        ("samfunnsdel", "vedtatt", WHOLE[3:], {"planning-programme-missing", "consultation-missing"}),
        ("temaplan", "på høring", (), set()),
        ("temaplan", "vedtatt", WHOLE[3:], set()),
        ("økonomiplan", "vedtatt", ("innstilling, organ: Formannskapet, dato: 2026-05-20", *WHOLE[3:]), set()),
        ("samfunnsdel", "erstattet", WHOLE[3:], set()),
    ],
)
def test_what_a_procedure_lacks(type: str, status: str, steps: tuple[str, ...], found: set[str]) -> None:
    assert codes(plan(type, status, "2026–2038", procedure(*steps))) == found


@pytest.mark.parametrize(
    ("type", "heard", "message"),
    [
        ("samfunnsdel", ("2026-02-02–2026-03-09",), "Høringen varer i 35 dager; loven krever minst seks uker"),
        ("samfunnsdel", ("2026-02-02–2026-03-16",), ""),
        ("samfunnsdel", ("2026-02-02–2026-03-16", "2026-05-02–2026-05-16"), ""),
        ("samfunnsdel", ("2026-02-02–2026-03-09", "2026-05-02–2026-05-16"), "Høringen varer i 35 dager"),
        ("samfunnsdel", ("2026-02–2026-03",), ""),
        ("samfunnsdel", ("2026-02-02–",), ""),
        ("handlingsdel", ("2026-10-15–2026-11-10",), "Høringen varer i 26 dager; loven krever minst 30 dager"),
        ("handlingsplan", ("2026-10-15–2026-10-16",), ""),
    ],
)
def test_a_hearing_is_long_enough(type: str, heard: tuple[str, ...], message: str) -> None:
    steps = (*WHOLE[:2], *(f"høring, periode: {period}" for period in heard))
    found = dict(said(plan(type, "på høring", "2026–2038", procedure(*steps))))
    assert found.get("consultation-too-short", "").startswith(message) if message else not found


def test_the_words_of_a_short_hearing() -> None:
    steps = procedure(*WHOLE[:2], "høring, periode: 2026-02-02–2026-03-09")
    found = findings(plan("samfunnsdel", "på høring", "2026–2038", steps))
    (one,) = (each for each in found if each.code == "consultation-too-short")
    assert one.label == "dette er 2. februar 2026 – 9. mars 2026"
    assert one.help == (
        "Sett fristen til 16. mars 2026 eller senere (plan- og bygningsloven § 11-14). Er høringen over, lar du datoene"
        " stå og forklarer dem i «avvik»."
    )


def test_a_workspace_says_itself_how_long_a_hearing_is() -> None:
    own = "vokabular: plantyper\nposter:\n  - {id: temaplan, nb: temaplan, høring_dager: 42}\n"
    short = plan(status="på høring", more=procedure("høring, periode: 2026-02-02–2026-03-09"))
    assert said({"plans/vokabular/typer.yaml": own, "plans/eksempel.yaml": short}) == [
        ("consultation-too-short", "Høringen varer i 35 dager; plantypen krever minst 42 dager")
    ]
    assert said(short) == []


def test_the_programme_and_the_recommendation_have_their_time_too() -> None:
    steps = ("planprogram på høring, periode: 2025-03-01–2025-03-20", *WHOLE[1:3])
    assert said(plan("samfunnsdel", "på høring", "2026–2038", procedure(*steps))) == [
        ("consultation-too-short", "Planprogrammet er på høring i 19 dager, men skal være det i minst 42")
    ]
    steps = ("innstilling, organ: Formannskapet, dato: 2026-06-04", *WHOLE[3:])
    assert said(plan("økonomiplan", "vedtatt", "2027–2030", procedure(*steps))) == [
        ("consultation-too-short", "Innstillingen ligger ute i 7 dager, men skal gjøre det i minst 14")
    ]


# ---------------------------------------------------------------- decision


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ("vedtak, organ: Kommunestyret, dato: 2026-06-11, sak: PS 23/26", ""),
        ("vedtak, organ: Kommunestyret, dato: 2026-06-11", "Vedtaket mangler «sak»"),
        ("vedtak, sak: PS 23/26", "Vedtaket mangler «organ», «dato»"),
        ("vedtak, sak: PS 23/26, merknader: Kilden sier ikke mer.", ""),
        ("vedtak, organ: Kommunestyret, dato: 2026-06-11, sak: PS 23/26, resultat: utsatt", "Planen er vedtatt, men"),
    ],
)
def test_an_adopted_plan_says_when_by_whom_and_in_which_case(step: str, message: str) -> None:
    found = said(plan(status="vedtatt", more=procedure(step)))
    assert [code for code, _ in found] == (["decision-missing"] if message else [])
    assert all(text.startswith(message) for _, text in found)


def test_a_date_that_cannot_be_read_is_not_missing() -> None:
    step = "vedtak, organ: Kommunestyret, dato: 2026-06-31, sak: PS 23/26"
    assert codes(plan(status="vedtatt", more=procedure(step))) == {"impossible-date"}


@pytest.mark.parametrize(
    ("type", "body", "found"),
    [
        ("kommunedelplan", "Formannskapet", True),
        ("kommunedelplan", "Utvalg for oppvekst", True),
        ("kommunedelplan", "kommunestyret", False),
        ("kommunedelplan", "Nordvik kommunestyre", False),
        ("kommunedelplan", "Heradsstyret", False),
        ("kommunedelplan", "Bydelsutvalget", False),
        ("kommunedelplan", "Fellesnemnda", False),
        ("kommunedelplan", "KST", False),
        ("temaplan", "Utvalg for oppvekst", False),
    ],
)
def test_who_adopts(type: str, body: str, found: bool) -> None:
    steps = (*WHOLE[:3], f"vedtak, organ: {body}, dato: 2026-06-11, sak: PS 23/26")
    assert ("decided-by-other-body" in codes(plan(type, "vedtatt", "2026–2038", procedure(*steps)))) == found
    register = f"register: r\naktører:\n  - {{id: organet, navn: {body}, type: politisk}}\n"
    files = {
        "plans/eksempel.yaml": plan(type, "vedtatt", "2026–2038", procedure(*steps).replace(body, "organet")),
        "plans/registre/r.yaml": register,
    }
    assert ("decided-by-other-body" in codes(files)) == found


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        (WHOLE, ""),
        ((*WHOLE[:3], "vedtak, organ: K, dato: 2026-03-11"), "Planen er vedtatt før høringen var over"),
        ((*WHOLE[:3], "vedtak, organ: K, dato: 2026-03"), ""),
        ((WHOLE[3], "kunngjort, dato: 2026-06-01"), "Planen er kunngjort før den ble vedtatt"),
        ((WHOLE[0], "planprogram fastsatt, organ: K, dato: 2025-04-01"), "Planprogrammet er fastsatt før høringen av"),
        ((WHOLE[1], "høring, periode: 2025-05-01–2025-06-20"), "Planen er sendt på høring før planprogrammet ble"),
        ((WHOLE[3], "høring, periode: 2028-05-01–2028-06-20"), ""),
        ((*WHOLE, "høring, periode: 2028-05-01–2028-06-20", "vedtak, organ: K, dato: 2028-09-01"), ""),
    ],
)
def test_the_order_of_steps(steps: tuple[str, ...], message: str) -> None:
    found = dict(said(plan(more=procedure(*steps))))
    assert found.get("steps-out-of-order", "").startswith(message)
    assert bool(message) == ("steps-out-of-order" in found)


@pytest.mark.parametrize(
    ("case", "found"),
    [
        ("PS 23/25", True),
        ("K-sak 40/25", True),
        ("K24/2018", True),
        ("sak 144/21", True),
        ("144/25", True),
        ("PS 23/26", False),
        ("37/26", False),
        ("K24/2026", False),
        ("Arkivsak 17/7556", False),
        ("25/1042", False),
        ("17/21", False),
        ("2025/1042", False),
        ("PS 23", False),
        ("PS 12/52", False),
    ],
)
def test_the_year_of_a_case_is_that_of_its_date(case: str, found: bool) -> None:
    step = procedure(f"vedtak, organ: Kommunestyret, dato: 2026-06-11, sak: {case}")
    assert ("case-year-differs" in codes(plan(more=step))) == found


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ("oppstart", "Steget «oppstart» har ingen dato"),
        ("oppstart, dato: 2026-01-15", ""),
        ("oppstart, merknader: Kilden sier ikke når.", ""),
        ("høring, periode: 2026-03-01–2026-04-20", ""),
        ("uttalelse, dato: 2026-01-15", "Steget «uttalelse» sier ikke hvilket organ det gjelder"),
        ("innstilling", "Steget «innstilling» har verken dato eller organ"),
    ],
)
def test_a_step_says_when_and_who(step: str, message: str) -> None:
    assert [text for _, text in said(plan(more=procedure(step)))] == ([message] if message else [])


def test_changes_of_an_adopted_plan_are_carried_out() -> None:
    changes = """\
saksgang:
  - steg: vedtak
    organ: Kommunestyret
    dato: 2026-06-11
    sak: PS 23/26
    resultat: vedtatt med endringer
    endringer:
      - nummer: 1
        tekst: Utlån skal finnes i hver bydel.
        gjennomført: Tatt inn.
      - nummer: 2
        tekst: Vedlegg 3 går ut.
      - tekst: Kapittel 4 går ut.
"""
    assert [message for _, message in said(plan(status="vedtatt", more=changes))] == [
        "Planen sier ikke hvordan endring 2 i vedtaket er tatt inn",
        "Planen sier ikke hvordan endringen i vedtaket er tatt inn",
    ]
    assert said(plan(status="til vedtak", more=changes)) == []


def test_two_plans_in_force() -> None:
    old = plan("samfunnsdel", "ukjent", "2014–2026").replace("plan: eksempel", "plan: gammel")
    new = plan("samfunnsdel", "ukjent", "2026–2038")

    def found(new: str, old: str = old) -> list[str]:
        files = {"plans/gammel.yaml": old, "plans/eksempel.yaml": new}
        return [one.where.path for one in findings(files) if one.code == "two-plans-in-force"]

    assert found(new) == ["plans/eksempel.yaml"]
    assert found(new + "erstatter: gammel\n") == []
    assert found(new.replace("ukjent", "på høring")) == []
    assert found(new.replace("0301", "1103")) == []
    assert found(new.replace("språk: nb", "språk: nn")) == []
    assert found(new.replace("samfunnsdel", "temaplan"), old.replace("samfunnsdel", "temaplan")) == []


# ---------------------------------------------------------------- documents


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Se Meld. St. 15 om dette.", ["Meld. St. 15"]),
        ("Se St.meld. nr. 47.", ["St.meld. nr. 47"]),
        ("Se NOU 17.", ["NOU 17"]),
        ("Se Meld. St. 15 (2017–2018).", []),
        ("Se Meld. St. 15 Leve hele livet (2017–2018).", []),
        ("Se NOU 2016: 17, og siden NOU 17.", []),
        ("Se NOU 2016:17 og Prop. 112 L (2018–2019).", []),
        ("Se [[d|Meld. St. 15]].", []),
        ("Se en NOU om dette.", []),
    ],
)
def test_numbers_in_prose_have_a_year(text: str, found: list[str]) -> None:
    register = "register: r\ndokumenter:\n  - {id: d, tittel: Leve, type: annet}\n"
    prose = plan(more=f"kapitler:\n  - id: k1\n    tekst: |\n      {text}\n")
    messages = said({"plans/eksempel.yaml": prose, "plans/registre/r.yaml": register})
    assert messages == [("cited-without-number", f"«{one}» mangler året nummeret hører til") for one in found]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("tittel: Leve hele livet, type: stortingsmelding", True),
        ("tittel: Leve hele livet, type: stortingsmelding, nummer: Meld. St. 15", True),
        ("tittel: Leve hele livet, type: stortingsmelding, nummer: Meld. St. 15 (2017–2018)", False),
        ("tittel: Leve hele livet, type: stortingsmelding, år: 2018", False),
        ("tittel: Leve hele livet, type: stortingsmelding, merknader: Kilden sier ikke nummeret.", False),
        ("tittel: Årlig melding om kvalitet, type: stortingsmelding", False),
        ("tittel: Folkehelseloven, type: lov", False),
        ("tittel: Handlingsplan, type: plan", False),
    ],
)
def test_documents_in_a_series_have_number_and_year(entry: str, found: bool) -> None:
    register = f"register: r\ndokumenter:\n  - {{id: d, {entry}}}\n"
    citing = {"plans/eksempel.yaml": plan(more="bygger_på: d\n"), "plans/registre/r.yaml": register}
    assert codes(citing) == ({"cited-without-number"} if found else set())
    assert codes({**citing, "plans/eksempel.yaml": plan()}) == set()


def test_a_superseded_document_is_said_once_where_the_plan_builds_on_it() -> None:
    register = (
        "register: r\ndokumenter:\n  - {id: a, tittel: Gammel, type: strategi, erstattet_av: b}\n"
        "  - {id: b, tittel: Ny, type: strategi}\n"
    )
    goals = "mål:\n  - {id: m1, tittel: Et, bygger_på: a}\n  - {id: m2, tittel: To, bygger_på: a}\n"
    files = {"plans/eksempel.yaml": plan(more=goals), "plans/registre/r.yaml": register}
    assert [one for one in said(files) if one[0] == "cited-superseded"] == [
        ("cited-superseded", "«Gammel» er erstattet av «Ny»")
    ]
    both = {**files, "plans/eksempel.yaml": plan(more="bygger_på: [a, b]\n")}
    assert "cited-superseded" not in codes(both)
    assert "cited-superseded" not in codes({**files, "plans/eksempel.yaml": plan(status="opphevet", more=goals)})


def test_a_document_that_a_plan_in_force_replaces_is_superseded_too() -> None:
    register = "register: r\ndokumenter:\n  - {id: a, tittel: Gammel plan, type: plan}\n"
    heir = plan(status="vedtatt", more="erstatter: a\n").replace("plan: eksempel", "plan: ny").replace("Eksempel", "Ny")
    files = {"plans/eksempel.yaml": plan(more="bygger_på: a\n"), "plans/ny.yaml": heir, "plans/r.yaml": register}
    assert ("cited-superseded", "«Gammel plan» er erstattet av «Ny»") in said(files)
    for status in ("utkast", "opphevet"):
        assert "cited-superseded" not in codes(files | {"plans/ny.yaml": heir.replace("vedtatt", status)})
    own = plan(status="vedtatt", more="erstatter: a\nbygger_på: a\n")
    assert "cited-superseded" not in codes({"plans/eksempel.yaml": own, "plans/r.yaml": register})


# ---------------------------------------------------------------- responsibility and money


def measures(*fields: str, above: str = "") -> str:
    listed = "".join(f"      - {{id: v{place}, tekst: Tiltak {place}{field}}}\n" for place, field in enumerate(fields))
    return f"mål:\n  - id: m1\n    tittel: Alle har et sted å være\n{above}    virkemidler:\n{listed}"


OWNER = ", ansvarlig: Kulturetaten"


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ((OWNER, OWNER), []),
        (("",), ["Ingen har ansvaret for «Tiltak 0»"]),
        ((OWNER, OWNER, ""), ["Ingen har ansvaret for «Tiltak 2»"]),
        (("", "", ""), ["Ingen av planens 3 virkemidler har en ansvarlig"]),
        ((OWNER, "", ""), ["2 av planens 3 virkemidler har ingen ansvarlig"]),
        ((OWNER, ", følges_opp_i: Handlingsplanen"), []),
        ((OWNER, ", prioritering: foreslått", ", status: utsatt", ", status: fullført"), []),
        ((OWNER, ", sitert: Vedtatte satsinger"), []),
        ((OWNER, f", virkemidler: [{{id: a, tekst: En{OWNER}}}, {{id: b, tekst: To{OWNER}}}]"), []),
        ((OWNER, f", virkemidler: [{{id: a, tekst: En{OWNER}}}, {{id: b, tekst: To}}]"), ["Ingen har ansvaret for «T"]),
        ((OWNER, ", ansvarlig: {til: [a, b]}"), []),
    ],
)
def test_a_measure_has_an_owner(fields: tuple[str, ...], messages: list[str]) -> None:
    found = [message for code, message in said(plan(more=measures(*fields))) if code == "measure-without-owner"]
    assert len(found) == len(messages)
    assert all(one.startswith(start) for one, start in zip(found, messages, strict=True))


@pytest.mark.parametrize(
    "more",
    [
        measures("", "", above="    ansvarlig: Kulturetaten\n"),
        "følges_opp_i: Handlingsplanen\n" + measures("", ""),
        "gjengivelse: utdrag\n" + measures("", ""),
    ],
)
def test_an_owner_may_stand_above_or_elsewhere(more: str) -> None:
    assert "measure-without-owner" not in codes(plan(more=more))


def test_the_plans_own_word_for_measures_is_used() -> None:
    own = plan(more="betegnelser: {virkemiddel: [Tiltak, Tiltak]}\n" + measures("", ""))
    assert ("measure-without-owner", "Ingen av planens 2 tiltak har en ansvarlig") in said(own)
    nynorsk = {one.message for one in findings(plan(more=measures("", "")).replace("språk: nb", "språk: nn"), "nn")}
    assert "Ingen av 2 verkemiddel i planen har nokon ansvarleg" in nynorsk


@pytest.mark.parametrize(
    ("type", "header", "money", "count"),
    [
        ("handlingsdel", "", ("", ""), 1),
        ("handlingsdel", "", (", finansiering: ukjent", ", finansiering: innenfor rammen"), 0),
        ("handlingsdel", "", (", finansiering: ukjent", ""), 1),
        ("handlingsdel", "finansiering: innenfor rammen\n", ("", ""), 0),
        ("handlingsplan", "", ("", ""), 0),
        ("temaplan", "", ("", ""), 0),
    ],
)
def test_an_action_programme_says_how_measures_are_paid(
    type: str, header: str, money: tuple[str, ...], count: int
) -> None:
    fields = tuple(f"{OWNER}{each}" for each in money)
    found = said(plan(type, period="2027–2030", more=header + measures(*fields)))
    assert len([code for code, _ in found if code == "measure-without-financing"]) == count
