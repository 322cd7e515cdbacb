"""Search: what the shards hold, and what is found by the real script in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from built_sites import Site
from chromium import SCHEMES, WIDTHS
from conftest import Open
from plancompiler.address import address
from plancompiler.cells import plain_title
from plancompiler.emit import Output
from plancompiler.program import Program
from plancompiler.targets.html import TARGET
from plancompiler.translate import translator
from plancompiler.un_use import un_order
from plancompiler.views.changes import step_anchor
from plancompiler.views.search_register import REGISTER
from plancompiler.views.theme_page import themes
from plancompiler.workspace import assemble
from plancompiler.workspace_files import beside, read
from test_accessible import violations
from workspaces import HEADER, workspace

_ROOT = Path(__file__).parent.parent
_CASES = Path(__file__).parent / "cases/search"
_WORD = re.compile(r"[^\W_]+")

# A record of a shard, each field under its name.
Record = Mapping[str, str]

_SHARED = ("page", "kind", "called", "under", "goals")
_OWN = ("id", "title", "text", "numbers", "former", "lang", "untied")


def shards(program: Program) -> dict[str, bytes]:
    made = TARGET.produce(program, Output("nb", translator("nb")))
    found = {one.path.split("/")[-1][:-3]: one.render() for one in made if one.path.startswith("site/sok/")}
    return {name: found[name] for name in found if name != REGISTER}


def register(program: Program, language: str = "nb") -> list[Record]:
    made = TARGET.produce(program, Output(language, translator(language)))
    return records(next(one.render() for one in made if one.path == f"site/sok/{REGISTER}.js"))


def records(shard: bytes) -> list[Record]:
    inside = re.fullmatch(r"plancSearch\((.*)\);\n", shard.decode("utf-8"), re.DOTALL)
    assert inside
    *_, strings, rows = json.loads(f"[{inside[1]}]")
    return [
        {
            **{field: strings[at] for field, at in zip(_SHARED, row, strict=False)},
            **dict.fromkeys(_OWN, ""),
            **dict(zip(_OWN, row[len(_SHARED) :], strict=False)),
        }
        for row in rows
    ]


@pytest.fixture(scope="module")
def own() -> Program:
    return assemble(read(_ROOT), beside(_ROOT)).program


def test_every_plan_and_node_can_be_found_where_it_stands(own: Program) -> None:
    made = shards(own)
    assert made.keys() == own.plans.keys()
    for plan, shard in made.items():
        names = [f"{plan}/{one['id']}" if one["id"] else plan for one in records(shard)]
        steps = [f"{plan}/{step_anchor(place)}" for place, _ in enumerate(own.plans[plan].records("saksgang"))]
        assert names == [plan, *(name for name, node in own.nodes.items() if node.plan == plan), *steps]
    said = {(plan, one["id"]): one for plan, shard in made.items() for one in records(shard)}
    for name, node in own.nodes.items():
        one = said[node.plan, node.id]
        assert one["title"] == plain_title(own, node), name
        assert words_of(node.text("tekst")) <= words_of(one["text"]), name


def words_of(text: str) -> set[str]:
    # Where a link leads is no word of the text.
    return set(_WORD.findall(re.sub(r"\[\[[^]]*\]\]|\]\([^)]*\)|\[\^[^]]*\]", " ", text)))


def test_a_record_says_what_the_plan_calls_it(own: Program) -> None:
    made = {plan: records(shard) for plan, shard in shards(own).items()}

    def said(name: str) -> tuple[str, ...]:
        plan, _, node = name.partition("/")
        one = next(one for one in made[plan] if one["id"] == node)
        return one["called"], one["under"], one["numbers"], one["page"], one["goals"]

    assert said("indre-ostfold-2020") == ("Handlingsdel", "", "Virkemidler 2020", "index.html", "")
    assert said("indre-ostfold-2020/h13.d2") == ("Delmål 2", "under hovedmål 13", "2|13.2", "h13.html#", "13")
    assert said("indre-ostfold-2020/h6-14") == ("Hovedmål 6 og 14", "", "6 og 14|6|14", "h6-14.html", "6 14")
    assert said("indre-ostfold-2020/h6-14.d1")[2] == "1|6 og 14.1|6.1|14.1"
    assert said("indre-ostfold-2020/h3.d1.v1")[1] == "under delmål 1 under hovedmål 3"
    assert said("halden-helse-2034/mal-og-strategier")[0] == "Kapittel 3"
    assert said("sor-varanger-helse-2030/organisasjon.s9")[1].startswith("under hovedområde «Utvikling av ansatte")


def test_what_is_under_the_text_is_part_of_it() -> None:
    written = """\
