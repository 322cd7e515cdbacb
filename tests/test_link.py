"""Linking: small workspaces, the links they give and what is said of them."""

from __future__ import annotations

import pytest

from plancompiler.inherit import un_goals
from plancompiler.values.un_goal import decimal_target
from workspaces import HEADER, findings, workspace

GOALS = """\
mål:
  - id: m1
    tittel: Flere er med
    bærekraftsmål: 3
    delmål:
      - id: m1.d1
        tittel: Lavere terskel
        virkemidler:
          - id: m1.d1.v1
            tekst: Åpne møteplasser.
  - id: m2
    tittel: Tryggere nærmiljø
"""

REGISTER = """\
register: r
aktører:
  - id: oslo
    navn: Oslo kommune
    type: kommune
    kommune: 0301
  - id: oslo-kultur
    navn: Kulturetaten
    type: enhet
    del_av: oslo
  - id: nav
    navn: NAV
    alias: [Arbeids- og velferdsetaten]
    type: stat
dokumenter:
  - id: folkehelseloven
    tittel: Folkehelseloven
    type: lov
"""


def links(text: str, role: str) -> set[tuple[str, str, str]]:
    program = workspace({"plans/a.yaml": HEADER + text, "plans/registre/r.yaml": REGISTER}).program
    return {(link.source, link.target, link.basis) for link in program.links if link.role == role}


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("nav", "nav"),
        ("NAV", "nav"),
        ("arbeids- og velferdsetaten", "nav"),
        ("Kulturetaten", "oslo-kultur"),
        ("'[[nav]]'", "nav"),
        ("[[nav]]", "nav"),
        ("[nav]", "nav"),
        ("[{til: nav, rolle: leder}]", "nav"),
    ],
)
def test_an_actor_is_found_by_id_name_and_alias(written: str, target: str) -> None:
    found = links(f"virkemidler:\n  - id: v1\n    tekst: Noe.\n    ansvarlig: {written}\n", "ansvarlig")
    assert found == {("eksempel/v1", target, "skrevet")}


def test_a_units_name_reaches_its_own_municipality_only() -> None:
    plan = "virkemidler:\n  - id: v1\n    tekst: Noe.\n    ansvarlig: Kulturetaten\n"
    files = {"plans/a.yaml": HEADER.replace("0301", "4601") + plan, "plans/registre/r.yaml": REGISTER}
    assert "unknown-actor" in {one.code for one in findings(files)}
    files["plans/a.yaml"] = files["plans/a.yaml"].replace("Kulturetaten", "oslo-kultur")
    assert "unknown-actor" not in {one.code for one in findings(files)}


def test_prose_links_to_anything() -> None:
    text = GOALS + "kapitler:\n  - id: k1\n    tekst: Se [[m1]], [[nav|Nav]] og [[folkehelseloven]].\n"
    assert {target for _, target, _ in links(text, "omtaler")} == {"eksempel/m1", "nav", "folkehelseloven"}


def test_strategies_beside_goals_serve_them_all() -> None:
    text = "områder:\n  - id: o\n    tittel: Eldre\n    mål:\n"
    text += "      - {id: m1, tittel: Ett}\n      - {id: m2, tittel: To}\n"
    text += "    strategier:\n      - {id: s1, tekst: Alle.}\n      - {id: s2, tekst: Bare ett., bidrar_til: m2}\n"
    assert links(text, "bidrar_til") == {
        ("eksempel/s1", "eksempel/m1", "gruppe"),
        ("eksempel/s1", "eksempel/m2", "gruppe"),
        ("eksempel/s2", "eksempel/m2", "skrevet"),
    }


def test_the_plan_itself_is_no_group() -> None:
    assert not links(GOALS + "virkemidler:\n  - {id: v1, tekst: Noe.}\n", "bidrar_til")


def test_what_a_chapter_contributes_to_holds_for_those_in_it() -> None:
    text = GOALS + "kapitler:\n  - id: k1\n    tittel: Tiltak\n    bidrar_til: m2\n"
    text += "    virkemidler:\n      - {id: v1, tekst: Noe.}\n"
    assert ("eksempel/v1", "eksempel/m2", "arvet") in links(text, "bidrar_til")


