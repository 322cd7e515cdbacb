"""Fixes: what they mend, what they leave, and that they end."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancompiler.catalogue import all_codes
from plancompiler.fix import Checked, fixed
from plancompiler.report import Change, Finding, Remedy, Where
from plancompiler.source import Source
from plancompiler.workspace import assemble
from workspaces import HEADER, findings_of

PATH = "plans/eksempel.yaml"
CARELESS = """\
plan: eksempel
tittel: Eksempel: med kolon
type: temaplan
kommune: 301
språk: nb
periode: 2026 til 2030
status: utkast
mål:
  - id: m1   # behold
    nummer:1
    titel:   Flere får være med
    delmål:
      - tittel: Lavere terskel
        virkemidler:
          - id: m1.d1.v7
            tekst: Åpne møteplasser.
            frist: 27. april 2028
          - Gratis utstyr.

          - {tekst: Mer}
"""
MENDED = """\
plan: eksempel
tittel: "Eksempel: med kolon"
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
mål:
  - id: m1   # behold
    nummer: 1
    tittel:   Flere får være med
    delmål:
      - id: m1.d1
        tittel: Lavere terskel
        virkemidler:
          - id: m1.d1.v7
            tekst: Åpne møteplasser.
            frist: 2028-04-27
          - id: m1.d1.v8
            tekst: Gratis utstyr.

          - {id: m1.d1.v9, tekst: Mer}
"""


def check(files: Mapping[str, bytes]) -> Checked:
    space = assemble(files)
    return Checked({unit.source.path: unit.source for unit in space.units}, findings_of(space))


def fix(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return fixed(files, check, frozenset({"safe"}), lambda one: True)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_everything_safe_is_mended_and_nothing_else_is_touched(ending: str, mark: bytes) -> None:
    before = mark + CARELESS.replace("\n", ending).encode()
    after = fix({PATH: before})[PATH]
    assert after.removeprefix(mark).decode().replace(ending, "\n") == MENDED
    assert not [one for one in check({PATH: after}).findings if one.severity == "error"]


def test_ids_of_parts_never_collide() -> None:
    part = "del_av: eksempel\nunder: m1\ndelmål:\n  - tittel: {}\n"
    files = {
        "plans/e/plan.yaml": HEADER
        + "mål:\n  - id: m1\n    tittel: Ett\n    delmål:\n      - {id: m1.d1, tittel: A}\n",
        "plans/e/a.yaml": part.format("B"),
        "plans/e/b.yaml": part.format("C"),
    }
    after = fix({path: text.encode() for path, text in files.items()})
    assert "id: m1.d2" in after["plans/e/a.yaml"].decode()
    assert "id: m1.d3" in after["plans/e/b.yaml"].decode()


def test_an_id_that_was_ever_used_is_not_used_again() -> None:
    text = (
        HEADER
        + "utgåtte:\n  - {id: m4, tittel: Gammelt, grunn: Fullført}\nmål:\n  - {id: m1, tittel: A}\n  - tittel: B\n"
    )
    assert "- id: m5\n    tittel: B" in fix({PATH: text.encode()})[PATH].decode()


def test_a_file_in_another_encoding_is_left_alone() -> None:
    assert not fix({PATH: CARELESS.encode("cp1252"), "plans/god.yaml": HEADER.replace("eksempel", "god").encode()})


@pytest.mark.parametrize("name", [name for name, code in all_codes().items() if isinstance(code.bad, str) and code.bad])
def test_fixing_a_manuals_wrong_example_ends_and_makes_nothing_worse(name: str) -> None:
    from workspaces import example

    files = {path: text.encode() for path, text in example(all_codes()[name].bad).items()}
    before = check(files)
    after_files = {**files, **fix(files)}
    after = check(after_files)
    assert sum(one.severity == "error" for one in after.findings) <= sum(
        one.severity == "error" for one in before.findings
    )
    assert not fix(after_files), "fixing what is fixed changes nothing"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(CARELESS) - 1), st.sampled_from([" ", "\n", ":", "x", "- ", '"', ""])), max_size=4
    )
)
def test_fixing_ends_whatever_the_mistakes(changes: list[tuple[int, str]]) -> None:
    text = CARELESS
    for at, new in changes:
        text = text[:at] + new + text[at + 1 :]
    files = {PATH: text.encode()}
    once = {**files, **fix(files)}
    assert not fix(once)


def test_a_fix_that_brings_more_errors_than_it_mends_is_given_up() -> None:
    where = Where(PATH, 1, 1, 1, 2, 0, 1)
    harmful = Remedy("", "safe", (Change(where, "b"),))

    def check_letter(files: Mapping[str, bytes]) -> Checked:
        text = files[PATH].decode()
        errors = ("ett",) if text == "a" else ("to", "tre")
        found = tuple(Finding("x", "error", each, "", "", where, (), (harmful,) * (text == "a")) for each in errors)
        return Checked({PATH: Source(PATH, text)}, found)

    assert fixed({PATH: b"a"}, check_letter, frozenset({"safe"}), lambda one: True) == {}