mål:
  - id: m1
    nummer: 1
    tittel: Målet
    tidligere_id: [gammel, annen/h2]
    tekst: |
      Dette er **viktig** og `kode` og [en lenke](https://example.org), se [[m2]] og [[m2|det andre]].[^a]

      - et _punkt_
      > 5 * 3 snake_case
    fotnoter: {a: Noten er med.}
    merknader: [Dette er ikke med.]
    emner: [barn og unge, skole]
    ansvarlig: Rådmannen
  - id: m2
    nummer: 2
    tittel: Neste mål
"""
    one = records(shards(workspace(HEADER + written).program)["eksempel"])[1]
    assert one["text"] == (
        "Dette er viktig og kode og en lenke, se Mål 2: Neste mål og det andre. et punkt 5 3 snake_case · "
        "Noten er med. Emner: barn og unge og skole. Hovedansvarlig: Rådmannen."
    )
    assert one["former"] == "gammel annen/h2"


def test_a_text_says_each_thing_once_and_by_its_name() -> None:
    """Items of a list stand apart, and what a node is to come to goes by its name; what is said of links comes last."""
    written = """\
mål:
  - id: m1
    bærekraftsmål:
      - {fn: 5, begrunnelse: Planen ber om det}
      - {fn: 8, begrunnelse: Planen ber om det}
    tekst: |
      Det som trengs:

      - god tid
      - penger
    virkemidler:
      - id: v1
        tekst: Lage en ny plan
        leveranser: [eksempel, En rapport]
        samarbeider_med: [{til: Rådet, rolle: avtalepart}, {til: Laget, rolle: avtalepart}]
"""
    goal, measure = records(shards(workspace(HEADER + written).program)["eksempel"])[1:]
    assert (goal["title"], goal["text"]) == ("Det som trengs", "Det som trengs: god tid · penger · Planen ber om det")
    assert measure["text"] == "Lage en ny plan · Eksempel · En rapport · avtalepart"


def test_a_step_of_the_procedure_says_when_who_and_what_came_of_it() -> None:
    written = """\
saksnummer: 26/7
rulleres: årlig
kontakt: {rolle: Planlegger, enhet: Plan}
saksgang:
  - {steg: høring, periode: 2026-01-05–2026-02-20, til: [Rådet, Laget]}
  - steg: vedtak
    organ: Kommunestyret
    dato: 2026-03-01
    sak: PS 4/26
    resultat: vedtatt med endringer
    tekst: Se *vedlegget* her.
    endringer: [{nummer: 1, tekst: Skolen blir stående., gjennomført: Punktet er tatt ut.}]
  - {steg: kunngjort}
mål:
  - id: m1
    tittel: Målet
    virkemidler:
      - {id: v1, tekst: Gjør det., status: forsinket, finansiering: ekstern, nøkkeltall: [{hva: Hus, verdi: 17 hus}]}
"""
    plan, _, measure, *steps = records(shards(workspace(HEADER + written).program)["eksempel"])
    assert (plan["numbers"], plan["text"]) == ("26/7", "Rulleres: årlig. Kontakt: Planlegger, Plan.")
    assert measure["text"] == "Gjør det. Hus · 17 hus · Status: forsinket. Finansiering: ekstern finansiering."
    assert [(one["called"], one["title"], one["text"], one["numbers"]) for one in steps] == [
        ("Saksgang", "Høring 5. januar 2026 – 20. februar 2026", "Sendt til: Rådet og Laget.", ""),
        (
            "Saksgang",
            "Vedtak 1. mars 2026: vedtatt med endringer",
            "Kommunestyret, PS 4/26. Se vedlegget her. Skolen blir stående. Punktet er tatt ut.",
            "PS 4/26",
        ),
        ("Saksgang", "Kunngjort", "", ""),
    ]
    assert {f"{one['page']}{one['id']}" for one in steps} == {f"index.html#steg_{place}" for place in (1, 2, 3)}


def test_no_id_stands_in_a_text(own: Program) -> None:
    ids = {name for name in (*own.entries, *own.plans) if "-" in name}
    for shard in shards(own).values():
        for one in records(shard):
            assert not ids & set(re.findall(r"[\w.-]+", f"{one['title']} {one['text']}")), one["id"]


def test_a_shard_is_smaller_than_its_plan(own: Program) -> None:
    read_in = sum(path.stat().st_size for path in (_ROOT / "plans").rglob("*.yaml"))
    assert sum(map(len, shards(own).values())) < 0.7 * read_in


def test_a_shard_changes_when_its_plan_does_and_not_before(own: Program) -> None:
    def edited(path: str, old: str, new: str) -> set[str]:
        files = dict(read(_ROOT))
        text = files[path].decode("utf-8")
        assert old in text, path
        files[path] = text.replace(old, new).encode("utf-8")
        after = shards(assemble(files, beside(_ROOT)).program)
        return {plan for plan, shard in shards(own).items() if after[plan] != shard}

    assert edited("plans/fritid-2030.yaml", "plan: fritid-2030", "# En kommentar.\nplan: fritid-2030") == set()
    assert edited("plans/sor-varanger-helse-2030.yaml", "ansatte", "tilsette") == {"sor-varanger-helse-2030"}


# What follows is asked of the script itself.


def table() -> list[tuple[str, str, bool]]:
    """Return each word that is searched for with a word of a plan, and whether the one finds the other."""
    asked: list[tuple[str, str, bool]] = []
    for word, rest in lines("words.txt"):
        hit, _, missed = rest.partition("|")
        asked += [(word, one, True) for one in hit.split()] + [(word, one, False) for one in missed.split()]
    return [(word.replace("_", " "), one.replace("_", " "), found) for word, one, found in asked]


def lines(name: str) -> list[tuple[str, str]]:
    """Return what is searched for, and what is said of it, by line."""
    written = (_CASES / name).read_text("utf-8").splitlines()
    return [(word, said) for word, mark, said in (line.partition(": ") for line in written if line[:1] != "#") if mark]


_HIT = """(pairs) => {
  const { fold, forms, hit } = globalThis.plancMatch;
  return pairs.map(([asked, there]) => hit(fold(there), fold(asked), forms(fold(asked))));
}"""


def test_words_are_found_inflected_compounded_and_spelled_as_people_do(open_site: Open) -> None:
    asked = table()
    hits = open_site("nb").open("sok.html").evaluate(_HIT, [pair[:2] for pair in asked])
    assert [pair for pair, how in zip(asked, hits, strict=True) if (how > 0) != pair[2]] == []


@pytest.mark.parametrize(
    ("language", "cases", "from_disk"),
    [("nb", "first.txt", True), ("nb", "first.txt", False), ("nn", "first_nordvik.txt", True)],
)
def test_a_search_finds_what_people_mean(open_site: Open, language: str, cases: str, from_disk: bool) -> None:
    """Each search, and where the first of what it finds leads."""
    first = {asked: said.split() for asked, said in lines(cases)}
    page = open_site(language, from_disk).open("sok.html")
    assert {asked: hrefs(page, asked)[: len(leads)] for asked, leads in first.items()} == first


@pytest.mark.parametrize(
    ("asked", "municipality"),
    [
        ("eldreomsorg Sør-Varanger", "sor-varanger"),
        ("klima Indre Østfold", "indre-ostfold"),
        ("barn i Halden kommune", "halden"),
        ("hva er Bærums mål for klima?", "baerum"),
        ("kultur og fritid i Sør-Varanger", "sor-varanger"),
    ],
)
def test_the_municipality_that_is_named_comes_first(open_site: Open, asked: str, municipality: str) -> None:
    """Every point of its plans comes before all others, and each of them is about what is asked."""
    page = open_site("nb").open("sok.html")
    own = [href.startswith(municipality) for href in hrefs(page, asked)]
    assert own and own[0] and own == sorted(own, reverse=True)
    texts = page.locator(".hit").all()[: sum(own)]
    assert all(one.locator("mark").count() for one in texts)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("indre ostfold", "Indre Østfold"),
        ("Indre Oestfold kommune", "Indre Østfold"),
        ("INDREOSTFOLD", "Indre Østfold"),
        ("sor-varanger", "Sør-Varanger"),
        ("Sør Varanger", "Sør-Varanger"),
        ("sørvaranger", "Sør-Varanger"),
        ("saervaranger", ""),
        ("baerum", "Bærum"),
        ("barums", "Bærum"),
        ("berum", "Bærum"),
        ("klima indre ostfold", "klima Indre Østfold"),
        ("eldreomsorg sor varanger", "eldreomsorg Sør-Varanger"),
    ],
)
def test_a_municipality_is_known_without_its_letters(open_site: Open, asked: str, meant: str) -> None:
    page = open_site("nb").open("sok.html")
    found = hrefs(page, asked)
    assert found == (hrefs(page, meant) if meant else [])


def test_words_without_their_letters_are_found_where_nothing_else_is(open_site: Open) -> None:
    page = open_site("nb").open("sok.html")
    for asked, meant in (
        ("okonomi", "økonomi"),
        ("barekraft", "bærekraft"),
        ("baerekraft", "bærekraft"),
        ("apne", "åpne"),
    ):
        assert hrefs(page, asked) == hrefs(page, meant) != [], asked
        assert page.locator("mark").count()
    # What is a word as it is written is that word, and no other: «bor» and «bør».
    hrefs(page, "bor")
    marked = {one.lower() for one in page.locator("mark").all_inner_texts()}
    assert "bor" in marked and "bør" not in marked


def test_what_no_plan_is_tied_to_comes_last(open_site: Open, sites: Mapping[str, Site]) -> None:
    """A goal or target of the UN that nothing is tied to comes after all of the plans, however well it is hit."""
    found = records((sites["nn"].folder / f"sok/{REGISTER}.js").read_bytes())
    untied = {one["page"] + (one["id"] if one["page"].endswith("#") else "") for one in found if one["untied"]}
    page = open_site("nn").open("sok.html")
    for asked in ("arbeid", "menneskehandel bustad", "bolig", "kommunen"):
        last = [href in untied for href in hrefs(page, asked)]
        assert last and last == sorted(last), asked
    assert hrefs(page, "menneskehandel")
    expect(page.locator("#_treff")).to_contain_text("Vi fann ikkje «menneskehandel» i planane, berre blant FN-mål")
    # The plan that declines it says so.
    assert hrefs(page, "FN 14") == ["fn/14.html", "nordvik-samfunnsdel-2025/index.html"]
    expect(page.locator("#_treff")).to_have_text("2 treff.")


@pytest.mark.parametrize("width", [320, 1440])
def test_who_searches_from_the_top_reads_on_where_it_says_what_was_found(open_site: Open, width: int) -> None:
    page = open_site("nb", viewport={"width": width, "height": 640}).open("sok.html?q=folkehelse")
    expect(page.locator("#_treff")).to_be_focused()
    expect(page.locator("#_treff")).to_be_in_viewport()
    expect(page.locator(".hit h2").first).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.querySelector('#_funnet a')")
    # Who searches here, or comes back, is left where they are.
    hrefs(page, "helse")
    expect(page.get_by_label("Søk etter ord eller nummer")).to_be_focused()


def test_a_number_is_the_same_with_any_space_in_it_and_marked_whole(open_site: Open) -> None:
    page = open_site("nb").open("sok.html")
    for asked in ("12000", "12 000", "12\u00a0000", "12\u202f000"):
        assert hrefs(page, asked) == ["sor-varanger-helse-2030/kommunemal.html"], asked
        assert page.locator("mark").all_inner_texts() == ["12 000"], asked
    assert hrefs(page, "80 %") == hrefs(page, "80 prosent") == hrefs(page, "80%")
    assert set(page.locator("mark").all_inner_texts()) == {"80 %"}


def test_the_word_itself_comes_before_what_is_like_it(open_site: Open) -> None:
    """Best first: inflections before compounds, and last a short word with an ending that may make it another."""
    page = open_site("nb").open("sok.html")
    for there in (("nav", "navs"), ("sist", "sistnevnte", "siste"), ("barn", "barna", "småbarn")):
        hits = page.evaluate(_HIT, [[there[0], one] for one in there])
        assert hits == sorted(hits, reverse=True) and len(set(hits)) == len(hits), (there, hits)


def test_other_words_for_the_same_come_last(open_site: Open) -> None:
    """What has the word itself is found first, and what has the other is found as when that is asked for."""
    page = open_site("nb").open("sok.html")
    itself = hrefs(page, "avfall")
    assert set(itself) <= set(hrefs(page, "søppel"))
    both = hrefs(page, "kollektivtrafikk")
    marked = [one.locator("mark").all_inner_texts() for one in page.locator(".hit").all()]
    assert both and all(marked)
    # What no plan is tied to comes after all that.
    plans = [marks for marks, href in zip(marked, both, strict=True) if not href.startswith("fn/")]
    spoken = [any("kollektivtra" in mark.lower() for mark in marks) for marks in plans]
    assert spoken == sorted(spoken, reverse=True)


@pytest.mark.parametrize(
    ("asked", "part"),
    [("plan", "kommuneplan"), ("helse", "folkehelsearbeid"), ("maala", "målene"), ("vatn", "drikkevann")],
)
def test_a_part_of_a_word_is_found_and_marked(open_site: Open, asked: str, part: str) -> None:
    page = open_site("nb").open("sok.html")
    hrefs(page, asked)
    while page.locator("#_flere").is_visible():
        page.locator("#_flere").click()
    assert any(mark.lower().startswith(part) for mark in page.locator("mark").all_inner_texts())


def hrefs(page: Page, asked: str) -> list[str]:
    """Search by typing, and return where what is found leads."""
    page.locator("#_treff").evaluate("status => { status.textContent = ''; }")
    page.get_by_label("Søk etter ord eller nummer").fill(asked)
    page.get_by_label("Søk etter ord eller nummer").press("Enter")
    expect(page.locator("#_treff")).to_have_text(re.compile("treff|fant ikke|fann ikkje"))
    return [one.get_attribute("href") or "" for one in page.locator("#_funnet a").all()]


def test_a_search_for_several_words_falls_back_on_any_of_them(open_site: Open) -> None:
    """Both where nothing has all the words, and within the filters; the words that were found are named."""
    page = open_site("nb").open("sok.html")
    assert hrefs(page, "ensomme xyzzy eldre $& xyzzy")
    expect(page.locator("#_treff")).to_have_text(
        re.compile(r"^Ingen treff på alle ordene\. Viser treff på «ensomme» eller «eldre»\. \d+ treff\.")
    )


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [
        ("nb", "svømmehall", "Vi fant ikke «svømmehall». Prøv et annet ord"),
        ("nb", "hva med Xyzzy plugh", "Vi fant ikke «Xyzzy» eller «plugh»."),
        ("nb", "x" * 500, f"Vi fant ikke «{'x' * 40} …»."),
        ("nn", "badeland", "Vi fann ikkje «badeland». Prøv eit anna ord"),
    ],
)
def test_what_is_found_nowhere_is_said_with_what_to_try(open_site: Open, language: str, asked: str, said: str) -> None:
    page = open_site(language).open("sok.html")
    assert hrefs(page, asked) == []
    expect(page.locator("#_treff")).to_contain_text(said)
    # Within a filter no more can be said than that there is nothing there.
    page.locator("#_fn").select_option("5")
    expect(page.locator("#_treff")).to_contain_text("Ingen treff.")


@pytest.mark.parametrize(
    ("language", "asked", "words"),
    [
        ("nb", "Hva gjør dere for ensomme eldre?", {"ensomme", "eldre"}),
        ("nn", "Kva gjer de for eldre?", {"eldre"}),
        ("nb", "hva er en kommuneplan", {"kommuneplan"}),
    ],
)
def test_a_whole_question_is_a_search(open_site: Open, language: str, asked: str, words: set[str]) -> None:
    page = open_site(language).open("sok.html")
    assert hrefs(page, asked)
    said = page.locator("#_treff").inner_text()
    assert set(re.findall("«(.*?)»", said)) <= words
    match = """([marks, words]) => marks.every((mark) => words.some((word) => {
      const { fold, forms, hit } = globalThis.plancMatch;
      return hit(fold(mark), fold(word), forms(fold(word)));
    }))"""
    marks = page.locator("mark").all_inner_texts()
    assert marks and page.evaluate(match, [marks, sorted(words)])


def test_the_registers_are_found_with_their_other_names(own: Program, open_site: Open) -> None:
    found = {one["id"] or one["page"]: one for one in register(own)}
    with_page = {name for name in own.entries if address(own, name)}
    un = {address(own, name).partition("#")[2] or address(own, name) for name in un_order(own)}
    assert found.keys() == with_page | themes(own).keys() | un and with_page and themes(own)
    for name in with_page:
        path = found[name]["page"]
        assert address(own, name) == (f"{path}{name}" if path.endswith("#") else path)
        for alias in own.entries[name].texts("alias"):
            assert alias in found[name]["text"], name
    page = open_site("nb").open("sok.html")
    for kind, asked, href, called in (
        ("aktør", "FMØ", "aktor/fmo.html", "Aktør"),
        ("dokument", "folkehelseloven", "dokument/folkehelseloven.html", "Dokument"),
    ):
        page.locator("#_slag").select_option("")
        assert href in hrefs(page, asked)
        page.locator("#_slag").select_option(kind)
        assert hrefs(page, asked)[0] == href
        assert page.locator(".hit .kind").first.inner_text() == called
    for kind, path in (("ord", "ordliste.html#"), ("emne", "emne/"), ("fn-mål", "fn/"), ("fn-delmål", "fn/")):
        page.locator("#_slag").select_option(kind)
        led = hrefs(page, "")
        assert led and all(href.startswith(path) for href in led)
    page.locator("#_slag").select_option("ord")
    first = hrefs(page, "")[0]
    assert page.locator(".hit .snippet").first.inner_text()
    page.locator("#_funnet a").first.click()
    page.wait_for_load_state()
    assert page.url.endswith(first) and page.evaluate("document.querySelector(location.hash) !== null")


def test_the_filters_are_folded_where_there_is_little_room(open_site: Open) -> None:
    small = {"width": 360, "height": 740}
    page = open_site("nb", viewport=small).open("sok.html?q=skole")
    expect(page.locator(".hit").first).to_be_in_viewport()
    assert not page.locator("#_slag").is_visible()
    page.get_by_text("Avgrens søket").click()
    page.locator("#_slag").select_option("mål")
    page.reload()
    expect(page.locator("#_slag")).to_be_visible()
    page.goto(page.url.partition("?")[0])
    expect(page.locator("#_slag")).to_be_hidden()
    page.set_viewport_size({"width": 1000, "height": 740})
    expect(page.locator("#_slag")).to_be_visible()


def test_filters_narrow_and_the_address_says_so(open_site: Open) -> None:
    page = open_site("nb").open("sok.html")
    page.locator("#_plan").select_option("indre-ostfold-2020")
    page.locator("#_fn").select_option("6")
    page.locator("#_slag").select_option("delmål")
    # With no words, all that the filters let through, in the order of the plan.
    expect(page.locator("#_treff")).to_have_text("3 treff.")
    assert page.locator("#_funnet .kind").all_inner_texts() == [
        f"Delmål {number} under hovedmål 6 og 14" for number in (1, 2, 3)
    ]
    assert hrefs(page, "avløp") == ["indre-ostfold-2020/h6-14.html#h6-14.d3"]
    expect(page.locator("#_treff")).to_have_text("1 treff.")
    asked = urlencode({"q": "avløp", "plan": "indre-ostfold-2020", "slag": "delmål", "fn": "6"})
    assert page.url.endswith(f"sok.html?{asked}")
    page.reload()
    expect(page.locator("#_treff")).to_have_text("1 treff.")
    assert page.locator("#_slag").input_value() == "delmål"
    page.locator("#_funnet a").click()
    page.wait_for_load_state()
    assert page.url.endswith("indre-ostfold-2020/h6-14.html#h6-14.d3")
    page.go_back()
    expect(page.locator("#_treff")).to_have_text("1 treff.")


def test_a_result_says_what_it_is_and_shows_the_words(open_site: Open) -> None:
    page = open_site("nb").open("sok.html?" + urlencode({"q": "rense avløpsvann", "fn": "17"}))
    expect(page.locator("#_treff")).to_have_text("Ingen treff. Prøv færre eller andre ord, eller ta bort et filter.")
    # What has all the words is in no plan that the filter lets through; there, any of them will do.
    assert hrefs(page, "bedre rustet for følgene")
    expect(page.locator("#_treff")).to_contain_text("Ingen treff på alle ordene. Viser treff på «bedre»")
    page.locator("#_fn").select_option("")
    expect(page.locator("#_treff")).to_have_text("1 treff.")
    hit = page.locator(".hit")
    assert hit.locator("h2").inner_text() == "Samfunnet blir bedre rustet for følgene av klimaendringer"
    assert hit.locator(".kind").inner_text() == "Delmål 2 under hovedmål 13"
    assert hit.locator(".aside").inner_text() == "Virkemidler 2020, Indre Østfold (perioden er over)"
    # The small words are not searched for when there are others.
    assert hit.locator("mark").all_inner_texts() == ["bedre", "rustet", "følgene"]


def test_titles_come_before_texts_and_goals_before_measures(open_site: Open) -> None:
    page = open_site("nb").open("sok.html")
    hrefs(page, "folkehelse")
    titled = [bool(one.locator("h2 mark").count()) for one in page.locator(".hit").all()]
    assert titled == sorted(titled, reverse=True) and True in titled and False in titled


def test_plans_in_force_come_before_others(open_site: Open) -> None:
    """Two editions of a plan say much the same; the one in force says it first, and the other says what it is."""
    page = open_site("nn").open("sok.html?" + urlencode({"slag": "mål"}))
    expect(page.locator("#_treff")).to_contain_text("treff")
    plans = page.locator(".hit .aside").all_inner_texts()
    noted = [")" in plan for plan in plans]
    assert noted == sorted(noted) and True in noted and False in noted


def test_by_keyboard_alone(open_site: Open) -> None:
    page = open_site("nb").open("sok.html")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "_ord":
            break
    page.keyboard.type("folkehelsearbeidet")
    page.keyboard.press("Enter")
    expect(page.locator("#_treff")).to_contain_text("treff")
    first = page.locator("#_funnet a").first.get_attribute("href")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.hit') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{first}")


def test_more_is_shown_when_it_is_asked_for(open_site: Open) -> None:
    page = open_site("nb").open("sok.html")
    assert len(hrefs(page, "kommune")) == 30
    expect(page.locator("#_treff")).to_have_text(re.compile(r"^\d{2,3} treff\. De 30 første vises\.$"))
    page.get_by_role("button", name="Vis flere treff").press("Enter")
    assert page.locator("#_funnet a").count() == 60
    assert page.evaluate("document.activeElement === document.querySelectorAll('#_funnet a')[30]")


def test_how_many_there_are_is_announced(open_site: Open) -> None:
    """The region is there and empty before anything is said in it, or some would not hear it."""
    page = open_site("nn").open("sok.html")
    region = page.locator("#_treff[role=status]")
    assert (region.get_attribute("aria-live"), region.inner_text()) == ("polite", "")
    page.get_by_label("Søk etter ord eller nummer").press_sequentially("måla")
    expect(region).to_have_text(re.compile(r"^\d+ treff\."))
    page.get_by_label("Søk etter ord eller nummer").fill("")
    expect(region).to_have_text("")
    assert page.locator(".hit").count() == 0


def test_what_is_found_breaks_no_rule_of_wcag(open_site: Open, axe: str) -> None:
    page = open_site("nn").open("sok.html?" + urlencode({"q": "mål"}))
    expect(page.locator("#_treff")).to_contain_text("treff")
    page.evaluate(axe)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert violations(page) == [], (scheme, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_is_read_before_a_search_and_one_plan_alone_when_that_is_asked_of(open_site: Open) -> None:
    page = open_site("nb").open("sok.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.locator("#_plan").select_option("fritid-2030")
    expect(page.locator("#_treff")).to_contain_text("treff")
    assert asked == ["fritid-2030.js"]


def test_a_plan_that_cannot_be_read_is_told_of(browser: Browser, sites: Mapping[str, Site]) -> None:
    page = browser.new_page()
    page.route("**/fritid-2030.js", lambda route: route.abort())
    page.goto(f"{sites['nb'].folder.as_uri()}/sok.html?q=h3.d1")
    expect(page.locator("#_treff")).to_contain_text("Søket fikk ikke lest alle planene. Last siden på nytt. 14 treff.")
    page.context.close()


def test_what_people_type_is_text(open_site: Open) -> None:
    page = open_site("nb").open("sok.html")
    for asked in ("<img src=x onerror=alert(1)>", "((((", "\\", "*", "%", "a" * 5000, ".", "/", "[[", "-", "§ 11-4"):
        hrefs(page, asked)
    assert page.locator("main img").count() == 0


def test_without_a_script_the_page_says_so_and_leads_on(open_site: Open) -> None:
    page = open_site("nb", java_script_enabled=False).open("sok.html?q=helse")
    expect(page.get_by_text("Søket trenger JavaScript.")).to_be_visible()
    expect(page.get_by_label("Søk etter ord eller nummer")).to_be_hidden()
    page.locator("main").get_by_role("link", name="Tabeller").click()
    assert page.url.endswith("tabeller/index.html")


def test_every_title_finds_its_node(open_site: Open, own: Program) -> None:
    """The words of a title are searched for in its plan, and the node is among the first that are shown."""
    asked = [
        (one["title"].removesuffix("…"), f"{plan}/{one['page']}{one['id'] if one['page'].endswith('#') else ''}", plan)
        for plan, shard in shards(own).items()
        for one in records(shard)
    ]
    missed = (
        open_site("nb")
        .open("sok.html")
        .evaluate(
            """async (asked) => {
          const form = document.querySelector("form[data-shards]"), said = document.getElementById("_treff");
          const missed = [];
          for (const [title, href, plan] of asked) {
            [form.q.value, form.plan.value] = [title, plan];
            said.textContent = "";
            form.requestSubmit();
            while (!said.textContent.includes("treff")) await new Promise((done) => setTimeout(done));
            const found = [...document.querySelectorAll("#_funnet a")].map((link) => link.getAttribute("href"));
            if (!found.includes(href)) missed.push(title);
          }
          return missed;
        }""",
            asked,
        )
    )
    assert missed == []


def test_who_comes_with_a_search_is_put_at_what_was_found_without_a_frame(open_site: Open) -> None:
    page = open_site("nb").open("sok.html?q=skole")
    status = page.locator("#_treff")
    expect(status).to_be_focused()
    assert status.evaluate("(one) => [getComputedStyle(one).outlineStyle, getComputedStyle(one).boxShadow]") == [
        "none",
        "none",
    ]


@pytest.mark.parametrize(
    ("asked", "meant", "leads_to"),
    [
        ("demmens", "demens", "q=demens"),
        ("dikkevann", "drikkevann", "q=drikkevann"),
        ("aldersvenlig", "aldersvennlig", "q=aldersvennlig"),
        ("demmens&slag=strategi", "demens", "q=demens&slag=strategi"),
        ("demmens%20Halden", "demens Halden", "q=demens+Halden"),
        ("xyzzyq", "", ""),
        ("demens", "", ""),
        ("dmns", "", ""),
    ],
)
def test_a_word_that_is_amiss_is_asked_about(asked: str, meant: str, leads_to: str, open_site: Open) -> None:
    page = open_site("nb").open(f"sok.html?q={asked}")
    status = page.locator("#_treff")
    expect(status).to_contain_text(f"Mente du {meant}?" if meant else re.compile("treff|fant"))
    links = status.get_by_role("link")
    assert links.count() == (1 if meant else 0)
    if meant:
        links.click()
        page.wait_for_url(f"**/sok.html?{leads_to}")
        expect(page.locator("#_treff")).to_contain_text("treff")
