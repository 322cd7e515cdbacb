"""The rules on structure, on the chain of goals and on UN goals: what they find, and what they leave alone."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from plancompiler.likeness import alike
from plancompiler.report import Finding
from plancompiler.values.printed_numbers import parse
from workspaces import HEADER, findings

ROOT = Path(__file__).parent.parent
REAL = (ROOT / "plans" / "sor-varanger-helse-2030.yaml", *(ROOT / "plans" / "registre").glob("*.yaml"))
PLANS = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in REAL}

CODES = frozenset(
    "circular-link contributes-to-own-part excerpt-not-followed-up goal-not-followed-up goal-without-measure "
    "list-differs-from-titles measure-without-goal missing-superior-plan near-duplicate-measure number-is-not-un-goal "
    "printed-number-comma printed-number-gap printed-number-misplaced printed-number-twice repeated-block "
    "same-title-twice stated-count-differs "
    "superior-goal-not-taken-up superior-plan-ended un-goal-name-differs".split()
)


def found(files: str | Mapping[str, str], *codes: str, language: str = "nb") -> list[Finding]:
    """Return the findings of these codes, or of all that this file is about."""
    return [one for one in findings(files, language) if one.code in (codes or CODES)]


def plan(text: str, header: str = "") -> str:
    """Return a plan of those nodes, under a superior plan that needs no more."""
    return f"{HEADER}{header}{text}"


def goals(*numbers: str, more: str = "") -> str:
    """Return a list of goals with those printed numbers."""
    rows = "".join(f"  - {{id: m{i}, nummer: '{n}', tittel: Tittel {i}}}\n" for i, n in enumerate(numbers, 1))
    return f"mål:\n{rows}{more}"


class TestPlantedInARealPlan:
    """Each fault that the sources of the five plans have, put into one that is without it."""

    NAME = "plans/sor-varanger-helse-2030.yaml"
    PART = "plans/sor-varanger-helse-2030/mer.yaml"

    def planted(self, old: str = "", new: str = "", *, part: str = "") -> set[str]:
        """Return the codes found in the plan with one text exchanged, or with a part, and not in it as it is."""
        assert old in PLANS[self.NAME]
        files = {**PLANS, self.NAME: PLANS[self.NAME].replace(old, new, 1)}
        if part:
            files[self.PART] = f"del_av: sor-varanger-helse-2030\n{part}"
        before = {(one.code, one.message, one.where.path) for one in found(PLANS)}
        return {one.code for one in found(files) if (one.code, one.message, one.where.path) not in before}

    def test_the_plan_as_it_is_has_one_true_finding(self) -> None:
        own = [one for one in found(PLANS) if one.where.path == self.NAME]
        assert [(one.code, one.where.line) for one in own] == [("superior-plan-ended", 15)]
        assert own[0].label == "gjelder 2016–2019; denne planen gjelder 2020–2030"

    def test_a_count_that_is_stated_and_not_there(self) -> None:
        assert self.planted("Planen har 13 mål", "Planen har 12 mål") == {"stated-count-differs"}
        assert self.planted("i tre hovedområder", "i fire hovedområder") == {"stated-count-differs"}

    def test_a_block_that_is_pasted_in_again(self) -> None:
        block = PLANS[self.NAME].partition("          - id: eldre.s1\n")[2].partition("      - id: mestring")[0]
        again = f"  - id: eldre.s1\n{block}".replace("id: eldre.", "id: igjen.").replace("\n          ", "\n  ")
        assert self.planted(part=f"under: mestring\nstrategier:\n{again}") == {"repeated-block"}

    def test_a_goal_that_is_its_own_parent(self) -> None:
        own = "under: eldre\nstrategier:\n  - {id: ny.s1, tittel: En ny strategi, bidrar_til: ny.s1}\n"
        assert self.planted(part=own) == {"circular-link"}

    def test_a_comma_in_a_number(self) -> None:
        assert self.planted("nummer: 3.1\n", 'nummer: "3,1"\n') == {"printed-number-comma"}

    def test_a_number_that_is_used_again_and_one_that_is_skipped(self) -> None:
        assert self.planted("nummer: 7\n", "nummer: 8\n") == {"printed-number-twice"}
        assert self.planted("nummer: 13\n", "nummer: 14\n") == {"printed-number-gap"}

    def test_a_list_and_a_heading_that_disagree(self) -> None:
        titles = [
            line.partition("tittel: ")[2]
            for line in PLANS[self.NAME].partition("      - id: eldre\n")[2].partition("strategier:")[0].splitlines()
            if "    tittel:" in line and line.startswith("            ")
        ]
        chapter = "kapitler:\n  - id: ny\n    tittel: Målene\n    tekst: |\n"
        same = "".join(f"      {number}. {title}\n" for number, title in enumerate(titles, 1))
        assert len(titles) >= 3
        assert self.planted(part=chapter + same) == set()
        other = same.replace(titles[-1], f"{titles[-1]} for alle som bor her")
        assert self.planted(part=chapter + other) == {"list-differs-from-titles"}

    def test_an_area_that_nothing_follows_up(self) -> None:
        part = "under: strategi\nområder: [{id: nytt, tittel: Helse, mål: [{id: nytt.m1, tittel: Et sunt liv}]}]\n"
        assert self.planted("følges_opp_i: sv-handlingsplan\n", "", part=part) == {
            "goal-not-followed-up",
            "stated-count-differs",
        }


class TestPrintedNumbers:
    @pytest.mark.parametrize(
        ("text", "series", "places"),
        [
            ("3", "", (3,)),
            ("6 og 14", "", (6, 14)),
            ("1, 2 og 3", "", (1, 2, 3)),
            ("6–8", "", (6, 7, 8)),
            ("3.1", "3.", (1,)),
            ("1.10", "1.", (10,)),
            ("b", "a", (2,)),
            ("Å", "A", (29,)),
            ("4)", "", (4,)),
        ],
    )
    def test_what_they_stand_for(self, text: str, series: str, places: tuple[int, ...]) -> None:
        assert parse(text) == (series, places)

    @pytest.mark.parametrize("text", ["IV", "4,5", "3.1 og 4", "8–6", "første", ""])
    def test_what_does_not_count(self, text: str) -> None:
        assert parse(text) is None

    @pytest.mark.parametrize(
        ("text", "codes"),
        [
            pytest.param(goals("1", "2", "3"), [], id="in order"),
            pytest.param(goals("6", "7", "8"), [], id="from another number"),
            pytest.param(goals("1", "2", "3", "5"), ["printed-number-gap"], id="a gap"),
            pytest.param(goals("1", "2 og 3", "4"), [], id="two in one"),
            pytest.param(goals("3", "11", "9", "16"), [], id="chosen numbers are no count"),
            pytest.param(goals("1", "2", "2", "3"), ["printed-number-twice"], id="twice"),
            pytest.param(goals("1", "2 og 3", "3"), ["printed-number-twice"], id="twice, in a combined one"),
            pytest.param(goals("a", "b", "c", "e"), ["printed-number-gap"], id="letters"),
            pytest.param(goals("I", "II", "IV"), [], id="Roman numbers are left alone"),
            pytest.param(goals("1", "4,5"), ["printed-number-comma"], id="a comma"),
            pytest.param(goals("1", "2", "3,4", "5", "6"), ["printed-number-comma"], id="a comma, and no gap for it"),
            pytest.param(goals("1", "2", "4", "4", "5"), ["printed-number-twice"], id="twice, and no gap for it"),
            pytest.param(
                goals("1", "2", "4", more="  - {id: m9, tittel: Uten nummer}\n"), [], id="one without stands there"
            ),
            pytest.param(
                "utgåtte:\n  - {id: m3, tittel: Strøket}\n"
                + goals("1", "2", "3").replace("nummer: '3'", "nummer: '4'").replace("id: m3", "id: m4"),
                [],
                id="a retired one explains it",
            ),
            pytest.param(f"gjengivelse: utdrag\n{goals('1', '2', '3', '5')}", [], id="an excerpt"),
            pytest.param(f"nummer_er_fn_mål: ja\n{goals('1', '2', '3', '5')}", [], id="the UN's numbers"),
        ],
    )
    def test_goals_of_one_list(self, text: str, codes: list[str]) -> None:
        numbers = ("printed-number-gap", "printed-number-twice", "printed-number-comma")
        assert [one.code for one in found(plan(text), *numbers)] == codes

    @staticmethod
    def areas(*lists: str) -> str:
        rows = ["områder:"]
        for area, numbers in enumerate(lists, 1):
            rows += [f"  - id: o{area}", f"    tittel: Område {area}", "    mål:"]
            rows += [f"      - {{id: o{area}.m{n}, nummer: {n}, tittel: Mål {area} {n}}}" for n in numbers.split()]
        return plan("\n".join(rows) + "\n")

    @pytest.mark.parametrize(
        ("lists", "codes"),
        [
            pytest.param(("1 2", "3 4", "5 6"), [], id="running on"),
            pytest.param(("1 2", "1 2", "1 2 3"), [], id="anew in each"),
            pytest.param(("1 4", "2 3"), [], id="by theme"),
            pytest.param(("1 2", "4 5"), ["printed-number-gap"], id="a gap between"),
            pytest.param(("1 2 3", "1 2 4"), ["printed-number-gap"], id="a gap in one"),
            pytest.param(("1 2 3", "3 4 5"), ["printed-number-twice"], id="the last and the first"),
            pytest.param(("1 2 3", "2 3"), [], id="chosen from a series"),
        ],
    )
    def test_goals_of_many_lists(self, lists: tuple[str, ...], codes: list[str]) -> None:
        assert [one.code for one in found(self.areas(*lists), "printed-number-gap", "printed-number-twice")] == codes

    @staticmethod
    def held(*lists: str) -> str:
        rows = ["mål:"]
        for goal, (number, _, numbers) in enumerate((each.partition(": ") for each in lists), 1):
            own = f", nummer: '{number}'" if number else ""
            rows += [f"  - {{id: m{goal}, tittel: Mål {goal}{own}, delmål: ["]
            under = enumerate(numbers.split())
            rows += [f"      {{id: m{goal}.d{d}, nummer: {n}, tittel: D {goal} {d}}}," for d, n in under]
            rows += ["    ]}"]
        return plan("\n".join(rows) + "\n")

    @pytest.mark.parametrize(
        ("lists", "said"),
        [
            pytest.param(("1: 1.1 1.2", "2: 2.1 2.2"), [], id="in order"),
            pytest.param(
                ("1: 1.1 1.2", "2: 2.1 1.3"),
                [("Nummer 1.3 hører til mål 1, men punktet står under mål 2", "2.2")],
                id="moved",
            ),
            pytest.param(
                ("1: 1.1. 1.4.", "2: 2.1. 2.2. 2.3. 2.4.", "3: 1.2. 1.3."),
                [
                    ("Nummer 1.2 hører til mål 1, men punktet står under mål 3", "3.1."),
                    ("Nummer 1.3 hører til mål 1, men punktet står under mål 3", "3.2."),
                ],
                id="two moved to where nothing stood",
            ),
            pytest.param(
                ("6 og 14: 6.1 14.2 6.3", "7: 7.1 14.4"),
                [("Nummer 14.4 hører til mål 6 og 14, men punktet står under mål 7", "7.2")],
                id="from a goal with two numbers",
            ),
            pytest.param(("6 og 14: 6.1 14.2 6.3", "7: 7.1"), [], id="a goal with two numbers"),
            pytest.param(("1: 1.1 1.2", "2: 1.3 1.4"), [], id="the numbers follow something else"),
            pytest.param(("2: 1.1 1.2", "1: 2.1 2.2"), [], id="goals that changed numbers"),
            pytest.param(("1: 1.1 1.2 1.3", "2: 2.1 9.9"), [], id="nobody has the first number"),
            pytest.param(("1: 1.1 1.2 1.3", ": 1.4"), [], id="nothing to begin as"),
            pytest.param(("1: 1 2 3", "2: 1 2 3"), [], id="numbers of one part"),
            pytest.param(("1: 1.1 1.2 1.3", "2: 2.1 1.3"), [], id="used twice, which is told of"),
        ],
    )
    def test_numbers_that_begin_as_another_goals(self, lists: tuple[str, ...], said: list[tuple[str, str]]) -> None:
        misplaced = found(self.held(*lists), "printed-number-misplaced")
        assert [(one.message, one.fixes[0].edits[0].text) for one in misplaced] == said

    def test_a_number_may_begin_as_several_above(self) -> None:
        measures = "".join(f"{{id: v{n}, nummer: 2.3.{n}, tekst: Gjøre {n}}}, " for n in range(1, 4))
        goal = f"{{id: d, nummer: 3, tittel: D, virkemidler: [{measures}]}}"
        text = f"mål: [{{id: m, nummer: 2, tittel: M, delmål: [{goal}]}}]\n"
        assert not found(plan(text), "printed-number-misplaced")

    def test_quoted_numbers_are_someone_elses(self) -> None:
        text = goals("1", "2", "3", "5", more="  - {id: h4, nummer: 4, tittel: Hentet, sitert: Samfunnsdelen}\n")
        assert not found(plan(text), "printed-number-gap", "printed-number-twice")


class TestRepetition:
    TWICE = """\
