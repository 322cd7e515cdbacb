"""What the reading of a tree says, where it says it, and that it goes on with the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancompiler.catalogue import code, fill, said
from plancompiler.diagnostic import Diagnostic, Edit, Span
from plancompiler.model.foreign import MEANT
from plancompiler.model.header import PlanHeader
from plancompiler.model.kind import CHILD_KEYS, KINDS
from plancompiler.model.nodes import NODES
from plancompiler.model.nynorsk import KEYS, canonical_keys
from plancompiler.model.part import Part
from plancompiler.model.register import SECTIONS
from plancompiler.node import Document, Node
from plancompiler.parse import parse
from plancompiler.report import span
from plancompiler.source import Source
from plancompiler.translate import BOKMAL, translator
from plancompiler.tree import Tree, at
from plancompiler.validate import validate
from plancompiler.validate.identity import PLACE_OF_ID
from plancompiler.validate.keys import legal
from workspaces import findings

DATA = Path(__file__).parent / "data"
HEADER = """\
plan: eksempel
tittel: Eksempel
type: temaplan
kommune: 0301
språk: nb
periode: 2026–2030
status: utkast
"""
MEASURE = "virkemidler:\n  - id: v1\n    tekst: Lage utlån.\n"
GOAL = "mål:\n  - id: m1\n    tittel: Alle kan være med\n"

# Lines after a plan's header, the code and variant, the text that is marked, and what a fix puts in (None: no fix).
MISTAKES = [
    ("mål:\n  - id: m1\n    titel: Alle\n", "unknown-key", "near", "titel", "tittel"),
    ("mål:\n  - id: m1\n    tittel: A\n    tittle: B\n", "unknown-key", "near", "tittle", None),
    ("kortnamnn: A\n", "unknown-key", "near", "kortnamnn", "kortnavn"),
    (GOAL + "    helt_ukjent: x\n", "unknown-key", "", "helt_ukjent", None),
    ("hovedmål:\n  - id: m1\n    tittel: Alle\n", "unknown-key", "term", "hovedmål", "mål"),
    (GOAL + "    tiltak:\n      - {id: v1, tekst: Lage utlån}\n", "unknown-key", "term", "tiltak", "virkemidler"),
    (MEASURE + "    framdrift: i gang\n", "unknown-key", "meant", "framdrift", "status"),
    (MEASURE + "    kostnader:\n      - {verdi: 3 kr, rabattkode: x}\n", "unknown-key", "record", "rabattkode", None),
    (GOAL + "    sdg: 3\n", "unknown-key", "meant", "sdg", "bærekraftsmål"),
    (GOAL + "    beskrivelse: Mer.\n", "unknown-key", "meant", "beskrivelse", "tekst"),
    (GOAL + "    forankring: I samfunnsdelen.\n", "unknown-key", "anchoring", "forankring", None),
    (GOAL + "    begrunnelse: Fordi.\n", "unknown-key", "reason", "begrunnelse", None),
    ("betegnelser: {tiltak: Tiltak}\n", "unknown-key", "meant", "tiltak", "virkemiddel"),
    (GOAL + "    måltall:\n      - {hv: Utlån, verdi: 3}\n", "unknown-key", "near", "hv", "hva"),
    (GOAL + "    bidrar_til: [{til: h1, sted: s. 3}]\n", "misplaced-key", "", "sted", None),
    ("kapitler:\n  - {id: k1, tittel: A, frist: 2028}\n", "misplaced-key", "", "frist", None),
    ("kortnavn: A\nkortnamn: B\n", "field-twice", "", "kortnamn", None),
    (MEASURE + "    frist: 27.04.2028\n", "date-format", "", "27.04.2028", "2028-04-27"),
    (MEASURE + "    frist: 27.04.28\n", "date-format", "two-digits", "27.04.28", "2028-04-27"),
    (MEASURE + "    frist: snart\n", "date-format", "unknown", "snart", None),
    (MEASURE + "    frist: 2028-02-30\n", "impossible-date", "day", "2028-02-30", None),
    (MEASURE + "    periode: 2027-01-01–2028-02-30\n", "impossible-date", "day", "2028-02-30", None),
    (MEASURE + "    periode: 2028–2027\n", "period-reversed", "", "2028–2027", "2027–2028"),
    (MEASURE + "    kostnader:\n      - {verdi: 0.4 årsverk}\n", "number-format", "", "0.4 årsverk", '"0,4 årsverk"'),
    (MEASURE + "    prioritering: foreslåt\n", "unknown-word", "near", "foreslåt", "foreslått"),
    (MEASURE + "    prioritering: viktig\n", "unknown-word", "", "viktig", None),
    (MEASURE + "    frist: [2027, 2028]\n", "text-expected", "list", "frist", None),
    (MEASURE + "    frist: {dato: 2027}\n", "text-expected", "mapping", "frist", None),
    (MEASURE + "    ansvarlig: {til: HEV, rolle: x}\n", "list-expected", "mapping", "ansvarlig", "["),
    (MEASURE + "    måltall:\n      hva: A\n      verdi: 3\n", "list-expected", "mapping", "måltall", "- "),
    ("mål: Alle kan være med\n", "list-expected", "", "Alle kan være med", None),
    (MEASURE + "    måltall:\n      - 75 %\n", "mapping-expected", "", "75 %", None),
    ("kontakt: Plan og miljø\n", "mapping-expected", "", "Plan og miljø", None),
    ("mål:\n  - id: m1\n", "missing-field", "title", "m1", None),
    ("virkemidler:\n  - id: v1\n", "missing-field", "title-or-text", "v1", None),
    ("figurer:\n  - {id: g1, alt: En trapp.}\n", "missing-field", "name", "g1", None),
    ("figurer:\n  - id: g1\n    tittel: Trapp\n", "missing-field", "", "id: g1", None),
    ("saksgang:\n  - dato: 2026-03-01\n", "missing-field", "", "dato: 2026-03-01", None),
    ("avvik:\n  - regel: a\n    forklaring:\n", "missing-field", "", "forklaring", None),
    ("følger_ikke_opp:\n  - begrunnelse: Fordi.\n", "missing-field", "one-of", "begrunnelse: Fordi.", None),
    ("mål:\n  - tittel: Alle\n", "missing-id", "", "tittel", f"id: {PLACE_OF_ID}\n    "),
    ("mål:\n  - id: M1\n    tittel: Alle\n", "id-format", "", "M1", "m1"),
    ("virkemidler:\n  - Lage utlån.\n", "bare-text", "", "Lage utlån.", f"id: {PLACE_OF_ID}\n    tekst: Lage utlån."),
    (GOAL + "    bærekraftsmål: [3, FN 4]\n", "un-goal-format", "", "FN 4", "4"),
    (GOAL + "    bærekraftsmål: [3, 10,2]\n", "comma-in-un-goals", "", "10,2", "10.2"),
    (GOAL + "    bærekraftsmål: [10,2,\n      3, 4]\n", "comma-in-un-goals", "", "10,2", "10.2"),
    ("berekraftsmål: [1, 13,1, 17]\n", "comma-in-un-goals", "", "13,1", "13.1"),
    (GOAL + "    bærekraftsmål: 10,2\n", "un-goal-format", "comma", "10,2", "10.2"),
    (GOAL + "    tekst: |\n      A\n\n      ## B\n\n      C\n", "heading-in-prose", "", "## B", "    kapitler:\n"),
    (GOAL + "    tekst: Dette er <b>fett</b>.\n", "raw-html", "", "<b>", None),
    ("undertittel: |\n  En\n  to\n", "line-break", "", "|\n  En\n  to", "En to"),
    ("vedlegg:\n  - {id: x1, tittel: A, fil: ../b.pdf}\n", "file-path", "outside", "../b.pdf", None),
    ("url: www.eksempel.no\n", "url-format", "", "www.eksempel.no", "https://www.eksempel.no"),
    (
        "tabeller:\n  - id: t1\n    tittel: T\n    kolonner: [Nivå]\n    rader:\n      - Nivaa: 1\n",
        "unknown-column", "near", "Nivaa", "Nivå",
    ),
]  # fmt: skip

# Lines after a plan's header that are in order.
IN_ORDER = [
    GOAL + "    bærekraftsmål: 3\n    emner: eldre\n    tidligere_id: h1\n",
    GOAL + "    bærekraftsmål: [3,10,2]\n",
    GOAL + "    bærekraftsmål: [3,10,\n      2,4]\n",
    GOAL + "    bærekraftsmål: [3, 10,2,4]\n",
    GOAL + "    bærekraftsmål: [3, 6,14]\n",
    GOAL + "    bærekraftsmål: [3, '10','2']\n",
    GOAL + "    bærekraftsmål: [3, 10 ,2, 4]\n",
    GOAL + "    tekst:\n    delmål:\n    emner: []\n    kilde: ''\n",
    GOAL + "    sitert: [[samfunnsdel/h1|målet]]\n    merknader: [[h1]]\n",
    "mål:\n  - {id: m1, sitert: samfunnsdel/h1}\n",
    "kapitler:\n  - {id: k1, tekst: Bare tekst.}\n",
    "tabeller:\n  - {id: t1, kilde: s. 3, kolonner: [A], rader: [{A: [1, 2]}, {}]}\n",
    "figurer:\n  - {id: g1, nummer: 4, alt: ikke beskrevet}\n",
    "interessenter:\n  - {id: n1, aktør: husbanken}\n  - {id: n2, tekst: Alle.}\n",
    "områder:\n  - {id: o1, tittel: A, delmål: [{id: d1, tekst: B}]}\n",
    "betegnelser: {mål: Hovedmål, verkemiddel: [Tiltak, Tiltak], samfunnsmål: Mål}\n",
    "eier: [a, b]\nrulleres: årlig\nneste_rullering: høst 2028\n",
    MEASURE + "    leveranser: [Plan for utlån, [[kulturplan]]]\n    følges_opp_i: [{til: p}]\n",
    MEASURE + "    måltall:\n      -\n      - {hva: A, mål: Flere enn før}\n",
    MEASURE + "    finansiering: Innenfor Rammen\n    prioritering: føreslått\n",
]


def read(text: str, path: str = "plans/eksempel.yaml") -> tuple[Document, tuple[Diagnostic, ...], Source, Tree]:
    """Return the document of a text that the parser has nothing to say of."""
    source = Source(path, text)
    tree, syntax = parse(source)
    assert tree is not None and not syntax, syntax
    document, found = validate(tree, source)
    assert document is not None
    return document, found, source, tree


def marked(diagnostic: Diagnostic, source: Source, tree: Tree) -> str:
    """Return the text that a finding marks."""
    place = diagnostic.place
    start, end = (place.start, place.end) if isinstance(place, Span) else span(tree, place, source.text)
    return source.text[start:end]


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    """Return the text with edits made."""
    for edit in sorted(edits, key=lambda edit: edit.place.start if isinstance(edit.place, Span) else 0, reverse=True):
        assert isinstance(edit.place, Span)
        text = text[: edit.place.start] + edit.text + text[edit.place.end :]
    return text


@pytest.mark.parametrize(("lines", "code", "variant", "where", "fix"), MISTAKES)
def test_a_mistake_is_named_where_it_is(lines: str, code: str, variant: str, where: str, fix: str | None) -> None:
    _, found, source, tree = read(HEADER + lines)
    assert [(one.code, one.variant) for one in found] == [(code, variant)], "one mistake, one finding"
    assert marked(found[0], source, tree) == where
    written = found[0].fixes[0].edits[0].text if found[0].fixes else None
    assert written is None if fix is None else written is not None and written.startswith(fix)


@pytest.mark.parametrize("lines", [row[0] for row in MISTAKES])
def test_a_safe_fix_mends_it(lines: str) -> None:
    _, found, source, _ = read(HEADER + lines)
    for fix in found[0].fixes:
        if fix.applicability == "safe":
            # Linking knows which id it will be; any that is free will do here.
            mended = applied(source.text, fix.edits).replace(PLACE_OF_ID, "x1")
            assert not read(mended)[1]


@pytest.mark.parametrize("lines", [row[0] for row in MISTAKES])
def test_a_mistake_costs_neither_its_node_nor_its_neighbours(lines: str) -> None:
    more = lines + "strategier:\n  - {id: s1, tittel: Neste, delmål: [{id: s1.d1, tekst: Under}]}\n"
    document, _, _, _ = read(HEADER + more)
    assert document.id == "eksempel" and document.text("tittel") == "Eksempel"
    assert [node.id for node in document.nodes if node.id in ("s1", "s1.d1")] == ["s1", "s1.d1"]


@pytest.mark.parametrize("lines", [row[0] for row in MISTAKES])
def test_every_finding_has_its_words(lines: str) -> None:
    for one in read(HEADER + lines)[1]:
        words = said(one, translator("nb"))
        assert words.message and len(words.message) <= 80 and words.label and words.help
        assert all(fill(code(one.code).fixes[fix.words], {**one.args, **fix.args}, BOKMAL) for fix in one.fixes)


@pytest.mark.parametrize("lines", IN_ORDER)
def test_what_is_in_order_is_not_spoken_of(lines: str) -> None:
    assert read(HEADER + lines)[1] == ()


def test_nodes_come_in_the_order_of_the_page() -> None:
    lines = "mål:\n  - id: b\n    tittel: B\n    virkemidler: [{id: b2, tekst: x}]\n    delmål: [{id: b1, tekst: y}]\n"
    document, _, _, tree = read(HEADER + lines + "kapitler: [{id: a, tittel: A}]\n")
    assert [(node.id, node.kind, node.parent) for node in document.nodes] == [
        ("b", "mål", ""), ("b2", "virkemiddel", "b"), ("b1", "delmål", "b"), ("a", "kapittel", ""),
    ]  # fmt: skip
    assert all(at(tree, node.steps)[2] == len(node.steps) for node in document.nodes)
    assert document.nodes[1].steps == ("mål", 0, "virkemidler", 0)


def test_fields_are_plain_and_canonical() -> None:
    document, found, _, _ = read((DATA / "bokmal.yaml").read_text("utf-8"))
    assert not found
    measure = next(node for node in document.nodes if node.id == "m1.d1.v1")
    assert measure.fields == {
        "tekst": "Lage utlån av utstyr.",
        "ansvarlig": ("Kulturetaten", {"til": "nav", "rolle": "bidrar"}),
        "samarbeider_med": ("frivilligsentralen",),
        "bidrar_til": ({"til": "m1", "vekt": "bi"},),
        "frist": "høst 2028",
        "varighet": "1–2 år",
        "status": "i gang",
        "leveranser": ("Plan for utlån",),
        "kostnader": ({"verdi": "0,4 årsverk", "tilsvarer": "370 000 kr"},),
        "finansiering": "krever prioritering",
    }
    goal = next(node for node in document.nodes if node.id == "m1")
    assert goal.fields["betegnelse"] == "", "no word is something else than nothing said"
    assert goal.fields["bærekraftsmål"] == ("3", {"fn": "17.10", "vekt": "hoved", "begrunnelse": "Fordi."})
    table = next(node for node in document.nodes if node.id == "t1")
    assert table.fields["rader"] == ({"Nivå": "1", "Tjenester": ("Hjelp", "Støtte")},)
    assert document.fields["betegnelser"] == {
        "virkemiddel": "Tiltak", "mål": ("Hovedmål", "Hovedmål"), "overordnet": "Formål",
        "område": {"entall": "Sektor", "flertall": "Sektorer", "overskrift": "Slik gjør vi det"},
    }  # fmt: skip
    chapter = next(node for node in document.nodes if node.id == "k1")
    assert chapter.fields["fotnoter"] == {"1": "Definert i [[folkehelseloven]]."}


def test_a_plan_in_nynorsk_is_the_same_plan() -> None:
    bokmal = read((DATA / "bokmal.yaml").read_text("utf-8"))[0]
    nynorsk = read((DATA / "nynorsk.yaml").read_text("utf-8"))[0]
    assert nynorsk.fields == bokmal.fields
    assert [without_steps(node) for node in nynorsk.nodes] == [without_steps(node) for node in bokmal.nodes]
    assert any("verkemiddel" in node.steps for node in nynorsk.nodes), "keys are kept as they were written"


def without_steps(node: Node) -> tuple[object, ...]:
    """Return a node without its place in the file."""
    return node.plan, node.id, node.kind, node.parent, node.fields


def test_no_nynorsk_key_hides_another_key() -> None:
    for key, written in KEYS.items():
        assert all(key in canonical_keys(each) for each in written)
    for each in (each for written in KEYS.values() for each in written):
        assert len([key for key in canonical_keys(each) if key not in KINDS]) <= 1, "only kinds may share a spelling"


def test_words_of_other_tools_mean_keys_that_there_are() -> None:
    models: tuple[type[Part], ...] = (PlanHeader, *NODES.values(), *SECTIONS.values())
    assert set(MEANT.values()) <= {key for model in models for key in legal(model, CHILD_KEYS).values()}
    assert not {key for key in MEANT if MEANT[key] == key}


def test_a_bad_id_is_kept_as_it_will_be() -> None:
    document = read(HEADER + "mål:\n  - {id: Mål 1, tittel: A, delmål: [{id: '?', tekst: B}]}\n")[0]
    assert [(node.id, node.parent) for node in document.nodes] == [("mal-1", ""), ("?", "mal-1")]


def test_what_can_only_mean_one_thing_is_read_as_that() -> None:
    lines = "    frist: 27.04.2028\n    merknader: [<b>A</b>, B]\n    bidrar_til: [{til: m1, vekt: tungt}, m2]\n"
    document, found, _, _ = read(HEADER + MEASURE + lines)
    assert [one.code for one in found] == ["date-format", "unknown-word", "raw-html"]
    assert document.nodes[0].fields == {
        "tekst": "Lage utlån.",
        "frist": "2028-04-27",
        "merknader": ("<b>A</b>", "B"),
        "bidrar_til": ({"til": "m1"}, "m2"),
    }


def test_a_word_that_is_meant_is_read_as_the_key_it_means() -> None:
    document = read(HEADER + "hovedmål:\n  - id: m1\n    titel: A\n    tiltak: [{id: v1, tekst: B}]\n")[0]
    assert [(node.id, node.kind, node.text("tittel")) for node in document.nodes] == [
        ("m1", "mål", "A"),
        ("v1", "virkemiddel", ""),
    ]
    assert document.nodes[1].steps == ("hovedmål", 0, "tiltak", 0)


def test_a_fix_is_unsafe_where_the_plan_uses_both_words() -> None:
    both = HEADER + GOAL + "    tiltak: [{id: v1, tekst: A}]\nvirkemidler: [{id: v2, tekst: B}]\n"
    assert [fix.applicability for fix in read(both)[1][0].fixes] == ["unsafe"]


def test_headings_in_prose_become_chapters() -> None:
    prose = "    tekst: |\n      Først.\n\n      ## Bakgrunn\n\n      Mange\n      står utenfor.\n      # Slutt\n"
    _, found, source, _ = read(HEADER + GOAL + prose + "    nummer: 1\n")
    fix = found[0].fixes[0]
    assert fix.applicability == "placeholder"
    document, left, _, _ = read(applied(source.text, fix.edits))
    assert {one.code for one in left} == {"missing-id"}
    assert [(node.kind, node.text("tittel"), node.text("tekst")) for node in document.nodes] == [
        ("mål", "Alle kan være med", "Først."),
        ("kapittel", "Bakgrunn", "Mange\nstår utenfor."),
        ("kapittel", "Slutt", ""),
    ]  # fmt: skip


def test_registers_vocabularies_parts_and_settings() -> None:
    register = read((DATA / "register.yaml").read_text("utf-8"))
    assert not register[1]
    assert [(entry.section, entry.id) for entry in register[0].entries][:3] == [
        ("aktører", "nordvik-kommune"), ("aktører", "nordvik-plan"), ("aktører", "nav"),
    ]  # fmt: skip
    assert register[0].entries[1].fields["alias"] == ("Planavdelingen", "Plan")
    part = read((DATA / "del.yaml").read_text("utf-8"))[0]
    assert (part.kind, part.id, part.text("under"), part.nodes[0].fields["tekst"]) == (
        "del_av",
        "prove-plan",
        "m1.d1",
        "[[om-barekraft]]",
    )
    words = read("vokabular: statuser\nposter:\n  - {id: i gang, nb: i gang, alias: pågår, gjelder: node}\n")[0]
    assert (words.id, words.entries[0].id, words.entries[0].fields["gjelder"]) == ("statuser", "i gang", ("node",))
    settings_ = read("arbeidsområde: Nordvik\nspråk: nb\nregler: {wrong-place: advarsel}\n")[0]
    assert (settings_.kind, settings_.id, settings_.fields["regler"]) == (
        "arbeidsområde",
        "Nordvik",
        {"wrong-place": "advarsel"},
    )


@pytest.mark.parametrize(
    ("text", "code", "variant", "kind"),
    [
        ("- a\n- b\n", "unknown-document", "list", None),
        ("bare tekst\n", "unknown-document", "text", None),
        ("navn: x\n", "unknown-document", "", None),
        ("tittel: Eksempel\n" + HEADER.replace("tittel: Eksempel\n", ""), "unknown-document", "later", "plan"),
        ("plann: eksempel\n" + HEADER.partition("\n")[2], "unknown-key", "near", "plan"),
        ("rapport: r1\n", "reserved-document", "", None),
        ("høyring: h1\n", "reserved-document", "", None),
        ("tabell: t1\n", "reserved-document", "", None),
        ("vokabular: statusar\nposter: [{id: x}]\n", "unknown-word", "near", "vokabular"),
        (HEADER.replace("kommune: 0301\n", ""), "missing-field", "owner", "plan"),
        (HEADER.replace("språk: nb\n", ""), "missing-field", "", "plan"),
        (HEADER.replace("plan: eksempel", "plan:"), "missing-field", "", "plan"),
        ("del_av: eksempel\nfrist: 2028\n", "misplaced-key", "", "del_av"),
        ("register: r\naktører:\n  - {id: a, navn: A}\n", "missing-field", "", "register"),
        ("register: r\naktører:\n  - A\n", "mapping-expected", "", "register"),
    ],
)
def test_what_a_file_is(text: str, code: str, variant: str, kind: str | None) -> None:
    source = Source("plans/x.yaml", text)
    tree, _ = parse(source)
    assert tree is not None
    document, found = validate(tree, source)
    assert [(one.code, one.variant) for one in found] == [(code, variant)]
    assert (document.kind if document else None) == kind


@pytest.mark.parametrize(
    ("language", "written", "meant"),
    [
        ("nb", "samendrag", "sammendrag"),
        ("nn", "samendrag", "samandrag"),
        ("nb", "brekraftsmål", "bærekraftsmål"),
        ("nn", "berkraftsmål", "berekraftsmål"),
        ("nb", "tiltak", "virkemidler"),
        ("nn", "tiltak", "verkemiddel"),
    ],
)
def test_a_key_is_suggested_in_the_form_the_plan_is_written_in(language: str, written: str, meant: str) -> None:
    value = "\n  - {id: v1, tekst: Noe.}" if written == "tiltak" else " 3"
    text = HEADER.replace("språk: nb", f"språk: {language}") + f"{written}:{value}\n"
    (one,) = (one for one in findings(text) if one.code == "unknown-key")
    assert one.fixes[0].edits[0].text == meant
    assert f"«{meant}" in one.help


@pytest.mark.parametrize(("language", "fields"), [("nb", "«hva», «verdi», «mål»"), ("nn", "«kva», «verdi», «mål»")])
def test_a_key_that_no_record_has_is_told_the_fields_there_are(language: str, fields: str) -> None:
    text = HEADER.replace("språk: nb", f"språk: {language}") + GOAL + "    måltall:\n      - {verdi: 3 %, ukjent: x}\n"
    (one,) = (one for one in findings(text) if one.code == "unknown-key")
    assert fields in one.help
    assert "kapittel" not in one.help
