"""`planc log` on real repositories: what a node has been through, wherever it has stood and whatever it was called."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from os import environ
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from jsonschema import Draft7Validator

from depth import EXAMPLES
from edit_scripts import edited
from layouts import laid_out, random_workspace
from plancompiler.cache import NO_CACHE
from plancompiler.history import History
from plancompiler.layout import formatted
from plancompiler.trace import NoNode, trace
from plancompiler.trace.outline import outline
from plancompiler.translate import BOKMAL
from plancompiler.unit import compile_unit
from test_cli import planc
from test_diff_git import PLAN, git
from test_diff_laws import SEEDS

ROOT = Path(__file__).parents[1]
MINE = "plans/plan.yaml"
SECOND = """\
  - id: m2
    nummer: 2
    tittel: Flere går på tur
"""
TWO = PLAN + SECOND
V1 = "      - id: m1.v1\n        tekst: Kommunen skal åpne møteplasser.\n"
PART = f"del_av: prove\nunder: m1\nvirkemidler:\n{V1}".replace("      - ", "  - ").replace("        te", "    te")
NODE = "prove/m1.v1"

_Files = Mapping[str, str]


def put(root: Path, files: _Files) -> None:
    """Make the plans of a folder those of the files and no other."""
    for path in (root / "plans").rglob("*.yaml"):
        path.unlink()
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def commit(root: Path, files: _Files, message: str, day: int) -> None:
    put(root, files)
    git(root, "add", "-A")
    when = f"2026-{day // 28 + 1:02}-{day % 28 + 1:02}T12:00:00+0100"
    who = ("-c", "user.name=Kari Nordmann", "-c", "user.email=kari@eksempel.no")
    subprocess.run(
        ["git", *who, "commit", "-q", "--allow-empty", "-m", message, "--date", when],
        cwd=root, check=True, env={**environ, "GIT_COMMITTER_DATE": when},
    )  # fmt: skip


def history(root: Path, commits: Sequence[_Files | tuple[_Files, str]]) -> Path:
    """Make a repository of the commits: the first on 1 January 2026, one a day."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "-q", "-b", "main", ".")
    for day, one in enumerate(commits):
        files, message = one if isinstance(one, tuple) else (one, "Emne som ingen skal se")
        commit(root, files, message, day)
    return root


