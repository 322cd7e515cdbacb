"""The rules on text: what they find in words as authors write and copy them, where, and what they leave alone."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from plancompiler import rules as rules_folder
from plancompiler.collect import collect
from plancompiler.node import Document, Node
from plancompiler.program import Program
from plancompiler.report import Finding
from plancompiler.rule import Rule
from plancompiler.rules.mixed_language_form import _ONLY
from workspaces import HEADER, findings

ROOT = Path(__file__).parent.parent

CODES = frozenset(
    "figure-number-twice footnote-undefined footnote-unused heading-too-deep mixed-language-form pdf-remains "
    "placeholder-text table-without-title undefined-abbreviation unknown-figure".split()
)
REGISTER = """\
register: r
aktører:
  - {id: by, navn: Byen, type: kommune, kommune: 0301}
  - {id: hev, navn: Helse og velferd, kortnavn: HEV, type: enhet, del_av: by}
  - {id: bygd, navn: Bygda, type: kommune, kommune: 1101}
  - {id: bygd-kp, navn: Kultur og plan, kortnavn: KP, type: enhet, del_av: bygd}
dokumenter:
  - {id: melding, tittel: Folkehelsemeldinga – Fleire gode år saman i heile landet, type: stortingsmelding, språk: nn}
  - {id: drift, tittel: Langsiktig driftsanalyse, alias: LDIP, type: plan, gjelder: eksempel}
ordliste:
  - {id: beon, ord: BEON-prinsippet, forklaring: Beste effektive omsorgsnivå.}
"""


def text(words: str, more: str = "", header: str = HEADER) -> str:
    """Return a plan with one goal that says this, in a block as an author pastes it."""
    lines = "".join(f"      {line}\n" for line in words.split("\n"))
    return f"{header}mål:\n  - id: m1\n    tittel: Alle er med\n    tekst: |\n{lines}{more}"


def found(files: str | Mapping[str, str], code: str = "") -> list[Finding]:
    """Return the findings of one rule on text, or of all of them."""
    return [one for one in findings(files) if (one.code == code if code else one.code in CODES)]


def marked(source: str, code: str) -> list[str]:
    """Return the words each finding of a code marks."""
    return [source[one.where.start : one.where.end] for one in found(source, code)]


class TestSingleBrackets:
    MORE = "  - id: m1-a\n    tittel: Flere er med\n"

    @pytest.mark.parametrize(
        "words",
        ["[eksempel/m1-a]", "[m1-a]", "[m1-a|det andre målet]", "[eksempel/m1-a|det]", "[bygd-kp]", "[m1|det første]"],
    )
    def test_a_name_between_single_brackets_was_meant_as_a_link(self, words: str) -> None:
        files = {"plans/eksempel.yaml": text(f"Se {words}.", self.MORE), "plans/registre/r.yaml": REGISTER}
        (one,) = found(files, "single-brackets")
        (fix,) = one.fixes
        assert [edit.text for edit in fix.edits] == [f"[{words}]"]

    @pytest.mark.parametrize(
        "words",
        [
            "[m1]",
            "[1]",
            "[[m1-a]]",
            "`[m1-a]`",
            "[m1-a](https://eksempel.no)",
            "[x/y|z]",
            "[^m1-a]",
            r"\[m1-a]",
            "[sic]",
        ],
    )
    def test_other_brackets_are_left_alone(self, words: str) -> None:
        assert not found(text(f"Se {words}.", self.MORE), "single-brackets")

    def test_the_same_words_further_on_have_no_fix_that_takes_in_more(self) -> None:
        one, two = found(text("Se [m1-a] og igjen [m1-a].", self.MORE), "single-brackets")
        assert (len(one.fixes), len(two.fixes)) == (1, 0)


class TestFootnotes:
    TWO = """\
mål:
  - id: h1
    tittel: Barn og unge er med på kultur[^1]
    fotnoter: {1: Den kulturelle grunnmuren.}
  - id: h6
    tittel: Vannet er rent[^1]
    fotnoter: {1: EUs vanndirektiv.}