def test_un_goals_are_found_by_number_target_and_name() -> None:
    text = GOALS.replace("bærekraftsmål: 3", "bærekraftsmål: [3, 17.10, 16.b, god utdanning]")
    assert {target for _, target, _ in links(text, "bærekraftsmål")} == {"fn/3", "fn/17.10", "fn/16.b", "fn/4"}


def test_a_part_hangs_under_the_node_it_names() -> None:
    part = "del_av: eksempel\nunder: m2\ndelmål:\n  - id: m2.d1\n    tittel: Mer lys\n    bidrar_til: m1\n"
    program = workspace({"plans/e/plan.yaml": HEADER + GOALS, "plans/e/del.yaml": part}).program
    assert program.parents["eksempel/m2.d1"] == "eksempel/m2"
    assert list(program.nodes)[-2:] == ["eksempel/m2", "eksempel/m2.d1"]


def test_a_part_may_hang_under_a_node_of_another_part() -> None:
    one = "del_av: eksempel\nunder: m9\ndelmål:\n  - {id: m9.d1, tittel: Under}\n"
    two = "del_av: eksempel\nmål:\n  - {id: m9, tittel: Over}\n"
    files = {"plans/e/plan.yaml": HEADER + GOALS, "plans/e/a.yaml": one, "plans/e/b.yaml": two}
    assert not [one for one in findings(files) if one.severity == "error"]
    assert workspace(files).program.parents["eksempel/m9.d1"] == "eksempel/m9"


def test_a_quotation_fetches_title_text_and_un_goals() -> None:
    other = HEADER.replace("eksempel", "annen").replace("Eksempel", "Annen")
    other += "mål:\n  - id: h1\n    sitert: eksempel/m1\n    virkemidler:\n      - {id: h1.v1, tekst: Mitt eget.}\n"
    program = workspace({"plans/a.yaml": HEADER + GOALS, "plans/b.yaml": other}).program
    assert program.nodes["annen/h1"].text("tittel") == "Flere er med"
    assert [link.target for link in program.outgoing["annen/h1"] if link.role == "bærekraftsmål"] == ["fn/3"]
    assert program.quoted == {"annen/h1"}


_AREA = "områder:\n  - {id: o, tittel: O, bærekraftsmål: [8], mål: [{id: m1, tittel: En, bærekraftsmål: [3]}]}\n"


@pytest.mark.parametrize(
    ("quotation", "tied"),
    [
        ("sitert: eksempel/m1", ["fn/3", "fn/8"]),
        ("sitert: eksempel/m1, bærekraftsmål: [4]", ["fn/4", "fn/8"]),
        # One with words of its own is a quotation, and fetches nothing.
        ("sitert: eksempel/m1, tittel: En", []),
    ],
)
def test_what_is_fetched_has_the_un_goals_that_its_origin_inherits(quotation: str, tied: list[str]) -> None:
    other = HEADER.replace("eksempel", "annen").replace("Eksempel", "Annen")
    other += f"mål:\n  - {{id: h1, {quotation}, virkemidler: [{{id: h1.v1, tekst: Mitt eget.}}]}}\n"
    program = workspace({"plans/a.yaml": HEADER + _AREA, "plans/b.yaml": other}).program
    own, inherited = un_goals(program, "annen/h1.v1")
    assert not own and [link.target for link in inherited] == tied
    assert [link.target for links in un_goals(program, "annen/h1") for link in links] == tied


def test_plans_that_fetch_from_each_other_inherit_once() -> None:
    ring = (
        "områder:\n  - id: o\n    tittel: O\n    bærekraftsmål: [%s]\n"
        "    mål: [{id: m, sitert: %s/n, delmål: [{id: n, tittel: N}]}]\n"
    )
    other = HEADER.replace("eksempel", "annen").replace("Eksempel", "Annen")
    files = {"plans/a.yaml": HEADER + ring % (8, "annen"), "plans/b.yaml": other + ring % (3, "eksempel")}
    assert {link.target for link in un_goals(workspace(files).program, "annen/n")[1]} == {"fn/3", "fn/8"}


def test_who_a_plan_was_sent_to_is_an_actor_where_the_register_knows_the_name() -> None:
    text = HEADER + "saksgang: [{steg: høring, til: [NAV, Alle grendene, '[[nav]]']}]\n"
    program = workspace({"plans/a.yaml": text, "plans/registre/r.yaml": REGISTER}).program
    sent = [(link.target, link.text) for link in program.outgoing["eksempel"] if link.role == "sendt_til"]
    assert sent == [("nav", "NAV"), ("", "Alle grendene"), ("nav", "nav")]


