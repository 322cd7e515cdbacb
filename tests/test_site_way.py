"""Finding the way: the header, the trail, what stands on a page, the neighbours, the page for what is not found."""

from __future__ import annotations

import gzip
import re

import pytest

from nordvik import PLAN, REGISTER, SUPERIOR
from plancompiler.address import has_page
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.targets.html import TARGET
from plancompiler.translate import LANGUAGES, translator
from site_pages import Page, site
from workspaces import workspace

FILES = {"plans/a.yaml": SUPERIOR, "plans/b.yaml": PLAN, "plans/registre/alt.yaml": REGISTER}
SETTINGS = "arbeidsområde: Planer i Nordvik\n"
INPUT = "innspill: https://svar.example/skjema?hvor=plan\n"


def pages_of(settings: str = SETTINGS, language: str = "nb", **others: str) -> dict[str, Page]:
    space = workspace({**FILES, **others, "plancompiler.yaml": settings})
    return site(space.program, language, translator(language))


@pytest.fixture(scope="module")
def program() -> Program:
    return workspace(FILES).program


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return pages_of()


def test_every_page_has_a_search_that_leads_to_the_search_page(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        search = [one for one in page.all("form") if one.get("role") == "search"]
        assert {one["action"] for one in search} == {"../" * path.count("/") + "sok.html"}, path
        named = {one["for"] for one in page.all("label")}
        fields = [one for one in page.all("input") if one.get("name") == "q"]
        assert fields and all(one["id"] in named for one in fields), path
        assert "form-action 'self'" in page.html, path


def test_the_menu_opens_without_a_script(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        opener = next(one for one in page.all("button") if "popovertarget" in one)
        menu = [one for _, one in page.tags if "popover" in one]
        assert [one["id"] for one in menu] == [opener["popovertarget"]], path


def test_the_menu_says_which_of_its_pages_this_is(pages: dict[str, Page]) -> None:
    in_menu = {
        "index.html",
        "fn/index.html",
        "emne/index.html",
        "aktor/index.html",
        "dokument/index.html",
        "tabeller/index.html",
    }
    for path in in_menu | {"fn/3.html", "aktor/lag.html"}:
        current = [one for one in pages[path].all("a") if one.get("aria-current") == "page"]
        assert [one["href"] for one in current] == (["index.html"] if path in in_menu else []), path


def test_a_goal_page_lists_the_pages_of_its_plan_and_marks_itself(program: Program, pages: dict[str, Page]) -> None:
    for plan in program.plans:
        files = [f"{name.partition('/')[2]}.html" for name, node in program.nodes.items()
                 if node.plan == plan and has_page(program, name)]  # fmt: skip
        for file in files:
            page = pages[f"{plan}/{file}"]
            marked = [one["href"] for one in page.all("a") if one.get("aria-current") == "page"]
            assert marked == ([file] if len(files) > 1 else []), file
            if len(files) > 1:
                assert set(files) <= set(page.links), file


def test_every_node_has_a_link_that_names_it(program: Program, pages: dict[str, Page]) -> None:
    links: dict[str, str] = {}
    for path, page in pages.items():
        for one in page.all("a"):
            if "permalink" in one.get("class", ""):
                plan = path.partition("/")[0]
                links[f"{plan}/{one['href'].partition('#')[2]}"] = one["aria-label"]
                assert one["aria-label"].startswith("Lenke til ") and len(one["aria-label"]) > len("Lenke til ") + 1
    assert set(links) == set(program.nodes)
    assert len(set(links.values())) > len(links) * 0.9


def test_the_simple_view_never_hides_who_what_or_when(pages: dict[str, Page]) -> None:
    shown = re.compile(r'<d[td] class="more">(Hovedansvarlig|Frist|Periode|Status|Samarbeider med|Vedtatt)<')
    for path, page in pages.items():
        assert not shown.search(page.html), path
    hidden = re.findall(r'<(?:dt|div) class="more">(?:<dt>)?([^<]+)<', "".join(page.html for page in pages.values()))
    assert {"Kilde", "Emner"} <= set(hidden)


def test_only_plans_and_their_nodes_have_two_views(program: Program, pages: dict[str, Page]) -> None:
    with_views = {path for path, page in pages.items() if any("data-view" in one for one in page.all("button"))}
    assert with_views == {path for path in pages if path.partition("/")[0] in program.plans and path.partition("/")[2]}
    for path in with_views:
        assert [one["aria-pressed"] for one in pages[path].all("button") if "data-view" in one] == ["true", "false"]


def test_those_consulted_are_told_what_until_when_and_how() -> None:
    page = pages_of(SETTINGS + INPUT + "kontakt: {rolle: Planlegger, epost: plan@nordvik.example}\n")[
        "handling/index.html"
    ]
    text = " ".join(page.text.split())
    assert "Si hva du mener om planen" in text and "Frist 20. november 2026" in text
    assert "https://svar.example/skjema?hvor=plan" in page.links and "mailto:plan@nordvik.example" in page.links
    assert 'class="more"' not in page.html.partition('class="consultation"')[2].partition("</section>")[0]
    assert not any(
        "Si hva du mener" in page.text for path, page in pages_of().items() if not path.startswith("handling/")
    )


def test_a_point_of_a_plan_out_for_consultation_can_be_commented_on() -> None:
    made = pages_of(SETTINGS + INPUT)
    to = "https://svar.example/skjema?hvor=plan&punkt=handling%2Fm3"
    assert to in made["handling/index.html"].links and to in made["handling/m3.html"].links
    assert "Gi innspill til dette punktet – Mål 3" in " ".join(made["handling/m3.html"].text.split())
    assert not any(
        "punkt=" in link for path, page in made.items() if path.startswith("samfunn/") for link in page.links
    )
    without = pages_of()
    assert not any("punkt=" in link for page in without.values() for link in page.links)


@pytest.mark.parametrize(
    ("address", "before"),
    [("", ""), ("https://planer.example", "/"), ("https://x.example/a/", "/a/")],
)
def test_the_page_for_what_is_not_found_leads_on_from_wherever_it_is_shown(address: str, before: str) -> None:
    page = pages_of(SETTINGS + (f"adresse: {address}\n" if address else ""))["404.html"]
    links = [link for link in page.links if not link.startswith("#")]
    assert all(link.startswith(before) for link in links) and f"{before}index.html" in links
    assert next(page.all("form"))["action"] == f"{before}sok.html"
    assert f"{before}site.css" in {one["href"] for one in page.all("link")}
    assert {"name": "robots", "content": "noindex"} in list(page.all("meta"))


def test_many_plans_are_listed_by_type_too() -> None:
    more = "plan: {0}\ntittel: Plan {0}\ntype: temaplan\nkommune: 0301\nspråk: nb\nperiode: {1}\nstatus: vedtatt\n"
    many = {
        f"plans/{name}.yaml": more.format(name, period) for name, period in (("p1", "2020–2024"), ("p2", "2025–2029"))
    }
    assert "etter type" not in pages_of()["index.html"].text
    text = " ".join(pages_of(**many)["index.html"].text.split()).partition("Planene etter type, status og periode")[2]
    assert text.index("Temaplan") < text.index("Plan p2") < text.index("Plan p1")
    assert "Plan p1 vedtatt 2020–2024" in text


def test_styles_and_script_of_a_page_are_small() -> None:
    """At most 60 KB compressed, with Designsystemet when it is here."""
    made = {one.path: one for one in TARGET.produce(workspace(FILES).program, Output("nb", translator("nb")))}
    assert sum(len(gzip.compress(made[f"site/{name}"].render(), 9)) for name in ("site.css", "site.js")) < 60_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ways_are_in_the_language_of_the_site(language: str) -> None:
    words = translator(language)
    page = pages_of(language=language)["handling/m3.html"]
    for said in ("Meny", "Enkel visning", "Full visning", "Sidene i planen"):
        assert words(said) in page.text
