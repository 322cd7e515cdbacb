"""Follow-up: what answers for a goal, and what does not."""

from __future__ import annotations

import pytest

from plancompiler.followup import ANSWERS, coverage, follow_up, measures
from plancompiler.program import Program
from workspaces import workspace

HERE, ELSEWHERE, CHOSEN, PROPOSED, NOTHING = ANSWERS

# `{}` is what the header says more.
PLAN = """\
plan: a
tittel: A
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: vedtatt
målstruktur: [mål, delmål, virkemiddel]
{}"""

OTHER = """\
plan: b
tittel: B
type: handlingsdel
kommune: 0301
språk: nb
periode: 2026–2030
status: {status}
{rest}"""


def program(text: str, *, header: str = "", other: str = "", status: str = "vedtatt") -> Program:
    files = {"plans/a.yaml": PLAN.format(header) + text}
    if other:
        files["plans/b.yaml"] = OTHER.format(status=status, rest=other)
    return workspace(files).program


def answers(made: Program) -> dict[str, str]:
    return {answer.node: answer.answer for answer in coverage(made)}


GOAL = "mål:\n  - id: m1\n    tittel: Målet\n"


@pytest.mark.parametrize(
    ("text", "answer", "by"),
    [
        pytest.param("", NOTHING, (), id="nothing"),
        pytest.param("    virkemidler:\n      - {id: v, tekst: V}\n", HERE, ("a/v",), id="nested, a level skipped"),
        pytest.param(
            "    kapitler:\n      - id: k\n        tittel: K\n        virkemidler:\n          - {id: v, tekst: V}\n",
            HERE,
            ("a/v",),
            id="in a chapter",
        ),
        pytest.param("    delmål:\n      - {id: d, tittel: D}\n", HERE, ("a/d",), id="the nearest level"),
        pytest.param("    utfordringer:\n      - {id: u, tekst: U}\n", NOTHING, (), id="a challenge answers nothing"),
        pytest.param("    indikatorer:\n      - {id: i, tittel: I}\n", NOTHING, (), id="an indicator does nothing"),
        pytest.param(
            "virkemidler:\n  - {id: v, tekst: V, bidrar_til: m1}\n", HERE, ("a/v",), id="contributes from elsewhere"
        ),
        pytest.param("virkemidler:\n  - {id: v, tekst: V}\n", NOTHING, (), id="the plan is no group"),
        pytest.param("utfordringer:\n  - {id: u, tekst: U, bidrar_til: m1}\n", NOTHING, (), id="of an earlier kind"),
        pytest.param(
            "områder:\n  - {id: o, tittel: O, bidrar_til: m1, strategier: [{id: s, tekst: S}]}\n",
            HERE,
            ("a/o",),
            id="an area, counted as one",
        ),
        pytest.param(
            "områder:\n  - {id: o, tittel: O, bidrar_til: m1}\n", NOTHING, (), id="an area with nothing in it"
        ),
        pytest.param("    følges_opp_i: Budsjettet for 2027\n", ELSEWHERE, (), id="in a document nobody keeps"),
        pytest.param("    uten_oppfølging: Det er ikke råd.\n", CHOSEN, (), id="a choice with its reason"),
        pytest.param(
            "    følges_opp_i: Budsjettet\n    virkemidler:\n      - {id: v, tekst: V}\n", HERE, ("a/v",), id="both"
        ),
    ],
)
def test_what_follows_up_a_goal(text: str, answer: str, by: tuple[str, ...]) -> None:
    found = follow_up(program(GOAL + text), "a/m1")
    assert found is not None
    assert (found.answer, found.by) == (answer, by)


@pytest.mark.parametrize(
    "said", ["prioritering: foreslått", "prioritering: valgt bort", "status: utsatt", "status: stanset"]
)
def test_what_is_set_aside_is_no_follow_up(said: str) -> None:
    found = follow_up(program(f"{GOAL}    virkemidler:\n      - {{id: v, tekst: V, {said}}}\n"), "a/m1")
    assert found is not None
    assert (found.answer, found.by, found.proposed) == (PROPOSED, (), ("a/v",))


def test_a_chapter_gives_the_measures_in_it_their_priority() -> None:
    text = (
        "    kapitler:\n      - id: k\n        tittel: Forslag\n        prioritering: foreslått\n"
        "        virkemidler:\n          - {id: v1, tekst: V}\n"
        "          - {id: v2, tekst: V, prioritering: prioritert}\n"
    )
    found = follow_up(program(GOAL + text), "a/m1")
    assert found is not None
    assert (found.by, found.proposed) == (("a/v2",), ("a/v1",))


def test_the_header_speaks_for_all_nodes() -> None:
    goals = "mål:\n  - {id: m1, tittel: M}\n  - {id: m2, tittel: M, uten_oppfølging: Valgt bort.}\n"
    found = coverage(program(goals, header="følges_opp_i: Handlingsprogrammet\n"))
    assert [(one.answer, [place.text for place in one.places]) for one in found] == [
        (ELSEWHERE, ["Handlingsprogrammet"]),
        (CHOSEN, ["Handlingsprogrammet"]),
    ]
    assert answers(program(goals, header="uten_oppfølging: Bare en visjon.\n"))["a/m1"] == CHOSEN


