"""What five plans show when they are compiled, with their real figures: pages, tables and findings of our own plans."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from plancompiler.emit import Artifact, Output
from plancompiler.followup import follow_up, measures
from plancompiler.report import Finding
from plancompiler.schedule import days
from plancompiler.targets import html, tables
from plancompiler.translate import BOKMAL
from plancompiler.workspace import Workspace, assemble
from plancompiler.workspace_files import read
from site_pages import Page
from workspaces import findings_of

ROOT = Path(__file__).parent.parent
FILES = read(ROOT)
INDRE_OSTFOLD = "indre-ostfold-2020"
SOR_VARANGER = "sor-varanger-helse-2030"
HALDEN = "halden-helse-2034"
BAERUM = "baerum-samfunnsdel-2035"
OSTFOLD = "ostfold-velferdspilot-2019"


@cache
def space() -> Workspace:
    return assemble(FILES)


@cache
def found() -> tuple[Finding, ...]:
    return findings_of(space())


@cache
def artifacts() -> Mapping[str, Artifact]:
    """Return everything a build would make, by path; a page is rendered when a test asks for it."""
    output = Output("nb", BOKMAL)
    made = (*html.TARGET.produce(space().program, output), *tables.TARGET.produce(space().program, output))
    return {one.path: one for one in made}


def page(path: str) -> Page:
    return Page(artifacts()[f"site/{path}"].render().decode("utf-8"))


def pages(plan: str) -> list[Page]:
    """Return the page of a plan and those of its goals."""
    return [page(path.removeprefix("site/")) for path in artifacts() if path.startswith(f"site/{plan}/")]


def shown(plan: str, node: str) -> str:
    """Return what the pages of a plan say of a node, on whichever of them it stands."""
    return " ".join(one.under(node) for one in pages(plan) if node in one.ids)


def table(name: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads(artifacts()[f"tables/{name}.json"].render())
    return rows


def said(plan: str, code: str) -> list[Finding]:
    return [one for one in found() if one.code == code and plan in one.where.path]


class TestOneMeasureServesTwoGoals:
    MEASURE, GOALS = f"{INDRE_OSTFOLD}/h3.d1.v1", (f"{INDRE_OSTFOLD}/h3.d1", f"{INDRE_OSTFOLD}/h3.d3")
    FILE = "plans/indre-ostfold-2020/h3.yaml"

    def test_periodic_maintenance_is_one_node_and_counts_for_both(self) -> None:
        program = space().program
        assert "periodisk" in program.nodes[self.MEASURE].text("tekst")
        assert all(self.MEASURE in measures(program, goal) for goal in self.GOALS)
        assert measures(program, self.GOALS[1]) == (self.MEASURE,)
        assert program.nodes[self.MEASURE].text("tekst")[:40] in shown(INDRE_OSTFOLD, "h3.d3")
        (shared,) = [row for row in table("felles-virkemidler") if "vedlikeholdt jevnt og periodisk" in str(row)]
        assert "Den nye kommunen får et godt arbeidsmiljø" in str(shared)

    def test_struck_it_leaves_goal_3_3_with_nothing_and_only_that(self) -> None:
        text = FILES[self.FILE].decode("utf-8")
        _, head, rest = text.partition("      - id: h3.d1.v1\n")
        struck = text.replace(head + rest.partition("      - id: h3.d1.v2\n")[0], "")
        after = findings_of(assemble({**FILES, self.FILE: struck.encode()}))
        # Other findings are of the plan as a whole, and count one measure fewer.
        (one,) = [one for one in after if one.code not in {before.code for before in found()}]
        assert one.code == "goal-not-followed-up"
        assert one.message == "Ingenting følger opp delmål 3 «Den nye kommunen får et godt …»"
        assert one.label == "delmål 3 under hovedmål 3"
        assert struck.splitlines()[one.where.line - 1] == "  - id: h3.d3"


class TestAnHonestUnPage:
    def test_goal_14_has_seven_measures_by_way_of_a_goal_and_none_itself(self) -> None:
        text = " ".join(page("fn/14.html").text.split())
        assert "Via mål 10 punkter: 3 delmål, 7 virkemidler" in text
        assert "Direkte 1 hovedmål nevner målet selv" in text
        # The one that names it is the main goal «6 og 14», which no measure is: of measures none names it.
        rows = [row for row in table("fn-punkter") if row["FN-mål"] == "14"]
        direct = [row for row in rows if row["Hvordan"] == "direkte"]
        assert [row["Type"] for row in direct] == ["Hovedmål 6 og 14"]
        assert len([row for row in rows if row["Hvordan"] == "via mål" and row["Type"] == "Virkemiddel"]) == 7

    def test_the_likeness_tips(self) -> None:
        like = {one.label: one for one in said(INDRE_OSTFOLD, "near-duplicate-measure")}
        youth = like["ligner på h3.d1.v12, h3.d1.v13, h4.d1.v3"]
        assert (youth.where.path, youth.message) == (
            "plans/indre-ostfold-2020/h1.yaml",
            "4 virkemidler sier nesten det samme",
        )
        areas = like["ligner på h13.d1.v1, h15.d1.v1"]
        assert (areas.where.path, areas.message) == (
            "plans/indre-ostfold-2020/h11.yaml",
            "3 virkemidler sier nesten det samme",
        )


class TestFollowedUpElsewhere:
    PLANS: Mapping[str, tuple[str, int, str]] = {
        SOR_VARANGER: ("mål", 13, "Handlingsplan for helse, omsorg og velferd"),
        HALDEN: ("mål", 8, "Handlingsplan for helse, omsorg og mestring"),
        BAERUM: ("delmål", 40, "Handlingsprogram for Bærum"),
    }

    def test_sixty_one_goals_are_followed_up_in_an_action_plan(self) -> None:
        program = space().program
        counted = 0
        for plan, (kind, count, document) in self.PLANS.items():
            name = program.plans[plan].text("kortnavn") or program.plans[plan].text("tittel")
            places = "Skal følge det opp, sier planen"
            rows = [row for row in table("oppfolging") if name in row["Plan"] and row[places] == document]
            goals = [row for row in rows if row["Type"].casefold().split(" ")[0] == kind]
            assert len(goals) == count, (plan, kind)
            counted += len(goals)
        assert counted == 61

    def test_each_says_where_in_its_source(self) -> None:
        program = space().program
        for plan, (kind, _, document) in self.PLANS.items():
            for node in program.nodes.values():
                answer = follow_up(program, node.name) if node.plan == plan and node.kind == kind else None
                if answer is not None:
                    assert answer.places and all(place.at.path.startswith(f"plans/{plan}") for place in answer.places)
                    assert {program.entries[place.target].text("tittel") for place in answer.places} == {document}

    def test_none_of_them_is_a_warning(self) -> None:
        codes = {"goal-not-followed-up", "goal-without-measure", "excerpt-not-followed-up", "measure-without-goal"}
        assert not [one for plan in self.PLANS for code in codes for one in said(plan, code)]
        text = page("tabeller/oppfolging.html").text
        assert "ingen oppfølging" not in text


class TestTime:
    def test_the_superior_plans(self) -> None:
        (ended,) = said(SOR_VARANGER, "superior-plan-ended")
        assert (ended.severity, ended.message) == (
            "warning",
            "«Planstrategi 2016–2019» sluttet å gjelde før denne planen begynner",
        )
        (shorter,) = said(SOR_VARANGER, "superior-plan-shorter")
        assert (shorter.severity, shorter.message) == (
            "info",
            "«Samfunnsdelen» gjelder til 2026, men planen går til 2030",
        )
        assert ended.where.line == shorter.where.line

    def test_five_documents_ended_in_2020_or_before(self) -> None:
        (one,) = said(SOR_VARANGER, "cited-ended")
        assert one.message == "5 dokumenter som planen bygger på, går bare til 2020 eller er over før"
        words = " ".join((one.label, *(note.message for note in one.related)))
        for title in ("Omsorg 2020", "Demensplan 2020", "Opptrappingsplan for habil", "rusfeltet", "Bolig for velferd"):
            assert title in words
        program = space().program
        ends = {name: days(program.entries[name].text("periode")).last for name in ("omsorg-2020", "bolig-for-velferd")}
        assert all(last is not None and last.year == 2020 for last in ends.values())

    def test_twelve_thousand_is_quoted_with_its_origin_and_not_counted(self) -> None:
        (row,) = [row for row in table("indikatorer") if row["Verdi"] == "12 000 innbyggere"]
        assert row["Gjengitt fra"] == "Kommuneplanens samfunnsdel 2014–2026"
        assert f"{SOR_VARANGER}/kommunemal" in space().program.quoted
        texts = [" ".join(one.text.split()) for one in pages(SOR_VARANGER)]
        (text,) = [text for text in texts if "samlet folketall på 12 000 innbyggere" in text]
        assert "Gjengitt fra Kommuneplanens samfunnsdel 2014–2026" in text


class TestActors:
    def test_the_county_governor_alone_jointly_and_through_a_role(self) -> None:
        rows = [row for row in table("ansvar") if row["Ansvarlig"] == "Fylkesmannen i Østfold"]
        by_way: dict[str, list[str]] = {}
        for row in rows:
            by_way.setdefault(row["Måte"], []).append(row["Punkt"])
        assert len(by_way["har ansvaret"]) == 6
        assert by_way["har ansvaret sammen med andre"] == ["Styrebehandlingen blir forberedt"]
        ((role, points),) = [(way, points) for way, points in by_way.items() if way.startswith("gjennom rollen")]
        assert "Pilotleder" in role and points == ["Operativt oppstartsmøte"]
        assert [row["Frist"] for row in rows if row["Punkt"] == "Operativt oppstartsmøte"] == ["2018-09-19"]

    def test_the_page_of_the_county_governor(self) -> None:
        text = " ".join(page("aktor/fmo.html").text.split())
        for fact in (
            "Strategisk oppstartsmøte",
            "27. august 2018",
            "Styrebehandlingen blir forberedt",
            "Arbeidsgruppen",
        ):
            assert fact in text
        # Where it is only through a role, the role is named with the date.
        _, _, after = text.partition("Operativt oppstartsmøte")
        assert "19. september 2018" in after and "Pilotleder" in after

    def test_what_begins_before_it_should(self) -> None:
        phase, work = said(OSTFOLD, "begins-too-early")
        assert phase.message == "Fase 2 «Gjennomføring» begynner før den forrige er over"
        assert phase.label == "begynner 27. august 2018 – 31. desember 2019"
        assert phase.related[0].message == "dette er 1. mai 2018 – 15. september 2018"
        assert "Arbeidsgrupper arbeider sammen med" in work.message
        assert work.related[0].message == "dette er 19. september 2018"
        rows = {row["Punkt"]: row for row in table("perioder") if row["Plan"] == "Velferdspiloten"}
        assert rows["Arbeidsgrupper arbeider sammen med kommunene"]["Fra"] == "2018-08-25"

    def test_gaps_are_marked(self) -> None:
        gaps = said(OSTFOLD, "placeholder-text")
        assert [one.severity for one in gaps] == ["info", "info"]
        assert all("det er ikke gjort i kilden" in one.help for one in gaps)
        untold = [row["Type"] for row in table("perioder") if row["Når"] == "ikke oppgitt"]
        assert [kind for kind in untold if kind.startswith("Fase")] == ["Fase 3", "Fase 4"]
        assert "Fylles ut av dem som blir med" in shown(OSTFOLD, "i-kommunene")