def told(found: History) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the day of the month of each step and the type and field of each of its changes."""
    return [(step.day[-2:], [(one.type, one.field) for one in step.changes]) for step in found.steps]


def of(root: Path, name: str = NODE) -> History:
    return trace(root, name, NO_CACHE, BOKMAL)


NEW = [("lagt_til", "")]
SOFTER = TWO.replace("skal åpne", "bør åpne")
DATED = "        frist: 2028-06-30\n"
WITHOUT = TWO.replace(V1, "").replace("    virkemidler:\n", "")
MOVED = f"{TWO.replace(V1, '').replace('    virkemidler:' + chr(10), '')}    virkemidler:\n{V1}"
OLD_ID = TWO.replace("id: m1.v1\n", "id: m1.v9\n        tidligere_id: m1.v1\n")
SPLIT = {MINE: TWO.replace(f"    virkemidler:\n{V1}", ""), "plans/del.yaml": PART}

# The commits, the name that is asked for, and the steps, newest first.
CASES: Mapping[str, tuple[Sequence[_Files], str, list[tuple[str, list[tuple[str, str]]]]]] = {
    "a promise is softened": ([{MINE: TWO}, {MINE: SOFTER}], NODE, [("02", [("tekst", "tekst")]), ("01", NEW)]),
    "comments, layout and others are no change": (
        [{MINE: TWO}, {MINE: f"# Lest.\n{TWO}"}, {MINE: TWO.replace("på tur", "på ski")},
         {MINE: TWO.replace("    tittel: Flere får", "    tittel:   Flere får")},
         {MINE: TWO.replace("Kommunen", '"Kommunen').replace("plasser.", 'plasser."')}],
        NODE, [("01", NEW)],
    ),
    "it is followed through a new id": (
        [{MINE: TWO}, {MINE: SOFTER}, {MINE: OLD_ID.replace("skal åpne", "bør åpne")}], "prove/m1.v9",
        [("03", [("ny_id", "")]), ("02", [("tekst", "tekst")]), ("01", NEW)],
    ),
    "and found by an old one": (
        [{MINE: TWO}, {MINE: OLD_ID}], NODE, [("02", [("ny_id", "")]), ("01", NEW)],
    ),
    "it gets another holder": ([{MINE: TWO}, {MINE: MOVED}], NODE, [("02", [("flyttet", "")]), ("01", NEW)]),
    "it is put in another file, which gets another name": (
        [{MINE: TWO}, SPLIT, {MINE: SPLIT[MINE], "plans/ny.yaml": PART},
         {MINE: SPLIT[MINE], "plans/ny.yaml": PART.replace("skal åpne", "må åpne")}],
        NODE, [("04", [("tekst", "tekst")]), ("01", NEW)],
    ),
    "its plan gets another id": (
        [{MINE: TWO}, {MINE: SOFTER}, {MINE: SOFTER.replace("plan: prove", "plan: nyprove\ntidligere_id: prove")}],
        "nyprove/m1.v1", [("03", []), ("02", [("tekst", "tekst")]), ("01", NEW)][1:],
    ),
    "it is taken out": ([{MINE: TWO}, {MINE: SOFTER}, {MINE: WITHOUT}], NODE,
                        [("03", [("fjernet", "")]), ("02", [("tekst", "tekst")]), ("01", NEW)]),
    "and put back": (
        [{MINE: TWO}, {MINE: WITHOUT}, {MINE: PLAN}, {MINE: SOFTER}], NODE,
        [("04", [("tekst", "tekst")]), ("03", NEW), ("02", [("fjernet", "")]), ("01", NEW)],
    ),
    "its file could not be read for a while": (
        [{MINE: TWO}, {MINE: "\x00 :\n- ]["}, {MINE: SOFTER}], NODE, [("03", [("tekst", "tekst")]), ("01", NEW)],
    ),
    "its file cannot be read now": ([{MINE: TWO}, {MINE: SOFTER}, {MINE: "[[ :"}], NODE,
                                    [("02", [("tekst", "tekst")]), ("01", NEW)]),
    "its plan is taken out": ([{MINE: TWO, "plans/b.yaml": TWO.replace("prove", "b")}, {"plans/b.yaml":
                              TWO.replace("prove", "b")}], NODE, [("02", [("fjernet", "")]), ("01", NEW)]),
    "what stands under it is no change of it": (
        [{MINE: TWO}, {MINE: SOFTER}, {MINE: SOFTER.replace("Flere får", "Alle får")}], "prove/m1",
        [("03", [("tekst", "tittel")]), ("01", NEW)],
    ),
    "its id is not the first that is said": (
        [{MINE: TWO}, {MINE: TWO.replace(V1, V1 + DATED)},
         {MINE: TWO.replace(V1, "      - tekst: Kommunen skal åpne møteplasser.\n        id: m1.v1\n" + DATED)},
         {MINE: TWO.replace(V1, "      - tekst: Kommunen skal ha møteplasser.\n        id: m1.v1\n" + DATED)}],
        NODE, [("04", [("tekst", "tekst")]), ("02", [("dato", "frist")]), ("01", NEW)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_node_is_followed_back(case: str, tmp_path: Path) -> None:
    commits, name, wanted = CASES[case]
    assert told(of(history(tmp_path / "kommuner" / "Nordvik på Øya", commits), name)) == wanted


def test_a_new_id_that_nobody_tells_of_is_guessed_from_the_words(tmp_path: Path) -> None:
    root = history(
        tmp_path, [{MINE: TWO}, {MINE: TWO.replace("id: m1.v1\n", "id: x9\n").replace("åpne", "åpne flere")}]
    )
    (first, second) = of(root, "prove/x9").steps
    assert [(one.type, one.certain) for one in first.changes] == [("tekst", False), ("ny_id", False)]
    assert [one.type for one in second.changes] == ["lagt_til"]


def test_the_reasons_are_told_and_never_who_wrote_them(tmp_path: Path) -> None:
    because = "Emne som ingen skal se\n\nFra Kari\n\nBegrunnelse: Rammene er mindre\nVedtak: Kommunestyret, sak 34/26"
    retired = "utgåtte:\n  - {id: m1.v1, grunn: Gjort}\nmål:"
    without = WITHOUT.replace("mål:", retired)
    root = history(tmp_path, [{MINE: TWO}, ({MINE: SOFTER}, f"{because}\nSigned-off-by: Kari <kari@eksempel.no>"),
                              {MINE: SOFTER.replace(V1[:20], V1[:20])}, {MINE: without}])  # fmt: skip
    assert [step.reasons for step in of(root).steps] == [
        ("Gjort",), ("Rammene er mindre. Vedtak: Kommunestyret, sak 34/26.",), (),
    ]  # fmt: skip
    for form in ("terminal", "markdown", "json"):
        said = log(NODE, "--format", form, cwd=root).stdout
        assert (
            "Rammene er mindre" in said and "34/26" in said and ("Begrunnelse ikke oppgitt" in said) is (form != "json")
        )
        assert not [word for word in ("Kari", "Nordmann", "eksempel.no", "Emne") if word in said]


def test_a_merge_is_one_step_with_the_reasons_of_all_that_it_brought(tmp_path: Path) -> None:
    root = history(tmp_path, [{MINE: TWO}])
    git(root, "switch", "-qc", "utkast")
    commit(root, {MINE: TWO.replace("skal", "kan")}, "Første\n\nBegrunnelse: Rammene er mindre", 3)
    commit(root, {MINE: TWO.replace("skal", "bør")}, "Andre\n\nInnspill: Ungdomsrådet", 4)
    git(root, "switch", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "-m", "Flett", "utkast")
    first, second = of(root).steps
    assert [(one.before, one.after) for one in first.changes] == [
        ("Kommunen skal åpne møteplasser.", "Kommunen bør åpne møteplasser.")
    ]
    assert first.reasons == ("Rammene er mindre. Innspill: Ungdomsrådet.",) and second.day == "2026-01-01"


def test_links_are_told_by_the_names_of_what_they_lead_to(tmp_path: Path) -> None:
    register = "register: enheter\naktører:\n  - {id: kultur, navn: Kulturetaten, alias: [KE]}\n"
    other = TWO.replace("prove", "annen").replace("Flere går på tur", "Flere får hjelp")
    files = {"plans/r.yaml": register, "plans/annen.yaml": other}
    linked = "        ansvarlig: KE\n        bidrar_til: annen/m2\n"
    root = history(tmp_path, [{**files, MINE: TWO}, {**files, MINE: TWO.replace(V1, V1 + linked)},
                              {**files, MINE: TWO.replace(V1, V1 + linked.replace("KE", "Kulturetaten"))}])  # fmt: skip
    (first, second) = of(root).steps
    assert (first.day, second.day) == ("2026-01-02", "2026-01-01")
    assert {one.field: one.new for one in first.shown} == {
        "ansvarlig": ("Kulturetaten",), "bidrar til": ("mål 2 «Flere får hjelp»",)
    } or {one.new for one in first.shown} == {("Kulturetaten",), ("mål 2 «Flere får hjelp»",)}  # fmt: skip


def log(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return planc("log", *words, cwd=cwd, PATH=environ["PATH"], PLANC_CACHE="")


def test_the_terminal_tells_it_in_words(tmp_path: Path) -> None:
    root = history(tmp_path, [{MINE: TWO}, ({MINE: SOFTER}, "x\n\nBegrunnelse: Rammene er mindre")])
    assert log(NODE, cwd=root).stdout.splitlines() == [
        "Virkemiddel: Kommunen bør åpne møteplasser.",
        "Prøve, mål 1 · prove/m1.v1",
        "",
        "2. januar 2026 – Endrer forpliktelsen",
        "  Svekket: «skal» er blitt «bør».",
        "    Før: Kommunen skal åpne møteplasser.",
        "    Nå: Kommunen bør åpne møteplasser.",
        "  Begrunnelse: Rammene er mindre.",
        "",
        "1. januar 2026 – Nytt",
        "  Nytt.",
        "    Virkemiddel: Kommunen skal åpne møteplasser.",
        "  Begrunnelse ikke oppgitt.",
    ]


def test_json_keeps_to_its_schema(tmp_path: Path) -> None:
    root = history(tmp_path, [{MINE: TWO}, {MINE: SOFTER}, {MINE: OLD_ID}])
    folder = ROOT / "schema"
    diff = json.loads((folder / "diff.schema.json").read_text("utf-8"))
    schema = json.loads((folder / "log.schema.json").read_text("utf-8").replace("diff.schema.json#", "#"))
    schema["definitions"] |= diff["definitions"]
    Draft7Validator.check_schema(schema)
    said = json.loads(log(NODE, "--format", "json", cwd=root).stdout)
    assert not list(Draft7Validator(schema).iter_errors(said))
    assert (said["id"], said["kjent_fra"], len(said["steg"])) == ("prove/m1.v9", None, 3)


def test_a_shallow_clone_says_what_is_missing_and_calls_nothing_new(tmp_path: Path) -> None:
    root = history(tmp_path / "hel", [{MINE: TWO}, {MINE: TWO.replace("skal", "må")}, {MINE: SOFTER}])
    git(tmp_path, "clone", "-q", "--depth", "2", root.as_uri(), "grunn")
    found = of(tmp_path / "grunn")
    assert told(found) == [("03", [("tekst", "tekst")])] and found.since == "2026-01-02"
    for form in ("terminal", "markdown"):
        assert "fetch-depth: 0" in log(NODE, "--format", form, cwd=tmp_path / "grunn").stdout
    done = log("prove/m9", cwd=tmp_path / "grunn")
    assert done.returncode == 2 and "fetch-depth: 0" in done.stderr


def test_what_was_never_there_is_wrong_usage(tmp_path: Path) -> None:
    root = history(tmp_path, [{MINE: TWO}])
    put(root, {MINE: TWO + "    virkemidler:\n      - {id: m2.v1, tekst: Merke stier}\n"})
    for name, said in (
        ("prove/m1.v2", "Mente du «prove/m"),
        ("m1.v1", "Mente du «prove/m1.v1»?"),
        ("prove/m2.v1", "ikke lagret i git ennå"),
        ("helt/annet", "har aldri vært i planene"),
    ):
        done = log(name, cwd=root)
        assert (done.returncode, done.stdout) == (2, "") and said in done.stderr, done.stderr
    with pytest.raises(NoNode):
        of(root, "prove/")


def _says(path: str, data: bytes) -> Mapping[str, object]:
    document = compile_unit(path, data).document
    if document is None:
        return {}
    # Of two with the same id, the first is the one that is linked.
    return {
        node.id: (node.kind, node.parent, node.fields, node.unread, document.texts("under"))
        for node in reversed(document.nodes)
    }


@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(SEEDS)
# A second node of the same id, on a line with others.
@example(1231)
def test_the_same_lines_say_the_same(seed: int) -> None:
    random = Random(seed)
    first = random_workspace(random)
    second = edited(first, random, random.randint(1, 4))
    for path in sorted(first.keys() & second.keys() - {"plans/registre/enheter.yaml"}):
        # Two files that one person wrote: the same layout, so that lines can be the same.
        hand = random.getrandbits(32)
        sides = [laid_out(each[path], Random(hand)).data for each in (first, second)]
        if random.random() < 0.5:
            sides = [formatted(path, data) for data in sides]
        before, after = (_says(path, data) for data in sides)
        for name in before.keys() & after.keys():
            one, other = (outline(data, name) for data in sides)
            if one is not None and other is not None and one.lines == other.lines:
                assert before[name] == after[name], name
            if one is not None and one.found_in(sides[1], name):
                assert before[name] == after[name], name


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("", True),
        ("  - {id: m2, tittel: To}\n", True),
        ("  - {id: m1, tittel: En annen}\n", False),
        ('  - {tittel: En annen,  "id": "m1"}\n', False),
        ("  - {id: m11, tittel: Elleve, tekst: m1}\n", True),
    ],
)
def test_lines_do_not_tell_where_the_id_stands_on_a_line_with_others(before: str, found: bool) -> None:
    # The first of the two is the one that is read.
    plan = f"plan: p\nmål:\n{before}  - id: m1\n    tittel: En\n"
    assert (outline(plan.encode(), "m1") is not None) is found


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*.yaml")), ids=lambda path: path.stem)
def test_lines_tell_of_nearly_every_node_of_a_real_plan(path: Path) -> None:
    data = path.read_bytes()
    names = [name for name in _says(path.name, data) if not name.startswith("?")]
    assert sum(outline(data, name) is not None for name in names) >= 0.9 * len(names) > 0