def test_a_chapter_quoted_with_its_own_words_is_quoted_whole() -> None:
    text = (
        "kapitler:\n  - id: k\n    tittel: Fra før\n    sitert: Gammel plan\n    mål:\n      - {id: m1, tittel: Ett}\n"
    )
    assert workspace(HEADER + text).program.quoted == {"eksempel/k", "eksempel/m1"}


def test_an_old_plan_id_leads_to_the_living_plan_and_its_nodes() -> None:
    program = workspace(HEADER + "tidligere_id: gammel\n" + GOALS).program
    assert program.redirects["gammel"] == "eksempel"
    assert program.redirects["gammel/m1"] == "eksempel/m1"


def test_a_draft_is_not_counted_nor_what_is_replaced() -> None:
    adopted = HEADER.replace("utkast", "vedtatt")
    new = adopted.replace("eksempel", "ny").replace("Eksempel", "Ny") + "erstatter: eksempel\n"
    draft = HEADER.replace("eksempel", "neste") + "utkast_til: ny\n"
    files = {"plans/a.yaml": adopted, "plans/b.yaml": new, "plans/c.yaml": draft}
    assert workspace(files).program.counted == {"ny"}


@pytest.mark.parametrize(
    ("text", "code", "line", "said"),
    [
        ("virkemidler:\n  - id: v1\n    tekst: Noe.\n    bidrar_til: m1.d9\n", "unknown-reference", 4, "du id-en"),
        ("kapitler:\n  - id: k1\n    tekst: Se [[m11]].\n", "unknown-reference", 3, "m1"),
        ("virkemidler:\n  - id: v1\n    tekst: Noe.\n    bidrar_til: annen/m1\n", "unknown-reference", 4, "annen"),
        ("virkemidler:\n  - id: v1\n    tekst: Noe.\n    bidrar_til: nav\n", "wrong-kind", 4, "NAV"),
        ("strategier:\n  - id: s1\n    tekst: Noe.\n    bærekraftsmål: 3.10\n", "unknown-un-target", 4, "3.a–3.d"),
        ("virkemidler:\n  - id: v1\n    tekst: Noe.\n    ansvarlig: fn/3\n", "wrong-kind", 4, "FN-mål 3"),
        ("saksgang:\n  - steg: høring\n    til: m1.d1\n", "wrong-kind", 3, "feltet «til»"),
        ("strategier:\n  - id: m1\n    tekst: Noe.\n", "duplicate-id", 2, "m1"),
    ],
)
def test_what_does_not_hold_is_named_where_it_is(text: str, code: str, line: int, said: str) -> None:
    files = {"plans/a.yaml": HEADER + GOALS + text, "plans/registre/r.yaml": REGISTER}
    (one,) = [one for one in findings(files) if one.severity == "error"]
    assert one.code == code
    assert one.where.line == (HEADER + GOALS).count("\n") + line
    assert said in one.message + one.label + one.help


@pytest.mark.parametrize(
    ("written", "message", "help", "fix"),
    [
        ("18", "FN-mål 18 finnes ikke", "Rett nummeret, eller skriv navnet på målet.", ""),
        ("Bærekraftige byer", "FN-mål «Bærekraftige byer» finnes ikke", "11 Bærekraftige byer og lokalsamfunn?", "11"),
        ("havet", "FN-mål «havet» finnes ikke", "Mente du 14 Livet i havet? Skriv 14.", "14"),
        ("Mindre ulikhett", "FN-mål «Mindre ulikhett» finnes ikke", "Mente du 10 Mindre ulikhet? Skriv 10.", "10"),
        ("ti", "FN-mål «ti» finnes ikke", "Mente du 10 Mindre ulikhet? Skriv 10.", "10"),
        ("Snøbrøyting", "FN-mål «Snøbrøyting» finnes ikke", "skriv nummeret på målet, 1–17.", ""),
    ],
)
def test_a_un_goal_that_is_none_is_told_which_is_near(written: str, message: str, help: str, fix: str) -> None:
    (one,) = (one for one in findings(HEADER + GOALS + f"bærekraftsmål: {written}\n") if one.severity == "error")
    assert one.message == message
    assert help in one.help
    assert [edit.text for each in one.fixes for edit in each.edits] == ([fix] if fix else [])


