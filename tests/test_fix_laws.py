"""What holds of every fix, over random plans with random mistakes in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from depth import EXAMPLES
from layouts import laid_out, random_workspace
from mistakes import plant, slip
from plancompiler.diagnostic import Applicability
from plancompiler.edits import TextEdit, applied
from plancompiler.fix import Checked, fixed
from plancompiler.report import Finding, Remedy
from test_cli import planc
from test_fix import PATH, check, fix
from workspaces import HEADER

Files = Mapping[str, bytes]

seeds = st.integers(0, 2**32 - 1)
# Each example checks a workspace many times over.
settings.register_profile("workspaces", max_examples=EXAMPLES // 5, deadline=None)
many = settings.get_profile("workspaces")


def with_mistakes(random: Random, *, slips: bool) -> Files:
    """Return a workspace in random layouts, with mistakes in one or two of its plans and parts."""
    data = random_workspace(random)
    plans = [path for path in data if "registre" not in path]
    chosen = random.sample(plans, random.randint(1, 2))
    for path in chosen:
        plant(data[path], random, random.randint(1, 4))
    files = {path: laid_out(each, random).data for path, each in data.items()}
    for path in chosen if slips else ():
        files[path] = slip(files[path].decode(), random).encode()
    return files


def key(one: Finding) -> tuple[str, str, str]:
    return one.code, one.where.path, one.message


def safe(one: Finding) -> Remedy | None:
    return next((each for each in one.fixes if each.applicability == "safe" and each.edits), None)


def with_fix(files: Files, made: Remedy) -> Files:
    """Return the files with one fix made, whatever it does."""
    edits = (TextEdit(edit.where.path, edit.where.start, edit.where.end, edit.text) for edit in made.edits)
    return {**files, **applied(files, edits)}


def errors(checked: Checked) -> int:
    return sum(one.severity == "error" for one in checked.findings)


@many
@given(seeds)
def test_a_safe_fix_removes_its_finding_and_adds_none(seed: int) -> None:
    files = with_mistakes(Random(seed), slips=False)
    before = check(files)
    said = Counter(map(key, before.findings))
    for one in before.findings:
        mend = safe(one)
        if mend is None:
            continue
        left = Counter(map(key, check(with_fix(files, mend)).findings))
        assert left[key(one)] < said[key(one)], one
        # Other findings may come to count otherwise, or to suggest another id, but none is of a new kind.
        assert {code for code, _, _ in left} <= {code for code, _, _ in said}, one


@many
@given(seeds)
def test_all_that_is_safe_is_mended_at_once_and_ids_of_parts_never_collide(seed: int) -> None:
    files = with_mistakes(Random(seed), slips=False)
    after = {**files, **fix(files)}
    checked = check(after)
    assert not [one for one in checked.findings if safe(one)]
    assert "duplicate-id" not in {one.code for one in checked.findings}
    assert not fix(after)
    spoken_of = {one.where.path for one in check(files).findings}
    assert {path for path in files if files[path] != after[path]} <= spoken_of


@many
@given(seeds)
# Of lines out of line that stand together, one was moved twice.
@example(4637548)
def test_fixing_ends_and_makes_nothing_worse_also_where_the_yaml_is_broken(seed: int) -> None:
    files = with_mistakes(Random(seed), slips=True)
    after = {**files, **fix(files)}
    assert errors(check(after)) <= errors(check(files))
    assert not fix(after), "fixing what is fixed changes nothing"


REGISTER = b"""\
register: enheter
tittel: Enheter
akt\xc3\xb8rer:
  - {id: kultur, navn: Kulturetaten, type: enhet, alias: HEV}
  - {id: helse, navn: Helseetaten, type: enhet}
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ansvarlig: Kulturetaten, Helseetaten", "ansvarlig: [Kulturetaten, Helseetaten]"),
        ('ansvarlig: "Kulturetaten, Helseetaten"', "ansvarlig: [Kulturetaten, Helseetaten]"),
        ("ansvarlig: 'HEV/Helseetaten'  # begge", "ansvarlig: [HEV, Helseetaten]  # begge"),
        ('ansvarlig: ["Kulturetaten, Helseetaten"]', "ansvarlig: [Kulturetaten, Helseetaten]"),
        ("ansvarlig:\n    -   HEV og Helseetaten", "ansvarlig:\n    -   HEV\n    - Helseetaten"),
        ("bidrar_til: eksempel/m9", "bidrar_til: eksempel/m9"),
    ],
)
def test_names_in_one_text_become_a_list_of_the_kind_that_is_there(before: str, after: str) -> None:
    plan = HEADER + "mål:\n  - id: m1\n    tittel: A\nvirkemidler:\n  - id: v1\n    tekst: Ett.\n    {}\n"
    files = {PATH: plan.format(before).encode(), "plans/registre/enheter.yaml": REGISTER}
    assert {**files, **fix(files)}[PATH].decode() == plan.format(after)


def test_a_mark_that_closes_is_put_before_the_comment_after_it() -> None:
    text = HEADER + "emner: [eldre, unge\n# sist\n"
    assert fix({PATH: text.encode()})[PATH].decode() == text.replace("unge", "unge]")


@pytest.mark.parametrize(
    "text", ["virkemidler: [\n  Gratis utstyr]\n", "virkemidler:\n  - id\u00a0: v1\n    tekst: A\n"]
)
def test_what_may_not_be_a_bare_text_is_not_made_a_node_of(text: str) -> None:
    files = {PATH: (HEADER + text).encode()}
    assert b"tekst: id" not in {**files, **fix(files)}[PATH]
    assert errors(check({**files, **fix(files)})) <= errors(check(files))


def test_the_command_line_asks_for_them_too(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / PATH).write_text(HEADINGS, "utf-8")
    assert planc("fix", cwd=tmp_path).stdout == "Ingenting kunne rettes trygt.\n"
    assert "+    kapitler:" in planc("fix", "--placeholder", "--diff", cwd=tmp_path).stdout
    assert planc("fix", "--placeholder", cwd=tmp_path).stdout == f"Rettet {PATH}.\n"
    assert planc("fix", "--placeholder", "--språk", "en", cwd=tmp_path).stdout == "Nothing could be fixed.\n"


@pytest.mark.parametrize("empty", ["id:", "id:   # kommer", "id: ~", "id: ''"])
def test_an_id_that_is_empty_is_filled_in(empty: str) -> None:
    text = f"{HEADER}mål:\n  - {empty}\n    tittel: A\n  - {{id: , tittel: B}}\n"
    after = fix({PATH: text.encode()})[PATH].decode()
    assert "- id: m1" in after and "{id: m2 , tittel: B}" in after
    assert ("# kommer" in empty) == ("# kommer" in after)
    assert not errors(check({PATH: after.encode()}))


HEADINGS = (
    HEADER
    + """\
mål:
  - id: m1
    tittel: A
    tekst: |
      Først.

      # Bakgrunn

      Slik var det.

      ## Mer

      Slik er det.
"""
)


def kinds(*applicable: Applicability) -> Files:
    return fixed({PATH: HEADINGS.encode()}, check, frozenset(applicable), lambda one: True)


def test_what_leaves_something_to_fill_in_is_mended_only_when_asked_for() -> None:
    assert "heading-in-prose" in {one.code for one in check({PATH: HEADINGS.encode()}).findings}
    assert not kinds("safe") and not kinds("safe", "unsafe")
    asked = kinds("safe", "placeholder")[PATH].decode()
    assert "#" not in asked and 'tittel: "Bakgrunn"' in asked and 'tittel: "Mer"' in asked
    assert not errors(check({PATH: asked.encode()}))
