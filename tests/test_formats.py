"""What CI systems demand of the formats they read. Numbers in brackets are sections of SARIF 2.1.0 (OASIS, 2020)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from plancompiler import formats
from plancompiler.collect import collect
from plancompiler.format import Format, Page
from plancompiler.translate import translator
from workspaces import HEADER, findings_of, workspace

FORMATS = {each.name: each for each in collect(formats, "FORMAT", Format)}
MANY = (
    HEADER
    + "virkemidler:\n"
    + "".join(
        f"  - id: v{number}\n    tekst: Noe.\n    bidrar_til: mangler-{number}\n    ansvarlig: Kontor {number}\n"
        for number in range(30)
    )
)
HOSTILE = {"plans/mappe, æøå/a:b.yaml": HEADER + "mål:\n  - id: m1\n    'tit%0Ael': a,b\n    tittel: x\n"}
TWICE = HEADER + "mål:\n  - id: m1\n    tittel: Ett\n  - id: m1\n    tittel: To\n"


def rendered(name: str, files: Any, prefix: str = "") -> str:
    space = workspace(files)
    sources = {unit.source.path: unit.source for unit in space.units}
    return FORMATS[name].render(Page(findings_of(space), sources, translator("nb"), False, prefix))


def run(files: Any, prefix: str = "") -> dict[str, Any]:
    log = json.loads(rendered("sarif", files, prefix))
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


# The demands stand here one by one, since no package that was looked in carries the schemas as files: sarif-om,
# sarif-tools, sarif-pydantic, jschema-to-python and check-jsonschema have none, nor have node-sarif-builder and
# @schemastore/sarif-2.1.0, which is types alone. JUnit's is in source packages only.
SARIF: dict[str, Callable[[dict[str, Any]], bool]] = {
    "3.18.2 a tool has a driver with a name": lambda run: run["tool"]["driver"]["name"] == "planc",
    "3.14.23 a run of a tool that found something has results": lambda run: len(run["results"]) > 0,
    "3.14.17 columns are said to count code points": lambda run: run["columnKind"] == "unicodeCodePoints",
    "3.49.3 a rule's id is stable and unique": lambda run: (
        len({r["id"] for r in run["tool"]["driver"]["rules"]}) == len(run["tool"]["driver"]["rules"])
    ),
    "3.27.6 ruleIndex points at the rule named by ruleId": lambda run: all(
        run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"]
    ),
    "3.27.10 level is one of four words": lambda run: (
        {one["level"] for one in run["results"]} <= {"none", "note", "warning", "error"}
    ),
    "3.27.11 a message has a text": lambda run: all(one["message"]["text"] for one in run["results"]),
    "3.4.3 a uri is one": lambda run: all(
        re.fullmatch(r"[A-Za-z0-9._~!$&'()*+,;=:@/%-]+", place["physicalLocation"]["artifactLocation"]["uri"])
        for one in run["results"]
        for place in one["locations"]
    ),
    "3.30.5 lines and columns are counted from 1, ends after starts": lambda run: all(
        0 < region["startLine"] <= region["endLine"]
        and region["startColumn"] > 0
        and (region["startLine"] < region["endLine"] or region["startColumn"] <= region["endColumn"])
        for one in run["results"]
        for region in [one["locations"][0]["physicalLocation"]["region"]]
    ),
    "3.27.17 fingerprints tell results apart": lambda run: (
        len({one["partialFingerprints"]["planFinding/v1"] for one in run["results"]}) == len(run["results"])
    ),
    "3.28.2 ids of related places are unique within a result": lambda run: all(
        len({place["id"] for place in one.get("relatedLocations", ())}) == len(one.get("relatedLocations", ()))
        for one in run["results"]
    ),
}


@pytest.mark.parametrize("files", [MANY, HOSTILE, TWICE], ids=["many", "hostile", "twice"])
@pytest.mark.parametrize("demand", SARIF)
def test_sarif_keeps_the_demand(demand: str, files: Any) -> None:
    assert SARIF[demand](run(files))


def test_sarif_has_its_version_and_nothing_to_say_of_a_clean_plan() -> None:
    log = json.loads(rendered("sarif", HEADER))
    assert log["version"] == "2.1.0"
    assert log["runs"][0]["results"] == []


def test_paths_are_from_the_repository_where_a_code_host_reads_them() -> None:
    (result, *_) = run(TWICE, "kommune/")["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "kommune/plans/eksempel.yaml"
    assert "file=kommune/plans/eksempel.yaml," in rendered("github", TWICE, "kommune/")
    assert json.loads(rendered("gitlab", TWICE, "kommune/"))[0]["location"]["path"] == "kommune/plans/eksempel.yaml"


def test_a_finding_is_known_again_when_lines_are_added_above() -> None:
    moved = MANY.replace("virkemidler:", "# En kommentar.\n\nvirkemidler:")
    for name, key in (("gitlab", "fingerprint"),):
        before = {one[key] for one in json.loads(rendered(name, MANY))}
        assert {one[key] for one in json.loads(rendered(name, moved))} == before
        assert len(before) == len(findings_of(workspace(MANY)))


def test_github_gets_no_more_than_it_shows_and_is_told_of_the_rest() -> None:
    lines = rendered("github", MANY).splitlines()
    found = findings_of(workspace(MANY))
    for kind in ("error", "warning"):
        of_kind = [line for line in lines if line.startswith(f"::{kind}")]
        total = sum(one.severity == kind for one in found)
        assert total >= 30 and len(of_kind) == 10
        assert str(total - 9) in of_kind[-1]
    assert [line.split(" ")[0].strip(":") for line in lines[:9]] == ["error"] * 9


def test_githubs_commands_cannot_be_broken_out_of() -> None:
    lines = rendered("github", HOSTILE).splitlines()
    assert all(re.match(r"::(error|warning|notice) file=[^,:\n]+,line=\d+,", line) for line in lines)
    assert "%2C" in lines[0] and "%3A" in lines[0] and "tit%250Ael" in "".join(lines)


def test_gitlab_has_all_it_demands_of_each_finding() -> None:
    for one in json.loads(rendered("gitlab", MANY)):
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= one.keys()
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not one["location"]["path"].startswith(("/", "./"))
        assert one["location"]["lines"]["begin"] >= 1


def test_junit_counts_files_and_survives_what_xml_cannot_say() -> None:
    root = ElementTree.fromstring(rendered("junit", {"plans/a.yaml": MANY, "plans/b.yaml": "plan: b\x01\n"}))
    (suite,) = root
    assert (suite.get("tests"), suite.get("failures")) == ("2", "2")
    assert len(suite.findall("testcase/failure")) == 2
    clean = ElementTree.fromstring(rendered("junit", HEADER))
    assert clean.get("failures") == "0" and len(clean.findall(".//testcase")) == 1
