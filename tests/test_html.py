from __future__ import annotations

import re
from collections import Counter
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nordvik import PLAN, REGISTER, SUPERIOR
from plancompiler import prose as prose_module
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.prose import to_html, to_inline
from plancompiler.targets.html import TARGET
from plancompiler.translate import BOKMAL, Translator, translator
from plancompiler.wording import title
from site_pages import Page, broken_links, foreign_scripts, said_of, site
from workspaces import workspace

EVIL = "<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) {{ 7*7 }} {% raw %}"


@pytest.fixture(scope="module")
def program() -> Program:
    space = workspace({"plans/a.yaml": SUPERIOR, "plans/b.yaml": PLAN, "plans/registre/alt.yaml": REGISTER})
    assert [one.code for one in space.diagnostics if one.code != "unknown-actor"] == []
    return space.program


@pytest.fixture(scope="module")
def pages(program: Program) -> dict[str, Page]:
    return site(program)


def test_the_pages(pages: dict[str, Page]) -> None:
    wanted = {
        "index.html", "samfunn/index.html", "handling/index.html", "handling/m3.html", "handling/x1.html",
        "fn/index.html", "fn/17.html", "aktor/index.html", "aktor/lag.html", "dokument/hol-loven.html",
        "emne/barn-og-unge.html", "ordliste.html", "tabeller/index.html", "gammel-samfunn/index.html",
    }  # fmt: skip
    assert wanted <= set(pages)


