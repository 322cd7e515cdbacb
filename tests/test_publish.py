"""What is built for the public holds nothing of a draft, a note, a comment or a mail address, wherever it was planted.

In `cases/hemmelig` every word between two pairs of z is a secret. The list of secrets is read from the files, so that
one planted tomorrow is looked for too, and the same search over the build that is not public finds them.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from opened_files import opened
from plancompiler import targets
from plancompiler.as_of import NotADay, as_of
from plancompiler.collect import collect
from plancompiler.emit import Output, Target
from plancompiler.mail_addresses import addresses, masked
from plancompiler.program import Program, links_from
from plancompiler.publish import NothingToPublish, published, published_units
from plancompiler.translate import translator
from plancompiler.workspace import Workspace, assemble, built_in
from plancompiler.workspace_files import beside, read
from test_outputs import ROOT
from workspaces import HEADER, findings_of, workspace

_HIDDEN = Path(__file__).parent / "cases" / "hemmelig"
_SECRET = re.compile(r"zz\S*?zz")

# Even a build for the planners shows nothing of these.
_NEVER = re.compile(
    r"zz(kommentar\d|unntak\d|kjentefunn|depot|registertittel|merknad(5|7|8|10|11|12)|hjemmel|tilleggsalias)zz"
)


def made(root: Path, program: Program, as_of: str = "", *, paper: bool = True) -> Mapping[str, bytes]:
    """Return every file of every target, of those alone that are no paper unless that is asked for."""
    output = Output("nb", translator("nb"), lambda path: (root / path).read_bytes(), as_of)
    every = [one for one in collect(targets, "TARGET", Target) if paper or not one.needs]
    return {one.path: one.render() for target in every for one in target.produce(program, output)}


def public(space: Workspace) -> Program:
    return published(space.units, space.program, built_in())


def found(words: set[str], files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the words that stand in a path or in the bytes of a file, however they are spelled, and where."""
    return {
        word: path
        for path, data in files.items()
        for whole in [f"{path}\n{opened(path, data)}".casefold()]
        for word in words
        if any(spelling.casefold() in whole for spelling in spellings(word))
    }


def spellings(word: str) -> set[str]:
    return {
        word,
        html.escape(word),
        html.escape(word).replace("&", "&amp;"),
        "".join(f"&#{ord(letter)};" for letter in word),
        quote(word),
        quote_plus(word),
        quote(quote(word)),
        quote(word.encode("latin-1", "replace")),
        json.dumps(word)[1:-1],
        json.dumps(word, ensure_ascii=False)[1:-1],
        re.sub(r"([^\w])", r"\\\1", word),
        re.sub(r"[^\w]", "", word),
    }


@pytest.fixture(scope="module")
def hidden() -> Workspace:
    return assemble(read(_HIDDEN), beside(_HIDDEN))


@pytest.fixture(scope="module")
def seen(hidden: Workspace) -> Program:
    return public(hidden)


@pytest.fixture(scope="module")
def secrets() -> set[str]:
    files = [path for path in _HIDDEN.rglob("*") if path.is_file()]
    texts = (f"{path.relative_to(_HIDDEN)}\n{path.read_bytes().decode('utf-8')}" for path in files)
    return {word for text in texts for word in _SECRET.findall(text)}


def test_the_search_finds_what_is_there(secrets: set[str], hidden: Workspace) -> None:
    """Were the search blind, so would every test that uses it be: the build for planners shows nearly all of them."""
    assert not [one for one in findings_of(hidden) if one.severity == "error"], "it would not be built at all"
    shown = found(secrets, made(_HIDDEN, hidden.program))
    unseen = secrets - shown.keys()
    assert all(_NEVER.fullmatch(word) for word in unseen), sorted(unseen)
    assert len(shown) > 120
    awkward = 'zzå & «b» <c>"zz'
    for spelling in spellings(awkward):
        assert found({awkward}, {"x": spelling.encode()})
    assert found({awkward}, {f"site/{quote(awkward)}": b""})


def test_no_secret_reaches_the_public(secrets: set[str], seen: Program) -> None:
    files = made(_HIDDEN, seen, as_of="2026-08-31")
    assert {path.partition("/")[0] for path in files} == {"site", "markdown", "tables", "data", "pdf", "docx", "xlsx"}
    assert found(secrets, files) == {}
    # Nor what follows from drafts: their deadlines, as written and as read, and their figures.
    days = {"2031-12-17", "17. desember 2031", "2030-01-17", "17. januar 2030", "370 000 kr"}
    assert found(days, made(_HIDDEN, seen)) == {}


def test_no_secret_is_left_for_a_later_stage(secrets: set[str], hidden: Workspace) -> None:
    """What no page shows today, one may show tomorrow; so it is not there to be shown."""
    units = published_units(hidden.units, hidden.program, built_in())
    assert found(secrets, {"units": repr(units).encode(), "program": repr(public(hidden)).encode()}) == {}
    assert not any(unit.source.text or unit.diagnostics for unit in units)