@pytest.mark.parametrize(
    ("written", "message", "help", "fix"),
    [
        ("11 Bærekraftige byer", "med nummer eller navn, ikke med begge", "Skriv 11.", ("11", "safe")),
        ('[3, "11: Bærekraftige byer og lokalsamfunn"]', "ikke med begge", "Skriv 11.", ("11", "safe")),
        ("[3, {fn: FN-mål 11 (bærekraftige byer)}]", "ikke med begge", "Skriv 11.", ("11", "safe")),
        ("11 Byer i vekst", "ikke med begge", "Skriv 11.", ("11", "unsafe")),
        ("3.4 Psykisk helse", "ikke med begge", "Skriv 3.4.", ("3.4", "unsafe")),
        ("11 God utdanning", "FN-mål 11 heter ikke «God utdanning»", "og 4 hvis du mener God utdanning.", None),
        ("18 Romfart", "FN-mål 18 Romfart finnes ikke", "Rett nummeret", None),
        ("3.20 Rusmidler", "FN-delmål 3.20 finnes ikke", "Rett nummeret, eller skriv bare 3", None),
    ],
)
def test_a_un_goal_with_number_and_name_is_told_to_have_one(
    written: str, message: str, help: str, fix: tuple[str, str] | None
) -> None:
    (one,) = (one for one in findings(HEADER + GOALS + f"bærekraftsmål: {written}\n") if one.severity == "error")
    assert message in one.message
    assert help in one.help
    assert [(each.edits[0].text, each.applicability) for each in one.fixes] == ([fix] if fix else [])


@pytest.mark.parametrize("lost", ["", "6 og 14", "[3, 4]", "{vekt: hoved}"])
@pytest.mark.parametrize("item", ["18", "{fn: 18}", "Utdanning", "FN-mål 11 byer"])
def test_an_item_after_one_that_could_not_be_read_is_named_where_it_stands(lost: str, item: str) -> None:
    text = f"bærekraftsmål:\n  - {lost}\n  - 1\n  - {item}\n"
    found = [one for one in findings(HEADER + GOALS + text) if one.code in ("unknown-un-goal", "un-goal-format")]
    assert max(one.where.line for one in found) == (HEADER + GOALS).count("\n") + 4
    assert all(edit.where.line == one.where.line for one in found for fix in one.fixes for edit in fix.edits)


def test_a_target_written_with_a_comma_is_one_that_there_is() -> None:
    goals = workspace(HEADER).program.vocabularies["bærekraftsmål"].values()
    targets = {str(target["id"]) for goal in goals for target in goal.records("delmål")}
    numbers = [f"{goal},{target}" for goal in range(1, 30) for target in range(1, 30)]
    assert {decimal_target(number) for number in numbers} == {"", *(one for one in targets if one[-1].isdigit())}


def test_a_mistake_in_nynorsk_is_named_at_its_own_key() -> None:
    text = "verkemiddel:\n  - id: v1\n    tekst: Noko.\n    bidreg_til: [m1, m9]\n"
    (one,) = (one for one in findings(HEADER.replace("nb", "nn") + GOALS + text) if one.severity == "error")
    assert (one.where.line, one.where.column) == ((HEADER + GOALS).count("\n") + 4, 22)


def test_a_file_in_the_wrong_encoding_is_blamed_not_the_one_it_repeats() -> None:
    files: dict[str, str | bytes] = {"plans/a.yaml": (HEADER + GOALS).encode("cp1252")}
    files["plans/b.yaml"] = HEADER + GOALS
    found = [one for one in findings(files) if one.severity == "error"]
    assert found and {one.where.path for one in found} == {"plans/a.yaml"}


def test_what_could_not_be_read_is_not_missed() -> None:
    assert [one.code for one in findings(HEADER.replace("2026–2030", "2030–2026"))] == ["period-reversed"]


def test_an_actor_registered_for_other_plans_only_is_said_to_be() -> None:
    plan = "virkemidler:\n  - id: v1\n    tekst: Noe.\n    ansvarlig: Kulturetaten\n"
    files = {"plans/a.yaml": HEADER.replace("0301", "4601") + plan, "plans/registre/r.yaml": REGISTER}
    (one,) = (one for one in findings(files) if one.code == "unknown-actor")
    assert "plans/registre/r.yaml" in one.label and "oslo-kultur" in one.help