mål:
  - id: m1
    tittel: Et aktivt liv
    delmål:
      - id: m1.d1
        tittel: Flere er med
        virkemidler:
          - {id: m1.d1.v1, tekst: Låne ut utstyr til barn og unge.}
          - {id: m1.d1.v2, tekst: Åpne bibliotekene hver søndag.}
      - {id: m1.d2, tittel: Flere går}
  - id: m2
    tittel: Et aktivt liv
    delmål:
      - id: m2.d1
        tittel: Flere er med
        virkemidler:
          - {id: m2.d1.v1, tekst: Låne ut utstyr til barn og unge.}
          - {id: m2.d1.v2, tekst: Åpne bibliotekene hver søndag.}
      - {id: m2.d2, tittel: Flere går}
"""

    def test_one_mistake_is_said_once_at_the_outermost(self) -> None:
        codes = ("repeated-block", "same-title-twice", "near-duplicate-measure")
        said = found(plan(self.TWICE), *codes)
        assert [(one.code, one.message) for one in said] == [
            ("repeated-block", "2 delmål står to ganger, med de samme ordene")
        ]
        assert said[0].label == "de samme som m1.d1, m1.d2"
        assert "`bidrar_til: m2`" in said[0].help

    def test_chapters_have_the_same_headings(self) -> None:
        chapters = "".join(
            f"  - id: m{n}\n    tittel: Mål {n}\n    kapitler:\n"
            f"      - {{id: m{n}.a, tittel: Forankring, tekst: Ord {n}.}}\n"
            f"      - {{id: m{n}.b, tittel: Innhold og betydning, tekst: Andre ord {n}.}}\n"
            for n in (1, 2)
        )
        assert not found(plan(f"mål:\n{chapters}"), "repeated-block", "same-title-twice")

    def test_a_long_chapter_that_stands_twice(self) -> None:
        words = "Kommunen skal legge til rette for at alle kan være med i nærmiljøet sitt hele livet. " * 3
        chapters = "".join(f"  - {{id: k{n}, tittel: Kapittel {n}, tekst: {words}}}\n" for n in (1, 2))
        one = found(plan(f"kapitler:\n{chapters}".replace("Kapittel 2", "Kapittel 1")), "repeated-block")
        assert [each.message for each in one] == ["«Kapittel 1» står to ganger, med de samme ordene"]

    def test_strategies_of_two_sectors_may_have_the_same_name(self) -> None:
        sectors = "".join(
            f"  - {{id: o{n}, tittel: Sektor {n}, strategier: [{{id: o{n}.s1, tittel: Effektive tjenester}}]}}\n"
            for n in (1, 2)
        )
        assert not found(plan(f"områder:\n{sectors}"), "repeated-block", "same-title-twice")


class TestRings:
    def test_a_part_that_hangs_under_itself(self) -> None:
        files = {
            "plans/a/plan.yaml": plan(goals("1")),
            "plans/a/x.yaml": "del_av: eksempel\nunder: x\nkapitler: [{id: x, tittel: X}]\n",
        }
        (one,) = found(files, "circular-link")
        assert (one.where.path, one.message) == ("plans/a/x.yaml", "«x» peker til seg selv")

    def test_two_parts_that_hang_under_each_other(self) -> None:
        files = {
            "plans/a/plan.yaml": plan(goals("1")),
            "plans/a/x.yaml": "del_av: eksempel\nunder: y\nmål: [{id: x, tittel: X}]\n",
            "plans/a/y.yaml": "del_av: eksempel\nunder: x\ndelmål: [{id: y, tittel: Y}]\n",
        }
        (one,) = found(files, "circular-link")
        assert (one.message, one.label) == ("Koblingene i «under» går i ring", "y → x → y")

    def test_a_goal_that_contributes_to_its_own_subgoal(self) -> None:
        text = "mål: [{id: m1, tittel: Ett, bidrar_til: d1, delmål: [{id: d1, tittel: To}]}]\n"
        (one,) = found(plan(text), "contributes-to-own-part")
        assert one.message == "Mål «Ett» bidrar til en del av seg selv"


class TestScattered:
    """What hangs under nothing is missed by no rule: the one finding is that its place was not found."""

    @pytest.mark.parametrize("under", ["m1", "m9"])
    def test_a_part_whose_place_is_not_found(self, under: str) -> None:
        header = f"{HEADER}betegnelser: {{virkemiddel: [Tiltak, Tiltak]}}\nsammendrag: Planen har 8 tiltak.\n"
        measures = "virkemidler: [{id: a, nummer: 3, tekst: Bygge.}, {id: b, nummer: 4, tekst: Drive.}]\n"
        own = "\n".join(f"      - {{id: v{n}, nummer: {n}, tekst: Gjøre noe med {n}.}}" for n in (1, 2, 5, 6, 7, 8))
        files = {
            "plans/a/plan.yaml": f"{header}mål:\n  - id: m1\n    tittel: Flere er med\n    virkemidler:\n{own}\n",
            "plans/a/x.yaml": f"del_av: eksempel\nunder: {under}\n{measures}",
        }
        assert not found(files, "printed-number-gap", "stated-count-differs", "goal-without-measure")


class TestDeadlines:
    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ("frist: 2072", ["Fristen er lenge etter planperioden"]),
            ("frist: 2032-05-01", ["Fristen er lenge etter planperioden"]),
            ("frist: 2017-05-01", ["Fristen er lenge før planperioden"]),
            ("frist: 2017-05-01, status: fullført", []),
            ("frist: 2031-12-31", []),
            ("frist: 2032-01-01", ["Fristen er lenge etter planperioden"]),
            ("frist: 2025-01-01", []),
            ("frist: 2024-12-31", ["Fristen er lenge før planperioden"]),
            ("frist: 2031", []),
            ("frist: høst 2025", []),
            ("frist: løpende", []),
            ("frist: 2035, periode: 2026–2036", []),
        ],
    )
    def test_a_deadline_is_near_the_plans_period(self, fields: str, said: list[str]) -> None:
        """The period is 2026–2030; a year on either side belongs to the work."""
        text = f"milepæler: [{{id: p1, tittel: Ferdig, {fields}}}]\n"
        assert [one.message for one in found(plan(text), "deadline-outside-period")] == said


class TestEmptyFields:
    @pytest.mark.parametrize(("empty", "line"), [("", 11), ("    ansvarlig:\n", 13)])
    def test_what_lacks_is_said_where_the_field_stands_empty(self, empty: str, line: int) -> None:
        owned = "".join(f"  - {{id: v{n}, tekst: Tiltak {n}, ansvarlig: Enheten}}\n" for n in (1, 2))
        (one,) = found(plan(f"virkemidler:\n{owned}  - id: v3\n    tekst: Tre\n{empty}"), "measure-without-owner")
        assert one.where.line == line

    def test_a_header_with_an_empty_status(self) -> None:
        (one,) = found(HEADER.replace("status: utkast", "status:"), "missing-status")
        assert (one.where.line, one.where.column) == (7, 1)


class TestLikeness:
    def test_the_same_in_other_words(self) -> None:
        texts = [
            "Få i stand samarbeid på tvers av fag for unges psykiske helse, og arbeide målrettet for unge som kan "
            "komme til å falle ut av utdanningen.",
            "Lage en skolebruksplan.",
            "Få i stand samarbeid på tvers av fag for unges psykiske helse.",
            "Sette i gang tiltak på tvers av fag for unges psykiske helse, særlig for unge som kan falle ut av "
            "utdanningen.",
            "Lage en barnehageplan.",
            "Utrede hvilken kapasitet renseanleggene må ha.",
        ]
        assert alike(texts) == ((0, 2, 3),)

    @pytest.mark.parametrize(
        "texts",
        [
            pytest.param(
                ("Rehabilitere den gamle skolen på Ringvoll", "Rehabilitere den gamle skolen på Hobøl"), id="places"
            ),
            pytest.param(("Bygge ut 20 plasser på sykehjemmet", "Bygge ut 40 plasser på sykehjemmet"), id="numbers"),
            pytest.param(("Lage en plan for sykkel", "Lage en plan for vann"), id="words any measure is made of"),
            pytest.param(("", ""), id="no words"),
        ],
    )
    def test_what_is_not_the_same(self, texts: tuple[str, ...]) -> None:
        assert alike(texts) == (() if any(texts) else ((0, 1),))

    def test_equal_texts_and_a_copy_with_a_word_changed(self) -> None:
        chance = random.Random(3)
        words = "vann skole bolig klima kultur idrett barn eldre natur energi næring areal trafikk helse".split()
        texts = [" ".join(chance.choices(words, k=14)) for _ in range(300)]
        texts += [texts[7], texts[9].replace(texts[9].split()[6], "bibliotek", 1)]
        assert {(7, 300), (9, 301)} <= set(alike(texts))

    def test_the_same_document_counts_for_several_words(self) -> None:
        texts = [
            "Lage kommuneplan med arealstrategi som sparer klimaet",
            "Kommuneplan og arealstrategi som verner jord",
        ]
        assert alike(texts, [("kommuneplan",), ("kommuneplan",)]) == ((0, 1),)

    def test_ten_thousand_texts(self) -> None:
        chance = random.Random(1)
        stems = [
            f"{one}{other}"
            for one in "helse skole vei bolig vann klima kultur".split()
            for other in "plan lag kurs rom nett vern kraft liv".split()
        ]
        texts = [" ".join(chance.choices(stems, k=20)) for _ in range(10_000)]
        texts[9_000] = f"{texts[10]} ekstra"
        began = time.process_time()
        assert (10, 9_000) in alike(texts)
        # Two seconds on the machine it was made on; a slower one must not fail for that.
        assert time.process_time() - began < 40

    def test_measures_set_aside_and_points_are_left_alone(self) -> None:
        same = "Få i stand samarbeid på tvers av fag for unges psykiske helse."
        text = f"""\