"""

    def test_two_points_may_both_have_a_footnote_1(self) -> None:
        assert not found(HEADER + self.TWO)

    def test_one_of_them_without_a_text_is_found_where_its_mark_stands(self) -> None:
        source = HEADER + self.TWO.replace("    fotnoter: {1: Den kulturelle grunnmuren.}\n", "")
        assert [(one.code, one.where.line) for one in found(source)] == [("footnote-undefined", 10)]
        assert marked(source, "footnote-undefined") == ["[^1]"]

    def test_a_footnote_that_lost_its_mark_is_a_tip_at_its_key(self) -> None:
        source = HEADER + self.TWO.replace("rent[^1]", "rent")
        assert [(one.code, one.severity) for one in found(source)] == [("footnote-unused", "info")]
        assert marked(source, "footnote-unused") == ["1"]

    def test_the_header_has_footnotes_of_its_own_and_a_cell_may_hold_the_mark(self) -> None:
        table = """\
tabeller:
  - id: t1
    tittel: Plasser
    kolonner: [Sted, Antall]
    rader: [{Sted: Sentrum, Antall: "12[^a]"}]
    fotnoter: {a: Talt i mai.}
"""
        header = HEADER + "sammendrag: Om alle[^1] som bor her.\nfotnoter: {1: Også nye.}\n"
        assert not found(header + table)
        assert [one.code for one in found(header.replace("{1:", "{2:"))] == ["footnote-undefined", "footnote-unused"]


class TestAbbreviations:
    def test_once_a_plan_where_it_stands_first_and_not_inside_another_word(self) -> None:
        source = text("Arbeidet i SLTX og hos SLT.\n\nSLT-koordinatoren, og SLTs plan.")
        assert marked(source, "undefined-abbreviation") == ["SLTX", "hos SLT"]
        assert [one.where.column for one in found(source)] == [18, 26]

    @pytest.mark.parametrize(
        "words",
        [
            "Samordning av lokale tiltak (SLT) gir trygghet. SLT er viktig.",
            "SLT møtes ofte. Det er samordningen av lokale tiltak (heretter SLT).",
            "SLT (samordning av lokale tiltak) møtes ofte.",
            "Møtene:\n\n- SLT: samordning av lokale tiltak\n- andre",
            "SLT står for samordning av lokale tiltak.",
            "NAV, FN og EU, osv. Kl. 10 på TV, i KS og NRK.",
            "Harald V, kapittel IV og avsnitt XII.",
            "DETTE SKAL VI GJØRE HER",
            "Vi skal IKKE bygge der. Det er ikke aktuelt.",
            "CO2, PM10, E6 og 5G.",
            "Meld saken på https://www.slt.example/SLT eller til post@SLT.example.",
            "HEV leder, BEON-prinsippet gjelder, og LDIP sier hvordan. BEON er målet.",
        ],
    )
    def test_what_is_explained_or_known_is_left_alone(self, words: str) -> None:
        assert not found({"plans/eksempel.yaml": text(words), "plans/registre/r.yaml": REGISTER})

    def test_a_link_a_role_or_a_list_of_abbreviations_explains_it(self) -> None:
        roles = "roller:\n  - {id: sg, tittel: Styringsgruppe, kortnavn: SG}\n"
        table = "tabeller:\n  - {id: t, tittel: Ord, kolonner: [Forkortelse, Betyr], rader: [{Forkortelse: BTI}]}\n"
        source = text("SG og BTI. [[hev|HEVU]] er et utvalg. HEVU møtes ofte.", roles + table)
        assert not found({"plans/eksempel.yaml": source, "plans/registre/r.yaml": REGISTER})

    def test_the_short_form_of_another_municipalitys_unit_explains_nothing(self) -> None:
        files = {"plans/eksempel.yaml": text("KP og IMDi leder."), "plans/registre/r.yaml": REGISTER}
        assert [one.message.split("«")[1].split("»")[0] for one in found(files)] == ["KP", "IMDi"]


class TestLanguageForm:
    MIXED = "Innbyggjarane får eit tilbod, og ingen vet hvor mange."

    def test_neither_form_has_a_word_that_is_on_the_other_list(self) -> None:
        assert not _ONLY["nb"] & _ONLY["nn"]
        allowed = "fra mye mer være flere noe bare uten mens uke sammen høg auke heim fram veit".split()
        assert not {*allowed} & (_ONLY["nb"] | _ONLY["nn"])

    def test_several_words_of_the_other_form_are_a_tip_at_the_first(self) -> None:
        source = text(self.MIXED)
        assert [(one.code, one.severity) for one in found(source)] == [("mixed-language-form", "info")]
        assert found(source)[0].message == "Teksten blander bokmål og nynorsk"
        assert found(source)[0].label == "«innbyggjarane», «eit», «tilbod» er nynorsk"
        assert marked(source, "mixed-language-form") == ["Innbyggjarane"]

    @pytest.mark.parametrize(
        "words",
        [
            "Ein dag blir det bra, sier de.",
            "Kommunen bygger på «Fleire gode år saman i heile landet».",
            "Kommunen bygger på Folkehelsemeldinga – Fleire gode år saman i heile landet.",
            "Kommunen bygger på *Fleire gode år saman i heile landet*.",
            "Noen sa dette:\n\n> Eg veit ikkje kva eg skal gjere.\n> – Ung i bygda, 2025",
            "Se [[melding|Fleire gode år saman i heile landet, berre eit stykke fram]].",
        ],
    )
    def test_a_word_or_two_quotations_and_titles_are_left_alone(self, words: str) -> None:
        assert not found({"plans/eksempel.yaml": text(words), "plans/registre/r.yaml": REGISTER})

    def test_quoted_points_and_mottoes_are_someone_elses_words(self) -> None:
        vision = "visjoner:\n  - {id: v, tittel: Saman om eit betre liv frå fjord til fjell}\n"
        goal = "mål:\n  - {id: m1, tittel: Innbyggjarane har eit godt liv saman, sitert: Fylkesplanen}\n"
        assert not found(HEADER + vision + goal)

    def test_a_point_in_the_other_form_says_so_by_its_language(self) -> None:
        nynorsk = "Innbyggjarane får eit tilbod utan å betale."
        more = "  - {id: m2, tittel: Hvordan det går, tekst: Vi vet ikke hvor mange innbyggere og hvilke oppgaver.}\n"
        source = text(nynorsk, more)
        assert found(source)[0].message == "Teksten er merket som bokmål, men ser ut til å være på nynorsk"
        assert not found(source.replace("    tekst: |", "    språk: nn\n    tekst: |"))

    def test_a_plan_in_the_other_form_is_one_finding(self) -> None:
        header = HEADER.replace("språk: nb", "språk: nn")
        more = "  - {id: m2, tittel: Hvilke oppgaver og utfordringer som ikke blir løst}\n"
        source = text("Hva vi ikke vet, er hvor mange.\n\nHvilke tjenester trengs?", more, header)
        assert marked(source, "mixed-language-form") == ["nn"]
        assert len(found(source)) == 1

    def test_nynorsk_that_uses_all_its_freedom_is_nynorsk(self) -> None:
        header = HEADER.replace("språk: nb", "språk: nn")
        assert not found(text("Mye kan være mer enn noe fra før, og flere id-en er med. Id-en, PC-en.", header=header))


class TestFigures:
    FIGURE = "figurer:\n  - {id: g1, nummer: 10, tittel: Folketall, alt: Kurve som stiger.}\n"

    def test_the_same_number_again_is_found_with_the_first(self) -> None:
        source = HEADER + self.FIGURE + "  - {id: g2, nummer: 10, tittel: Flytting, alt: Søyler.}\n"
        (one,) = found(source)
        assert (one.code, one.message) == ("figure-number-twice", "To figurer har nummer 10")
        assert (one.where.line, one.related[0].where.line) == (10, 9)

    def test_tables_maps_and_attachments_number_their_own(self) -> None:
        other = (
            "  - {id: g2, nummer: 10, betegnelse: Kart, tittel: Flytting, alt: Kart.}\n"
            "tabeller:\n  - {id: t1, nummer: 10, tittel: Plasser, kolonner: [Sted], rader: [{Sted: Sør}]}\n"
            "vedlegg:\n  - id: x\n    tittel: Tall\n    figurer:\n"
            "      - {id: g3, nummer: 10, tittel: Reiser, alt: Søyler.}\n"
        )
        assert not found(HEADER + self.FIGURE + other)

    @pytest.mark.parametrize(
        ("words", "missing"),
        [
            ("Se figur 10 og figur 9.", ["figur 9"]),
            ("Figur10 og tabell 3 viser det.", ["tabell 3"]),
            ("Figurene 10, 11 og 12 viser det.", ["Figurene 10, 11", "Figurene 10, 11 og 12"]),
            ("Figur 10a viser det, og figur 9–10.", ["figur 9"]),
            ("Se figur 3 i kapittel 2.", ["figur 3"]),
            ("Se figur 3 i Folkehelseprofilen og tabell 2 fra fylket.", []),
            ("SSB tabell 07459 og tabell 12 % høyere.", []),
            ("Se [[melding|figur 3]] og https://example.org/figur-3.", []),
        ],
    )
    def test_a_text_that_points_at_a_number_nobody_has(self, words: str, missing: list[str]) -> None:
        source = text(words, self.FIGURE)
        assert marked(source, "unknown-figure") == missing

    def test_a_source_is_another_document(self) -> None:
        assert not found(HEADER + self.FIGURE.replace("}", ", kilde: Tabell 2 og figur 3}"))


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("?", ["?"]),
        ("Fylles ut av kommunene som\nmelder seg på", ["|\n      Fylles ut av kommunene som\n      melder seg på"]),
        ("Frist: TBD. Leder: XX.", ["TBD", "XX"]),
        ("Innen 20XX skal xx prosent være med.", ["20XX", "xx"]),
        ("Jf. Mål 4 i …, og kapittel ….", ["Mål 4 i …", "kapittel …"]),
        ("Se planen (s. ) og rapporten s.", ["s.", "rapporten s."]),
        ("Etter plan- og bygningsloven §, og § 11-3.", ["§"]),
        ("Vedtatt [dato] av [sett inn organ].", ["[dato]", "[sett inn organ]"]),
        ("Hva vil vi? Alt … og mer til, s. 12, kl. 10.", []),
        ("Barna fyller ut skjemaet. Det fylles ut hver vår, og tallet kommer senere.", []),
        ("Mål 1, 2 og 3 …", []),
        ("[Navn](https://example.org/xx), MAX XXL og § 3.", []),
    ],
)
def test_what_only_holds_the_place_of_something(words: str, marks: list[str]) -> None:
    source = text(words)
    assert marked(source, "placeholder-text") == marks


def test_an_empty_point_of_a_list_is_found() -> None:
    source = text("Vi skal\n\n- bygge\n-\n- leie")
    assert [one.message for one in found(source)] == ["Et punkt i en liste er tomt"]


def test_crosses_in_a_table_and_notes_of_the_editor_are_not_places_to_fill() -> None:
    rows = '[{Sted: Sør, Grad: XX}, {Sted: Nord, Grad: "?"}]'
    table = f"tabeller:\n  - {{id: t1, tittel: Grad, kolonner: [Sted, Grad], rader: {rows}}}\n"
    notes = "merknader: ['TBD: «utvik- ling» og «?» står i kilden, HØP og figur 7 er ikke forklart[^4]']\n"
    assert marked(HEADER + notes + table, "placeholder-text") == ["?"]
    assert len(found(HEADER + notes + table)) == 1


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("Kommunen skal utvik- le tilbud.", ["utvik- le"]),
        ("Kommunen skal utvik-\nle tilbud.", ["utvik-"]),
        ("Hele livet- fra fødsel til død, etter BEON- prinsippet.", ["livet- fra", "BEON- prinsippet"]),
        ("Utvik\u00ad ling av tilbud.", ["Utvik\u00ad"]),
        ("Her er  to  mellomrom.", ["  "]),
        ("Vi skal\n\no bygge\no leie", ["o "]),
        ("• Bygge\n• Leie", []),
        ("Først.\n\nSide 3 av 25\n\nSå.", ["Side 3 av 25"]),
        ("Først.\n\n12\n\nSå.", ["12"]),
        ("Helse- og omsorg, bolig-, nærings- og trafikk, natur- så vel som kultur.", []),
        ("Kultur-\nog idrettslivet, barne-\neller ungdomstjenester.", []),
        ("Samfunns\u00adutvikling er et ord.", []),
        ("Setning.  Setning til.\n\n-  bygge\n1.  leie", []),
        ("To eller tre, o jul med din glede, s. 12.", []),
        ("Se side 3, og kapittel\n12.", []),
    ],
)
def test_what_is_left_of_a_pdf(words: str, marks: list[str]) -> None:
    source = text(words)
    assert marked(source, "pdf-remains") == marks


def test_the_place_is_the_words_themselves_though_they_stand_earlier_as_part_of_others() -> None:
    source = text("xxl og xx her, og TBD.")
    (first, second) = found(source, "placeholder-text")
    assert source[first.where.start : first.where.end].endswith("xx")
    assert source[: first.where.end].endswith("xxl og xx")
    assert source[second.where.start : second.where.end] == "TBD"


def test_words_fetched_from_elsewhere_are_judged_where_they_stand() -> None:
    own = HEADER.replace("eksempel", "a") + "mål:\n  - {id: m1, tittel: 'TBD, se figur 3'}\n"
    other = HEADER.replace("eksempel", "b") + "mål:\n  - {id: m1, sitert: a/m1}\n"
    files = {"plans/a.yaml": own, "plans/b.yaml": other}
    assert {one.where.path for one in found(files)} == {"plans/a.yaml"}
    assert len(found(files)) == 2


def test_a_table_needs_a_title_and_a_number_is_none() -> None:
    table = "tabeller:\n  - {id: t1, nummer: 2, kolonner: [Sted], rader: [{Sted: Sør}]}\n"
    assert [one.code for one in found(HEADER + table)] == ["table-without-title"]


def test_a_chapter_without_a_heading_takes_no_level() -> None:
    def nested(titled: int) -> str:
        rows = "".join(
            f"{'    ' * depth}kapitler:\n{'    ' * depth}  - id: k{depth}\n{'    ' * depth}    "
            f"{'tittel' if depth < titled else 'tekst'}: Om skolen\n"
            for depth in range(7)
        )
        return HEADER + rows

    assert not found(nested(5))
    assert [one.where.line for one in found(nested(7), "heading-too-deep")] == [25]


def test_a_date_that_cannot_be_is_found_already() -> None:
    codes = {one.code for one in findings(text("Ok.", "    frist: 26.22.2020\n"))}
    assert "impossible-date" in codes


def test_the_plans_of_the_repository_get_only_what_is_true() -> None:
    files = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / "plans").rglob("*.yaml")}
    said = {(one.code, one.message) for one in found(files)}
    # Each was looked up in its plan: none of them is explained there or in a register.
    true = {f"Forkortelsen «{word}» er ikke forklart" for word in ("BUP", "HP", "PP", "ROS", "VR")}
    # The source has left it to the municipalities, and the plan says so in its `avvik`.
    true.add("Noe er ikke fylt ut: «Fylles ut av dem som blir med»")
    assert {message for _code, message in said} <= true, said


@pytest.mark.parametrize(
    "piece",
    ["[sett inn ", "](", "a" * 40, "`", "figur 1, ", "«", "* ", "a- ", "A", "aa.", "  ", "\u00ad", "o \n", "[^"],
)
def test_a_hostile_text_takes_no_time(piece: str) -> None:
    plan = Document("plan", "p", {"tittel": piece * (40_000 // len(piece)), "språk": "nb"}, (), (), "plans/p.yaml")
    program = Program(plans={"p": plan})
    start = time.process_time()
    for rule in collect(rules_folder, "RULE", Rule):
        if rule.code in CODES and rule.plan is not None:
            list(rule.plan(plan, program))
    assert time.process_time() - start < 15


def test_ten_thousand_points_are_read_in_less_than_a_second() -> None:
    words = (
        "kommunen barn eldre skole helse vann klima bolig næring kultur frivillige tilbud arbeid møteplasser trygghet "
        "nærmiljø samarbeid ungdom familie natur energi innbyggere medvirkning bedre åpne skal bør kan utvikle i på"
    ).split()
    chance = random.Random(1)
    plan = Document("plan", "p", {"tittel": "P", "språk": "nb", "type": "temaplan"}, (), (), "plans/p.yaml")
    nodes = {
        f"p/{number}": Node(
            plan="p",
            id=str(number),
            kind="virkemiddel",
            parent="",
            fields={"tekst": " ".join(chance.choices(words, k=25)), "frist": "2027"},
            file="plans/p.yaml",
            steps=("virkemidler", number),
        )
        for number in range(10_000)
    }
    program = Program(plans={"p": plan}, nodes=nodes, children={"p": tuple(nodes)}, parents=dict.fromkeys(nodes, "p"))
    rules = [rule for rule in collect(rules_folder, "RULE", Rule) if rule.code in CODES]
    start = time.process_time()
    found = [one for rule in rules if rule.plan is not None for one in rule.plan(plan, program)]
    for rule in rules:
        if rule.node is not None and "virkemiddel" in rule.kinds:
            found += [one for node in nodes.values() for one in rule.node(node, program)]
    assert not found
    assert time.process_time() - start < 10
