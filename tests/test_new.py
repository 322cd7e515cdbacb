"""`planc new`: what comes is there, in its place and with an id of its own, and every line that was there still is."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depth import EXAMPLES
from layouts import laid_out, random_workspace
from plancompiler.model.kind import KINDS, PLAN_HOLDS
from plancompiler.program import Program
from plancompiler.refactor.change import Refusal
from plancompiler.refactor.new_node import NewNode, allowed, new_node
from plancompiler.refactor.new_plan import NewPlan, new_plan
from plancompiler.refactor.next_free import taken
from plancompiler.refactor.outcome import made
from plancompiler.refactor.texts import Texts
from plancompiler.starting_texts import STARTING_TEXTS
from plancompiler.workspace import Workspace, assemble
from plancompiler.workspace_files import read
from refactored import after
from test_cli import ENTRY, planc
from workspaces import HEADER, findings_of

ROOT = Path(__file__).parent.parent
OURS = read(ROOT)
SEEDS = st.integers(0, 2**32)
_LINE_END = re.compile(rb"\r\n|\n|\r")
PLAN = "plans/eksempel.yaml"


def changed(text: str, asked: NewNode) -> str:
    files = {PLAN: (text if text.startswith("plan:") else HEADER + text).encode()}
    return after(files, lambda texts: new_node(texts, asked))[PLAN].decode()


def added(text: str, asked: NewNode) -> str:
    """Return the lines that are new, when nothing else is."""
    before = (HEADER + text).split("\n")
    now = changed(text, asked).split("\n")
    start = next(at for at, line in enumerate([*now, None]) if at == len(before) or line != before[at])
    many = len(now) - len(before)
    while now[:start] + now[start + many :] != before:
        start -= 1
    return "\n".join(now[start : start + many])


def fields(kind: str, text: str = "Noe: nytt, #1") -> NewNode:
    return NewNode(
        kind,
        fields={"tittel": text} | ({"alt": "En stige."} if kind == "figur" else {}),
        columns=("Nivå", "Antall, i alt") if kind == "tabell" else (),
    )


GOALS = """\
mål:
  - id: m1
    nummer: 1
    tittel: Alle er med
    virkemidler:
      - id: m1.v1
        tekst: Ett.
      - id: m1.v4
        tekst: To.
  - id: m2
    nummer: 2
    tittel: Ingen er alene
    delmål: [{id: m2.d1, tittel: Møteplasser}]
utgåtte:
  - {id: m1.v9, tittel: Borte, grunn: Vedtatt}