mål:
  - id: m1
    tittel: Ett
    virkemidler:
      - id: v1
        tekst: {same}
        virkemidler:
          - {{id: v1.a, tekst: {same}}}
      - {{id: v2, tekst: {same}, prioritering: valgt bort}}
      - {{id: v3, tekst: {same}, sitert: Samfunnsdelen}}
"""
        assert not found(plan(text), "near-duplicate-measure")

    def test_what_to_write_is_ready_to_paste(self) -> None:
        same = "Få i stand samarbeid på tvers av fag for unges psykiske helse."
        rows = "".join(
            f"  - id: m{n}\n    tittel: Mål {n}\n    virkemidler:\n      - {{id: m{n}.v1, tekst: {same}}}\n"
            for n in (1, 2, 3)
        )
        (one,) = found(plan(f"mål:\n{rows}"), "near-duplicate-measure")
        assert (one.message, one.label) == ("3 virkemidler sier nesten det samme", "ligner på m2.v1, m3.v1")
        assert "`bidrar_til: [m2, m3]`" in one.help and len(one.related) == 2


class TestFollowUp:
    CHAIN = "målstruktur: [mål, virkemiddel]\n"
    ONE = "mål:\n  - {id: m1, tittel: Ett, virkemidler: [{id: v1, tekst: Gjøre noe.}]}\n  - id: m2\n    tittel: To\n"

    def said(self, text: str, header: str = "") -> list[tuple[str, str]]:
        codes = ("goal-not-followed-up", "excerpt-not-followed-up")
        return [(one.code, one.message) for one in found(plan(text, self.CHAIN + header), *codes)]

    def test_one_goal_of_several(self) -> None:
        assert self.said(self.ONE) == [("goal-not-followed-up", "Ingenting følger opp mål «To»")]

    def test_the_plans_own_words_and_the_place(self) -> None:
        text = """\
