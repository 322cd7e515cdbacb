"""A workspace's own colours and logo: what they do to the pages, and what is said of colours that cannot be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancompiler.contrast import Colour, colour, contrast
from plancompiler.diagnostic import Span
from plancompiler.resources import design_system, folder
from plancompiler.theme import judged
from workspaces import HEADER, findings

DOCS = Path(__file__).parent.parent / "docs"
STANDARD = (folder("templates") / "html/style/colours.css").read_text("utf-8")

# A theme, and what is hard to see in it: the property, against what, in which scheme.
THEMES = {
    "": [],
    ":root { --accent: #00527a; }": [("accent", "accent-soft", "dark")],
    ":root { --accent: light-dark(#00527a, #9cc9e6); }": [],
    ":root { --accent: light-dark(hsl(200, 100%, 24%), rgb(156 201 230)); }": [],
    "html { --paper: #111; } @media (prefers-color-scheme: light) { :root { --paper: white; } }": [],
    ":root { --ink: #999999; }": [("ink", "accent-soft", "light")],
    "@media (prefers-color-scheme: dark) { :root { --soft: #555; } }": [("soft", "accent-soft", "dark")],
    ":root { /* --ink: #fff; */ color: red; }": [],
    ".card { --ink: #fff; }": [],
    ":root { --ink: var(--mine); --mine: #fff; }": [("ink", "paper", "light")],
    ":root { --ink: var(--ink); --soft: var(--nothing, #eee); }": [("soft", "sunken", "light")],
    ":root { --accent: color-mix(in srgb, red, blue); }": [],
    ":root { --strong-rule: #ddd; }": [("strong-rule", "paper", "light")],
    ":root { --warn: #000; --warn-ink: #222 }": [("warn-ink", "warn", "light"), ("warn-ink", "warn", "dark")],
    # What Designsystemet's own theme builder writes.
    '@layer ds.theme { :root, [data-color-scheme="light"] { --ds-color-accent-text-subtle: #ff9900; } '
    '[data-color-scheme="dark"] { --ds-color-accent-text-subtle: #ffcc80; } }': [("accent", "accent-soft", "light")],
    ":root { --accent:": [],
    "}}} :root { --ink: #fff }": [("ink", "paper", "light")],
}


@pytest.mark.parametrize("css", THEMES)
def test_what_is_hard_to_see_is_said(css: str) -> None:
    found = [(one.args["text"], one.args["ground"], one.variant) for one in judged(css) if one.code == "theme-contrast"]
    assert sorted(map(str, found)) == sorted(map(str, THEMES[css]))


def test_a_finding_stands_where_the_colour_is_set() -> None:
    files = {"plans/a.yaml": HEADER, "tema.css": "/* Vår */\n:root {\n  --ink: #999999;\n}\n"}
    (found,) = (one for one in findings(files) if one.code == "theme-contrast")
    assert (found.where.path, found.where.line, found.where.column, found.where.end_column) == ("tema.css", 3, 3, 17)
    assert found.label == "i lyst utseende er kontrasten 2,3 : 1, og kravet er 4,5 : 1" and found.severity == "warning"


@pytest.mark.parametrize(
    ("css", "near"),
    [
        (":root { --aksent: red; }", ["accent"]),
        (":root { --papir: white; --Ink: black; --accent_soft: white }", ["paper", "ink", "accent-soft"]),
        (
            "@media (prefers-color-scheme: dark) { :root { --warn_ink: white } } .kort { --sunkn: white }",
            ["warn-ink", "sunken"],
        ),
        (":root { --corner: 0; --sans: Arial; --heading: Arial; --measure: 40rem; --shade: none }", []),
        (":root { --ds-color-accent: red; --dsc-rule: red; --kommuneblaa: #00527a; --b: 1px }", []),
        (":root { --aksent: #00527a; --accent: var( --aksent ); }", []),
        (":root { /* --aksent: red; */ colr: red; content: '--aksent: red' }", []),
        ("--aksent: red;", []),
    ],
)
def test_a_property_nearly_named_as_one_of_ours_is_told_of(css: str, near: list[str]) -> None:
    found = [one for one in judged(css) if one.code == "unknown-theme-property"]
    assert [one.args["near"] for one in found] == near
    for one in found:
        assert isinstance(one.place, Span) and css[one.place.start : one.place.end] == f"--{one.args['name']}"


def test_the_guide_names_every_property_that_a_theme_may_set() -> None:
    named = set(re.findall(r"`--([\w-]+)`", (DOCS / "utseende.md").read_text("utf-8")))
    assert set(re.findall(r"^  --([\w-]+):", STANDARD, re.M)) == named


def test_our_own_colours_are_easy_to_see() -> None:
    assert list(judged(STANDARD)) == []


def test_where_the_design_system_is_shipped_its_colours_are_ours() -> None:
    if not (css := design_system()):
        pytest.skip("Designsystemet is not here; `make design` fetches it where there is Node 20 or newer")
    themes = {scheme: dict(re.findall(r"--(ds-color-[\w-]+):(#\w+)", block)) for scheme, block in _blocks(css).items()}
    for token, light, dark in re.findall(r"var\(--(ds-color-[\w-]+), light-dark\((#\w+), (#\w+)\)\)", STANDARD):
        assert (colour(themes["light"][token]), colour(themes["dark"][token])) == (colour(light), colour(dark)), token


@given(st.tuples(*(st.floats(0, 1),) * 3), st.tuples(*(st.floats(0, 1),) * 3))
def test_contrast_is_the_same_both_ways_and_least_with_itself(one: Colour, other: Colour) -> None:
    assert contrast(one, other) == contrast(other, one) >= contrast(one, one) == 1
    assert contrast(one, other) <= contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)


@given(st.text(alphabet=":root{}();,-/*#ab1 @media\n", max_size=60))
def test_any_text_is_read(css: str) -> None:
    for one in judged(css):
        assert one.args


def test_the_pages_wear_the_theme_and_the_logo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from plancompiler.asked import Wish
    from plancompiler.cache import NO_CACHE
    from plancompiler.make import make
    from plancompiler.translate import BOKMAL
    from plancompiler.workspace_files import read

    (tmp_path / "plans").mkdir()
    (tmp_path / "plans/a.yaml").write_text(HEADER, "utf-8")
    (tmp_path / "plancompiler.yaml").write_text("arbeidsområde: Planer i Nordvik\nlogo: bilder/merke.svg\n", "utf-8")
    (tmp_path / "tema.css").write_text(":root { --corner: 0; }\n", "utf-8")
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder/merke.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    wish = Wish(tmp_path, tmp_path / "build", ("html",))
    make(wish, read(tmp_path), NO_CACHE, BOKMAL)
    page = (tmp_path / "build/site/eksempel/index.html").read_text("utf-8")
    assert page.index("../site.css") < page.index('<link rel="stylesheet" href="../tema.css">')
    assert re.search(r'<img src="../logo.svg" alt="[^"]+">', page)
    site = tmp_path / "build/site"
    assert (site / "logo.svg").read_bytes() == (tmp_path / "bilder/merke.svg").read_bytes()
    (tmp_path / "tema.css").write_text(":root { --corner: 1rem; }\n", "utf-8")
    make(wish, read(tmp_path), NO_CACHE, BOKMAL)
    assert (site / "tema.css").read_text("utf-8") == ":root { --corner: 1rem; }\n"
    (tmp_path / "tema.css").unlink()
    make(wish, read(tmp_path), NO_CACHE, BOKMAL)
    assert not (site / "tema.css").exists()
    assert "tema.css" not in (site / "eksempel/index.html").read_text("utf-8")


def test_a_logo_that_is_not_there_is_said() -> None:
    files = {"plans/a.yaml": HEADER, "plancompiler.yaml": "arbeidsområde: Planer\nlogo: merke.svg\n"}
    assert [one.message for one in findings(files) if one.code == "picture-missing"] == [
        "Logoen «merke.svg» finnes ikke"
    ]


def _blocks(css: str) -> dict[str, str]:
    """Return what is set in the layers of the light and the dark scheme."""
    found = re.findall(r"@layer ds\.theme\.color-scheme\.(light|dark)\{([^{}]*\{[^{}]*\})", css)
    return dict(found)