"""

# What is there, what is asked for, and the lines that come.
PLACES = {
    "last, past retired ids": (
        GOALS,
        NewNode("virkemiddel", "m1", fields={"tekst": "Nytt."}),
        "      - id: m1.v10\n        tekst: Nytt.",
    ),
    "after a sibling": (
        GOALS,
        NewNode("virkemiddel", after="m1.v1", fields={"tekst": "Nytt."}),
        "      - id: m1.v10\n        tekst: Nytt.",
    ),
    "the next number": (
        GOALS,
        NewNode("mål", "eksempel", fields={"tittel": "Ja: vi kan"}),
        '  - id: m3\n    nummer: 3\n    tittel: "Ja: vi kan"',
    ),
    "an id of one's own": (
        GOALS,
        NewNode("mål", "eksempel", id="klima", fields={"tittel": "Klima"}),
        "  - id: klima\n    nummer: 3\n    tittel: Klima",
    ),
    "a list that was not there": (
        GOALS,
        NewNode("virkemiddel", "m2", fields={"tekst": "Nytt."}),
        "    virkemidler:\n      - id: m2.v1\n        tekst: Nytt.",
    ),
    "several paragraphs": (
        GOALS,
        NewNode("virkemiddel", "m1", fields={"tekst": "Ett.\n\n  - To #1  \n"}),
        "      - id: m1.v10\n        tekst: |\n          Ett.\n\n            - To #1",
    ),
    "as in braces as its siblings": (
        "mål:\n  - {id: h1, tittel: En}\n  - {id: h2, tittel: To}\n",
        NewNode("mål", "eksempel", fields={"tittel": "Tre, og fire"}),
        '  - {id: h3, tittel: "Tre, og fire"}',
    ),
    "as far in as its siblings": (
        "mål:\n-   id: h1\n    tittel: En\n\n-   id: h2\n    tittel: To\n",
        NewNode("mål", "eksempel", fields={"tittel": "Tre"}),
        "-   id: h3\n    tittel: Tre\n",
    ),
    "lettered": (
        "virkemidler:\n  - id: v1\n    tekst: X\n    virkemidler:\n"
        "      - {id: v1.a, nummer: a, tekst: A}\n      - {id: v1.b, nummer: b, tekst: B}\n",
        NewNode("virkemiddel", "v1", fields={"tekst": "C"}),
        "      - {id: v1.c, nummer: c, tekst: C}",
    ),
    "named for the title": (
        "verdier:\n  - {id: verdi-trygghet, tittel: Trygghet}\n  - {id: verdi-mot, tittel: Mot}\n",
        NewNode("verdi", "eksempel", fields={"tittel": "Åpenhet"}),
        "  - {id: verdi-apenhet, tittel: Åpenhet}",
    ),
    "a year is no number to go on from": (
        "milepæler:\n  - {id: budsjett-2027, tittel: Budsjett}\n",
        NewNode("milepæl", "eksempel", fields={"tittel": "Åpning på ny plass"}),
        "  - {id: apning-pa-ny-plass, tittel: Åpning på ny plass}",
    ),
    "as others of its kind in the plan": (
        "mål:\n  - id: h1\n    tittel: En\n    virkemidler:\n      - {id: h1.tiltak3, tekst: X}\n"
        "  - id: h2\n    tittel: To\n",
        NewNode("virkemiddel", "h2", fields={"tekst": "Y"}),
        "    virkemidler:\n      - id: h2.tiltak1\n        tekst: Y",
    ),
    "a number with what stands before and after it": (
        "mål:\n  - {id: h1, nummer: M 1., tittel: En}\n  - {id: h2, nummer: M 2., tittel: To}\n",
        NewNode("mål", "eksempel", after="h1", fields={"tittel": "Tre"}),
        "  - {id: h3, nummer: M 3., tittel: Tre}",
    ),
    "the first number, where it is the same under all": (
        "mål:\n  - {id: h1, tittel: En, delmål: [{id: h1.d1, nummer: 1, tittel: A}]}\n"
        "  - {id: h2, tittel: To, delmål: [{id: h2.d1, nummer: 1, tittel: A}]}\n"
        "  - id: h3\n    tittel: Tre\n",
        NewNode("delmål", "h3", fields={"tittel": "B"}),
        "    delmål:\n      - id: h3.d1\n        nummer: 1\n        tittel: B",
    ),
    "not as one that was moved there": (
        "mål:\n  - {id: h1, tittel: En}\n  - id: h2\n    tittel: To\n    virkemidler:\n"
        "      - {id: h2.v1, tekst: X}\n      - {id: h1.v8, tekst: Flyttet}\n      - {id: h1.v9, tekst: Flyttet}\n",
        NewNode("virkemiddel", "h2", fields={"tekst": "Y"}),
        "      - {id: h2.v2, tekst: Y}",
    ),
    "no number where the numbers are UN goals": (
        "nummer_er_fn_mål: ja\nmål:\n  - {id: h3, nummer: 3, tittel: En, bærekraftsmål: 3}\n",
        NewNode("mål", "eksempel", fields={"tittel": "To"}),
        "  - {id: h4, tittel: To}",
    ),
    "what a table must have": (
        GOALS,
        NewNode("tabell", "m2", fields={"tittel": "Tall"}, columns=("Nivå", "I alt: ja")),
        "    tabeller:\n      - id: m2.t1\n        tittel: Tall\n"
        '        kolonner: [Nivå, "I alt: ja"]\n        rader:\n          - Nivå: …',
    ),
}


@pytest.mark.parametrize("case", PLACES)
def test_what_comes_is_laid_out_as_what_is_there(case: str) -> None:
    text, asked, lines = PLACES[case]
    assert added(text, asked) == lines


def test_a_list_in_brackets_grows_within_them() -> None:
    assert "[{id: m2.d1, tittel: Møteplasser}, {id: m2.d2, tittel: Tid}]" in changed(
        GOALS, NewNode("delmål", "m2", fields={"tittel": "Tid"})
    )


def test_a_nynorsk_plan_gets_nynorsk_keys() -> None:
    plan = HEADER.replace("språk: nb", "språk: nn") + "mål:\n  - id: m1\n    tittel: Alle er med\n"
    asked = NewNode("virkemiddel", "m1", fields={"tekst": "Nytt.", "ansvarlig": "Kulturkontoret"})
    now = changed(plan, asked)
    assert now.endswith(
        "    verkemiddel:\n      - id: m1.v1\n        tekst: Nytt.\n        ansvarleg: Kulturkontoret\n"
    )


def test_a_part_of_a_plan_is_written_in_and_its_ids_are_counted() -> None:
    files = {
        PLAN: (HEADER + "mål:\n  - {id: m1, tittel: Alle er med}\n").encode(),
        "plans/del.yaml": b"del_av: eksempel\nunder: m1\nvirkemidler:\n  - {id: m1.v1, tekst: Ett.}\n",
        "plans/tom.yaml": b"del_av: eksempel\nvirkemidler:\n  - {id: v1, tekst: Ett., tidligere_id: m1.v7}\n",
    }
    now = after(files, lambda texts: new_node(texts, NewNode("virkemiddel", "m1", fields={"tekst": "To."})))
    assert now["plans/del.yaml"].endswith(b"  - {id: m1.v8, tekst: To.}\n")
    assert {path: now[path] for path in files if "del" not in path} == {
        path: files[path] for path in files if "del" not in path
    }


def test_line_ends_and_a_missing_last_one_stay() -> None:
    text = (HEADER + "mål:\n  - {id: m1, tittel: En}").replace("\n", "\r\n")
    now = after(
        {PLAN: text.encode()}, lambda texts: new_node(texts, NewNode("mål", "eksempel", fields={"tittel": "To"}))
    )
    assert now[PLAN].decode() == text + "\r\n  - {id: m2, tittel: To}"


REFUSED = {
    "a kind that may not stand there": (NewNode("delmål", "eksempel"), "Der kan det stå område, utfordring, mål"),
    "the third level": (NewNode("virkemiddel", "m1.v1.a"), "Et virkemiddel kan ikke stå under et virkemiddel"),
    "an id in use": (NewNode("mål", "eksempel", id="m1.v1"), "har alt et punkt med id-en «m1.v1». «m10» er ledig"),
    "an id at rest": (NewNode("mål", "eksempel", id="m9"), "har vært brukt og blir aldri brukt igjen"),
    "a former id": (NewNode("mål", "eksempel", id="m8"), "er en tidligere id for «eksempel/m1»"),
    "what is no id": (NewNode("mål", "eksempel", id="Nytt Mål"), "Skriv for eksempel «nytt-mal»"),
    "no such place": (NewNode("mål", "eksempell"), "Ingen plan har punktet «eksempell»"),
    "a sibling of another kind": (NewNode("mål", "eksempel", "m1.v1"), "er ikke blant punktene i «mål»"),
    "a date that is none": (
        NewNode("virkemiddel", "m1", fields={"tekst": "X", "frist": "snart"}),
        "--frist: Dette er ikke en dato; «snart» sier ikke når.",
    ),
    "a date written otherwise": (
        NewNode("virkemiddel", "m1", fields={"tekst": "X", "frist": "31.12.2028"}),
        "--frist: skriv 2028-12-31",
    ),
    "a date no calendar has": (
        NewNode("virkemiddel", "m1", fields={"tekst": "X", "frist": "2028-02-30"}),
        "--frist: Datoen finnes ikke i kalenderen; februar 2028 har 29 dager.",
    ),
    "a period written otherwise": (
        NewNode("virkemiddel", "m1", fields={"tekst": "X", "periode": "2027 til 2029"}),
        "--periode: skriv 2027–2029",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused_with_what_can(case: str) -> None:
    asked, said = REFUSED[case]
    text = """\
