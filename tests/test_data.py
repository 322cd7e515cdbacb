"""The published data: its shape, its schema, and that nothing written is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.targets.data import TARGET
from plancompiler.translate import translator
from workspaces import workspace

NB = Output("nb", translator("nb"))

PLAN = """\
plan: a
tittel: Plan A
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: vedtatt
bærekraftsmål: 11
betegnelser: {mål: Hovedmål}
utgåtte:
  - {id: m9, tittel: Gammelt, dato: 2026-01-02, erstattet_av: m1}
saksgang:
  - {steg: vedtak, dato: 2026-06-11, organ: Kommunestyret}
roller:
  - {id: leder, tittel: Leder, aktør: etaten}
mål:
  - id: m1
    nummer: 1.10
    tittel: Målet[^1]
    bærekraftsmål: [3, {fn: 17.10, vekt: hoved, begrunnelse: Handel}]
    ansvarlig: [etaten, leder]
    tidligere_id: m0
    fotnoter: {1: Noten.}
    virkemidler:
      - id: v1
        tekst: Se [[loven]].
        bidrar_til: [m2]
        bygger_på: [{til: loven, sted: § 4}]
        frist: 1. halvår 2027
        periode: 2027-02–2028
        status: i gang
        leveranser: [loven, En rapport]
        kostnader: [{verdi: 370 000 kr, år: 2027}]
  - {id: m2, tittel: To, sitert: Et vedtak}
strategier:
  - {id: s1, tekst: S, språk: nn}
interessenter:
  - {id: i1, aktør: etaten, kan_påvirke: Prisen}
"""

REGISTER = """\
register: r
aktører:
  - {id: etaten, navn: Etaten, type: enhet}
dokumenter:
  - {id: loven, tittel: Loven, type: lov, år: 2020}
ordliste:
  - {id: ord1, ord: Ord, forklaring: Forklart.}
tekster:
  - {id: tekst1, tekst: Felles.}
