"""Comments that suppress a rule: what is one, what it holds for, and what is said when it does nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompiler.source import Source
from plancompiler.suppress import Suppression, suppressions
from workspaces import HEADER, findings

CODE = "picture-not-described"
FIGURE = """\
figurer:
  - id: g1
    tittel: Befolkning
    alt: ikke beskrevet
"""


def read(text: str) -> tuple[Suppression, ...]:
    return suppressions(Source("plans/eksempel.yaml", text))


def codes(text: str) -> set[str]:
    return {one.code for one in findings(text)}


@pytest.mark.parametrize(
    ("comment", "code", "reason"),
    [
        ("# planc: unntak goal-not-followed-up – gjøres av fylket", "goal-not-followed-up", "gjøres av fylket"),
        ("# planc: unntak goal-not-followed-up - gjøres av fylket", "goal-not-followed-up", "gjøres av fylket"),
        ("#planc: unntak goal-not-followed-up: gjøres av fylket", "goal-not-followed-up", "gjøres av fylket"),
        ("#  planc : Unntak goal-not-followed-up—gjøres – ikke her", "goal-not-followed-up", "gjøres – ikke her"),
        ("# planc unntak goal-not-followed-up – gjøres av fylket", "goal-not-followed-up", "gjøres av fylket"),
        ("# planc: unntak goal-not-followed-up gjøres av fylket", "goal-not-followed-up", "gjøres av fylket"),
        ("# planc: unntak goal-not-followed-up", "goal-not-followed-up", ""),
        ("# planc: unntak goal-not-followed-up – ", "goal-not-followed-up", ""),
        ("# planc: unntak goal-not-followed-up – !", "goal-not-followed-up", ""),
        ("# planc: unntak", "", ""),
        ("# planc:", "", ""),
        ("# planc: slå av goal-not-followed-up", "", ""),
    ],
)
def test_a_comment_names_a_code_and_a_reason(comment: str, code: str, reason: str) -> None:
    (found,) = read(f"a: b\nc: d {comment}\n")
    assert (found.code, found.reason, found.line) == (code, reason, 2)


@pytest.mark.parametrize(
    "text",
    [
        "a: b # plancompiler: unntak x – y\n",
        "a: b # planc skal rydde her\n",
        "a: b # om planc: unntak x – y\n",
        'a: "b # planc: unntak x – y"\n',
        "a: 'b # planc: unntak x – y'\n",
        "a: |\n  b\n  # planc: unntak x – y\n  c\n",
        "a: >\n  # planc: unntak x – y\n  c\n",
        "a: b#planc: unntak x – y\n",
    ],
)
def test_what_is_text_is_no_comment(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\nc: d # planc: unntak x – y\n", 2),
        ("a: b\n# planc: unntak x – y\nc: d\n", 3),
        ("a: b\n  # planc: unntak x – y\n\n# mer om dette\n\nc: d\n", 6),
        ("a: |  # planc: unntak x – y\n  b\n", 1),
        ("a: |\n  b\n# planc: unntak x – y\nc: d\n", 4),
        ("a:\n  - {b: c} # planc: unntak x – y\n", 2),
        ("# planc: unntak x – y\na: b\n", 0),
        ("# om fila\n\n# planc: unntak x – y\n\na: b\n", 0),
        ("---\n# planc: unntak x – y\na: b\n", 0),
        ("a: b\r\nc: d\r\n# planc: unntak x – y\r\ne: f\r\n", 4),
        ("a: b\n# planc: unntak x – y\n", -1),
    ],
)
def test_it_holds_for_its_line_the_next_or_the_file(text: str, line: int) -> None:
    (found,) = read(text)
    assert (found.code, found.reason, found.line) == ("x", "y", line)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a: b # planc: unntak x – y\nc: d\n", "a: b\nc: d\n"),
        ("a: b  \t# planc: unntak x – y", "a: b"),
        ("a: b\n  # planc: unntak x – y\nc: d\n", "a: b\nc: d\n"),
        ("# planc: unntak x – y\r\na: b\r\n", "a: b\r\n"),
    ],
)
def test_what_is_removed_leaves_the_rest_as_it_was(text: str, left: str) -> None:
    (found,) = read(text)
    assert text[: found.cut.start] + text[found.cut.end :] == left
    assert text[found.place.start : found.place.end] == "# planc: unntak x – y"


@given(st.text(alphabet="# \n\r\tplanc:unntak-x–'\"|>[]{}&", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for found in read(f"a: b\n# planc {text}"):
        assert 0 <= found.cut.start <= found.place.end <= len(text) + 13


def test_a_suppressed_finding_is_gone() -> None:
    assert CODE in codes(HEADER + FIGURE)
    for text in (
        HEADER + FIGURE.replace("beskrevet", f"beskrevet # planc: unntak {CODE} – bildet kommer"),
        HEADER + FIGURE.replace("    alt", f"    # planc: unntak {CODE} – bildet kommer\n    alt"),
        f"# planc: unntak {CODE} – bildene kommer\n" + HEADER + FIGURE,
    ):
        assert not codes(text) & {CODE, "unused-suppression", "comment-eats-text"}, text


def test_only_that_rule_and_that_place_is_suppressed() -> None:
    elsewhere = HEADER + FIGURE.replace("Befolkning", f"Befolkning # planc: unntak {CODE} – bildet kommer")
    assert {CODE, "unused-suppression"} <= codes(elsewhere)
    other = HEADER + FIGURE.replace("beskrevet", "beskrevet # planc: unntak missing-period – vet ikke")
    assert {CODE, "unused-suppression"} <= codes(other)
    two = FIGURE + FIGURE.removeprefix("figurer:\n").replace("g1", "g2")
    one = two.replace("beskrevet", f"beskrevet # planc: unntak {CODE} – bildet kommer", 1)
    assert [found.where.line for found in findings(HEADER + one) if found.code == CODE] == [14]


def test_without_a_reason_it_holds_for_nothing() -> None:
    found = codes(HEADER + FIGURE.replace("beskrevet", f"beskrevet # planc: unntak {CODE}"))
    assert {CODE, "suppression-without-reason"} <= found
    assert "unused-suppression" not in found


def test_what_is_no_rule_cannot_be_suppressed() -> None:
    text = HEADER + "mål:\n  - id: m1\n    titel: Alle # planc: unntak unknown-key – slik heter det her\n"
    assert {"unknown-key", "not-a-rule"} <= codes(text)


def test_a_misspelt_code_is_told_and_mended() -> None:
    text = HEADER + "# planc: unntak picture-not-describd – bildet kommer\n" + FIGURE
    (found,) = (one for one in findings(text) if one.code == "unknown-rule")
    (fix,) = found.fixes
    (edit,) = fix.edits
    assert fix.applicability == "unsafe"
    assert text[: edit.where.start] + edit.text + text[edit.where.end :] == text.replace("describd", "described")


def test_an_unused_one_is_a_tip_that_removes_it() -> None:
    text = HEADER + FIGURE.replace("ikke beskrevet", f"Søyler. # planc: unntak {CODE} – bildet kommer")
    (found,) = (one for one in findings(text) if one.code == "unused-suppression")
    (fix,) = found.fixes
    assert (found.severity, fix.applicability) == ("info", "safe")
    (edit,) = fix.edits
    assert text[: edit.where.start] + edit.text + text[edit.where.end :] == HEADER + FIGURE.replace(
        "ikke beskrevet", "Søyler."
    )


def test_a_file_with_errors_is_not_told_that_a_suppression_is_unused() -> None:
    text = (
        HEADER + FIGURE.replace("ikke beskrevet", f"Søyler. # planc: unntak {CODE} – bildet kommer") + "    tull: x\n"
    )
    assert "unused-suppression" not in codes(text)
