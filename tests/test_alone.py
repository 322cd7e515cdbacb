"""What a rule of one plan finds is the same whatever else there is, so it can be kept until what it sees is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from nordvik_workspace import FILES
from plancompiler import rules
from plancompiler.alone import each_alone
from plancompiler.cache import NO_CACHE, Cache
from plancompiler.catalogue import all_codes
from plancompiler.checked import checked
from plancompiler.collect import collect
from plancompiler.diagnostic import Diagnostic, Edit, Fix, Locus, Related, Span
from plancompiler.diagnostic_record import from_text, to_text
from plancompiler.lint import lint
from plancompiler.node import Document, Node
from plancompiler.program import Program
from plancompiler.rule import Rule
from plancompiler.workspace import assemble
from plancompiler.workspace_files import read
from test_outputs import ROOT
from workspaces import HEADER, example, workspace

ALONE = [rule for rule in collect(rules, "RULE", Rule) if rule.alone]

OTHER = HEADER.replace("plan: eksempel", "plan: annen")
TWO = {
    "plans/annen.yaml": OTHER + "mål: [{id: m1, tittel: Vann}, {id: m2, tittel: Luft}]\n",
    "plans/eksempel.yaml": HEADER + "mål: [{id: m1, tittel: Rent vann, bidrar_til: annen/m1}]\n",
}


@pytest.fixture(scope="module")
def programs() -> list[Program]:
    examples = [example(each) for code in all_codes().values() for each in (code.bad, code.good)]
    return [*map(_program, (read(ROOT), FILES)), *map(_program, (TWO, *examples))]


def _program(files: Mapping[str, str] | Mapping[str, bytes]) -> Program:
    return assemble({path: text.encode() if isinstance(text, str) else text for path, text in files.items()}).program


@pytest.mark.parametrize("rule", ALONE, ids=lambda rule: rule.code)
def test_a_rule_of_one_plan_says_the_same_when_it_sees_them_all(rule: Rule, programs: list[Program]) -> None:
    said = 0
    for program in programs:
        plans, nodes = program.plans.values(), program.nodes.values()
        everything = list(_said(rule, program, plans, nodes))
        found = [
            one
            for alone in each_alone(program)
            for one in _said(rule, alone.program(), filter(None, [alone.plan]), alone.nodes)
        ]
        assert sorted(map(repr, found)) == sorted(map(repr, everything))
        said += len(found)
    assert said


def _said(rule: Rule, program: Program, plans: Iterable[Document], nodes: Iterable[Node]) -> Iterator[Diagnostic]:
    if rule.plan is not None:
        for plan in plans:
            yield from rule.plan(plan, program)
    for node in nodes:
        if rule.node is not None and node.kind in rule.kinds:
            yield from rule.node(node, program)


@pytest.mark.parametrize(
    ("path", "old", "new", "judged_again"),
    [
        ("plans/annen.yaml", "tittel: Luft", "tittel: Lys", {"annen"}),
        ("plans/annen.yaml", "tittel: Vann", "tittel: Ferskvann", {"annen", "eksempel"}),
        ("plans/annen.yaml", "tittel: Eksempel", "tittel: Forbilde", {"annen", "eksempel"}),
        ("plans/annen.yaml", "mål:", "# Et ord til den som skriver.\nmål:", set()),
        ("plans/eksempel.yaml", "tittel: Rent vann", "tittel: Vann", {"eksempel"}),
        ("plans/eksempel.yaml", "bidrar_til: annen/m1", "bidrar_til: annen/m2", {"annen", "eksempel"}),
        ("plans/eksempel.yaml", "bidrar_til: annen/m1", "prioritering: høy", {"annen", "eksempel"}),
    ],
)
def test_only_plans_that_see_the_change_are_judged_again(
    path: str, old: str, new: str, judged_again: set[str], tmp_path: Path
) -> None:
    changed = {**TWO, path: TWO[path].replace(old, new)}
    before, after = (
        {one.plan.id: one.key for one in each_alone(workspace(files).program) if one.plan} for files in (TWO, changed)
    )
    assert {plan for plan in after if after[plan] != before[plan]} == judged_again


def test_a_plan_alone_has_no_other_nodes_than_its_own_and_those_it_points_to() -> None:
    seen = {one.plan.id: one.program() for one in each_alone(workspace(TWO).program) if one.plan}
    assert set(seen["annen"].nodes) == {"annen/m1", "annen/m2"}
    assert set(seen["eksempel"].nodes) == {"eksempel/m1", "annen/m1"}
    assert set(seen["eksempel"].plans) == {"annen", "eksempel"}
    assert all(not plan.nodes for program in seen.values() for plan in program.plans.values())


def test_what_is_kept_is_what_is_found_and_nothing_depends_on_it(tmp_path: Path) -> None:
    program, cache = workspace(read(ROOT)).program, Cache(tmp_path)
    found = lint(program)
    assert found
    assert checked(program, NO_CACHE) == checked(program, cache) == checked(program, cache) == found
    some = {next(iter(program.plans))}
    assert checked(program, cache, some) == lint(program, some)
    entries = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert entries
    for path in entries:
        path.write_bytes(b"\x80")
    assert checked(program, cache) == found


def test_the_record_of_a_finding_is_the_finding() -> None:
    edit = Edit(Locus("b.yaml", ("mål", 0, "fn"), True, "del"), "tekst", ("en", "to"))
    fix = Fix("rename", "placeholder", (edit, Edit(Span("a.yaml", 0, 1), "")), {"new": "ny"})
    related = Related(Locus("b.yaml"), "first", {"id": "m1"})
    one = Diagnostic("code", Span("a.yaml", 3, 7), {"x": "y"}, "near", (related,), (fix,), "Derfor.")
    assert from_text(to_text([one, one])) == (one, one)
    assert from_text(to_text([])) == ()