"""

KEYS = [
    "id", "plan", "type", "nummer", "tittel", "tekst", "forelder", "bærekraftsmål", "bærekraftsmål_arvet",
    "bidrar_til", "bygger_på", "ansvarlig", "frist", "status", "sitert", "fil", "kortnavn", "språk", "nivå",
    "periode", "ansvarlig_arvet", "samarbeider_med", "emner", "måltall", "nøkkeltall", "kostnader", "finansiering",
    "følges_opp_i", "uten_oppfølging", "fotnoter", "merknader", "kilde", "tidligere_id", "innhold",
]  # fmt: skip


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    program = workspace({"plans/a.yaml": PLAN, "plans/registre/r.yaml": REGISTER}).program
    return {each.path: each.render().decode("utf-8") for each in TARGET.produce(program, NB)}


@pytest.fixture(scope="module")
def data(files: dict[str, str]) -> Any:
    return json.loads(files["data/program.json"])


@pytest.fixture(scope="module")
def schema(files: dict[str, str]) -> Any:
    return json.loads(files["data/program.schema.json"])


def node(data: Any, name: str) -> Any:
    return next(record for record in data["noder"] if record["id"] == name)


def test_it_keeps_to_its_schema(data: Any, schema: Any) -> None:
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []
    empty = next(iter(TARGET.produce(Program(), NB))).render()
    Draft202012Validator(schema).validate(json.loads(empty))


def test_the_schema_describes_every_key(schema: Any) -> None:
    records = [schema["$defs"][name] for name in ("plan", "node", "lenke", "omdirigering")]
    assert all("description" in value for record in records for value in record["properties"].values())
    assert all(record["required"] == list(record["properties"]) for record in records)


def test_the_keys_of_a_node_stand_in_their_order(data: Any) -> None:
    assert all(list(record)[: len(KEYS)] == KEYS for record in data["noder"])


def test_values_are_the_text_that_was_written(data: Any) -> None:
    goal, measure = node(data, "a/m1"), node(data, "a/v1")
    assert (goal["nummer"], data["planer"][0]["kommune"]) == ("1.10", "0301")
    assert goal["bærekraftsmål"] == ["3", "17.10"]
    assert measure["bærekraftsmål_arvet"] == ["3", "17.10"]
    assert goal["fotnoter"] == {"1": "Noten."}
    assert measure["frist"] == "1. halvår 2027"
    assert measure["kostnader"] == [{"verdi": "370 000 kr", "år": "2027"}]
    assert node(data, "a/s1")["språk"] == "nn"
    assert node(data, "a/m2")["sitert"] == "Et vedtak"


def test_what_is_unsaid_is_null_or_empty(data: Any) -> None:
    goal = node(data, "a/m2")
    assert [goal[key] for key in ("nummer", "tekst", "frist", "periode", "innhold", "måltall")] == [None] * 5 + [[]]


def test_periods_have_their_days(data: Any) -> None:
    assert node(data, "a/v1")["periode"] == {"fra": "2027-02-01", "til": "2028-12-31", "tekst": "2027-02–2028"}
    assert data["planer"][0]["periode"] == {"fra": "2026-01-01", "til": "2030-12-31", "tekst": "2026–2030"}


def test_parents_and_responsibility(data: Any) -> None:
    assert [node(data, f"a/{name}")["forelder"] for name in ("m1", "v1")] == ["a", "a/m1"]
    assert node(data, "a/m1")["ansvarlig"] == ["etaten", "a/leder"]
    assert node(data, "a/v1")["ansvarlig"] == []
    assert node(data, "a/v1")["ansvarlig_arvet"] == ["etaten", "a/leder"]


def test_the_fields_of_a_kind_stand_under_its_content(data: Any) -> None:
    assert node(data, "a/v1")["innhold"] == {"leveranser": ["loven", "En rapport"]}
    assert node(data, "a/i1")["innhold"] == {"kan_påvirke": ["Prisen"], "aktør": ["etaten"]}


@pytest.mark.parametrize(
    ("source", "role", "target", "text", "more"),
    [
        ("a/m1", "bærekraftsmål", "fn/17.10", "17.10", {"vekt": "hoved", "begrunnelse": "Handel"}),
        ("a", "bærekraftsmål", "fn/11", "11", {"vekt": None}),
        ("a/v1", "bygger_på", "loven", "loven", {"sted": "§ 4", "grunnlag": "skrevet"}),
        ("a/v1", "omtaler", "loven", "loven", {}),
        ("a/v1", "bidrar_til", "a/m2", "m2", {}),
        ("a/m2", "sitert", None, "Et vedtak", {}),
        ("a/v1", "leveranser", None, "En rapport", {}),
    ],
)
def test_every_link_is_there(data: Any, source: str, role: str, target: str, text: str, more: dict[str, str]) -> None:
    found = [link for link in data["lenker"] if (link["fra"], link["rolle"], link["tekst"]) == (source, role, text)]
    assert [link["til"] for link in found] == [target]
    assert more.items() <= found[0].items()


def test_registers_and_old_names(data: Any) -> None:
    ids = {
        section: [entry["id"] for entry in data[section]]
        for section in ("aktører", "dokumenter", "ordliste", "tekster")
    }
    assert ids == {"aktører": ["etaten"], "dokumenter": ["loven"], "ordliste": ["ord1"], "tekster": ["tekst1"]}
    assert data["dokumenter"][0]["år"] == "2020"
    assert {"fra": "a/m0", "til": "a/m1"} in data["omdirigeringer"]
    assert data["planer"][0]["utgåtte"][0]["id"] == "m9"


def test_one_record_stands_on_each_line(files: dict[str, str], data: Any) -> None:
    lines = files["data/program.json"].splitlines()
    records = [line for line in lines if line.startswith('{"')]
    assert len(records) == sum(len(part) for part in data.values())
    assert all(isinstance(json.loads(line.rstrip(",")), dict) for line in records)