betegnelser: {mål: Hovedmål, delmål: Slik vil vi ha det}
mål:
  - id: m15
    nummer: 15
    tittel: Naturen blir forvaltet godt
    delmål:
      - {id: d1, nummer: 1, tittel: Jordvern, virkemidler: [{id: v, tekst: Verne jord.}]}
      - {id: d2, nummer: 2, tittel: Langsiktig og bærekraftig viltforvaltning i hele kommunen}
"""
        (one,) = found(plan(text, "målstruktur: [mål, delmål, virkemiddel]\n"), "goal-not-followed-up")
        assert one.message == "Ingenting følger opp slik vil vi ha det 2 «Langsiktig og bærekraftig …»"
        assert one.label == "slik vil vi ha det 2 under hovedmål 15"
        assert "«virkemidler:»" in one.help

    def test_none_of_them_is_one_finding(self) -> None:
        assert self.said(goals("1", "2", "3")) == [("goal-not-followed-up", "Ingen mål i planen blir fulgt opp")]

    @pytest.mark.parametrize(
        "answer", ["følges_opp_i: Handlingsprogrammet", "uten_oppfølging: Det er nådd.", "status: utsatt"]
    )
    def test_an_answer_is_enough(self, answer: str) -> None:
        assert self.said(f"{self.ONE}    {answer}\n") == []

    def test_an_answer_in_the_header_holds_for_all(self) -> None:
        assert self.said(goals("1", "2"), "følges_opp_i: Handlingsprogrammet\n") == []

    def test_only_proposed(self) -> None:
        text = f"{self.ONE}    virkemidler: [{{id: v2, tekst: Kanskje., prioritering: foreslått}}]\n"
        assert self.said(text) == [("goal-not-followed-up", "Bare forslag følger opp mål «To»")]
        assert self.said(text.replace("tekst: Gjøre noe.", "tekst: Gjøre noe., status: utsatt")) == [
            ("goal-not-followed-up", "Bare forslag følger opp mål i planen")
        ]

    def test_an_excerpt_is_a_tip(self) -> None:
        assert self.said(self.ONE, "gjengivelse: utdrag\n") == [
            ("excerpt-not-followed-up", "Ingenting i utdraget følger opp mål «To»")
        ]

    def test_a_plan_that_has_ended_is_asked_for_nothing(self) -> None:
        text = plan(self.ONE, self.CHAIN).replace("status: utkast", "status: opphevet")
        assert not found(text, "goal-not-followed-up")

    def test_quoted_goals_and_what_could_not_be_read_are_not_missed(self) -> None:
        assert self.said(self.ONE.replace("tittel: To", "tittel: To\n    sitert: Samfunnsdelen")) == []
        assert self.said(f"{self.ONE}    virkemidler: [{{id: Å, teks: Feil.}}]\n") == []

    @pytest.mark.parametrize(
        ("text", "messages"),
        [
            pytest.param(
                "mål:\n  - {id: m1, tittel: Ett, sitert: Samfunnsdelen}\n", ["Planen har ingen virkemidler"], id="none"
            ),
            pytest.param(
                "mål:\n  - {id: m1, tittel: Ett, strategier: [{id: s1, tekst: Slik.}]}\n"
                "  - {id: m2, tittel: To, virkemidler: [{id: v1, tekst: Dette.}]}\n",
                ["Ingen virkemidler hører til mål «Ett»"],
                id="one goal",
            ),
            pytest.param("følges_opp_i: Budsjettet\nmål:\n  - {id: m1, tittel: Ett}\n", [], id="elsewhere"),
        ],
    )
    def test_a_plan_type_that_demands_measures(self, text: str, messages: list[str]) -> None:
        whole = plan(text).replace("type: temaplan", "type: handlingsplan")
        assert [one.message for one in found(whole, "goal-without-measure")] == messages
        assert not found(plan(text), "goal-without-measure")

    @pytest.mark.parametrize(
        ("text", "messages"),
        [
            pytest.param("virkemidler: [{id: a, tekst: A.}, {id: b, tekst: B.}]\n", 1, id="all of them"),
            pytest.param("virkemidler: [{id: a, tekst: A., bidrar_til: m1}]\n", 0, id="contributes"),
            pytest.param("kapitler: [{id: k, tittel: K, virkemidler: [{id: a, tekst: A.}]}]\n", 1, id="in a chapter"),
            pytest.param(
                "kapitler: [{id: k, tittel: K, bidrar_til: m1, virkemidler: [{id: a, tekst: A.}]}]\n", 0, id="passed on"
            ),
            pytest.param("risikoer: [{id: r, tekst: R., virkemidler: [{id: a, tekst: A.}]}]\n", 0, id="lessens a risk"),
        ],
    )
    def test_measures_that_serve_nothing(self, text: str, messages: int) -> None:
        whole = plan(f"mål: [{{id: m1, tittel: Ett}}]\n{text}", self.CHAIN)
        assert len(found(whole, "measure-without-goal")) == messages
        # A plan whose chain does not lead to measures does not ask what they serve.
        other = whole.replace(self.CHAIN, "målstruktur: [mål, strategi]\n")
        assert not found(other, "measure-without-goal")


class TestSuperiorPlans:
    OWN = plan("overordnet: over\nmål: [{id: m1, tittel: Ett}]\n").replace("plan: eksempel", "plan: a")
    KDP = OWN.replace("overordnet: over\n", "").replace("type: temaplan", "type: kommunedelplan")
    OVER = """\
