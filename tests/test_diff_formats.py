"""How a comparison is shown: nothing an author wrote is markup, and everyone can read it, however large it is."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from made_comparisons import ITEM, change, comparison
from plancompiler.cache import NO_CACHE
from plancompiler.change import CHANGE_TYPES, LEVELS, Comparison, Consequence, Item, Resaid, Tally, Unread
from plancompiler.diff_format import Shown
from plancompiler.diff_formats import html, markdown, terminal
from plancompiler.editions import compare_folders
from plancompiler.markdown.comment_text import code, opening, safe, size
from plancompiler.report import Finding, Where
from plancompiler.translate import LANGUAGES, translator
from site_pages import Page

CASES = Path(__file__).parent / "cases/diff"
HOSTILE = (
    "@kommunestyret #1 GH-2 !3 ~etikett %4 :smile: https://ond.example/?a=1&b=2 www.ond.example "
    "| a | b |\n|---|---|\n# Overskrift\n- punkt\n1. punkt\n/close\n```\nkode\n``` <script>ond()</script> <img src=x> "
    "[lenke](javascript:ond) ![bilde](https://ond.example) **fet** ~~strøket~~ <!-- --> </details> "
    "\u202edrevo [^1] {{ x }}"
)


def shown(made: Comparison, language: str = "nb") -> Shown:
    return Shown(made, translator(language))


def hostile(text: str) -> Comparison:
    """Return a comparison with a change of every type and level, in which everything an author writes is `text`."""
    item = replace(
        ITEM, called=text, title=text, plan_title=text, place=(text, text), fields={"tekst": text},
        below=(Item("plan/x", "virkemiddel", text, text, fields={"tekst": text, "frist": text}),),
    )  # fmt: skip
    values: dict[str, Any] = {"before": text, "after": f"{text} ny", "gone": (text,), "new": (text,), "reason": text}
    values["resaid"] = (Resaid(text, text, text, f"{text} ny"),)
    changes = [
        change(type=kind, level=level, item=item, was=item, explanation=text, field_words=text, **values)
        for level in LEVELS[::-1]
        for kind in CHANGE_TYPES
    ]
    happens = [Consequence("uten_oppfølging", "plan/m1", "1", "0", text)]
    return comparison(changes, happens, unread=(Unread(text, "plans/a.yaml", text, text),))


def rendered(comment: str) -> str:
    return str(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(comment))


def test_no_text_of_an_author_is_markup_in_a_comment() -> None:
    calm, wild = (markdown.render(shown(hostile(text))) for text in ("rolig", HOSTILE))

    def tags(comment: str) -> list[str]:
        return sorted(set(re.findall(r"<[a-z0-9]+", rendered(comment))))

    assert tags(wild) == tags(calm)
    seen = re.sub(r"`[^`\n]*`", "", wild).replace("&#8203;", "\u200b")
    assert not re.search(r"(?<!\\)@\w|[#!~%]\d|GH-2|://|www\.|:smile:|(?<!\\)<(?:script|img)", seen)
    assert not re.search(r"^\s*(?:/|```|\|\s*a\b)", wild, re.M) and "\u202e" not in wild
    assert len(re.findall("<details", seen)) == len(re.findall(r"(?<!\\)</details", seen))


@pytest.mark.parametrize("sign", ["- a", "+ a", "1. a", "1) a", "/close", "=== a", "# a", "> a", "* a"])
def test_a_line_that_an_author_begins_opens_nothing(sign: str) -> None:
    assert re.fullmatch(r"<p>.*</p>\n", rendered(opening(safe(sign))))
    assert re.sub(r"<[^>]+>|\n", "", rendered(opening(safe(sign)))).replace("&gt;", ">").replace("\u200b", "") == sign


def test_words_read_as_they_stand_and_code_ends_where_it_should() -> None:
    text = "Vi skal nå 75 % innen 2030 (jf. § 3-2), «helt» sikkert; se e-post 50/50."
    assert safe(text) == text
    assert code("a`b|c\n") == "`ab¦c`" and code(" ") == ""


@pytest.mark.parametrize("length", [20, 4_000])
@pytest.mark.parametrize("count", [1, 60, 500])
def test_a_comment_is_never_too_long_and_keeps_what_matters_most(count: int, length: int) -> None:
    text = "Kommunen skal lage mat 🍎. " * (length // 25 + 1)
    changes = [
        change(id=f"plan/v{number}", before=text, after=text.replace("skal", "bør"), level=level, type=kind)
        for level in LEVELS[::-1]
        for kind in ("tekst", "tall")
        for number in range(count)
    ]
    happens = [Consequence("uten_oppfølging", f"plan/m{number}", "1", "0", "Mål mangler.") for number in range(count)]
    goals = (Tally("mål", "mål", "mål", 7, 7, 0, 0, 0, 7),)
    comment = markdown.render(shown(comparison(changes, happens, tallies=goals)))
    assert size(comment) < 60_000
    assert "7 punkter i planen er uendret" in comment.split("\n")[3]
    assert "lesehjelp" in comment and comment.rstrip().endswith("</details>")
    assert comment.count("<details") == comment.count("</details>")
    assert comment.count("<strong>") == comment.count("</strong>")
    # What there is no room for is counted.
    left = sum(map(int, re.findall(r"… og (\d+) til\. Alle", comment)))
    numbers = {int(number) for number in re.findall(r"^(?:- )?(?:\*\*|\| )(\d+)(?:\.| \|)", comment, re.M)}
    assert len(numbers) + left == len(changes)


def test_the_first_line_counts_and_a_missing_reason_is_said() -> None:
    comment = markdown.render(shown(comparison([change(), change(level="innhold", direction="")])))
    lines = comment.split("\n")
    assert lines[0] == markdown.MARKER and lines[1] == "## Hva utkastet endrer: Handlingsdelen"
    assert lines[3] == "**2 endringer: 1 endrer forpliktelsen og 1 endrer innholdet. 112 punkter i planen er uendret.**"
    assert comment.count("*ikke oppgitt*") == 1, "only what binds is asked a reason for"
    assert "Mindre forpliktende: punkt 1." in comment
    assert "| Kommunen <strong>skal</strong> lage en strategi. | Kommunen <strong>bør</strong> lage" in comment


@pytest.mark.parametrize(
    ("language", "count", "lines"),
    [
        ("nb", 1, ("Kontroll: 1 nytt funn, 1 er rettet.", "1 ny feil, 0 nye advarsler, ett tidligere funn er borte.")),
        ("nb", 2, ("Kontroll: 2 nye funn, 2 er rettet.", "2 nye feil, 0 nye advarsler, 2 tidligere funn er borte.")),
        ("nn", 1, ("Kontroll: 1 nytt funn, 1 er retta.", "eitt tidlegare funn er borte.")),
        ("en", 1, ("Check: 1 new finding, 1 mended.", "1 new error, 0 new warnings, one earlier finding is gone.")),
        ("en", 2, ("Check: 2 new findings, 2 mended.", "2 earlier findings are gone.")),
    ],
)
def test_one_finding_is_not_said_to_be_several(language: str, count: int, lines: tuple[str, str]) -> None:
    finding = Finding("x", "error", "Feil", "", "", Where("plans/a.yaml", 1, 1, 1, 1, 0, 0), (), ())
    made = replace(comparison([]), new_findings=(finding,) * count, solved_findings=(finding,) * count)
    assert lines[0] in terminal.render(shown(made, language))
    for form in (markdown, html):
        assert lines[1] in form.render(shown(made, language))


@pytest.mark.parametrize("kind", ["fjernet", "lagt_til"])
def test_what_came_or_went_can_be_read_whole_with_what_stands_under_it(kind: str) -> None:
    long = "Kommunen skal rydde stier i alle bydeler og holde dem åpne for alle. " * 4
    under = Item("plan/v1", "virkemiddel", "virkemiddel", "Kommunen skal …", fields={"tekst": long, "frist": "2027"})
    inner = replace(under, id="plan/v1.t1", called="tiltak", fields={"tekst": f"{long}Også om vinteren."})
    whole = replace(ITEM, fields={"tekst": "Ut på tur.", "frist": "2030"}, below=(replace(under, below=(inner,)),))
    made = comparison([change(type=kind, item=whole, field="", before=None, after=None)])
    page, comment = (form.render(shown(made)) for form in (html, markdown))
    for said in (f"Virkemiddel: {long.strip()}", f"Tiltak: {long}Også om vinteren.", "Frist: 2027", "Frist: 2030"):
        assert said in page and said in comment
    assert ("Slik er det i dag" in page) == (kind == "fjernet")
    folded = comment.partition("<summary>Hele teksten</summary>")[2].partition("</details>")[0]
    assert "Også om vinteren" in folded and "Også om vinteren" not in comment.replace(folded, "")


def test_what_is_folded_of_a_large_part_has_its_limit() -> None:
    below = tuple(Item(f"plan/v{n}", "virkemiddel", "", "Kort", fields={"tekst": "Ord. " * 200}) for n in range(9))
    made = comparison([change(type="fjernet", item=replace(ITEM, below=below), field="")])
    folded = markdown.render(shown(made)).partition("<summary>Hele teksten</summary>")[2].partition("</details>")[0]
    assert size(folded) < 4_000 and "… og 7 til." in folded
    assert html.render(shown(made)).count("Ord. " * 199) == 9


@pytest.mark.parametrize("form", [terminal, html, markdown])
@pytest.mark.parametrize(
    ("after", "is_told"),
    [
        (({"id": "h1", "tittel": "Tur", "grunn": "Gjort"}, {"id": "h1.v1", "tittel": "Sti"}), False),
        ({"id": "h1.v1", "grunn": "Gjort"}, False),
        ({"id": "h1.v1", "erstattet_av": ("h2",)}, True),
        (({"id": "h1", "tittel": "Tur"}, {"id": "h9", "tittel": "Tatt ut før"}), True),
    ],
)
def test_what_is_taken_out_is_not_told_of_again_as_retired(form: Any, after: object, is_told: bool) -> None:
    plan = Item("plan", "plan", "planen", "Handlingsdelen", "plan", "Handlingsdelen")
    goal = Item("plan/h1", "mål", "mål 1", "Tur", "plan", "Handlingsdelen", below=(ITEM,))
    retired = change(
        type="felt", id="plan", field="utgåtte", field_words="utgåtte", before=None, after=after, level="redaksjonell",
        direction="", explanation="Føyd til.", item=plan, was=plan,
    )  # fmt: skip
    removed = change(type="fjernet", id="plan/h1", field="", item=goal, was=goal, explanation="Tatt ut.")
    counted = comparison([removed, retired], tallies=(Tally("plan", "plan", "planer", 1, 1, 0, 0, 1, 0),))
    page = form.render(shown(counted))
    assert ("utgått" in page) == is_told
    # The terminal counts by kind alone.
    assert form is terminal or ("2 endringer" in page) == is_told
    assert ("Endret: 1 plan." in page) == is_told


@pytest.mark.parametrize("form", [terminal, html, markdown])
@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("nb", (
            "Punktet «m1.v2» er ført opp som utgått.",
            "Virkemiddel «Lage enda en møteplass.» er tatt ut (4. mai 2026) og erstattet av virkemiddel «Lage en "
            "møteplass.». Begrunnelse: To møteplasser ble til én.",
            "«Flere kan leke» er tatt ut og erstattet av mål 1 «Alle er med» og virkemiddel «Lage en møteplass.».",
            "«m00» er tatt ut.",
        )),
        ("en", ("Item «m0» is listed as retired.", "«m00» has been taken out.")),
    ],
)  # fmt: skip
def test_a_retired_point_is_told_of_in_sentences(form: Any, language: str, lines: tuple[str, ...]) -> None:
    case = CASES / "utgått-og-erstattet"
    words = translator(language)
    page = form.render(Shown(compare_folders(case / "before", case / "after", NO_CACHE, words), words))
    text = Page(page).text if form is html else page
    assert [line for line in lines if line not in " ".join(text.split())] == []
    assert "None" not in text and "erstattet_av" not in text and "id: " not in text


def test_points_retired_with_the_first_list_are_told_of_one_by_one() -> None:
    graves = ({"id": "m1", "dato": "2026"}, {"id": "m2", "erstattet_av": ("plan9/m3",)})
    made = change(type="felt", id="plan", field="utgåtte", before=None, after=graves, level="redaksjonell")
    said = terminal.render(shown(comparison([made])))
    assert "Punktene «m1» og «m2» er ført opp som utgåtte." in said
    assert "\n     «m1» er tatt ut (2026).\n     «m2» er tatt ut og erstattet av «plan9/m3».\n" in said


def test_nothing_changed_is_said_in_a_line() -> None:
    comment = markdown.render(shown(comparison([], unchanged=3)))
    assert "**Planene sier det samme som før. 3 punkter er uendret.**" in comment
    assert "Dette fører" not in comment
    assert "Planene sier det samme" in Page(html.render(shown(comparison([])))).text


@pytest.mark.parametrize("form", [terminal, markdown, html])
@pytest.mark.parametrize("changes", [0, 1])
def test_what_could_not_be_read_is_said_before_all_numbers(form: Any, changes: int) -> None:
    lost = (Unread("utkast", "plans/ødelagt.yaml"),)
    made = form.render(shown(comparison([change()] * changes, unread=lost)))
    said = " ".join(Page(made).text.split()) if form is html else made
    assert "Ingen endringer." not in said and "Planene sier det samme" not in said
    notice = {0: "lot seg lese", 1: "Ikke alt lot seg lese." if form is not terminal else "ikke lot seg lese"}[changes]
    assert -1 < said.index(notice) < said.index("Uendret:")
    assert "plans/ødelagt.yaml" in said
    if form is terminal and not changes:
        assert "Ingen endringer i det som lot seg lese." in said


@pytest.mark.parametrize("form", [terminal, markdown, html])
def test_what_is_said_otherwise_of_a_link_stands_on_both_sides(form: Any) -> None:
    long = "Møteplassene er åpne for alle, hele året og uten at noen må melde seg på. " * 2
    anew = (Resaid("Plan og miljø", "", "leder arbeidet", ""), Resaid("FN-mål 3", "begrunnelse", long, f"{long} Slik."))
    said = "Plan og miljø: «leder arbeidet» er tatt bort; FN-mål 3, begrunnelse er endret."
    made = change(type="lenke", field="ansvarlig", field_words="hovedansvarlig", explanation=said, resaid=anew)
    written = form.render(shown(comparison([made])))
    text = " ".join((Page(written).text if form is html else written).split())
    assert "hovedansvarlig" in text.casefold()
    assert (
        "Plan og miljø: «leder arbeidet» er tatt bort" if form is terminal else "Plan og miljø: leder arbeidet"
    ) in text
    assert text.count("uten at noen må melde seg på") >= 2
    assert "Slik." in text


def test_values_stand_in_a_table_with_dates_as_people_write_them() -> None:
    dates = {"type": "dato", "field": "frist", "field_words": "frist", "before": "2020-12-31", "after": "2021-06-30"}
    comment = markdown.render(shown(comparison([change(), change(**dates, reason="Det tar tid.")])))
    row = next(line for line in comment.split("\n") if "31. desember 2020" in line)
    assert row.startswith("| 2 | Virkemiddel 1: Lage en strategi – frist<br>hovedmål 1, delmål 2")
    assert "| 31. desember 2020 | **30. juni 2021** |" in row and "| Det tar tid. |" in row


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_whole_in_one_file_and_in_the_readers_language(language: str) -> None:
    page = Page(html.render(shown(hostile("rolig"), language)))
    assert page.misnested == [] and next(page.all("html"))["lang"] == language
    assert not list(page.all("script")) and not list(page.all("link")) and not list(page.all("img"))
    assert "url(" not in page.html and "@import" not in page.html and "http" not in page.html.replace("http-equiv", "")
    assert len(page.ids) == len(set(page.ids))
    levels = page.headings
    assert levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels))
    labels = {one["aria-labelledby"] for _, one in page.tags if "aria-labelledby" in one}
    assert labels <= set(page.ids)
    assert all(link.removeprefix("#") in page.ids for link in page.links)


def test_no_text_of_an_author_is_markup_on_a_page() -> None:
    calm, wild = (Page(html.render(shown(hostile(text)))) for text in ("rolig", HOSTILE))
    assert {tag for tag, _ in wild.tags} == {tag for tag, _ in calm.tags} and "{{ x }}" in wild.text


def test_a_page_shows_the_whole_first_and_marks_words_so_that_they_can_be_heard() -> None:
    page = html.render(shown(comparison([change()])))
    first = page.index("<dd>Kommunen skal lage en strategi.</dd>")
    assert first < page.index("<dd>Kommunen bør lage en strategi.</dd>") < page.index('class="inline"')
    inline = re.search(r'<p class="inline">(.*?)</p>', page, re.S)
    assert inline
    heard = re.sub(r'<span class="sign" aria-hidden="true">.</span>|<[^>]+>', "", inline[1])
    assert heard == "Kommunen fjernet: skal, lagt til: bør, lage en strategi."


def test_every_level_can_be_left_out_without_script() -> None:
    page = Page(html.render(shown(hostile("rolig"))))
    style = page.html.partition("<style>")[2].partition("</style>")[0]
    for level in LEVELS:
        assert f"_vis-{level}" in page.ids
        assert f"body:has(#_vis-{level}:not(:checked)) .level.{level}" in style


def test_numbers_are_the_same_in_every_format() -> None:
    made = hostile("rolig")
    articles = {one["id"] for one in Page(html.render(shown(made))).all("article")}
    assert articles == {f"_{number}" for number in range(1, len(made.changes) + 1)}
