"""`planc diff` on real repositories: which revisions are meant, what is read of them, and how it ends."""

from __future__ import annotations

import json
import subprocess
from os import environ
from pathlib import Path
from typing import Any

import pytest

from plancompiler.git import NoRevision
from plancompiler.revision import commits, range_of, read, repository, trailers
from plancompiler.shown_dates import shown_date
from plancompiler.translate import BOKMAL
from test_cli import planc

PLAN = """\
plan: prøve
tittel: Prøve
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
mål:
  - id: m1
    nummer: 1
    tittel: Flere får være med
    virkemidler:
      - id: m1.v1
        tekst: Kommunen skal åpne møteplasser.
""".replace("plan: prøve", "plan: prove")


def diff_of(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return planc("diff", *words, cwd=cwd, PATH=environ["PATH"], PLANC_CACHE="")


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=Saksbehandler", "-c", "user.email=post@eksempel.no", "-c", "protocol.file.allow=always")
    done = subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode("utf-8")


def put(root: Path, text: str, name: str = "plans/øvre/plan.yaml") -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")


@pytest.fixture
def space(tmp_path: Path) -> Path:
    """A workspace deep in a repository: one commit on main, one on a branch, and a change that is not committed."""
    git(tmp_path, "init", "-q", "-b", "main", ".")
    root = tmp_path / "kommuner" / "Nordvik på Øya"
    put(root, PLAN)
    (tmp_path / "annet.txt").write_text("utenfor", "utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Første utgave")
    git(tmp_path, "switch", "-qc", "utkast")
    put(root, PLAN.replace("skal", "bør"))
    git(tmp_path, "commit", "-qam", "Mykere\n\nTekst.\n\nBegrunnelse: Rammene er\n  mindre\nInnspill: Ungdomsrådet")
    put(root, PLAN.replace("skal", "bør").replace("Flere får", "Alle får"))
    return root


def changes(root: Path, *words: str) -> list[dict[str, Any]]:
    done = diff_of(*words, "--format", "json", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    found: list[dict[str, Any]] = json.loads(done.stdout)["endringer"]
    return found


def fields(root: Path, *words: str) -> set[tuple[str, str]]:
    return {(one["id"], one["felt"]) for one in changes(root, *words)}


def test_what_is_compared_is_what_was_asked_for(space: Path) -> None:
    title, text = ("prove/m1", "tittel"), ("prove/m1.v1", "tekst")
    assert fields(space) == {title, text}
    assert fields(space, "HEAD") == {title}
    assert fields(space, "main..utkast") == {text}
    assert fields(space, "main...") == {text}
    git(space, "stash")
    git(space, "switch", "-q", "main")
    put(space, PLAN.replace("periode: 2026–2030", "periode: 2026–2031"))
    git(space, "commit", "-qam", "Lenger")
    # The merge base, and not what has come to main since.
    assert fields(space, "main...utkast") == {text}
    assert fields(space, "main..utkast") == {text, ("prove", "periode")}


def test_the_trailers_of_the_commits_say_why(space: Path) -> None:
    (change,) = changes(space, "main..utkast")
    assert change["begrunnelse"] == "Rammene er mindre. Innspill: Ungdomsrådet."
    assert trailers("Tittel\n\nBegrunnelse: Ja\nVedtak: PS 1/26\nVedtak: PS 2/26") == {
        "begrunnelse": ("Ja",),
        "vedtak": ("PS 1/26", "PS 2/26"),
    }
    assert trailers("Begrunnelse mangler her") == {}


def test_exit_codes(space: Path) -> None:
    assert diff_of("main..utkast", cwd=space).returncode == 0
    for level, code in (("forpliktelse", 1), ("innhold", 1), ("oppsett", 1)):
        assert diff_of("main..utkast", "--fail-on", level, cwd=space).returncode == code
    assert diff_of("HEAD", "--fail-on", "forpliktelse", cwd=space).returncode == 1
    git(space, "stash")
    assert diff_of("HEAD", "--fail-on", "oppsett", cwd=space).returncode == 0
    for words in (
        ("finnes-ikke",),
        ("--fail-on", "vesentlig"),
        ("a", "b", "c"),
        ("finnes-ikke", "heller-ikke"),
        ("-p", "x"),
        ("--plan", "prove", "provf"),
        ("HEAD", "--plan", "prove", "prove"),
    ):
        done = diff_of(*words, cwd=space)
        assert (done.returncode, done.stdout) == (2, "")
    assert "Mente du «prove»?" in diff_of("--plan", "prove", "provf", cwd=space).stderr


def test_what_git_has_is_read_without_touching_anything(space: Path) -> None:
    before = git(space, "status", "--porcelain")
    repo = repository(space)
    assert repo.inside == "kommuner/Nordvik på Øya/"
    span = range_of(repo, "main..utkast")
    old, new = read(repo, span.base, span.head)
    assert list(old.files) == list(new.files) == ["plans/øvre/plan.yaml"]
    assert old.files["plans/øvre/plan.yaml"].decode("utf-8") == PLAN
    (commit,) = commits(repo, span.base, span.head)
    assert (commit.subject, commit.paths) == ("Mykere", frozenset({"plans/øvre/plan.yaml"}))
    assert [one.subject for one in commits(repo, "", "", ["plans/øvre/plan.yaml"])] == ["Mykere", "Første utgave"]
    assert git(space, "status", "--porcelain") == before


def test_a_submodule_and_a_link_are_no_files_of_the_revision(space: Path, tmp_path: Path) -> None:
    other = tmp_path / "andre"
    other.mkdir()
    git(other, "init", "-q", "-b", "main", ".")
    put(other, PLAN, "x.yaml")
    git(other, "add", "-A")
    git(other, "commit", "-qm", "x")
    git(space, "submodule", "--quiet", "add", other.as_uri(), "plans/felles")
    (space / "plans/lenke.yaml").symlink_to("øvre/plan.yaml")
    git(space, "add", "-A", ".")
    git(space, "commit", "-qm", "Felles")
    repo = repository(space)
    (found,) = read(repo, range_of(repo, "HEAD").base)
    assert list(found.files) == ["plans/øvre/plan.yaml"]


def test_a_shallow_clone_is_told_how_to_get_the_rest(space: Path, tmp_path: Path) -> None:
    git(space, "stash")
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "utkast", tmp_path.as_uri(), "grunn")
    clone = tmp_path / "grunn" / "kommuner" / "Nordvik på Øya"
    done = diff_of("HEAD~1", cwd=clone)
    assert done.returncode == 2 and "fetch-depth: 0" in done.stderr
    with pytest.raises(NoRevision, match="shallow"):
        range_of(repository(clone), "main")


def test_without_git_two_folders_can_be_compared(tmp_path: Path) -> None:
    for name, text in (("a", PLAN), ("b", PLAN.replace("skal", "må"))):
        put(tmp_path / name, text)
    done = diff_of(cwd=tmp_path / "a")
    assert done.returncode == 2 and "planc diff MAPPE MAPPE" in done.stderr
    assert fields(tmp_path, "a", "b") == {("prove/m1.v1", "tekst")}


def test_two_plans_of_one_workspace_are_compared_as_editions(tmp_path: Path) -> None:
    put(tmp_path, PLAN, "plans/a.yaml")
    new = PLAN.replace("plan: prove", "plan: ny-prove").replace("status: utkast", "status: utkast\nerstatter: prove")
    put(tmp_path, new.replace("skal", "kan"), "plans/b.yaml")
    found = changes(tmp_path, "--plan", "prove", "ny-prove")
    assert [(one["id"], one["felt"], one["retning"]) for one in found] == [("ny-prove/m1.v1", "tekst", "svekket")]


def test_the_terminal_says_first_how_much_is_changed_and_how_much_is_not(space: Path) -> None:
    made = git(space, "show", "-s", "--format=%cs", "main").strip()
    day = shown_date(made, "nb", BOKMAL)
    lines = diff_of("main..utkast", cwd=space).stdout.splitlines()
    assert lines[:3] == [
        "Endret: 1 virkemiddel. Tatt ut: ingen. Nye: ingen.",
        "Uendret: 1 mål.",
        f"Sammenlignet: main ({day}) → utkast ({day})",
    ]
    page = diff_of("main", "--format", "html", cwd=space).stdout
    commit = git(space, "rev-parse", "--short=7", "main").strip()
    assert f"Sammenlignet: utgaven fra {day} (main, {commit}) og arbeidskopien." in page
    assert lines[4:] == [
        "Dette fører endringene til",
        "  - Mål 1 «Flere får være med» har ikke lenger noe virkemiddel med «skal» eller «må». (prove/m1)",
        "",
        "Endrer forpliktelsen (1)",
        "  1. Tekst: Svekket: «skal» er blitt «bør».",
        "     virkemiddel «Kommunen bør åpne møteplasser.» – mål 1 · prove/m1.v1",
        "     Før: Kommunen skal åpne møteplasser.",
        "     Nå: Kommunen bør åpne møteplasser.",
        "     Begrunnelse: Rammene er mindre. Innspill: Ungdomsrådet.",
    ]
