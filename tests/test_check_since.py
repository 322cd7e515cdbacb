"""`planc check --mot`: only what is new since a revision, wherever the lines, ids and files have gone since."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Mapping
from os import environ
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from depth import EXAMPLES
from edit_scripts import edited
from layouts import random_workspace
from plancompiler.cache import NO_CACHE
from plancompiler.crew import ALONE
from plancompiler.diff.compared import compared
from plancompiler.diff.findings_changed import findings_changed
from plancompiler.editions import compare_revisions, new_findings
from plancompiler.report import Finding, report
from plancompiler.settled import levels
from plancompiler.translate import BOKMAL
from plancompiler.workspace_files import read
from test_cli import planc
from test_diff_git import git
from test_diff_laws import SEEDS, edition, written
from workspaces import HEADER

PLAN = """\
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
    virkemidler:
      - id: m1.v1
        tekst: Kommunen skal åpne møteplasser.
        ansvarlig: Kulturetaten
  - id: m2
    nummer: 2
    tittel: Flere går på tur
"""
WHOLE = HEADER + PLAN
REASON = "Det gjøres av fylket"
SUPPRESSED = WHOLE.replace("  - id: m2\n", f"  - id: m2 # planc: unntak goal-not-followed-up – {REASON}\n")
DEPARTING = WHOLE.replace("mål:\n", f"avvik:\n  - {{regel: goal-not-followed-up, forklaring: {REASON}}}\nmål:\n")
SETTINGS = "arbeidsområde: prøve\nregler:\n  goal-not-followed-up: {level}\n"
MINE = "plans/eksempel.yaml"
LOGO = "arbeidsområde: prøve\nlogo: felles/merke.svg\n"
MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
THEME = ":root {{ --accent: {colour}; }}\n"
TEMPLATE = '{{% extends "plancompiler/base.html.j2" %}}\n{{% block footer %}}\n{said}\n{{% endblock %}}\n'
# Whatever stands beside the plans, each with something to say of it.
BESIDE = {
    MINE: WHOLE, "plancompiler.yaml": LOGO, "felles/merke.svg": MARK, "tema.css": THEME.format(colour="#7fb2e5"),
    "maler/base.html.j2": TEMPLATE.format(said="{{ page.tittel }}"),
}  # fmt: skip
SOUND = {**BESIDE, "tema.css": "", "maler/base.html.j2": TEMPLATE.format(said="{{ page.title }}")}

_Files = Mapping[str, str]

# What was, what is, and the codes of what is new.
CASES: Mapping[str, tuple[_Files, _Files, list[str]]] = {
    "nothing is changed": ({MINE: WHOLE}, {MINE: WHOLE}, []),
    "every line has moved": ({MINE: WHOLE}, {MINE: f"# Lest.\n\n{WHOLE}"}, []),
    "something is mended": (
        {MINE: WHOLE.replace("tittel: Flere går", "titel: Flere går")}, {MINE: WHOLE}, [],
    ),
    "a mistake is made": (
        {MINE: WHOLE}, {MINE: WHOLE.replace("tekst: Komm", "text: Komm")}, ["unknown-key"],
    ),
    "a mistake is made where there was one of the same kind": (
        {MINE: WHOLE.replace("    nummer: 2", "    numer: 2")},
        {MINE: WHOLE.replace("    nummer: 1", "    numer: 1").replace("    nummer: 2", "    numer: 2")},
        ["unknown-key"],
    ),
    "a goal has another id": (
        {MINE: WHOLE}, {MINE: WHOLE.replace("- id: m2", "- id: tur\n    tidligere_id: m2")}, [],
    ),
    "a goal stands elsewhere": (
        {MINE: WHOLE}, {MINE: WHOLE.partition("  - id: m2")[0], "plans/tur.yaml": (
            "del_av: eksempel\nmål:\n  - id: m2\n    nummer: 2\n    tittel: Flere går på tur\n")}, [],
    ),
    "the file has another name, and a finding of the text": (
        {MINE: WHOLE.replace("nummer: 2", "nummer:2")}, {"plans/flyttet.yaml": WHOLE.replace("nummer: 2", "nummer:2")},
        [],
    ),
    "what was suppressed is so no longer": ({MINE: SUPPRESSED}, {MINE: WHOLE}, ["goal-not-followed-up"]),
    "what is new is suppressed": ({MINE: WHOLE.partition("  - id: m2")[0]}, {MINE: SUPPRESSED}, []),
    "a suppression has become vain": (
        {MINE: SUPPRESSED}, {MINE: f"{SUPPRESSED}    virkemidler:\n      - id: m2.v1\n        tekst: Merke en sti.\n"},
        ["unused-suppression", "measure-without-owner"],
    ),
    "what was explained is so no longer": ({MINE: DEPARTING}, {MINE: WHOLE}, ["goal-not-followed-up"]),
    "a rule is turned on": (
        {MINE: WHOLE, "plancompiler.yaml": SETTINGS.format(level="av")},
        {MINE: WHOLE, "plancompiler.yaml": SETTINGS.format(level="advarsel")},
        ["goal-not-followed-up"],
    ),
    "a rule is taken more seriously": (
        {MINE: WHOLE, "plancompiler.yaml": SETTINGS.format(level="advarsel")},
        {MINE: WHOLE, "plancompiler.yaml": SETTINGS.format(level="feil")},
        [],
    ),
    "it comes of a change in another plan": (
        {MINE: WHOLE, "plans/nabo.yaml": f"{HEADER}bygger_på: eksempel/m1\n".replace("eksempel\ntit", "nabo\ntit", 1)},
        {MINE: WHOLE.replace("id: m1\n", "id: m9\n"),
         "plans/nabo.yaml": f"{HEADER}bygger_på: eksempel/m1\n".replace("eksempel\ntit", "nabo\ntit", 1)},
        ["unknown-reference"],
    ),
    "what stands beside the plans is as it was": (BESIDE, BESIDE, []),
    "the logo is gone": (
        SOUND, {path: text for path, text in SOUND.items() if path != "felles/merke.svg"}, ["picture-missing"],
    ),
    "the logo is there at last": (
        {path: text for path, text in SOUND.items() if path != "felles/merke.svg"}, SOUND, [],
    ),
    "a theme is hard to read": (SOUND, {**SOUND, "tema.css": BESIDE["tema.css"]}, ["theme-contrast"]),
    "a template cannot be read": (
        SOUND, {**SOUND, "maler/base.html.j2": TEMPLATE.format(said="{{ page.title")}, ["template-error"],
    ),
    "a template makes no page": (
        SOUND, {**SOUND, "maler/base.html.j2": BESIDE["maler/base.html.j2"]}, ["template-error"],
    ),
    "a template is new": (
        {MINE: WHOLE}, {MINE: WHOLE, "maler/plann.html.j2": "Hei"}, ["template-error"],
    ),
    "there were no plans": ({"les.txt": ""}, {MINE: WHOLE}, ["unknown-actor", "goal-not-followed-up"]),
}  # fmt: skip


def put(root: Path, files: _Files) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


@pytest.fixture
def space(tmp_path: Path) -> Path:
    """A repository with a plan that has one finding."""
    git(tmp_path, "init", "-q", "-b", "main", ".")
    put(tmp_path, {MINE: WHOLE})
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Første utgave")
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=str)
def test_only_what_is_new_is_told(case: str, tmp_path: Path) -> None:
    before, after, wanted = CASES[case]
    git(tmp_path, "init", "-q", "-b", "main", ".")
    put(tmp_path, before)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Før")
    for path in before:
        (tmp_path / path).unlink()
    put(tmp_path, after)
    found, texts = new_findings(tmp_path, read(tmp_path), "HEAD", NO_CACHE, ALONE, BOKMAL)
    assert [one.code for one in found if one.severity != "info" or one.code in wanted] == wanted
    assert all(one.where.path in texts for one in found)


@pytest.mark.parametrize("files", [BESIDE, SOUND], ids=["wrong", "sound"])
def test_nothing_is_new_or_mended_where_nothing_is_changed(files: _Files, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main", ".")
    root = tmp_path / "kommuner" / "Øya"
    put(root, files)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Før")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "Etter")
    for asked in ("HEAD", "HEAD~1..HEAD"):
        found = compare_revisions(root, asked, NO_CACHE, BOKMAL)
        assert (found.new_findings, found.solved_findings, found.consequences) == ((), (), ())


def _known(one: Finding) -> tuple[str, str, str]:
    return (one.code, one.where.path, one.message)


@settings(max_examples=EXAMPLES // 5, deadline=None)
@given(SEEDS)
def test_what_is_new_and_what_is_mended_is_the_whole_difference(seed: int) -> None:
    random = Random(seed)
    first = random_workspace(random)
    sides = [edition(written(each, random), rules=True) for each in (first, edited(first, random, 4))]
    both = compared(sides[0], sides[1], ("", ""))
    new, solved = findings_changed(both, BOKMAL)
    then, now = (
        Counter(
            _known(one)
            for one in report(
                side.diagnostics, {unit.source.path: unit.source for unit in side.units}, BOKMAL, levels(side.program)
            )
        )
        for side in sides
    )
    told = Counter(_known(each.finding) for each in new)
    assert told <= now and Counter(_known(each.finding) for each in solved) <= then
    assert len(new) - len(solved) == now.total() - then.total()
    # Each code is as much more or less common as is told.
    codes = [Counter(key[0] for key in side.elements()) for side in (then, now)]
    for code in codes[0] | codes[1]:
        more = sum(each.finding.code == code for each in new) - sum(each.finding.code == code for each in solved)
        assert codes[1][code] - codes[0][code] == more


def check(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return planc("check", *words, cwd=cwd, PATH=environ["PATH"], PLANC_CACHE="")


def test_the_exit_code_goes_by_what_is_new(space: Path) -> None:
    assert check("--fail-on", "warning", cwd=space).returncode == 1
    done = check("--fail-on", "info", "--mot", "HEAD", cwd=space)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Ingen nye funn siden «HEAD».\n", "")
    put(space, {MINE: WHOLE.replace("tekst: Komm", "text: Komm"), "plans/annen.yaml": "plan: annen\n"})
    done = check("--mot", "main", MINE, cwd=space)
    assert done.returncode == 1 and done.stdout.endswith("Nye siden «main»: 1 feil.\n"), done.stdout
    assert "unknown-key" in done.stdout and "goal-not-followed-up" not in done.stdout
    assert "annen.yaml" in check("--mot", "main", cwd=space).stdout
    assert git(space, "status", "--porcelain") == " M plans/eksempel.yaml\n?? plans/annen.yaml\n"


@pytest.mark.parametrize("form", ["full", "concise", "json", "sarif", "github", "gitlab", "junit"])
def test_every_format_tells_of_the_new_alone(form: str, space: Path) -> None:
    put(space, {MINE: WHOLE.replace("tekst: Komm", "text: Komm")})
    done = check("--mot", "HEAD", "--format", form, cwd=space)
    assert done.returncode == 1 and done.stderr == ""
    assert ("unknown-key" in done.stdout or "«text»" in done.stdout) and "m2" not in done.stdout
    if form == "json":
        assert [one["code"] for one in json.loads(done.stdout)] == ["unknown-key"]


def test_what_others_have_mended_since_is_no_fault_of_the_draft(space: Path) -> None:
    git(space, "branch", "utkast")
    put(
        space,
        {MINE: WHOLE.replace("tittel: Flere går på tur", "tittel: Flere går på tur\n    følges_opp_i: Turplanen")},
    )
    git(space, "commit", "-qam", "Rettet")
    git(space, "switch", "-q", "utkast")
    assert check("--fail-on", "warning", "--mot", "main", cwd=space).returncode == 0


def test_a_revision_that_cannot_be_read_is_wrong_usage(space: Path, tmp_path: Path) -> None:
    for words, said in (
        (("--mot", "finnes-ikke"), "git kjenner ikke «finnes-ikke»"),
        (("--mot", "main..main"), "git kjenner ikke «main..main»"),
        (("--mot",), "--mot"),
    ):
        done = check(*words, cwd=space)
        assert (done.returncode, done.stdout) == (2, "") and said in done.stderr
    git(space, "commit", "-q", "--allow-empty", "-m", "Ny")
    git(space, "clone", "-q", "--depth", "1", space.as_uri(), "grunn")
    done = check("--mot", "HEAD~1", cwd=space / "grunn")
    assert (done.returncode, done.stdout) == (2, "") and "fetch-depth: 0" in done.stderr
    put(tmp_path / "uten", {MINE: WHOLE})
    subprocess.run(["mv", str(space / ".git"), str(space / "annet")], check=True)
    done = check("--mot", "HEAD", cwd=tmp_path / "uten")
    assert (done.returncode, done.stdout) == (2, "") and "planc diff" not in done.stderr
