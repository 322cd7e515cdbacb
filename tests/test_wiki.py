from __future__ import annotations

import pytest

from plancompiler.wiki import mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ingen lenker her [1] [[]] [[ ]]", []),
        ("se [[h1]].", [("h1", "", "[[h1]]")]),
        (
            "[[plan/h1.d1|målet]] og [[NAV Øst]]",
            [("plan/h1.d1", "målet", "[[plan/h1.d1|målet]]"), ("NAV Øst", "", "[[NAV Øst]]")],
        ),
        ("brutt [[lov om\n helse|lov\nen]] over", [("lov om helse", "lov en", "[[lov om\n helse|lov\nen]]")]),
        ("ikke [[over\n\navsnitt]]", []),
        (r"ikke \[[h1]]", []),
        ("[[[h1]]]", [("h1", "", "[[h1]]")]),
        ("[[a|b|c]]", []),
        ("[[a] ]", []),
    ],
)
def test_links_of_prose(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(link.ref, link.shown, text[link.start : link.end]) for link in mentions(text)] == found


def test_hostile_text_takes_no_time() -> None:
    assert mentions("[[" * 100_000 + "a" * 100_000 + "\n" * 100_000) == []