plan: over
tittel: Samfunnsdelen
type: samfunnsdel
kommune: 0301
språk: nb
periode: 2020–2030
status: vedtatt
"""

    def test_one_in_force(self) -> None:
        assert not found({"plans/a.yaml": self.OWN, "plans/over.yaml": self.OVER}, "superior-plan-ended")

    def test_one_that_is_replaced(self) -> None:
        new = self.OVER.replace("plan: over", "plan: ny\nerstatter: over").replace("Samfunnsdelen", "Ny samfunnsdel")
        files = {"plans/a.yaml": self.OWN, "plans/over.yaml": self.OVER, "plans/ny.yaml": new}
        (one,) = found(files, "superior-plan-ended")
        assert "`overordnet: ny`" in one.help

    def test_a_document_of_a_register(self) -> None:
        register = """\
register: r
dokumenter:
  - {id: over, tittel: Samfunnsdelen, type: plan, erstattet_av: ny}
  - {id: ny, tittel: Ny samfunnsdel, type: plan}
"""
        (one,) = found({"plans/a.yaml": self.OWN, "plans/registre/r.yaml": register}, "superior-plan-ended")
        assert one.label == "planen er satt under en som er erstattet av «Ny samfunnsdel»"

    def test_an_ended_plan_may_stand_under_another(self) -> None:
        own = self.OWN.replace("status: utkast", "status: erstattet")
        over = self.OVER.replace("status: vedtatt", "status: erstattet")
        assert not found({"plans/a.yaml": own, "plans/over.yaml": over}, "superior-plan-ended")

    def test_links_tell_which_plan_is_meant(self) -> None:
        own = self.KDP.replace("tittel: Ett", "tittel: Ett, bidrar_til: over/h1")
        over = f"{self.OVER}mål: [{{id: h1, tittel: Hovedmål}}]\n"
        (one,) = found({"plans/a.yaml": own, "plans/over.yaml": over}, "missing-superior-plan")
        assert "`overordnet: over`" in one.help

    def test_a_plan_the_law_knows_says_what_it_follows_up(self) -> None:
        (one,) = found(self.KDP, "missing-superior-plan")
        assert one.label == "feltet «overordnet» mangler"
        assert not found(self.KDP.replace("type: kommunedelplan", "type: temaplan"), "missing-superior-plan")

    @pytest.mark.parametrize(
        "text", ["", "type: samfunnsdel\nmål: [{id: m1, tittel: Ett}]\n", "mål: []\nstatus: opphevet\n"]
    )
    def test_headers_alone_and_topmost_plans_are_asked_for_none(self, text: str) -> None:
        keys = {line.partition(":")[0] for line in text.splitlines()}
        header = "".join(line for line in HEADER.splitlines(keepends=True) if line.partition(":")[0] not in keys)
        assert not found(header + text, "missing-superior-plan")

    def taken(self, handling: str, over: str = "følges_opp_i: handling\n") -> list[str]:
        goals = "mål: [{id: h1, tittel: Ett}, {id: h2, tittel: To}, {id: h3, tittel: Tre}]\n"
        own = self.OVER.replace("plan: over", "plan: handling").replace("samfunnsdel", "handlingsdel")
        files = {
            "plans/over.yaml": f"{self.OVER}{over}{goals}",
            "plans/handling.yaml": f"{own}overordnet: over\n{handling}",
        }
        return [one.message for one in found(files, "superior-goal-not-taken-up")]

    def test_goals_that_an_action_plan_leaves(self) -> None:
        some = "mål:\n  - {id: a, sitert: over/h1}\n  - {id: b, tittel: B, bidrar_til: over/h3}\n"
        assert self.taken(some) == ["Ingen plan har tatt opp mål «To»"]
        assert self.taken(f"følger_ikke_opp: [{{til: over/h2, begrunnelse: Nådd.}}]\n{some}") == []

    def test_no_goal_taken_up_is_one_finding(self) -> None:
        assert self.taken("mål: [{id: a, tittel: A}]\n") == ["Ingen plan har tatt opp noen av planens mål"]

    def test_a_plan_without_nodes_takes_up_nothing_and_is_not_asked(self) -> None:
        assert self.taken("") == []

    def test_goals_followed_up_in_a_document_are_answered(self) -> None:
        assert self.taken("mål: [{id: a, tittel: A}]\n", "følges_opp_i: Budsjettet\n") == []


class TestUnGoals:
    @pytest.mark.parametrize(
        ("nummer", "un", "said"),
        [
            ("6 og 14", "[6, 14]", []),
            ("6 og 14", "[6.3, 14.1]", []),
            ("3", "[3, 5]", ["Nummer 3 passer ikke med FN-mål 3, 5"]),
            ("4", "[]", ["Nummer 4 er ikke koblet til noe FN-mål"]),
            ("4", "[4 God utdanning]", []),
            ("4", "[Skole, {fn: 5}]", []),
            ("4", "[{fn: God utdanning}]", []),
        ],
    )
    def test_numbers_that_are_un_goals(self, nummer: str, un: str, said: list[str]) -> None:
        text = f"mål:\n  - {{id: m1, nummer: {nummer}, tittel: Ett, bærekraftsmål: {un}}}\n"
        assert [one.message for one in found(plan(text, "nummer_er_fn_mål: ja\n"), "number-is-not-un-goal")] == said
        assert not found(plan(text), "number-is-not-un-goal")

    @pytest.mark.parametrize(
        ("text", "messages"),
        [
            ("FN-mål 14: Liv under vann", []),
            ("Vi følger FN-mål 3 God helse og livskvalitet i alt.", []),
            ("Se mål 3. Vi skal ha det godt.", []),
            ("Bærekraftsmål 4 Likestilling mellom kjønnene", ["FN-mål 4 heter ikke «Likestilling mellom kjønnene»"]),
            ("FN-mål 14 «Liv undre vann»", ["FN-mål 14 heter ikke «Liv undre vann»"]),
            ("- 5. Mindre ulikhet", ["FN-mål 5 heter ikke «Mindre ulikhet»"]),
            ("1. Utrydde fattigdom\n2. Utrydde sult\n3. Flere ben å stå på", []),
            ("[[fn/13|Stoppe klimaendringene]] og [[fn/15|Livet i havet]]", ["FN-mål 15 heter ikke «Livet i havet»"]),
        ],
    )
    def test_names_in_prose(self, text: str, messages: list[str]) -> None:
        rows = "".join(f"      {line}\n" for line in text.splitlines())
        whole = plan(f"kapitler:\n  - id: k1\n    tekst: |\n{rows}")
        assert [one.message for one in found(whole, "un-goal-name-differs")] == messages

    def test_a_title_that_is_the_name_of_another(self) -> None:
        text = "mål: [{id: m1, tittel: God utdanning, bærekraftsmål: [3]}]\n"
        (one,) = found(plan(text), "un-goal-name-differs")
        assert one.message == "«God utdanning» er FN-mål 4, men det står ikke i «bærekraftsmål»"
        for known in ("[3, 4.1]", "[3, 4 God utdanning]", "[3, {fn: Skole}]"):
            assert not found(plan(text.replace("[3]", known)), "un-goal-name-differs")

    def test_a_misspelt_name_is_given_as_it_is_written(self) -> None:
        (one,) = found(plan("kapitler: [{id: k1, tekst: FN-mål 14 Liv undre vann}]\n"), "un-goal-name-differs")
        assert one.help == "Skriv «Liv under vann»."


class TestCountsAndLists:
    @pytest.mark.parametrize(
        ("summary", "count"),
        [
            ("Planen har to mål.", 0),
            ("Planen har tre mål.", 1),
            ("Av 17 bærekraftsmål gjelder to.", 0),
            ("Vi tar opp tre FN-mål.", 1),
            ("Rundt ti mål er drøftet.", 0),
            ("Mål 1, mål 2 og 3 mål til.", 1),
            ("Parken er på 40 mål.", 0),
            ("Vi har 4 strategier.", 0),
        ],
    )
    def test_what_a_summary_counts(self, summary: str, count: int) -> None:
        text = (
            "mål:\n  - {id: m1, tittel: Ett, bærekraftsmål: 3}\n  - {id: m2, tittel: To, bærekraftsmål: [3.4, 11]}\n"
            "  - {id: q, tittel: Hentet, sitert: Samfunnsdelen}\n  - {id: q2, tittel: Og, sitert: Samfunnsdelen}\n"
        )
        assert len(found(plan(text, f"sammendrag: {summary}\n"), "stated-count-differs")) == count

    def test_a_chapter_counts_what_it_holds(self) -> None:
        text = """\