def test_every_page_is_whole(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert page.html.startswith("<!doctype html>"), path
        assert (page.unclosed, page.misnested) == ([], []), path
        assert page.headings.count(1) == 1, path
        assert next(page.all("html"))["lang"] == "nb", path
        assert [one for one, count in Counter(page.ids).items() if count > 1] == [], path
        assert foreign_scripts(page) == [] and not any("style" in attributes for _, attributes in page.tags), path
        assert all(not re.match(r"(https?:)?//", one["href"]) for one in page.all("link")), path


def test_headings_skip_no_level(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        steps = zip(page.headings, page.headings[1:], strict=False)
        assert [pair for pair in steps if pair[1] > pair[0] + 1] == [], path


def test_links_hold(pages: dict[str, Page]) -> None:
    assert broken_links(pages) == []


def test_tables_have_captions_and_scopes_and_can_be_scrolled(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert len(list(page.all("table"))) == len(list(page.all("caption"))), path
        assert all("scope" in cell for cell in page.all("th")), path
        regions = [one for one in page.all("div") if one.get("role") == "region"]
        assert all(one["aria-label"] and one["tabindex"] == "0" for one in regions), path


def test_every_node_stands_once_on_the_page_of_its_plan(program: Program, pages: dict[str, Page]) -> None:
    for node in program.nodes.values():
        page = pages[f"{node.plan}/index.html"]
        assert page.ids.count(node.id) == 1
        assert title(node).split("[")[0] in page.under(node.id) or node.kind in {"interessent"}
        assert title(node).split("[")[0] in said_of(program, pages, node.name) or node.kind in {"interessent"}


def test_what_has_a_page_stands_in_short_on_the_page_of_its_plan() -> None:
    long = "Lage utlån av alt som folk trenger til friluftsliv, i hver eneste grend, for alle som vil, hele året rundt."
    text = PLAN.replace("tekst: Lage utlån.", f"tekst: '{long}'")
    space = workspace({"plans/a.yaml": SUPERIOR, "plans/b.yaml": text, "plans/registre/alt.yaml": REGISTER})
    made = site(space.program)
    assert long in said_of(space.program, made, "handling/m3.v1")
    assert [path for path, page in made.items() if long in page.text and path.startswith("handling/")] == [
        "handling/m3.html"
    ]
    shown = made["handling/index.html"].under("m3.v1")
    assert shown == "Lage utlån av alt som folk trenger til friluftsliv, i hver eneste grend, for …"
    assert "m3.html#m3.v1" in made["handling/index.html"].links


def test_old_ids_and_retired_nodes_have_anchors(pages: dict[str, Page]) -> None:
    page = pages["samfunn/index.html"]
    assert "mal1" in page.ids
    assert "Delt i to. Erstattet av Mål 1: Hundre arbeidsplassar" in page.under("m9")
    assert "../samfunn/index.html#s1" in pages["gammel-samfunn/index.html"].links
    assert "s1" in pages["gammel-samfunn/index.html"].ids


def test_a_plan_that_is_not_adopted_says_so_and_is_not_listed(pages: dict[str, Page]) -> None:
    for path in ("handling/index.html", "handling/m3.html"):
        assert {"name": "robots", "content": "noindex"} in list(pages[path].all("meta"))
        assert (
            "Planen er ikke vedtatt. Status: på høring. Høring: 15. oktober 2026 – 20. november 2026."
            in pages[path].text
        )
        assert "gjengitt med egne ord" in pages[path].text
    assert all(one.get("name") != "robots" for one in pages["samfunn/index.html"].all("meta"))


def test_the_procedure_is_a_timeline(pages: dict[str, Page]) -> None:
    page = pages["samfunn/index.html"]
    assert "12. mars 2026 Vedtak: vedtatt med endringer Kommunestyret, PS 9/26" in page.under("steg_2")
    assert "Endret ved vedtak PS 9/26, punkt 1" in page.under("m1") and "punkt 1" in pages["samfunn/m1.html"].text


def test_text_in_another_language_says_so(pages: dict[str, Page]) -> None:
    assert {"lang": "nn"} in list(pages["samfunn/index.html"].all("h1"))
    assert all("lang" not in one for one in pages["handling/index.html"].all("h1"))


def test_what_belongs_elsewhere_is_shown_in_full(pages: dict[str, Page]) -> None:
    assert "Lage utlån Felles, hører til under Delmål: Rimelig" in " ".join(pages["handling/h1.html"].text.split())
    page = pages["samfunn/m2.html"].text
    assert "Mål 3: Alle er med" in page and "Samme sak." in page


def test_what_serves_a_set_is_said_once(pages: dict[str, Page]) -> None:
    assert "Strategi for hele «Arbeid» Ha ledige areal." in " ".join(pages["samfunn/m1.html"].text.split())
    assert "Bidrar til" not in pages["samfunn/index.html"].under("s1")


def test_responsibility_is_own_or_inherited(program: Program, pages: dict[str, Page]) -> None:
    assert "Hovedansvarlig Plan og miljø (leder) Teknisk drift" in said_of(program, pages, "handling/h1.v1")
    assert "(også for det som står under)" in said_of(program, pages, "handling/h1.v1")
    assert "Hovedansvarlig" not in said_of(program, pages, "handling/h1.v1.a"), "it is said above"
    assert "Ukjent kontor" in said_of(program, pages, "handling/m3.d2")


def test_un_goals_are_counted_three_ways(pages: dict[str, Page]) -> None:
    # The draft counts for nothing; the adopted plan's area names 8, and its goals and strategies have it from there.
    text = " ".join(pages["fn/8.html"].text.split())
    assert "Direkte 1 satsingsområde nevner målet selv" in text and "Indirekte 0 punkter" in text
    assert "Via mål 5 punkter: 1 utfordring, 2 mål, 2 strategier" in text
    assert "Satsingsområde: Arbeid og via dette: 1 utfordring, 2 mål, 2 strategier" in text
    assert "Kommunen har ikkje kyst." in pages["fn/14.html"].text
    assert "Ikke talt med" in pages["fn/3.html"].text and "God helse." in pages["fn/3.html"].text
    assert "Satsingsområde: Arbeid" in pages["fn/9.html"].under("fn-9.3")


def test_tiles_have_number_and_name(pages: dict[str, Page]) -> None:
    assert "FN-mål 3 God helse og livskvalitet hovedvekt: God helse." in pages["handling/index.html"].under("m3")


def test_actors_have_what_their_units_have(pages: dict[str, Page]) -> None:
    text = " ".join(pages["aktor/nordvik.html"].text.split())
    assert "Klargjøre tomter" in text and "høst 2028" in text and "Teknisk drift" in text
    assert text.index("27. april 2018") < text.index("høst 2028")


def test_documents_show_the_place_that_is_cited(pages: dict[str, Page]) -> None:
    text = " ".join(pages["dokument/hol-loven.html"].text.split())
    assert "Lagt til grunn i" in text and "§ 3-2" in text
    assert "Planen sier at dokumentet skal følge opp (1)" in text
    assert "Dokumentet er erstattet." in pages["dokument/forskrift.html"].text


def test_footnotes_lead_to_their_notes(pages: dict[str, Page]) -> None:
    page = pages["handling/m3.html"]
    assert "#m3_note-1" in page.links and "Helse- og omsorgstjenesteloven" in page.under("m3_note-1")


def test_notes_of_the_editor_are_not_published() -> None:
    text = PLAN.replace("    tekst: |", "    merknader: [HEMMELIG]\n    tekst: |", 1) + "merknader: [HEMMELIG]\n"
    made = site(
        workspace({"plans/a.yaml": SUPERIOR, "plans/b.yaml": text, "plans/registre/alt.yaml": REGISTER}).program
    )
    assert not any("HEMMELIG" in page.html for page in made.values())


def test_user_text_cannot_inject() -> None:
    quoted = f"'{EVIL}'"
    text = (
        PLAN.replace("Klargjøre tomter", quoted)
        .replace("Alle er med[^1]", quoted)
        .replace("tittel: Handlingsdel", f"tittel: {quoted}")
    )
    text = (
        text.replace("God helse.", quoted)
        .replace("En stige.", quoted)
        .replace("Ikke nå.", quoted)
        .replace("Hjelp", quoted)
    )
    text = text.replace("Barn og unge", quoted).replace("leder}", f"{quoted}}}").replace("Saksframlegget, s. 4", quoted)
    register = (
        REGISTER.replace("Nordvik kommune", quoted)
        .replace("Beste nivå.", quoted)
        .replace('"https://lovdata.example/x"', "'javascript:alert(1)'")
    )
    space = workspace({"plans/a.yaml": SUPERIOR, "plans/b.yaml": text, "plans/registre/alt.yaml": register})
    made = site(space.program)
    assert (
        "&lt;script&gt;alert(1)" in made["handling/index.html"].html and "{{ 7*7 }}" in made["handling/index.html"].html
    )
    for path, page in made.items():
        assert foreign_scripts(page) == [] and not list(page.all("img")), path
        assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes), path
        assert not any(link.strip().lower().startswith(("javascript:", "data:")) for link in page.links), path
        assert (page.unclosed, page.misnested) == ([], []), path


def test_an_own_vocabulary_cannot_style_the_site() -> None:
    goals = "vokabular: bærekraftsmål\nposter:\n  - {id: 3, nb: God helse, farge: 'red} body {display: none'}\n"
    space = workspace({"plans/a.yaml": SUPERIOR, "plans/registre/alt.yaml": REGISTER, "plans/vokabular/fn.yaml": goals})
    css = next(
        one for one in TARGET.produce(space.program, Output("nb", translator("nb"))) if one.path == "site/site.css"
    )
    assert "display: none'" not in css.render().decode() and "body {display" not in css.render().decode()


def test_equal_keys_mean_equal_bytes(program: Program) -> None:
    first, second = (list(TARGET.produce(program, Output("nb", translator("nb")))) for _ in range(2))
    assert [(one.path, one.make().key) for one in first] == [(one.path, one.make().key) for one in second]
    assert [one.render() for one in first] == [one.render() for one in second]
    assert len({one.path for one in first}) == len(first)
    changed = workspace(
        {
            "plans/a.yaml": SUPERIOR,
            "plans/b.yaml": PLAN.replace("Lage utlån.", "Lage gratis utlån."),
            "plans/registre/alt.yaml": REGISTER,
        }
    )
    third = {one.path: one for one in TARGET.produce(changed.program, Output("nb", translator("nb")))}
    same = [one for one in first if third[one.path].make().key == one.make().key]
    assert all(one.render() == third[one.path].render() for one in same)
    assert third["site/handling/index.html"].make().key != next(
        one.make().key for one in first if one.path == "site/handling/index.html"
    )


def test_another_day_leaves_the_pages_as_they_are_that_have_nothing_to_do_with_it(program: Program) -> None:
    """Every page is dated on paper, but by the style sheet: one that a day alone makes new would be written in vain."""
    one, other, none = (
        {made.path: made.make().key for made in TARGET.produce(program, Output("nb", BOKMAL, as_of=day))}
        for day in ("2026-02-03", "2026-02-04", "")
    )
    # A time line has a line at the day, and what a table comes to is said of the plans as they are on it.
    tables = {path.removeprefix("site/") for path in one if re.fullmatch(r"site/tabeller/(?!index)[\w-]+\.html", path)}
    dated = {"index.html", "site.css", *tables, *(f"{plan}/index.html" for plan in program.plans)}
    assert {path.removeprefix("site/") for path in one if one[path] != other[path]} <= dated
    assert one["site/site.css"] != other["site/site.css"] != none["site/site.css"]


def test_no_page_says_where_it_was_made(program: Program) -> None:
    assert not any("/src/" in repr(one.make().key) for one in TARGET.produce(program, Output("nb", translator("nb"))))


def test_the_chrome_can_be_in_another_language(program: Program) -> None:
    asked: set[str] = set()

    class Asked(dict[str, str]):
        def get(self, message: str, default: object = None) -> str:
            asked.add(message)
            return f"«{message}»" if "{" not in message else message

    made = site(program, "en", Translator("en", Asked()))
    assert next(made["index.html"].all("html"))["lang"] == "en"
    assert {"lang": "nb"} in list(made["handling/index.html"].all("h1"))
    assert "27 April 2018" in made["handling/index.html"].text
    assert "«Saksgang»" in made["handling/index.html"].text
    assert {"Hopp til innholdet", "Om planen", "Hovedansvarlig", "til {date}"} & asked == {
        "Hopp til innholdet",
        "Om planen",
        "Hovedansvarlig",
    }


def test_colours_of_text_can_be_read() -> None:
    """Every pair of text and ground colour in the style sheet reaches a contrast of 4.5, in light and in dark."""
    css = (
        next(
            one
            for one in TARGET.produce(
                workspace({"plans/a.yaml": SUPERIOR, "plans/registre/alt.yaml": REGISTER}).program,
                Output("nb", translator("nb")),
            )
            if one.path == "site/site.css"
        )
        .render()
        .decode()
    )
    pairs = re.findall(r"--([a-z-]+): var\(.*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)\)", css)
    for colours in ({name: light for name, light, _ in pairs}, {name: dark for name, _, dark in pairs}):
        for text in ("ink", "soft", "accent"):
            for ground in ("paper", "raised", "sunken", "accent-soft"):
                assert _contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        assert _contrast(colours["warn-ink"], colours["warn"]) >= 4.5
        assert _contrast(colours["paper"], colours["accent"]) >= 4.5
    for ground, text in re.findall(r"--goal: (#[0-9A-Fa-f]{6}); --on-goal: (#[0-9a-f]{3});", css):
        assert _contrast(ground, "#" + "".join(2 * letter for letter in text[1:])) >= 4.5


_BARE = (
    "Ord",
    "å si",
    "2 ord",
    "5 %",
    "§ 3",
    "1.",
    "1)",
    "-",
    "+",
    "=",
    "---",
    "…",
    "a_b",
    "www.x.no",
    "a@b.no",
    "\n",
    "\n\n",
    " ",
    "  ",
)


@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(_BARE), max_size=12).map("".join)))
@settings(max_examples=500)
def test_a_text_without_signs_is_shown_as_the_parser_would(text: str) -> None:
    slow = prose_module._parser()
    env = {"link": lambda ref: None, "note": lambda marker: None}
    assert to_html(text, lambda ref: None) == slow.render(text, env)
    assert to_inline(text, lambda ref: None) == slow.renderInline(text, env).strip()


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else cast(float, ((part + 0.055) / 1.055) ** 2.4) for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