utgåtte: [{id: m9, tittel: Borte, grunn: Vedtatt}]
mål:
  - id: m1
    tittel: Alle er med
    tidligere_id: m8
    virkemidler:
      - {id: m1.v1, tekst: Ett., virkemidler: [{id: m1.v1.a, tekst: A}]}
"""
    with pytest.raises(Refusal) as refusal:
        changed(text, replace(asked, fields=asked.fields or {"tittel": "Nytt"}))
    assert said in "\n".join((refusal.value.why, *refusal.value.lines))


def _placed(program: Program, random: Random) -> tuple[str, str]:
    parents = [*program.plans, *(name for name, node in program.nodes.items() if node.is_named)]
    parent = random.choice([each for each in parents if allowed(program, each)])
    return parent, random.choice(allowed(program, parent))


def _adds_one(files: Mapping[str, bytes], random: Random) -> None:
    """Add a node of a kind that may stand there under a random node, and look at what came of it."""
    before = assemble(files)
    program = before.program
    parent, kind = _placed(program, random)
    plan = parent.partition("/")[0]
    siblings = [each for each in program.children.get(parent, ()) if program.nodes[each].kind == kind]
    sibling = random.choice([*siblings, ""])
    asked = replace(fields(kind), under=parent, after=sibling)
    seen: list[Workspace] = []

    def reading(changed: Mapping[str, bytes]) -> Workspace:
        seen.append(assemble(changed))
        return seen[-1]

    now = {**files, **made(files, before, new_node(Texts(before), asked), reading)}
    (workspace,) = seen
    (name,) = workspace.program.nodes.keys() - program.nodes.keys()
    assert workspace.program.parents[name] == parent
    assert workspace.program.nodes[name].kind == kind
    assert name.partition("/")[2] not in taken(program, plan)
    mine = [each for each in workspace.program.children[parent] if workspace.program.nodes[each].kind == kind]
    assert mine.index(name) == (mine.index(sibling) + 1 if sibling else len(mine) - 1)
    (path,) = [path for path in files if now[path] != files[path]]
    assert now.keys() == files.keys()
    _lines_stay(files[path], now[path], inside=name.rpartition("/")[2].encode())


def _lines_stay(before: bytes, now: bytes, inside: bytes) -> None:
    """Every line stands where it stood, but one that the new node is within the brackets of."""
    left = iter(_LINE_END.split(now))
    for line in _LINE_END.split(before):
        for each in left:
            if each == line or (inside in each and _grew(line, each)):
                break
        else:
            pytest.fail(f"lost: {line.decode()}")


def _grew(line: bytes, now: bytes) -> bool:
    return any(now.startswith(line[:at]) and now.endswith(line[at:]) for at in range(len(line) + 1))


@settings(max_examples=EXAMPLES // 8, deadline=None)
@given(st.sampled_from(sorted({path.split("/")[1].removesuffix(".yaml") for path in OURS} - {"registre"})), SEEDS)
def test_any_kind_can_be_added_where_it_may_stand(plan: str, seed: int) -> None:
    files = {
        path: data
        for path, data in OURS.items()
        if path.startswith((f"plans/{plan}/", f"plans/{plan}.", "plans/registre/"))
    }
    _adds_one(files, Random(seed))


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(SEEDS)
def test_any_kind_can_be_added_however_carelessly_a_plan_is_laid_out(seed: int) -> None:
    random = Random(seed)
    files = {path: laid_out(data, random).data for path, data in random_workspace(random).items()}
    try:
        _adds_one(files, random)
    except Refusal as refusal:
        # Brackets that hold comments or lists in lines are left to the author.
        assert "klammer" in refusal.why, refusal.lines


_PIECES = (
    "- a",
    "# x",
    "a: b",
    "a # b",
    "[[m1]] x",
    "|",
    "null",
    "ja",
    "1.10",
    "  inn",
    "",
    "'",
    '"',
    "---",
    "\\",
    "?",
    "–3",
)
TEXTS = st.one_of(st.text(max_size=30), st.lists(st.sampled_from(_PIECES)).map("\n".join)).filter(str.strip)


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(TEXTS, st.sampled_from(("tekst", "tittel")), st.booleans())
def test_any_text_is_read_as_it_was_given_or_refused_for_what_is_wrong_with_it(text: str, key: str, flow: bool) -> None:
    first = "  - {id: v1, tekst: X}\n" if flow else "  - id: v1\n    tekst: X\n"
    try:
        # What is written is held against what was asked for before anything is; here that must never fail.
        changed("virkemidler:\n" + first, NewNode("virkemiddel", "eksempel", fields={key: text}))
    except Refusal as refusal:
        assert refusal.why == "Dette ville gi nye feil, så ingenting er skrevet:"


def test_every_kind_can_be_added_to_a_plan() -> None:
    for kind in PLAN_HOLDS:
        asked = replace(fields(kind), under="eksempel")
        assert f"  - id: {KINDS[kind].letter}" in changed("", asked)


def test_every_type_of_plan_can_be_made_and_checks() -> None:
    empty = assemble({}, may_be_empty=True)
    types = empty.program.vocabularies["plantyper"]
    for language in ("nb", "nn"):
        for number, kind in enumerate(types):
            asked = NewPlan(f"plan-{number}", "Plan: ny", kind, "0301", period="2027-2034", language=language)
            change = new_plan(Texts(empty), asked)
            workspace = assemble({path: text.encode() for path, text in change.new_files.items()})
            assert [one.message for one in findings_of(workspace) if one.severity == "error"] == []
            assert list(workspace.program.nodes) == [f"plan-{number}/m1", f"plan-{number}/m1.v1"]
            unfilled = [one.where.line for one in findings_of(workspace) if one.code == "placeholder-text"]
            (text,) = change.new_files.values()
            assert [text.splitlines()[line - 1].partition(": ")[2] for line in unfilled] == [*STARTING_TEXTS[language]]


def test_a_new_plan_has_the_comment_for_editors_that_the_others_have() -> None:
    line = "# yaml-language-server: $schema=../../schema/plan.schema.json\n"
    files = {"plans/eksempel/plan.yaml": (line + HEADER).encode()}
    asked = NewPlan("ny", "Ny", "temaplan", owner="Kommunen")
    text = after(files, lambda texts: new_plan(texts, asked))["plans/ny.yaml"].decode()
    assert text.startswith("# yaml-language-server: $schema=../schema/plan.schema.json\nplan: ny\n")
    assert "eier: Kommunen\n" in text


def test_a_plan_that_others_name_already_is_found_when_it_is_made() -> None:
    files = {PLAN: (HEADER + "følges_opp_i: fritid-2034\n").encode()}
    asked = NewPlan("fritid-2034", "Fritid", "temaplan", "0301")
    assert "plans/fritid-2034.yaml" in after(files, lambda texts: new_plan(texts, asked))


NO_PLAN = {
    "taken": (NewPlan("eksempel", "X", "temaplan", "0301"), "finnes alt, i plans/eksempel.yaml"),
    "type": (NewPlan("ny", "X", "tema", "0301"), "Plantypen «tema» finnes ikke. Den kan være planstrategi,"),
    "municipality": (NewPlan("ny", "X", "temaplan", "301"), "Skriv «0301»."),
    "period": (NewPlan("ny", "X", "temaplan", "0301", period="2027 til 2034"), "Skriv «2027–2034»."),
    "id": (NewPlan("Ny Plan", "X", "temaplan", "0301"), "Skriv «ny-plan»."),
    "reserved": (NewPlan("fn", "X", "temaplan", "0301"), "Dette ville gi nye feil"),
}


@pytest.mark.parametrize("case", NO_PLAN)
def test_a_plan_that_cannot_be_is_refused(case: str) -> None:
    asked, said = NO_PLAN[case]
    with pytest.raises(Refusal) as refusal:
        after({PLAN: HEADER.encode()}, lambda texts: new_plan(texts, asked))
    assert said in refusal.value.why


@pytest.fixture
def space(tmp_path: Path) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / PLAN).write_text(HEADER + GOALS, "utf-8")
    return tmp_path


def test_the_command_writes_the_file_and_says_what_came(space: Path) -> None:
    dry = planc("new", "virkemiddel", "--under", "m1", "--tekst", "Nytt.", "--dry-run", cwd=space)
    assert "+      - id: m1.v10\n" in dry.stdout
    assert (space / PLAN).read_text("utf-8") == HEADER + GOALS
    done = planc("new", "virkemidler", "m1.v11", "--under", "eksempel/m1", "--tekst", "Nytt.", cwd=space)
    assert done.stdout == f"Endret {PLAN}.\nDet nye punktet har id-en «eksempel/m1.v11».\n"
    assert "      - id: m1.v11\n" in (space / PLAN).read_text("utf-8")


def test_the_first_plan_needs_no_other(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    done = planc("new", "plan", "ny", "--tittel", "Ny", "--type", "temaplan", "--kommune", "0301", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert planc("check", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("word", ["tiltak", "Tiltak"])
def test_a_kind_may_be_called_what_the_plan_calls_it(space: Path, word: str) -> None:
    own = "betegnelser:\n  virkemiddel: [Tiltak, Tiltak]\n"
    (space / PLAN).write_text(HEADER + own + GOALS, "utf-8")
    done = planc("new", word, "--under", "m1", "--tekst", "Nytt.", "--dry-run", cwd=space)
    assert (done.returncode, "+      - id: m1.v10\n" in done.stdout) == (0, True), done.stderr


def test_a_word_that_plans_use_of_several_kinds_is_refused(space: Path) -> None:
    own = "betegnelser:\n  virkemiddel: [Tiltak, Tiltak]\n"
    (space / PLAN).write_text(HEADER + own + GOALS, "utf-8")
    other = HEADER.replace("plan: eksempel", "plan: annen") + "betegnelser:\n  strategi: [Tiltak, Tiltak]\n"
    (space / "plans/annen.yaml").write_text(other, "utf-8")
    assert "Mente du «virkemiddel»?" in planc("new", "tiltak", "--under", "m1", cwd=space).stderr
    assert "til «virkemiddel» mangler" in planc("new", "tiltak", "--under", "eksempel/m1", cwd=space).stderr


USAGE = {
    (): "skriv hva du vil lage: plan, område,",
    ("tiltak",): "Mente du «virkemiddel»?",
    ("virkemidel",): "Mente du «virkemiddel»?",
    ("virkemiddel",): "til «virkemiddel» mangler --under eller --etter, --tittel eller --tekst.",
    ("mål", "--tekst", "X", "--under", "m1"): "til «mål» mangler --tittel.",
    ("figur", "--under", "m1", "--tittel", "X"): "til «figur» mangler --alt.",
    ("tabell", "--under", "m1", "--tittel", "X"): "til «tabell» mangler --kolonner.",
    ("plan", "ny"): "til «plan» mangler --tittel, --type, --kommune eller --eier.",
    ("plan", "ny", "--under", "m1"): "--under hører ikke til «plan».",
    ("mål", "--kommune", "0301"): "--kommune hører ikke til «mål».",
    ("mål", "m2", "--id", "m3"): "du har skrevet to id-er",
}


@pytest.mark.parametrize("args", USAGE)
def test_what_is_missing_is_named_when_nobody_can_be_asked(args: tuple[str, ...], space: Path) -> None:
    done = planc("new", *args, cwd=space)
    assert done.returncode == 2
    assert USAGE[args] in done.stderr
    assert done.stdout == ""


def test_someone_at_a_terminal_is_asked(space: Path) -> None:
    """The answers wait in the terminal; an empty one to what is needed is asked for again."""
    ours, theirs = pty.openpty()
    os.write(ours, "delmål\nm1\n\nDet koster lite\n".encode())
    done = subprocess.run(
        [sys.executable, "-c", ENTRY, "new"],
        cwd=space,
        stdin=theirs,
        capture_output=True,
        encoding="utf-8",
        env={"PATH": ""},
        timeout=60,
    )
    os.close(ours)
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Hva vil du lage?" in done.stdout
    now = (space / PLAN).read_text("utf-8")
    assert "    delmål:\n      - id: m1.d1\n        tekst: Det koster lite\n" in now