def test_only_the_chain_is_asked_and_never_its_last_kind() -> None:
    text = GOAL + (
        "    delmål:\n      - {id: d, tittel: D}\n    virkemidler:\n      - {id: v, tekst: V}\n"
        "strategier:\n  - {id: s, tekst: S}\nutfordringer:\n  - {id: u, tekst: U}\n"
    )
    # The measure stands beside the subgoal, and so serves it.
    assert answers(program(text)) == {"a/m1": HERE, "a/d": HERE}


def test_a_measure_may_say_that_the_work_is_done_elsewhere() -> None:
    text = GOAL + "    virkemidler:\n      - {id: v, tekst: V, følges_opp_i: Vedlikeholdsplanen}\n"
    assert answers(program(text)) == {"a/m1": HERE, "a/v": ELSEWHERE}


def test_a_quoted_goal_is_asked_for_nothing_and_follows_up_its_origin() -> None:
    other = "mål:\n  - id: q\n    sitert: a/m1\n"
    assert answers(program(GOAL, other=other)) == {"a/m1": ELSEWHERE}
    assert answers(program(GOAL, other=other, status="utkast")) == {"a/m1": PROPOSED}
    assert answers(program(GOAL, other=other, status="opphevet")) == {"a/m1": NOTHING}


def test_a_goal_of_a_subordinate_plan_follows_up_a_superior_one() -> None:
    other = "mål:\n  - id: m\n    tittel: M\n    bidrar_til: a/m1\n    virkemidler:\n      - {id: v, tekst: V}\n"
    found = follow_up(program(GOAL, other=other), "a/m1")
    assert found is not None
    assert (found.answer, found.by) == (ELSEWHERE, ("b/m",))


def test_another_plan_may_say_that_it_leaves_a_goal_alone() -> None:
    declined = "følger_ikke_opp:\n  - til: a/m1\n    begrunnelse: Staten gjør det.\n"
    found = follow_up(program(GOAL, other=declined), "a/m1")
    assert found is not None
    assert (found.answer, [(reason.plan, reason.text) for reason in found.reasons]) == (
        CHOSEN,
        [("b", "Staten gjør det.")],
    )
    found = follow_up(program(GOAL, other=declined + "    følges_opp_i: Statens plan\n"), "a/m1")
    assert found is not None
    assert (found.answer, [place.text for place in found.places]) == (ELSEWHERE, ["Statens plan"])


def test_a_goal_above_others_is_followed_up_by_them_together() -> None:
    text = (
        "mål:\n  - {id: topp, nivå: overordnet, tittel: T}\n  - {id: effekt, nivå: effektmål, tittel: E}\n"
        "  - {id: bunn, nivå: resultatmål, tittel: B}\n"
    )
    found = {answer.node: answer for answer in coverage(program(text))}
    assert {name: answer.answer for name, answer in found.items()} == {
        "a/topp": HERE,
        "a/effekt": HERE,
        "a/bunn": NOTHING,
    }
    assert found["a/topp"].as_whole
    assert found["a/topp"].by == ("a/effekt", "a/bunn")


def test_without_lower_goals_the_rest_of_the_structure_serves_a_goal_above() -> None:
    text = "mål:\n  - {id: topp, nivå: overordnet, tittel: T}\nstrategier:\n  - {id: s, tekst: S}\n"
    found = follow_up(program(text), "a/topp")
    assert found is not None
    assert (found.answer, found.as_whole, found.by) == (HERE, True, ("a/s",))


def test_the_chain_may_turn_the_levels_round() -> None:
    text = "strategier:\n  - {id: s1, tekst: S, delmål: [{id: d, tittel: D}]}\n  - {id: s2, tekst: S}\n"
    made = workspace(
        {"plans/a.yaml": PLAN.format("").replace("[mål, delmål, virkemiddel]", "[mål, strategi, delmål]") + text}
    )
    assert answers(made.program) == {"a/s1": HERE, "a/s2": NOTHING}


def test_the_plan_type_gives_the_chain() -> None:
    made = workspace({"plans/a.yaml": PLAN.format("").replace("målstruktur: [mål, delmål, virkemiddel]\n", "") + GOAL})
    assert answers(made.program) == {"a/m1": NOTHING}


def test_a_measure_counts_for_every_goal_it_stands_under_or_serves_and_its_points_do_not_count() -> None:
    text = (
        "mål:\n  - id: m1\n    tittel: M\n    delmål:\n      - id: d\n        tittel: D\n        virkemidler:\n"
        "          - {id: v, tekst: V, bidrar_til: m2, virkemidler: [{id: v.a, tekst: A}]}\n  - {id: m2, tittel: M}\n"
    )
    made = program(text)
    assert [measures(made, f"a/{goal}") for goal in ("m1", "d", "m2")] == [("a/v",)] * 3
