"""What machines read of the site, and what a site for the public must tell its readers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef

from plancompiler.asked import Wish
from plancompiler.cache import NO_CACHE
from plancompiler.emit import Output
from plancompiler.findings import public_findings
from plancompiler.make import make
from plancompiler.model.settings import LICENCE
from plancompiler.program import Program
from plancompiler.publish import published
from plancompiler.targets import data, html
from plancompiler.translate import BOKMAL, LANGUAGES, translator
from plancompiler.views.licence import LICENCES
from plancompiler.workspace import built_in
from plancompiler.workspace_files import read
from site_pages import Page, foreign_scripts, site
from workspaces import HEADER, workspace

NORDVIK = Path(__file__).parent / "cases/nordvik"
NAME = "arbeidsområde: Planer i Nordvik\n"
TOLD = {
    "tilgjengelighetserklæring": "tilgjengelighetserklæring: https://uustatus.example/nordvik\n",
    "personvern": "personvern: https://nordvik.example/personvern\n",
    "kontakt": "kontakt: {rolle: Planlegger, enhet: Plan og miljø, epost: plan@nordvik.example}\n",
}
_ADOPTED = HEADER.replace("status: utkast", "status: vedtatt")


@pytest.mark.parametrize("left_out", [(), *((key,) for key in TOLD), tuple(TOLD)])
def test_a_public_site_is_told_what_its_settings_lack(left_out: tuple[str, ...]) -> None:
    settings = NAME + "".join(line for key, line in TOLD.items() if key not in left_out)
    space = workspace({"plans/eksempel.yaml": _ADOPTED, "plancompiler.yaml": settings})
    found = public_findings(space, BOKMAL)
    assert {one.severity for one in found} <= {"warning"}
    assert sorted(key for key in TOLD for one in found if f"«{key}:»" in one.help) == sorted(left_out)
    assert len(found) == len(left_out)


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("settings", [NAME, None])
def test_only_a_public_build_says_so_and_says_it_again(tmp_path: Path, public: bool, settings: str | None) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/eksempel.yaml").write_text(_ADOPTED, "utf-8")
    if settings:
        (tmp_path / "plancompiler.yaml").write_text(settings, "utf-8")
    wish = Wish(tmp_path, tmp_path / "build", ("html",), public=public)
    for _ in range(2):
        made = make(wish, read(tmp_path), NO_CACHE, BOKMAL)
        assert isinstance(made, tuple)
        assert made[1].count("[missing-on-site]") == (3 if public else 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_tells_it_at_its_foot_and_leads_to_the_data(language: str) -> None:
    files = {"plans/eksempel.yaml": _ADOPTED, "plancompiler.yaml": NAME + "".join(TOLD.values())}
    for path, page in site(workspace(files).program, language, translator(language)).items():
        up = "../" * path.count("/")
        wanted = {
            "https://uustatus.example/nordvik",
            "https://nordvik.example/personvern",
            "mailto:plan@nordvik.example",
            f"{up}data/program.json",
        }
        foot = page.html.partition("<footer")[2]
        assert wanted <= {link for link in page.links if f'"{link}"' in foot}, path
        assert "Planlegger, Plan og miljø" in foot


@pytest.mark.parametrize("name", [*LICENCES, ""])
def test_the_licence_of_the_settings_is_at_the_foot_in_the_catalogue_and_in_the_data_of_a_plan(name: str) -> None:
    settings = f"{NAME}adresse: {ADDRESS}\n" + (f"lisens: {name}\n" if name else "")
    space = workspace({"plans/eksempel.yaml": _ADOPTED, "plancompiler.yaml": settings})
    assert not space.diagnostics
    pages = site(space.program)
    for page in pages.values():
        assert (f"Lisens: {name}" in page.html.partition("<footer")[2]) == bool(name)
    graph = Graph().parse(data=files_of(space.program)["catalog.ttl"], format="turtle")
    files = set(graph.subjects(RDF.type, DCAT.Distribution))
    licensed = {str(one) for one in graph.objects(None, DCTERMS.license)}
    assert licensed == ({LICENCES[name].uri} if name else set())
    assert set(graph.subjects(DCTERMS.license, None)) == (files if name else set())
    found = json.loads(pages["eksempel/index.html"].html.partition('ld+json">')[2].partition("</script>")[0])
    assert found.get("license", "") == (LICENCES[name].url if name else "")


def test_a_site_for_the_public_names_the_licence_too() -> None:
    settings = f"{NAME}lisens: CC BY 4.0\n"
    space = workspace({"plans/eksempel.yaml": _ADOPTED, "plancompiler.yaml": settings})
    assert "Lisens: CC BY 4.0" in site(published(space.units, space.program, built_in()))["index.html"].text


def test_the_settings_take_the_licences_that_the_site_knows() -> None:
    assert tuple(LICENCES) == LICENCE.words


def test_a_contact_may_be_a_page_or_only_a_name() -> None:
    for contact, shown in (
        ("{enhet: Servicetorget, url: https://nordvik.example/spor}", '"https://nordvik.example/spor"'),
        ("{enhet: Servicetorget, telefon: 99 99 99 99}", "Servicetorget, 99 99 99 99"),
    ):
        files = {"plans/eksempel.yaml": _ADOPTED, "plancompiler.yaml": f"{NAME}kontakt: {contact}\n"}
        assert shown in site(workspace(files).program)["index.html"].html


def test_the_data_on_the_site_are_the_data_beside_it() -> None:
    program = workspace(read(NORDVIK)).program
    output = Output("nb", BOKMAL)
    beside = {one.path: one for one in data.TARGET.produce(program, output)}
    on_site = {one.path: one for one in html.TARGET.produce(program, output) if one.path.startswith("site/data/")}
    assert {f"site/{path}" for path in beside} == set(on_site)
    assert all(one.render() == on_site[f"site/{path}"].render() for path, one in beside.items())
    assert {plan["id"] for plan in json.loads(on_site["site/data/program.json"].render())["planer"]} == set(
        program.plans
    )


# ---------------------------------------------------------------- what names pages by their whole addresses

ADDRESS = "https://planer.nordvik.example"
DAY = "2026-11-20"
_ATOM = "{http://www.w3.org/2005/Atom}"
_VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_WHOLE = ("sitemap.xml", "feed.xml", "catalog.ttl")


@cache
def nordvik(settings: str = "") -> Program:
    """Return the program of Nordvik with its own settings or others."""
    files = dict(read(NORDVIK))
    if settings:
        files["plancompiler.yaml"] = settings.encode()
    return workspace(files).program


def files_of(program: Program, as_of: str = DAY, language: str = "nb") -> Mapping[str, bytes]:
    output = Output(language, translator(language), as_of=as_of)
    made = html.TARGET.produce(program, output)
    return {one.path.removeprefix("site/"): one.render() for one in made if not one.path.startswith("site/sok/")}


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    return files_of(nordvik())


@pytest.fixture(scope="module")
def pages(files: Mapping[str, bytes]) -> Mapping[str, Page]:
    return {path: Page(text.decode("utf-8")) for path, text in files.items() if path.endswith(".html")}


def linked(page: Page, rel: str) -> list[str]:
    return [one["href"] for one in page.all("link") if one["rel"] == rel]


def test_without_an_address_nothing_names_a_whole_one() -> None:
    for settings in (NAME, f"{NAME}adresse: mailto:plan@nordvik.example\n"):
        made = files_of(nordvik(settings))
        assert not {*_WHOLE} & set(made)
        for path, text in made.items():
            if path.endswith(".html"):
                page = Page(text.decode("utf-8"))
                assert not linked(page, "canonical") and not linked(page, "alternate"), path


def test_the_sitemap_has_the_pages_that_may_be_listed_and_each_says_the_same(
    files: Mapping[str, bytes], pages: Mapping[str, Page]
) -> None:
    found = [one.text or "" for one in ElementTree.fromstring(files["sitemap.xml"]).iter() if one.tag.endswith("loc")]
    listed = {path for path, page in pages.items() if {"name": "robots", "content": "noindex"} not in page.all("meta")}
    assert len(found) == len(set(found)) and set(found) == {f"{ADDRESS}/{path}" for path in listed}
    assert "nordvik-samfunnsdel-2013/index.html" in pages.keys() - listed
    for path, page in pages.items():
        assert linked(page, "canonical") == ([f"{ADDRESS}/{path}"] if path in listed else []), path


def test_the_feed_is_what_happened_until_the_day_the_last_first(
    files: Mapping[str, bytes], pages: Mapping[str, Page]
) -> None:
    feed = ElementTree.fromstring(files["feed.xml"])
    assert feed.findtext(f"{_ATOM}updated") == f"{DAY}T00:00:00Z"
    assert feed.findtext(f"{_ATOM}author/{_ATOM}name") and feed.findtext(f"{_ATOM}title")
    entries = feed.findall(f"{_ATOM}entry")
    days = [(one.findtext(f"{_ATOM}updated") or "").removesuffix("T00:00:00Z") for one in entries]
    assert entries and days == sorted(days, reverse=True) and all(date.fromisoformat(day) for day in days)
    assert max(days) <= DAY
    names = [one.findtext(f"{_ATOM}id") for one in entries]
    assert len(names) == len(set(names)) and all(name and name.startswith(ADDRESS) for name in names)
    for one in entries:
        link = one.find(f"{_ATOM}link")
        assert link is not None and one.findtext(f"{_ATOM}summary")
        path, _, anchor = link.get("href", "").removeprefix(f"{ADDRESS}/").partition("#")
        assert anchor in pages[path].ids, link.get("href")
    for path, page in pages.items():
        assert linked(page, "alternate") == [
            "/feed.xml" if path == "404.html" else "../" * path.count("/") + "feed.xml"
        ], path


@pytest.mark.parametrize(
    ("as_of", "steps", "updated", "entries"),
    [
        (DAY, "", DAY, 0),
        ("", "", None, 0),
        ("", "saksgang: [{steg: vedtak, dato: 2026-06-11}, {steg: høring, periode: 2026-01-05–2026-03-01}]\n",
         "2026-06-11", 2),
        (DAY, "saksgang: [{steg: vedtak, dato: 2027-06-11}, {steg: høring, periode: 2026-01-05–2026-03-01}]\n", DAY, 1),
        (DAY, "saksgang: [{steg: vedtak, dato: 2026-06-11}, {steg: vedtak, dato: 2026-06-11}]\n", DAY, 1),
        ("", "saksgang: [{steg: vedtak, dato: 2026-06}]\n", "2026-06-01", 1),
    ],
)  # fmt: skip
def test_the_day_of_the_feed(as_of: str, steps: str, updated: str | None, entries: int) -> None:
    space = {"plans/eksempel.yaml": _ADOPTED + steps, "plancompiler.yaml": f"{NAME}adresse: {ADDRESS}/\n"}
    made = files_of(workspace(space).program, as_of)
    assert ("feed.xml" in made) == (updated is not None)
    assert (b"application/atom+xml" in made["index.html"]) == (updated is not None)
    if updated:
        feed = ElementTree.fromstring(made["feed.xml"])
        assert feed.findtext(f"{_ATOM}updated") == f"{updated}T00:00:00Z"
        assert len(feed.findall(f"{_ATOM}entry")) == entries


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lacking", ["", "kontakt"])
def test_the_catalogue_has_what_the_profile_asks_for(language: str, lacking: str) -> None:
    own = NAME + f"adresse: {ADDRESS}\n" + "".join(line for key, line in TOLD.items() if key != lacking)
    made = files_of(nordvik(own), language=language)
    graph = Graph().parse(data=made["catalog.ttl"], format="turtle")
    every = {DCTERMS.title, DCTERMS.description, DCTERMS.publisher}
    if not lacking:
        every = {*every, DCAT.contactPoint}
    wanted: dict[URIRef, set[URIRef]] = {
        DCAT.Catalog: {*every, DCAT.dataset},
        DCAT.Dataset: {*every, DCTERMS.identifier, DCAT.theme, DCAT.distribution},
        DCAT.Distribution: {DCAT.accessURL, DCTERMS.format},
        FOAF.Agent: {FOAF.name},
        _VCARD.Organization: {_VCARD.fn, _VCARD.hasEmail},
    }
    for kind, properties in wanted.items():
        things = list(graph.subjects(RDF.type, kind))
        assert bool(things) == (kind != _VCARD.Organization or not lacking), kind
        for thing in things:
            assert properties <= set(graph.predicates(thing)), thing
    # What is pointed at within the catalogue is described there, and what can be fetched is on the site.
    described = set(graph.subjects())
    inside = [one for one in graph.objects() if isinstance(one, URIRef) and str(one).startswith(f"{ADDRESS}/catalog.")]
    assert set(inside) <= described
    fetched = {str(one).removeprefix(f"{ADDRESS}/") for one in graph.objects(None, DCAT.downloadURL)}
    assert len(fetched) == 11 and fetched <= set(made)
    texts = [one for one in graph.objects() if isinstance(one, Literal) and not one.datatype]
    assert {one.language for one in texts} <= {language, None}


# ---------------------------------------------------------------- what a page says it is about


def test_plans_goals_and_un_goals_say_what_they_are(pages: Mapping[str, Page]) -> None:
    said = {path: [json.loads(one) for one in page.data] for path, page in pages.items() if page.data}
    program = nordvik()
    plans = {f"{plan}/index.html" for plan in program.plans}
    goals = {path for path in pages if path.partition("/")[0] in program.plans} - plans
    un_goals = {f"fn/{number}.html" for number in range(1, 18)}
    assert set(said) == plans | goals | un_goals
    for path, (one,) in said.items():
        assert one["@context"] == "https://schema.org"
        assert (one["@id"].partition("#")[0]) == f"{ADDRESS}/{path}"
        for goal in one.get("about", ()):
            assert goal["@id"] == f"http://metadata.un.org/sdg/{goal['termCode']}" and goal["name"], path
    assert all(said[path][0]["isPartOf"]["@id"] == f"{ADDRESS}/{path.partition('/')[0]}/index.html" for path in goals)
    assert [said[f"fn/{number}.html"][0]["about"][0]["termCode"] for number in (1, 17)] == ["1", "17"]
    plan = said["nordvik-samfunnsdel-2025/index.html"][0]
    assert plan["name"] == "Saman om Nordvik" and plan["inLanguage"] == "nn"
    assert plan["datePublished"] == "2025-06-19" and plan["temporalCoverage"] == "2025-01-01/2037-12-31"
    assert {goal["termCode"] for goal in plan["about"]} == {"11", "17"}


_EVIL = "</script><script>alert(1)</script><!-- & ]]> ' \\ \" \u2028 {{ 7*7 }}"


def test_no_text_ends_what_it_stands_in() -> None:
    text = f"plan: eksempel\ntittel: {json.dumps(_EVIL)}\n" + _ADOPTED.partition("Eksempel\n")[2]
    text += "saksgang:\n  - steg: vedtak\n    dato: 2026-06-11\n    organ: A & B\n"
    text += f"mål:\n  - id: m1\n    tittel: {json.dumps(_EVIL)}\n    bærekraftsmål: [3, 11.7]\n"
    contact = f"kontakt: {{rolle: {json.dumps(_EVIL)}, epost: 'a>b@nordvik.example'}}\n"
    space = workspace({"plans/eksempel.yaml": text, "plancompiler.yaml": f"{NAME}adresse: {ADDRESS}\n{contact}"})
    assert {one.code for one in space.diagnostics} <= {"raw-html"}
    made = files_of(space.program)
    for path in ("eksempel/index.html", "eksempel/m1.html"):
        page = Page(made[path].decode("utf-8"))
        assert foreign_scripts(page) == [] and len(page.data) == 1, path
        assert not re.search("[<>&]", page.data[0])
        assert "alert(1)" in json.loads(page.data[0])["name"]
    assert "alert(1)" in (ElementTree.fromstring(made["feed.xml"]).findtext(f"{_ATOM}entry/{_ATOM}title") or "")
    graph = Graph().parse(data=made["catalog.ttl"], format="turtle")
    assert str(next(graph.objects(None, _VCARD.fn))) == _EVIL


def test_only_data_are_allowed_among_scripts() -> None:
    for written, allowed in (
        ('<script type="application/ld+json">{}</script>', True),
        ('<script type="application/ld+json" src="a.js">{}</script>', False),
        ('<script type="application/ld+json" id="a">{}</script>', False),
        ('<script type="module">1</script>', False),
        ('<script type="application/json">{}</script>', False),
        ("<script>1</script>", False),
    ):
        assert (foreign_scripts(Page(written)) == []) == allowed, written