def test_what_is_published_is_whole(hidden: Workspace, seen: Program) -> None:
    """Every node of a published plan is there, with every field that says nothing of what is withheld."""
    assert set(seen.plans) == {"apen-plan", "apen-samfunnsdel"}
    before = {name: node for name, node in hidden.program.nodes.items() if node.plan in seen.plans}
    assert list(seen.nodes) == list(before)
    assert {name: seen.parents[name] for name in before} == {name: hidden.program.parents[name] for name in before}
    for name, node in before.items():
        told = {key: value for key, value in node.fields.items() if not _SECRET.search(repr(value))}
        assert told.items() <= seen.nodes[name].fields.items(), name
    assert seen.counted == {"apen-plan", "apen-samfunnsdel"}
    assert set(seen.entries) == {"byplan", "apenby", "gamlebyplan", "eldreradet", "folkehelseloven", "barnehage"}
    assert seen.entries["byplan"].texts("gjelder") == ("apen-plan",)
    # A name or an address that had a mail address in it is of no use in part.
    assert "alias" not in seen.entries["byplan"].fields and "url" not in seen.entries["eldreradet"].fields


def test_links_between_what_is_published_survive(hidden: Workspace, seen: Program) -> None:
    def links(program: Program) -> set[tuple[str, str, str]]:
        kept = seen.plans.keys() | seen.entries.keys() | {"", "fn"}
        return {
            (one.source, one.role, one.target)
            for one in program.links
            if one.source not in hidden.program.quoted
            and {one.source.partition("/")[0], one.target.partition("/")[0]} <= kept
        }

    assert {one for one in links(hidden.program) - links(seen) if one[2]} == set()
    assert ("apen-plan/m1", "bidrar_til", "apen-samfunnsdel/s1") in links(seen)
    # The name it was written by is a mail address, and no longer a name.
    assert [link.target for link in links_from(seen, "apen-plan/m1.v2", "ansvarlig")] == ["byplan"]


def test_links_to_what_is_not_published_become_words(seen: Program) -> None:
    plan, node = seen.plans["apen-plan"], seen.nodes
    assert plan.text("sammendrag").startswith("Planen avløser en plan som ikke er publisert i deler, se også det nye")
    assert "Skriv til saksbehandleren, til (e-postadresse fjernet)" in plan.text("sammendrag")
    assert "eller til postmottak@apenby.example." in plan.text("sammendrag")
    assert "Siden til utkastet er under arbeid." in plan.text("sammendrag")
    assert node["apen-plan/m1"].text("tekst").startswith("Målet bygger på arbeidet i utkastet[^1] og på [[barnehage]]")
    # What is answered elsewhere still is, and what is someone else's words too.
    assert node["apen-plan/m1.d1"].texts("følges_opp_i") == ("en plan som ikke er publisert",)
    assert node["apen-plan/m1.d2"].text("tittel") == "Teksten er ikke publisert"
    assert {"apen-plan/m1.d2", "apen-plan/m1.d3"} <= seen.quoted
    # A change of a decision that is about a draft alone goes; it is not suddenly about the whole plan.
    decision = plan.records("saksgang")[1]
    assert isinstance(decision["endringer"], tuple) and len(decision["endringer"]) == 1
    # A column may be called what an editor's note is called.
    assert node["apen-plan/t1"].records("rader")[0]["merknader"] == "Ble bygd i 1990"


def test_the_settings_are_those_of_the_site(seen: Program) -> None:
    assert set(seen.settings) == {"språk", "adresse", "kontakt"}


@pytest.mark.parametrize(
    "root", [ROOT, _HIDDEN, Path(__file__).parent / "cases" / "nordvik"], ids=lambda root: root.name
)
def test_publishing_twice_is_publishing_once(root: Path) -> None:
    for statuses in ("", "publiser: [vedtatt]\n", "publiser: [utkast, vedtatt, ukjent]\n", "publiser: på høyring\n"):
        files = {path: data for path, data in read(root).items() if path != "plancompiler.yaml"}
        files["plancompiler.yaml"] = f"arbeidsområde: Planer\n{statuses}".encode()
        space = assemble(files)
        try:
            once = published_units(space.units, space.program, built_in())
        except NothingToPublish:
            continue
        assert published_units(once, published(space.units, space.program, built_in()), built_in()) == once


@pytest.mark.parametrize("drafts", [1, 2, 5, 6, 9, 10, 14])
def test_no_id_of_a_draft_is_left_whichever_plans_are_drafts(drafts: int) -> None:
    """The plans of Nordvik quote, follow and replace each other; each is a draft in its turn."""
    root = Path(__file__).parent / "cases" / "nordvik"
    files = dict(read(root))
    headers = [path for path, data in files.items() if data.startswith(b"plan:") or b"\nplan:" in data]
    for number, path in enumerate(sorted(headers)):
        if drafts >> number & 1:
            files[path] = re.sub(rb"\nstatus: .*", b"\nstatus: utkast", files[path])
    space = assemble(files, beside(root))
    program = public(space)
    gone = space.program.plans.keys() - program.plans.keys()
    assert len(gone) == drafts.bit_count()
    # What is printed is made of the same program, and takes long to make and to read.
    files_made = made(root, program, paper=False)
    assert found(set(gone), files_made) == {}
    assert program.nodes.keys() == {name for name, node in space.program.nodes.items() if node.plan not in gone}
    said = repr([one.fields for one in (*program.plans.values(), *program.nodes.values())]).casefold()
    own = {text for plan in gone for text in _long_texts(space.program, plan) if text.casefold() not in said}
    assert own and found(own, files_made) == {}


