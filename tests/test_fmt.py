"""The canonical layout: what it looks like, and that nothing but the layout is changed, however a plan was written."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depth import EXAMPLES
from layouts import laid_out as written
from layouts import random_plan
from plancompiler.decode import decode
from plancompiler.layout import CannotLayOut, formatted
from plancompiler.unit import Unit, compile_unit
from test_cli import planc
from test_parse import TOKENS

ROOT = Path(__file__).parent.parent
CASES = sorted((ROOT / "tests" / "cases" / "fmt").iterdir())
OURS = sorted(
    path
    for folder in (ROOT / "plans", ROOT / "schema" / "vocabulary", *(ROOT / "tests" / "cases").glob("*/plans"))
    for path in folder.rglob("*.yaml")
)
PATH = "plans/eksempel.yaml"

seeds = st.integers(0, 2**32 - 1)


def fmt(data: bytes) -> bytes:
    return formatted(PATH, data)


def compiled(data: bytes) -> Unit:
    return compile_unit(PATH, data)


def codes(data: bytes) -> list[str]:
    return sorted(each.code for each in compiled(data).diagnostics)


def comments(data: bytes) -> tuple[str, ...]:
    return tuple(comment.rstrip() for comment in re.findall(r"# k\d+k [^\r\n]*", data.decode()))


def letters(data: bytes) -> str:
    return "".join(data.decode().split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_layout_written_by_hand_becomes_the_canonical_one(case: Path) -> None:
    before, after = (case / "before.yaml").read_bytes(), (case / "after.yaml").read_bytes()
    assert fmt(before).decode() == after.decode()
    assert fmt(after) == after
    assert letters(before) == letters(after)
    if b"\r" not in before:
        assert fmt(before.replace(b"\n", b"\r\n")) == after


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_our_own_files_are_laid_out(path: Path) -> None:
    data = path.read_bytes()
    assert formatted(path.name, data) == data


@settings(max_examples=EXAMPLES, deadline=None)
@given(seeds)
def test_a_random_layout_becomes_canonical_and_says_the_same(seed: int) -> None:
    random = Random(seed)
    before = written(random_plan(random), random)
    after = fmt(before.data)
    assert fmt(after) == after
    assert compiled(after).document == compiled(before.data).document
    assert comments(after) == before.comments
    assert letters(after) == letters(before.data)
    assert after.startswith(codecs.BOM_UTF8) == before.data.startswith(codecs.BOM_UTF8)
    assert b"\r" not in after and after.endswith(b"\n")


@settings(max_examples=EXAMPLES, deadline=None)
@given(seeds)
def test_a_layout_with_mistakes_in_it_is_refused_or_says_the_same(seed: int) -> None:
    random = Random(seed)
    text = written(random_plan(random), random).data.decode()
    for _ in range(random.randint(1, 3)):
        at = random.randint(0, len(text))
        text = text[:at] + random.choice(TOKENS) + text[at + random.randint(0, 3) :]
    before = text.encode("utf-8", "surrogatepass")
    try:
        after = fmt(before)
    except CannotLayOut:
        return
    assert fmt(after) == after
    assert compiled(after).document == compiled(before).document
    assert letters(after) == letters(before)
    # What was wrong is no less visible in the new layout.
    assert [code for code in codes(before) if code != "lone-carriage-return"] == codes(after)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        after = fmt(data)
    except CannotLayOut as why:
        assert all(each.place.path == PATH for each in why.findings)
    else:
        assert fmt(after) == after


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("plan: [a\n", "unclosed-bracket"),
        ("plan: a\ntittel: A: b\n", "colon-in-text"),
        ("plan: &x a\n", "yaml-anchor"),
        ("plan: a\nplan: b\n", "duplicate-key"),
        ("# bare en kommentar\n", "empty-file"),
        ("plan: a\nmerknader: én\n  - to\n  - tre\n", "list-in-text"),
    ],
)
def test_what_does_not_parse_is_left_with_what_there_is_to_say_of_it(text: str, code: str) -> None:
    with pytest.raises(CannotLayOut) as why:
        fmt(text.encode())
    assert code in {each.code for each in why.value.findings}


def test_a_file_in_another_encoding_is_left() -> None:
    with pytest.raises(CannotLayOut) as why:
        fmt("plan: a\ntittel:   Ærø og Ål på Ørland\n".encode("cp1252"))
    assert [each.code for each in why.value.findings] == ["not-utf8"]


def test_a_hash_that_eats_text_does_not_come_to_look_like_a_comment() -> None:
    before = b"plan:  a\ntittel: Plass #1 for folk\nnummer: #2\n"
    assert fmt(before) == before.replace(b":  a", b": a")
    assert codes(before).count("comment-eats-text") == codes(fmt(before)).count("comment-eats-text") == 2


def test_a_large_file_is_laid_out() -> None:
    random = Random(0)
    goals, size = [], 0
    while size < 1_000_000:
        goal = random_plan(random)["mål"][0]  # type: ignore[index]
        goals.append(goal)
        size += len(str(goal).encode())
    data = written({"plan": "stor", "mål": goals}, random).data
    once = fmt(data)
    assert fmt(once) == once != data


MESSY = "plan:  eksempel\r\ntittel: A   # merk\r\nemner: [ a,b ]\r\n"
NEAT = "plan: eksempel\ntittel: A  # merk\nemner: [a, b]\n"


@pytest.fixture
def space(tmp_path: Path) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/eksempel.yaml").write_bytes(MESSY.encode())
    (tmp_path / "plans/nabo.yaml").write_bytes(MESSY.replace("eksempel", "nabo").encode())
    return tmp_path


def test_the_command_writes_once(space: Path) -> None:
    done = planc("fmt", cwd=space)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Rettet oppsettet i plans/eksempel.yaml.\nRettet oppsettet i plans/nabo.yaml.\n"
    assert (space / "plans/eksempel.yaml").read_bytes() == NEAT.encode()
    again = planc("fmt", cwd=space)
    assert (again.returncode, again.stdout) == (0, "Oppsettet er i orden.\n")
    assert planc("fmt", "--check", cwd=space).returncode == 0


def test_paths_narrow_what_is_written(space: Path) -> None:
    assert planc("fmt", "plans/nabo.yaml", cwd=space).returncode == 0
    assert (space / "plans/eksempel.yaml").read_bytes() == MESSY.encode()
    assert planc("fmt", "--check", "plans/nabo.yaml", cwd=space).returncode == 0
    assert planc("fmt", "finnes-ikke.yaml", cwd=space).returncode == 2


def test_check_and_diff_write_nothing(space: Path) -> None:
    check = planc("fmt", "--check", cwd=space)
    assert (check.returncode, check.stdout.count("Oppsettet må rettes i plans/")) == (1, 2)
    diff = planc("fmt", "--diff", cwd=space)
    assert diff.returncode == 0
    assert "+++ b/plans/nabo.yaml" in diff.stdout and "+emner: [a, b]" in diff.stdout
    assert (space / "plans/eksempel.yaml").read_bytes() == MESSY.encode()
    both = planc("fmt", "--check", "--diff", cwd=space)
    assert both.returncode == 1 and "+emner: [a, b]" in both.stdout and "Oppsettet må rettes" in both.stdout


def test_a_file_that_does_not_parse_is_shown_and_left_and_the_others_are_laid_out(space: Path) -> None:
    broken = "plan:  nabo\ntittel: [A\n"
    (space / "plans/nabo.yaml").write_text(broken, "utf-8")
    done = planc("fmt", cwd=space)
    assert done.returncode == 1
    assert "feil[unclosed-bracket]" in done.stdout and " --> plans/nabo.yaml:2:9" in done.stdout
    assert "plans/nabo.yaml står som den stod. Rett feilene i den først.\n" in done.stdout
    assert (space / "plans/nabo.yaml").read_text("utf-8") == broken
    assert (space / "plans/eksempel.yaml").read_bytes() == NEAT.encode()


def test_it_answers_in_the_language_asked_for(space: Path) -> None:
    assert "Retta oppsettet i" in planc("fmt", "--språk", "nn", cwd=space).stdout
    assert planc("fmt", "--språk", "en", cwd=space).stdout == "The layout is in order.\n"


def test_the_case_of_windows_has_its_line_ends() -> None:
    before = (ROOT / "tests/cases/fmt/windows/before.yaml").read_bytes()
    assert before.count(b"\r\n") == before.count(b"\n") > 5
    assert decode(PATH, before)[0].text.count("\r\n") == before.count(b"\n")