kapitler:
  - id: k1
    tittel: Tre utfordringer
    tekst: To av dem er nye.
    utfordringer: [{id: u1, tittel: A}, {id: u2, tittel: B}]
"""
        (one,) = found(plan(text), "stated-count-differs")
        assert one.message == "Teksten sier tre utfordringer, men det er 2"
        assert not found(plan(text.replace("Tre utf", "To utf")), "stated-count-differs")

    def test_items_over_several_lines_and_lists_in_lists(self) -> None:
        text = """\
kapitler:
  - id: k1
    tekst: |
      - Flere får
        være med
          - Rent vann i alle elver
          - Trygge veier til skolen for alle
mål:
  - {id: m1, tittel: Flere får være med}
  - {id: m2, tittel: Rent vann i alle elver}
  - {id: m3, tittel: Trygge veier til skolen}
"""
        (one,) = found(plan(text), "list-differs-from-titles")
        assert one.message == "Lista sier «Trygge veier til skolen for alle», men tittelen er en annen"

    def test_long_texts_take_no_time(self) -> None:
        for words in ("- " * 20_000, " " * 40_000, "12 " * 20_000, "\n" * 20_000 + "x", "mål 3 " * 10_000):
            rows = "".join(f"      {line}\n" for line in f"a{words}b".split("\n"))
            began = time.process_time()
            found(plan(f"kapitler:\n  - id: k1\n    tekst: |\n{rows}{goals('1', '2', '3')}"))
            assert time.process_time() - began < 30

    def test_a_table_of_other_things_is_no_list_of_goals(self) -> None:
        text = """\
kapitler:
  - id: k1
    tekst: |
      - Flere får være med på tur
      - Rent vann i springen hver dag
      - Trygge veier
mål:
  - {id: m1, tittel: Flere får være med}
  - {id: m2, tittel: Rent vann i alle elver}
  - {id: m3, tittel: Tryggere veier}
"""
        assert not found(plan(text), "list-differs-from-titles")


def test_messages_speak_the_readers_language_and_keep_the_plans_words() -> None:
    text = plan("mål: [{id: m1, nummer: 1, tittel: Alle er med}]\n", "målstruktur: [mål, virkemiddel]\n")
    said = {
        language: found(text, "goal-not-followed-up", language=language)[0].message for language in ("nb", "nn", "en")
    }
    assert said == {
        "nb": "Ingenting følger opp mål 1 «Alle er med»",
        "nn": "Ingenting følgjer opp mål 1 «Alle er med»",
        "en": "Nothing follows up mål 1 «Alle er med»",
    }