def _long_texts(program: Program, plan: str) -> list[str]:
    nodes = [node for node in program.nodes.values() if node.plan == plan]
    return [node.text(key) for node in nodes for key in ("tittel", "tekst") if len(node.text(key)) > 20]


STATUSES = {
    "vedtatt": True,
    "på høring": True,
    "på høyring": True,
    "til vedtak": True,
    "under rullering": True,
    "erstattet": True,
    "opphevet": True,
    "planlagt": False,
    "utkast": False,
    "ukjent": False,
    "ukjent\ngjengivelse: utdrag": True,
    "ukjent\ngjengivelse: utdrag\nutkast_til: annen": False,
    "tull": False,
}


@pytest.mark.parametrize("status", STATUSES)
def test_the_status_decides(status: str) -> None:
    other = HEADER.replace("plan: eksempel", "plan: annen").replace("utkast", "vedtatt")
    space = workspace({"plans/a.yaml": HEADER.replace("status: utkast", f"status: {status}"), "plans/b.yaml": other})
    assert set(public(space).plans) == {"annen", *(["eksempel"] if STATUSES[status] else [])}


def test_the_settings_decide_when_they_say_so() -> None:
    plans = {
        f"plans/{number}.yaml": HEADER.replace("plan: eksempel", f"plan: p{number}").replace("status: utkast", status)
        for number, status in enumerate(("status: utkast", "status: vedtatt", "status: på høring", ""))
    }
    chosen = {"plancompiler.yaml": "arbeidsområde: Planer\npubliser: [utkast, på høyring]\n"}
    assert set(public(workspace({**plans, **chosen})).plans) == {"p0", "p2"}
    assert set(public(workspace(plans)).plans) == {"p1", "p2"}


def test_one_that_would_publish_no_plan_says_why() -> None:
    with pytest.raises(NothingToPublish) as none:
        public(
            workspace(
                {
                    "plans/a.yaml": HEADER,
                    "plans/b.yaml": HEADER.replace("eksempel", "annen").replace("status: utkast", ""),
                }
            )
        )
    assert "«eksempel» er «utkast», «annen» er uten status" in str(none.value)
    assert "«gjengivelse»" in str(none.value) and "publiser: [vedtatt, på høring]" in str(none.value)
    with pytest.raises(NothingToPublish) as none:
        public(workspace({"plans/a.yaml": HEADER, "plancompiler.yaml": "arbeidsområde: x\npubliser: vedtat\n"}))
    assert "bare gjennom «vedtat»" in str(none.value) and "«vedtat» er ingen status" in str(none.value)
    with pytest.raises(NothingToPublish) as none:
        public(workspace({"plancompiler.yaml": "arbeidsområde: x\n", "plans/r.yaml": "register: r\naktører: []\n"}))
    assert "det er ingen planer" in str(none.value)


@pytest.mark.parametrize(
    "written",
    [
        "ola@by.no",
        "ola\\@by.no",
        "ola%40by.no",
        "ola&#64;by.no",
        "OLA&#X40;by.no",
        "ola@by",
        "o.l-a+x@post.by.no",
        "ola＠by.no",
    ],
)
def test_a_mail_address_is_found_however_it_is_spelled(written: str) -> None:
    assert masked(f"Skriv til {written}, eller <mailto:{written}>.", (), "*") == "Skriv til *, eller *."
    assert masked(f"Skriv til {written}.", set(addresses(written)), "*") == f"Skriv til {written}."


def test_what_is_no_mail_address_stands() -> None:
    for text in ("3 @ 100 kr", "@nordvik", "https://kart.example/@59.1,10.2", "R&D", "100 %", "a & b"):
        assert masked(text, (), "*") == text


def test_the_day_is_the_one_asked_for_else_the_last_commit_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert as_of(tmp_path, "2026-08-31") == "2026-08-31"
    for wrong in ("31.08.2026", "2026-8-31", "2026-02-31", "20260831", "i dag"):
        with pytest.raises(NotADay):
            as_of(tmp_path, wrong)
    assert as_of(tmp_path) == ""
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_AUTHOR_DATE": "2020-01-01T12:00:00Z"}
    done = {"GIT_COMMITTER_NAME": "zzinnsenderzz", "GIT_COMMITTER_EMAIL": "c@b.example"}
    for key, value in {**who, **done, "GIT_COMMITTER_DATE": "2021-02-03T23:30:00+0100"}.items():
        monkeypatch.setenv(key, value)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert as_of(tmp_path) == ""
    subprocess.run(["git", "commit", "-q", "--allow-empty", "-m", "x"], cwd=tmp_path, check=True)
    below = tmp_path / "planer"
    below.mkdir()
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert as_of(below) == "2021-02-03"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert as_of(below) == ""
