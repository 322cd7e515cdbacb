"""Every kind of page can be read: on a phone, enlarged, by keyboard alone, on paper, and with scripts off."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from built_sites import ADDRESS, KINDS, LANGUAGES, Site
from chromium import WIDTHS
from conftest import Open
from opened_files import sheets

# A phone, a tablet and a desk, and a desk at 400 %, which is as narrow as a phone and lower.
_WINDOWS = (*((width, 900) for width in WIDTHS), (320, 256))

# What is wider than the window and can only be seen by scrolling the page; what scrolls inside a region may be wide.
_TOO_WIDE = """() => document.scrollingElement.scrollWidth <= document.documentElement.clientWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .filter((one) => !one.closest(".scroll > *"))
    .map((one) => one.outerHTML.slice(0, 120)).slice(0, 5).concat("too wide")"""

# The most room between letters, words and lines that a reader may ask for: WCAG 2.1, 1.4.12.
_SPACED_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
}"""

# What can have the focus, and for each thing that gets it, whether it is marked and in the window.
_FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"
_REACHABLE = f"""() => [...document.querySelectorAll("{_FOCUSABLE}")]
  .filter((one) => one.checkVisibility({{ visibilityProperty: true }}) && !one.disabled).length"""
_WATCH_FOCUS = """() => {
  window.focused = [];
  document.addEventListener("focusin", ({ target }) => {
    const style = getComputedStyle(target), box = target.getBoundingClientRect();
    const marked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0;
    window.focused.push([target.outerHTML.slice(0, 120), marked && seen]);
  });
}"""

# The words that can be seen and are not for asking or pressing.
_WORDS = """() => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), words = [];
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (around.checkVisibility({ visibilityProperty: true }) && !around.closest("form, button"))
      words.push(...walker.currentNode.data.split(/\\s+/));
  }
  return words.filter(Boolean);
}"""

# Where nothing follows the menu, the focus begins anew at the first link, not in the menu.
_PAST_THE_MENU = "document.activeElement.matches('body, main *, footer *, .skip')"

_MOVES = """() => [...document.querySelectorAll("*")].filter((one) => ["", "::before", "::after"].some((part) => {
  const style = getComputedStyle(one, part || null);
  return [style.transitionDuration, style.animationDuration].some((each) => parseFloat(each) > 0.01)
    || style.scrollBehavior === "smooth";
})).map((one) => one.outerHTML.slice(0, 120))"""

_COLOURS = "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]"

_HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => Number(one.tagName[1]))"""


@pytest.fixture(params=LANGUAGES)
def site(request: pytest.FixtureRequest, sites: Mapping[str, Site]) -> Site:
    return sites[request.param]


@pytest.fixture
def paths(site: Site) -> list[str]:
    """Return the longest page of each kind that the site has."""
    return [site.richest(kind) for kind, paths in site.pages.items() if paths]


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways(kind: str, site: Site, open_site: Open) -> None:
    visit = open_site(site.language)
    for path in site.extremes(kind):
        page = visit.open(f"{path}?visning=full")
        for width, height in _WINDOWS:
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(_TOO_WIDE) == [], (path, width)
        page.evaluate(_SPACED_OUT)
        assert page.evaluate(_TOO_WIDE) == [], (path, "spaced out")


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_reaches_everything_and_leaves_again(
    kind: str, width: int, open_site: Open, sites: Mapping[str, Site]
) -> None:
    # A page that scrolls at its own pace is not where it is going when the next key is pressed.
    site = [site for site in sites.values() if site.pages[kind]][-1]
    visit = open_site(site.language, viewport={"width": width, "height": 700}, reduced_motion="reduce")
    page = visit.open(f"{site.richest(kind)}?visning=full")
    page.evaluate(_WATCH_FOCUS)
    reachable = page.evaluate(_REACHABLE)
    for _ in range(reachable):
        page.keyboard.press("Tab")
    focused = page.evaluate("window.focused")
    assert len(focused) == reachable and 'href="#_innhold"' in focused[0][0]
    assert [one for one, is_seen in focused if not is_seen] == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body")


def test_the_first_link_leads_past_the_menu(paths: list[str], site: Site, open_site: Open) -> None:
    visit = open_site(site.language)
    for path in paths:
        page = visit.open(path)
        for key in ("Tab", "Enter", "Tab"):
            page.keyboard.press(key)
        assert page.evaluate(_PAST_THE_MENU), path


def test_nothing_is_lost_with_scripts_off(paths: list[str], site: Site, open_site: Open) -> None:
    with_scripts, without = open_site(site.language), open_site(site.language, java_script_enabled=False)
    for path in paths:
        words = _words(with_scripts.open(f"{path}?visning=full"))
        assert words and words <= _words(without.open(path)), path


def test_on_paper_there_is_no_navigation(paths: list[str], site: Site, open_site: Open) -> None:
    visit = open_site(site.language, viewport={"width": 700, "height": 1000})
    for path in paths:
        visit.page.emulate_media(media="screen", color_scheme="light")
        page = visit.open(path)
        on_screen = _words(page)
        page.emulate_media(media="print", color_scheme="dark")
        seen = page.locator("nav:visible, .skip:visible, button:visible, input:visible, body > header:visible")
        assert seen.all_inner_texts() == [], path
        assert page.locator("h1").is_visible(), path
        # Who prints a search prints what it found, and here nothing was asked for.
        assert path == "sok.html" or len(_words(page)) > len(on_screen) / 2, path
        assert page.evaluate(_COLOURS) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"], path


_PAPER = """() => {
  const style = (one) => getComputedStyle(one);
  const heads = [...document.querySelectorAll("tr.part")].map((one) => style(one).breakAfter);
  const sticky = [...document.querySelectorAll("main th, main td")].filter((one) => style(one).position === "sticky");
  const seen = (one) => [...one.children].filter((child) => child.checkVisibility());
  const alone = [...document.querySelectorAll("section.node")].map(seen).filter((parts) => (
    parts.length === 1 && parts[0].matches(".node-heading")
  ));
  return [heads, sticky.length, alone.map(([heading]) => style(heading).breakAfter)];
}"""


def test_on_paper_a_heading_goes_with_what_it_is_of_and_with_no_more(
    sites: Mapping[str, Site], open_site: Open
) -> None:
    visit = open_site("nb")
    visit.page.emulate_media(media="print")
    heads, sticky, _ = visit.open("tabeller/dokumenter.html").evaluate(_PAPER)
    assert set(heads) == {"avoid"} and sticky == 0
    # Areas that are a title alone, one after the other, must not hold together as one.
    _, _, alone = visit.open("sor-varanger-helse-2030/index.html").evaluate(_PAPER)
    assert len(alone) > 3 and set(alone) == {"auto"}


_PRINTED = """() => {
  dispatchEvent(new Event("beforeprint"));
  const seen = (all) => [...document.querySelectorAll(all)].filter((one) => one.checkVisibility());
  const after = (one) => getComputedStyle(one, "::after").content;
  const folded = [...document.querySelectorAll("details:not(.fold) > :not(summary)")].filter((one) => (
    !one.checkVisibility({ contentVisibilityAuto: true })
  ));
  return {
    folded: folded.length,
    lists: seen("details.renewed li").length,
    footer: seen(".site-foot li").map((one) => one.textContent.trim()),
    twice: seen("main a[rel~=external]").filter((one) => (
      (one.textContent === one.getAttribute("href")) !== (after(one) === "none")
    )).length,
    arrows: seen(".node-heading > a").filter((one) => after(one) !== "none").length,
    printed: seen(".printed").map((one) => one.textContent),
  };
}"""


def test_on_paper_all_is_open_said_once_and_dated(open_site: Open) -> None:
    """Nothing is folded, nothing leads on that leads nowhere, and it says where it is from and when."""
    visit = open_site("nn")
    visit.page.emulate_media(media="print")
    for path in ("nordvik-samfunnsdel-2025/index.html", "nordvik-handlingsdel-2027/arbeid.html"):
        page = visit.open(path)
        found = page.evaluate(_PRINTED)
        assert found["folded"] == found["twice"] == found["arrows"] == 0 and found["lists"] > 0, path
        assert found["footer"] == ["Kontakt: Planlegger, Plan og miljø"], path
        today = page.evaluate("new Date().toLocaleDateString('nn', { dateStyle: 'long' })")
        assert found["printed"] == [f"Skriven ut {today}. {ADDRESS}/{path}"]
    # A file on someone's disk is at no address, and on the screen nothing is printed.
    visit = open_site("nb")
    page = visit.open("index.html")
    assert not page.locator(".printed").is_visible()
    page.emulate_media(media="print")
    assert page.evaluate(_PRINTED)["printed"][0].count("/") == 0


def test_on_paper_the_foot_is_on_no_sheet_of_its_own(open_site: Open) -> None:
    for language, path in (("nn", "nordvik-samfunnsdel-2025/index.html"), ("nb", "fritid-2030/index.html")):
        found = sheets(open_site(language).open(path).pdf(format="A4"))
        assert len(found) > 1 and len(found[-1]) > 250, (path, found[-1])


def test_on_paper_stands_how_to_reach_who_is_named_and_no_file_to_fetch(open_site: Open) -> None:
    page = open_site("nn").open("tabeller/oppfolging.html")
    page.emulate_media(media="print")
    contact = page.get_by_role("link", name="Kontakt: Planlegger, Plan og miljø")
    assert "plan@nordvik.example" in contact.evaluate("(one) => one.dataset.mail")
    assert "(" in contact.evaluate("(one) => getComputedStyle(one, '::after').content")
    for name in ("CSV", "JSON", "Tabellar"):
        links = page.locator("main a, footer a").filter(has_text=name)
        assert links.count() > 0 and not any(link.is_visible() for link in links.all()), name


def test_on_a_phone_each_risk_is_seen_and_nothing_empty(open_site: Open) -> None:
    page = open_site("nn", viewport={"width": 320, "height": 700}).open("nordvik-samfunnsdel-2025/index.html")
    table = page.locator("table.risk-grid")
    assert table.locator("td:empty:visible, tr:visible:not(:has(a))").count() == 0
    for link in table.locator("a").all():
        box = link.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320
    assert table.locator("a").count() == 2


@pytest.mark.parametrize("width", [320, 1440])
def test_the_cards_of_risks_stand_clear_of_the_grid_above_them(open_site: Open, width: int) -> None:
    page = open_site("nn", viewport={"width": width, "height": 700}).open("nordvik-samfunnsdel-2025/index.html")
    grid, card = page.locator("table.risk-grid").bounding_box(), page.locator(".risiko.card").first.bounding_box()
    assert grid and card and card["y"] - grid["y"] - grid["height"] >= 16


def test_the_mark_of_the_focus_is_whole_in_what_scrolls(open_site: Open) -> None:
    page = open_site("nb", viewport={"width": 320, "height": 700}).open("tabeller/oppfolging.html")
    summary = page.locator(".scroll summary:visible").first
    room = summary.evaluate("""(one) => {
      const own = one.getBoundingClientRect(), around = one.closest(".scroll").getBoundingClientRect();
      return [own.left - around.left, around.right - own.right];
    }""")
    assert min(room) >= 6


@pytest.mark.parametrize("script", [True, False])
def test_paper_says_which_day_the_site_speaks_of_and_where_it_is(script: bool, open_site: Open) -> None:
    """The day is the build's and the address the settings', so that neither needs a script."""
    for language, said, address in (
        ("nb", "Opplysningene gjelder per 20. november 2026.", ""),
        ("nn", "Opplysningane gjeld per 20. november 2026.", f"{ADDRESS}/"),
    ):
        page = open_site(language, java_script_enabled=script).open("index.html")
        assert page.get_by_text(said).count() == page.get_by_text(said).filter(visible=True).count() == 1
        page.emulate_media(media="print")
        line = page.locator(".site-foot .printed")
        assert line.is_visible() and line.bounding_box()["height"] > 10  # type: ignore[index]
        assert line.evaluate("(one) => getComputedStyle(one, '::before').content").strip('" ') == said
        assert not page.get_by_text(said).is_visible(), "it is said once"
        assert address in line.text_content()  # type: ignore[operator]


def test_a_long_list_in_the_place_of_a_picture_is_asked_for(open_site: Open) -> None:
    """Where there is no room for a picture, what only its drawing shows goes unsaid, and a long list is folded."""
    page = open_site("nb", viewport={"width": 320, "height": 700}).open("index.html")
    picture = page.locator("figure.pic.long").first
    assert not picture.locator(".pic-facts").is_visible() and not picture.locator("svg").is_visible()
    assert not picture.get_by_text("stiplet").is_visible()
    link = picture.get_by_role("link", name="Vis som liste")
    rows = picture.locator(".pic-facts tbody tr").count()
    assert rows > 8 and link.inner_text() == f"Vis som liste: {rows} linjer"
    link.click()
    expect(picture.locator(".pic-facts")).to_be_visible()
    assert not picture.locator(".pic-more").is_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(picture.locator("svg")).to_be_visible()
    expect(picture.get_by_text("stiplet").last).to_be_visible()


def test_on_a_goal_page_no_part_touches_the_next(open_site: Open) -> None:
    page = open_site("nb").open("halden-helse-2034/m8.html?visning=full")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        gaps: list[float] = page.evaluate("""() => {
          const parts = [...document.querySelectorAll(".own .content > *")].filter((one) => one.checkVisibility());
          const boxes = parts.map((one) => one.getBoundingClientRect());
          return boxes.slice(1).map((box, place) => box.top - boxes[place].bottom);
        }""")
        assert len(gaps) > 3 and min(gaps) >= 16, width


def test_nothing_moves_for_those_who_ask_for_calm(paths: list[str], site: Site, open_site: Open) -> None:
    visit = open_site(site.language, reduced_motion="reduce")
    for path in paths:
        assert visit.open(path).evaluate(_MOVES) == [], path


def test_headings_that_are_seen_skip_no_level(paths: list[str], site: Site, open_site: Open) -> None:
    visit = open_site(site.language)
    for path in (*paths, *(f"{path}?visning=full" for path in paths)):
        page = visit.open(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            levels: list[int] = page.evaluate(_HEADINGS)
            assert levels[0] == 1 and levels.count(1) == 1, (path, width)
            assert all(after <= before + 1 for before, after in pairwise(levels)), (path, width, levels)


def _words(page: Page) -> set[str]:
    words: list[str] = page.evaluate(_WORDS)
    return set(words)
